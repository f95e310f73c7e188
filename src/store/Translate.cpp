#include "store/Translate.h"

#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/SQLite/Utility.h>

#include <sqlite3.h>

namespace fledgling::store {

namespace {

Trouble sqliteTrouble(int code) {
    switch (code & 0xFF) {
    case SQLITE_FULL: return Trouble::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Trouble::InUse;
    case SQLITE_NOTADB: return Trouble::NotADatabase;
    case SQLITE_CORRUPT: return Trouble::Damaged;
    case SQLITE_CONSTRAINT: return Trouble::Constraint;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY: return Trouble::CannotOpen;
    default: return Trouble::Unexpected;
    }
}

/// The SQLSTATE stands in the text since the session asks for verbose errors: "ERROR:  23505: duplicate key ...".
Trouble postgresTrouble(const std::string& text) {
    const auto has = [&](const char* state) { return text.find(state) != std::string::npos; };
    if (has(" 23505:") || has(" 23503:") || has(" 23514:") || has(" 23502:") || has(" P0001:")) return Trouble::Constraint;
    if (has(" 53100:")) return Trouble::DiskFull;
    if (has(" 40001:") || has(" 40P01:") || has(" 55P03:")) return Trouble::InUse;
    if (has("could not connect") || has("Connection refused") || has("connection to server") ||
        has("server closed the connection") || has("no connection to the server") || has("Connection Error") ||
        has(" 57P01:"))
        return Trouble::ServerLost;
    return Trouble::Unexpected;
}

} // namespace

StoreError translated(Database::Inside& inside, const Poco::Exception& trouble) {
    const std::string details = trouble.displayText();
    if (inside.engine == Engine::Postgres) return {postgresTrouble(details), inside.where, details};
    if (!inside.session) return {Trouble::CannotOpen, inside.where, details};
    const int code = sqlite3_extended_errcode(Poco::Data::SQLite::Utility::dbHandle(*inside.session));
    return {sqliteTrouble(code), inside.where, details};
}

} // namespace fledgling::store
