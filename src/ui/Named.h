#pragma once

#include "ui/Native.h"

namespace fledgling::ui {

/// Every control has an accessible name: `auto* list = named(new wxListBox(...), _("People"));`
template <class Window>
Window* named(Window* window, const wxString& name, const wxString& description = {}) {
    window->SetName(name);
    native::setAccessible(window, name, description);
    return window;
}

} // namespace fledgling::ui
