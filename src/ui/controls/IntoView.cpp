#include "ui/controls/IntoView.h"

#include "ui/Look.h"

#include <wx/scrolwin.h>

namespace fledgling::ui {

wxScrolledWindow* scrolling(wxWindow* parent) {
    auto* inside = new wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE);
    inside->SetScrollRate(0, look::gap(parent));
    // Instead of the toolkit's own scrolling; who stands around it hears where the keyboard is all the same.
    inside->Bind(wxEVT_CHILD_FOCUS, [inside](wxChildFocusEvent& event) {
        bringIntoView(inside, event.GetWindow());
        inside->GetParent()->ProcessWindowEvent(event);
    });
    return inside;
}

bool onFirstPage(const wxScrolledWindow* list, const wxWindow* inside) {
    int unit = 0;
    list->GetScrollPixelsPerUnit(nullptr, &unit);
    const int top = list->ScreenToClient(inside->GetScreenPosition()).y + list->GetViewStart().y * unit;
    return top + inside->GetSize().y <= list->GetClientSize().y;
}

void bringIntoView(wxScrolledWindow* list, const wxWindow* inside) {
    int unit = 0;
    list->GetScrollPixelsPerUnit(nullptr, &unit);
    const int room = list->GetClientSize().y;
    const int top = list->ScreenToClient(inside->GetScreenPosition()).y, bottom = top + inside->GetSize().y;
    if (unit == 0 || (top >= 0 && bottom <= room)) return;
    const bool above = top < 0 || inside->GetSize().y > room;
    const int by = above ? top - (top < 0 ? unit - 1 : 0) : bottom - room + unit - 1; // whole units
    list->Scroll(-1, list->GetViewStart().y + by / unit);
}

} // namespace fledgling::ui
