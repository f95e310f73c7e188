#include "ui/controls/IntoView.h"

#include "ui/Look.h"
#include "ui/NativeKeyboard.h"

#include <wx/scrolwin.h>

namespace fledgling::ui {

wxScrolledWindow* scrolling(wxWindow* parent) {
    auto* inside = new wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE);
    inside->SetScrollRate(0, look::gap(parent));
    // Instead of the toolkit's own scrolling; who stands around it hears where the keyboard is all the same.
    inside->Bind(wxEVT_CHILD_FOCUS, [inside](wxChildFocusEvent& event) { inside->GetParent()->ProcessWindowEvent(event); });
    native::onKeyboardWithin(inside, [inside](const wxRect& place) { bringIntoView(inside, place); });
    return inside;
}

bool onFirstPage(const wxScrolledWindow* list, const wxWindow* inside) {
    if (!list->IsShownOnScreen()) return true;
    int unit = 0;
    list->GetScrollPixelsPerUnit(nullptr, &unit);
    int top = list->GetViewStart().y * unit; // not by way of the screen: it may not be shown yet
    for (const auto* one = inside; one && one != list; one = one->GetParent())
        top += one->GetPosition().y;
    return top + inside->GetSize().y <= list->GetClientSize().y;
}

// What isn't shown has no place on the screen yet: wx would give a wrong one, and say so in its log.
void bringIntoView(wxScrolledWindow* list, const wxWindow* inside) {
    if (list->IsShownOnScreen()) bringIntoView(list, inside->GetScreenRect());
}

void bringIntoView(wxScrolledWindow* list, const wxRect& place) {
    if (!list->IsShownOnScreen()) return;
    int unit = 0;
    list->GetScrollPixelsPerUnit(nullptr, &unit);
    const int room = list->GetClientSize().y;
    const int top = list->ScreenToClient(place.GetPosition()).y, bottom = top + place.height;
    if (unit == 0 || (top >= 0 && bottom <= room)) return;
    const bool above = top < 0 || place.height > room;
    const int by = above ? top - (top < 0 ? unit - 1 : 0) : bottom - room + unit - 1; // whole units
    list->Scroll(-1, list->GetViewStart().y + by / unit);
}

} // namespace fledgling::ui
