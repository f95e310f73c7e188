#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <wx/image.h>
#include <wx/string.h>

class wxAnyButton;
class wxBitmapBundle;
class wxDataViewColumn;
class wxDataViewCtrl;
class wxWindow;

/// What wx doesn't offer and the toolkit below does (GTK 3 in Native.cpp; a plain fallback elsewhere).
namespace fledgling::ui::native {

/// The name a screen reader says, and a description if there is one.
void setAccessible(wxWindow* window, const wxString& name, const wxString& description);
[[nodiscard]] wxString accessibleName(wxWindow* window);

/// Marks for the style sheet that Look installs: "rail", "card", "chip", "primary", "quiet".
void setStyle(wxWindow* window, const char* styleClass, bool on = true);
void installStyleSheet(const std::string& css);
/// Marks what scrolls as "typing" for the style sheet while the text in it has the keyboard: the toolkit draws no focus
/// there, and its style sheets can't ask for it.
void markTyping();
/// Told when the look of the system may have changed, by whatever way; often told for nothing.
void onStyleChanged(wxWindow* window, std::function<void()> told);

/// Between the parts of a rail's button.
constexpr int RAIL_GAP = 8;
/// A wide button: icon, words left, count and key right (dim).
void layOutRailButton(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words,
                      const wxString& count, const wxString& keys);

/// A large button: icon, words, and a line of detail under them.
void layOutChoice(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words,
                  const wxString& detail);

/// A small button: icon and words with a gap that holds whenever it was made. (The toolkit's own layout loses it on a
/// button made while the window is shown.)
void layOutIconButton(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words);

/// Letters typed in a table are commands, not a search.
void quietTypeAhead(wxDataViewCtrl* table);
/// The arrow in a header without the toolkit's own sorting. 0 none, 1 rising, -1 falling.
void showSortArrow(wxDataViewColumn* column, int direction);
/// A click on the header is told; without it the toolkit keeps it to itself.
void letClick(wxDataViewColumn* column);
/// One height for all rows, whatever script is in them, and air at the cell's sides.
void setRowHeight(wxDataViewColumn* column, int height);
/// The same for every column of a table that has rows already: all get the new height.
void setRowHeights(wxDataViewCtrl* table, int height);
/// 0 while it isn't on the screen.
[[nodiscard]] int headerHeight(wxDataViewCtrl* table);
/// Rows as high as their texts with that much air above and below; where the column wraps, at whatever width it has.
void letRowsGrow(wxDataViewColumn* column, int air, bool wraps);
/// Takes the room the other columns leave.
void letExpand(wxDataViewColumn* column);
/// The keyboard to the rows, not to the first header as a plain SetFocus gives it.
void focusRows(wxDataViewCtrl* table);
/// Selects that row with the keyboard in that column, in view; a screen reader says the cell.
void placeCursor(wxDataViewCtrl* table, wxDataViewColumn* column, int row);
/// A matrix has a cell in the keyboard's hands, no selected row: the toolkit would paint the row over the
/// cell.
void useCellCursor(wxDataViewCtrl* table);
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

/// PNG, JPEG, WebP or SVG bytes as a picture at most `width` pixels wide (SVG is drawn at that width); not
/// ok() if it is none.
[[nodiscard]] wxImage picture(std::string_view bytes, int width);
/// Gives every new widget its place at once: one laid out again before it ever had a place would never get
/// one.
void layOutNow(wxWindow* topLevel);
/// Air around the text of a field of several lines.
void setTextAir(wxWindow* field, int across, int down);
/// Makes up for what the toolkit forgot: what asks for a layout while one is on its way is marked as asking, and neither it
/// nor anything in it is ever laid out again until it has another size. Gives all below the window the places they have.
void layOutForgotten(wxWindow* window);
/// A note in a corner of the desktop; nothing where the desktop shows none.
void notify(const wxString& title, const wxString& words);
/// What a window shows, its menus and children with it.
[[nodiscard]] wxImage portrait(wxWindow* window);

} // namespace fledgling::ui::native
