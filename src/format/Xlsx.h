#pragma once

#include "domain/Time.h"
#include "format/Table.h"

#include <cstdint>
#include <functional>
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

/// A share of a hundred: kept as the fraction that formulas reckon with, shown as "85 %".
struct XlsxPercent {
    int value = 0;
    friend bool operator==(const XlsxPercent&, const XlsxPercent&) = default;
};

/// A cell to write. Text is always written as text: never a formula. A double has all its digits and shows two of them
/// behind the point; a time of day is the part of a day that formulas reckon with, shown as "07:05".
using XlsxCell = std::variant<std::monostate, std::string, std::int64_t, double, bool, domain::Date, domain::TimeOfDay, XlsxPercent>;

/// Gives the next row; false after the last. Each is asked for once and written at once, so that a long table
/// needn't be there a second time.
using XlsxRows = std::function<bool(std::vector<XlsxCell>& row)>;

/// A sheet to write: a bold header row that stays in view, and the rows under it. It prints on A4, as wide as the paper,
/// the header row on each page; long texts are wrapped. Its name is cut to Excel's 31
/// characters, between words where it can be, loses the characters that Excel forbids, and gets a number where a sheet before it has the same.
struct XlsxSheet {
    std::string name;
    std::vector<std::string> header;
    XlsxRows next;
    bool landscape = false; ///< how it prints
};

/// A workbook of these sheets in their order. Throws FormatError when it cannot be written. Rows go to a temporary file
/// as they come: what is in memory doesn't grow with the table.
[[nodiscard]] std::string xlsxOf(const std::vector<XlsxSheet>& sheets);
/// The same with one sheet.
[[nodiscard]] std::string xlsxOf(const std::string& sheetName, const std::vector<std::string>& header,
                                 const XlsxRows& next);
[[nodiscard]] std::string xlsxOf(const std::string& sheetName, const std::vector<std::string>& header,
                                 const std::vector<std::vector<XlsxCell>>& rows);

} // namespace fledgling::format
