#include "store/Database.h"

#include "store/Ground.h"
#include "store/Opening.h"
#include "store/merge/BookCopy.h"

#include <filesystem>

namespace fledgling::store {

namespace {
bool namesPostgres(const std::string& where) {
    return where.starts_with("postgresql:") || where.starts_with("postgres:");
}

/// Opens a copy as a department and has SQLite read every page of it.
void requireWhole(const std::string& copy, const std::string& path) {
    Database opened(copy, Database::Mode::OpenExisting);
    const auto verdict = sql::one<std::string>(opened, "PRAGMA integrity_check");
    if (!verdict || *verdict != "ok") throw StoreError(Trouble::Damaged, path, verdict.value_or("no answer"));
    sql::one<std::string>(opened,
                          "PRAGMA journal_mode=DELETE"); // one file to carry, without a -wal beside it
}

} // namespace

Database::Inside::~Inside() {
    // Before the lock is given up: the next program writes its own.
    std::error_code gone;
    if (!whoFile.empty()) std::filesystem::remove(pathOf(whoFile), gone);
    statements.reset();
    session.reset();
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
    copyTo(path);
}

void Database::copyTo(const std::string& path) {
    requireSafePath(path);
    if (std::filesystem::exists(pathOf(path))) throw StoreError(Trouble::AlreadyThere, path, "");
    const std::string unfinished = path + ".part";
    std::error_code gone;
    std::filesystem::remove(pathOf(unfinished), gone);
    try {
        if (engine() == Engine::Postgres)
            writeCopy(*this, unfinished);
        else
            sql::execute(*this, "VACUUM INTO $1", {unfinished});
        requireWhole(unfinished, path);
        syncToDisk(unfinished);
        std::filesystem::rename(pathOf(unfinished), pathOf(path));
    } catch (const std::filesystem::filesystem_error& trouble) {
        std::filesystem::remove(pathOf(unfinished), gone);
        throw StoreError(Trouble::CannotOpen, path, trouble.what());
    } catch (const StoreError& trouble) {
        std::filesystem::remove(pathOf(unfinished), gone);
        // The book is open: what can't be opened is the copy.
        if (trouble.trouble() == Trouble::CannotOpen) throw StoreError(Trouble::CannotOpen, path, trouble.details());
        throw;
    }
    syncToDisk(path);
}

} // namespace fledgling::store
