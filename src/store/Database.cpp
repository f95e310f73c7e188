#include "store/Database.h"

#include "store/Ground.h"
#include "store/Opening.h"

#include <Poco/Data/SQLite/Utility.h>

#include <filesystem>

namespace fledgling::store {

namespace {
bool namesPostgres(const std::string& where) {
    return where.starts_with("postgresql:") || where.starts_with("postgres:");
}
} // namespace

Database::Inside::~Inside() {
    session.reset();
    std::error_code gone;
    if (!whoFile.empty()) std::filesystem::remove(whoFile, gone);
}

Database::Database(const std::string& where, Mode mode) : m_inside(std::make_unique<Inside>()) {
    m_inside->where = where;
    if (namesPostgres(where))
        openPostgres(*this, where, mode);
    else
        openSqlite(*this, where, mode);
}

Database::~Database() = default;

Engine Database::engine() const { return m_inside->engine; }
const std::string& Database::where() const { return m_inside->where; }

void Database::backUpTo(const std::string& path) {
    if (engine() == Engine::Postgres)
        throw StoreError(Trouble::Unexpected, path, "a shared database is backed up by its server (pg_dump)");
    if (std::filesystem::exists(path)) throw StoreError(Trouble::AlreadyThere, path, "");
    const std::string unfinished = path + ".part";
    std::filesystem::remove(unfinished);
    sql::execute(*this, "VACUUM INTO $1", {unfinished});
    {
        Database copy(unfinished, Mode::OpenExisting);
        const auto verdict = sql::one<std::string>(copy, "PRAGMA integrity_check");
        if (!verdict || *verdict != "ok") throw StoreError(Trouble::Damaged, path, verdict.value_or("no answer"));
        sql::one<std::string>(copy, "PRAGMA journal_mode=DELETE"); // one file to carry, without a -wal beside it
    }
    syncToDisk(unfinished);
    std::filesystem::rename(unfinished, path);
    syncToDisk(path);
}

} // namespace fledgling::store
