#include "ui/cohorts/PlanWords.h"

#include "app/Words.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <utility>
#include <wx/combobox.h>
#include <wx/intl.h>

namespace fledgling::ui::plan {

using app::CohortStage;
using look::State;

namespace {

wxString kindText(domain::ClashKind kind) {
    switch (kind) {
    case domain::ClashKind::Room: return _("room");
    case domain::ClashKind::Trainer: return _("trainer");
    case domain::ClashKind::Trainee: return _("trainee");
    }
    return {};
}

} // namespace

wxString timeText(domain::Date day, const domain::Hours& hours) { return dayText(day) + " " + u8(hours.text()); }

wxString halfText(domain::Date day, domain::HalfDay half) {
    // TRANSLATORS: a day and its half: "Tue 24 Nov, morning"
    return wxString::Format(_("%1$s, %2$s"), dayText(day), u8(app::word(half, tongue)));
}

wxString sessionText(const app::SessionLine& line) {
    return dotted({u8(line.cohort), timeText(line.day, line.hours), u8(line.title)});
}

std::vector<Column> clashColumns() {
    return {{.title = _("wanted twice"), .width = 13, .sortable = false},
            {.title = _("here"), .width = 30, .sortable = false},
            {.title = _("and there"), .width = 20, .sortable = false, .stretches = true}};
}

std::vector<Row> clashRows(const std::vector<app::ClashLine>& lines) {
    std::vector<Row> rows;
    for (const auto& line : lines)
        rows.push_back({std::to_string(rows.size()),
                        {{.text = dotted({u8(line.who), kindText(line.kind)}), .state = State::Missing},
                         {.text = sessionText(line.one)},
                         {.text = sessionText(line.other)}}});
    return rows;
}

std::vector<Column> halfColumns(bool narrow) {
    std::vector<Column> columns{{.title = _("when"), .sortable = false, .matters = true},
                                {.title = _("session"), .sortable = false, .stretches = true}};
    if (!narrow) {
        columns.push_back({.title = _("room"), .sortable = false});
        columns.push_back({.title = _("trainer"), .sortable = false});
    }
    columns.push_back({.title = _("roll"), .sortable = false, .matters = true});
    return columns;
}

Row halfRow(const app::CohortsView::Half& half, domain::Date today, bool narrow) {
    const auto& held = half.session;
    Cell roll{.text = wxString::Format(_("%1$d of %2$d marked"), half.marked, half.of), .state = State::Due};
    if (half.closed)
        roll = {.text = _("closed"), .state = State::Met};
    else if (!half.working && !half.taken)
        roll = {.text = _("on a day off"), .state = State::Missing};
    else if (today < held.day)
        roll = {.text = _("ahead"), .state = State::NotYet};
    else if (half.of == 0)
        roll = {.text = _("nobody to mark"), .muted = true};
    Row row{held.id.text(),
            {{.text = timeText(held.day, held.hours), .bold = held.day == today}, {.text = u8(half.title)}}};
    if (!narrow) {
        row.cells.push_back({.text = held.room.empty() ? _("none") : u8(held.room), .muted = held.room.empty()});
        row.cells.push_back({.text = half.trainer.empty() ? _("open") : u8(half.trainer), .muted = half.trainer.empty()});
    }
    row.cells.push_back(std::move(roll));
    return row;
}

Cell stageCell(const app::CohortsView::Row& row) {
    switch (row.stage) {
    case CohortStage::Coming:
        return {.text = wxString::Format(_("from %s"), briefDayText(row.cohort.start)), .state = State::NotYet};
    case CohortStage::Running:
        return {.text = wxString::Format(_("day %1$d of %2$d"), row.day, row.days), .state = State::Due};
    case CohortStage::Mentoring: return {.text = _("with mentors")};
    case CohortStage::AtReview: return {.text = _("in review"), .state = State::Due};
    case CohortStage::Done:
        // Nobody did anything where nobody was.
        return row.trainees == 0 ? Cell{.text = _("over, nobody in it"), .muted = true} : Cell{.text = _("done"), .state = State::Met};
    }
    return {};
}

wxString unknownText(const std::vector<int>& years) {
    if (years.empty()) return {};
    std::vector<wxString> words;
    for (const int year : years)
        words.push_back(wxString::Format("%d", year));
    return wxString::Format(
        _("Nobody has published the holidays of %s yet: these dates may still have to move."),
        listText(words));
}

std::vector<Column> moveColumns() {
    return {{.title = _("cohort"), .width = 10},
            {.title = _("lies on"), .width = 14, .matters = true},
            {.title = _("would move to"), .width = 16, .matters = true},
            {.title = _("hours"), .width = 11, .matters = true},
            {.title = _("session"), .width = 10, .stretches = true}};
}

std::vector<Row> moveRows(const std::vector<app::MoveLine>& moves) {
    std::vector<Row> rows;
    for (const auto& one : moves)
        rows.push_back({one.session.text(),
                        {{.text = u8(one.cohort)},
                         {.text = dayText(one.from), .muted = true},
                         {.text = dayText(one.to), .state = State::Changed},
                         {.text = u8(one.hours.text())},
                         {.text = u8(one.title)}}});
    return rows;
}

std::vector<Column> narrowMoveColumns() {
    return {{.title = _("lies on"), .matters = true},
            {.title = _("would move to"), .wraps = true},
            {.title = _("session"), .stretches = true, .wraps = true}};
}

std::vector<Row> narrowMoveRows(const std::vector<app::MoveLine>& moves) {
    std::vector<Row> rows;
    for (const auto& one : moves)
        rows.push_back({one.session.text(),
                        {{.text = dayText(one.from), .muted = true},
                         {.text = timeText(one.to, one.hours), .state = State::Changed},
                         {.text = dotted({u8(one.cohort), u8(one.title)})}}});
    return rows;
}

wxString movesText(std::size_t count) {
    const auto number = static_cast<unsigned>(count);
    return wxString::Format(wxPLURAL("%u session no longer fits the working days",
                                     "%u sessions no longer fit the working days", number),
                            number);
}

wxComboBox* roomField(wxWindow* parent, const wxString& name, const std::string& room,
                      const std::vector<std::string>& known) {
    auto* field = named(new wxComboBox(parent, wxID_ANY), name);
    for (const auto& one : known)
        field->Append(u8(one));
    field->ChangeValue(u8(room));
    return field;
}

} // namespace fledgling::ui::plan
