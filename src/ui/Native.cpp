#include "ui/Native.h"

#include <wx/anybutton.h>
#include <wx/bmpbndl.h>
#include <wx/settings.h>
#include <wx/log.h>
#include <wx/notifmsg.h>
#include <wx/utils.h>
#include <wx/window.h>

#include <algorithm>
#include <gtk/gtk.h>
#include <utility>

namespace fledgling::ui::native {
namespace {

GtkWidget* widgetOf(wxWindow* window) { return static_cast<GtkWidget*>(window->GetHandle()); }

/// wx hands out the scrolled window; what a screen reader stops at is inside it.
GtkWidget* speakerOf(GtkWidget* widget) {
    if (!GTK_IS_SCROLLED_WINDOW(widget)) return widget;
    GtkWidget* child = gtk_bin_get_child(GTK_BIN(widget));
    return child ? child : widget;
}

GtkWidget* imageOf(wxWindow* window, const wxBitmapBundle& icon) {
    const wxBitmap bitmap = icon.GetBitmapFor(window);
    if (!bitmap.IsOk()) return gtk_image_new();
    cairo_surface_t* surface = gdk_cairo_surface_create_from_pixbuf(
        bitmap.GetPixbuf(), static_cast<int>(window->GetContentScaleFactor()), nullptr);
    GtkWidget* image = gtk_image_new_from_surface(surface);
    cairo_surface_destroy(surface);
    return image;
}

GtkWidget* dimLabel(const wxString& text) {
    GtkWidget* label = gtk_label_new(text.utf8_str());
    gtk_style_context_add_class(gtk_widget_get_style_context(label), "rail-key");
    return label;
}

void replaceChild(wxAnyButton* button, GtkWidget* child) {
    GtkWidget* widget = widgetOf(button);
    if (GtkWidget* old = gtk_bin_get_child(GTK_BIN(widget))) gtk_container_remove(GTK_CONTAINER(widget), old);
    gtk_container_add(GTK_CONTAINER(widget), child);
    gtk_widget_show_all(child);
    button->InvalidateBestSize();
}

wxImage fromPixbuf(GdkPixbuf* pixbuf) {
    const int width = gdk_pixbuf_get_width(pixbuf);
    const int height = gdk_pixbuf_get_height(pixbuf);
    const int stride = gdk_pixbuf_get_rowstride(pixbuf);
    const int channels = gdk_pixbuf_get_n_channels(pixbuf);
    const guchar* pixels = gdk_pixbuf_read_pixels(pixbuf);
    wxImage image(width, height);
    if (gdk_pixbuf_get_has_alpha(pixbuf)) image.SetAlpha();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const guchar* pixel = pixels + y * stride + x * channels;
            image.SetRGB(x, y, pixel[0], pixel[1], pixel[2]);
            if (image.HasAlpha()) image.SetAlpha(x, y, pixel[3]);
        }
    return image;
}

void fitWidth(GdkPixbufLoader* loader, int width, int height, gpointer limit) {
    const int most = *static_cast<int*>(limit);
    const bool drawn = [&] {
        GdkPixbufFormat* format = gdk_pixbuf_loader_get_format(loader);
        return format && gdk_pixbuf_format_is_scalable(format);
    }();
    if (width <= 0 || height <= 0) return;
    if (width > most || (drawn && width < most))
        gdk_pixbuf_loader_set_size(loader, most, std::max(1, static_cast<int>(1.0 * height * most / width)));
}

std::string systemFont() {
    char* name = nullptr;
    g_object_get(gtk_settings_get_default(), "gtk-font-name", &name, nullptr);
    std::string font = name ? name : "Sans 10";
    g_free(name);
    return font;
}

/// The family that is taken for a font where the text is in that language.
std::string familyIn(PangoLanguage* language, const PangoFontDescription* wanted) {
    PangoContext* context = gdk_pango_context_get();
    pango_context_set_language(context, language);
    std::string family;
    if (PangoFont* font = pango_context_load_font(context, wanted)) {
        PangoFontDescription* found = pango_font_describe(font);
        family = pango_font_description_get_family(found);
        pango_font_description_free(found);
        g_object_unref(font);
    }
    g_object_unref(context);
    return family;
}

gboolean sayCut(GtkWidget* widget, gint, gint, gboolean, GtkTooltip* tooltip, gpointer) {
    if (!GTK_IS_LABEL(widget) || !pango_layout_is_ellipsized(gtk_label_get_layout(GTK_LABEL(widget)))) return FALSE;
    gtk_tooltip_set_text(tooltip, gtk_label_get_text(GTK_LABEL(widget)));
    return TRUE;
}

/// What is marked is given the place it has once more.
void layOutMarked(wxWindow* window) {
    for (auto* child : window->GetChildren()) {
        GtkWidget* widget = widgetOf(child);
        if (!widget || child->IsTopLevel() || !gtk_widget_get_visible(widget)) continue;
        GtkAllocation place;
        gtk_widget_get_allocation(widget, &place);
        if (place.width > 1 && place.height > 1) {
            // Being asked for its size takes the mark away, being given its place what lies in it.
            GtkRequisition least;
            gtk_widget_get_preferred_size(widget, &least, nullptr);
            gtk_widget_size_allocate(widget, &place);
        }
        layOutMarked(child);
    }
}

} // namespace

void setAccessible(wxWindow* window, const wxString& name, const wxString& description) {
    GtkWidget* widget = widgetOf(window);
    if (!widget) return;
    for (GtkWidget* one : {widget, speakerOf(widget)})
        atk_object_set_name(gtk_widget_get_accessible(one), name.utf8_str());
    if (!description.empty()) describe(window, description);
}

void describe(wxWindow* window, const wxString& description) {
    GtkWidget* widget = widgetOf(window);
    if (!widget) return;
    for (GtkWidget* one : {widget, speakerOf(widget)})
        atk_object_set_description(gtk_widget_get_accessible(one), description.utf8_str());
}

wxString accessibleDescription(wxWindow* window) {
    GtkWidget* widget = widgetOf(window);
    const char* said = widget ? atk_object_get_description(gtk_widget_get_accessible(speakerOf(widget))) : nullptr;
    return said ? wxString::FromUTF8(said) : wxString();
}

wxString accessibleName(wxWindow* window) {
    GtkWidget* widget = widgetOf(window);
    const char* name = widget ? atk_object_get_name(gtk_widget_get_accessible(speakerOf(widget))) : nullptr;
    return name ? wxString::FromUTF8(name) : wxString();
}

void setStyle(wxWindow* window, const char* styleClass, bool on) {
    GtkWidget* widget = widgetOf(window);
    if (!widget) return;
    GtkStyleContext* context = gtk_widget_get_style_context(widget);
    on ? gtk_style_context_add_class(context, styleClass)
       : gtk_style_context_remove_class(context, styleClass);
    window->InvalidateBestSize();
}

void installStyleSheet(const std::string& css) {
    static GtkCssProvider* provider = nullptr;
    GdkScreen* screen = gdk_screen_get_default();
    if (!screen) return;
    if (!provider) {
        provider = gtk_css_provider_new();
        gtk_style_context_add_provider_for_screen(screen, GTK_STYLE_PROVIDER(provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_USER);
    }
    gtk_css_provider_load_from_data(provider, css.c_str(), static_cast<gssize>(css.size()), nullptr);
}

void writeIn(const std::string& language) {
    if (!gdk_screen_get_default()) return;
    static const std::string given = systemFont();
    PangoFontDescription* font = pango_font_description_from_string(given.c_str());
    PangoLanguage* chinese = pango_language_from_string("zh-cn");
    std::string families = familyIn(language == "zh_CN" ? chinese : pango_language_get_default(), font);
    pango_font_description_set_family(font, "Sans");
    if (const std::string han = familyIn(chinese, font); han != families) families += "," + han;
    pango_font_description_set_family(font, families.c_str());
    char* named = pango_font_description_to_string(font);
    g_object_set(gtk_settings_get_default(), "gtk-font-name", named, nullptr);
    g_free(named);
    pango_font_description_free(font);
}

void markTyping() {
    static bool watching = false;
    if (std::exchange(watching, true)) return;
    const auto mark = +[](GSignalInvocationHint*, guint, const GValue* values, gpointer typing) -> gboolean {
        auto* text = static_cast<GtkWidget*>(g_value_get_object(values));
        GtkWidget* around = GTK_IS_TEXT_VIEW(text) ? gtk_widget_get_parent(text) : nullptr;
        if (!GTK_IS_SCROLLED_WINDOW(around)) return TRUE;
        GtkStyleContext* context = gtk_widget_get_style_context(around);
        typing ? gtk_style_context_add_class(context, "typing") : gtk_style_context_remove_class(context, "typing");
        return TRUE; // and go on watching
    };
    g_type_class_ref(GTK_TYPE_WIDGET); // its signals are known from then on
    g_signal_add_emission_hook(g_signal_lookup("focus-in-event", GTK_TYPE_WIDGET), 0, mark, GINT_TO_POINTER(1), nullptr);
    g_signal_add_emission_hook(g_signal_lookup("focus-out-event", GTK_TYPE_WIDGET), 0, mark, nullptr, nullptr);
}

void onStyleChanged(wxWindow* window, std::function<void()> told) {
    auto* kept = new std::function<void()>(std::move(told));
    const auto tell = +[](GtkWidget*, gpointer data) { (*static_cast<std::function<void()>*>(data))(); };
    const auto drop = +[](gpointer data, GClosure*) { delete static_cast<std::function<void()>*>(data); };
    g_signal_connect_data(widgetOf(window), "style-updated", G_CALLBACK(tell), kept, drop, GConnectFlags(0));
}

void layOutChoice(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words,
                  const wxString& detail) {
    GtkWidget* row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 14);
    gtk_box_pack_start(GTK_BOX(row), imageOf(button, icon), FALSE, FALSE, 0);
    GtkWidget* lines = gtk_box_new(GTK_ORIENTATION_VERTICAL, 2);
    GtkWidget* title = gtk_label_new(words.utf8_str());
    gtk_style_context_add_class(gtk_widget_get_style_context(title), "choice-title");
    for (GtkWidget* label : {title, dimLabel(detail)}) {
        gtk_label_set_xalign(GTK_LABEL(label), 0);
        gtk_box_pack_start(GTK_BOX(lines), label, FALSE, FALSE, 0);
    }
    gtk_box_pack_start(GTK_BOX(row), lines, TRUE, TRUE, 0);
    replaceChild(button, row);
}

void layOutRailButton(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words,
                      const wxString& count, const wxString& keys) {
    GtkWidget* row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, RAIL_GAP);
    gtk_box_pack_start(GTK_BOX(row), imageOf(button, icon), FALSE, FALSE, 0);
    GtkWidget* label = gtk_label_new(words.utf8_str());
    gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    gtk_box_pack_start(GTK_BOX(row), label, TRUE, TRUE, 0);
    gtk_box_pack_end(GTK_BOX(row), dimLabel(keys), FALSE, FALSE, 0);
    if (!count.empty()) {
        GtkWidget* badge = gtk_label_new(count.utf8_str());
        gtk_style_context_add_class(gtk_widget_get_style_context(badge), "rail-count");
        gtk_widget_set_valign(badge, GTK_ALIGN_CENTER);
        gtk_box_pack_end(GTK_BOX(row), badge, FALSE, FALSE, 0);
    }
    replaceChild(button, row);
}

void layOutIconButton(wxAnyButton* button, const wxBitmapBundle& icon, const wxString& words) {
    constexpr int GAP = 6;
    GtkWidget* row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, GAP);
    gtk_box_pack_start(GTK_BOX(row), imageOf(button, icon), FALSE, FALSE, 0);
    gtk_box_pack_start(GTK_BOX(row), gtk_label_new(words.utf8_str()), FALSE, FALSE, 0);
    replaceChild(button, row);
}

wxImage picture(std::string_view bytes, int width) {
    GdkPixbufLoader* loader = gdk_pixbuf_loader_new();
    g_signal_connect(loader, "size-prepared", G_CALLBACK(fitWidth), &width);
    const bool written =
        gdk_pixbuf_loader_write(loader, reinterpret_cast<const guchar*>(bytes.data()), bytes.size(), nullptr);
    const bool closed = gdk_pixbuf_loader_close(loader, nullptr);
    GdkPixbuf* pixbuf = written && closed ? gdk_pixbuf_loader_get_pixbuf(loader) : nullptr;
    wxImage image;
    if (pixbuf) image = fromPixbuf(pixbuf);
    g_object_unref(loader);
    return image;
}

void notify(const wxString& title, const wxString& words) {
    // Without a message bus the toolkit would try to start one, and complain.
    if (!wxGetEnv("DBUS_SESSION_BUS_ADDRESS", nullptr)) return;
    const wxLogNull quiet;
    wxNotificationMessage(title, words).Show();
}

void layOutNow(wxWindow* topLevel) {
    gtk_container_check_resize(GTK_CONTAINER(widgetOf(topLevel)));
    layOutMarked(topLevel);
}

void setTextAir(wxWindow* field, int across, int down) {
    GtkWidget* text = speakerOf(widgetOf(field));
    if (!GTK_IS_TEXT_VIEW(text)) return;
    gtk_text_view_set_left_margin(GTK_TEXT_VIEW(text), across);
    gtk_text_view_set_right_margin(GTK_TEXT_VIEW(text), across);
    gtk_text_view_set_top_margin(GTK_TEXT_VIEW(text), down);
    gtk_text_view_set_bottom_margin(GTK_TEXT_VIEW(text), down);
}

void refill(wxWindow* choice, const std::function<void()>& fill) {
    GtkWidget* combo = widgetOf(choice);
    const bool known = GTK_IS_COMBO_BOX(combo);
    if (known) gtk_combo_box_set_button_sensitivity(GTK_COMBO_BOX(combo), GTK_SENSITIVITY_ON);
    fill();
    if (known) gtk_combo_box_set_button_sensitivity(GTK_COMBO_BOX(combo), GTK_SENSITIVITY_AUTO);
}

void letShrink(wxWindow* choice) {
    GtkWidget* combo = widgetOf(choice);
    if (!GTK_IS_COMBO_BOX(combo)) return;
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(combo));
    for (GList* one = cells; one; one = one->next)
        g_object_set(one->data, "ellipsize", PANGO_ELLIPSIZE_END, nullptr);
    g_list_free(cells);
    g_object_set(combo, "popup-fixed-width", FALSE, nullptr);
}

void sayWhenCut(wxWindow* label) {
    GtkWidget* widget = widgetOf(label);
    gtk_widget_set_has_tooltip(widget, TRUE);
    g_signal_connect(widget, "query-tooltip", G_CALLBACK(sayCut), nullptr);
}

void sizeUnshown(wxWindow* topLevel) {
    GtkWidget* widget = widgetOf(topLevel);
    if (gtk_widget_get_realized(widget)) return;
    GtkRequisition least;
    gtk_widget_get_preferred_size(widget, &least, nullptr);
    const wxSize size = topLevel->GetSize();
    GtkAllocation place{0, 0, std::max(size.x, least.width), std::max(size.y, least.height)};
    gtk_widget_size_allocate(widget, &place);
}

void holdStill() {
    g_object_set(gtk_settings_get_default(), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, nullptr);
}

wxImage portrait(wxWindow* window) {
    GdkWindow* shown = gtk_widget_get_window(widgetOf(window));
    if (!shown) return {};
    GdkPixbuf* pixbuf =
        gdk_pixbuf_get_from_window(shown, 0, 0, gdk_window_get_width(shown), gdk_window_get_height(shown));
    wxImage image;
    if (pixbuf) image = fromPixbuf(pixbuf);
    if (pixbuf) g_object_unref(pixbuf);
    return image;
}

} // namespace fledgling::ui::native
