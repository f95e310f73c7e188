#pragma once

#include "app/practical/PracticalView.h"
#include "ui/controls/Table.h"

/// What the practical page draws of its view.
namespace fledgling::ui {

/// Name, state, and a narrow column per item, "3" or "6 !" where it is critical.
[[nodiscard]] std::vector<Column> gridColumns(const app::PracticalView& view);
[[nodiscard]] Row gridRow(const app::PracticalView& view, const app::PracticalView::Row& row);
/// One row per item: number, title, step, what was seen.
[[nodiscard]] std::vector<Row> sheetRows(const app::PracticalView& view, const app::PracticalView::Row& row);
/// Who marked, who confirmed or sent back and why, and what it comes to.
[[nodiscard]] wxString storyOf(const app::PracticalView& view, const app::PracticalView::Row& row);
/// The item's title and a step that is kept once a few words are typed.
[[nodiscard]] wxString askingText(const app::PracticalView& view, std::size_t item, int step);
/// The item's title with the digits of its steps.
[[nodiscard]] wxString stepsText(const app::PracticalView& view, std::size_t item, const app::PracticalView::Row& row);

} // namespace fledgling::ui
