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
    wxString deed; ///< whole: not every language joins its words alike
};
/// The first is what is proposed where nobody has chosen.
[[nodiscard]] std::vector<ReportForm> reportForms();

/// Asks for a file to save a report of so many tables to, in the folder last used, after the running event ended (a modal inside an
/// assistive action hangs both). The kind of that ending is proposed; the kinds say where each table becomes a file of its
/// own. `chosen` gets a path with the ending of the kind that was chosen in the dialog.
void askReportFile(wxWindow* parent, Session& session, const wxString& name, const std::string& ending, std::size_t tables,
                   std::function<void(const std::string& path)> chosen);

/// A kind as the dialog offers it, "PDF (*.pdf)", and how many files it makes of so many tables.
[[nodiscard]] wxString formWords(const ReportForm& form, std::size_t tables);
/// "Saved as ...", with every file.
[[nodiscard]] wxString savedWords(const std::vector<std::string>& files);

/// The file's path with the ending of the kind chosen: another kind's ending gives way, a point in a name doesn't.
[[nodiscard]] wxString endedAs(const wxString& path, const std::string& ending);

} // namespace fledgling::ui
