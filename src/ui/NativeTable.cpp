#include "ui/NativeTable.h"

#include <wx/dataview.h>

#include <algorithm>
#include <cmath>
#include <gtk/gtk.h>
#include <string>

namespace fledgling::ui::native {
namespace {

GtkTreeView* treeOf(wxDataViewCtrl* table) { return GTK_TREE_VIEW(table->GtkGetTreeView()); }

constexpr int CELL_AIR = 6; ///< at the sides of a cell

/// Wraps a column's texts at the width it has. The toolkit wraps only at a width it is told.
gboolean wrapCells(gpointer data) {
    auto* column = static_cast<GtkTreeViewColumn*>(data);
    int between = 0; // columns: a cell is narrower by it than its column
    if (GtkWidget* tree = gtk_tree_view_column_get_tree_view(column))
        gtk_widget_style_get(tree, "horizontal-separator", &between, nullptr);
    const int width = gtk_tree_view_column_get_width(column) - between - 2 * CELL_AIR;
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

/// Of one line: how tall it is, and where its letters stand.
struct LineSize {
    int tall = 0;
    int base = 0;
    /// Where they stand in a cell of that height that centres it, or has it on top.
    [[nodiscard]] int letters(int height, float align) const { return static_cast<int>(align * static_cast<float>(std::max(0, height - tall))) + base; }
};

LineSize lineSize(GtkWidget* widget, const std::string& text) {
    PangoLayout* layout = gtk_widget_create_pango_layout(widget, text.c_str());
    LineSize size;
    pango_layout_get_pixel_size(layout, nullptr, &size.tall);
    size.base = PANGO_PIXELS(pango_layout_get_baseline(layout));
    g_object_unref(layout);
    return size;
}

/// Of a line in letters and of one with Chinese in it.
struct ScriptSizes {
    guint serial = 0; ///< of the font they were measured in
    LineSize letters, chinese;
};

/// Asked for at every cell that is drawn, so they are kept with the font in use: another table may have another.
const ScriptSizes& scriptSizes(GtkWidget* widget) {
    constexpr const char* KEPT = "fledgling-script-sizes";
    PangoContext* context = gtk_widget_get_pango_context(widget);
    auto* sizes = static_cast<ScriptSizes*>(g_object_get_data(G_OBJECT(context), KEPT));
    if (!sizes) {
        sizes = new ScriptSizes;
        g_object_set_data_full(G_OBJECT(context), KEPT, sizes, [](gpointer kept) { delete static_cast<ScriptSizes*>(kept); });
    }
    const guint serial = pango_context_get_serial(context); // never 0
    if (sizes->serial != serial) *sizes = {serial, lineSize(widget, "Ag"), lineSize(widget, "Ag国")};
    return *sizes;
}

constexpr const char* EVEN_LINES = "fledgling-even-lines"; ///< marks the renderers of tables
GtkCellRendererClass textCells; ///< as the toolkit made it

/// How far down the letters of a cell go to stand on one line with those of every other cell, whatever script these hold.
int lineShift(GtkCellRenderer* cell, GtkWidget* widget, int height) {
    char* given = nullptr;
    g_object_get(cell, "text", &given, nullptr);
    std::string text = given ? given : "";
    g_free(given);
    text.resize(std::min(text.size(), text.find('\n')));
    if (text.empty()) return 0;
    float align = 0;
    int air = 0;
    gtk_cell_renderer_get_alignment(cell, nullptr, &align);
    gtk_cell_renderer_get_padding(cell, nullptr, &air);
    const int room = height - 2 * air;
    const auto& sizes = scriptSizes(widget);
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const LineSize own = plain ? sizes.letters : lineSize(widget, text);
    return (sizes.letters.letters(room, align) + sizes.chinese.letters(room, align)) / 2 - own.letters(room, align);
}

/// The toolkit draws a selected row's texts in one colour: what is colour there keeps its own, on the row's ground.
void renderColoured(GtkCellRenderer* cell, cairo_t* onto, GtkWidget* widget, const GdkRectangle* ground, const GdkRectangle* area,
                    GtkCellRendererState state) {
    gboolean coloured = FALSE, grounded = FALSE;
    g_object_get(cell, "foreground-set", &coloured, "background-set", &grounded, nullptr);
    if ((state & GTK_CELL_RENDERER_SELECTED) == 0 || !coloured) return textCells.render(cell, onto, widget, ground, area, state);
    g_object_set(cell, "background-set", FALSE, nullptr);
    textCells.render(cell, onto, widget, ground, area, static_cast<GtkCellRendererState>(state & ~GTK_CELL_RENDERER_SELECTED));
    g_object_set(cell, "background-set", grounded, nullptr);
}

void renderEvenly(GtkCellRenderer* cell, cairo_t* onto, GtkWidget* widget, const GdkRectangle* ground, const GdkRectangle* area,
                  GtkCellRendererState state) {
    if (!g_object_get_data(G_OBJECT(cell), EVEN_LINES)) return textCells.render(cell, onto, widget, ground, area, state);
    GdkRectangle moved = *area;
    moved.y += lineShift(cell, widget, area->height);
    renderColoured(cell, onto, widget, ground, &moved, state);
}

/// A row without Chinese is as high as one with it.
void keepHeight(GtkCellRenderer* cell, GtkWidget* widget, int* least, int* natural) {
    if (!g_object_get_data(G_OBJECT(cell), EVEN_LINES)) return;
    int air = 0;
    gtk_cell_renderer_get_padding(cell, nullptr, &air);
    const int line = scriptSizes(widget).chinese.tall + 2 * air;
    if (least) *least = std::max(*least, line);
    if (natural) *natural = std::max(*natural, line);
}

void heightEvenly(GtkCellRenderer* cell, GtkWidget* widget, int* least, int* natural) {
    textCells.get_preferred_height(cell, widget, least, natural);
    keepHeight(cell, widget, least, natural);
}

void heightForWidthEvenly(GtkCellRenderer* cell, GtkWidget* widget, int width, int* least, int* natural) {
    textCells.get_preferred_height_for_width(cell, widget, width, least, natural);
    keepHeight(cell, widget, least, natural);
}

/// The toolkit centres each cell's text by itself, and a line with Chinese is taller than one without. Its renderers are made
/// by wx, out of reach of a class of one's own: theirs is told to look at the mark.
void drawEvenly(GtkCellRenderer* cell) {
    if (!GTK_IS_CELL_RENDERER_TEXT(cell)) return;
    g_object_set_data(G_OBJECT(cell), EVEN_LINES, cell);
    GtkCellRendererClass* all = GTK_CELL_RENDERER_GET_CLASS(cell);
    if (all->render == renderEvenly) return;
    textCells = *all;
    all->render = renderEvenly;
    all->get_preferred_height = heightEvenly;
    all->get_preferred_height_for_width = heightForWidthEvenly;
}

GtkLabel* headingOf(GtkTreeViewColumn* column) {
    GtkWidget* head = gtk_tree_view_column_get_widget(column);
    if (!GTK_IS_CONTAINER(head)) return nullptr;
    GtkLabel* label = nullptr;
    GList* inside = gtk_container_get_children(GTK_CONTAINER(head));
    for (GList* one = inside; one && !label; one = one->next)
        if (GTK_IS_LABEL(one->data)) label = GTK_LABEL(one->data);
    g_list_free(inside);
    return label;
}

gboolean sayHeading(GtkWidget*, gint, gint, gboolean, GtkTooltip* tooltip, gpointer data) {
    GtkLabel* label = headingOf(GTK_TREE_VIEW_COLUMN(data));
    if (!label || !pango_layout_is_ellipsized(gtk_label_get_layout(label))) return FALSE;
    std::string words = gtk_label_get_text(label);
    std::replace(words.begin(), words.end(), '\n', ' ');
    gtk_tooltip_set_text(tooltip, words.c_str());
    return TRUE;
}

/// The rest of a row below the headings reads as a second line of them. Where rows are of one height the first in sight
/// is whole; at the end of the list the last one goes before.
void beginWithWholeRow(GtkTreeView* tree, GtkTreePath* path, GtkAdjustment* down) {
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(gtk_tree_view_get_column(tree, 0)));
    int even = -1;
    if (cells) gtk_cell_renderer_get_fixed_size(GTK_CELL_RENDERER(cells->data), nullptr, &even);
    g_list_free(cells);
    GdkRectangle row{};
    gtk_tree_view_get_background_area(tree, path, nullptr, &row);
    const double top = gtk_adjustment_get_value(down);
    if (even <= 0 || row.height <= 0 || std::fmod(top, row.height) == 0) return;
    const double next = std::ceil(top / row.height) * row.height;
    if (next <= gtk_adjustment_get_upper(down) - gtk_adjustment_get_page_size(down)) gtk_adjustment_set_value(down, next);
}

} // namespace

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

void letHeadingShorten(wxDataViewColumn* column) {
    auto* native = GTK_TREE_VIEW_COLUMN(column->GetGtkHandle());
    GtkLabel* label = headingOf(native);
    if (!label) return;
    gtk_label_set_ellipsize(label, PANGO_ELLIPSIZE_END);
    gtk_label_set_width_chars(label, 1); // unless told so it asks for three
    GtkWidget* button = gtk_tree_view_column_get_button(native);
    gtk_widget_set_has_tooltip(button, TRUE);
    g_signal_connect(button, "query-tooltip", G_CALLBACK(sayHeading), native);
}

void evenLines(wxDataViewColumn* column) {
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(column->GetGtkHandle()));
    for (GList* one = cells; one; one = one->next)
        drawEvenly(GTK_CELL_RENDERER(one->data));
    g_list_free(cells);
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

bool byControlKey() {
    GdkEvent* event = gtk_get_current_event();
    GdkModifierType held{};
    const bool key = event && event->type == GDK_KEY_PRESS;
    if (key) gdk_event_get_state(event, &held);
    if (event) gdk_event_free(event);
    return key && (held & GDK_CONTROL_MASK) != 0;
}

void letExpand(wxDataViewColumn* column) {
    gtk_tree_view_column_set_expand(GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()), TRUE);
}

int focusedHeading(wxDataViewCtrl* table) {
    for (unsigned i = 0; i < table->GetColumnCount(); ++i) {
        auto* column = GTK_TREE_VIEW_COLUMN(table->GetColumn(i)->GetGtkHandle());
        if (gtk_widget_has_focus(gtk_tree_view_column_get_button(column))) return static_cast<int>(i);
    }
    return -1;
}

void focusRows(wxDataViewCtrl* table) { gtk_widget_grab_focus(GTK_WIDGET(treeOf(table))); }

void placeCursor(wxDataViewCtrl* table, wxDataViewColumn* column, int row) {
    GtkTreePath* path = gtk_tree_path_new_from_indices(row, -1);
    GtkTreeViewColumn* native = column ? GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()) : nullptr;
    gtk_tree_view_set_cursor(treeOf(table), path, native, FALSE);
    gtk_tree_path_free(path);
    showRow(table, column, row);
}

void showRow(wxDataViewCtrl* table, wxDataViewColumn* column, int row) {
    GtkTreeView* tree = treeOf(table);
    if (!gtk_widget_get_realized(GTK_WIDGET(tree))) return;
    GtkTreePath* path = gtk_tree_path_new_from_indices(row, -1);
    GtkTreeViewColumn* native = column ? GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()) : nullptr;
    GtkAdjustment* down = gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(tree));
    const double before = gtk_adjustment_get_value(down);
    gtk_tree_view_scroll_to_cell(tree, path, native, FALSE, 0, 0);
    // Only when it moved anyway: otherwise the second of two clicks would be on another row.
    if (gtk_adjustment_get_value(down) != before) beginWithWholeRow(tree, path, down);
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

} // namespace fledgling::ui::native
