#pragma once

#include "ui/Native.h"

class wxControl;

namespace fledgling::ui {

/// Every control has an accessible name: `auto* list = named(new wxListBox(...), _("People"));`
template <class Window>
Window* named(Window* window, const wxString& name, const wxString& description = {}) {
    window->SetName(name);
    native::setAccessible(window, name, description);
    return window;
}

/// Its words with the key in small letters beside them; no key: the words.
void showKey(wxControl* button, const wxString& does, const wxString& key);

/// What a button does, with its key in small letters beside it. It is named by it, or by `name` where its place says more than
/// its words do. Said again it asks for another width: lay out after.
template <class Button>
Button* keyed(Button* button, const wxString& does, const wxString& key, const wxString& name = {}) {
    showKey(button, does, key);
    return named(button, name.empty() ? does : name, key);
}

} // namespace fledgling::ui
