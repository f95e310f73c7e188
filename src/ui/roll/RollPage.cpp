#include "ui/roll/RollPage.h"

#include "app/Record.h"
#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Named.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Table.h"
#include "ui/roll/RollPageBar.h"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::RollView;
using domain::MarkKind;
using domain::Verb;
using roll::FIRST_SESSION;

namespace {

/// Sessions the chooser offers around today.
constexpr int CHOICES = 40;

wxString unreadRole() { return _("Only trainers, supervisors and managers mark the roll."); }

} // namespace

RollPage::RollPage(wxWindow* parent, Session& ofSession)
    : Page(parent, ofSession, _("Roll")), m_view(desk(), courseLanguage()) {
    m_chooser = chips().addPick(_("Session"), {}, {}, [this](const std::string& id) {
        openSession(id);
        m_table->takeFocus();
    });
    chips().holdInRow(m_chooser);
    // A class of twenty is seen at once in a window of 1280 by 800.
    setDense();
    m_table = new Table(body(), _("Roll"), {}, Table::Cursor::Cells);
    m_table->shareWidth();
    m_table->smallHeadings();
    m_table->showWhole();
    m_bar = new RollPageBar(body());
    content()->Add(m_table, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this, 0.5)));
    content()->Add(m_bar, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
    bindKeys();
    bindBar();
    listenTo({app::Topic::Roll, app::Topic::Evidence, app::Topic::Cohorts, app::Topic::People, app::Topic::Calendar});
}

void RollPage::bindKeys() {
    m_close = addAction(_("Close session"), "F9", [this] { closeOrReopen(); });
    m_all = addAction(_("All present"), "Ctrl+P", [this] { everybodyPresent(); });
    m_correct = addAction(_("Correct"), "C", [this] { correct(); });
    using enum MarkKind;
    for (const auto kind : {Present, Late, LeftEarly, OnLeave, Absent})
        onKey(std::string(1, domain::letterOf(kind)), u8(app::word(kind, tongue)),
              [this, kind] { letter(kind); });
    onKey("0-9", _("minutes, after L or E"), {});
    onKey("Enter", _("next person without a mark; in another column: open that session"),
          [this] { onEnter(); });
    onKey("Backspace", _("take a digit or a mark away"), [this] { takeAway(); });
    onKey("Delete", _("take a mark away"), [this] { takeAway(); });
    onKey("Ctrl+Z", _("undo"), [this] { undo(); });
    onKey("M", _("plan a make-up for what is owed"), [this] { planMakeUp(); });
    onKey("W", _("waive what is owed"), [this] { waive(); });
    onKey("G", _("open the person's page"), [this] {
        if (!m_table->selected().empty()) session().go("person", m_table->selected());
    });
    onKey("Alt+Left", _("the session before"), [this] { step(-1); });
    onKey("Alt+Right", _("the session after"), [this] { step(1); });
    m_table->onKey = [this](const wxKeyEvent& event, const std::string&) { return onTableKey(event); };
    m_table->onCell = [this](const std::string& id, int column) { onCell(id, column); };
    m_table->onActivate = [this](const std::string&) { onEnter(); };
    // Another page opens: minutes that are typed are kept.
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (!event.IsShown()) finish(m_at);
    });
}

void RollPage::bindBar() {
    m_bar->onMark = [this](MarkKind kind) {
        letter(kind);
        m_table->takeFocus();
    };
    m_bar->onClear = [this] {
        takeAway();
        m_table->takeFocus();
    };
    m_bar->onMinutes = [this](int minutes) {
        addMinutes(minutes);
        m_table->takeFocus();
    };
    m_bar->onPlan = [this] { planMakeUp(); };
    m_bar->onWaive = [this] { waive(); };
}

std::vector<app::BookKey> RollPage::focusedKeys() {
    const auto at = place();
    if (at.first.empty() || m_view.empty()) return {};
    if (m_table->column() < FIRST_SESSION) return {{"member", {m_view.cohort().id.text(), at.first}}};
    const auto& column = m_view.columns().at(static_cast<std::size_t>(at.second));
    const std::string session = column.session.text();
    return {{"mark", {session, at.first}},
            {"guest", {session, at.first}},
            {"waiver", {at.first, m_view.cohort().course, column.courseSession}}};
}

wxString RollPage::help() const {
    return _("One key marks one person and moves on; after L or E come the minutes. Every mark is kept at "
             "once, and Ctrl+Z "
             "takes the last one back. Who is missing owes a make-up: it can be planned with another cohort "
             "right here. "
             "Close the session when everybody has a mark. A dot beside a mark: attended, not evidenced; the trainee's "
             "sheet, a film or an exercise is still missing, see Evidence.");
}

// ---- what is shown

void RollPage::show(const std::string& subject) {
    const auto blank = subject.find(' ');
    const std::string id = subject.empty() ? keptSession() : subject.substr(0, blank);
    const domain::Date today = app::shownDay(desk());
    // The rail leads back to what was shown last, but only on the same day.
    // A roll that was closed there is done: then the next open one.
    const bool done = subject.empty() && !m_view.empty() && m_view.closed();
    if (!subject.empty() || m_view.empty() || done || std::exchange(m_day, today) != today) {
        layDraftsAside();
        m_correcting.reset();
        m_view.show(id.empty() ? domain::SessionId() : domain::SessionId(id));
        if (subject.empty() && !m_view.empty() && m_view.closed()) {
            const auto closed = m_view.session().id;
            m_view.show({});
            if (m_view.closed()) m_view.show(closed); // none is left
        }
        m_day = today;
        if (!m_view.empty()) m_drafts = std::exchange(m_aside[m_view.session().id.text()], {});
        showSession();
    }
    if (blank == std::string::npos || m_view.empty()) return;
    if (const int row = m_view.rowOf(domain::PersonId(subject.substr(blank + 1))); row >= 0)
        moveTo(row, m_view.currentColumn());
}

void RollPage::layDraftsAside() {
    finish(m_at);
    if (m_view.empty()) return;
    for (auto& [place, draft] : m_drafts)
        draft.typing = false;
    m_aside[m_view.session().id.text()] = std::exchange(m_drafts, {});
}

std::optional<std::string> RollPage::whereabouts() {
    if (m_view.empty()) return std::nullopt;
    return m_view.session().id.text() + (m_at.first.empty() ? std::string() : " " + m_at.first);
}

std::string RollPage::keptSession() {
    // What was chosen today is shown again after the page was made anew.
    const std::string today = app::shownDay(desk()).iso() + " ";
    const std::string kept = session().remembered("roll.session");
    const bool there = kept.starts_with(today) && m_view.holds(domain::SessionId(kept.substr(today.size())));
    return there ? kept.substr(today.size()) : std::string();
}

void RollPage::refresh() {
    if (!m_view.empty() && !m_view.stale()) return;
    m_view.empty() ? m_view.show({}) : m_view.load();
    drawAll();
}

void RollPage::showSession() {
    if (m_view.empty()) {
        const bool may = session().may(Verb::LayCohort);
        showEmpty(_("No session is planned for these weeks. Plan a cohort: its half days appear here, with "
                    "everybody on the roll."),
                  may ? _("Plan a cohort") : wxString(), [this] { session().go("cohorts"); });
        return;
    }
    session().remember("roll.session", app::shownDay(desk()).iso() + " " + m_view.session().id.text());
    m_at = {};
    drawAll();
    moveTo(std::max(0, m_view.firstUnmarked()), m_view.currentColumn());
}

void RollPage::focusFirst() {
    if (!m_view.empty()) m_table->takeFocus();
}

void RollPage::drawAll() {
    if (m_view.empty()) return showSession();
    showContent();
    m_redraws = true;
    const Place at = m_at;
    auto columns = roll::columnsFor(m_view);
    std::string headings;
    for (const auto& column : columns)
        headings += utf8(column.title) + '\n';
    // New headings only when they differ: making columns anew loses widths and scrolling.
    if (headings != m_headings) m_table->setColumns(std::move(columns));
    m_headings = headings;
    std::vector<Row> rows;
    for (int i = 0; i < static_cast<int>(m_view.rows().size()); ++i) {
        std::vector<std::optional<roll::Draft>> drafts(m_view.columns().size());
        for (const auto& [place, draft] : m_drafts)
            if (rowAt(place) == i) drafts.at(static_cast<std::size_t>(place.second)) = draft;
        rows.push_back(roll::rowFor(m_view, i, drafts));
    }
    m_table->set(std::move(rows));
    if (rowAt(at) >= 0) m_table->setCursor(at.first, at.second + FIRST_SESSION);
    m_redraws = false;
    m_at = place();
    drawChooser();
    drawHeader();
    drawBar();
}

void RollPage::drawRow(int row) {
    if (row < 0) return;
    std::vector<std::optional<roll::Draft>> drafts(m_view.columns().size());
    for (const auto& [place, draft] : m_drafts)
        if (rowAt(place) == row) drafts.at(static_cast<std::size_t>(place.second)) = draft;
    m_redraws = true;
    m_table->update(roll::rowFor(m_view, row, drafts));
    m_redraws = false;
    drawHeader();
    drawBar();
}

void RollPage::drawHeader() {
    const auto& held = m_view.session();
    const auto& column = m_view.columns().at(static_cast<std::size_t>(m_view.currentColumn()));
    const wxString title = dayText(held.day) + " " + u8(app::word(column.half, tongue));
    if (title != Page::title()) setTitle(title);
    const wxString trainer = m_view.trainerName().empty() ? _("trainer open") : u8(m_view.trainerName());
    // The chooser says which session it is, its title with it.
    chips().setNote(dotted({u8(held.hours.text()), u8(held.room), trainer}));
    const int people = static_cast<int>(m_view.rows().size());
    const bool done = m_view.marked() == people;
    const wxString marked = wxString::Format(_("%1$d of %2$d marked"), m_view.marked(), people);
    const wxString nobody = people == 0 ? _("Nobody is on this roll: there is nothing to mark or close. Trainees are enrolled on the Cohorts page.") : wxString();
    setFigure(m_view.closed() ? dotted({_("closed"), marked}) : people == 0 ? _("nobody is on this roll") : marked,
              m_view.ahead() || people == 0 ? look::State::None
              : done                        ? look::State::Met
                                            : look::State::Due);
    const bool mayMark = session().may(Verb::MarkRoll);
    const wxString closing = m_view.closed() ? _("Reopen session") : _("Close session");
    if (m_close->GetName() != closing) {
        keyed(m_close, closing, "F9");
        Layout();
    }
    enableAction(m_close, session().may(Verb::CloseSession) && !m_view.ahead() && (people > 0 || m_view.closed()),
                 m_view.ahead() ? _("It hasn't been held yet.") : people == 0 ? nobody : unreadRole());
    enableAction(m_all, mayMark && !m_view.ahead() && !m_view.closed() && people > 0,
                 m_view.closed()  ? _("The session is closed.")
                 : m_view.ahead() ? _("It hasn't been held yet.")
                 : people == 0    ? nobody
                                  : unreadRole());
    enableAction(m_correct, mayMark, unreadRole());
}

void RollPage::drawChooser() {
    std::vector<Chips::Option> options;
    m_choices = m_view.choices(CHOICES);
    for (const auto& one : m_choices)
        options.push_back({one.session.text(), roll::choiceText(one)});
    chips().setOptions(m_chooser, options, m_view.session().id.text());
    m_chooser->SetToolTip(m_chooser->GetStringSelection());
}

wxString RollPage::cellWords(const Place& at) const {
    const int row = rowAt(at);
    if (row < 0) return {};
    const auto& of = m_view.rows().at(static_cast<std::size_t>(row));
    const wxString where = dotted({u8(of.name), roll::columnText(m_view, at.second)});
    if (const auto it = m_drafts.find(at); it != m_drafts.end() && timed(it->second.kind)) {
        const wxString word = labelled(where, u8(app::word(it->second.kind, tongue)));
        const auto costs = m_view.ruleOf(it->second.kind, at.second);
        return costs ? dotted({word, roll::ruleText(*costs)}) : word;
    }
    const wxString said = labelled(where, roll::cellText(m_view, row, at.second));
    const auto& mark = of.cells.at(static_cast<std::size_t>(at.second)).mark;
    const auto rule = mark ? m_view.ruleOf(mark->kind, at.second) : std::nullopt;
    return rule ? dotted({said, roll::ruleText(*rule)}) : said;
}

void RollPage::drawBar() {
    const int row = rowAt(m_at);
    m_bar->setLegend(roll::evidenceText(m_view));
    const auto it = m_drafts.find(m_at);
    const bool typing = it != m_drafts.end() && timed(it->second.kind);
    // What the page says above its rows isn't said below them once more.
    const bool refused = it != m_drafts.end() && !it->second.whyNot.empty() && it->second.whyNot != complaint();
    wxString words = refused ? it->second.whyNot : cellWords(m_at);
    if (m_correcting && m_correcting->column == m_at.second)
        words = dotted({words, wxString::Format(_("correcting: %s"), u8(m_correcting->why))});
    m_bar->say(words, refused);
    m_bar->setRules(typing ? wxString::Format(_("Type the minutes (%1$d to %2$d), then Enter or the next letter."),
                                              RollView::FEWEST_MINUTES, m_view.mostMinutes(m_at.second))
                           : roll::rulesText(m_view));
    m_bar->offerMinutes(typing);
    m_bar->enableMarks(row < 0 ? _("Nobody is on this roll.") : whyNoMark(m_at.second));
    drawOwed(row);
}

/// What nothing is planned for comes first; of what is planned, where it stands.
std::vector<RollPageBar::Way> RollPage::waysOf(const RollView::Row& of) {
    std::vector<RollPageBar::Way> ways, planned, others;
    for (const auto& one : of.owing) {
        const auto held = m_view.makeUpsFor(one.courseSession);
        if (one.planned && held.size() < 2) continue; // there is nowhere else
        for (const auto& way : held) {
            auto& into = !one.planned ? ways : one.planned->session == way.session ? planned : others;
            into.push_back({one.courseSession, way.session,
                            of.owing.size() > 1 ? labelled(roll::owedText(m_view, one), roll::wayText(way)) : roll::wayText(way)});
        }
    }
    ways.insert(ways.end(), planned.begin(), planned.end());
    ways.insert(ways.end(), others.begin(), others.end());
    return ways;
}

void RollPage::drawOwed(int row) {
    if (row < 0 || m_view.rows().at(static_cast<std::size_t>(row)).owing.empty())
        return m_bar->showOwed({}, look::State::None, {}, {}, {});
    const auto& of = m_view.rows().at(static_cast<std::size_t>(row));
    std::vector<wxString> owed;
    for (const auto& one : of.owing) {
        const wxString when = one.missed ? dotted({dayText(*one.missed), u8(one.title)}) : u8(one.title);
        owed.push_back(one.planned ? when + " " + wxUniChar(0x2192) + " " + roll::wayText(*one.planned)
                                   : when);
    }
    auto ways = waysOf(of);
    const bool mayPlan = session().may(Verb::MarkRoll);
    const wxString noPlan = !mayPlan ? unreadRole() : ways.empty() ? _("No other cohort holds it again.") : wxString();
    const wxString noWaive =
        session().may(Verb::WaiveSession) ? wxString() : _("Only a manager waives a make-up, with a reason.");
    // TRANSLATORS: who owes which make-ups
    m_bar->showOwed(wxString::Format(_("%1$s owes: %2$s"), u8(of.name), listText(owed)), roll::owedState(of), std::move(ways), noPlan,
                    noWaive);
}

// ---- where the keyboard is

RollPage::Place RollPage::place() const {
    const int column = m_table->column() - FIRST_SESSION;
    const bool session = column >= 0 && column < static_cast<int>(m_view.columns().size());
    return {m_table->selected(), session ? column : m_view.currentColumn()};
}

int RollPage::rowAt(const Place& at) const {
    for (std::size_t i = 0; i < m_view.rows().size(); ++i)
        if (m_view.rows()[i].trainee.text() == at.first) return static_cast<int>(i);
    return -1;
}

roll::Draft* RollPage::draftAt(const Place& at) {
    const auto it = m_drafts.find(at);
    return it == m_drafts.end() ? nullptr : &it->second;
}

void RollPage::moveTo(int row, int column) {
    if (row < 0 || row >= static_cast<int>(m_view.rows().size())) return;
    m_table->setCursor(m_view.rows().at(static_cast<std::size_t>(row)).trainee.text(),
                       column + FIRST_SESSION);
}

void RollPage::moveOn(const Place& from) {
    const int row = rowAt(from);
    const int last = static_cast<int>(m_view.rows().size()) - 1;
    const bool current = from.second == m_view.currentColumn();
    const int next = row < last ? row + 1 : current ? m_view.nextUnmarked(row) : row;
    moveTo(next < 0 ? row : next, from.second);
}

void RollPage::onCell(const std::string&, int) {
    if (m_redraws || m_view.empty()) return;
    const Place now = place();
    if (now == m_at) return;
    const Place before = std::exchange(m_at, now);
    if (m_correcting && m_correcting->column != now.second) m_correcting.reset();
    finish(before);
    if (auto* draft = draftAt(before)) {
        draft->typing = false;
        drawRow(rowAt(before));
    }
    drawBar();
}

} // namespace fledgling::ui
