#pragma once

#include "store/Facts.h"

#include <string>
#include <vector>

namespace fledgling::store {

/// The chain of hashes; internal to the room.

/// What stands before the first change.
inline const std::string NO_HASH(64, '0');

/// The columns of a change without its hash, in the order in which both the table and the hash take them.
[[nodiscard]] std::vector<Value> columnsOf(const ChangeHead& head, ChangeNumber number);

/// The hash of a change: SHA-256 over the hash before it, its own columns and its lines in order.
[[nodiscard]] std::string chainHash(const std::string& before, const std::vector<Value>& columns,
                                    const std::vector<Line>& lines);

/// Writes the row of a change; its lines follow.
void insertChange(Database& database, std::vector<Value> columns, const std::string& hash);

} // namespace fledgling::store
