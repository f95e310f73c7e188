#include "ui/practical/PracticalCells.h"

#include "app/practical/PracticalWords.h"
#include "ui/Text.h"

#include <algorithm>
#include <wx/intl.h>

namespace fledgling::ui {

using app::PracticalView;
using domain::SheetState;
using look::State;

namespace {

/// Of a step: the best, the worst, or between.
State checkStateOf(const PracticalView& view, int step) {
    if (step + 1 >= static_cast<int>(view.scale().size())) return State::Met;
    return step == 0 ? State::Missing : State::Due;
}

wxString stepText(const PracticalView& view, int step) {
    const auto at = static_cast<std::size_t>(step);
    return at < view.scale().size() ? u8(view.scale()[at]) : wxString::Format("%d", step + 1);
}

/// The attempt of the sheet, with those allowed.
wxString attemptText(const PracticalView::Row& row) {
    // TRANSLATORS: attempt 1 of 2 at a practical check
    return wxString::Format(_("attempt %d of %d"), row.attempt, row.allowed);
}

/// Of a mentor's check: until when a pass is valid or since when it isn't. Who never passed is due since the day of joining,
/// and that says nothing.
wxString dueText(const PracticalView::Row& row) {
    if (!row.due) return {};
    if (row.passed) return wxString::Format(_("valid until %s"), dayText(row.due->plusDays(-1)));
    if (!row.isDue) return wxString::Format(_("to be taken from %s"), dayText(*row.due));
    if (row.lapsed) return wxString::Format(_("due again since %s"), dayText(*row.due));
    return row.used == 0 ? _("never examined") : wxString();
}

/// Of one's own check: the attempt others are judging.
wxString underWayText(const PracticalView::Row& row) {
    return row.underWay ? wxString::Format(_("attempt %d of %d is being marked"), row.used + 1, row.allowed) : wxString();
}

/// The last result, where no sheet says more.
wxString lastText(const PracticalView::Row& row) {
    if (!row.last) return {};
    return dotted({wxString::Format(_("attempt %d on %s: %s"), row.last->number, dayText(row.last->day),
                                    row.last->passed ? _("pass") : _("not passed yet")),
                   u8(row.last->note)});
}

Cell stateCell(const PracticalView::Row& row) {
    if (row.underWay) return {.text = _("being marked"), .state = State::NotYet};
    if (row.isDue && row.fresh() && row.used == 0) return {.text = dueText(row), .state = State::Due};
    if (!row.sheet)
        return row.passed ? Cell{.text = _("pass"), .state = State::Met}
                          : Cell{.text = row.asked ? _("not begun") : _("not asked for this post"), .muted = true};
    const auto state = row.sheet->sheet.state;
    const wxString word = u8(app::word(state, tongue));
    switch (state) {
    case SheetState::Marking: {
        const int marked = row.outcome.items - static_cast<int>(row.outcome.unmarked.size());
        return {.text = wxString::Format(_("%d of %d items"), marked, row.outcome.items), .state = State::NotYet};
    }
    case SheetState::HandedOn: return {.text = word, .state = State::Due};
    case SheetState::SentBack: return {.text = word, .state = State::Changed};
    case SheetState::Confirmed: break;
    }
    return {.text = row.outcome.passed ? _("pass") : dotted({_("not passed yet"), attemptText(row)}),
            .state = row.outcome.passed ? State::Met : State::Missing};
}

} // namespace

std::vector<Column> gridColumns(const PracticalView& view) {
    std::vector<Column> columns{{.title = _("name"), .matters = true}, {.title = _("state")}};
    int number = 0;
    for (const auto& item : view.items()) {
        // TRANSLATORS: heading of a critical item of a practical check: its number
        const wxString heading = item.critical ? wxString::Format(_("%d !"), ++number) : wxString::Format("%d", ++number);
        columns.push_back({.title = heading, .align = Column::Align::Centre, .sortable = false});
    }
    return columns;
}

Row gridRow(const PracticalView& view, const PracticalView::Row& row) {
    std::vector<Cell> cells{{.text = u8(row.name), .bold = true}, stateCell(row)};
    for (const auto& item : view.items()) {
        const auto* mark = row.mark(item.id);
        if (!mark) {
            cells.push_back({.text = wxString::FromUTF8("·"), .muted = true, .spoken = _("not marked")});
            continue;
        }
        // Steps between the worst and the best by their number: there may be several.
        const auto state = checkStateOf(view, mark->step);
        cells.push_back({.text = state == State::Due ? wxString::Format("%d", mark->step + 1) : wxString(),
                         .state = state,
                         .spoken = dotted({u8(item.title), stepText(view, mark->step), u8(mark->evidence)})});
    }
    return {row.trainee.text(), std::move(cells)};
}

std::vector<Row> sheetRows(const PracticalView& view, const PracticalView::Row& row) {
    std::vector<Row> rows;
    int number = 0;
    for (const auto& item : view.items()) {
        const auto* mark = row.mark(item.id);
        const wxString title = item.critical ? dotted({_("critical"), u8(item.title)}) : u8(item.title);
        rows.push_back({item.id,
                        {{.text = wxString::Format("%d", ++number), .muted = true},
                         {.text = title, .bold = item.critical},
                         mark ? Cell{.text = stepText(view, mark->step), .state = checkStateOf(view, mark->step)}
                              : Cell{.text = wxString::FromUTF8("·"), .muted = true, .spoken = _("not marked")},
                         {.text = mark ? u8(mark->evidence) : wxString()}}});
    }
    return rows;
}

wxString storyOf(const PracticalView& view, const PracticalView::Row& row) {
    const wxString name = view.own() ? wxString() : u8(row.name);
    const wxString underWay = underWayText(row);
    const wxString last = view.own() && !row.passed ? lastText(row) : wxString();
    if (!row.sheet && row.underWay) return dotted({name, underWay, last, dueText(row)});
    if (!row.sheet)
        return dotted({name, last, row.passed ? _("passed, recorded from paper") : _("not begun"), attemptText(row), dueText(row)});
    const auto& sheet = row.sheet->sheet;
    const wxString marked = wxString::Format(_("%s marked on %s"), u8(row.marker), dayText(sheet.day));
    // TRANSLATORS: items of a practical check at the best step
    const wxString best = wxString::Format(_("%d of %d items at the best step"), row.outcome.best, row.outcome.items);
    wxString second;
    if (sheet.state == SheetState::HandedOn)
        second = dotted({_("waits for a second person"), row.outcome.passed ? _("confirmed, it is a pass") : _("confirmed, it is not passed yet")});
    if (sheet.state == SheetState::SentBack)
        second = wxString::Format(_("%s sent it back: %s"), u8(row.decider), u8(sheet.note));
    if (sheet.state == SheetState::Confirmed) second = wxString::Format(_("%s confirmed"), u8(row.decider));
    const wxString critical =
        row.outcome.critical.empty()
            ? wxString()
            : wxString::Format(wxPLURAL("%d critical item not at its best", "%d critical items not at their best",
                                        row.outcome.critical.size()),
                               static_cast<int>(row.outcome.critical.size()));
    return dotted({name, underWay, attemptText(row), marked, second, best, critical, dueText(row)});
}

wxString askingText(const PracticalView& view, std::size_t item, int step) {
    return dotted({u8(view.items().at(item).title), stepText(view, step),
                   _("say what is missing: Enter keeps the step with it, Esc drops it")});
}

wxString stepsText(const PracticalView& view, std::size_t item, const PracticalView::Row& row) {
    std::vector<wxString> parts{u8(view.items().at(item).title)};
    if (row.mine)
        for (std::size_t step = 0; step < view.scale().size(); ++step)
            // TRANSLATORS: a digit and the step it gives: "2 pass"
            parts.push_back(wxString::Format(_("%d %s"), static_cast<int>(step + 1), u8(view.scale()[step])));
    if (row.mine && row.fresh() && row.sheet) parts.push_back(_("the first step begins the next attempt"));
    parts.push_back(row.mine ? _("E what was seen, Enter keeps it") : _("what was seen"));
    return dotted(parts);
}

} // namespace fledgling::ui
