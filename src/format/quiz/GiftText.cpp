#include "format/quiz/GiftText.h"

#include <algorithm>

namespace fledgling::format {

namespace {

constexpr std::string_view SPACE{" \t\r\n\0\x0B", 6};

bool isSpace(char c) { return SPACE.find(c) != std::string_view::npos; }

/// What stands behind a backslash: the literal character, or nothing when the backslash is only a backslash.
char escapedBy(char next) {
    if (next == 'n') return '\n';
    return next != '\0' && std::string_view(":#={}~").find(next) != std::string_view::npos ? next : '\0';
}

void addLine(std::vector<GiftCell>& cells, const GiftLine& line) {
    int column = line.column;
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        const char c = line.text[i];
        GiftCell cell{c, false, line.number, column};
        const char next = i + 1 < line.text.size() ? line.text[i + 1] : '\0';
        if (c == '\\' && (next == '\\' || escapedBy(next) != '\0')) {
            cell.literal = next != '\\';
            if (cell.literal) cell.c = escapedBy(next);
            ++i;
            ++column;
        }
        cells.push_back(cell);
        const bool endsCharacter =
            i + 1 >= line.text.size() || (static_cast<unsigned char>(line.text[i + 1]) & 0xC0U) != 0x80U;
        if (endsCharacter) ++column;
    }
}

} // namespace

std::string_view giftTrimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<GiftCell> giftCells(const std::vector<GiftLine>& lines) {
    std::vector<GiftCell> cells;
    for (const auto& line : lines) {
        if (!cells.empty()) cells.push_back({'\n', false, cells.back().line, cells.back().column});
        addLine(cells, line);
    }
    return cells;
}

bool GiftText::holdsAt(std::size_t at, std::string_view control) const {
    if (at + control.size() > size()) return false;
    for (std::size_t i = 0; i < control.size(); ++i)
        if (m_begin[at + i].literal || m_begin[at + i].c != control[i]) return false;
    return true;
}

std::size_t GiftText::find(std::string_view control, std::size_t from) const {
    for (std::size_t at = from; at + control.size() <= size(); ++at)
        if (holdsAt(at, control)) return at;
    return NONE;
}

std::size_t GiftText::findLast(std::string_view control) const {
    for (std::size_t at = size() + 1; at-- > 0;)
        if (holdsAt(at, control)) return at;
    return NONE;
}

GiftText GiftText::trimmed() const {
    const auto space = [](const GiftCell& cell) { return !cell.literal && isSpace(cell.c); };
    GiftText inner = *this;
    while (!inner.empty() && space(*inner.m_begin))
        ++inner.m_begin;
    while (!inner.empty() && space(*(inner.m_end - 1)))
        --inner.m_end;
    return inner;
}

std::vector<GiftText> GiftText::split(char separator) const {
    std::vector<GiftText> parts;
    const GiftCell* begin = m_begin;
    for (const GiftCell* at = m_begin; at != m_end; ++at) {
        if (at->literal || at->c != separator) continue;
        parts.emplace_back(begin, at);
        begin = at + 1;
    }
    parts.emplace_back(begin, m_end);
    return parts;
}

std::string GiftText::raw() const {
    std::string text;
    text.reserve(size());
    for (const GiftCell* at = m_begin; at != m_end; ++at)
        text += at->c;
    return text;
}

std::string GiftText::text() const { return std::string(giftTrimmed(raw())); }

} // namespace fledgling::format
