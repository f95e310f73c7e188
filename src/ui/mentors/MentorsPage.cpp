#include "ui/mentors/MentorsPage.h"

#include "app/Record.h"
#include "ui/Language.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/mentors/MentorWords.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using app::MentorRow;
using look::State;

namespace {

wxString percentText(const std::optional<int>& percent) {
    return percent ? wxString::Format("%d %%", *percent) : wxString::FromUTF8("–");
}

Cell examCell(const MentorRow& row, domain::Date today) {
    if (row.exams.empty()) return {.text = wxString::FromUTF8("–"), .muted = true};
    const auto due = std::count_if(row.exams.begin(), row.exams.end(), [&](const auto& one) { return one.isDue(today); });
    if (due == 0) return {.text = _("in force"), .state = State::Met};
    return {.text = wxString::Format(_("%d of %d due"), static_cast<int>(due), static_cast<int>(row.exams.size())), .state = State::Due};
}

Cell punctualityCell(const MentorRow& row) {
    const auto percent = row.led.punctuality();
    if (!percent) return {.text = wxString::FromUTF8("–"), .muted = true};
    constexpr int GOOD = 90;
    return {.text = percentText(percent), .state = *percent >= GOOD ? State::Met : State::Due};
}

wxString examText(const domain::ExamState& exam) {
    if (exam.passed)
        return wxString::Format(_("passed with %d %% on %s"), exam.passed->percent, dayText(exam.passed->day));
    return exam.counting.empty() ? _("never examined") : _("not passed yet");
}

/// Until when a pass is valid or since when it isn't. Who never passed is due since the day of joining: that says nothing.
wxString examDueText(const domain::ExamState& exam, domain::Date today) {
    if (!exam.passed) return exam.isDue(today) ? wxString() : wxString::Format(_("to be taken from %s"), dayText(exam.due));
    return exam.isDue(today) ? wxString::Format(_("due again since %s"), dayText(exam.due))
                             : wxString::Format(_("valid until %s"), dayText(exam.due.plusDays(-1)));
}

std::vector<domain::Evaluation> plain(const MentorRow& row) {
    std::vector<domain::Evaluation> all;
    for (const auto& kept : row.evaluations)
        all.push_back(kept.evaluation);
    return all;
}

} // namespace

MentorsPage::MentorsPage(wxWindow* parent, Session& of) : Page(parent, of, _("Mentors")), m_view(desk(), courseLanguage()) {
    m_practical = addAction(_("Practical check"), "P", [this] { openPractical(); });
    std::vector<Column> columns{{.title = _("mentor"), .width = 14},
                                {.title = _("leads"), .width = 8, .align = Column::Align::Right},
                                {.title = _("trainee-days"), .width = 11, .align = Column::Align::Right},
                                {.title = _("logs on time"), .width = 11},
                                {.title = _("own exams"), .width = 13},
                                {.title = _("went live"), .width = 9, .align = Column::Align::Right},
                                {.title = _("their chats failed"), .width = 18, .align = Column::Align::Right}};
    if (session().may(domain::Verb::SeeEvaluations))
        columns.push_back({.title = _("trainees say"), .width = 14, .align = Column::Align::Right});
    m_table = new Table(body(), _("Mentors"), std::move(columns));
    m_table->onSelect = [this](const std::string&) { drawStory(); };
    m_table->onActivate = [this](const std::string&) { openPractical(); };
    m_story = new RichText(body(), _("The mentor's record"));
    content()->Add(m_table, wxSizerFlags(3).Expand());
    content()->Add(m_story, wxSizerFlags(2).Expand().Border(wxTOP, look::gap(this)));
    listenTo({app::Topic::Pairing, app::Topic::Logs, app::Topic::Results, app::Topic::Quizzes, app::Topic::Chats, app::Topic::People,
              app::Topic::Decisions, app::Topic::Courses});
}

void MentorsPage::show(const std::string& subject) { m_wanted = subject; }

void MentorsPage::refresh() {
    if (!attempt([&] { m_view.load(); })) return;
    if (m_view.rows().empty()) {
        setFigure({});
        const bool adds = session().may(domain::Verb::ManagePeople) && !session().past();
        return showEmpty(_("Mentors and how they lead stand here, once there are any."), adds ? _("Open people") : wxString(),
                         [this] { session().go("people"); });
    }
    showContent();
    const auto today = app::shownDay(desk());
    const auto due = std::count_if(m_view.rows().begin(), m_view.rows().end(), [&](const MentorRow& one) { return one.examDue(today); });
    setFigure(due == 0 ? _("all exams in force")
                       : wxString::Format(wxPLURAL("%d mentor's exam is due", "%d mentors' exams are due", due), static_cast<int>(due)),
              due == 0 ? State::Met : State::Due);
    drawRows();
    if (!m_wanted.empty()) m_table->select(std::exchange(m_wanted, {}));
    if (m_table->selected().empty()) m_table->select(m_view.rows().front().mentor.text());
    drawStory();
    setStatus(wxString::Format(_("Figures of the last %d days. Exams in force and punctual logs are a weight of the pairing proposal."),
                               app::MENTOR_WINDOW));
}

void MentorsPage::drawRows() {
    const auto today = app::shownDay(desk());
    std::vector<Row> rows;
    for (const auto& one : m_view.rows()) {
        std::vector<Cell> cells{{.text = u8(one.name), .bold = true},
                                {.text = wxString::Format(_("%d of %d"), one.leads, one.capacity)},
                                {.text = wxString::Format("%d", one.led.traineeDays)},
                                punctualityCell(one),
                                examCell(one, today),
                                {.text = wxString::Format("%d", one.wentLive)},
                                {.text = percentText(one.failedPercent()), .muted = !one.failedPercent()}};
        if (m_view.seesEvaluations()) {
            const auto mean = domain::meanRating(plain(one));
            cells.push_back({.text = mean ? ratingText(*mean) : wxString::FromUTF8("–"), .muted = !mean});
        }
        rows.push_back({one.mentor.text(), std::move(cells)});
    }
    m_table->set(std::move(rows));
}

const MentorRow* MentorsPage::chosen() const {
    const auto selected = m_table->selected();
    return selected.empty() ? nullptr : m_view.row(domain::PersonId(selected));
}

void MentorsPage::openPractical() {
    const auto* row = chosen();
    const auto check = row ? m_view.practicalOf(*row) : std::string();
    if (!check.empty()) session().go("practical", row->mentor.text() + " " + check);
}

void MentorsPage::drawStory() {
    const auto* row = chosen();
    enableAction(m_practical, row && !m_view.practicalOf(*row).empty(), _("The course has no practical check that mentors take again."));
    if (!row) return m_story->setText({});
    const auto today = app::shownDay(desk());
    std::string html = "<h3>" + escapedHtml(row->name) + "</h3>";
    const wxString led = wxString::Format(wxPLURAL("Led %d trainee", "Led %d trainees", row->led.trainees), row->led.trainees);
    const wxString days = wxString::Format(wxPLURAL("%d trainee-day", "%d trainee-days", row->led.traineeDays), row->led.traineeDays);
    // TRANSLATORS: "Led 2 trainees", "12 trainee-days", then counts
    html += paragraphHtml(wxString::Format(_("%1$s, %2$s in all; log entries due: %3$d, written on their day: %4$d."), led, days,
                                           row->led.logsDue, row->led.logsOnTime));
    if (row->chatsRead > 0)
        html += paragraphHtml(wxString::Format(_("Chats of those led, read after their go-live: %s, failed: %s."), numberText(row->chatsRead), numberText(row->chatsFailed)));
    for (const auto& exam : row->exams) {
        html += paragraphHtml(dotted({u8(m_view.titleOf(exam.assessment)), examText(exam), examDueText(exam, today)}));
    }
    for (const auto& kept : row->evaluations) {
        const auto& one = kept.evaluation;
        html += paragraphHtml(dotted({u8(m_view.nameOf(one.trainee)), occasionText(one.occasion), dayText(kept.day)}));
        std::vector<wxString> ratings;
        for (std::size_t i = 0; i < domain::ASPECTS.size(); ++i)
            ratings.push_back(wxString::Format("%s %d", aspectText(domain::ASPECTS[i]), one.ratings[i]));
        html += "<ul><li>" + escapedHtml(dotted(ratings)) + "</li>" +
                (one.note.empty() ? std::string() : "<li>" + escapedHtml(one.note) + "</li>") + "</ul>";
    }
    m_story->setText(html);
}

void MentorsPage::focusFirst() { m_table->takeFocus(); }

std::vector<app::BookKey> MentorsPage::focusedKeys() {
    const auto mentor = m_table->selected();
    if (mentor.empty()) return {};
    return {{"person", {mentor}}, {"result", {mentor}}};
}

wxString MentorsPage::help() const {
    return _("How the mentors lead: trainee-days carried, log entries written on their day, the exams mentors take again, and what "
             "became of those they led. What trainees say of their mentors is read by the manager alone. Arrows choose a mentor; "
             "the record stands below; Enter opens the practical check the mentor takes again.");
}

} // namespace fledgling::ui
