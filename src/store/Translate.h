#pragma once

#include "store/Sql.h"

#include <Poco/Exception.h>

struct sqlite3;

namespace fledgling::store {

/// What a database library's exception means, asked of the library right after it was thrown.
[[nodiscard]] StoreError translated(Database::Inside& inside, const Poco::Exception& trouble);
/// What the last failure of that SQLite connection means; ask before anything else is done with it.
[[nodiscard]] StoreError sqliteError(sqlite3* file, const std::string& where);

} // namespace fledgling::store
