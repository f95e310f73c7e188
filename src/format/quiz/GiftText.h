#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// One byte of a question, knowing where it stands in the file and whether a backslash took its meaning away.
struct GiftCell {
    char c = 0;
    bool literal = false;
    int line = 0;
    int column = 0;
};

/// A run of a question's text in which control characters can be told from escaped ones.
class GiftText {
public:
    static constexpr std::size_t NONE = std::string_view::npos;

    GiftText() = default;
    GiftText(const GiftCell* begin, const GiftCell* end) : m_begin(begin), m_end(end) {}

    [[nodiscard]] bool empty() const { return m_begin == m_end; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(m_end - m_begin); }
    /// Its first cell; for an empty text the place where one would be.
    [[nodiscard]] const GiftCell* begin() const { return m_begin; }
    [[nodiscard]] const GiftCell& operator[](std::size_t i) const { return m_begin[i]; }
    [[nodiscard]] GiftText from(std::size_t at) const { return {m_begin + std::min(at, size()), m_end}; }
    [[nodiscard]] GiftText until(std::size_t at) const { return {m_begin, m_begin + std::min(at, size())}; }
    /// Where unescaped characters stand in this order for the first time (the last); NONE.
    [[nodiscard]] std::size_t find(std::string_view control, std::size_t from = 0) const;
    [[nodiscard]] std::size_t findLast(std::string_view control) const;
    [[nodiscard]] bool startsWith(std::string_view control) const { return find(control) == 0; }
    /// Without unescaped white space at both ends.
    [[nodiscard]] GiftText trimmed() const;
    /// The parts between unescaped separators.
    [[nodiscard]] std::vector<GiftText> split(char separator) const;
    /// As plain text, without white space at both ends.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string raw() const;

private:
    [[nodiscard]] bool holdsAt(std::size_t at, std::string_view control) const;
    const GiftCell* m_begin = nullptr;
    const GiftCell* m_end = nullptr;
};

/// One line of a file, with its number.
struct GiftLine {
    std::string_view text;
    int number = 0;
    int column = 1; ///< of its first byte
};

/// The lines joined by newlines, escapes worked out: "\:" and the like lose their meaning, "\n" is a newline,
/// "\\" a backslash that escapes nothing.
[[nodiscard]] std::vector<GiftCell> giftCells(const std::vector<GiftLine>& lines);

/// Without the white space that GIFT's own parser trims: blank, TAB, CR, LF, NUL, vertical TAB.
[[nodiscard]] std::string_view giftTrimmed(std::string_view text);

} // namespace fledgling::format
