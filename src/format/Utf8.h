#pragma once

#include "format/Problem.h"

#include <optional>
#include <string>
#include <string_view>

namespace fledgling::format {

/// Largest text file of a package, in bytes.
inline constexpr std::size_t TEXT_LIMIT = std::size_t{1} << 20U;

/// The bytes of a text file as UTF-8 with LF line ends and without byte-order mark; nothing, and a problem
/// added, when they are too many, are not UTF-8 (saying what they look like) or hold control characters.
[[nodiscard]] std::optional<std::string> textOf(std::string_view bytes, const std::string& file,
                                                Problems& problems);

/// Where the first invalid UTF-8 sequence begins; npos when there is none. Surrogates and overlong forms are
/// invalid.
[[nodiscard]] std::size_t invalidUtf8(std::string_view bytes);

/// The code point that begins at `at` of valid UTF-8, and its length in bytes.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1;
};
[[nodiscard]] CodePoint codePointAt(std::string_view utf8, std::size_t at);
/// True for characters of Chinese, Japanese and Korean text, between which no blank is written.
[[nodiscard]] bool isWide(char32_t point);

/// A 1-based place in a text; columns count characters.
struct Place {
    int line = 1;
    int column = 1;
};
[[nodiscard]] Place placeOf(std::string_view text, std::size_t at);
/// The column of byte `at` of one line; 0 (the line as a whole) far out in an endless line.
[[nodiscard]] int columnOf(std::string_view line, std::size_t at);

} // namespace fledgling::format
