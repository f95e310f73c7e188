#pragma once

#include "domain/Time.h"
#include "format/Table.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fledgling::format {

/// The visible sheets of a workbook in their order, each cell as the text a reader of the sheet means: shared
/// and inline strings; numbers with every digit and no exponent while they are whole; a format of zeros only
/// ("00000") applied, for it is how staff numbers keep their zeros; dates by number format as ISO (both date
/// systems); TRUE, FALSE. FormatError for what is no workbook, is encrypted, or exceeds the limits of
/// Table.h, 2,000 parts, or 128 MiB unpacked.
[[nodiscard]] std::vector<Table> xlsxTables(std::string_view bytes, const std::string& fileName);

/// A cell to write. Text is always written as text: never a formula.
using XlsxCell = std::variant<std::monostate, std::string, std::int64_t, double, bool, domain::Date>;

/// One sheet with a bold header row that stays in view. Throws FormatError when it cannot be written.
/// The sheet's name is cut to Excel's 31 characters and loses the characters that Excel forbids.
[[nodiscard]] std::string xlsxOf(const std::string& sheetName, const std::vector<std::string>& header,
                                 const std::vector<std::vector<XlsxCell>>& rows);
void writeXlsx(const std::filesystem::path& file, const std::string& sheetName,
               const std::vector<std::string>& header, const std::vector<std::vector<XlsxCell>>& rows);

} // namespace fledgling::format
