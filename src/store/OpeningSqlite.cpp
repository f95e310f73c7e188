#include "store/Ground.h"
#include "store/Opening.h"
#include "store/Schema.h"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/Utility.h>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>

namespace fledgling::store {

namespace {

namespace fs = std::filesystem;

constexpr const char* MEMORY = ":memory:";

void requireSafePath(const std::string& path) {
    // SQLite obeys "file:" names and '?' as URI options, and may then keep nothing at all.
    if (path.empty() || path.starts_with("file:") || path.find('?') != std::string::npos)
        throw StoreError(Trouble::UnsafePath, path, "");
}

/// Poco waits a minute when the folder is missing: look first.
void requireGround(const std::string& path, Database::Mode mode) {
    const auto folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder)) throw StoreError(Trouble::CannotOpen, path, "no such folder");
    const bool there = fs::exists(path);
    if (mode == Database::Mode::Create && there) throw StoreError(Trouble::AlreadyThere, path, "");
    if (mode == Database::Mode::OpenExisting && !there) throw StoreError(Trouble::CannotOpen, path, "no such file");
    if (onNetworkShare(path)) throw StoreError(Trouble::NetworkShare, path, "");
}

std::string readWho(const std::string& whoFile) {
    std::ifstream file{fs::path(whoFile)};
    std::string who;
    std::getline(file, who);
    return who;
}

std::int64_t pragma(Database& database, const std::string& name) {
    return sql::one<std::int64_t>(database, "PRAGMA " + name).value_or(0);
}

/// Connects with an exclusive lock; a second program is told who has the file.
void connect(Database& database, const std::string& path) {
    auto& inside = database.inside();
    try {
        guarded(inside, [&] { inside.session = std::make_unique<Poco::Data::Session>("SQLite", path, 1); });
        sql::execute(database, "PRAGMA busy_timeout=500");
        // One connection per file: 3.40.1 can corrupt a WAL that two connections reset.
        sql::one<std::string>(database, "PRAGMA locking_mode=EXCLUSIVE");
        sql::one<std::string>(database, "PRAGMA journal_mode=WAL");
        sql::execute(database, "BEGIN IMMEDIATE"); // takes the lock now, not at the first write
        sql::execute(database, "COMMIT");
    } catch (const StoreError& trouble) {
        if (trouble.trouble() == Trouble::InUse) throw StoreError(Trouble::InUse, path, readWho(path + ".open"));
        throw;
    }
}

void settle(Database& database) {
    for (const char* one : {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA recursive_triggers=ON",
                            "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA secure_delete=ON"})
        sql::execute(database, one);
}

void createTables(Database& database) {
    sql::execute(database, "BEGIN IMMEDIATE");
    for (const auto& statement : creation(Engine::Sqlite)) sql::execute(database, statement);
    sql::execute(database, "PRAGMA application_id=" + std::to_string(APPLICATION_ID));
    sql::execute(database, "PRAGMA user_version=" + std::to_string(SCHEMA_VERSION));
    sql::execute(database, "COMMIT");
}

void requireOurs(Database& database, const std::string& path) {
    if (pragma(database, "application_id") != APPLICATION_ID) throw StoreError(Trouble::NotADatabase, path, "");
    if (pragma(database, "user_version") > SCHEMA_VERSION) throw StoreError(Trouble::NewerProgram, path, "");
}

void keepWho(Database::Inside& inside, const std::string& path) {
    inside.whoFile = path + ".open";
    std::ofstream{fs::path(inside.whoFile), std::ios::trunc} << whoAmI() << '\n';
}

} // namespace

void openSqlite(Database& database, const std::string& path, Database::Mode mode) {
    Poco::Data::SQLite::Connector::registerConnector();
    auto& inside = database.inside();
    inside.engine = Engine::Sqlite;
    const bool memory = path == MEMORY;
    if (!memory) {
        requireSafePath(path);
        requireGround(path, mode);
    }
    connect(database, path);
    settle(database);
    if (memory || mode == Database::Mode::Create)
        createTables(database);
    else
        requireOurs(database, path);
    if (!memory) keepWho(inside, path);
}

} // namespace fledgling::store
