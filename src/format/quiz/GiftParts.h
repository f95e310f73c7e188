#pragma once

#include "domain/Quiz.h"
#include "format/quiz/GiftText.h"

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// A text with an optional "[html]", "[moodle]", "[plain]" or "[markdown]" before it.
[[nodiscard]] domain::QuizText giftFormatted(GiftText part, domain::QuizFormat usual);
/// An answer and its feedback around the first '#'.
[[nodiscard]] domain::QuizAnswer giftAnswer(GiftText part, domain::QuizFormat usual);
/// The name of a question without one: its text without HTML, at most 80 characters, cut between words.
[[nodiscard]] std::string giftName(const domain::QuizText& text);

/// The comment lines of one block between blank lines.
class GiftComments {
public:
    /// A line that begins with "//".
    void take(const GiftLine& line) { m_lines.push_back({line.text.substr(2), line.number, 1}); }
    [[nodiscard]] bool empty() const { return m_lines.empty(); }

    /// What they mark behind "[id:" or "[tag:", with "\]" for a bracket.
    [[nodiscard]] std::vector<std::string> marks(std::string_view opening) const;
    /// As a paragraph that belongs to no question of its own.
    [[nodiscard]] std::string paragraph() const;
    /// As those of a question that begins on that line, its answers or pairs on those; without marks of id and tags.
    [[nodiscard]] std::vector<domain::QuizComment> of(int begins, const std::vector<int>& parts) const;

private:
    std::vector<GiftLine> m_lines; ///< what follows their "//"
};

/// Length of a weight such as "%33.3%" or "%-50%" at the beginning of a text; 0 when there is none.
[[nodiscard]] std::size_t giftWeightSize(std::string_view text);
/// The shortest decimal that is this number.
[[nodiscard]] std::string giftDecimal(double value);

} // namespace fledgling::format
