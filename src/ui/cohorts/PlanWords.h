#pragma once

#include "app/cohorts/CohortsView.h"
#include "ui/controls/Table.h"

#include <string>
#include <vector>
#include <wx/string.h>

class wxComboBox;

/// Words and fields that the pages which plan share: cohorts and the calendar.
namespace fledgling::ui::plan {

/// "Tue 24 Nov 07:00-11:30".
[[nodiscard]] wxString timeText(domain::Date day, const domain::Hours& hours);
/// "Tue 24 Nov, morning".
[[nodiscard]] wxString halfText(domain::Date day, domain::HalfDay half);
/// "11月二班 · Tue 24 Nov 07:00-11:30 · Work flow".
[[nodiscard]] wxString sessionText(const app::SessionLine& line);
/// Who or what is wanted twice, and both sessions.
[[nodiscard]] std::vector<Column> clashColumns();
[[nodiscard]] std::vector<Row> clashRows(const std::vector<app::ClashLine>& lines);
/// Half days of a cohort; narrow: when, which and how far its roll is.
[[nodiscard]] std::vector<Column> halfColumns(bool narrow);
[[nodiscard]] Row halfRow(const app::CohortsView::Half& half, domain::Date today, bool narrow);
/// "coming", "day 2 of 3", "mentoring", "at review", "done", with its sign.
[[nodiscard]] Cell stageCell(const app::CohortsView::Row& row);
/// The warning of years whose holidays nobody has published; empty for none.
[[nodiscard]] wxString unknownText(const std::vector<int>& years);
/// Rows of old and new dates side by side.
[[nodiscard]] std::vector<Column> moveColumns();
[[nodiscard]] std::vector<Row> moveRows(const std::vector<app::MoveLine>& moves);
/// The same beside the year: what is long goes on in further lines.
[[nodiscard]] std::vector<Column> narrowMoveColumns();
[[nodiscard]] std::vector<Row> narrowMoveRows(const std::vector<app::MoveLine>& moves);
/// "3 sessions no longer lie on a working day."
[[nodiscard]] wxString movesText(std::size_t count);

/// A field for a room: typed, or one of those in use.
[[nodiscard]] wxComboBox* roomField(wxWindow* parent, const wxString& name, const std::string& room,
                                    const std::vector<std::string>& known);

} // namespace fledgling::ui::plan
