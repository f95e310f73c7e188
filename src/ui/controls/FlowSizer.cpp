#include "ui/controls/FlowSizer.h"

#include <algorithm>

namespace fledgling::ui {

std::vector<FlowSizer::Line> FlowSizer::linesAt(int width) const {
    std::vector<Line> lines;
    for (auto* item : m_children) {
        if (!item->IsShown()) continue;
        const wxSize least = item->GetMinSizeWithBorder();
        const bool full = width > 0 && !lines.empty() && lines.back().width + least.x > width;
        if (lines.empty() || full) lines.emplace_back();
        auto& line = lines.back();
        line.items.push_back(item);
        line.width += least.x;
        line.height = std::max(line.height, least.y);
    }
    return lines;
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
