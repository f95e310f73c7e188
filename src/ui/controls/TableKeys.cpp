#include "ui/controls/Table.h"

#include "ui/NativeTable.h"

#include <wx/dataview.h>

/// What keys and headings of a table do.
namespace fledgling::ui {

int digitOf(int keyCode) {
    if (keyCode >= '0' && keyCode <= '9') return keyCode - '0';
    if (keyCode >= WXK_NUMPAD0 && keyCode <= WXK_NUMPAD9) return keyCode - WXK_NUMPAD0;
    return -1;
}

void Table::onHeader(wxDataViewEvent& event) { sortFrom(event.GetColumn()); }

void Table::sortFrom(int column) {
    if (column < 0 || column >= static_cast<int>(m_columns.size())) return;
    if (!m_columns[static_cast<std::size_t>(column)].sortable) return;
    if (m_sorted != column)
        sortBy(column, true);
    else if (m_rising)
        sortBy(column, false);
    else
        sortBy(-1, true);
}

bool Table::moveByKey(int code) {
    // From the row that is shown as selected: the control's own cursor is lost when its rows are replaced, and it would
    // begin at the first one again.
    switch (code) {
    case WXK_UP: moveBy(-1, 0); return true;
    case WXK_DOWN: moveBy(1, 0); return true;
    default: break;
    }
    if (m_cursor != Cursor::Cells) return false;
    switch (code) {
    case WXK_LEFT: moveBy(0, -1); return true;
    case WXK_RIGHT: moveBy(0, 1); return true;
    case WXK_HOME: moveBy(0, -1000); return true;
    case WXK_END: moveBy(0, 1000); return true;
    default: return false;
    }
}

/// On a heading Enter and Space sort as a click does; the toolkit goes from heading to heading and out of the table.
void Table::onHeadingKey(wxKeyEvent& event, int column) {
    const int code = event.GetKeyCode();
    const bool pressed = code == WXK_RETURN || code == WXK_NUMPAD_ENTER || code == WXK_SPACE;
    if (pressed && !event.HasAnyModifiers())
        sortFrom(column);
    else
        event.Skip();
}

void Table::onCharHook(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (const int heading = native::focusedHeading(m_view); heading >= 0) return onHeadingKey(event, heading);
    if (code == WXK_ESCAPE && endDrag()) return;
    if (onKey && onKey(event, selected())) return;
    if (!event.HasAnyModifiers() && (code == WXK_RETURN || code == WXK_NUMPAD_ENTER) && onActivate &&
        m_index >= 0) {
        onActivate(selected());
        return;
    }
    if (!event.HasAnyModifiers() && moveByKey(code)) return;
    event.Skip();
}

} // namespace fledgling::ui
