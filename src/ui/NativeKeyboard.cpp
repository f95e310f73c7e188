#include "ui/NativeKeyboard.h"

#include <wx/anybutton.h>
#include <wx/choice.h>
#include <wx/event.h>
#include <wx/spinctrl.h>
#include <wx/textentry.h>
#include <wx/window.h>

#include <gtk/gtk.h>

namespace fledgling::ui::native {

wxWindow* whoHears() {
    auto* focus = wxWindow::FindFocus();
    return focus && focus->IsShownOnScreen() ? focus : nullptr;
}

wxWindow* whoHears(const wxKeyEvent& event) {
    if (auto* focus = whoHears()) return focus;
    auto* told = dynamic_cast<wxWindow*>(event.GetEventObject());
    return told && !told->IsTopLevel() && told->IsShownOnScreen() ? told : nullptr;
}

bool hasKeyboard(const wxWindow* topLevel) {
    GtkWidget* top = gtk_widget_get_toplevel(topLevel->GetHandle());
    GtkWidget* focus = GTK_IS_WINDOW(top) ? gtk_window_get_focus(GTK_WINDOW(top)) : nullptr;
    return focus && gtk_widget_get_mapped(focus);
}

bool belongsToControl(const wxKeyEvent& event) {
    if (event.ControlDown() || event.AltDown()) return false;
    const int code = event.GetKeyCode();
    if (code >= WXK_F1 && code <= WXK_F24) return false;
    wxWindow* focus = whoHears(event);
    if (dynamic_cast<wxTextEntry*>(focus) || dynamic_cast<wxSpinCtrl*>(focus)) return true;
    const bool pressed = code == WXK_RETURN || code == WXK_NUMPAD_ENTER || code == WXK_SPACE;
    return pressed && (dynamic_cast<wxAnyButton*>(focus) || dynamic_cast<wxChoice*>(focus));
}

} // namespace fledgling::ui::native
