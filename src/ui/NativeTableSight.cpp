#include "ui/NativeTable.h"

#include <algorithm>
#include <wx/dataview.h>

#include <gtk/gtk.h>

namespace fledgling::ui::native {
namespace {

constexpr const char* HEIGHT_BEFORE = "fledgling-height";

/// Once a table has its new place: the row the keyboard is on, seen before, is seen still, and whole. Nothing was seen before the
/// first one.
void seeCursorStill(GtkWidget* tree, GdkRectangle* place, gpointer) {
    const int before = GPOINTER_TO_INT(g_object_get_data(G_OBJECT(tree), HEIGHT_BEFORE));
    g_object_set_data(G_OBJECT(tree), HEIGHT_BEFORE, GINT_TO_POINTER(place->height));
    if (place->height == before) return;
    GtkTreePath* path = nullptr;
    gtk_tree_view_get_cursor(GTK_TREE_VIEW(tree), &path, nullptr);
    if (!path) return;
    GdkRectangle row;
    gtk_tree_view_get_background_area(GTK_TREE_VIEW(tree), path, nullptr, &row);
    if (before == 0 || (row.y >= 0 && row.y < std::max(before, place->height))) gtk_tree_view_scroll_to_cell(GTK_TREE_VIEW(tree), path, nullptr, FALSE, 0, 0);
    gtk_tree_path_free(path);
}

/// While it was hidden its rows were set anew, and nothing of that was scrolled to.
void seeCursorAgain(GtkWidget* tree, gpointer) {
    GtkTreePath* path = nullptr;
    gtk_tree_view_get_cursor(GTK_TREE_VIEW(tree), &path, nullptr);
    if (!path) return;
    gtk_tree_view_scroll_to_cell(GTK_TREE_VIEW(tree), path, nullptr, FALSE, 0, 0);
    gtk_tree_path_free(path);
}

} // namespace

void keepRowInSight(wxDataViewCtrl* table) {
    g_signal_connect_after(table->GtkGetTreeView(), "size-allocate", G_CALLBACK(seeCursorStill), nullptr);
    g_signal_connect_after(table->GtkGetTreeView(), "map", G_CALLBACK(seeCursorAgain), nullptr);
}

} // namespace fledgling::ui::native
