#pragma once

#include "app/Desk.h"
#include "domain/Roster.h"
#include "format/roster/Roster.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// A roster file read, mapped and judged row by row; nothing is kept yet.
struct ImportPreview {
    format::RosterSheet sheet;
    std::vector<domain::RosterDecision> decisions;
    domain::RosterTotals totals;
};
/// Reads the file. Throws FormatError.
[[nodiscard]] ImportPreview previewImport(Desk& desk, const std::string& path, const domain::RosterDefaults& defaults = {});
/// Says what a column holds, or that it isn't looked at; judge it again after that. False for one that doesn't
/// exist or was dropped because it is private.
bool assign(ImportPreview& preview, std::size_t column, std::optional<domain::RosterField> field);
/// Judges again after a column was given another meaning or the defaults changed.
void judge(Desk& desk, ImportPreview& preview, const domain::RosterDefaults& defaults);

/// Keeps the rows that are new and, if asked to, those that differ: one change. Rows are judged again inside the
/// transaction, so a second run adds nothing. 0 when there was nothing to keep.
store::ChangeNumber importPeople(Desk& desk, const ImportPreview& preview, const domain::RosterDefaults& defaults, bool updateDiffering);

} // namespace fledgling::app
