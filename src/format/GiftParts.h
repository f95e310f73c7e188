#pragma once

#include "domain/Quiz.h"
#include "format/GiftText.h"

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// A text with an optional "[html]", "[moodle]", "[plain]" or "[markdown]" before it.
[[nodiscard]] domain::QuizText giftFormatted(GiftText part, domain::QuizFormat usual);
/// The name of a question without one: its text without HTML, at most 80 characters, cut between words.
[[nodiscard]] std::string giftName(const domain::QuizText& text);
/// The marks of comment lines behind "[id:" or "[tag:", with "\]" for a bracket.
[[nodiscard]] std::vector<std::string> giftMarks(const std::string& comments, std::string_view opening);
/// A comment's line without such marks, "[id:...]" and "[tag:...]" alike.
[[nodiscard]] std::string giftUnmarked(std::string line);
/// Length of a weight such as "%33.3%" or "%-50%" at the beginning of a text; 0 when there is none.
[[nodiscard]] std::size_t giftWeightSize(std::string_view text);
/// The shortest decimal that is this number.
[[nodiscard]] std::string giftDecimal(double value);

} // namespace fledgling::format
