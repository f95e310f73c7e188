#include "ui/controls/Table.h"

#include "ui/NativeTable.h"

#include <utility>
#include <wx/cursor.h>
#include <wx/dataview.h>

/// Rows dragged by the mouse. What can be dragged can be moved by keys as well.
namespace fledgling::ui {

namespace {

native::DropMark markOf(Table::Landing landing) {
    switch (landing) {
    case Table::Landing::Nowhere: break;
    case Table::Landing::Above: return native::DropMark::Above;
    case Table::Landing::Below: return native::DropMark::Below;
    case Table::Landing::Inside: return native::DropMark::Around;
    }
    return native::DropMark::None;
}

} // namespace

void Table::letDrag() {
    native::onRowDrag(m_view, {[this](int row) { m_held = idAt(row); }, [this](int row) { dragOver(row); }, [this] { letGo(); }});
}

std::string Table::idAt(int row) const {
    const auto ids = order();
    return row >= 0 && row < static_cast<int>(ids.size()) ? ids[static_cast<std::size_t>(row)] : std::string();
}

void Table::dragOver(int row) {
    if (m_held.empty() || !onDrag) return;
    m_dragging = true;
    const auto over = idAt(row);
    const auto landing = onDrag(m_held, over);
    m_over = landing == Landing::Nowhere ? std::string() : over;
    SetCursor(wxCursor(m_over.empty() ? wxCURSOR_NO_ENTRY : wxCURSOR_HAND));
    native::markDrop(m_view, row, markOf(landing));
}

bool Table::endDrag() {
    if (!m_dragging) return false;
    m_dragging = false;
    m_over.clear();
    native::markDrop(m_view, -1, native::DropMark::None);
    SetCursor(wxNullCursor);
    onDrag(std::exchange(m_held, {}), {});
    return true;
}

void Table::letGo() {
    const auto held = m_held, over = m_over;
    if (!endDrag()) m_held.clear();
    // The rows may change by it: not before the toolkit is done with the button.
    CallAfter([this, held, over] {
        if (!over.empty() && onDrop) onDrop(held, over);
        if (onReleased) onReleased();
    });
}

} // namespace fledgling::ui
