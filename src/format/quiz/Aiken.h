#pragma once

#include "format/Gift.h"

#include <string>
#include <string_view>

namespace fledgling::format {

/// Whether a text is written in Aiken: a line "ANSWER: X" below an option "A. ..." or "A) ...".
[[nodiscard]] bool looksLikeAiken(std::string_view text);

/// Reads Aiken: the question's lines, its options "A. ..." or "A) ..." in the order of the alphabet, then
/// "ANSWER: B". From valid UTF-8 with LF line ends. A question with a problem is left out, the others are all
/// there.
[[nodiscard]] GiftReading readAiken(std::string_view text, const std::string& file);

} // namespace fledgling::format
