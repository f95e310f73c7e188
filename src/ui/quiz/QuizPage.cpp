#include "ui/quiz/QuizPage.h"

#include "ui/Language.h"
#include "ui/NativeKeyboard.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/quiz/AllQuestions.h"
#include "ui/quiz/AnswerPane.h"
#include "ui/quiz/QuizSheets.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using app::QuizState;
using look::State;

namespace {

constexpr int SECOND_MS = 1000;
constexpr int FIVE_MINUTES = 300, ONE_MINUTE = 60;

wxString timeText(int seconds) { return wxString::Format("%d:%02d", seconds / 60, seconds % 60); }

Row questionRow(std::size_t at, const app::QuizView::Asked& asked) {
    const Cell state = asked.answered() ? Cell{.text = _("answered"), .state = State::Met}
                       : asked.partly() ? Cell{.text = _("partly"), .state = State::Due}
                                        : Cell{.text = _("not answered"), .state = State::NotYet};
    return {std::to_string(at), {{.text = wxString::Format("%d", static_cast<int>(at) + 1), .bold = true}, state}};
}

bool typing() {
    const auto* field = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
    return field && field->IsMultiLine();
}

} // namespace

QuizPage::QuizPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Quizzes")), m_view(desk(), courseLanguage()), m_timer(this) {
    m_begin = addAction(_("Begin"), "F5", [this] { begin(); });
    m_handIn = addAction(_("Hand in"), "F9", [this] { handIn(); });
    m_toggle = addAction(_("All on one page"), "F3", [this] { toggleAll(); });
    m_back = addAction(_("All quizzes"), "Escape", [this] { toList(); });
    onKey("PageDown", _("next question"), [this] { step(1); });
    onKey("PageUp", _("question before"), [this] { step(-1); });
    m_all = session().remembered("quiz.all") == "1";
    layOut();
    bindKeys();
    listenTo({app::Topic::Results, app::Topic::Cohorts, app::Topic::Courses});
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { tick(); }, m_timer.GetId());
}

void QuizPage::layOut() {
    m_list =
        new Table(body(), _("Quizzes"),
                  {{.title = _("quiz"), .sortable = false, .matters = true},
                   {.title = _("questions"), .align = Column::Align::Right, .sortable = false},
                   {.title = _("minutes"), .align = Column::Align::Right, .sortable = false},
                   {.title = _("to pass"), .align = Column::Align::Right, .sortable = false},
                   {.title = _("attempts"), .sortable = false},
                   {.title = _("state"), .sortable = false, .stretches = true}});
    m_list->shareWidth();
    m_list->onActivate = [this](const std::string& id) {
        setStatus({});
        m_quiz = id;
        refresh();
        takeKeyboard();
    };
    m_list->onSelect = [this](const std::string&) { enableDeeds(); };
    m_sheet = new RichText(body(), _("About this quiz"));
    m_sheet->onLink = [this](const std::string& path) {
        const std::string before = "session/";
        if (path.starts_with(before)) session().go("training", path.substr(before.size()));
    };
    layOutPaper();
    for (wxWindow* one :
         {static_cast<wxWindow*>(m_list), static_cast<wxWindow*>(m_sheet), static_cast<wxWindow*>(m_paper)})
        content()->Add(one, wxSizerFlags(1).Expand());
    showOnly(Showing::List);
}

void QuizPage::layOutPaper() {
    m_paper = new wxPanel(body());
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_questions = new Table(m_paper, _("Questions"),
                            {{.title = _("no."), .width = 6, .sortable = false},
                             {.title = _("state"), .width = 14, .sortable = false, .stretches = true}});
    m_questions->SetMinSize(FromDIP(wxSize(210, 200)));
    m_questions->onSelect = [this](const std::string& id) { openQuestion(std::stoul(id)); };
    m_questions->onActivate = [this](const std::string&) { step(1); };
    m_one = new wxPanel(m_paper);
    m_text = new RichText(m_one, _("Question"));
    m_answer = new AnswerPane(m_one);
    m_answer->onAnswered = [this](const domain::Response& response) { answered(response); };
    m_every = new AllQuestions(m_paper);
    m_every->onAnswered = [this](std::size_t at, const domain::Response& response) {
        m_at = at;
        answered(response);
    };
    m_every->onOpened = [this](std::size_t at) {
        m_at = at;
        m_questions->select(std::to_string(at));
        nameKeys();
    };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_text, wxSizerFlags(2).Expand());
    column->Add(m_answer, wxSizerFlags(3).Expand().Border(wxTOP, look::gap(this)));
    row->Add(m_questions, wxSizerFlags().Expand().Border(wxRIGHT, look::gap(this, 2)));
    m_one->SetSizer(column);
    row->Add(m_one, wxSizerFlags(1).Expand());
    row->Add(m_every, wxSizerFlags(1).Expand());
    m_keys = new Paragraph(m_paper, look::Type::Small, true);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(row, wxSizerFlags(1).Expand());
    all->Add(m_keys, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    m_paper->SetSizer(all);
}

/// Letters, digits and Enter belong to the question wherever the keyboard stands, unless words are typed.
void QuizPage::bindKeys() {
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool field = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()) != nullptr;
        const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (m_showing == Showing::Paper && enter && !typing() && !event.HasAnyModifiers()) return step(1);
        // Also from inside a field, which would keep these to itself.
        const int turn = event.GetKeyCode() == WXK_PAGEDOWN ? 1 : event.GetKeyCode() == WXK_PAGEUP ? -1 : 0;
        // A field of one line has none above or below: the toolkit would give the keyboard to what answers nothing.
        const int line = !field || typing()                ? 0
                         : event.GetKeyCode() == WXK_DOWN ? 1
                         : event.GetKeyCode() == WXK_UP   ? -1
                                                           : 0;
        if (const int by = turn + line; m_showing == Showing::Paper && by != 0 && !event.HasAnyModifiers()) return step(by);
        if (m_showing == Showing::Paper && field && event.GetKeyCode() == WXK_ESCAPE) return toList();
        if (m_showing == Showing::Paper && !field &&
            (m_all ? m_every->key(event, m_at) : m_answer->key(event)))
            return;
        // Who reads a result presses Enter to go on: a further attempt begins with its own key alone.
        const bool first = m_view.shown() && !m_view.shown()->result && !m_view.shown()->waits;
        if (m_showing == Showing::Sheet && enter && first && m_begin->IsEnabled()) return begin();
        event.Skip();
    });
}

void QuizPage::flush() {
    m_answer->flush();
    m_every->flush();
}

void QuizPage::show(const std::string& subject) {
    flush();
    setStatus({}); // what was said of another quiz, or before it was begun
    if (!subject.empty()) m_quiz = subject;
}

void QuizPage::refresh() {
    flush();
    const bool loaded = attempt([&] {
        if (m_quiz.empty())
            m_view.load();
        else
            m_view.open(m_quiz);
    });
    if (!loaded || m_view.rows().empty()) {
        m_timer.Stop();
        setFigure({});
        enableDeeds();
        return showEmpty(_("Quizzes of your course stand here, once you are in a cohort."));
    }
    showContent();
    const auto* row = m_quiz.empty() ? nullptr : m_view.shown();
    setTitle(row ? u8(row->title) : _("Quizzes"));
    if (!row)
        drawList();
    else if (row->state == QuizState::UnderWay && !m_view.asked().empty())
        drawPaper();
    else
        drawSheet();
    drawFigure();
    enableDeeds();
}

void QuizPage::showOnly(Showing what) {
    m_showing = what;
    m_list->Show(what == Showing::List);
    m_sheet->Show(what == Showing::Sheet);
    m_paper->Show(what == Showing::Paper);
    if (what != Showing::Paper) {
        m_timer.Stop();
        // Of a paper that was left nothing may take the keyboard, or name its own question, when the next one opens.
        m_every->clear();
    }
    body()->Layout();
}

void QuizPage::drawList() {
    std::vector<Row> rows;
    for (const auto& one : m_view.rows()) {
        const wxString state = sheets::standingOf(one);
        rows.push_back(
            {one.assessment,
             {{.text = u8(one.title), .bold = true},
              {.text = wxString::Format("%d", one.questions)},
              {.text = one.minutes > 0 ? wxString::Format("%d", one.minutes) : wxString::FromUTF8("–")},
              {.text = wxString::Format("%d %%", one.passPercent)},
              {.text = one.practice ? _("practice")
                                    : wxString::Format(_("%d of %d used"), one.used, one.allowed)},
              {.text = state, .state = sheets::stateOf(one.state)}}});
    }
    m_list->set(std::move(rows));
    if (m_list->selected().empty()) {
        // One that was left half answered, by a crash, say, comes first: its time runs.
        const auto& all = m_view.rows();
        const auto underWay = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.state == QuizState::UnderWay; });
        m_list->select((underWay == all.end() ? all.front() : *underWay).assessment);
    }
    showOnly(Showing::List);
}

void QuizPage::drawSheet() {
    const auto& row = *m_view.shown();
    const auto why = whyNotBegin();
    std::string html = why.empty() ? std::string() : "<p><b>" + escapedHtml(why) + "</b></p>";
    const bool byHand = row.result && m_view.reviewed().empty();
    if (row.mayBegin() || (m_view.reviewed().empty() && !byHand)) html += sheets::start(row);
    if (byHand) html += paragraphHtml(_("The result was entered by hand: no answers of it are kept here."));
    if (!m_view.reviewed().empty()) html += sheets::outcome(m_view);
    m_sheet->setText(html);
    showOnly(Showing::Sheet);
}

void QuizPage::drawPaper() {
    if (m_showing != Showing::Paper) {
        const auto open = m_view.open();
        m_at = open.empty() ? 0 : static_cast<std::size_t>(open.front() - 1);
        m_lastLeft = m_view.secondsLeft().value_or(0);
        m_warned = false;
    }
    m_at = std::min(m_at, m_view.asked().size() - 1);
    const std::size_t at = m_at; // while it is drawn, lists and fields that keep their place name others
    showOnly(Showing::Paper);
    m_one->Show(!m_all);
    m_every->Show(m_all);
    m_all ? m_every->show(m_view.asked()) : m_every->clear();
    m_paper->Layout();
    m_at = at;
    drawQuestions();
    openQuestion(at);
    nameToggle();
    m_timer.Start(SECOND_MS);
}

void QuizPage::drawQuestions() {
    const std::size_t shown = m_at;
    std::vector<Row> rows;
    for (std::size_t at = 0; at < m_view.asked().size(); ++at)
        rows.push_back(questionRow(at, m_view.asked()[at]));
    m_questions->set(std::move(rows));
    m_questions->select(std::to_string(shown));
}

void QuizPage::openQuestion(std::size_t at) {
    if (at >= m_view.asked().size()) return;
    if (m_all) {
        m_at = at;
        nameKeys();
        return m_every->open(at, false);
    }
    m_answer->flush();
    // The pane makes its controls anew: the keyboard must not be left on one that is gone.
    auto* focus = wxWindow::FindFocus();
    const bool answering = !focus || m_answer->IsDescendant(focus);
    m_at = at;
    nameKeys();
    const auto& asked = m_view.asked()[at];
    m_text->setText("<h3>" + std::to_string(at + 1) + " / " + std::to_string(m_view.asked().size()) +
                    "</h3>" + asked.html);
    m_answer->show(asked);
    if (answering && m_showing == Showing::Paper) m_answer->focusFirst();
}

void QuizPage::step(int by) {
    if (m_showing == Showing::Sheet) return m_sheet->turnPage(by);
    if (m_showing != Showing::Paper) return;
    const int to = static_cast<int>(m_at) + by;
    if (to < 0 || to >= static_cast<int>(m_view.asked().size())) return;
    m_questions->select(std::to_string(to));
    openQuestion(static_cast<std::size_t>(to));
    focusAnswer();
}

void QuizPage::focusAnswer() {
    m_all ? m_every->open(m_at, true) : m_answer->focusFirst();
    // A text between questions has nothing to answer with, and a pane made just now may lose the keyboard while it is
    // laid out: keys have to be heard somewhere.
    CallAfter([this] {
        if (m_showing == Showing::Paper && IsShownOnScreen() && !native::hasKeyboard(wxGetTopLevelParent(this))) m_questions->takeFocus();
    });
}

void QuizPage::begin() {
    setStatus({});
    const auto* row = m_view.shown();
    if (m_showing == Showing::List) {
        m_quiz = m_list->selected();
        refresh();
    } else if (row && row->mayBegin() && attempt([&] { m_view.begin(); })) {
        refresh();
    }
    takeKeyboard();
}

void QuizPage::handIn() {
    if (m_showing != Showing::Paper) return;
    flush();
    const auto open = m_view.open();
    if (!open.empty() && !m_warned) {
        m_warned = true;
        std::vector<wxString> numbers;
        for (const int one : open)
            numbers.push_back(wxString::Format("%d", one));
        // The first open one comes up, to be answered at once.
        m_questions->select(std::to_string(open.front() - 1));
        openQuestion(static_cast<std::size_t>(open.front() - 1));
        return inform(
            wxString::Format(_("Still open: %s. Answer them, or press F9 once more to hand in all the same."),
                             listText(numbers)));
    }
    setStatus({});
    if (attempt([&] { m_view.handIn(); })) refresh();
    takeKeyboard();
}

void QuizPage::answered(const domain::Response& response) {
    m_warned = false;
    if (!attempt([&] { m_view.answer(m_at, response); })) {
        // The time is over, or the paper was handed in elsewhere: the page shows what stands.
        const bool over = m_view.secondsLeft() == 0;
        CallAfter([this, over] {
            refresh();
            if (over) inform(look::Notice::Warning, _("The time was over: what you had answered was handed in."));
        });
        return;
    }
    setStatus(_("Answer kept"));
    m_questions->update(questionRow(m_at, m_view.asked()[m_at]));
    drawFigure();
}

void QuizPage::tick() {
    const auto left = m_view.secondsLeft();
    if (m_showing != Showing::Paper || !left) return;
    const auto passed = [&](int mark) { return m_lastLeft > mark && *left <= mark; };
    if (passed(FIVE_MINUTES)) inform(look::Notice::Warning, _("Five minutes are left."));
    if (passed(ONE_MINUTE)) inform(look::Notice::Warning, _("One minute is left."));
    m_lastLeft = *left;
    drawFigure();
    if (*left > 0) return;
    refresh();
    inform(look::Notice::Warning, _("The time was over: what you had answered was handed in."));
}

void QuizPage::drawFigure() {
    const auto* row = m_quiz.empty() ? nullptr : m_view.shown();
    if (m_showing == Showing::Paper) {
        const int all = static_cast<int>(m_view.asked().size()),
                  done = all - static_cast<int>(m_view.open().size());
        const wxString answers = wxString::Format(_("%d of %d answered"), done, all);
        const auto left = m_view.secondsLeft();
        return setFigure(left ? dotted({answers, wxString::Format(_("%s left"), timeText(*left))}) : answers,
                         left && *left <= FIVE_MINUTES ? State::Missing : State::Due);
    }
    if (!row) return setFigure({});
    setFigure(sheets::standingOf(*row), sheets::stateOf(row->state));
}

void QuizPage::focusFirst() {
    native::layOutNow(wxGetTopLevelParent(this)); // what was shown just now has no place yet, and takes no keyboard
    switch (m_showing) {
    case Showing::List: return m_list->takeFocus();
    case Showing::Sheet: return m_sheet->SetFocus();
    case Showing::Paper: return focusAnswer();
    }
}

} // namespace fledgling::ui
