#pragma once

#include "ui/frame/Session.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/string.h>

class wxWindow;

namespace fledgling::ui {

/// A kind of file a report can be saved as.
struct ReportForm {
    std::string ending; ///< of the file's name, as app::saveReport knows it
    wxString words;
};
/// The first is what is proposed where nobody has chosen.
[[nodiscard]] std::vector<ReportForm> reportForms();

/// Asks for a file to save a report to, in the folder last used, after the running event ended (a modal inside an
/// assistive action hangs both). The kind of that ending is proposed; `chosen` gets a path with the ending of the kind
/// that was chosen in the dialog.
void askReportFile(wxWindow* parent, Session& session, const wxString& name, const std::string& ending,
                   std::function<void(const std::string& path)> chosen);

/// The file's path with the ending of the kind chosen: another kind's ending gives way, a point in a name doesn't.
[[nodiscard]] wxString endedAs(const wxString& path, const std::string& ending);

} // namespace fledgling::ui
