#include "app/Words.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/mentoring/LogDraft.h"
#include "ui/mentoring/LogEntries.h"
#include "ui/mentoring/LogEntryForm.h"
#include "ui/mentoring/LogPage.h"
#include "ui/mentoring/LogSkills.h"

#include <algorithm>
#include <utility>
#include <wx/intl.h>

/// What is written in the log: drafts and the days they are for, entries kept and corrected, skills signed off.
namespace fledgling::ui {

void LogPage::writeFor(domain::Date day) {
    layDraftAside();
    m_view.draftFor(day);
    takeUpDraft(day);
    showDraft();
    layDraftAside();
    drawDays();
    m_skills->takeFocus();
}

void LogPage::nextMissing() {
    const auto& days = m_view.missing();
    if (days.empty()) return;
    const auto at = std::upper_bound(days.begin(), days.end(), m_view.draft().day);
    writeFor(at == days.end() ? days.front() : *at);
}

void LogPage::backToToday() {
    if (m_view.empty() || !m_view.canWrite()) return;
    if (m_view.correcting() || m_view.draft().day != desk().today()) return writeFor(desk().today());
    m_skills->takeFocus();
}

void LogPage::readFields() {
    if (m_view.empty()) return;
    m_form->fill(m_view.draft());
    m_view.draft().practised = m_skills->ticked();
}

void LogPage::showDraft() {
    m_form->set(m_view.draft());
    m_skills->tick(m_view.draft().practised);
}

std::string LogPage::draftKey() const { return "draft.log." + m_view.trainee().text(); }

void LogPage::layDraftAside() {
    if (m_view.empty() || m_view.correcting() || !m_view.canWrite()) return;
    readFields();
    const bool blank = m_form->blank() && m_view.draft().practised.empty();
    session().remember(draftKey(), blank ? std::string() : draftText(m_view.draft()));
}

std::optional<domain::Date> LogPage::takeUpDraft(std::optional<domain::Date> day) {
    if (m_view.empty() || !m_view.canWrite()) return std::nullopt;
    auto aside = draftFrom(session().remembered(draftKey()), m_view.trainee());
    if (!aside) return std::nullopt;
    const auto begunFor = aside->day;
    if (day) aside->day = *day;
    m_view.draft() = std::move(*aside);
    return begunFor;
}

void LogPage::keep() {
    if (m_view.empty() || !m_view.canWrite()) return;
    readFields();
    if (!m_view.correcting()) return keepNow({});
    askReason(this,
              {.title = _("Correct the entry"),
               .explanation = _("The entry as it was stays in the history, with your reason."),
               .action = _("Correct")},
              [this](const ReasonAnswer& answer) { keepNow(answer.reason); });
}

void LogPage::keepNow(const std::string& why) {
    const bool corrected = m_view.correcting();
    auto written = m_view.draft();
    const bool howMissing = !written.practised.empty() && written.how == domain::SkillLevel::None;
    store::ChangeNumber number = 0;
    if (!attempt([&] { number = m_view.keep(why); })) {
        if (howMissing) m_form->focusHow();
        return;
    }
    // What was being written before the correction goes on; what is kept is a draft no more.
    if (corrected)
        takeUpDraft({});
    else
        session().remember(draftKey(), {});
    showDraft();
    draw();
    m_entries->chooseNewest();
    m_skills->chooseSignable(written.practised);
    m_skills->takeFocus();
    m_written.reset();
    if (corrected || number == 0) return;
    for (const auto& entry : m_view.entries())
        if (entry.saw == number) written.id = entry.entry.id;
    m_written = std::move(written);
}

/// An entry that was kept here and then taken back stands in the fields again, where they are empty.
void LogPage::giveBackTakenBack() {
    if (!m_written || m_written->trainee != m_view.trainee()) return;
    const auto& entries = m_view.entries();
    if (std::any_of(entries.begin(), entries.end(), [&](const auto& one) { return one.entry.id == m_written->id; })) return;
    auto again = *m_written;
    m_written.reset();
    if (m_view.correcting() || !m_view.canWrite() || !m_form->blank() || !m_skills->ticked().empty()) return;
    again.id = {};
    m_view.draft() = std::move(again);
    showDraft();
    layDraftAside();
}

void LogPage::correct(const app::LogView::Entry& entry) {
    if (!entry.mine || !m_view.canWrite())
        return inform(wxString::Format(_("Only %s corrects this entry."), u8(entry.by)));
    layDraftAside();
    m_view.beginCorrection(entry.entry.id);
    showDraft();
    drawDays();
    m_skills->takeFocus();
}

void LogPage::sign(const app::LogView::Skill& skill) {
    readFields();
    if (attempt([&] { m_view.sign(skill.id, skill.proven); })) draw();
}

void LogPage::takeBack(const app::LogView::Skill& skill) {
    const auto lower = skill.before;
    askReason(this,
              {.title = _("Take a level back"),
               .explanation = wxString::Format(_("%s goes back to: %s. The signature stays in the history."),
                                               u8(skill.title), u8(app::word(lower, tongue))),
               .action = _("Take back")},
              [this, id = skill.id, lower](const ReasonAnswer& answer) {
                  readFields();
                  if (attempt([&] { m_view.takeBack(id, lower, answer.reason); })) draw();
              });
}

} // namespace fledgling::ui
