#pragma once

#include "store/Database.h"

#include <string>

namespace fledgling::store {

/// Writes every change, entity and line of a book into a fresh SQLite file, numbers, salts and hashes as they are, and
/// verifies the copy; `at` is told how many of how many changes are written. Internal to the room: Database::copyTo takes care of the file.
void writeCopy(Database& from, const std::string& path, const CopyAt& at = {});

} // namespace fledgling::store
