#include "ui/reports/SaveReport.h"

#include "ui/Text.h"

#include <algorithm>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/window.h>

namespace fledgling::ui {

std::vector<ReportForm> reportForms() {
    return {{"pdf", "PDF"}, {"xlsx", _("Workbook")}, {"csv", _("Table")}, {"html", _("Web page")}};
}

wxString endedAs(const wxString& path, const std::string& ending) {
    const auto forms = reportForms();
    const wxString has = wxFileName(path).GetExt().Lower();
    const bool known = std::any_of(forms.begin(), forms.end(), [&](const ReportForm& one) { return u8(one.ending) == has; });
    return (known ? path.BeforeLast('.') : path) + "." + u8(ending);
}

void askReportFile(wxWindow* parent, Session& session, const wxString& name, const std::string& ending,
                   std::function<void(const std::string& path)> chosen) {
    parent->CallAfter([parent, &session, name, ending, chosen = std::move(chosen)] {
        const auto forms = reportForms();
        wxString kinds;
        int proposed = 0;
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const wxString pattern = "*." + u8(forms[i].ending);
            kinds << (i == 0 ? "" : "|") << forms[i].words << " (" << pattern << ")|" << pattern;
            if (forms[i].ending == ending) proposed = static_cast<int>(i);
        }
        wxFileDialog ask(parent, _("Save the report"), u8(session.remembered("reports.folder")), endedAs(name, ending), kinds,
                         wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        ask.SetFilterIndex(proposed);
        if (ask.ShowModal() != wxID_OK) return;
        const auto at = static_cast<std::size_t>(std::clamp(ask.GetFilterIndex(), 0, static_cast<int>(forms.size()) - 1));
        const wxString path = endedAs(ask.GetPath(), forms[at].ending);
        session.remember("reports.folder", utf8(wxFileName(path).GetPath()));
        // The dialog asked about the name that was typed, not about the one that came of it.
        if (path != ask.GetPath() && wxFileExists(path) &&
            wxMessageBox(wxString::Format(_("%s is there already. Replace it?"), path), _("Save the report"), wxYES_NO | wxICON_QUESTION, parent) != wxYES)
            return;
        chosen(utf8(path));
    });
}

} // namespace fledgling::ui
