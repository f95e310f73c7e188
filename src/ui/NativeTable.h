#pragma once

#include <functional>

class wxDataViewColumn;
class wxDataViewCtrl;

/// What wx doesn't offer for tables and lists and the toolkit below does (GTK 3).
namespace fledgling::ui::native {

/// Letters typed in a table are commands, not a search.
void quietTypeAhead(wxDataViewCtrl* table);
/// The arrow in a header without the toolkit's own sorting. 0 none, 1 rising, -1 falling.
void showSortArrow(wxDataViewColumn* column, int direction);
/// A click on the header is told; without it the toolkit keeps it to itself.
void letClick(wxDataViewColumn* column);
/// Its texts stand on one line with those of the other columns, whatever script is in them, and rows that differ in height
/// leave room for the taller one. Colours of texts stand on a selected row, too.
void evenLines(wxDataViewColumn* column);
/// A heading that has no room ends in an ellipsis, and is said whole where the mouse rests on it.
void letHeadingShorten(wxDataViewColumn* column);
/// One height for all rows, whatever script is in them, and air at the cell's sides.
void setRowHeight(wxDataViewColumn* column, int height);
/// The same for every column of a table that has rows already: all get the new height.
void setRowHeights(wxDataViewCtrl* table, int height);
/// 0 while it isn't on the screen.
[[nodiscard]] int headerHeight(wxDataViewCtrl* table);
/// Rows as high as their texts with that much air above and below; where the column wraps, at whatever width it has.
void letRowsGrow(wxDataViewColumn* column, int air, bool wraps);
/// Whether the event that is being handled is a key with Ctrl: a list tells of Enter only as of a double click.
[[nodiscard]] bool byControlKey();
/// Takes the room the other columns leave.
void letExpand(wxDataViewColumn* column);
/// The keyboard to the rows, not to the first header as a plain SetFocus gives it.
void focusRows(wxDataViewCtrl* table);
/// Selects that row with the keyboard in that column, in view; a screen reader says the cell.
void placeCursor(wxDataViewCtrl* table, wxDataViewColumn* column, int row);
/// Brings that row into view, and that column where it isn't null; nothing while the table isn't on the screen.
void showRow(wxDataViewCtrl* table, wxDataViewColumn* column, int row);
/// A matrix has a cell in the keyboard's hands, no selected row: the toolkit would paint the row over the
/// cell.
void useCellCursor(wxDataViewCtrl* table);
/// The chosen row stays in sight when the table becomes lower, as under a message that appears above it.
void keepRowInSight(wxDataViewCtrl* table);
/// The column on whose heading the keyboard is; -1 when none.
[[nodiscard]] int focusedHeading(wxDataViewCtrl* table);
/// Row and column that have the keyboard; -1 when none.
struct CellAt {
    int row = -1;
    int column = -1;
};
[[nodiscard]] CellAt cursorCell(wxDataViewCtrl* table);

/// What the mouse does to rows: one is taken hold of (-1: none), the pointer, having moved on, is over one (-1: none), it
/// is let go. Neither the toolkit's events nor its own dragging tell that of a table whose rows are drawn on demand.
struct RowDrag {
    std::function<void(int row)> held;
    std::function<void(int row)> over;
    std::function<void()> letGo;
};
void onRowDrag(wxDataViewCtrl* table, RowDrag told);
/// A line above or below the row, or a frame around it: where what is dragged would stand.
enum class DropMark { None, Above, Below, Around };
void markDrop(wxDataViewCtrl* table, int row, DropMark mark);

} // namespace fledgling::ui::native
