#include "app/merge/Merge.h"
#include "app/reports/Reports.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/history/HistoryPage.h"
#include "ui/reports/SaveReport.h"

#include <wx/filedlg.h>
#include <wx/intl.h>

/// What is done on the history page: a change taken back, its moment looked at, the chain verified, the book copied.
namespace fledgling::ui {

void HistoryPage::takeBack() {
    const auto* row = current();
    if (!row) return;
    const auto number = row->number;
    ReasonQuestion question;
    question.title = _("Take a change back");
    question.explanation = wxString::Format(
        _("%s by %s, change %s. What it set gets the value it had before, by a new change; both stay in "
          "the book."),
        u8(row->did), u8(row->who), numberText(number));
    question.action = _("Take back");
    askReason(this, question, [this, number](const ReasonAnswer& answer) {
        attempt([&] {
            const auto change = m_view.takeBack(number, answer.reason);
            setStatus(wxString::Format(_("Change %s is taken back by change %s"), numberText(number),
                                       numberText(change)));
            drawList();
        });
    });
}

void HistoryPage::lookAtMoment() {
    if (const auto* row = current()) session().setAsOf(row->at);
}

void HistoryPage::verify() {
    store::Verification found;
    const bool done = attemptLong(_("Verifying the chain"), [&](Progress& progress) {
        found = m_view.verify([&](std::size_t at, std::size_t total) { progress.at(at, total); });
    });
    if (!done) return;
    drawActions();
    if (found.good())
        inform(look::Notice::Success, wxString::Format(_("The chain stands: %s changes, nothing was altered. Head %s"),
                                numberText(found.changes), u8(found.head)));
    else
        complain(wxString::Format(_("Change %s is not as it was written. The %s changes before it stand."),
                                  numberText(found.firstBad), numberText(found.changes)),
                 wxString::Format(_("First bad line in: %s\nHead of the good part: %s"),
                                  u8(m_view.tableWords(found)), u8(found.head)));
}

void HistoryPage::saveStatement() {
    const auto statement = m_view.statement();
    if (!statement) return;
    askReportFile(this, session(), _("Statement of verification"), reportForms().front().ending, statement->tables.size(),
                  [this](const std::string& path) { saveStatementAs(path); });
}

void HistoryPage::saveStatementAs(const std::string& path) {
    const auto statement = m_view.statement();
    if (!statement) return;
    std::vector<std::string> files;
    if (attemptLong(_("Saving the report"), [&](Progress& progress) { files = app::saveReport(*statement, path, tongue, progress.told()); }))
        inform(look::Notice::Success, savedWords(files));
}

void HistoryPage::copyBook() {
    CallAfter([this] {
        wxFileDialog ask(this, _("Copy the book to work away"), {}, _("copy") + ".fledgling",
                         _("Departments") + " (*.fledgling)|*.fledgling", wxFD_SAVE);
        if (ask.ShowModal() != wxID_OK) return;
        const auto path = ask.GetPath();
        const bool kept = attemptLong(_("Copying the book"), [&](Progress& progress) { app::copyBook(desk(), utf8(path), progress.told()); });
        if (kept)
            inform(look::Notice::Success, wxString::Format(_("Copied to %s. Work there, then bring it back here with \"Merge a copy\"."), path));
    });
}

void HistoryPage::mergeCopy() {
    CallAfter([this] {
        wxFileDialog ask(this, _("The copy to bring back"), {}, {},
                         _("Departments") + " (*.fledgling)|*.fledgling|" + _("All files") + "|*",
                         wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (ask.ShowModal() == wxID_OK) session().go("merge", utf8(ask.GetPath()));
    });
}

} // namespace fledgling::ui
