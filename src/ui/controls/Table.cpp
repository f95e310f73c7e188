#include "ui/controls/Table.h"

#include "ui/Named.h"
#include "ui/NativeTable.h"
#include "ui/Text.h"

#include <algorithm>
#include <wx/arrstr.h>
#include <wx/dataview.h>
#include <wx/sizer.h>

namespace fledgling::ui {

/// Rows ready to draw: the control asks for hundreds of values at every repaint.
class Table::Model : public wxDataViewVirtualListModel {
public:
    struct Kept {
        Row row;
        std::vector<wxString> shown; ///< sign and text
        std::size_t natural;         ///< place in set(), for the third click on a header
    };
    explicit Model(const Table& table) : wxDataViewVirtualListModel(0), m_table(table) {}

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        const bool there = row < kept.size() && column < kept[row].shown.size();
        value = there ? kept[row].shown[column] : wxString();
    }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override;
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

    static Kept keep(Row row, std::size_t natural);
    [[nodiscard]] int indexOf(const std::string& id) const;
    void order(std::vector<Kept>& rows) const;
    void replace(std::vector<Kept> rows);

    std::vector<Kept> kept;

private:
    const Table& m_table;
};

bool Table::Model::GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const {
    if (row >= kept.size() || column >= kept[row].row.cells.size()) return false;
    const Cell& cell = kept[row].row.cells[column];
    const bool inRow = m_table.m_cursor == Cursor::Cells && static_cast<int>(row) == m_table.selectedIndex();
    const bool current = inRow && static_cast<int>(column) == m_table.m_column;
    if (cell.state != look::State::None) attr.SetColour(look::colour(cell.state));
    if (cell.muted) attr.SetColour(look::muted());
    if (cell.bold || current) attr.SetBold(true);
    if (inRow)
        attr.SetBackgroundColour(current ? look::cursor() : look::selected());
    else if (cell.marked)
        attr.SetBackgroundColour(look::raised());
    else if (cell.tinted)
        attr.SetBackgroundColour(look::tint(cell.state));
    return !attr.IsDefault();
}

Table::Model::Kept Table::Model::keep(Row row, std::size_t natural) {
    Kept kept{std::move(row), {}, natural};
    kept.shown.reserve(kept.row.cells.size());
    for (const auto& cell : kept.row.cells)
        kept.shown.push_back(look::signed_(cell.state, cell.text));
    return kept;
}

int Table::Model::indexOf(const std::string& id) const {
    if (id.empty()) return -1;
    const auto at = std::find_if(kept.begin(), kept.end(), [&](const Kept& one) { return one.row.id == id; });
    return at == kept.end() ? -1 : static_cast<int>(at - kept.begin());
}

void Table::Model::replace(std::vector<Kept> rows) {
    const std::size_t before = kept.size();
    const std::size_t after = rows.size();
    kept = std::move(rows);
    // A reset loses the scroll position; over some thousand rows it is the faster way.
    if (after > 2000 || before > 2000) {
        Reset(static_cast<unsigned>(after));
        return;
    }
    for (std::size_t i = before; i < after; ++i)
        RowAppended();
    for (std::size_t i = before; i > after; --i)
        RowDeleted(static_cast<unsigned>(i - 1));
    for (std::size_t i = 0; i < std::min(before, after); ++i)
        RowChanged(static_cast<unsigned>(i));
}

Table::Table(wxWindow* parent, const wxString& name, std::vector<Column> columns, Cursor cursor)
    : wxPanel(parent), m_columns(std::move(columns)), m_cursor(cursor), m_model(new Model(*this)) {
    // Rows of one height are what makes a long table fast.
    m_wraps = std::any_of(m_columns.begin(), m_columns.end(), [](const Column& one) { return one.wraps; });
    m_view = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_THEME | (m_wraps ? wxDV_VARIABLE_LINE_HEIGHT : 0));
    named(m_view, name);
    m_rowHeight = rowHeight();
    native::quietTypeAhead(m_view);
    native::keepRowInSight(m_view);
    if (m_cursor == Cursor::Cells) native::useCellCursor(m_view);
    m_view->AssociateModel(m_model.get());
    makeColumns();
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(m_view, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    bindEvents();
}

Table::~Table() = default;

void Table::bindEvents() {
    m_view->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { selectionMoved(); });
    m_view->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (onActivate && !selected().empty()) onActivate(selected());
    });
    m_view->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) {
        if (onMenu && !selected().empty()) onMenu(selected());
    });
    m_view->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, &Table::onHeader, this);
    m_view->Bind(wxEVT_CHAR_HOOK, &Table::onCharHook, this);
    if (m_cursor == Cursor::Cells)
        m_view->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
            event.Skip();
            CallAfter([this] { cellClicked(); });
        });
}

void Table::makeColumns() {
    m_view->ClearColumns();
    m_given.clear();
    for (unsigned i = 0; i < m_columns.size(); ++i)
        addColumn(i);
    const bool stretched =
        std::any_of(m_columns.begin(), m_columns.end(), [](const Column& c) { return c.stretches; });
    if (stretched) return;
    // The toolkit gives what is left to the last column: an empty one, or figures would float away to the
    // right.
    auto* rest = new wxDataViewColumn(wxString(), new wxDataViewTextRenderer,
                                      static_cast<unsigned>(m_columns.size()), 1);
    m_view->AppendColumn(rest);
    native::letExpand(rest);
}

void Table::addColumn(unsigned index) {
    const Column& column = m_columns[index];
    const int align = column.align == Column::Align::Left    ? wxALIGN_LEFT
                      : column.align == Column::Align::Right ? wxALIGN_RIGHT
                                                             : wxALIGN_CENTRE_HORIZONTAL;
    auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT,
                                                align | (m_wraps ? wxALIGN_TOP : wxALIGN_CENTRE_VERTICAL));
    if (column.wraps)
        renderer->EnableEllipsize(wxELLIPSIZE_NONE);
    else if (column.stretches || (m_shares && align == wxALIGN_LEFT))
        renderer->EnableEllipsize(wxELLIPSIZE_END);
    const int width = column.width * m_view->GetCharWidth() + look::gap(this, 2);
    auto* made = new wxDataViewColumn(column.title, renderer, index, width, wxAlignment(align),
                                      wxDATAVIEW_COL_RESIZABLE);
    m_view->AppendColumn(made);
    native::letClick(made);
    native::letHeadingShorten(made);
    native::evenLines(made);
    if (m_wraps)
        native::letRowsGrow(made, FromDIP(5), column.wraps);
    else
        native::setRowHeight(made, m_rowHeight);
    // Where columns share the width, fitColumns() says what each has.
    if (column.stretches && !m_shares) native::letExpand(made);
    made->SetMinWidth(FromDIP(24));
}

void Table::setColumns(std::vector<Column> columns) {
    set({});
    m_columns = std::move(columns);
    m_sorted = -1;
    m_column = std::clamp(m_column, 0, std::max(0, static_cast<int>(m_columns.size()) - 1));
    makeColumns();
}

void Table::set(std::vector<Row> rows) {
    const std::string was = selected();
    const int index = selectedIndex();
    std::vector<Model::Kept> kept;
    kept.reserve(rows.size());
    for (auto& row : rows)
        kept.push_back(Model::keep(std::move(row), kept.size()));
    m_setting = true;
    m_view->UnselectAll();
    m_model->order(kept);
    m_model->replace(std::move(kept));
    m_setting = false;
    m_index = -1;
    measureColumns();
    fitRows();
    const int at = m_model->indexOf(was);
    // Somebody took the row away: the keyboard stays where it was.
    if (at >= 0)
        selectIndex(at);
    else if (!was.empty() && size() > 0)
        selectIndex(std::min(index, static_cast<int>(size()) - 1));
}

void Table::update(const Row& row) {
    const int at = m_model->indexOf(row.id);
    if (at < 0) return;
    auto& kept = m_model->kept[static_cast<std::size_t>(at)];
    kept = Model::keep(row, kept.natural);
    m_model->RowChanged(static_cast<unsigned>(at));
    if (at == m_index) tellCell();
}

const Cell* Table::cellAt(std::size_t row, std::size_t column) const {
    const auto& cells = m_model->kept[row].row.cells;
    return column < cells.size() ? &cells[column] : nullptr;
}

std::size_t Table::size() const { return m_model->kept.size(); }

bool Table::hasKeyboard() const {
    wxWindow* focus = FindFocus();
    return focus && IsDescendant(focus);
}

std::string Table::selected() const {
    return m_index < 0 ? std::string() : m_model->kept[static_cast<std::size_t>(m_index)].row.id;
}

void Table::select(const std::string& id) { selectIndex(m_model->indexOf(id)); }

void Table::setCursor(const std::string& id, int column) {
    m_column = std::clamp(column, 0, std::max(0, static_cast<int>(m_columns.size()) - 1));
    selectIndex(m_model->indexOf(id));
}

void Table::selectIndex(int index) {
    m_setting = true;
    const int before = m_index;
    m_index = index < static_cast<int>(size()) ? index : -1;
    if (m_index < 0)
        m_view->UnselectAll();
    else
        native::placeCursor(m_view, m_view->GetColumn(static_cast<unsigned>(m_column)), m_index);
    m_setting = false;
    for (const int row : {before, m_index})
        if (m_cursor == Cursor::Cells && row >= 0 && row < static_cast<int>(size()))
            m_model->RowChanged(static_cast<unsigned>(row));
    if (before != m_index && onSelect && m_index >= 0) onSelect(selected());
    tellCell();
}

void Table::selectionMoved() {
    if (m_setting || m_cursor == Cursor::Cells) return;
    const wxDataViewItem item = m_view->GetSelection();
    const int index = item.IsOk() ? static_cast<int>(m_model->GetRow(item)) : -1;
    if (index == m_index || index >= static_cast<int>(size())) return;
    m_index = index;
    if (m_index >= 0 && onSelect) onSelect(selected());
}

void Table::cellClicked() {
    const auto at = native::cursorCell(m_view);
    if (at.row < 0 || at.row >= static_cast<int>(size()) || at.column < 0) return;
    const int column = std::min(at.column, static_cast<int>(m_columns.size()) - 1);
    if (at.row == m_index && column == m_column) return;
    m_column = column;
    selectIndex(at.row);
}

bool Table::moveBy(int rows, int columns) {
    if (size() == 0) return false;
    const int row = std::clamp(m_index + rows, 0, static_cast<int>(size()) - 1);
    const int column = std::clamp(m_column + columns, 0, static_cast<int>(m_columns.size()) - 1);
    if (row == m_index && column == m_column) return false;
    m_column = column;
    selectIndex(row);
    return true;
}

std::vector<std::string> Table::order() const {
    std::vector<std::string> ids;
    for (const auto& kept : m_model->kept)
        ids.push_back(kept.row.id);
    return ids;
}

wxString Table::textAt(const std::string& id, int column) const {
    const int at = m_model->indexOf(id);
    if (at < 0) return {};
    const auto& shown = m_model->kept[static_cast<std::size_t>(at)].shown;
    return column < static_cast<int>(shown.size()) ? shown[static_cast<std::size_t>(column)] : wxString();
}

void Table::takeFocus() {
    m_view->SetFocus();
    native::focusRows(m_view);
    if (m_index < 0 && size() > 0) selectIndex(0);
}

void Table::tellCell() {
    if (m_cursor != Cursor::Cells || m_index < 0) return;
    const auto& row = m_model->kept[static_cast<std::size_t>(m_index)];
    if (m_column < static_cast<int>(row.row.cells.size())) {
        const Cell& cell = row.row.cells[static_cast<std::size_t>(m_column)];
        const wxString state = cell.state == look::State::None ? wxString() : look::word(cell.state) + " ";
        const wxString said = row.shown.front() + ", " + labelled(m_columns[static_cast<std::size_t>(m_column)].title,
                                                                  cell.spoken.empty() ? state + cell.text : cell.spoken);
        native::setAccessible(m_view, m_view->GetName(), said);
    }
    if (onCell) onCell(selected(), m_column);
}

void Table::Model::order(std::vector<Kept>& rows) const {
    const int sorted = m_table.m_sorted;
    const auto column = static_cast<std::size_t>(sorted);
    const auto less = [&](const Kept& a, const Kept& b) {
        if (sorted < 0) return a.natural < b.natural;
        if (column >= a.row.cells.size() || column >= b.row.cells.size()) return false;
        const Cell& one = a.row.cells[column];
        const Cell& other = b.row.cells[column];
        const int compared = wxCmpNatural(one.text, other.text);
        const int by = compared != 0 ? compared : static_cast<int>(one.state) - static_cast<int>(other.state);
        return m_table.m_rising ? by < 0 : by > 0;
    };
    std::stable_sort(rows.begin(), rows.end(), less);
}

void Table::sortBy(int column, bool rising) {
    m_sorted = column;
    m_rising = rising;
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i)
        native::showSortArrow(m_view->GetColumn(static_cast<unsigned>(i)), i != column ? 0 : rising ? 1 : -1);
    const std::string was = selected();
    auto rows = m_model->kept;
    m_model->order(rows);
    m_setting = true;
    m_model->replace(std::move(rows));
    m_setting = false;
    if (const int at = m_model->indexOf(was); at >= 0) selectIndex(at);
}

} // namespace fledgling::ui
