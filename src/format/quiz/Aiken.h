#pragma once

#include "format/quiz/Gift.h"

#include <string>
#include <string_view>

namespace fledgling::format {

/// Whether a text is written in Aiken: a line "ANSWER: X" below an option "A. ..." or "A) ...". Case doesn't matter.
[[nodiscard]] bool looksLikeAiken(std::string_view text);

/// Reads Aiken: the question's lines, its options "A. ..." or "A) ..." in the order of the alphabet, then
/// "ANSWER: B". From valid UTF-8 with LF line ends. A question with a problem is left out, the others are all
/// there. Kinder than Moodle, which wants capitals, a blank behind the mark and a question of one line: small
/// letters, "A)text", blanks before the colon and several lines are read, too.
[[nodiscard]] GiftReading readAiken(std::string_view text, const std::string& file);

} // namespace fledgling::format
