#pragma once

#include "store/Sql.h"

namespace fledgling::store {

/// The opening rituals of the two engines; each leaves `inside.session` connected, checked and with our tables.
void openSqlite(Database& database, const std::string& path, Database::Mode mode);
void openPostgres(Database& database, const std::string& where, Database::Mode mode);

} // namespace fledgling::store
