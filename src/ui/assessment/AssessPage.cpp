#include "ui/assessment/AssessPage.h"

#include "ui/Language.h"
#include "ui/assessment/ResultWords.h"
#include "ui/controls/Chips.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <charconv>
#include <wx/choice.h>
#include <wx/event.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::ResultsView;
using domain::AssessmentKind;
using look::State;

namespace {

/// Name and post stand before the assessments.
constexpr int FIRST_ASSESSMENT = 2;
constexpr std::size_t MOST_DIGITS = 3;

int percentOf(const std::string& digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// A long title in two lines, broken after its colon: "Practical check:" over "serve one customer".
wxString twoLines(wxString title) {
    if (!title.Replace(": ", ":\n", false))
        title.Replace(wxString::FromUTF8("："), wxString::FromUTF8("：\n"), false);
    return title;
}

wxString headingOf(const ResultsView::Column& column) {
    if (column.kind == AssessmentKind::Practical) return twoLines(u8(column.title));
    // TRANSLATORS: under the heading of a quiz: its pass mark
    return u8(column.title) + "\n" + wxString::Format(_("%d %% to pass"), column.passPercent);
}

Cell resultCell(const ResultsView::Row& row, std::size_t at, const ResultsView::Column& column) {
    const auto result = row.result(at);
    const auto& begun = row.begun.at(at);
    const wxString waits = begun.empty() ? wxString() : begunText(begun.rbegin()->second);
    if (!result && !waits.empty()) return {.text = waits, .state = State::Due};
    if (!result && !row.asked.at(at))
        return {.text = wxString::FromUTF8("–"), .muted = true, .spoken = _("not asked for this post")};
    if (!result) return {.text = _("no result"), .state = State::NotYet};
    wxString text = outcomeText(column.kind, result->percent, result->passed);
    if (!result->passed)
        // TRANSLATORS: attempts used of those allowed, after a failed result
        text = dotted({text, wxString::Format(_("%d of %d attempts"), row.used(at), column.attempts + row.granted.at(at)), waits});
    return {.text = text, .state = result->passed ? State::Met : waits.empty() ? State::Missing : State::Due};
}

} // namespace

AssessPage::AssessPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Assess")), m_view(desk(), courseLanguage()) {
    m_passed = addAction(_("Passed"), "P", [this] { passOrNot(true); });
    m_notYet = addAction(_("Not yet"), "N", [this] { passOrNot(false); });
    m_correct = addAction(_("Correct"), "F2", [this] { correct(); });
    m_grant = addAction(_("Grant"), "G", [this] { grant(); });
    m_cohorts = chips().addPick(_("Cohort"), {}, "", [this](const std::string& id) {
        show(id);
        refresh();
    });
    layOut();
    listenTo({app::Topic::Results, app::Topic::Quizzes, app::Topic::Cohorts, app::Topic::People, app::Topic::Courses});
}

void AssessPage::layOut() {
    m_table = new Table(body(), _("Results"), {}, Table::Cursor::Cells);
    m_table->shareWidth();
    m_table->onKey = [this](const wxKeyEvent& event, const std::string&) { return onTableKey(event); };
    m_table->onCell = [this](const std::string&, int) { onCell(); };
    m_story = new wxStaticText(body(), wxID_ANY, {});
    content()->Add(m_table, wxSizerFlags(1).Expand().Border(wxBOTTOM, look::gap(this)));
    content()->Add(m_story, wxSizerFlags().Expand());
    // Another page opens: what is typed is kept.
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (!event.IsShown()) keepTyped(m_at);
    });
}

void AssessPage::show(const std::string& subject) {
    keepTyped(m_at);
    m_wanted = subject.empty() ? session().remembered("cohort") : subject;
    if (!subject.empty()) session().remember("cohort", subject);
}

std::optional<std::string> AssessPage::whereabouts() {
    return m_view.cohort() ? std::optional(m_view.cohort()->text()) : std::nullopt;
}

void AssessPage::refresh() {
    const std::string wanted = std::exchange(m_wanted, {});
    if (!attempt(
            [&] { m_view.load(wanted.empty() ? std::nullopt : std::optional(domain::CohortId(wanted))); }))
        return;
    drawCohorts();
    if (m_view.rows().empty() || m_view.columns().empty()) {
        setFigure({});
        m_at = {"", -1};
        m_typed.clear();
        enableDeeds();
        return showEmpty(
            _("Results of quizzes and practical checks stand here, once a cohort has trainees."));
    }
    showContent();
    const int done = m_view.cells() - m_view.open();
    setFigure(wxString::Format(_("%d of %d results"), done, m_view.cells()),
              m_view.open() == 0 ? State::Met : State::Due);
    drawRows();
    drawStory();
}

void AssessPage::drawCohorts() {
    std::vector<Chips::Option> options;
    for (const auto& one : m_view.cohorts())
        options.push_back({one.id.text(), u8(one.name)});
    chips().setOptions(m_cohorts, options, m_view.cohort() ? m_view.cohort()->text() : "");
}

/// Only when they are other ones: a table forgets its cursor with its columns.
void AssessPage::drawColumns() {
    std::vector<wxString> headings;
    for (const auto& column : m_view.columns())
        headings.push_back(headingOf(column));
    if (headings == m_headings) return;
    m_headings = headings;
    std::vector<Column> columns{{.title = _("name")}, {.title = _("post")}};
    for (const auto& heading : headings)
        columns.push_back({.title = heading, .sortable = false});
    m_table->setColumns(std::move(columns));
}

void AssessPage::drawRows() {
    m_drawing = true;
    drawColumns();
    std::vector<Row> rows;
    for (const auto& row : m_view.rows()) {
        std::vector<Cell> cells{{.text = u8(row.name), .bold = true}, {.text = postsText(row.posts)}};
        for (std::size_t i = 0; i < m_view.columns().size(); ++i) {
            const bool typing = !m_typed.empty() && m_at == Place(row.trainee.text(), static_cast<int>(i));
            cells.push_back(typing ? Cell{.text = u8(m_typed) + "_ %", .bold = true, .marked = true}
                                   : resultCell(row, i, m_view.columns()[i]));
        }
        rows.push_back({row.trainee.text(), std::move(cells)});
    }
    m_table->set(std::move(rows));
    if (m_table->selected().empty())
        m_table->setCursor(m_view.rows().front().trainee.text(), FIRST_ASSESSMENT);
    // What is typed next belongs to whom the cursor shows, who may be another one now.
    const Place was = std::exchange(m_at, place());
    if (was != m_at) m_typed.clear();
    m_drawing = false;
    enableDeeds();
}

/// Every attempt of the cell, in words, under the table.
void AssessPage::drawStory() {
    wxString story = _("Type a percentage and press Enter; for a practical check press P or N.");
    const auto* row = rowAt(m_at);
    const auto at = static_cast<std::size_t>(std::max(m_at.second, 0));
    if (row && row->used(at) > 0) {
        const auto kind = m_view.columns().at(at).kind;
        std::vector<wxString> parts{u8(row->name)};
        for (const auto& one : row->cells.at(at))
            // TRANSLATORS: "attempt 1: 85 % on 24 Nov, recorded by Lin Yue"
            parts.push_back(wxString::Format(_("attempt %d: %s on %s, recorded by %s"), one.attempt.number,
                                             outcomeText(kind, one.attempt.percent, one.attempt.passed),
                                             dayText(one.attempt.day), u8(one.by)));
        for (const auto& [number, state] : row->begun.at(at))
            // TRANSLATORS: "attempt 2: waits for a marker"
            parts.push_back(wxString::Format(_("attempt %d: %s"), number, begunText(state)));
        story = dotted(parts);
    } else if (const auto& ahead = m_view.ahead(); row && ahead) {
        story << " " << wxString::Format(_("This cohort's assessment is still ahead, on %s %s: a result recorded now is kept all the same."),
                                         dayText(ahead->day), u8(ahead->hours.text()));
    }
    m_story->SetLabelText(story);
    enableDeeds();
}

void AssessPage::enableDeeds() {
    const bool may = session().may(domain::Verb::EnterResult);
    const wxString why = session().past() ? _("The past is read-only.")
                                          : _("Only trainers, supervisors and managers record results.");
    const bool check = practical(m_at);
    const wxString notHere = may ? _("This is for practical checks; a quiz takes a percentage.") : why;
    enableAction(m_passed, may && check, notHere);
    enableAction(m_notYet, may && check, notHere);
    const wxString noCorrection = may ? whyNoCorrection() : why;
    enableAction(m_correct, noCorrection.empty(), noCorrection);
    const wxString noGrant = session().may(domain::Verb::GrantAttempt) ? whyNoGrant() : why;
    enableAction(m_grant, noGrant.empty(), noGrant);
}

/// Empty where there is something to correct, and what it becomes is known.
wxString AssessPage::whyNoCorrection() const {
    if (!rowAt(m_at)) return _("Choose a trainee's result with the arrows first.");
    if (!attemptsAt(m_at)) return _("There is no result here yet.");
    if (!practical(m_at) && m_typed.empty())
        return _("Type the right percentage first, then press F2: it replaces the latest attempt.");
    return {};
}

/// Empty where every attempt is used up.
wxString AssessPage::whyNoGrant() const {
    const auto* row = rowAt(m_at);
    if (!row) return _("Choose a trainee's result with the arrows first.");
    const auto column = static_cast<std::size_t>(m_at.second);
    const auto result = row->result(column);
    if (result && result->passed) return wxString::Format(_("%s has passed here: no further attempt is needed."), u8(row->name));
    const int left = m_view.columns()[column].attempts + row->granted.at(column) - row->used(column);
    if (left <= 0) return {};
    return wxString::Format(wxPLURAL("%s has %d attempt left here: record that first.",
                                     "%s has %d attempts left here: record those first.", static_cast<unsigned>(left)),
                            u8(row->name), left);
}

const ResultsView::Row* AssessPage::rowAt(const Place& at) const {
    return at.first.empty() || at.second < 0 ? nullptr : m_view.row(domain::PersonId(at.first));
}

/// What was recorded there; null where nothing was.
const std::vector<ResultsView::Attempt>* AssessPage::attemptsAt(const Place& at) const {
    const auto* row = rowAt(at);
    if (!row) return nullptr;
    const auto& cell = row->cells.at(static_cast<std::size_t>(at.second));
    return cell.empty() ? nullptr : &cell;
}

AssessPage::Place AssessPage::place() const {
    const int column = m_table->column() - FIRST_ASSESSMENT;
    return {m_table->selected(), column < static_cast<int>(m_view.columns().size()) ? column : -1};
}

bool AssessPage::practical(const Place& at) const {
    return at.second >= 0 && at.second < static_cast<int>(m_view.columns().size()) &&
           m_view.columns()[static_cast<std::size_t>(at.second)].kind == AssessmentKind::Practical;
}

bool AssessPage::onTableKey(const wxKeyEvent& event) {
    if (event.HasAnyModifiers()) return false;
    const int code = event.GetKeyCode();
    const bool wasCell = m_at.second >= 0;
    if (!wasCell && !fromName(code)) return false;
    if (const int digit = digitOf(code); digit >= 0) {
        if (practical(m_at) || !session().may(domain::Verb::EnterResult) || m_typed.size() >= MOST_DIGITS)
            return false;
        m_typed += static_cast<char>('0' + digit);
        drawRows();
        return true;
    }
    switch (code) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (wasCell) enter();
        return true;
    case WXK_BACK:
    case WXK_ESCAPE:
        if (m_typed.empty()) return false;
        code == WXK_BACK ? m_typed.pop_back() : m_typed.clear();
        drawRows();
        return true;
    default: return false;
    }
}

/// Whoever types a result on a name means that trainee's: to the first cell that waits for one. True where the key goes on there.
bool AssessPage::fromName(int code) {
    const bool digit = digitOf(code) >= 0;
    const auto* row = m_view.row(domain::PersonId(m_table->selected()));
    if (!row || !session().may(domain::Verb::EnterResult) || !(digit || code == WXK_RETURN || code == WXK_NUMPAD_ENTER)) return false;
    int to = -1;
    for (int i = static_cast<int>(m_view.columns().size()) - 1; i >= 0; --i) {
        const auto at = static_cast<std::size_t>(i);
        const bool byKey = digit && m_view.columns()[at].kind == AssessmentKind::Practical;
        if (row->asked[at] && row->used(at) == 0 && !byKey) to = i;
    }
    if (to < 0) return setStatus(_("Choose a trainee's result with the arrows first.")), false;
    m_table->setCursor(row->trainee.text(), FIRST_ASSESSMENT + to);
    return true;
}

void AssessPage::onCell() {
    if (m_drawing || m_view.rows().empty()) return;
    const Place now = place();
    if (now == m_at) return;
    keepTyped(std::exchange(m_at, now));
    drawStory();
}

/// What can't be a further attempt may be meant as the right result of the latest one: it stays typed, for F2.
void AssessPage::enter() {
    const std::string typed = m_typed;
    if (keepTyped(m_at)) return moveDown();
    if (!attemptsAt(m_at) || percentOf(typed) > 100) return;
    m_typed = typed;
    drawRows();
    setStatus(_("F2 corrects the latest result to what is typed here, with a reason; Esc drops it."));
}

bool AssessPage::keepTyped(const Place& at) {
    if (m_typed.empty()) return true;
    return keep(at, percentOf(std::exchange(m_typed, {})));
}

bool AssessPage::keep(const Place& at, int percent) {
    const bool kept = attempt(
        [&] { m_view.enter(domain::PersonId(at.first), static_cast<std::size_t>(at.second), percent); });
    // A refusal stays to be read: drawing alone doesn't take it away.
    if (kept)
        refresh();
    else
        drawRows();
    return kept;
}

void AssessPage::passOrNot(bool passed) {
    if (practical(m_at) && keep(m_at, passed ? 100 : 0)) moveDown();
    m_table->takeFocus();
}

void AssessPage::correct() {
    const auto* attempts = attemptsAt(m_at);
    if (!attempts) return;
    const auto column = static_cast<std::size_t>(m_at.second);
    const auto& latest = attempts->back().attempt;
    const int percent = practical(m_at) ? (latest.passed ? 0 : 100) : percentOf(m_typed);
    const auto kind = m_view.columns().at(column).kind;
    askReason(this,
              {.title = _("Correct a result"),
               .explanation = wxString::Format(_("%s: %s becomes %s. The former value stays in the history."),
                                               u8(m_view.row(latest.trainee)->name),
                                               outcomeText(kind, latest.percent, latest.passed),
                                               outcomeText(kind, percent, percent == 100)),
               .action = _("Correct")},
              [this, trainee = latest.trainee, column, percent,
               saw = attempts->back().saw](const ReasonAnswer& answer) {
                  m_typed.clear();
                  if (attempt([&] { m_view.correct(trainee, column, percent, answer.reason, saw); }))
                      refresh();
                  else
                      drawRows();
                  m_table->takeFocus();
              });
}

void AssessPage::grant() {
    if (!rowAt(m_at)) return;
    const domain::PersonId trainee(m_at.first);
    const auto column = static_cast<std::size_t>(m_at.second);
    askReason(this,
              {.title = _("Grant a further attempt"),
               .explanation = wxString::Format(
                   _("%s has used every attempt at %s. One more is granted with a reason; it stays in the history."),
                   u8(m_view.row(trainee)->name), u8(m_view.columns()[column].title)),
               .action = _("Grant")},
              [this, trainee, column](const ReasonAnswer& answer) {
                  if (attempt([&] { m_view.grant(trainee, column, answer.reason); })) refresh();
                  m_table->takeFocus();
              });
}

void AssessPage::moveDown() { m_table->moveBy(1, 0); }

void AssessPage::focusFirst() { m_table->takeFocus(); }

std::vector<app::BookKey> AssessPage::focusedKeys() {
    const Place at = place();
    if (at.first.empty()) return {};
    const auto course = m_view.course();
    if (at.second < 0) return {{"result", {at.first, course}}, {"attempt_granted", {at.first, course}}};
    const auto& assessment = m_view.columns()[static_cast<std::size_t>(at.second)].assessment;
    return {{"result", {at.first, course, assessment}}, {"attempt_granted", {at.first, course, assessment}}};
}

wxString AssessPage::help() const {
    return _("Results of a cohort's quizzes and practical checks. Type a percentage and press Enter: it is "
             "kept and the "
             "cursor goes on to the next trainee. For a practical check press P or N. A failed attempt is "
             "followed by the "
             "next one, up to the number the course allows; to change what was recorded, type the right "
             "percentage and "
             "press F2.");
}

} // namespace fledgling::ui
