#include "store/Translate.h"

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
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT: return Trouble::Constraint;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY: return Trouble::CannotOpen;
    default: return Trouble::Unexpected;
    }
}

/// Where the SQLSTATE stands in the text: right after the severity, in whatever language that is, since the
/// session asks for verbose errors ("ERROR:  23505: duplicate key ..."). The first one counts: what follows
/// may quote data.
std::size_t stateAt(const std::string& text) {
    const auto isState = [&](std::size_t at) {
        for (std::size_t i = at; i < at + 5; ++i)
            if ((text[i] < '0' || text[i] > '9') && (text[i] < 'A' || text[i] > 'Z')) return false;
        return text[at + 5] == ':';
    };
    for (auto at = text.find(":  "); at != std::string::npos && at + 9 <= text.size();
         at = text.find(":  ", at + 1))
        if (isState(at + 3)) return at + 3;
    return std::string::npos;
}

Trouble troubleOfState(const std::string& state) {
    const auto group = state.substr(0, 2);
    // 23: a constraint; 22: a value no column can hold; P0001: one of our triggers.
    if (group == "23" || group == "22" || state == "P0001") return Trouble::Constraint;
    if (state == "53100") return Trouble::DiskFull;
    if (group == "40" || state == "55P03") return Trouble::InUse;
    if (group == "08" || group == "53" || group == "57" || state == "25P03") return Trouble::ServerLost;
    if (state == "XX001" || state == "XX002") return Trouble::Damaged;
    return Trouble::Unexpected;
}

/// Errors without a state come from connecting, or from the client's library itself.
Trouble troubleOfConnection(const std::string& text) {
    const auto has = [&](const char* part) { return text.find(part) != std::string::npos; };
    if (has("starting up") || has("shutting down") || has("too many clients")) return Trouble::ServerLost;
    if (has("FATAL:")) return Trouble::CannotOpen; // the server answered: no such database, user or password
    if (has("onnection") || has("onnect") || has("server closed") || has("SSL SYSCALL") ||
        has("could not receive") || has("could not send"))
        return Trouble::ServerLost;
    return Trouble::Unexpected;
}

StoreError postgresError(const std::string& where, const std::string& text) {
    const auto at = stateAt(text);
    if (at == std::string::npos) return {troubleOfConnection(text), where, text};
    const auto trouble = troubleOfState(text.substr(at, 5));
    if (trouble != Trouble::Constraint) return {trouble, where, text};
    return {trouble, text.substr(at + 7, text.find('\n', at) - at - 7), text};
}

} // namespace

StoreError sqliteError(sqlite3* file, const std::string& where) {
    const int code = sqlite3_extended_errcode(file);
    const std::string message = sqlite3_errmsg(file);
    const Trouble trouble = sqliteTrouble(code);
    return {trouble, trouble == Trouble::Constraint ? message : where,
            message + " (SQLite " + std::to_string(code) + ")"};
}

StoreError translated(Database::Inside& inside, const Poco::Exception& trouble) {
    const std::string details = trouble.displayText();
    if (inside.engine == Engine::Postgres) return postgresError(inside.where, details);
    if (!inside.session) return {Trouble::CannotOpen, inside.where, details};
    return sqliteError(Poco::Data::SQLite::Utility::dbHandle(*inside.session), inside.where);
}

} // namespace fledgling::store
