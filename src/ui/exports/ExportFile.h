#pragma once

#include "app/exports/Exports.h"
#include "ui/Page.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace fledgling::ui {

/// A kind of file something is saved as: its name, and its ending without the dot.
struct SaveKind {
    wxString words;
    std::string ending;
};
/// Asks where to and as which of these kinds (the dialog's filter); `save` follows with the kind and the path. `name` is
/// proposed, with its ending. Opens by CallAfter; the page stays until it is answered.
void askWhere(Page& page, Session& session, const std::vector<SaveKind>& kinds, const std::string& name,
              std::function<void(std::size_t kind, const std::string& path)> save);

/// Asks where to and, of several kinds, as what (the dialog's filter), and writes it. `name` is proposed, without its
/// ending. Opens by CallAfter; the page stays until it is answered.
void askExport(Page& page, Session& session, const std::vector<app::ExportKind>& kinds, const app::ExportChoice& choice,
               const std::string& name);

/// Writes it and says on the page how much stands in the file, and who is missing in it. False when it failed.
bool exportTo(Page& page, Session& session, app::ExportKind kind, const app::ExportChoice& choice, const std::string& path);

} // namespace fledgling::ui
