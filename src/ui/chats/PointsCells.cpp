#include "ui/chats/PointsCells.h"

#include "app/chats/ChatWords.h"
#include "ui/Text.h"
#include "ui/chats/CriterionText.h"

#include <algorithm>
#include <wx/intl.h>

namespace fledgling::ui {

using app::PointsView;
using look::State;

namespace {

Cell appealCell(const PointsView::FaultRow& fault, const PointsView::ChatRow& chat) {
    if (chat.dropped) return {.text = u8(app::word(domain::Reading::Second, tongue)), .state = State::Waived};
    if (fault.appeal) {
        using enum domain::AppealState;
        const State state = fault.appeal->state == Upheld ? State::Waived
                            : fault.appeal->state == Open ? State::Due
                                                          : State::None;
        return {.text = u8(app::word(fault.appeal->state, tongue)), .state = state};
    }
    if (fault.mayAppeal)
        return {.text = wxString::Format(_("possible until %s"), nearDayText(*chat.appealUntil)), .muted = true};
    return {.text = wxString::FromUTF8("–"), .muted = true};
}

wxString linesText(const std::vector<wxString>& lines) {
    wxString text;
    for (const auto& line : lines)
        text << (text.empty() ? "" : "\n") << line;
    return text;
}

wxString coachingLine(const PointsView& view, const PointsView::Coaching& one) {
    const wxString title = criterionText(one.item.criterion, one.title, view.rules().firstReplySeconds);
    const int chats = static_cast<int>(one.item.chats.size());
    const wxString todo =
        wxString::Format(wxPLURAL("To work on: %1$s, failed in %2$d chat since %3$s.", "To work on: %1$s, failed in %2$d chats since %3$s.", chats),
                         title, chats, dayText(one.item.chats.front().day));
    if (one.sessionTitle.empty()) return todo;
    return followed(todo, wxString::Format(_("Read again: %s."), u8(one.sessionTitle)));
}

/// How far practice points are from what going live takes.
wxString goLiveLine(int over, int wanted) {
    if (over < 0)
        return wxString::Format(wxPLURAL("Going live takes %d points: %d is lacking.", "Going live takes %d points: %d are lacking.", -over),
                                wanted, -over);
    return wxString::Format(_("Going live takes %d points: %d more may be lost."), wanted, over);
}

} // namespace

State stateOf(const PointsView::Row& row) {
    if (row.reached) return State::Missing;
    return row.openAppeals > 0 ? State::Due : State::Met;
}

wxString pointsText(const PointsView::Row& row) {
    return wxString::Format("%d/%d", row.points(), row.practice() ? row.ledger.practiceStart : row.ledger.start);
}

int roomForHeads(const wxWindow& table, const std::vector<Column>& columns, const wxString& first, const wxString& last) {
    constexpr int BEGINNING = 16; // digits
    const auto widthOf = [&](const wxString& text) { return table.GetTextExtent(text).x; };
    int room = look::gap(&table, 2) + std::max(0, widthOf(first) - widthOf(columns.front().title)) +
               std::max(0, std::min(widthOf(last), BEGINNING * table.GetCharWidth()) - widthOf(columns.back().title));
    for (const auto& column : columns)
        room += widthOf(column.title) + look::gap(&table, 2) + table.FromDIP(2);
    return room;
}

wxString appealsText(int open) {
    return open > 0 ? wxString::Format(wxPLURAL("%d appeal open", "%d appeals open", open), open) : wxString();
}

std::vector<Column> teamColumns(Room room) {
    std::vector<Column> columns{{.title = _("name")},
                                {.title = _("points"), .align = Column::Align::Right, .matters = true},
                                {.title = _("days read"), .align = Column::Align::Right}};
    if (room == Room::Wide) {
        columns.push_back({.title = _("deciding"), .align = Column::Align::Right});
        columns.push_back({.title = _("appeals"), .align = Column::Align::Right});
    }
    columns.push_back({.title = _("what it means"), .stretches = true, .wraps = true});
    return columns;
}

Row teamRow(const PointsView::Row& row, Room room) {
    Row made{row.person.text(),
             {{.text = u8(row.name), .bold = true},
              {.text = pointsText(row), .state = stateOf(row)},
              {.text = wxString::Format("%d", row.days)}}};
    const wxString means = row.practice() ? _("practice") : u8(row.effect);
    if (room == Room::Narrow) {
        made.cells.push_back({.text = dotted({means, appealsText(row.openAppeals)}), .muted = row.practice()});
        return made;
    }
    made.cells.push_back({.text = row.deciding > 0 ? wxString::Format("%d", row.deciding) : wxString()});
    made.cells.push_back({.text = row.openAppeals > 0 ? wxString::Format("%d", row.openAppeals) : wxString(),
                          .state = row.openAppeals > 0 ? State::Due : State::None});
    made.cells.push_back({.text = means, .muted = row.practice()});
    return made;
}

wxString spreadText(const PointsView::Distribution& distribution) {
    std::vector<wxString> spread;
    for (auto at = distribution.rbegin(); at != distribution.rend(); ++at)
        // TRANSLATORS: points, and how many people have them: "26: 8"
        spread.push_back(wxString::Format(_("%d: %d"), at->first, at->second));
    return wxString::Format(_("People by points: %s"), dotted(spread));
}

std::vector<Column> ledgerColumns(Room room) {
    if (room == Room::Narrow)
        return {{.title = _("day"), .matters = true},
                {.title = _("failed"), .align = Column::Align::Right},
                // TRANSLATORS: head of a narrow column: points lost
                {.title = _("lost"), .align = Column::Align::Right, .matters = true},
                // TRANSLATORS: head of a narrow column: points left
                {.title = _("rest"), .align = Column::Align::Right},
                {.title = _("note"), .stretches = true, .wraps = true}};
    return {{.title = _("day"), .matters = true},
            {.title = _("read"), .align = Column::Align::Right},
            {.title = _("failed"), .align = Column::Align::Right},
            {.title = _("points lost"), .align = Column::Align::Right, .matters = true},
            {.title = _("balance"), .align = Column::Align::Right},
            {.title = _("remarks"), .stretches = true, .wraps = true}};
}

Row ledgerRow(const domain::LedgerLine& line, Room room, int openAppeals) {
    const auto& tally = line.tally;
    Row made{tally.day.iso(), {{.text = dayText(tally.day), .muted = tally.practice}}};
    if (room == Room::Narrow) {
        made.cells.push_back({.text = wxString::Format("%d/%d", tally.failed, tally.read)});
    } else {
        made.cells.push_back({.text = wxString::Format("%d", tally.read)});
        made.cells.push_back({.text = wxString::Format("%d", tally.failed)});
    }
    made.cells.push_back({.text = line.cost > 0 ? wxString::FromUTF8("−1") : wxString("0"),
                          .state = line.cost > 0 ? State::Missing : State::Met});
    made.cells.push_back({.text = wxString::Format("%d", line.balance), .bold = true});
    const wxString appeals = openAppeals > 1   ? wxString::Format(_("%d appeals to decide"), openAppeals)
                             : openAppeals == 1 ? _("appeal to decide")
                                                : wxString();
    made.cells.push_back({.text = dotted({appeals, tally.practice ? _("practice") : wxString(), u8(app::partlyRead(line, tongue)),
                                          line.decides ? _("one chat decides") : wxString()}),
                          .state = line.decides || openAppeals > 0 ? State::Due : State::None});
    return made;
}

wxString standingText(const PointsView& view, const PointsView::Row& row) {
    std::vector<wxString> lines;
    const bool closed = view.closedBy().has_value(); // nothing more can be lost
    if (row.practice()) {
        lines.push_back(_("Before go-live points are practice: they show the standard is reached and touch no bonus."));
        const auto& all = view.allPractice();
        if (all)
            lines.push_back(wxString::Format(wxPLURAL("Going live counts every practice day, not one month's: %d points after %d day read.",
                                                      "Going live counts every practice day, not one month's: %d points after %d days read.", all->days),
                                             all->points, all->days));
        if (const auto wanted = view.toGoLive(); wanted && all && !closed) lines.push_back(goLiveLine(all->points - *wanted, *wanted));
    } else if (!closed) {
        for (const auto& one : view.distances())
            lines.push_back(wxString::Format(wxPLURAL("%d more point lost and it is below %d: %s",
                                                      "%d more points lost and it is below %d: %s", one.points),
                                             one.points, one.below, u8(one.effect)));
    }
    return linesText(lines);
}

wxString coachingText(const PointsView& view) {
    std::vector<wxString> lines;
    for (const auto& one : view.coaching())
        if (!one.item.closed) lines.push_back(coachingLine(view, one));
    return linesText(lines);
}

std::vector<Column> faultColumns() {
    return {{.title = _("chat"), .align = Column::Align::Right},
            {.title = _("what is judged"), .wraps = true},
            {.title = _("what was wrong"), .stretches = true, .wraps = true},
            {.title = _("appeal"), .matters = true}};
}

std::string faultId(const PointsView::ChatRow& chat, const PointsView::FaultRow& fault) {
    return std::to_string(chat.chat.number) + " " + fault.criterion;
}

Row faultRow(const PointsView::ChatRow& chat, const PointsView::FaultRow& fault, int limit) {
    return {faultId(chat, fault),
            {{.text = wxString::Format("%d", chat.chat.number)},
             {.text = criterionText(fault.criterion, fault.title, limit), .bold = true},
             {.text = u8(fault.reason)},
             appealCell(fault, chat)}};
}

wxString detailText(const PointsView::ChatRow& chat, const PointsView::FaultRow& fault) {
    std::vector<wxString> lines{
        dotted({fault.quote.empty() ? wxString() : wxString::Format(_("Line: %s"), u8(fault.quote)),
                wxString::Format(_("read by %s"), u8(chat.by)), chat.readTwice ? _("read twice") : wxString()})};
    if (chat.settled)
        // TRANSLATORS: who decided between two readings, which one stands, and why
        lines.push_back(wxString::Format(_("%s decided: %s. %s"), u8(chat.settled->by),
                                         u8(app::word(chat.settled->stands, tongue)), u8(chat.settled->why)));
    if (fault.appeal) {
        lines.push_back(wxString::Format(_("Appeal: %s"), u8(fault.appeal->plea)));
        if (!fault.appeal->answer.empty())
            lines.push_back(wxString::Format(_("Answer: %s"), u8(fault.appeal->answer)));
    }
    return linesText(lines);
}

} // namespace fledgling::ui
