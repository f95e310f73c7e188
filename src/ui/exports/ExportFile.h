#pragma once

#include "app/exports/Exports.h"
#include "ui/Page.h"

#include <string>
#include <vector>

namespace fledgling::ui {

/// Asks where to and, of several kinds, as what (the dialog's filter), and writes it. `name` is proposed, without its
/// ending. Opens by CallAfter; the page stays until it is answered.
void askExport(Page& page, Session& session, const std::vector<app::ExportKind>& kinds, const app::ExportChoice& choice,
               const std::string& name);

/// Writes it and says on the page how much stands in the file, and who is missing in it. False when it failed.
bool exportTo(Page& page, Session& session, app::ExportKind kind, const app::ExportChoice& choice, const std::string& path);

} // namespace fledgling::ui
