#include "ui/NativeKeyboard.h"

#include <utility>
#include <wx/anybutton.h>
#include <wx/choice.h>
#include <wx/event.h>
#include <wx/gdicmn.h>
#include <wx/spinctrl.h>
#include <wx/textentry.h>
#include <wx/window.h>

#include <gtk/gtk.h>

namespace fledgling::ui::native {
namespace {

struct KeyboardWatch {
    wxWindow* window;
    std::function<void(const wxRect&)> then;
};

wxRect onScreen(GtkWidget* widget) {
    GtkWidget* top = gtk_widget_get_toplevel(widget);
    int left = 0, above = 0, x = 0, y = 0;
    gdk_window_get_origin(gtk_widget_get_window(top), &left, &above);
    gtk_widget_translate_coordinates(widget, top, 0, 0, &x, &y);
    return {left + x, above + y, gtk_widget_get_allocated_width(widget), gtk_widget_get_allocated_height(widget)};
}

/// What got the keyboard may not have its place yet: it is asked for when that is over.
void onSetFocus(GtkWindow* top, GtkWidget* focus, KeyboardWatch* watch) {
    if (!focus || !gtk_widget_is_ancestor(focus, watch->window->GetHandle())) return;
    watch->window->CallAfter([top, watch = *watch] {
        GtkWidget* now = gtk_window_get_focus(top);
        if (now && gtk_widget_get_mapped(now) && gtk_widget_is_ancestor(now, watch.window->GetHandle())) watch.then(onScreen(now));
    });
}

} // namespace

void onKeyboardWithin(wxWindow* window, std::function<void(const wxRect&)> then) {
    GtkWidget* top = gtk_widget_get_toplevel(window->GetHandle());
    if (!GTK_IS_WINDOW(top)) return;
    GClosure* closure = g_cclosure_new(G_CALLBACK(onSetFocus), new KeyboardWatch{window, std::move(then)},
                                       [](gpointer watch, GClosure*) { delete static_cast<KeyboardWatch*>(watch); });
    g_object_watch_closure(G_OBJECT(window->GetHandle()), closure); // it ends with the window
    g_signal_connect_closure(top, "set-focus", closure, true);
}

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
