#include "ui/controls/Table.h"

#include "ui/Native.h"
#include "ui/NativeTable.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>
#include <wx/arrstr.h>
#include <wx/dataview.h>

/// How wide the columns and how high the rows of a table are that fits itself into its room.
namespace fledgling::ui {

namespace {

/// So many of a column's longest texts are measured, and as many as this of those that by their count of letters are about as long:
/// of days and times of one length the widest letters decide.
constexpr std::size_t MEASURED = 4, ALIKE = 32;
/// Rows that are looked at: of longer lists the first ones say enough.
constexpr std::size_t LOOKED_AT = 2000;
/// A column that gives way keeps so many digits, and the table scrolls.
constexpr int LEAST_DIGITS = 7;
/// A longer text is prose, whose beginning says enough: a day with its hours is none.
constexpr int PROSE_DIGITS = 24;
/// Where a text goes on in further lines, so much of it on one of them reads well.
constexpr int WRAPPED_DIGITS = 12;
constexpr int LEAST_ROW = 22;
/// A row's height where there is room, at 100 %, and the air around its text where the system's letters are larger than that.
constexpr int ROW = 28, ROW_AIR = 4;

/// By what texts are sorted before they are measured: a Chinese character is twice as wide as a letter.
int roughWidth(const Cell& cell) {
    int width = cell.state == look::State::None ? 0 : 2;
    for (const wxUniChar c : cell.text)
        width += c.GetValue() >= 0x2E80 ? 2 : 1;
    return width;
}

} // namespace

std::vector<int> sharedWidths(std::vector<int> wanted, int room, int least) {
    if (std::accumulate(wanted.begin(), wanted.end(), 0) <= room) return wanted;
    std::vector<int> rising = wanted;
    std::sort(rising.begin(), rising.end());
    int level = least;
    for (std::size_t i = 0; i < rising.size(); ++i) {
        const int each = std::max(0, room) / static_cast<int>(rising.size() - i);
        if (rising[i] > each) {
            level = std::max(least, each);
            break;
        }
        room -= rising[i];
    }
    for (int& one : wanted)
        one = std::min(one, level);
    return wanted;
}

std::vector<int> fittedWidths(const std::vector<ColumnNeed>& needs, int room, int least) {
    int texts = 0, mattering = 0;
    std::vector<int> shares; // of what the columns have to share
    for (const auto& need : needs) {
        texts += need.texts;
        mattering += need.matters ? need.texts : 0;
    }
    const bool whole = texts <= room;
    for (const auto& need : needs)
        if (whole || !need.matters) shares.push_back(whole ? need.wanted - need.texts : need.texts);
    shares = whole ? sharedWidths(std::move(shares), room - texts, 0) : sharedWidths(std::move(shares), room - mattering, least);
    std::vector<int> widths;
    auto share = shares.begin();
    for (const auto& need : needs)
        widths.push_back(whole ? need.texts + *share++ : need.matters ? need.texts : *share++);
    return widths;
}

void Table::shareWidth() {
    m_shares = true;
    makeColumns();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fitColumns(); });
    });
}

void Table::showWhole() {
    m_whole = true;
    native::setStyle(m_view, "dense");
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] {
            fitRows();
            // The room it had when the row was chosen may have been larger.
            if (m_index >= 0) native::showRow(m_view, nullptr, m_index);
        });
    });
}

void Table::smallHeadings() {
    m_smallHeadings = true;
    native::setStyle(m_view, "small-headings");
}

ColumnNeed Table::needOf(std::size_t column) const {
    std::vector<std::pair<int, const Cell*>> texts;
    for (std::size_t row = 0; row < std::min(size(), LOOKED_AT); ++row)
        if (const auto* cell = cellAt(row, column)) texts.emplace_back(roughWidth(*cell), cell);
    auto measured = static_cast<std::ptrdiff_t>(std::min(ALIKE, texts.size()));
    std::partial_sort(texts.begin(), texts.begin() + measured, texts.end(),
                      [](const auto& a, const auto& b) { return a.first > b.first; });
    while (measured > static_cast<std::ptrdiff_t>(MEASURED) && texts[static_cast<std::size_t>(measured) - 1].first + 1 < texts.front().first)
        --measured;
    wxFont strong = m_view->GetFont();
    strong.MakeBold();
    const wxFont heading = m_smallHeadings ? m_view->GetFont().Smaller() : m_view->GetFont();
    int head = 0, most = 0;
    for (const auto& line : wxSplit(m_columns[column].title, '\n')) {
        int width = 0;
        m_view->GetTextExtent(line, &width, nullptr, nullptr, nullptr, &heading);
        head = std::max(head, width);
    }
    // Small ones stand closer to their edges than the cells' texts do.
    if (m_smallHeadings) head -= FromDIP(6);
    std::vector<const Cell*> longest;
    for (auto one = texts.begin(); one != texts.begin() + measured; ++one)
        longest.push_back(one->second);
    // Signs differ in width, and where they are all there is, the widest says how much a cell needs.
    std::map<look::State, std::pair<int, const Cell*>> ofState;
    for (const auto& [width, cell] : texts)
        if (auto& longer = ofState[cell->state]; !longer.second || longer.first < width) longer = {width, cell};
    for (const auto& [state, one] : ofState)
        longest.push_back(one.second);
    for (const auto* one : longest) {
        const Cell& cell = *one;
        const bool bold = cell.bold || m_cursor == Cursor::Cells; // the cell under the cursor is
        int width = 0;
        m_view->GetTextExtent(look::signed_(cell.state, cell.text), &width, nullptr, nullptr, nullptr, bold ? &strong : nullptr);
        most = std::max(most, width);
    }
    const Column& of = m_columns[column];
    const int digit = m_view->GetCharWidth(), air = look::gap(this, 2);
    const bool giver = std::any_of(m_columns.begin(), m_columns.end(), [](const Column& one) { return one.gives; });
    const int prose = of.gives || (of.stretches && !giver) ? LEAST_DIGITS : of.wraps ? WRAPPED_DIGITS : PROSE_DIGITS;
    const int begun = std::max(of.headed ? head : 0, of.matters ? most : std::min(most, prose * digit));
    // What wraps is whole at any width: it asks for no more than its share, and headings go before it.
    return {begun + air, std::max(head, of.wraps ? begun : most) + air + FromDIP(2), of.matters};
}

void Table::fitColumns() {
    if (!m_shares) return;
    const int room = m_view->GetSize().x - look::gap(this, 0.5);
    if (m_needs.size() != m_columns.size() || room < FromDIP(100)) return;
    auto widths = fittedWidths(m_needs, room, LEAST_DIGITS * m_view->GetCharWidth() + look::gap(this, 2));
    const int left = room - std::accumulate(widths.begin(), widths.end(), 0);
    const auto stretching = std::find_if(m_columns.begin(), m_columns.end(), [](const Column& one) { return one.stretches; });
    if (left > 0 && stretching != m_columns.end()) widths[static_cast<std::size_t>(stretching - m_columns.begin())] += left;
    // What somebody drew wider by hand stays until there is other content or room.
    if (widths == std::exchange(m_given, widths)) return;
    for (std::size_t i = 0; i < widths.size(); ++i)
        m_view->GetColumn(static_cast<unsigned>(i))->SetWidth(widths[i]);
}

void Table::measureColumns() {
    if (!m_shares) return;
    m_needs.clear();
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        m_needs.push_back(needOf(i));
    fitColumns();
}

int Table::rowHeight() const { return std::max(FromDIP(ROW), look::lineHeight(m_view) + FromDIP(ROW_AIR)); }

void Table::fitRows() {
    if (!m_whole || size() == 0) return;
    const int head = std::max(native::headerHeight(m_view), m_view->GetCharHeight());
    const int room = m_view->GetSize().y - head - look::gap(this, 0.5);
    const int least = std::max({FromDIP(LEAST_ROW), m_view->GetCharHeight() + FromDIP(2), look::lineHeight(m_view)});
    const int height = std::clamp(room / static_cast<int>(size()), least, std::max(least, rowHeight()));
    if (room <= 0 || height == std::exchange(m_rowHeight, height)) return;
    m_setting = true;
    native::setRowHeights(m_view, height);
    if (m_index >= 0) native::placeCursor(m_view, m_view->GetColumn(static_cast<unsigned>(m_column)), m_index);
    m_setting = false;
}

} // namespace fledgling::ui
