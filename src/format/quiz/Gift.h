#pragma once

#include "domain/Quiz.h"
#include "format/Problem.h"

#include <string>
#include <string_view>

namespace fledgling::format {

/// What a bank holds, and what is wrong with it. Questions with an error are left out; the others are all
/// there.
struct GiftReading {
    domain::QuizBank bank;
    Problems problems;
};

/// Reads Moodle's GIFT as Moodle's own parser does, from valid UTF-8 with LF line ends (see textOf).
/// Deliberate differences, each told as a problem: numbers, tolerances and weights that Moodle misreads and
/// reversed ranges are refused; a first answer that is a lone 0 is kept; a category ends with its line.
/// Comments stay: a question's at it, those behind the last question at the end.
[[nodiscard]] GiftReading readGift(std::string_view text, const std::string& file);

/// GIFT that reads back as the same bank, comments too. Throws std::invalid_argument for what GIFT has no words for:
/// Ordering, a single choice without a right option, "->" on the left side of a pair or in one of several
/// short answers.
[[nodiscard]] std::string writeGift(const domain::QuizBank& bank);

} // namespace fledgling::format
