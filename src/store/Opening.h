#pragma once

#include "store/Sql.h"

namespace fledgling::store {

/// The opening rituals of the two engines; each leaves `inside.session` connected, checked and with our
/// tables.
void openSqlite(Database& database, const std::string& path, Database::Mode mode);
void openPostgres(Database& database, const std::string& where, Database::Mode mode, const Waiting& waiting);

/// Throws BadAddress for what libpq can't read.
[[nodiscard]] Address postgresAddress(const std::string& where);
/// The same where libpq isn't there to read it: what plainly holds no password is shown as it is written; secret is anything
/// else. Quotes and signs written as %20 are not read.
[[nodiscard]] Address plainAddress(const std::string& where);

/// Throws UnsafePath for a name that SQLite wouldn't take as a plain path.
void requireSafePath(const std::string& path);

/// BEGIN, with the writers' lock, so that what is read from here on stays true until the end.
void beginSqlite(Database& database);
void beginPostgres(Database& database);
/// Ends a transaction that is still open; nothing where the engine has done it already, or the server is
/// gone.
void rollBackSqlite(Database& database);
void rollBackPostgres(Database& database);

/// Connects again, outside a transaction, when the server was lost: the next try after a ServerLost may
/// succeed.
void reviveIfLost(Database& database);

} // namespace fledgling::store
