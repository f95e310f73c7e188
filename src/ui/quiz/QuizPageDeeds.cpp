#include "ui/quiz/QuizPage.h"

#include "ui/Named.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"
#include "ui/quiz/QuizSheets.h"

#include <wx/button.h>
#include <wx/intl.h>

// What can be done where the page stands, and why not.
namespace fledgling::ui {

using app::QuizState;

const app::QuizView::Row* QuizPage::chosen() const {
    return m_quiz.empty() ? m_view.row(m_list->selected()) : m_view.shown();
}

std::optional<std::string> QuizPage::whereabouts() { return m_quiz; }

wxString QuizPage::unkept() {
    flush();
    return {};
}

std::vector<app::BookKey> QuizPage::focusedKeys() {
    flush(); // what is typed is an answer already
    const auto& asked = m_view.asked();
    if (m_showing == Showing::Paper && m_at < asked.size()) return {m_view.keyOf(asked[m_at])};
    const auto* row = chosen();
    return row ? m_view.keysOf(row->assessment) : std::vector<app::BookKey>();
}

/// From the list one that is under way is gone on with.
bool QuizPage::goesOn() const {
    const auto* row = chosen();
    return m_quiz.empty() && row && row->state == QuizState::UnderWay;
}

wxString QuizPage::whyNotBegin() {
    const auto* row = chosen();
    if (!row) return _("No quiz stands here yet.");
    if (session().past()) return _("The past is read-only.");
    return goesOn() ? wxString() : sheets::whyNotBegin(*row);
}

void QuizPage::nameBegin() {
    if (m_saysGoOn == goesOn()) return;
    m_saysGoOn = goesOn();
    keyed(m_begin, m_saysGoOn ? _("Continue") : _("Begin"), "F5");
    Layout();
}

void QuizPage::toList() {
    flush();
    setStatus({});
    m_quiz.clear();
    refresh();
    takeKeyboard();
}

void QuizPage::toggleAll() {
    if (m_showing != Showing::Paper) return;
    flush();
    m_all = !m_all;
    session().remember("quiz.all", m_all ? "1" : "");
    drawPaper();
    focusAnswer();
}

void QuizPage::nameToggle() {
    if (m_saysOne == m_all) return;
    m_saysOne = m_all;
    keyed(m_toggle, m_saysOne ? _("One at a time") : _("All on one page"), "F3");
    Layout();
}

void QuizPage::nameKeys() {
    const auto& asked = m_view.asked();
    const bool lines = m_at < asked.size() && asked[m_at].type == domain::QuestionType::Open;
    m_keys->set(dotted({lines ? _("Page Down: next question") : _("Page Down or Enter: next question"), _("Page Up: question before"),
                        lines ? _("Enter: a new line") : wxString()}));
}

void QuizPage::enableDeeds() {
    const bool may = session().may(domain::Verb::TakeQuiz);
    const auto why = whyNotBegin();
    nameBegin();
    enableAction(m_begin, why.empty(), why);
    const wxString noPaper = goesOn() ? _("Open the quiz first: F5 goes on with it.") : _("No quiz is under way here.");
    enableAction(m_handIn, may && m_showing == Showing::Paper, noPaper);
    enableAction(m_toggle, m_showing == Showing::Paper, noPaper);
    enableAction(m_back, m_showing != Showing::List, _("All quizzes stand here already."));
    setPrimary(m_handIn->IsEnabled() ? m_handIn : m_begin);
}

wxString QuizPage::help() const {
    return _("Your quizzes. Enter opens one and tells what to expect; Enter again begins it. Letters or "
             "digits choose "
             "an option, Enter or Page Down goes on, Page Up goes back, F9 hands in. F3 shows "
             "all questions on one page. Every answer is kept at once: "
             "you may close the window and go on later, while the time runs.");
}

} // namespace fledgling::ui
