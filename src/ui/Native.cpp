#include "ui/Native.h"

#include <wx/anybutton.h>
#include <wx/bmpbndl.h>
#include <wx/dataview.h>
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

GtkTreeView* treeOf(wxDataViewCtrl* table) { return GTK_TREE_VIEW(table->GtkGetTreeView()); }

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

constexpr int CELL_AIR = 6; ///< at the sides of a cell

/// Wraps a column's texts at the width it has. The toolkit wraps only at a width it is told.
gboolean wrapCells(gpointer data) {
    auto* column = static_cast<GtkTreeViewColumn*>(data);
    const int width = gtk_tree_view_column_get_width(column) - 2 * CELL_AIR;
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(column));
    bool changed = false;
    for (GList* one = cells; one && width > 0; one = one->next) {
        int before = 0;
        g_object_get(one->data, "wrap-width", &before, nullptr);
        if (before == width) continue;
        g_object_set(one->data, "wrap-width", width, nullptr);
        changed = true;
    }
    g_list_free(cells);
    // Asking for a layout that changes nothing would ask for the next one.
    if (changed && gtk_tree_view_column_get_tree_view(column)) gtk_tree_view_column_queue_resize(column);
    return G_SOURCE_REMOVE;
}

void columnWidened(GObject* column, GParamSpec*, gpointer) {
    // Not from inside the placing that gave it the width: rows would keep the height they had.
    g_idle_add_full(G_PRIORITY_HIGH_IDLE, wrapCells, g_object_ref(column), g_object_unref);
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

/// The row at a place of the widget, whose header is no row; beside the widget there is none, above and below it the first
/// and last in sight.
int rowAt(GtkTreeView* tree, double x, double y) {
    const int width = gtk_widget_get_allocated_width(GTK_WIDGET(tree));
    const int height = gtk_widget_get_allocated_height(GTK_WIDGET(tree));
    if (x < 0 || x >= width) return -1;
    int across = 0, down = 0;
    const int inside = std::clamp(static_cast<int>(y), 0, std::max(0, height - 1));
    gtk_tree_view_convert_widget_to_bin_window_coords(tree, static_cast<int>(x), inside, &across, &down);
    GtkTreePath* path = nullptr;
    if (!gtk_tree_view_get_path_at_pos(tree, across, std::max(0, down), &path, nullptr, nullptr, nullptr)) return -1;
    const int row = gtk_tree_path_get_indices(path)[0];
    gtk_tree_path_free(path);
    return row;
}

void scrollNearEdge(GtkTreeView* tree, double y) {
    constexpr double EDGE = 24;
    int left = 0, top = 0;
    gtk_tree_view_convert_bin_window_to_widget_coords(tree, 0, 0, &left, &top);
    GtkAdjustment* down = gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(tree));
    const double step = y < top + EDGE                                                    ? -EDGE
                        : y > gtk_widget_get_allocated_height(GTK_WIDGET(tree)) - EDGE ? EDGE
                                                                                       : 0;
    if (step != 0) gtk_adjustment_set_value(down, gtk_adjustment_get_value(down) + step);
}

/// Lives as long as the table. Rows that are pressed go to the toolkit's own gesture, which keeps what follows to itself:
/// this one looks on before it.
struct Dragging {
    Dragging(GtkTreeView* of, RowDrag drag) : tree(of), told(std::move(drag)), gesture(gtk_gesture_drag_new(GTK_WIDGET(of))) {
        gtk_event_controller_set_propagation_phase(GTK_EVENT_CONTROLLER(gesture), GTK_PHASE_CAPTURE);
    }
    ~Dragging() { g_object_unref(gesture); }
    Dragging(const Dragging&) = delete;
    Dragging& operator=(const Dragging&) = delete;

    void press(double x, double y) {
        fromX = x;
        fromY = y;
        moving = false;
        told.held(rowAt(tree, x, y));
    }
    void move(double byX, double byY) {
        const double x = fromX + byX, y = fromY + byY;
        moving = moving || gtk_drag_check_threshold(GTK_WIDGET(tree), static_cast<int>(fromX), static_cast<int>(fromY),
                                                    static_cast<int>(x), static_cast<int>(y));
        if (!moving) return;
        scrollNearEdge(tree, y);
        told.over(rowAt(tree, x, y));
    }

    GtkTreeView* tree;
    RowDrag told;
    GtkGesture* gesture;
    double fromX = 0, fromY = 0;
    bool moving = false;
};

} // namespace

void setAccessible(wxWindow* window, const wxString& name, const wxString& description) {
    GtkWidget* widget = widgetOf(window);
    if (!widget) return;
    for (GtkWidget* one : {widget, speakerOf(widget)}) {
        AtkObject* speaker = gtk_widget_get_accessible(one);
        atk_object_set_name(speaker, name.utf8_str());
        if (!description.empty()) atk_object_set_description(speaker, description.utf8_str());
    }
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

void quietTypeAhead(wxDataViewCtrl* table) {
    gtk_tree_view_set_enable_search(treeOf(table), FALSE);
    gtk_tree_view_set_search_column(treeOf(table), -1);
}

void showSortArrow(wxDataViewColumn* column, int direction) {
    GtkTreeViewColumn* native = GTK_TREE_VIEW_COLUMN(column->GetGtkHandle());
    gtk_tree_view_column_set_sort_indicator(native, direction != 0);
    // GTK's arrow points the other way than its own name for the order.
    gtk_tree_view_column_set_sort_order(native, direction < 0 ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

void letClick(wxDataViewColumn* column) {
    gtk_tree_view_column_set_clickable(GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()), TRUE);
}

void setRowHeight(wxDataViewColumn* column, int height) {
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(column->GetGtkHandle()));
    for (GList* one = cells; one; one = one->next) {
        GtkCellRenderer* cell = GTK_CELL_RENDERER(one->data);
        int across = 0;
        gtk_cell_renderer_get_fixed_size(cell, &across, nullptr);
        gtk_cell_renderer_set_fixed_size(cell, across, height);
        gtk_cell_renderer_set_padding(cell, CELL_AIR, 0);
    }
    g_list_free(cells);
}

void setRowHeights(wxDataViewCtrl* table, int height) {
    for (unsigned i = 0; i < table->GetColumnCount(); ++i)
        setRowHeight(table->GetColumn(i), height);
    // Rows of one height are measured once: they are only measured again with the model given anew.
    GtkTreeModel* model = gtk_tree_view_get_model(treeOf(table));
    if (!model) return;
    g_object_ref(model);
    gtk_tree_view_set_model(treeOf(table), nullptr);
    gtk_tree_view_set_model(treeOf(table), model);
    g_object_unref(model);
}

int headerHeight(wxDataViewCtrl* table) {
    int x = 0, y = 0;
    gtk_tree_view_convert_bin_window_to_widget_coords(treeOf(table), 0, 0, &x, &y);
    return y;
}

void letRowsGrow(wxDataViewColumn* column, int air, bool wraps) {
    auto* native = GTK_TREE_VIEW_COLUMN(column->GetGtkHandle());
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(native));
    for (GList* one = cells; one; one = one->next) {
        gtk_cell_renderer_set_padding(GTK_CELL_RENDERER(one->data), CELL_AIR, air);
        if (wraps) g_object_set(one->data, "wrap-mode", PANGO_WRAP_WORD_CHAR, nullptr);
    }
    g_list_free(cells);
    if (wraps) g_signal_connect(native, "notify::width", G_CALLBACK(columnWidened), nullptr);
}

void letExpand(wxDataViewColumn* column) {
    gtk_tree_view_column_set_expand(GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()), TRUE);
}

void focusRows(wxDataViewCtrl* table) { gtk_widget_grab_focus(GTK_WIDGET(treeOf(table))); }

void placeCursor(wxDataViewCtrl* table, wxDataViewColumn* column, int row) {
    GtkTreePath* path = gtk_tree_path_new_from_indices(row, -1);
    GtkTreeViewColumn* native = column ? GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()) : nullptr;
    gtk_tree_view_set_cursor(treeOf(table), path, native, FALSE);
    if (gtk_widget_get_realized(GTK_WIDGET(treeOf(table))))
        gtk_tree_view_scroll_to_cell(treeOf(table), path, native, FALSE, 0, 0);
    gtk_tree_path_free(path);
}

void useCellCursor(wxDataViewCtrl* table) {
    gtk_tree_selection_set_mode(gtk_tree_view_get_selection(treeOf(table)), GTK_SELECTION_NONE);
}

CellAt cursorCell(wxDataViewCtrl* table) {
    GtkTreePath* path = nullptr;
    GtkTreeViewColumn* column = nullptr;
    gtk_tree_view_get_cursor(treeOf(table), &path, &column);
    CellAt at;
    if (path) at.row = gtk_tree_path_get_indices(path)[0];
    if (path) gtk_tree_path_free(path);
    for (int i = 0; GtkTreeViewColumn* one = gtk_tree_view_get_column(treeOf(table), i); ++i)
        if (one == column) at.column = i;
    return at;
}

void onRowDrag(wxDataViewCtrl* table, RowDrag told) {
    auto* dragging = new Dragging(treeOf(table), std::move(told));
    const auto press = +[](GtkGestureDrag*, double x, double y, gpointer data) { static_cast<Dragging*>(data)->press(x, y); };
    const auto move = +[](GtkGestureDrag*, double x, double y, gpointer data) { static_cast<Dragging*>(data)->move(x, y); };
    const auto end = +[](GtkGestureDrag*, double, double, gpointer data) { static_cast<Dragging*>(data)->told.letGo(); };
    // Another program took the mouse away.
    const auto broken = +[](GtkGesture*, GdkEventSequence*, gpointer data) { static_cast<Dragging*>(data)->told.over(-1); };
    const auto gone = +[](GtkWidget*, gpointer data) { delete static_cast<Dragging*>(data); };
    g_signal_connect(dragging->gesture, "drag-begin", G_CALLBACK(press), dragging);
    g_signal_connect(dragging->gesture, "drag-update", G_CALLBACK(move), dragging);
    g_signal_connect(dragging->gesture, "drag-end", G_CALLBACK(end), dragging);
    g_signal_connect(dragging->gesture, "cancel", G_CALLBACK(broken), dragging);
    g_signal_connect(dragging->tree, "destroy", G_CALLBACK(gone), dragging);
}

void markDrop(wxDataViewCtrl* table, int row, DropMark mark) {
    GtkTreePath* path = row < 0 || mark == DropMark::None ? nullptr : gtk_tree_path_new_from_indices(row, -1);
    const auto where = mark == DropMark::Above   ? GTK_TREE_VIEW_DROP_BEFORE
                       : mark == DropMark::Below ? GTK_TREE_VIEW_DROP_AFTER
                                                 : GTK_TREE_VIEW_DROP_INTO_OR_AFTER;
    gtk_tree_view_set_drag_dest_row(treeOf(table), path, where);
    if (path) gtk_tree_path_free(path);
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

void layOutNow(wxWindow* topLevel) { gtk_container_check_resize(GTK_CONTAINER(widgetOf(topLevel))); }

void setTextAir(wxWindow* field, int across, int down) {
    GtkWidget* text = speakerOf(widgetOf(field));
    if (!GTK_IS_TEXT_VIEW(text)) return;
    gtk_text_view_set_left_margin(GTK_TEXT_VIEW(text), across);
    gtk_text_view_set_right_margin(GTK_TEXT_VIEW(text), across);
    gtk_text_view_set_top_margin(GTK_TEXT_VIEW(text), down);
    gtk_text_view_set_bottom_margin(GTK_TEXT_VIEW(text), down);
}

void layOutForgotten(wxWindow* window) {
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
        layOutForgotten(child);
    }
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
