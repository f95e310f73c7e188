#include "ui/NativeTable.h"

#include <wx/dataview.h>

#include <algorithm>
#include <gtk/gtk.h>
#include <utility>

/// Rows that are dragged by the mouse.
namespace fledgling::ui::native {
namespace {

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

void onRowDrag(wxDataViewCtrl* table, RowDrag told) {
    auto* dragging = new Dragging(GTK_TREE_VIEW(table->GtkGetTreeView()), std::move(told));
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
    gtk_tree_view_set_drag_dest_row(GTK_TREE_VIEW(table->GtkGetTreeView()), path, where);
    if (path) gtk_tree_path_free(path);
}

} // namespace fledgling::ui::native
