#pragma once

#include "app/readiness/ReadinessView.h"
#include "ui/controls/Table.h"

#include <string>
#include <vector>

namespace fledgling::ui {

/// How readiness looks: domain's states, cells and decisions as the board and what stands beside it show
/// them.
[[nodiscard]] look::State stateOf(domain::CriterionState state);
[[nodiscard]] look::State stateOf(const app::ReadinessView::Behind& behind);
/// "5/6", "92 %", "10"; empty where the sign says it all.
[[nodiscard]] wxString valueText(const domain::Cell& cell);
/// "attended · late 12 min", "shown, needs alone": how a line behind a cell stands.
[[nodiscard]] wxString howText(const app::ReadinessView::Behind& behind);
/// "approved until Fri 4 Dec".
[[nodiscard]] wxString decisionText(const domain::Decision& decision);
/// A decision in a table: its own sign, the arrow when the facts have changed, dim when its date has passed.
[[nodiscard]] Cell decisionCell(const domain::Decision& decision, bool inForce, bool factsChanged);

/// The width of its widest line in digits, as a Column counts: a Chinese character takes two.
[[nodiscard]] int widthOf(const wxString& text);

/// A column of the board, and the view's columns it stands for: what is asked of two posts by two criteria of
/// one kind is one column; so is, where room is short, all that nobody shown has been assessed in yet.
struct BoardColumn {
    enum class Kind { Name, Mentor, Criterion, Unassessed, Verdict, Decision, Way };
    Kind kind = Kind::Name;
    wxString title = {};                 ///< as the course says it
    std::vector<std::size_t> criteria{}; ///< places in ReadinessView::columns
    bool wide = false;                   ///< a mentor by name, a decision with its date, a way of several steps
    bool narrow = false;                 ///< of a value only what is open: where the side says the rest
    friend bool operator==(const BoardColumn&, const BoardColumn&) = default;
};
/// What there is room for, the roomiest first.
enum class BoardRoom {
    All,      ///< a column for every criterion, the decision and the way
    Together, ///< those nobody was assessed in yet are one, and a decision's date stands under the board
    Dated,    ///< and the way stands under the board
    Below,    ///< and a decision's date with it
    Open,     ///< and of values and mentors only what is open
    Beside    ///< and the decision, too, stands on the side
};
/// Those at least one shown trainee needs.
[[nodiscard]] std::vector<BoardColumn> boardColumns(const app::ReadinessView& view, BoardRoom room);
/// As wide as what stands in them; a way asks for no more than the words it is read by.
[[nodiscard]] std::vector<Column> tableColumns(const std::vector<BoardColumn>& columns,
                                               const app::ReadinessView& view);
/// What stands in them that takes the most room, column by column.
[[nodiscard]] std::vector<wxString> longestTexts(const std::vector<BoardColumn>& columns, const app::ReadinessView& view);
/// The steps that make somebody ready, or what stands in the way of any.
[[nodiscard]] wxString wayText(const app::ReadinessView::Row& row);
/// What the count in a column of criteria nobody was assessed in stands for: each by name with its state; empty for any
/// other column.
[[nodiscard]] wxString unassessedText(const app::ReadinessView::Row& row, const BoardColumn& column,
                                      const app::ReadinessView& view);
[[nodiscard]] Row boardRow(const app::ReadinessView::Row& row, const std::vector<BoardColumn>& columns,
                           const app::ReadinessView& view);
/// The cell of that trainee in that column; null where the post doesn't need it.
/// The first of them where the column stands for several.
[[nodiscard]] const domain::Cell* cellAt(const app::ReadinessView::Row& row, const BoardColumn& column);

} // namespace fledgling::ui
