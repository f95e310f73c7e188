#include "store/Ground.h"
#include "store/Opening.h"
#include "store/Schema.h"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/Utility.h>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>

namespace fledgling::store {

void requireSafePath(const std::string& path) {
    // SQLite obeys "file:" names and '?' as URI options, and may then keep nothing at all; it ends a name at
    // a NUL.
    if (path.empty() || path.starts_with("file:") || path.find('?') != std::string::npos ||
        path.find('\0') != std::string::npos)
        throw StoreError(Trouble::UnsafePath, path, "");
}

namespace {

namespace fs = std::filesystem;

constexpr const char* MEMORY = ":memory:";

/// Poco waits a minute when the folder is missing: look first.
void requireGround(const std::string& path, Database::Mode mode) {
    const auto folder = pathOf(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder))
        throw StoreError(Trouble::CannotOpen, path, "no such folder");
    const bool there = fs::exists(pathOf(path));
    if (mode == Database::Mode::Create && there) throw StoreError(Trouble::AlreadyThere, path, "");
    if (mode == Database::Mode::OpenExisting && !there)
        throw StoreError(Trouble::CannotOpen, path, "no such file");
    if (onNetworkShare(path)) throw StoreError(Trouble::NetworkShare, path, "");
}

std::string readWho(const std::string& whoFile) {
    std::ifstream file{pathOf(whoFile)};
    std::string who;
    std::getline(file, who);
    return who;
}

std::int64_t pragma(Database& database, const std::string& name) {
    return sql::one<std::int64_t>(database, "PRAGMA " + name).value_or(0);
}

void requireOurs(Database& database, const std::string& path) {
    if (pragma(database, "application_id") != APPLICATION_ID)
        throw StoreError(Trouble::NotADatabase, path, "");
    if (pragma(database, "user_version") > SCHEMA_VERSION) throw StoreError(Trouble::NewerProgram, path, "");
}

void requireMode(Database& database, const std::string& path, const std::string& setting,
                 const std::string& wanted) {
    const auto got = sql::one<std::string>(database, "PRAGMA " + setting + "=" + wanted).value_or("nothing");
    if (got != wanted)
        throw StoreError(Trouble::CannotOpen, path, setting + " is " + got + ", not " + wanted);
}

/// Locks the file; what isn't ours is left before anything in it is changed.
void lock(Database& database, const std::string& path, bool memory, bool existing) {
    sql::execute(database, "PRAGMA busy_timeout=500");
    // One connection per file: 3.40.1 can corrupt a WAL that two connections reset.
    requireMode(database, path, "locking_mode", "exclusive");
    if (existing) requireOurs(database, path);
    if (!memory) requireMode(database, path, "journal_mode", "wal");
    sql::execute(database, "BEGIN IMMEDIATE"); // takes the lock now, not at the first write
    sql::execute(database, "COMMIT");
}

void settleSqlite(Database& database) {
    for (const char* one :
         {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA recursive_triggers=ON",
          "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA secure_delete=ON"})
        sql::execute(database, one);
}

void createTablesSqlite(Database& database) {
    sql::execute(database, "BEGIN IMMEDIATE");
    for (const auto& statement : creation(Engine::Sqlite))
        sql::execute(database, statement);
    sql::execute(database, "PRAGMA application_id=" + std::to_string(APPLICATION_ID));
    sql::execute(database, "PRAGMA user_version=" + std::to_string(SCHEMA_VERSION));
    sql::execute(database, "COMMIT");
}

/// A department made by an older program gets the tables that came since; what it holds stays as it is.
void bringUpSqlite(Database& database) {
    const auto version = pragma(database, "user_version");
    if (version >= SCHEMA_VERSION) return;
    sql::execute(database, "BEGIN IMMEDIATE");
    for (const auto& statement : additions(Engine::Sqlite, version))
        sql::execute(database, statement);
    sql::execute(database, "PRAGMA user_version=" + std::to_string(SCHEMA_VERSION));
    sql::execute(database, "COMMIT");
}

void keepWho(Database::Inside& inside, const std::string& path) {
    inside.whoFile = path + ".open";
    std::ofstream{pathOf(inside.whoFile), std::ios::trunc} << whoAmI() << '\n';
}

/// Connects, and prepares a new or checks an existing department.
void enter(Database& database, const std::string& path, Database::Mode mode) {
    auto& inside = database.inside();
    const bool memory = path == MEMORY;
    const bool existing = !memory && mode == Database::Mode::OpenExisting;
    guarded(inside, [&] { inside.session = std::make_unique<Poco::Data::Session>("SQLite", path, 1); });
    inside.statements =
        std::make_unique<Statements>(Poco::Data::SQLite::Utility::dbHandle(*inside.session), path);
    try {
        lock(database, path, memory, existing);
    } catch (const StoreError& trouble) {
        if (trouble.trouble() != Trouble::InUse) throw;
        const auto who = readWho(path + ".open");
        throw StoreError(Trouble::InUse, who.empty() ? path : path + " (" + who + ")", trouble.details());
    }
    settleSqlite(database);
    existing ? bringUpSqlite(database) : createTablesSqlite(database);
    if (!memory) keepWho(inside, path);
}

/// A department that couldn't be made (a full disk) leaves nothing that would be in the way of the next try.
void abandon(Database::Inside& inside, const std::string& path) {
    inside.statements.reset();
    inside.session.reset();
    std::error_code gone;
    for (const char* part : {"", "-wal", "-shm", "-journal"})
        fs::remove(pathOf(path + part), gone);
}

} // namespace

void openSqlite(Database& database, const std::string& path, Database::Mode mode) {
    Poco::Data::SQLite::Connector::registerConnector();
    auto& inside = database.inside();
    inside.engine = Engine::Sqlite;
    if (path != MEMORY) {
        requireSafePath(path);
        requireGround(path, mode);
    }
    try {
        enter(database, path, mode);
    } catch (const StoreError& trouble) {
        const bool someoneElses = trouble.trouble() == Trouble::InUse;
        if (path != MEMORY && mode == Database::Mode::Create && !someoneElses) abandon(inside, path);
        throw;
    }
}

void beginSqlite(Database& database) { sql::execute(database, "BEGIN IMMEDIATE"); }

void rollBackSqlite(Database& database) {
    auto& inside = database.inside();
    // After a full disk SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(Poco::Data::SQLite::Utility::dbHandle(*inside.session)) != 0) return;
    inside.statements->run("ROLLBACK", {}, [](const SqliteRow&) {});
}

} // namespace fledgling::store
