#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// What a table from outside may hold at most; more is a FormatError, never a full memory.
inline constexpr std::size_t MOST_ROWS = 200'000;
inline constexpr std::size_t MOST_COLUMNS = 2'000;
inline constexpr std::size_t MOST_CELLS = 4'000'000;

/// A row of text cells and the line (CSV) or row number (XLSX) it begins on, 1-based.
struct TableRow {
    int line = 0;
    std::vector<std::string> cells;
    friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// One sheet. Rows without any text are left out; rows may have different lengths.
struct Table {
    std::string name; ///< the sheet's name; empty for CSV
    std::vector<TableRow> rows;
    bool separated = false; ///< CSV: a separator too many shifts the rest of its row
};

/// The sheets of a CSV or XLSX file, told apart by content, not by name. FormatError when it is neither.
/// An old .xls file is named as such, with the way out.
[[nodiscard]] std::vector<Table> tablesOf(std::string_view bytes, const std::string& fileName);

} // namespace fledgling::format
