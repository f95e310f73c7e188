#include "ui/chats/PointsPage.h"

#include "app/Record.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/chats/CriterionText.h"
#include "ui/chats/FairnessPane.h"
#include "ui/chats/LedgerPane.h"
#include "ui/chats/PointsCells.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/Table.h"

#include <algorithm>
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

} // namespace

PointsPage::PointsPage(wxWindow* parent, Session& of)
    : Page(parent, of, _("Points")), m_view(desk(), courseLanguage()) {
    addActions();
    m_months = chips().addPick(_("Month"), {}, "", [this](const std::string& id) {
        if (const auto month = Month::parse(id)) showMonth(*month);
    });
    if (app::seesEverybody(session().actor())) {
        m_teams = chips().addPick(_("Shift"), {}, "", [this](const std::string& id) {
            m_team = id == "*" ? std::string() : id;
            draw();
        });
        chips().addOneOf(_("Shown"), {{"people", _("People")}, {"readers", _("Readers")}}, "people",
                         [this](const std::string& id) {
                             m_fair = id == "readers";
                             refresh();
                             focusFirst();
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
    columns->Add(left, wxSizerFlags(10).Expand().Border(wxRIGHT, look::gap(this, 2)));
    m_ledger = new LedgerPane(body(), m_view);
    m_ledger->onDay = [this] { drawChats(); };
    m_ledger->onFault = [this] { enableDeeds(); };
    columns->Add(m_ledger, wxSizerFlags(11).Expand());
    content()->Add(columns, wxSizerFlags(1).Expand());
    m_fairness = new FairnessPane(body());
    m_fairness->onReadAgain = [this] { readAgain(); };
    m_fairness->Hide();
    content()->Add(m_fairness, wxSizerFlags(1).Expand());
}

void PointsPage::layOutTeam(wxSizer* into) {
    m_people = new Table(body(), _("Points of everybody"), teamColumns());
    m_people->onSelect = [this](const std::string& id) {
        if (!m_drawing && id != m_view.person().text()) showPerson(id);
    };
    m_people->onActivate = [this](const std::string&) { m_ledger->takeFocus(); };
    m_spread = new Paragraph(body(), look::Type::Small, true);
    into->Add(m_people, wxSizerFlags(1).Expand());
    into->Add(m_spread, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
}

void PointsPage::show(const std::string& subject) { m_wanted = subject; }

void PointsPage::refresh() {
    if (!m_opened || !m_wanted.empty()) return open(std::exchange(m_wanted, {}));
    if (attempt([&] { m_view.load(); })) draw();
}

void PointsPage::open(const std::string& subject) {
    const auto parts = domain::split(subject, ' ');
    m_opened = true;
    std::optional<Month> month;
    std::string day;
    if (parts.size() > 1) {
        if (const auto asDay = domain::Date::parse(parts[1]))
            month = Month(*asDay), day = parts[1];
        else
            month = Month::parse(parts[1]);
    }
    if (!attempt([&] { m_view.show(parts.empty() || parts.front().empty() ? PersonId() : PersonId(parts.front()), month); })) return;
    draw();
    if (!day.empty()) m_ledger->chooseDay(day), drawChats();
}

void PointsPage::showPerson(const std::string& person) {
    if (attempt([&] { m_view.show(PersonId(person)); })) draw();
}

void PointsPage::showMonth(Month month) {
    if (attempt([&] { m_view.show(m_view.person(), month); })) draw();
}

void PointsPage::draw() {
    setTitle(m_view.seesTeam() ? _("Points") : _("My points"));
    drawChips();
    drawFigure();
    const bool team = m_view.seesTeam();
    if (m_view.rows().empty() || (!team && m_view.row() && m_view.row()->ledger.lines.empty())) {
        enableDeeds();
        return showEmpty(team ? _("No chat of this month has been read yet. Points come from the daily chat "
                                  "reviews on the Chats page.")
                              : _("None of your chats of this month has been read yet. Every deduction will "
                                  "stand here the same day, with its line."));
    }
    showContent();
    m_columns->ShowItems(!m_fair);
    m_fairness->Show(m_fair);
    if (m_fair) return drawFair();
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
    if (attempt([&] { fairness.load(app::shownDay(desk()).plusDays(-DAYS_OF_FAIRNESS), app::shownDay(desk())); }))
        m_fairness->set(fairness, m_view.rules().firstReplySeconds);
    enableDeeds();
    body()->Layout();
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
                                      : wxString());
}

void PointsPage::drawFigure() {
    if (!m_view.seesTeam()) {
        const auto* row = m_view.row();
        if (!row) return setFigure({});
        const wxString words = row->practice() ? _("%s practice points") : _("%s points");
        wxString figure = words;
        figure.Replace("%s", pointsText(*row));
        return setFigure(figure, stateOf(*row));
    }
    const auto reached = std::count_if(m_view.rows().begin(), m_view.rows().end(),
                                       [](const auto& row) { return row.reached; });
    int appeals = 0;
    for (const auto& row : m_view.rows())
        appeals += row.openAppeals;
    setFigure(dotted({wxString::Format(wxPLURAL("%d person", "%d people", m_view.rows().size()),
                                       static_cast<int>(m_view.rows().size())),
                      wxString::Format(_("%d below a tier"), static_cast<int>(reached)),
                      appeals > 0
                          ? wxString::Format(wxPLURAL("%d appeal open", "%d appeals open", appeals), appeals)
                          : wxString()}),
              appeals > 0 ? State::Due : State::None);
}

void PointsPage::drawTeam() {
    m_drawing = true;
    std::vector<Row> rows;
    for (const auto& row : m_view.rows())
        if (m_team.empty() || row.team == m_team) rows.push_back(teamRow(row));
    m_people->set(std::move(rows));
    if (m_view.person().empty() && !m_people->order().empty()) {
        const auto first = m_people->order().front();
        m_people->select(first);
        attempt([&] { m_view.show(PersonId(first)); });
    } else {
        m_people->select(m_view.person().text());
    }
    m_drawing = false;
    m_spread->set(spreadText(m_view.distribution(m_team)));
}

void PointsPage::drawChats() {
    std::vector<PointsView::ChatRow> chats;
    if (const auto day = domain::Date::parse(m_ledger->day())) attempt([&] { chats = m_view.chatsOf(*day); });
    m_ledger->setChats(std::move(chats));
}

void PointsPage::enableDeeds() {
    const auto* fault = m_fair ? nullptr : m_ledger->fault();
    if (m_appeal)
        enableAction(m_appeal, fault && fault->mayAppeal,
                     _("Choose a deduction of your own that can still be appealed against."));
    const bool decides = fault && fault->mayDecide;
    const wxString why = _("Choose an open appeal against somebody else's reading.");
    if (m_uphold) enableAction(m_uphold, decides, why);
    if (m_reject) enableAction(m_reject, decides, why);
    if (m_close)
        enableAction(m_close, m_view.mayClose(),
                     m_view.closedBy() ? _("This month is closed: its points stand.")
                                       : _("The month is not over yet."));
    if (m_again) {
        const bool some = m_fair ? !m_fairness->chosen().empty() : !m_ledger->day().empty() && !m_view.own();
        enableAction(m_again, some && !session().past(), _("Choose a day of somebody else."));
    }
}

void PointsPage::appeal() {
    const auto* chat = m_ledger->chat();
    const auto* fault = m_ledger->fault();
    if (!chat || !fault) return;
    askReason(
        this,
        {.title = _("Appeal"),
         .explanation = wxString::Format(
             _("Chat %d, %s: %s. Somebody else than the reader decides, and you will read the answer here."),
             chat->chat.number,
             criterionText(fault->criterion, fault->title, m_view.rules().firstReplySeconds),
             u8(fault->reason)),
         .action = _("Appeal"),
         .reasonLabel = _("Why the chat should pass")},
        [this, key = chat->chat, criterion = fault->criterion](const ReasonAnswer& answer) {
            if (attempt([&] { m_view.appeal(key, criterion, answer.reason); })) refresh();
            m_ledger->takeFaultsFocus();
        });
}

void PointsPage::decide(bool uphold) {
    const auto* chat = m_ledger->chat();
    const auto* fault = m_ledger->fault();
    const auto* row = m_view.row();
    if (!chat || !fault || !fault->appeal || !row) return;
    const int before = row->points();
    askReason(this,
              {.title = uphold ? _("Uphold the appeal") : _("Reject the appeal"),
               .explanation = wxString::Format(_("%s wrote: %s"), u8(row->name), u8(fault->appeal->plea)),
               .action = uphold ? _("Uphold") : _("Reject"),
               .reasonLabel = _("Answer")},
              [this, uphold, before, key = chat->chat, criterion = fault->criterion,
               saw = fault->appealSaw](const ReasonAnswer& answer) {
                  if (!attempt([&] { m_view.decide(key, criterion, uphold, answer.reason, saw); })) return;
                  refresh();
                  const int now = m_view.row() ? m_view.row()->points() : before;
                  m_ledger->takeFaultsFocus();
                  // After the redrawing that the change itself asks for, which would take the words away.
                  if (uphold)
                      CallAfter([this, before, now] {
                          inform(wxString::Format(_("The day is counted anew: %d points before, %d now."),
                                                  before, now));
                      });
              });
}

void PointsPage::readAgain() {
    const auto subject = m_fair ? m_fairness->chosen() : m_view.person().text() + " " + m_ledger->day();
    if (!subject.empty()) session().go("chats", subject + " again");
}

void PointsPage::close() {
    askReason(this,
              {.title = _("Close the month"),
               .explanation = wxString::Format(
                   _("%s is frozen: its points stand, and no reading or appeal in it is taken any more."),
                   u8(m_view.month().text())),
               .action = _("Close the month"),
               .reasonLabel = _("Note")},
              [this](const ReasonAnswer& answer) {
                  if (attempt([&] { m_view.close(answer.reason); })) refresh();
              });
}

void PointsPage::focusFirst() {
    if (m_fair)
        m_fairness->takeFocus();
    else if (m_view.seesTeam())
        m_people->takeFocus();
    else
        m_ledger->takeFocus();
}

std::vector<app::BookKey> PointsPage::focusedKeys() {
    if (m_fair) return {};
    if (const auto* fault = m_ledger->fault(); fault && m_ledger->onFaults()) {
        const auto& chat = m_ledger->chat()->chat;
        std::vector<std::string> key{chat.agent.text(), chat.day.iso(), std::to_string(chat.number)};
        std::vector<app::BookKey> keys{{"chat_review", key}};
        key.push_back(fault->criterion);
        keys.push_back({"chat_fault", key});
        keys.push_back({"appeal", key});
        return keys;
    }
    if (m_view.person().empty() || m_ledger->day().empty()) return {};
    const std::vector<std::string> day{m_view.person().text(), m_ledger->day()};
    return {{"chat_review", day}, {"chat_fault", day}, {"appeal", day}};
}

wxString PointsPage::help() const {
    return _(
        "Points of a month, counted from the daily chat reviews: each day that failed too many chats costs "
        "one point. "
        "Choose a day to see its failed chats with the criterion, what was wrong and the line. Enter goes "
        "from the "
        "people to the ledger and on to the deductions. An appeal (A) is decided by somebody else than the "
        "reader; an "
        "upheld one recounts the day. Nobody edits points. Readers shows whether the readers judge alike.");
}

} // namespace fledgling::ui
