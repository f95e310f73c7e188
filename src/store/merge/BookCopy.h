#pragma once

#include "store/Database.h"

#include <string>

namespace fledgling::store {

/// Writes every change, entity and line of a book into a fresh SQLite file, numbers, salts and hashes as they are, and
/// verifies the copy. Internal to the room: Database::copyTo takes care of the file.
void writeCopy(Database& from, const std::string& path);

} // namespace fledgling::store
