#pragma once

#include "domain/Roster.h"
#include "format/Table.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

enum class ColumnUse {
    Field,   ///< read into a field
    Ignored, ///< unknown, or a second column for a field that has a better one
    Dropped  ///< identity card, bank, password, health and the like: never read
};

struct RosterColumn {
    std::size_t index = 0;
    std::string heading;
    ColumnUse use = ColumnUse::Ignored;
    std::optional<domain::RosterField> field; ///< with Field only
    std::string sample;                       ///< the first filled cell, for a preview; empty when dropped
};

/// A roster with its columns understood as well as can be; `assign` corrects that before `rosterRows`.
struct RosterSheet {
    std::string file;
    Table table;                       ///< the cells of dropped columns are already emptied
    std::size_t firstRow = 0;          ///< index into table.rows of the first row below the headings
    int headingLine = 0;               ///< the line or row number of the headings
    std::vector<RosterColumn> columns; ///< those with a heading, in their order
};

/// Reads CSV or XLSX. The row of headings is looked for among the first 20 rows of each visible sheet;
/// instructions above it are skipped. FormatError when there is none, or when the file cannot be read.
[[nodiscard]] RosterSheet readRoster(const std::filesystem::path& file);
[[nodiscard]] RosterSheet rosterSheetOf(std::string_view bytes, const std::string& fileName);

/// Says what a column holds, or that it is to be ignored. A column that held that field until now is ignored
/// from then on. False, and nothing changes, for a column that doesn't exist or was dropped.
bool assign(RosterSheet& sheet, std::size_t columnIndex, std::optional<domain::RosterField> field);

/// The rows below the headings, each cell read or listed as a problem. Repeated heading rows are left out.
[[nodiscard]] std::vector<domain::RosterRow> rosterRows(const RosterSheet& sheet);

} // namespace fledgling::format
