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

namespace {

/// Where it begins within the list's sight; not by way of the screen, on which it may not be yet.
int topWithin(const wxScrolledWindow* list, const wxWindow* inside) {
    int top = 0;
    for (const auto* one = inside; one && one != list; one = one->GetParent())
        top += one->GetPosition().y;
    return top;
}

void scrollTo(wxScrolledWindow* list, int top, int height) {
    int unit = 0;
    list->GetScrollPixelsPerUnit(nullptr, &unit);
    const int room = list->GetClientSize().y, bottom = top + height;
    if (unit == 0 || (top >= 0 && bottom <= room)) return;
    const bool above = top < 0 || height > room;
    const int by = above ? top - (top < 0 ? unit - 1 : 0) : bottom - room + unit - 1; // whole units
    list->Scroll(-1, list->GetViewStart().y + by / unit);
}

} // namespace

bool onFirstPage(const wxScrolledWindow* list, const wxWindow* inside) {
    int unit = 0;
    list->GetScrollPixelsPerUnit(nullptr, &unit);
    return topWithin(list, inside) + list->GetViewStart().y * unit + inside->GetSize().y <= list->GetClientSize().y;
}

void bringIntoView(wxScrolledWindow* list, const wxWindow* inside) {
    if (list->IsShownOnScreen()) scrollTo(list, topWithin(list, inside), inside->GetSize().y);
}

void bringIntoView(wxScrolledWindow* list, const wxRect& place) {
    if (list->IsShownOnScreen()) scrollTo(list, list->ScreenToClient(place.GetPosition()).y, place.height);
}

} // namespace fledgling::ui
