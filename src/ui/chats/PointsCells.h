#pragma once

#include "app/chats/PointsView.h"
#include "ui/controls/Table.h"

/// What the points page draws of its view.
namespace fledgling::ui {

[[nodiscard]] look::State stateOf(const app::PointsView::Row& row);
/// "24/26": of those the month began with.
[[nodiscard]] wxString pointsText(const app::PointsView::Row& row);

/// Where the headings of all columns have no room, some give way: what they say stands in the others.
enum class Room { Wide, Narrow };
/// How wide a table must be for these headings to be read whole; `first` and `last`: what stands in the first column, and
/// in the last one, of which the beginning is to stand on one line.
[[nodiscard]] int roomForHeads(const wxWindow& table, const std::vector<Column>& columns, const wxString& first,
                               const wxString& last = {});

/// "2 appeals open"; empty for none.
[[nodiscard]] wxString appealsText(int open);
[[nodiscard]] std::vector<Column> teamColumns(Room room);
[[nodiscard]] Row teamRow(const app::PointsView::Row& row, Room room);
/// How many people have how many points.
[[nodiscard]] wxString spreadText(const app::PointsView::Distribution& distribution);

[[nodiscard]] std::vector<Column> ledgerColumns(Room room);
[[nodiscard]] Row ledgerRow(const domain::LedgerLine& line, Room room, int openAppeals = 0);
/// What the points mean.
[[nodiscard]] wxString standingText(const app::PointsView& view, const app::PointsView::Row& row);
/// What to work on.
[[nodiscard]] wxString coachingText(const app::PointsView& view);

[[nodiscard]] std::vector<Column> faultColumns();
/// Of a deduction: "3 greeting".
[[nodiscard]] std::string faultId(const app::PointsView::ChatRow& chat, const app::PointsView::FaultRow& fault);
[[nodiscard]] Row faultRow(const app::PointsView::ChatRow& chat, const app::PointsView::FaultRow& fault, int limit);
/// The quoted line, who read it and what was said about it.
[[nodiscard]] wxString detailText(const app::PointsView::ChatRow& chat, const app::PointsView::FaultRow& fault);

} // namespace fledgling::ui
