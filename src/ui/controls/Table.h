#pragma once

#include "ui/Look.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/object.h>
#include <wx/panel.h>

class wxDataViewCtrl;
class wxDataViewEvent;

namespace fledgling::ui {

/// One cell, ready to draw. A state puts its sign before the text and colours both.
struct Cell {
    wxString text = {};
    look::State state = look::State::None;
    bool bold = false;
    bool muted = false;
    bool marked = false; ///< tinted: today's column, a proposed pair
    bool tinted = false; ///< on a ground of its state's colour: a board read from afar
    wxString spoken =
        {}; ///< what a screen reader says of it when the text is too short ("L 12": "late 12 minutes")
};

struct Row {
    std::string id = {}; ///< the selection follows it across set()
    std::vector<Cell> cells = {};
};

struct Column {
    enum class Align { Left, Right, Centre };
    wxString title = {};
    int width = 12; ///< in widths of a digit, roughly characters (a Chinese one takes two)
    Align align = Align::Left;
    bool sortable = true;
    bool stretches = false; ///< takes the room that is left; at most one
    bool gives = false;     ///< where columns share the width: gives way first; where there is none, the one that stretches does
    bool matters = false;   ///< where columns share the width: its texts stay whole as long as others can give way
    bool headed = false;    ///< and its heading with them
    bool wraps = false;     ///< a long text goes on in further lines; given to the constructor, and for short tables only
};

/// The digit a key types, on the keypad too; -1 for any other.
[[nodiscard]] int digitOf(int keyCode);

/// What each gets of a room that is too small for all: who wants little gets it, the widest give way to each other, yet
/// none beyond `least`.
[[nodiscard]] std::vector<int> sharedWidths(std::vector<int> wanted, int room, int least);

/// What a column needs where columns share the width.
struct ColumnNeed {
    int texts = 0;  ///< for its rows to be read whole, or its heading where that matters; of prose, which may end in an
                    ///< ellipsis, for its beginning
    int wanted = 0; ///< for its heading and the whole of its prose, too
    bool matters = false;
};

/// Widths that fill a room with columns: what rows say goes before headings and prose, and where not even that has room
/// what matters goes before the rest.
[[nodiscard]] std::vector<int> fittedWidths(const std::vector<ColumnNeed>& needs, int room, int least);

/// A table over ready rows: fast at 100,000, readable by screen readers, sorted by a click on a header,
/// keeping its selection by row id. With a cell cursor it is a matrix: arrows move a cell, keys go to onKey.
class Table : public wxPanel {
public:
    enum class Cursor { Rows, Cells };
    /// `name` is what a screen reader calls it.
    Table(wxWindow* parent, const wxString& name, std::vector<Column> columns, Cursor cursor = Cursor::Rows);
    ~Table() override;

    /// Replaces all rows; sorting, selection and cursor stay where they were by id.
    void set(std::vector<Row> rows);
    /// Replaces one row in place (the keystroke path of the roll); nothing if there is no such id.
    void update(const Row& row);
    /// Replaces the columns (a matrix whose sessions change), then set() must follow.
    void setColumns(std::vector<Column> columns);

    /// From now on columns are as wide as what stands in them, whatever width they were given; where that is more than
    /// there is, the one that gives, or else the one that stretches, gives way first, then the widest, and their texts end in an ellipsis. Before the
    /// first rows.
    void shareWidth();
    /// From now on rows stand as close as it takes to see all of them at once, though never closer than the text.
    void showWhole();

    /// From now on headings are written small: many columns whose cells are narrower than what they are called.
    void smallHeadings();

    [[nodiscard]] std::size_t size() const;
    /// The selected row's id; empty when none.
    [[nodiscard]] std::string selected() const;
    void select(const std::string& id);
    /// Column of the cell cursor; 0 in a table of rows.
    [[nodiscard]] int column() const { return m_column; }
    void setCursor(const std::string& id, int column);
    /// Moves as the arrows do and stays inside; true if it moved.
    bool moveBy(int rows, int columns);
    /// The shown order of row ids.
    [[nodiscard]] std::vector<std::string> order() const;
    void sortBy(int column, bool rising = true);
    [[nodiscard]] wxString textAt(const std::string& id, int column) const;

    /// Rows can be dragged by the mouse from now on, as onDrag and onDrop say.
    void letDrag();
    /// True while the mouse button is down on a row.
    [[nodiscard]] bool isHeld() const { return !m_held.empty(); }

    void takeFocus();
    /// True while the keyboard is in it.
    [[nodiscard]] bool hasKeyboard() const;
    [[nodiscard]] wxDataViewCtrl* control() { return m_view; }

    std::function<void(const std::string& id)> onSelect;
    /// Enter or a double click; in a matrix column() is the cell.
    std::function<void(const std::string& id)> onActivate;
    /// Any other key, before the table sees it; true when it was used.
    std::function<bool(const wxKeyEvent& key, const std::string& id)> onKey;
    /// The cursor came to another cell (a matrix only).
    std::function<void(const std::string& id, int column)> onCell;
    /// Right click or the menu key on a row.
    std::function<void(const std::string& id)> onMenu;
    /// Where a dragged row would stand, at the row it is over.
    enum class Landing { Nowhere, Above, Below, Inside };
    /// Asked at every move; `over` is empty where there is no row, and once it is over.
    std::function<Landing(const std::string& id, const std::string& over)> onDrag;
    /// It was let go over a row at which it can stand.
    std::function<void(const std::string& id, const std::string& over)> onDrop;
    /// The mouse button is up again, after onDrop.
    std::function<void()> onReleased;

private:
    class Model;
    /// A row's where there is room.
    [[nodiscard]] int rowHeight() const;
    void bindEvents();
    void makeColumns();
    void addColumn(unsigned index);
    void selectIndex(int index);
    [[nodiscard]] int selectedIndex() const { return m_index; }
    void selectionMoved();
    void cellClicked();
    void tellCell();
    void onHeader(wxDataViewEvent& event);
    void onHeadingKey(wxKeyEvent& event, int column);
    void sortFrom(int column);
    void onCharHook(wxKeyEvent& event);
    bool moveByKey(int code);
    [[nodiscard]] std::string idAt(int row) const;
    [[nodiscard]] const Cell* cellAt(std::size_t row, std::size_t column) const;
    [[nodiscard]] ColumnNeed needOf(std::size_t column) const;
    void measureColumns();
    void fitColumns();
    void fitRows();
    void dragOver(int row);
    /// Takes the marks away; true when something was dragged.
    bool endDrag();
    void letGo();

    std::vector<Column> m_columns;
    Cursor m_cursor;
    wxObjectDataPtr<Model> m_model;
    wxDataViewCtrl* m_view = nullptr;
    int m_index = -1;
    int m_column = 0;
    int m_sorted = -1;
    bool m_rising = true;
    bool m_wraps = false; ///< a column does: rows differ in height
    bool m_setting = false;
    bool m_shares = false;
    bool m_whole = false;
    bool m_smallHeadings = false;
    int m_rowHeight = 0;
    std::vector<ColumnNeed> m_needs; ///< of the columns, where they share the width
    std::vector<int> m_given;  ///< and what they were given last
    std::string m_held; ///< the row under the button that is down
    std::string m_over; ///< the row at which it would land; empty: nowhere
    bool m_dragging = false;
};

} // namespace fledgling::ui
