#include "ui/reports/SaveReport.h"

#include "app/reports/Reports.h"
#include "ui/Text.h"

#include <algorithm>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/window.h>

namespace fledgling::ui {

std::vector<ReportForm> reportForms() {
    return {{"pdf", "PDF", _("Save PDF")},
            {"xlsx", _("Workbook"), _("Save Workbook")},
            {"csv", _("Table"), _("Save Table")},
            {"html", _("Web page"), _("Save Web page")}};
}

wxString endedAs(const wxString& path, const std::string& ending) {
    const auto forms = reportForms();
    const auto isEnded = [&](const wxString& name) {
        const wxString has = wxFileName(name).GetExt().Lower();
        return std::any_of(forms.begin(), forms.end(), [&](const ReportForm& one) { return u8(one.ending) == has; });
    };
    // The dialog proposes the name marked up to its ending: who types one with an ending there has two.
    wxString bare = path;
    while (isEnded(bare))
        bare = bare.BeforeLast('.');
    return bare + "." + u8(ending);
}

wxString formWords(const ReportForm& form, std::size_t tables) {
    const wxString pattern = "*." + u8(form.ending);
    const auto files = static_cast<int>(app::reportFileNames("report." + form.ending, tables).size());
    if (files < 2) return form.words + " (" + pattern + ")";
    // TRANSLATORS: 1 is the kind of file, 2 its ending as *.csv, 3 how many
    return wxString::Format(_("%1$s (%2$s, %3$d files: one for each table)"), form.words, pattern, files);
}

wxString savedWords(const std::vector<std::string>& files) {
    std::vector<wxString> names;
    for (const auto& file : files)
        names.push_back(u8(file));
    return wxString::Format(_("Saved as %s."), listText(names));
}

namespace {

/// True when nothing is lost by writing these, or somebody agreed to it.
bool mayReplace(wxWindow* parent, const std::vector<wxString>& files) {
    if (files.empty()) return true;
    return wxMessageBox(wxString::Format(_("%s is there already. Replace it?"), listText(files)), _("Save the report"), wxYES_NO | wxICON_QUESTION,
                        parent) == wxYES;
}

} // namespace

void askReportFile(wxWindow* parent, Session& session, const wxString& name, const std::string& ending, std::size_t tables,
                   std::function<void(const std::string& path)> chosen) {
    parent->CallAfter([parent, &session, name, ending, tables, chosen = std::move(chosen)] {
        const auto forms = reportForms();
        wxString kinds;
        int proposed = 0;
        for (std::size_t i = 0; i < forms.size(); ++i) {
            kinds << (i == 0 ? "" : "|") << formWords(forms[i], tables) << "|*." << u8(forms[i].ending);
            if (forms[i].ending == ending) proposed = static_cast<int>(i);
        }
        wxFileDialog ask(parent, wxString::Format(_("Save %s"), name), u8(session.remembered("reports.folder")), endedAs(name, ending), kinds,
                         wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        ask.SetFilterIndex(proposed);
        if (ask.ShowModal() != wxID_OK) return;
        const auto at = static_cast<std::size_t>(std::clamp(ask.GetFilterIndex(), 0, static_cast<int>(forms.size()) - 1));
        const wxString path = endedAs(ask.GetPath(), forms[at].ending);
        session.remember("reports.folder", utf8(wxFileName(path).GetPath()));
        // The dialog asked about the name that was typed, not about those that come of it.
        std::vector<wxString> there;
        for (const auto& file : app::reportFileNames(utf8(path), tables))
            if (const wxString one = u8(file); one != ask.GetPath() && wxFileExists(one)) there.push_back(one);
        if (mayReplace(parent, there)) chosen(utf8(path));
    });
}

} // namespace fledgling::ui
