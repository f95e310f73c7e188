#pragma once

#include "format/Table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Reads RFC 4180 with the liberties that programs take: separators , ; or TAB (found by which of them gives
/// rows of the same length; a first line "sep=;" decides), CR, LF or CRLF, quotes with line breaks inside,
/// ragged rows. A quote in the middle of an unquoted cell is text. FormatError for a quote that is never
/// closed (the line it opened on), and beyond the limits of Table.h.
[[nodiscard]] Table csvTable(std::string_view utf8, const std::string& fileName,
                             std::optional<char> separator = std::nullopt);

/// RFC 4180 with CRLF, in UTF-8 with byte-order mark so that Excel reads Chinese. A cell that a spreadsheet
/// would run as a formula (begins with = + - @ TAB or CR and is no plain number) gets a leading '.
[[nodiscard]] std::string csvOf(const std::vector<std::string>& header,
                                const std::vector<std::vector<std::string>>& rows);

/// The cell with, and again without, that leading '.
[[nodiscard]] std::string defended(std::string_view cell);
[[nodiscard]] std::string undefended(std::string_view cell);

} // namespace fledgling::format
