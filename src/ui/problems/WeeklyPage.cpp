#include "ui/problems/WeeklyPage.h"

#include "app/Record.h"
#include "ui/Language.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/training/TrainingWords.h"

#include <algorithm>
#include <utility>
#include <wx/html/htmlcell.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

using look::State;

namespace {

constexpr int WEEK_DAYS = 7;

wxString oneLine(const std::string& text) {
    wxString line = u8(text);
    line.Replace("\n", " ");
    return line;
}

} // namespace

WeeklyPage::WeeklyPage(wxWindow* parent, Session& of) : Page(parent, of, _("Problem summary")), m_view(desk()) {
    m_keep = addAction(_("Agree on this answer"), "Ctrl+Enter", [this] { keep(); });
    m_drop = addAction(_("Take out of the base"), "Ctrl+D", [this] { drop(); });
    foldWithNext(addAction(_("Week after"), "Alt+Right", [this] { moveWeek(1); }));
    addAction(_("Week before"), "Alt+Left", [this] { moveWeek(-1); });
    onKey("Ctrl+N", _("begin a new answer"), [this] {
        clearForm();
        m_question->SetFocus();
    });
    onKey("F8", _("between problems and the base"),
          [this] { m_problems->IsDescendant(FindFocus()) ? m_answers->takeFocus() : m_problems->takeFocus(); });
    layOut();
    listenTo({app::Topic::Problems, app::Topic::People});
}

void WeeklyPage::layOut() {
    m_about = new Paragraph(body(), look::Type::Body, true);
    content()->Add(m_about, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* left = new wxBoxSizer(wxVERTICAL);
    m_problems = new Table(body(), _("Problems of the week"),
                           {{.title = "", .sortable = false},
                            {.title = _("day")},
                            {.title = _("trainee")},
                            {.title = _("problem"), .stretches = true},
                            {.title = _("state"), .matters = true}});
    m_problems->shareWidth();
    m_problems->onKey = [this](const wxKeyEvent& key, const std::string& id) {
        if (key.HasAnyModifiers() || key.GetKeyCode() != WXK_SPACE) return false;
        mark(id);
        return true;
    };
    m_problems->onActivate = [this](const std::string& id) { mark(id); };
    m_problems->onSelect = [this](const std::string&) { drawChosen(); };
    m_whole = new RichText(body(), _("The chosen problem"));
    m_whole->SetBorders(look::gap(this));
    m_whole->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        // Its height follows from its width alone, and from what it says: its bar comes and goes with the height, and what it says is
        // higher beside a bar, so that one asked the other for ever.
        const wxSize room(event.GetSize().x, body()->GetClientSize().y);
        if (std::exchange(m_room, room) != room) CallAfter([this] { fitChosen(); });
    });
    m_answers = new Table(body(), _("Question-and-answer base"),
                          {{.title = _("week from")},
                           {.title = _("common question"), .stretches = true},
                           {.title = _("agreed by")},
                           {.title = _("number of problems"), .align = Column::Align::Right}});
    m_answers->shareWidth();
    m_answers->onActivate = [this](const std::string& id) { edit(id); };
    left->Add(m_problems, wxSizerFlags(3).Expand());
    left->Add(m_whole, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    auto* base = new Paragraph(body(), look::Type::Section); // in large letters it needs two lines
    base->set(_("Question-and-answer base (Enter opens an answer)"));
    left->Add(base, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, look::gap(this)));
    left->Add(m_answers, wxSizerFlags(2).Expand());
    auto* form = new Form(body());
    m_question = form->addNote(_("The question, as it comes up"), {}, 3);
    m_answer = form->addNote(_("The one answer everybody gives"), {}, 10);
    form->MoveAfterInTabOrder(m_problems); // what was marked is answered next, and the base comes after that
    row->Add(left, wxSizerFlags(3).Expand().Border(wxRIGHT, look::gap(this, 2)));
    row->Add(form, wxSizerFlags(2).Expand());
    content()->Add(row, wxSizerFlags(1).Expand());
}

void WeeklyPage::show(const std::string& subject) { m_wanted = subject; }

std::optional<std::string> WeeklyPage::whereabouts() {
    return m_view.week().iso();
}

/// The form empty, or as the base has it, is nothing to lose.
wxString WeeklyPage::unkept() {
    std::string question, answer;
    for (const auto& one : m_view.answers())
        if (one.kept.answer.id == m_editing) {
            question = one.kept.answer.question;
            answer = one.kept.answer.answer;
        }
    const bool same = utf8(m_question->GetValue()) == question && utf8(m_answer->GetValue()) == answer;
    return same ? wxString() : _("Agree on the answer you began, or begin a new one with Ctrl+N, first.");
}

void WeeklyPage::refresh() {
    const auto wanted = domain::Date::parse(std::exchange(m_wanted, {}));
    if (!attempt([&] { m_view.load(wanted); })) return;
    showContent();
    const int open = m_view.open();
    const int earlier = m_view.openBefore();
    const wxString before = wxString::Format(wxPLURAL("%d open in the week before", "%d open in the week before", earlier), earlier);
    if (open == 0 && earlier > 0)
        setFigure(before, State::Due);
    else
        setFigure(open == 0 ? _("everything is summed up") : wxString::Format(wxPLURAL("%d problem open", "%d problems open", open), open),
                  open == 0 ? State::Met : State::Due);
    const auto week = m_view.week();
    m_about->set(dotted({wxString::Format(_("%s to %s"), dayText(week), dayText(week.plusDays(WEEK_DAYS - 1))), turnText(),
                         _("Space marks the problems an answer is for.")}));
    std::erase_if(m_marked, [&](const std::string& id) {
        // What went into the base meanwhile is answered.
        return std::none_of(m_view.problems().begin(), m_view.problems().end(),
                            [&](const auto& one) { return one.id.text() == id && (one.inAnswer.empty() || one.inAnswer == m_editing); });
    });
    drawProblems();
    drawAnswers();
    const bool may = session().may(domain::Verb::AgreeAnswer) && !session().past();
    enableAction(m_keep, may, session().past() ? _("The past is read-only.") : _("Mentors, trainers and managers agree on answers."));
    enableAction(m_drop, may && !m_editing.empty(), _("Open an answer of the base first."));
}

/// Whose turn it is; of a week gone by, who summed it up.
wxString WeeklyPage::turnText() {
    const wxString who = u8(m_view.turn());
    if (m_view.week() >= domain::weekOf(app::shownDay(desk()))) {
        if (m_view.mine()) return _("It is your turn to sum up this week.");
        return who.empty() ? _("Nobody is there to sum up this week.") : wxString::Format(_("%s sums up this week."), who);
    }
    std::vector<wxString> by;
    for (const auto& one : m_view.answers())
        if (one.kept.answer.week == m_view.week() && std::find(by.begin(), by.end(), u8(one.by)) == by.end())
            by.push_back(u8(one.by));
    if (!by.empty()) return wxString::Format(_("This week was summed up by %s."), listText(by));
    if (m_view.open() == 0) return {};
    if (m_view.mine()) return _("It was your turn to sum up this week: that is still to do.");
    return who.empty() ? _("Nobody has summed up this week.")
                       : wxString::Format(_("It was the turn of %s to sum up this week: that is still to do."), who);
}

void WeeklyPage::drawProblems() {
    std::vector<Row> rows;
    for (const auto& one : m_view.problems()) {
        const bool marked = m_marked.contains(one.id.text());
        const Cell state = !one.inAnswer.empty() ? Cell{.text = _("in the base"), .state = State::Met}
                           : one.answer.empty()  ? Cell{.text = _("waiting"), .state = State::Missing}
                                                 : Cell{.text = _("answered"), .state = State::Due};
        const wxString sign = wxString::FromUTF8(marked ? "●" : one.inAnswer.empty() ? "○" : "");
        rows.push_back({one.id.text(),
                        {{.text = sign, .muted = !marked, .spoken = marked ? _("marked") : wxString()},
                         {.text = dayText(one.day)},
                         {.text = u8(one.name)},
                         {.text = oneLine(one.text), .bold = marked},
                         state}});
    }
    m_problems->set(std::move(rows));
    if (m_problems->selected().empty() && !m_view.problems().empty()) m_problems->select(m_view.problems().front().id.text());
    drawChosen();
}

/// The chosen problem in whole; of a week without any, what to do.
void WeeklyPage::drawChosen() {
    std::string html;
    const auto add = [&](const std::string& text) { html += "<p>" + text + "</p>"; };
    if (m_view.problems().empty())
        add(escapedHtml(m_view.openBefore() > 0
                            ? _("Nobody wrote down a problem in this week. Those of the week before are still to sum up: Alt+Left.")
                            : _("Nobody wrote down a problem in this week. Alt+Left and Alt+Right lead to other weeks.")));
    for (const auto& one : m_view.problems()) {
        if (one.id.text() != m_problems->selected()) continue;
        add("<b>" + escapedHtml(dotted({u8(one.name), dayText(one.day)})) + "</b> " + escapedHtml(one.text));
        if (!one.answer.empty()) add("<b>" + escapedHtml(_("answered")) + "</b> " + escapedHtml(one.answer));
    }
    m_whole->setText(html);
    fitChosen();
}

/// As high as what it says, though never more than a third of the page; the rest is the tables'.
void WeeklyPage::fitChosen() {
    const auto* said = m_whole->GetInternalRepresentation();
    if (!said) return;
    const int least = m_whole->GetCharHeight() * 2 + look::gap(this, 2);
    // The library keeps a line free below what it says, and brings its bar where there is none.
    const int whole = said->GetHeight() + m_whole->GetCharHeight() + look::gap(this, 0.5);
    const int height = std::clamp(whole, least, std::max(least, body()->GetClientSize().y / 3));
    if (height == m_whole->GetMinSize().y) return;
    m_whole->SetMinSize(wxSize(FromDIP(160), height));
    body()->Layout();
    // Where the list grew into what was this text's, nothing of the former ground stays.
    m_problems->Refresh();
}

void WeeklyPage::drawAnswers() {
    std::vector<Row> rows;
    for (const auto& one : m_view.answers())
        rows.push_back({one.kept.answer.id,
                        {{.text = dayText(one.kept.answer.week)},
                         {.text = oneLine(one.kept.answer.question), .bold = one.kept.answer.id == m_editing},
                         {.text = u8(one.by)},
                         {.text = wxString::Format("%d", static_cast<int>(one.kept.answer.problems.size()))}}});
    m_answers->set(std::move(rows));
}

void WeeklyPage::mark(const std::string& id) {
    if (id.empty()) return;
    if (!attempt([&] { m_view.requireMarkable(domain::ProblemId(id), m_editing); })) return;
    if (!m_marked.erase(id)) m_marked.insert(id);
    // The first one marked gives the question, to be put better.
    if (m_marked.size() == 1 && m_question->IsEmpty())
        for (const auto& one : m_view.problems())
            if (m_marked.contains(one.id.text())) {
                m_question->ChangeValue(oneLine(one.text));
                if (m_answer->IsEmpty()) m_answer->ChangeValue(u8(one.answer));
            }
    drawProblems();
    m_problems->moveBy(1, 0);
}

void WeeklyPage::keep() {
    std::set<domain::ProblemId> problems;
    for (const auto& id : m_marked)
        problems.insert(domain::ProblemId(id));
    const auto question = utf8(m_question->GetValue()), answer = utf8(m_answer->GetValue());
    const auto editing = m_editing;
    if (!attempt([&] { m_view.agree(question, answer, problems, editing); })) return;
    clearForm();
    m_problems->takeFocus();
}

void WeeklyPage::edit(const std::string& id) {
    if (id == m_editing) return m_answer->SetFocus();
    if (const auto begun = unkept(); !begun.empty()) return inform(begun);
    for (const auto& one : m_view.answers()) {
        if (one.kept.answer.id != id) continue;
        m_editing = id;
        m_wanted = one.kept.answer.week.iso();
        m_question->ChangeValue(u8(one.kept.answer.question));
        m_answer->ChangeValue(u8(one.kept.answer.answer));
        m_marked.clear();
        for (const auto& problem : one.kept.answer.problems)
            m_marked.insert(problem.text());
    }
    refresh();
    m_answer->SetFocus();
}

void WeeklyPage::drop() {
    if (m_editing.empty()) return;
    const auto id = m_editing;
    askReason(this,
              {.title = _("Take out of the base"),
               .explanation = _("The answer is no longer shown; whoever was answered with it keeps it."),
               .action = _("Take out")},
              [this, id](const ReasonAnswer& answer) {
                  if (attempt([&] { m_view.drop(id, answer.reason); })) clearForm();
              });
}

void WeeklyPage::clearForm() {
    m_editing.clear();
    m_marked.clear();
    m_question->Clear();
    m_answer->Clear();
    refresh();
}

void WeeklyPage::moveWeek(int weeks) {
    m_wanted = m_view.week().plusDays(weeks * WEEK_DAYS).iso();
    refresh();
}

void WeeklyPage::focusFirst() { m_problems->takeFocus(); }

std::vector<app::BookKey> WeeklyPage::focusedKeys() {
    const auto answer = m_answers->selected(), problem = m_problems->selected();
    if (m_answers->IsDescendant(FindFocus()) && !answer.empty()) return {{"common_answer", {answer}}};
    if (problem.empty()) return {};
    return {{"problem", {problem}}};
}

wxString WeeklyPage::help() const {
    return _("Once a week somebody sums up what came up in the trainees' problem logs; the mentors take turns. Space marks the problems "
             "that are one and the same, the question and its one common answer are written on the right, Ctrl+Enter keeps it: it goes "
             "into the question-and-answer base that every trainee reads beside the course, and answers the marked problems. Alt+Left and "
             "Alt+Right go from week to week.");
}

} // namespace fledgling::ui
