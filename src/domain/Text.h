#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// Longest one-line text and longest free text, in Unicode characters.
inline constexpr int LINE_LIMIT = 200;
inline constexpr int NOTE_LIMIT = 4000;

/// Unicode characters in valid UTF-8 (bytes that are no lead byte don't count).
[[nodiscard]] std::size_t lengthOf(std::string_view utf8);
/// Without white space (also the ideographic space) at both ends.
[[nodiscard]] std::string trimmed(std::string_view text);
/// Full-width letters, digits and signs (ＡＢＣ１２３＠) and wide blanks as their ASCII twins: all of them, or those
/// whose twin `which` wants.
[[nodiscard]] std::string halfWidth(std::string_view text, bool (*which)(char twin) = nullptr);
/// ASCII letters in lower case; others stay.
[[nodiscard]] std::string lowerAscii(std::string_view text);
/// An ASCII digit.
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
/// One trimmed line, inner line breaks made blanks; Refused(TextTooLong) naming the field past LINE_LIMIT.
[[nodiscard]] std::string line(std::string_view text, std::string_view field);
/// A trimmed free text; Refused(TextTooLong) past NOTE_LIMIT.
[[nodiscard]] std::string note(std::string_view text, std::string_view field);
/// A trimmed reason that must be there; Refused(ReasonNeeded) when empty.
[[nodiscard]] std::string reason(std::string_view text);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace fledgling::domain
