#include "ui/frame/Place.h"

#include "ui/Page.h"
#include "ui/controls/Table.h"

#include <algorithm>

namespace fledgling::ui {

namespace {

void tablesBelow(wxWindow* window, std::vector<Table*>& found) {
    for (auto* child : window->GetChildren()) {
        if (auto* table = dynamic_cast<Table*>(child))
            found.push_back(table);
        else
            tablesBelow(child, found);
    }
}

std::vector<Table*> tablesOf(Page& page) {
    std::vector<Table*> found;
    tablesBelow(&page, found);
    return found;
}

} // namespace

Place::Place(Page& page, const std::string& openedAt) : m_subject(page.whereabouts().value_or(openedAt)) {
    for (const auto* table : tablesOf(page))
        m_chosen.emplace_back(table->selected(), table->column());
}

void Place::restore(Page& page) const {
    const auto tables = tablesOf(page);
    if (tables.size() != m_chosen.size()) return; // a form was open, say
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto& [row, column] = m_chosen[i];
        if (row.empty() || (tables[i]->selected() == row && tables[i]->column() == column)) continue;
        // Asked only now: choosing in one table may fill the next.
        const auto rows = tables[i]->order();
        if (std::find(rows.begin(), rows.end(), row) != rows.end()) tables[i]->setCursor(row, column);
    }
}

} // namespace fledgling::ui
