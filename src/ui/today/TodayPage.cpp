#include "ui/today/TodayPage.h"

#include "app/Words.h"
#include "app/today/ToDoKeys.h"
#include "ui/Language.h"
#include "ui/Net.h"
#include "ui/Pages.h"
#include "ui/today/TodayPageNews.h"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wupdlock.h>

namespace fledgling::ui {

using app::TodayView;
using app::ToDo;
using app::ToDoKind;

namespace {

/// Wider than this, a line's key would stand too far from its words.
constexpr int WIDEST = 960;
/// Less of a session's title says nothing.
constexpr int LEAST_TITLE = 120;
/// Words that may be cut off are shown whole under the pointer.
constexpr std::size_t LONG = 60;
/// How long after the list was painted the news are asked for.
constexpr int NEWS_MS = 60;
/// The keys of the lines in their order: digits, then letters; the lines after those are reached by the arrows.
constexpr int DIGITS = 9, LETTERS = 26;

std::string iconFor(const ToDo& todo) {
    const auto* entry = pageOf(todo.page);
    return entry ? entry->icon : "action";
}

/// The sentence of a line; a session of another day says which.
wxString wordsFor(const TodayView::Line& line, domain::Date today) {
    if (line.more > 0)
        return wxString::Format(
            wxPLURAL("%d more like the line above", "%d more like the line above", static_cast<unsigned>(line.more)),
            line.more);
    const auto& todo = line.todo;
    const bool left = todo.kind == ToDoKind::MarkSession || todo.kind == ToDoKind::CloseSession;
    const wxString words = u8(app::sentence(todo, today, tongue));
    const wxString time =
        todo.kind == ToDoKind::ComingSession && todo.hours ? u8(todo.hours->text()) : wxString();
    return dotted({left && todo.date != today ? dayText(todo.date) : wxString(), words, time,
                   todo.kind == ToDoKind::ComingSession ? u8(todo.room) : wxString()});
}

} // namespace

TodayPage::TodayPage(wxWindow* parent, Session& ofSession)
    : Page(parent, ofSession, _("Today")), m_view(desk(), session().role(), courseLanguage()), m_visit(session()), m_later(this) {
    m_list = new wxScrolledWindow(body(), wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
    m_list->SetScrollRate(0, look::gap(this, 2));
    named(m_list, _("What waits for you"));
    m_list->SetSizer(new wxBoxSizer(wxVERTICAL));
    content()->Add(m_list, wxSizerFlags(1).Expand());
    onKey("Enter", _("do it"), {});
    onKey("1-9", _("do the line with that number"), {});
    onKey("A-Z", _("do the line with that letter"), {});
    onKey("Up", _("the line before"), [this] { moveBy(-1); });
    onKey("Down", _("the next line"), [this] { moveBy(1); });
    Bind(wxEVT_CHAR_HOOK, &TodayPage::onKeyDown, this);
    m_list->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
        event.Skip();
        if (std::exchange(m_newsDue, false)) m_later.StartOnce(NEWS_MS);
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        // By itself, after the page was shown: what is said on it meanwhile stays.
        if (const auto failed = tried([this] { m_view.loadNews(session().past() ? 0 : m_visit.since()); }))
            complain(failed->sentence, failed->details);
        m_newsKnown = true;
        draw();
    });
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (!event.IsShown()) noteSeen();
    });
    using enum app::Topic;
    listenTo({People, Courses, Calendar, Cohorts, Roll, Evidence, Pairing, Logs, Skills, Problems, Results, Chats, Quizzes, Decisions});
}

wxString TodayPage::help() const {
    return _("What waits for you, nearest first. Up and Down choose a line, Enter does it; its number or letter does "
             "it at once. Below stands what "
             "others did since you were last here.");
}

void TodayPage::show(const std::string&) { m_visit.begin("today"); }

void TodayPage::noteSeen() { m_visit.seen(m_view.seen()); }

void TodayPage::refresh() {
    const bool first = m_view.seen() == 0;
    m_view.load();
    draw();
    if (first) noteSeen();
    m_newsDue = true; // after the list is on the screen
    m_list->Refresh();
}

void TodayPage::focusFirst() {
    if (m_buttons.empty())
        m_list->SetFocus();
    else
        m_buttons.front()->SetFocus();
}

int TodayPage::focused() const {
    const wxWindow* focus = FindFocus();
    const auto at = std::find(m_buttons.begin(), m_buttons.end(), focus);
    return at == m_buttons.end() ? -1 : static_cast<int>(at - m_buttons.begin());
}

std::vector<app::BookKey> TodayPage::focusedKeys() {
    const int at = focused();
    return at < 0 ? std::vector<app::BookKey>() : m_behind[static_cast<std::size_t>(at)]();
}

void TodayPage::draw() {
    const wxWindowUpdateLocker still(this);
    const int focus = focused();
    m_buttons.clear();
    m_does.clear();
    m_behind.clear();
    m_list->GetSizer()->Clear(true);
    setTitle(wxString::Format(_("Today, %s"), dayText(m_view.day())));
    const int due = m_view.due();
    setFigure(due == 0 ? _("nothing waits for you")
                       : wxString::Format(wxPLURAL("%d thing waits for you", "%d things wait for you",
                                                   static_cast<unsigned>(due)),
                                          due),
              due == 0 ? look::State::Met : look::State::Due);
    drawSessions();
    drawLines(_("Needs you"), m_view.waiting());
    if (due == 0) addNote(_("Nothing waits for you today."), look::State::Met);
    drawTrainees();
    drawLines(session().role() == domain::Role::Manager ? _("The mentors' load") : _("Coming up"),
              m_view.ahead());
    drawNews();
    m_list->FitInside();
    m_list->Layout();
    if (focus >= 0 && !m_buttons.empty())
        m_buttons[std::min(static_cast<std::size_t>(focus), m_buttons.size() - 1)]->SetFocus();
}

void TodayPage::addHeading(const wxString& heading) {
    auto* sizer = m_list->GetSizer();
    const int above = sizer->IsEmpty() ? 0 : look::gap(this, 2);
    sizer->Add(look::label(m_list, heading, look::Type::Section),
               wxSizerFlags().Expand().Border(wxTOP, above));
    sizer->AddSpacer(look::gap(this, 0.5));
}

void TodayPage::addNote(const wxString& text, look::State state) {
    auto* label = new wxStaticText(m_list, wxID_ANY, look::signed_(state, text), wxDefaultPosition,
                                   wxDefaultSize, wxST_ELLIPSIZE_END);
    if (state != look::State::None) label->SetForegroundColour(look::colour(state));
    label->SetToolTip(text);
    m_list->GetSizer()->Add(label, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, look::gap(this, 0.75)));
}

wxString TodayPage::nextKey() const {
    if (m_buttons.empty()) return "Enter";
    const int place = static_cast<int>(m_buttons.size());
    if (place < DIGITS) return wxString::Format("%d", place + 1);
    return place < DIGITS + LETTERS ? wxString(static_cast<char>('A' + place - DIGITS)) : wxString();
}

void TodayPage::addLine(const std::string& icon, const wxString& words, const wxString& count,
                        const std::string& page, const std::string& subject, Behind behind) {
    auto* button =
        new wxButton(m_list, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_LEFT);
    native::setStyle(button, "rail");
    native::layOutRailButton(button, look::icon(icon, 20), words, count, nextKey());
    named(button, words, nextKey());
    if (words.length() > LONG) button->SetToolTip(words);
    m_does.push_back([this, page, subject] { session().go(page, subject); });
    m_behind.push_back(std::move(behind));
    button->Bind(wxEVT_BUTTON, [does = m_does.back()](wxCommandEvent&) { does(); });
    m_buttons.push_back(button);
    button->SetMaxSize(wxSize(FromDIP(WIDEST), -1));
    m_list->GetSizer()->Add(button, wxSizerFlags().Expand().Border(wxRIGHT, look::gap(this)));
}

void TodayPage::drawSessions() {
    if (m_view.sessions().empty()) return;
    auto* card = new wxPanel(m_list);
    card->SetBackgroundColour(look::raised());
    native::setStyle(card, "card");
    auto* rows = new wxFlexGridSizer(4, wxSize(look::gap(this, 2), look::gap(this, 1.5)));
    rows->AddGrowableCol(1);
    auto* margin = new wxBoxSizer(wxVERTICAL);
    margin->Add(rows, wxSizerFlags(1).Expand().Border(wxALL, look::gap(this, 2)));
    card->SetSizer(margin);
    for (const auto& todo : m_view.sessions())
        addSession(card, rows, todo);
    card->SetMaxSize(wxSize(FromDIP(WIDEST), -1));
    m_list->GetSizer()->Add(card, wxSizerFlags().Expand().Border(wxRIGHT, look::gap(this)));
}

void TodayPage::addSession(wxWindow* card, wxSizer* row, const ToDo& todo) {
    const wxString hours = todo.hours ? u8(todo.hours->text()) : wxString();
    auto* words = new wxBoxSizer(wxVERTICAL);
    auto* title =
        new wxStaticText(card, wxID_ANY, u8(todo.name), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    title->SetFont(look::font(look::Type::Section));
    // In a narrow window it ends in an ellipsis, and not the button beyond the edge.
    title->SetMinSize(wxSize(FromDIP(LEAST_TITLE), -1));
    words->Add(title, wxSizerFlags().Expand());
    const wxString people =
        wxString::Format(wxPLURAL("%d person", "%d people", static_cast<unsigned>(todo.of)), todo.of);
    auto* where = new wxStaticText(card, wxID_ANY, dotted({u8(todo.cohort), u8(todo.room), people, u8(todo.who)}), wxDefaultPosition,
                                   wxDefaultSize, wxST_ELLIPSIZE_END);
    where->SetForegroundColour(look::muted());
    where->SetMinSize(wxSize(FromDIP(LEAST_TITLE), -1));
    for (auto* line : {title, where})
        native::sayWhenCut(line);
    words->Add(where, wxSizerFlags().Expand());
    const bool marked = todo.kind == ToDoKind::CloseSession;
    const auto state = marked ? look::State::Met : look::State::Due;
    const wxString left = marked ? _("everybody marked") : wxString::Format(_("%d not marked"), todo.count);
    auto* how = look::label(card, look::signed_(state, left));
    how->SetForegroundColour(look::colour(state));
    const wxString does = marked ? _("Close session") : _("Mark");
    auto* button = new wxButton(card, wxID_ANY, does);
    button->SetLabelMarkup(wxControl::EscapeMnemonics(does) + "  <small>" + nextKey() + "</small>");
    auto size = FromDIP(wxSize(104, 34));
    size.IncTo(button->GetBestSize());
    button->SetMinSize(size);
    named(button, labelled(does, dotted({u8(todo.name), u8(todo.cohort)})), dotted({hours, left}));
    if (m_buttons.empty()) native::setStyle(button, "suggested-action");
    m_does.push_back([this, page = todo.page, subject = todo.subject] { session().go(page, subject); });
    m_behind.push_back([this, todo] { return app::keysBehind(desk(), todo); });
    button->Bind(wxEVT_BUTTON, [run = m_does.back()](wxCommandEvent&) { run(); });
    m_buttons.push_back(button);
    row->Add(look::label(card, hours, look::Type::Figure), wxSizerFlags().CentreVertical());
    row->Add(words, wxSizerFlags().Expand());
    row->Add(how, wxSizerFlags().CentreVertical());
    row->Add(button, wxSizerFlags().Expand());
}

void TodayPage::drawLines(const wxString& heading, const std::vector<TodayView::Line>& lines) {
    if (lines.empty()) return;
    addHeading(heading);
    for (const auto& line : lines)
        addLine(iconFor(line.todo), wordsFor(line, m_view.day()), {}, line.todo.page, line.todo.subject,
                [this, todo = line.todo] { return app::keysBehind(desk(), todo); });
}

void TodayPage::drawTrainees() {
    if (m_view.trainees().empty()) return;
    addHeading(_("My trainees"));
    for (const auto& row : m_view.trainees()) {
        // Beyond the days that are needed only the day itself says something, as in the log.
        const wxString days = row.day <= row.days ? wxString::Format(_("day %1$d of %2$d, with you"), row.day, row.days)
                                                  : wxString::Format(_("day %d, with you"), row.day);
        const wxString skills = wxString::Format(_("%1$d of %2$d skills"), row.skillsDone, row.skills);
        addLine("person", dotted({u8(row.name), days, skills}),
                row.due() > 0 ? wxString::Format("%d", row.due()) : wxString(), "log", row.trainee.text(),
                [trainee = row.trainee.text()] {
                    return std::vector<app::BookKey>{{"pairing", {trainee}}, {"skill", {trainee}}};
                });
    }
}

void TodayPage::drawNews() {
    if (!m_newsKnown) return;
    addHeading(_("Since you were here"));
    for (const auto& turn : m_view.turns()) {
        const bool ready = turn.is == domain::Verdict::Ready;
        addLine("readiness",
                look::signed_(ready ? look::State::Met : look::State::Missing,
                              wxString::Format(ready ? _("%s reached readiness") : _("%s lost readiness"), u8(turn.name))),
                {}, "readiness", turn.trainee.text(), [turn] { return app::keysBehind(turn); });
    }
    for (const auto& one : m_view.news()) {
        const wxString words = dotted({momentText(desk().clock, one.at), newsText(one)});
        if (one.page.empty())
            addNote(words);
        else
            addLine("history", words, {}, one.page, one.pageSubject, [this, one] { return app::keysBehind(desk(), one); });
    }
    if (m_view.turns().empty() && m_view.news().empty()) addNote(_("Nobody else changed anything."));
}

void TodayPage::moveBy(int lines) {
    if (m_buttons.empty()) return;
    const int last = static_cast<int>(m_buttons.size()) - 1;
    m_buttons[static_cast<std::size_t>(std::clamp(focused() + lines, 0, last))]->SetFocus();
}

void TodayPage::onKeyDown(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const int digit = code >= WXK_NUMPAD1 && code <= WXK_NUMPAD9 ? code - WXK_NUMPAD0 : code - '0';
    const int place = code >= 'A' && code <= 'Z' ? DIGITS + code - 'A' : digit >= 1 && digit <= DIGITS ? digit - 1 : -1;
    if (event.HasAnyModifiers() || place < 0 || place >= static_cast<int>(m_does.size())) return event.Skip();
    const auto does = m_does[static_cast<std::size_t>(place)]; // it may draw the lines anew
    does();
}

} // namespace fledgling::ui
