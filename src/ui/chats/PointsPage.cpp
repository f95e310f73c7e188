#include "ui/chats/PointsPage.h"

#include "app/Record.h"
#include "app/chats/ChatWords.h"
#include "domain/Text.h"
#include "ui/Language.h"
#include "ui/chats/FairnessPane.h"
#include "ui/controls/Chips.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/ReasonDialog.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

using app::PointsView;
using domain::Month;
using domain::PersonId;
using look::State;

namespace {

constexpr int MONTHS_OFFERED = 13;
constexpr int DAYS_OF_FAIRNESS = 90;

State stateOf(const PointsView::Row& row) {
    if (row.reached) return State::Missing;
    return row.openAppeals > 0 ? State::Due : State::Met;
}

wxString pointsText(const PointsView::Row& row) {
    return wxString::Format("%d/%d", row.points(),
                            row.practice() ? row.ledger.practiceStart : row.ledger.start);
}

wxString criterionText(const std::string& id, const std::string& title, int limit) {
    return id == domain::FIRST_REPLY ? wxString::Format(_("First reply within %d s"), limit)
                                     : u8(title.empty() ? id : title);
}

Cell appealCell(const PointsView::FaultRow& fault, const PointsView::ChatRow& chat) {
    if (fault.appeal) {
        using enum domain::AppealState;
        const State state = fault.appeal->state == Upheld ? State::Waived
                            : fault.appeal->state == Open ? State::Due
                                                          : State::None;
        return {.text = u8(app::word(fault.appeal->state, tongue)), .state = state};
    }
    if (fault.mayAppeal)
        return {.text = wxString::Format(_("possible until %s"), dayText(*chat.appealUntil)), .muted = true};
    return {.text = wxString::FromUTF8("–"), .muted = true};
}

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
    m_people = new Table(body(), _("Points of everybody"),
                         {{.title = _("name"), .width = 10},
                          {.title = _("points"), .width = 9, .align = Column::Align::Right},
                          {.title = _("days read"), .width = 8, .align = Column::Align::Right},
                          {.title = _("deciding"), .width = 7, .align = Column::Align::Right},
                          {.title = _("appeals"), .width = 7, .align = Column::Align::Right},
                          {.title = _("what it means"), .width = 14, .stretches = true}});
    m_people->onSelect = [this](const std::string& id) {
        if (!m_drawing && id != m_view.person().text()) showPerson(id);
    };
    m_people->onActivate = [this](const std::string&) { m_ledger->takeFocus(); };
    m_spread = new Paragraph(body(), look::Type::Small, true);
    left->Add(m_people, wxSizerFlags(1).Expand());
    left->Add(m_spread, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    columns->Add(left, wxSizerFlags(10).Expand().Border(wxRIGHT, look::gap(this, 2)));
    auto* right = new wxBoxSizer(wxVERTICAL);
    layOutLedger(right);
    columns->Add(right, wxSizerFlags(11).Expand());
    content()->Add(columns, wxSizerFlags(1).Expand());
    m_fairness = new FairnessPane(body());
    m_fairness->onReadAgain = [this] { readAgain(); };
    m_fairness->Hide();
    content()->Add(m_fairness, wxSizerFlags(1).Expand());
}

void PointsPage::layOutLedger(wxSizer* into) {
    m_name = look::label(body(), {}, look::Type::Section);
    m_standing = new Paragraph(body());
    m_ledger = new Table(body(), _("Ledger"),
                         {{.title = _("day"), .width = 12},
                          {.title = _("read"), .width = 6, .align = Column::Align::Right},
                          {.title = _("failed"), .width = 7, .align = Column::Align::Right},
                          {.title = _("points"), .width = 7, .align = Column::Align::Right},
                          {.title = _("balance"), .width = 8, .align = Column::Align::Right},
                          {.title = {}, .width = 16, .stretches = true}});
    m_ledger->onSelect = [this](const std::string&) {
        if (!m_drawing) drawFaults();
    };
    m_ledger->onActivate = [this](const std::string&) { m_faults->takeFocus(); };
    m_faults = new Table(body(), _("Deductions of the day"),
                         {{.title = _("chat"), .width = 5, .align = Column::Align::Right},
                          {.title = _("what is judged"), .width = 19},
                          {.title = _("what was wrong"), .width = 14, .stretches = true},
                          {.title = _("appeal"), .width = 19}});
    m_faults->onSelect = [this](const std::string&) {
        if (m_drawing) return;
        enableDeeds();
        drawDetail();
    };
    m_detail = new Paragraph(body());
    into->Add(m_name, wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    into->Add(m_standing, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    into->Add(m_ledger, wxSizerFlags(3).Expand());
    into->Add(look::label(body(), _("Failed chats of the chosen day"), look::Type::Section),
              wxSizerFlags().Border(wxTOP | wxBOTTOM, look::gap(this, 0.5)));
    into->Add(m_faults, wxSizerFlags(2).Expand());
    into->Add(m_detail, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
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
    if (!day.empty()) m_ledger->select(day), drawFaults();
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
    if (m_fair) {
        app::FairnessView fairness(desk(), courseLanguage());
        if (attempt([&] { fairness.load(app::shownDay(desk()).plusDays(-DAYS_OF_FAIRNESS), app::shownDay(desk())); }))
            m_fairness->set(fairness, m_view.rules().firstReplySeconds);
        enableDeeds();
        body()->Layout();
        return;
    }
    m_people->Show(team);
    m_spread->Show(team);
    m_columns->GetItem(std::size_t{0})->Show(team);
    if (team) drawTeam();
    drawLedger();
    drawStanding();
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
    for (const auto& row : m_view.rows()) {
        if (!m_team.empty() && row.team != m_team) continue;
        rows.push_back(
            {row.person.text(),
             {{.text = u8(row.name), .bold = true},
              {.text = pointsText(row), .state = stateOf(row)},
              {.text = wxString::Format("%d", row.days)},
              {.text = row.deciding > 0 ? wxString::Format("%d", row.deciding) : wxString()},
              {.text = row.openAppeals > 0 ? wxString::Format("%d", row.openAppeals) : wxString(),
               .state = row.openAppeals > 0 ? State::Due : State::None},
              {.text = row.practice() ? _("practice") : u8(row.effect), .muted = row.practice()}}});
    }
    m_people->set(std::move(rows));
    if (m_view.person().empty() && !m_people->order().empty()) {
        const auto first = m_people->order().front();
        m_people->select(first);
        attempt([&] { m_view.show(PersonId(first)); });
    } else {
        m_people->select(m_view.person().text());
    }
    m_drawing = false;
    std::vector<wxString> spread;
    const auto distribution = m_view.distribution(m_team);
    for (auto at = distribution.rbegin(); at != distribution.rend(); ++at)
        spread.push_back(wxString::Format(wxString::FromUTF8("%d: %d"), at->first, at->second));
    m_spread->set(wxString::Format(_("People by points: %s"), dotted(spread)));
}

void PointsPage::drawLedger() {
    const auto* row = m_view.row();
    if (!row) return;
    m_drawing = true;
    std::vector<Row> rows;
    for (auto at = row->ledger.lines.rbegin(); at != row->ledger.lines.rend(); ++at) {
        const auto& tally = at->tally;
        rows.push_back({tally.day.iso(),
                        {{.text = dayText(tally.day), .muted = tally.practice},
                         {.text = wxString::Format("%d", tally.read)},
                         {.text = wxString::Format("%d", tally.failed)},
                         {.text = at->cost > 0 ? wxString::FromUTF8("−1") : wxString("0"),
                          .state = at->cost > 0 ? State::Missing : State::Met},
                         {.text = wxString::Format("%d", at->balance), .bold = true},
                         {.text = dotted({tally.practice ? _("practice") : wxString(),
                                          at->decides ? _("one chat decides") : wxString()}),
                          .state = at->decides ? State::Due : State::None}}});
    }
    const auto before = m_ledger->selected();
    m_ledger->set(std::move(rows));
    const auto order = m_ledger->order();
    if (m_ledger->selected().empty() && !order.empty()) {
        // The newest day that cost something says most.
        std::string lost;
        for (auto at = row->ledger.lines.rbegin(); at != row->ledger.lines.rend() && lost.empty(); ++at)
            if (at->tally.failed > 0) lost = at->tally.day.iso();
        m_ledger->select(lost.empty() ? order.front() : lost);
    }
    m_drawing = false;
    drawFaults();
}

std::string PointsPage::chosenDay() const { return m_ledger->selected(); }

void PointsPage::drawFaults() {
    m_chats.clear();
    if (const auto day = domain::Date::parse(chosenDay())) attempt([&] { m_chats = m_view.chatsOf(*day); });
    m_drawing = true;
    std::vector<Row> rows;
    for (const auto& chat : m_chats)
        for (const auto& fault : chat.faults)
            rows.push_back(
                {std::to_string(chat.chat.number) + " " + fault.criterion,
                 {{.text = wxString::Format("%d", chat.chat.number)},
                  {.text = criterionText(fault.criterion, fault.title, m_view.rules().firstReplySeconds),
                   .bold = true},
                  {.text = u8(fault.reason)},
                  appealCell(fault, chat)}});
    m_faults->set(std::move(rows));
    const auto order = m_faults->order();
    if (m_faults->selected().empty() && !order.empty()) m_faults->select(order.front());
    m_drawing = false;
    enableDeeds();
    drawDetail();
}

/// The quoted line, who read it and what was said about it.
void PointsPage::drawDetail() {
    const auto* chat = chosenChat();
    const auto* fault = chosenFault();
    if (!chat || !fault)
        return m_detail->set(m_ledger->selected().empty() ? wxString() : _("No chat of this day failed."));
    std::vector<wxString> lines{dotted(
        {fault->quote.empty() ? wxString() : wxString::Format(_("Line: %s"), u8(fault->quote)),
         wxString::Format(_("read by %s"), u8(chat->by)), chat->readTwice ? _("read twice") : wxString()})};
    if (fault->appeal) {
        lines.push_back(wxString::Format(_("Appeal: %s"), u8(fault->appeal->plea)));
        if (!fault->appeal->answer.empty())
            lines.push_back(wxString::Format(_("Answer: %s"), u8(fault->appeal->answer)));
    }
    wxString text;
    for (const auto& line : lines)
        text << (text.empty() ? "" : "\n") << line;
    m_detail->set(text);
}

void PointsPage::drawStanding() {
    const auto* row = m_view.row();
    if (!row) return;
    m_name->SetLabel(
        dotted({u8(row->name), pointsText(*row), row->practice() ? _("practice") : u8(row->effect)}));
    std::vector<wxString> lines;
    if (row->practice())
        lines.push_back(
            _("Before go-live points are practice: they show the standard is reached and touch no bonus."));
    else
        for (const auto& one : m_view.distances())
            lines.push_back(wxString::Format(wxPLURAL("%d point more and it is below %d: %s",
                                                      "%d points more and it is below %d: %s", one.points),
                                             one.points, one.below, u8(one.effect)));
    for (const auto& one : m_view.coaching()) {
        if (one.item.closed) continue;
        const wxString title = criterionText(one.item.criterion, one.title, m_view.rules().firstReplySeconds);
        lines.push_back(
            wxString::Format(_("To work on: %s, %d times since %s."), title,
                             static_cast<int>(one.item.chats.size()), dayText(one.item.chats.front().day)) +
            (one.sessionTitle.empty() ? wxString()
                                      : " " + wxString::Format(_("Read again: %s."), u8(one.sessionTitle))));
    }
    wxString text;
    for (const auto& line : lines)
        text << (text.empty() ? "" : "\n") << line;
    m_standing->set(text);
}

const PointsView::ChatRow* PointsPage::chosenChat() const {
    const auto id = m_faults->selected();
    for (const auto& chat : m_chats)
        for (const auto& fault : chat.faults)
            if (std::to_string(chat.chat.number) + " " + fault.criterion == id) return &chat;
    return nullptr;
}

const PointsView::FaultRow* PointsPage::chosenFault() const {
    const auto* chat = chosenChat();
    const auto id = m_faults->selected();
    if (chat)
        for (const auto& fault : chat->faults)
            if (std::to_string(chat->chat.number) + " " + fault.criterion == id) return &fault;
    return nullptr;
}

void PointsPage::enableDeeds() {
    const auto* fault = m_fair ? nullptr : chosenFault();
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
        const bool some = m_fair ? !m_fairness->chosen().empty() : !chosenDay().empty() && !m_view.own();
        enableAction(m_again, some && !session().past(), _("Choose a day of somebody else."));
    }
}

void PointsPage::appeal() {
    const auto* chat = chosenChat();
    const auto* fault = chosenFault();
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
            m_faults->takeFocus();
        });
}

void PointsPage::decide(bool uphold) {
    const auto* chat = chosenChat();
    const auto* fault = chosenFault();
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
                  m_faults->takeFocus();
                  // After the redrawing that the change itself asks for, which would take the words away.
                  if (uphold)
                      CallAfter([this, before, now] {
                          inform(wxString::Format(_("The day is counted anew: %d points before, %d now."),
                                                  before, now));
                      });
              });
}

void PointsPage::readAgain() {
    const auto subject = m_fair ? m_fairness->chosen() : m_view.person().text() + " " + chosenDay();
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
    if (const auto* fault = chosenFault(); fault && m_faults->hasKeyboard()) {
        const auto& chat = chosenChat()->chat;
        std::vector<std::string> key{chat.agent.text(), chat.day.iso(), std::to_string(chat.number)};
        std::vector<app::BookKey> keys{{"chat_review", key}};
        key.push_back(fault->criterion);
        keys.push_back({"chat_fault", key});
        keys.push_back({"appeal", key});
        return keys;
    }
    if (m_view.person().empty() || chosenDay().empty()) return {};
    const std::vector<std::string> day{m_view.person().text(), chosenDay()};
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
