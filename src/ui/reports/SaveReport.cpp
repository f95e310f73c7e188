#include "ui/reports/SaveReport.h"

#include "ui/Text.h"

#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/window.h>

namespace fledgling::ui {

void askReportFile(wxWindow* parent, Session& session, const wxString& name,
                   std::function<void(const std::string& path)> chosen) {
    parent->CallAfter([parent, &session, name, chosen = std::move(chosen)] {
        wxFileDialog ask(parent, _("Save the report"), u8(session.remembered("reports.folder")), name + ".pdf",
                         _("PDF (*.pdf)|*.pdf|Workbook (*.xlsx)|*.xlsx|Table (*.csv)|*.csv|Web page (*.html)|*.html"),
                         wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (ask.ShowModal() != wxID_OK) return;
        wxFileName file(ask.GetPath());
        static const wxString endings[] = {"pdf", "xlsx", "csv", "html"};
        const int filter = ask.GetFilterIndex();
        // The kind chosen below counts where the name was left as it was proposed.
        if (filter > 0 && filter < 4 && (file.GetExt() == "pdf" || file.GetExt().empty()))
            file.SetExt(endings[filter]);
        session.remember("reports.folder", utf8(file.GetPath()));
        chosen(utf8(file.GetFullPath()));
    });
}

} // namespace fledgling::ui
