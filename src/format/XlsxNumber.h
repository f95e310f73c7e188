#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fledgling::format {

/// What a cell's number format makes of a number, as far as a roster is concerned.
struct NumberShape {
    bool date = false;     ///< shows a year, month or day
    bool time = false;     ///< shows hours, minutes or seconds
    std::size_t zeros = 0; ///< "00000": padded with zeros to that many digits
};

/// By the number Excel gives its built-in formats (ECMA-376 part 1, 18.8.30), Chinese ones included.
[[nodiscard]] NumberShape builtInShape(unsigned formatId);
/// By a format code such as yyyy"年"m"月"d"日".
[[nodiscard]] NumberShape shapeOf(std::string_view formatCode);

/// The number as text: every digit, no exponent while it is whole; dates as YYYY-MM-DD, with a time as
/// "YYYY-MM-DD HH:MM", times alone as HH:MM. What is no number, or no day, comes back unchanged.
[[nodiscard]] std::string numberText(std::string_view raw, const NumberShape& shape, bool date1904);

} // namespace fledgling::format
