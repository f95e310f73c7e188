// A report's rows in a table instead of its pages.
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/SectionBar.h"
#include "ui/controls/Table.h"
#include "ui/readiness/ReadinessCells.h"
#include "ui/reports/PagePreview.h"
#include "ui/reports/ReportsPage.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/simplebook.h>

namespace fledgling::ui {

namespace {

/// What a column of states and figures says, in digits; prose is longer.
constexpr int LONGEST_STATE = 14;

/// Over a narrow column: a half day above its morning or afternoon.
wxString headingOf(wxString title) {
    constexpr std::size_t FITS = 6;
    const auto blank = title.rfind(' ');
    if (title.length() > FITS && blank != wxString::npos) title[blank] = '\n';
    return title;
}

} // namespace

/// All tables of the report, one below the other: the first's headings stand above, those of others in a row of their own.
void ReportsPage::drawRows() {
    const auto& tables = m_report->tables;
    std::size_t width = 0;
    for (const auto& table : tables)
        width = std::max(width, table.columns.size());
    std::vector<Column> columns(width, Column{.title = {}, .sortable = false});
    std::vector<Row> rows;
    const auto add = [&](const std::vector<format::ReportCell>& cells, bool bold) {
        Row row{std::to_string(rows.size()), std::vector<Cell>(width)};
        for (std::size_t i = 0; i < cells.size() && i < width; ++i)
            row.cells[i] = {.text = u8(cells[i].text), .bold = cells[i].bold || bold};
        rows.push_back(std::move(row));
    };
    for (const auto& table : tables) {
        const bool first = &table == &tables.front();
        std::vector<format::ReportCell> headings;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            headings.push_back(format::reportText(table.columns[i].title));
            if (first) {
                columns[i].title = headingOf(u8(table.columns[i].title));
                columns[i].align = table.columns[i].right ? Column::Align::Right : Column::Align::Left;
            }
        }
        if (!first) {
            add({}, false);
            if (!table.title.empty()) add({format::reportStrong(table.title)}, true);
            add(headings, true);
        }
        for (const auto& row : table.rows)
            add(row, false);
        if (!table.totals.empty()) add(table.totals, true);
    }
    // States and figures stay whole: cut, they say something else.
    for (std::size_t i = 0; i < width; ++i)
        columns[i].matters = std::all_of(rows.begin(), rows.end(), [i](const Row& row) { return widthOf(row.cells[i].text) <= LONGEST_STATE; });
    m_rows->setColumns(std::move(columns));
    m_rows->set(std::move(rows));
    drawFigure();
}

/// How much there is of what is shown.
void ReportsPage::drawFigure() {
    if (!m_report) return setFigure({});
    if (m_sheets->GetSelection() == 0) {
        const auto pages = static_cast<int>(m_pages->pages());
        // Of a longer report not all are drawn.
        return setFigure(m_pages->all() && pages > 0 ? wxString::Format(wxPLURAL("%d page", "%d pages", pages), pages) : wxString());
    }
    std::size_t count = 0;
    for (const auto& table : m_report->tables)
        count += table.rows.size();
    setFigure(m_report->tables.empty() ? wxString() : wxString::Format(wxPLURAL("%s row", "%s rows", count), numberText(static_cast<std::int64_t>(count))));
}

/// The key says what it shows next.
void ReportsPage::drawTurn() {
    const wxString next = m_sheets->GetSelection() == 0 ? _("Show rows") : _("Show pages");
    keyed(m_turn, next, "F3");
    Layout();
}

void ReportsPage::turnSheet() {
    const bool toRows = m_sheets->GetSelection() == 0;
    m_sheets->SetSelection(toRows ? 1 : 0);
    m_zoom->Show(!toRows);
    drawTurn();
    drawFigure();
    Layout();
    body()->Layout();
    if (!m_list->IsDescendant(FindFocus())) toRows ? m_rows->takeFocus() : m_pages->SetFocus();
}

} // namespace fledgling::ui
