#include "store/Database.h"

#include "store/Ground.h"
#include "store/Opening.h"
#include "store/merge/BookCopy.h"

#include <Poco/Data/SQLite/Utility.h>

#include <sqlite3.h>

#include <algorithm>
#include <exception>
#include <filesystem>

namespace fledgling::store {

namespace {

bool namesPostgres(const std::string& where) {
    return where.starts_with("postgresql:") || where.starts_with("postgres:");
}

/// What a long statement tells while it runs, and what the telling threw: that must not pass through SQLite.
struct Told {
    const std::function<void()>& tell;
    Database::Inside& inside;
    std::exception_ptr thrown = {};

    int again() {
        inside.stepping = true;
        try {
            tell();
        } catch (...) {
            thrown = std::current_exception();
        }
        inside.stepping = false;
        return thrown ? 1 : 0;
    }
};

/// A statement on SQLite that tells now and then that it is still at work; what `tell` throws ends it.
template <class Statement>
auto watched(Database& database, const std::function<void()>& tell, const Statement& statement) {
    constexpr int STEPS = 20000; // some hundredths of a second
    Told told{tell, database.inside()};
    sqlite3* file = Poco::Data::SQLite::Utility::dbHandle(*database.inside().session);
    if (tell) sqlite3_progress_handler(file, STEPS, [](void* of) { return static_cast<Told*>(of)->again(); }, &told);
    const struct End {
        sqlite3* of;
        ~End() { sqlite3_progress_handler(of, 0, nullptr, nullptr); }
    } end{file};
    try {
        return statement();
    } catch (const StoreError&) {
        if (told.thrown) std::rethrow_exception(told.thrown);
        throw;
    }
}

/// Page goes over after page: the size of the file says how far it is.
void vacuumInto(Database& database, const std::string& copy, const CopyAt& at) {
    const auto number = [&](const char* pragma) {
        return static_cast<std::size_t>(sql::one<std::int64_t>(database, std::string("PRAGMA ") + pragma).value_or(0));
    };
    const std::size_t whole = number("page_size") * number("page_count");
    std::function<void()> tell;
    if (at)
        tell = [&] {
            std::error_code none;
            const auto size = std::filesystem::file_size(pathOf(copy), none);
            at(none ? 0 : std::min(static_cast<std::size_t>(size), whole), whole);
        };
    watched(database, tell, [&] { sql::execute(database, "VACUUM INTO $1", {copy}); });
}

/// Opens a copy as a department and has SQLite read every page of it.
void requireWhole(const std::string& copy, const std::string& path, const CopyAt& at) {
    Database opened(copy, Database::Mode::OpenExisting);
    std::function<void()> tell;
    if (at) tell = [&] { at(0, 0); };
    const auto verdict =
        watched(opened, tell, [&] { return sql::one<std::string>(opened, "PRAGMA integrity_check"); });
    if (!verdict || *verdict != "ok") throw StoreError(Trouble::Damaged, path, verdict.value_or("no answer"));
    sql::one<std::string>(opened,
                          "PRAGMA journal_mode=DELETE"); // one file to carry, without a -wal beside it
}

} // namespace

Address addressOf(const std::string& where) {
    if (!namesPostgres(where)) return {.shown = where};
    try {
        return postgresAddress(where);
    } catch (const StoreError& error) {
        if (error.trouble() == Trouble::NoClient) return plainAddress(where);
        return {.shown = "postgresql:", .shared = true, .secret = true};
    }
}

Database::Inside::~Inside() {
    // Before the lock is given up: the next program writes its own.
    std::error_code gone;
    if (!whoFile.empty()) std::filesystem::remove(pathOf(whoFile), gone);
    statements.reset();
    session.reset();
}

Database::Database(const std::string& where, Mode mode, const Waiting& waiting) : m_inside(std::make_unique<Inside>()) {
    m_inside->where = where;
    if (namesPostgres(where))
        openPostgres(*this, where, mode, waiting);
    else
        openSqlite(*this, where, mode);
}

Database::~Database() = default;

Engine Database::engine() const { return m_inside->engine; }
const std::string& Database::where() const { return m_inside->where; }

void Database::backUpTo(const std::string& path, const CopyAt& at) {
    if (engine() == Engine::Postgres)
        throw StoreError(Trouble::Unexpected, path, "a shared database is backed up by its server (pg_dump)");
    copyTo(path, at);
}

void Database::copyTo(const std::string& path, const CopyAt& at) {
    requireSafePath(path);
    if (std::filesystem::exists(pathOf(path))) throw StoreError(Trouble::AlreadyThere, path, "");
    const std::string unfinished = path + ".part";
    std::error_code gone;
    std::filesystem::remove(pathOf(unfinished), gone);
    try {
        if (engine() == Engine::Postgres)
            writeCopy(*this, unfinished, at);
        else
            vacuumInto(*this, unfinished, at);
        requireWhole(unfinished, path, at);
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
    } catch (...) { // it was ended
        std::filesystem::remove(pathOf(unfinished), gone);
        throw;
    }
    syncToDisk(path);
}

} // namespace fledgling::store
