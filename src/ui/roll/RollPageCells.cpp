#include "ui/roll/RollPageCells.h"

#include "app/Words.h"
#include "ui/Text.h"

#include <algorithm>
#include <wx/intl.h>

namespace fledgling::ui::roll {

using app::RollView;
using domain::MarkKind;
using domain::SessionState;

namespace {

wxString halfText(domain::HalfDay half) {
    // TRANSLATORS: a table's heading for a half day, after the weekday: "Tue am"
    return half == domain::HalfDay::Morning ? _("am") : _("pm");
}

bool sameHalf(const RollView::Column& a, const RollView::Column& b) {
    return a.day.weekday() == b.day.weekday() && a.half == b.half;
}

bool twice(const RollView& view, const RollView::Column& column) {
    const auto& all = view.columns();
    return std::count_if(all.begin(), all.end(), [&](const auto& one) { return sameHalf(one, column); }) > 1;
}

wxString headingFor(const RollView& view, int column) {
    const auto& one = view.columns().at(static_cast<std::size_t>(column));
    const wxString text = columnText(view, column);
    return one.current ? wxString(wxUniChar(0x25B8)) + " " + text : text;
}

look::State stateOf(const RollView::Row& row, const RollView::Cell& cell, const std::string& courseSession) {
    if (cell.waived) return look::State::Waived;
    if (cell.unevidenced) return look::State::Due;
    if (cell.madeUp) return look::State::Met;
    if (!cell.owed) return look::State::None;
    for (const auto& owed : row.owing)
        if (owed.courseSession == courseSession && owed.planned) return look::State::Due;
    return look::State::Missing;
}

wxString shortMark(const domain::Mark& mark) {
    wxString text(wxUniChar(static_cast<unsigned char>(domain::letterOf(mark.kind))));
    if (mark.minutes.count() > 0) text << ' ' << static_cast<long>(mark.minutes.count());
    return text;
}

Cell draftCell(const Draft& draft) {
    wxString text(wxUniChar(static_cast<unsigned char>(domain::letterOf(draft.kind))));
    const wxString word = u8(app::word(draft.kind, tongue));
    if (draft.typing)
        return {.text = text + " " + u8(draft.digits) + "_",
                .bold = true,
                .spoken = wxString::Format(_("%s, type the minutes"), word)};
    text += " ?";
    return {.text = text, .state = look::State::Missing, .spoken = wxString::Format(_("%s, not kept"), word)};
}

Cell cellFor(const RollView& view, int rowIndex, int column) {
    const auto& row = view.rows().at(static_cast<std::size_t>(rowIndex));
    const auto& cell = row.cells.at(static_cast<std::size_t>(column));
    const auto& of = view.columns().at(static_cast<std::size_t>(column));
    Cell drawn{.spoken = cellText(view, rowIndex, column)};
    if (cell.mark) {
        drawn.text = shortMark(*cell.mark);
        drawn.state = stateOf(row, cell, of.courseSession);
    } else if (!cell.off) {
        drawn.text = cell.leave ? wxString("(S)") : wxString(wxUniChar(0xB7));
        drawn.muted = cell.leave || !of.current;
    }
    return drawn;
}

wxString postsText(const RollView::Row& row) {
    std::vector<wxString> posts;
    for (const auto post : row.posts)
        posts.push_back(u8(app::word(post, tongue)));
    return listText(posts);
}

wxString nameText(const RollView::Row& row) {
    return row.guest ? wxString::Format(_("%s (guest)"), u8(row.name)) : u8(row.name);
}

/// Of nothing marked yet nothing is taken.
wxString percent(std::optional<int> number) {
    return number ? wxString::Format("%d %%", *number) : wxString::FromUTF8("–");
}

} // namespace

wxString columnText(const RollView& view, int column) {
    const auto& one = view.columns().at(static_cast<std::size_t>(column));
    if (!twice(view, one))
        // TRANSLATORS: a half day as a table's heading: weekday and "am" or "pm"
        return wxString::Format(_("%1$s %2$s"), weekdayText(one.day.weekday()), halfText(one.half));
    // TRANSLATORS: the same with the day of the month last
    return wxString::Format(_("%1$s %2$s %3$u"), weekdayText(one.day.weekday()), halfText(one.half),
                            one.day.day());
}

std::vector<Column> columnsFor(const RollView& view) {
    // As wide as what stands in them: the table shares its width.
    std::vector<Column> columns{{.title = _("name"), .sortable = false}, {.title = _("post"), .sortable = false, .gives = true}};
    for (int i = 0; i < static_cast<int>(view.columns().size()); ++i)
        columns.push_back({.title = headingFor(view, i),
                           .align = Column::Align::Centre,
                           .sortable = false,
                           .matters = i == view.currentColumn(),
                           .headed = i == view.currentColumn()});
    columns.push_back({.title = _("taken"), .align = Column::Align::Right, .sortable = false});
    columns.push_back({.title = _("possible"), .align = Column::Align::Right, .sortable = false});
    columns.push_back({.title = _("owes"), .sortable = false, .stretches = true});
    return columns;
}

Row rowFor(const RollView& view, int index, const std::vector<std::optional<Draft>>& drafts) {
    const auto& from = view.rows().at(static_cast<std::size_t>(index));
    std::vector<wxString> owes;
    for (const auto& owed : from.owing)
        owes.push_back(owedText(view, owed));
    Row row{from.trainee.text(), {{.text = nameText(from)}, {.text = postsText(from), .muted = true}}};
    for (int i = 0; i < static_cast<int>(from.cells.size()); ++i) {
        const auto& draft = drafts.at(static_cast<std::size_t>(i));
        Cell cell = draft ? draftCell(*draft) : cellFor(view, index, i);
        cell.marked = i == view.currentColumn();
        row.cells.push_back(std::move(cell));
    }
    row.cells.push_back({.text = percent(from.totals.takenPercent())});
    row.cells.push_back({.text = percent(from.totals.possiblePercent())});
    row.cells.push_back({.text = listText(owes), .state = owedState(from)});
    return row;
}

look::State owedState(const RollView::Row& row) {
    if (row.owing.empty()) return look::State::None;
    const bool planned =
        std::all_of(row.owing.begin(), row.owing.end(), [](const auto& one) { return one.planned.has_value(); });
    return planned ? look::State::Due : look::State::Missing;
}

wxString markText(const domain::Mark& mark) {
    const long minutes = static_cast<long>(mark.minutes.count());
    if (mark.kind == MarkKind::Late)
        return wxString::Format(
            wxPLURAL("late %ld minute", "late %ld minutes", static_cast<unsigned>(minutes)), minutes);
    if (mark.kind == MarkKind::LeftEarly)
        return wxString::Format(
            wxPLURAL("left %ld minute early", "left %ld minutes early", static_cast<unsigned>(minutes)),
            minutes);
    return u8(app::word(mark.kind, tongue));
}

wxString cellText(const RollView& view, int rowIndex, int column) {
    const auto& row = view.rows().at(static_cast<std::size_t>(rowIndex));
    const auto& cell = row.cells.at(static_cast<std::size_t>(column));
    if (cell.off) return _("not in the cohort on that day");
    if (!cell.mark)
        return cell.leave ? _("not marked, on approved leave") : _("not marked");
    wxString text = markText(*cell.mark);
    if (cell.owed) text = listText({text, u8(app::word(SessionState::Owed, tongue))});
    if (cell.waived)
        text = listText({text, u8(app::word(SessionState::Waived, tongue))});
    else if (cell.madeUp)
        text = listText({text, u8(app::word(SessionState::MadeUp, tongue))});
    return cell.unevidenced ? listText({text, _("not evidenced")}) : text;
}

wxString ruleText(const RollView::Rule& rule) {
    // TRANSLATORS: what a mark costs: "20 yuan, rule of 1 Jan 2026"
    return wxString::Format(_("%1$s, rule of %2$s"), u8(rule.text), u8(app::plainDate(rule.from, tongue)));
}

wxString rulesText(const RollView& view) {
    std::vector<wxString> parts;
    std::optional<domain::Date> from;
    using enum MarkKind;
    for (const auto kind : {Late, LeftEarly, OnLeave, Absent}) {
        const auto rule = view.ruleOf(kind);
        if (!rule) continue;
        // A date stands after the last mark it holds for.
        if (from && *from != rule->from) parts.push_back(wxString::Format(_("rule of %s"), u8(app::plainDate(*from, tongue))));
        from = rule->from;
        parts.push_back(wxString(wxUniChar(static_cast<unsigned char>(domain::letterOf(kind)))) + " " +
                        u8(rule->text));
    }
    if (from) parts.push_back(wxString::Format(_("rule of %s"), u8(app::plainDate(*from, tongue))));
    return dotted(parts);
}

wxString evidenceText(const RollView& view) {
    if (!view.anyUnevidenced()) return {};
    return look::signed_(look::State::Due,
                         wxString::Format(_("%s: a sheet, film or exercise is missing"), _("attended, not evidenced")));
}

wxString owedText(const RollView& view, const RollView::Owed& owed) {
    wxString missed = u8(owed.title);
    for (int i = 0; i < static_cast<int>(view.columns().size()); ++i)
        if (view.columns()[static_cast<std::size_t>(i)].courseSession == owed.courseSession)
            missed = columnText(view, i);
    if (!owed.planned) return missed;
    return missed + " " + wxUniChar(0x2192) + " " + briefDayText(owed.planned->day);
}

wxString wayText(const RollView::Choice& choice) {
    return dotted({dayText(choice.day) + " " + u8(choice.hours.begin().text()), u8(choice.cohort)});
}

wxString choiceText(const RollView::Choice& choice) {
    const wxString when = dayText(choice.day) + " " + u8(choice.hours.begin().text());
    return look::signed_(choice.closed ? look::State::Met : look::State::None,
                         dotted({when, u8(choice.cohort), u8(choice.title)}));
}

} // namespace fledgling::ui::roll
