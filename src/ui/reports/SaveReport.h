#pragma once

#include "ui/frame/Session.h"

#include <functional>
#include <string>
#include <wx/string.h>

class wxWindow;

namespace fledgling::ui {

/// Asks for a file to save a report to, in the folder last used, after the running event ended (a modal inside an
/// assistive action hangs both). `chosen` gets its path with an ending that app::saveReport knows.
void askReportFile(wxWindow* parent, Session& session, const wxString& name,
                   std::function<void(const std::string& path)> chosen);

} // namespace fledgling::ui
