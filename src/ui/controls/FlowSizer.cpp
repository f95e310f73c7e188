#include "ui/controls/FlowSizer.h"

#include <algorithm>

namespace fledgling::ui {

void FlowSizer::Line::add(wxSizerItem* item) {
    const wxSize least = item->GetMinSizeWithBorder();
    items.push_back(item);
    width += least.x;
    height = std::max(height, least.y);
}

void FlowSizer::keepWithPrevious(const wxWindow* window, bool kept) {
    if (kept)
        m_kept.insert(window);
    else
        m_kept.erase(window);
}

bool FlowSizer::isKept(const wxSizerItem* item) const { return m_kept.contains(item->GetWindow()); }

std::vector<FlowSizer::Line> FlowSizer::linesAt(int width) const {
    std::vector<wxSizerItem*> shown;
    for (auto* item : m_children)
        if (item->IsShown()) shown.push_back(item);
    std::vector<Line> lines;
    if (m_side == Side::End && width > 0 && !shown.empty()) {
        // What stands last matters most: what folds is what stands between.
        auto last = shown.end();
        for (int used = shown.front()->GetMinSizeWithBorder().x; last != shown.begin() + 1; --last) {
            used += (*(last - 1))->GetMinSizeWithBorder().x;
            if (used > width) break;
        }
        // What belongs to something that folds goes with it.
        while (last != shown.begin() + 1 && last != shown.end() && isKept(*last))
            ++last;
        auto& first = lines.emplace_back();
        first.add(shown.front());
        std::for_each(last, shown.end(), [&](wxSizerItem* item) { first.add(item); });
        shown = std::vector<wxSizerItem*>(shown.begin() + 1, last);
        if (!shown.empty()) lines.emplace_back();
    }
    for (auto item = shown.begin(); item != shown.end(); ++item) {
        const int least = (*item)->GetMinSizeWithBorder().x;
        const bool fits = !lines.empty() && (width <= 0 || lines.back().items.empty() || lines.back().width + least <= width);
        if (!fits || (width > 0 && startsAnew(item, shown.end(), lines.back().width, width))) lines.emplace_back();
        lines.back().add(*item);
    }
    return lines;
}

/// What belongs together and has room in a line of its own isn't torn apart by the end of one.
bool FlowSizer::startsAnew(Items item, Items end, int used, int width) const {
    if (used == 0 || isKept(*item)) return false;
    int all = (*item)->GetMinSizeWithBorder().x;
    while (++item != end && isKept(*item))
        all += (*item)->GetMinSizeWithBorder().x;
    return all <= width && used + all > width;
}

int FlowSizer::heightOf(const std::vector<Line>& lines) const {
    int height = 0;
    for (const auto& line : lines)
        height += line.height + (height > 0 ? m_between : 0);
    return height;
}

wxSize FlowSizer::CalcMin() {
    int widest = 0;
    for (auto* item : m_children)
        if (item->IsShown()) widest = std::max(widest, item->CalcMin().x);
    return {widest, heightOf(linesAt(m_width))};
}

bool FlowSizer::InformFirstDirection(int direction, int size, int) {
    if (direction != wxHORIZONTAL || size <= 0 || size == m_width) return false;
    m_width = size;
    return true;
}

void FlowSizer::RepositionChildren(const wxSize&) {
    m_width = m_size.x;
    const auto lines = linesAt(m_width);
    wxPoint at = m_position;
    at.y += std::max(0, m_size.y - heightOf(lines)) / 2;
    for (const auto& line : lines) {
        place(line, at);
        at.y += line.height + m_between;
    }
}

void FlowSizer::place(const Line& line, wxPoint at) const {
    const auto stretching = std::find_if(line.items.begin(), line.items.end(),
                                         [](const wxSizerItem* item) { return item->GetProportion() > 0; });
    const int left = std::max(0, m_size.x - line.width);
    if (stretching == line.items.end() && m_side == Side::End) at.x += left;
    for (auto one = line.items.begin(); one != line.items.end(); ++one) {
        const wxSize least = (*one)->GetMinSizeWithBorder();
        const int width = std::min(m_size.x, least.x + (one == stretching ? left : 0));
        (*one)->SetDimension({at.x, at.y + (line.height - least.y) / 2}, {width, least.y});
        at.x += width;
    }
}

} // namespace fledgling::ui
