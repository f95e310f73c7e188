#include "ui/frame/WayBack.h"

#include <wx/event.h>

namespace fledgling::ui {

WayBack::Place WayBack::take() {
    Place last = std::move(m_places.back());
    m_places.pop_back();
    return last;
}

bool WayBack::isKey(const wxKeyEvent& event) {
    return (event.GetKeyCode() == WXK_ESCAPE && !event.HasAnyModifiers()) ||
           (event.GetKeyCode() == WXK_LEFT && event.GetModifiers() == wxMOD_ALT);
}

} // namespace fledgling::ui
