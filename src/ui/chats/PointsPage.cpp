#include "ui/chats/PointsPage.h"

#include "app/Record.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/chats/FairnessPane.h"
#include "ui/chats/LedgerPane.h"
#include "ui/chats/PointsCells.h"
#include "ui/chats/ReadingsPane.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <optional>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>

namespace fledgling::ui {

using app::PointsView;
using domain::Month;
using domain::PersonId;
using look::State;

namespace {

constexpr int MONTHS_OFFERED = 13;
constexpr int DAYS_OF_FAIRNESS = 90;
constexpr const char* DIFFER = "differ"; ///< of a subject: between readings of that day is to be decided

} // namespace

PointsPage::PointsPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Points")), m_view(desk(), courseLanguage()), m_second(desk(), courseLanguage()) {
    addActions();
    m_months = chips().addPick(_("Month"), {}, "", [this](const std::string& id) {
        if (const auto month = Month::parse(id)) showMonth(*month);
    });
    if (app::seesEverybody(session().actor())) {
        m_teams = chips().addPick(_("Shift"), {}, "", [this](const std::string& id) {
            m_team = id == "*" ? std::string() : id;
            draw();
        });
        m_showing = chips().addOneOf(
            _("Shown"), {{PEOPLE, _("People")}, {READERS, _("Readers")}, {READINGS, _("Second readings")}}, PEOPLE,
            [this](const std::string& id) {
                m_shown = id;
                refresh();
                takeKeyboard();
            });
    }
    layOut();
    listenTo({app::Topic::Chats, app::Topic::People, app::Topic::Courses, app::Topic::Decisions,
              app::Topic::Cohorts});
}

void PointsPage::addActions() {
    if (session().may(domain::Verb::CloseMonth))
        m_close = addAction(_("Close month"), "F9", [this] { close(); });
    if (session().may(domain::Verb::DecideAppeal)) {
        m_uphold = addAction(_("Uphold"), "U", [this] { decide(true); });
        m_reject = addAction(_("Reject"), "R", [this] { decide(false); });
    }
    if (session().may(domain::Verb::SettleReading)) {
        m_first = addAction(_("First stands"), "1", [this] { settle(domain::Reading::First); });
        m_other = addAction(_("Second stands"), "2", [this] { settle(domain::Reading::Second); });
    }
    if (session().may(domain::Verb::ReviewChats))
        m_again = addAction(_("Read again"), "G", [this] { readAgain(); });
    if (session().may(domain::Verb::AppealFault))
        m_appeal = addAction(_("Appeal"), "A", [this] { appeal(); });
    onKey("Alt+Left", _("month before"), [this] { showMonth(m_view.month().before()); });
    onKey("Alt+Right", _("next month"), [this] {
        if (m_view.month().next().first() <= app::shownDay(desk())) showMonth(m_view.month().next());
    });
}

void PointsPage::layOut() {
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    m_columns = columns;
    auto* left = new wxBoxSizer(wxVERTICAL);
    layOutTeam(left);
    // The team's table has a column more, and says what the points mean.
    columns->Add(left, wxSizerFlags(13).Expand().Border(wxRIGHT, look::gap(this, 2)));
    m_ledger = new LedgerPane(body(), m_view);
    m_ledger->onDay = [this] { drawChats(); };
    m_ledger->onFault = [this] { enableDeeds(); };
    columns->Add(m_ledger, wxSizerFlags(11).Expand());
    content()->Add(columns, wxSizerFlags(1).Expand());
    m_fairness = new FairnessPane(body());
    m_fairness->onReadAgain = [this] { readAgain(); };
    m_fairness->Hide();
    content()->Add(m_fairness, wxSizerFlags(1).Expand());
    m_readings = new ReadingsPane(body(), m_second);
    m_readings->onChosen = [this] { drawText(); };
    m_readings->Hide();
    content()->Add(m_readings, wxSizerFlags(1).Expand());
}

void PointsPage::layOutTeam(wxSizer* into) {
    m_people = new Table(body(), _("Points of everybody"), teamColumns(m_room));
    m_people->shareWidth();
    m_people->SetMinSize(FromDIP(wxSize(240, 100)));
    m_people->onSelect = [this](const std::string& id) {
        if (!m_drawing && id != m_view.person().text()) showPerson(id);
    };
    m_people->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fitTeam(); });
    });
    m_people->onActivate = [this](const std::string&) { m_ledger->takeFocus(); };
    m_spread = new Paragraph(body(), look::Type::Small, true);
    into->Add(m_people, wxSizerFlags(1).Expand());
    into->Add(m_spread, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

/// With the columns whose headings there is room for.
void PointsPage::fitTeam() {
    wxString effect;
    for (const auto& row : m_view.rows())
        if (!row.practice() && row.effect.size() > utf8(effect).size()) effect = u8(row.effect);
    const bool wide = m_people->GetSize().x >= roomForHeads(*m_people, teamColumns(Room::Wide), {}, effect);
    if (!m_people->IsShown() || m_view.rows().empty() || m_room == (wide ? Room::Wide : Room::Narrow)) return;
    m_room = wide ? Room::Wide : Room::Narrow;
    m_drawing = true;
    m_people->setColumns(teamColumns(m_room));
    drawTeam();
}

void PointsPage::show(const std::string& subject) {
    m_wanted = subject;
    // Who isn't shown the team comes for the own points, whosever were looked at before.
    if (subject.empty() && !m_view.seesTeam() && !mine()) m_opened = false;
}

bool PointsPage::mine() { return m_view.person() == desk().actor.id; }

wxString PointsPage::titleNow() {
    if (m_view.seesTeam() || mine() || !m_view.row()) return _("Points");
    return wxString::Format(_("Points of %s"), u8(m_view.row()->name));
}

std::optional<std::string> PointsPage::whereabouts() {
    const auto person = m_view.person().text();
    const auto day = m_ledger->day();
    const auto shown = person + " " + (day.empty() ? m_view.month().text() : day);
    if (m_shown == READINGS) return shown + " " + DIFFER;
    if (m_shown == READERS) return shown + " " + READERS;
    const auto* chat = m_ledger->onFaults() ? m_ledger->chat() : nullptr;
    const auto* fault = chat ? m_ledger->fault() : nullptr;
    return fault ? shown + " " + faultId(*chat, *fault) : shown;
}

void PointsPage::refresh() {
    if (!m_opened || !m_wanted.empty()) return open(std::exchange(m_wanted, {}));
    if (attempt([&] { m_view.load(); })) draw();
}

void PointsPage::open(const std::string& subject) {
    const auto parts = domain::split(subject, ' ');
    m_opened = true;
    m_atFault = false;
    std::optional<Month> month;
    std::string day;
    if (parts.size() > 1) {
        if (const auto asDay = domain::Date::parse(parts[1]))
            month = Month(*asDay), day = parts[1];
        else
            month = Month::parse(parts[1]);
    }
    const bool onlyView = subject == READERS || subject == DIFFER;
    if (!subject.empty() && m_showing) {
        const auto shown = onlyView ? subject : parts.size() > 2 ? parts[2] : std::string();
        m_shown = shown == DIFFER ? READINGS : shown == READERS ? READERS : PEOPLE;
        m_showing(m_shown);
    }
    const auto person = parts.empty() || onlyView ? PersonId() : PersonId(parts.front());
    if (!attempt([&] { month ? m_view.show(person, *month) : m_view.show(person); })) return;
    draw();
    if (day.empty()) return;
    if (m_shown == READINGS) m_readings->choose(parts.front(), day);
    if (m_shown != PEOPLE) return;
    m_ledger->chooseDay(day);
    drawChats();
    m_atFault = parts.size() > 3 && m_ledger->chooseFault(parts[2] + " " + parts[3]);
}

void PointsPage::showPerson(const std::string& person) {
    m_atFault = false;
    if (attempt([&] { m_view.show(PersonId(person), m_view.month()); })) draw();
}

void PointsPage::showMonth(Month month) {
    m_atFault = false;
    if (attempt([&] { m_view.show(m_view.person(), month); })) draw();
}

void PointsPage::draw() {
    showDeeds();
    setTitle(titleNow());
    drawChips();
    drawFigure();
    const bool team = m_view.seesTeam();
    const bool none = m_view.rows().empty() || (!team && m_view.row() && m_view.row()->ledger.lines.empty());
    if (m_shown == PEOPLE && none) {
        enableDeeds();
        return showEmpty(team ? _("No chat of this month has been read yet. Points come from the daily chat "
                                  "reviews on the Chats page.")
                         : mine()
                             ? _("None of your chats of this month has been read yet. Every deduction will "
                                 "stand here the same day, with its line.")
                             : _("None of this person's chats of this month has been read yet."));
    }
    showContent();
    m_columns->ShowItems(m_shown == PEOPLE);
    m_fairness->Show(m_shown == READERS);
    m_readings->Show(m_shown == READINGS);
    if (m_shown == READERS) return drawFair();
    if (m_shown == READINGS) return drawReadings();
    m_people->Show(team);
    m_spread->Show(team);
    m_columns->GetItem(std::size_t{0})->Show(team);
    if (team) drawTeam();
    m_ledger->drawDays();
    drawChats();
    m_ledger->drawStanding();
    body()->Layout();
}

void PointsPage::drawFair() {
    app::FairnessView fairness(desk(), courseLanguage());
    const auto today = app::shownDay(desk());
    if (attempt([&] { fairness.load(today.plusDays(-DAYS_OF_FAIRNESS), today); }))
        m_fairness->set(fairness, m_view.rules().firstReplySeconds);
    enableDeeds();
    body()->Layout();
}

void PointsPage::drawReadings() {
    const auto today = app::shownDay(desk());
    if (attempt([&] { m_second.load(today.plusDays(-DAYS_OF_FAIRNESS), today); }))
        m_readings->draw(m_view.rules().firstReplySeconds);
    drawText();
    body()->Layout();
}

void PointsPage::drawText() {
    std::optional<domain::Conversation> text;
    if (const auto* row = m_readings->chosen()) attempt([&] { text = m_second.conversation(*row); });
    m_readings->setConversation(text);
    enableDeeds();
}

/// The buttons of what is shown; those of the rest would crowd them.
void PointsPage::showDeeds() {
    for (auto* button : {m_first, m_other})
        if (button) button->Show(m_shown == READINGS);
    for (auto* button : {m_uphold, m_reject, m_again, m_appeal})
        if (button) button->Show(m_shown != READINGS);
}

void PointsPage::drawChips() {
    std::vector<Chips::Option> months;
    for (Month month(app::shownDay(desk())); months.size() < MONTHS_OFFERED; month = month.before())
        months.push_back({month.text(), u8(month.text())});
    chips().setOptions(m_months, months, m_view.month().text());
    if (m_teams) {
        std::vector<Chips::Option> teams{{"*", _("all")}};
        for (const auto& team : m_view.teams())
            teams.push_back({team, u8(team)});
        chips().setOptions(m_teams, teams, m_team.empty() ? "*" : m_team);
    }
    chips().setNote(m_view.closedBy() ? wxString::Format(_("closed by %s on %s: these points stand"),
                                                         u8(m_view.closer()), dateText(*m_view.closedOn()))
                                      : whyNotClosed());
}

/// Why the month can't be closed now; nothing for who never closes one.
wxString PointsPage::whyNotClosed() {
    if (!m_close || m_view.mayClose()) return {};
    if (m_view.closedBy()) return _("This month is closed: its points stand.");
    return session().past() ? _("The past is read-only.") : _("F9 closes the month once it is over.");
}

void PointsPage::drawFigure() {
    if (!m_view.seesTeam()) {
        const auto* row = m_view.row();
        if (!row || row->days == 0) return setFigure({}); // nothing was read: there is nothing to be proud of
        // A month's: going live counts the practice days of all months.
        if (row->practice()) return setFigure(wxString::Format(_("%1$s practice points in %2$s"), pointsText(*row), u8(m_view.month().text())), stateOf(*row));
        return setFigure(wxString::Format(_("%s points"), pointsText(*row)), stateOf(*row));
    }
    const auto reached = std::count_if(m_view.rows().begin(), m_view.rows().end(),
                                       [](const auto& row) { return row.reached; });
    int appeals = 0;
    for (const auto& row : m_view.rows())
        appeals += row.openAppeals;
    setFigure(dotted({wxString::Format(wxPLURAL("%d person", "%d people", m_view.rows().size()),
                                       static_cast<int>(m_view.rows().size())),
                      wxString::Format(_("%d below a tier"), static_cast<int>(reached)),
                      appealsText(appeals)}),
              appeals > 0 ? State::Due : State::None);
}

void PointsPage::drawTeam() {
    m_drawing = true;
    std::vector<Row> rows;
    for (const auto& row : m_view.rows())
        if (m_team.empty() || row.team == m_team) rows.push_back(teamRow(row, m_room));
    m_people->set(std::move(rows));
    if (m_view.person().empty() && !m_people->order().empty()) {
        const auto first = m_people->order().front();
        m_people->select(first);
        attempt([&] { m_view.show(PersonId(first), m_view.month()); });
    } else {
        m_people->select(m_view.person().text());
    }
    m_drawing = false;
    CallAfter([this] { fitTeam(); });
    m_spread->set(spreadText(m_view.distribution(m_team)));
}

void PointsPage::drawChats() {
    std::vector<PointsView::ChatRow> chats;
    if (const auto day = domain::Date::parse(m_ledger->day())) attempt([&] { chats = m_view.chatsOf(*day); });
    m_ledger->setChats(std::move(chats));
}

void PointsPage::enableDeeds() {
    const auto* fault = m_shown == PEOPLE ? m_ledger->fault() : nullptr;
    if (m_appeal)
        enableAction(m_appeal, fault && fault->mayAppeal,
                     _("Choose a deduction of your own that can still be appealed against."));
    const bool decides = fault && fault->mayDecide;
    const wxString why = _("Choose an open appeal against somebody else's reading.");
    if (m_uphold) enableAction(m_uphold, decides, why);
    if (m_reject) enableAction(m_reject, decides, why);
    if (m_close) enableAction(m_close, m_view.mayClose(), whyNotClosed());
    enableSettling();
    if (m_again) {
        const bool some = m_shown == READERS ? !m_fairness->chosen().empty() : !m_ledger->day().empty() && !m_view.own();
        const bool closed = m_shown != READERS && m_view.closedBy();
        enableAction(m_again, some && m_shown != READINGS && !session().past() && !closed,
                     closed ? _("This month is closed: its points stand.") : _("Choose a day of somebody else."));
    }
}

void PointsPage::focusFirst() {
    if (m_shown == READERS)
        m_fairness->takeFocus();
    else if (m_shown == READINGS)
        m_readings->takeFocus();
    else if (m_atFault)
        m_ledger->takeFaultsFocus();
    else if (m_view.seesTeam())
        m_people->takeFocus();
    else
        m_ledger->takeFocus();
}

std::vector<app::BookKey> PointsPage::focusedKeys() {
    if (m_shown == READERS) return {};
    if (m_shown == READINGS) return keysOf(m_readings->chosen());
    if (const auto* fault = m_ledger->fault(); fault && m_ledger->onFaults()) {
        const auto& chat = m_ledger->chat()->chat;
        std::vector<std::string> key{chat.agent.text(), chat.day.iso(), std::to_string(chat.number)};
        std::vector<app::BookKey> keys{{"chat_review", key}, {"reading_settled", key}};
        key.push_back(fault->criterion);
        keys.push_back({"chat_fault", key});
        keys.push_back({"appeal", key});
        return keys;
    }
    if (m_view.person().empty() || m_ledger->day().empty()) return {};
    const std::vector<std::string> day{m_view.person().text(), m_ledger->day()};
    return {{"chat_review", day}, {"chat_fault", day}, {"appeal", day}};
}

std::vector<app::BookKey> PointsPage::keysOf(const app::SecondReadingsView::Row* row) {
    if (!row) return {};
    const auto& chat = row->of.chat();
    const std::vector<std::string> key{chat.agent.text(), chat.day.iso(), std::to_string(chat.number)};
    return {{"chat_review", key}, {"chat_fault", key}, {"second_reading", key}, {"second_fault", key}, {"reading_settled", key}};
}

wxString PointsPage::help() const {
    return _(
        "Points of a month, counted from the daily chat reviews: each day that failed too many chats costs "
        "one point. "
        "Choose a day to see its failed chats with the criterion, what was wrong and the line. Enter goes from the people to "
        "the ledger and on to the deductions. An appeal (A) is decided by somebody else than the reader; an upheld one recounts "
        "the day. Nobody edits points. Readers shows whether the readers judge alike. "
        "Second readings shows chats that two readers judged differently: somebody else than both says with 1 or 2 "
        "which reading stands.");
}

} // namespace fledgling::ui
