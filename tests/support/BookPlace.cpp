#include "support/BookPlace.h"

#include "store/Hash.h"
#include "store/Schema.h"

#include <sqlite3.h>
#include <stdexcept>

namespace fledgling::test {

using store::Database;

namespace {

/// Memory where the system offers it as a folder: hundreds of books wait for no disk.
std::filesystem::path quickGround() {
    const std::filesystem::path memory = "/dev/shm";
    std::error_code gone;
    return std::filesystem::is_directory(memory, gone) ? memory : std::filesystem::temp_directory_path();
}

} // namespace

Folder::Folder() : m_path(quickGround() / ("fledgling-" + store::randomUuid())) {
    std::filesystem::create_directories(m_path);
}

Folder::~Folder() {
    std::error_code gone;
    std::filesystem::remove_all(m_path, gone);
}

std::string nameOf(Place place) {
    switch (place) {
    case Place::Memory: return "Memory";
    case Place::File: return "File";
    case Place::Server: return "Server";
    }
    return "";
}

namespace {

/// Empty departments on the server, made once and used again: a new database costs ten times an emptied one.
std::vector<std::unique_ptr<FreshPostgres>>& idleServers() {
    static std::vector<std::unique_ptr<FreshPostgres>> idle;
    return idle;
}

std::unique_ptr<FreshPostgres> emptyServer() {
    auto& idle = idleServers();
    if (idle.empty()) {
        auto made = std::make_unique<FreshPostgres>();
        const Database department(made->where(), Database::Mode::Create);
        return made;
    }
    auto taken = std::move(idle.back());
    idle.pop_back();
    return taken;
}

/// As a replica the server runs neither triggers nor foreign keys.
void emptyAgain(const FreshPostgres& server) {
    std::string sql = "SET session_replication_role = replica; DELETE FROM change; DELETE FROM entity";
    for (const auto& one : store::tables())
        sql += "; DELETE FROM " + one.name;
    server.run(sql);
}

} // namespace

BookPlace::BookPlace(Place place) : m_place(place) {
    if (place == Place::Memory) m_where = ":memory:";
    if (place == Place::File) m_where = m_folder.emplace().file("book.fledgling");
    if (place == Place::Server) {
        m_server = emptyServer();
        m_where = m_server->where();
    }
    m_database = std::make_unique<Database>(m_where, place == Place::Server ? Database::Mode::OpenExisting
                                                                            : Database::Mode::Create);
}

BookPlace::~BookPlace() {
    m_database.reset();
    if (!m_server || m_disarmed) return;
    try {
        emptyAgain(*m_server);
        idleServers().push_back(std::move(m_server));
    } catch (const std::exception&) {
        // Dropped instead of used again.
        return;
    }
}

void BookPlace::reopen() {
    m_database.reset();
    m_database = std::make_unique<Database>(m_where, Database::Mode::OpenExisting);
}

std::string runOnFile(const std::string& path, const std::string& sql) {
    sqlite3* file = nullptr;
    std::string first;
    bool seen = false;
    const auto keep = [&](int columns, char** values) {
        if (!seen && columns > 0 && values[0] != nullptr) first = values[0];
        seen = true;
    };
    using Keep = decltype(keep);
    char* trouble = nullptr;
    sqlite3_open(path.c_str(), &file);
    const int code = sqlite3_exec(
        file, sql.c_str(),
        [](void* to, int columns, char** values, char**) {
            (*static_cast<const Keep*>(to))(columns, values);
            return 0;
        },
        const_cast<void*>(static_cast<const void*>(&keep)), &trouble);
    const std::string words = trouble != nullptr ? trouble : "";
    sqlite3_free(trouble);
    sqlite3_close(file);
    if (code != SQLITE_OK) throw std::runtime_error(words);
    return first;
}

std::string BookPlace::past(const std::string& sql) {
    if (m_place == Place::Server) return m_server->run(sql);
    if (m_place == Place::Memory) throw std::logic_error("nobody else sees a book in memory");
    const bool wasOpen = m_database != nullptr;
    m_database.reset();
    std::string answer;
    try {
        answer = runOnFile(m_where, sql);
    } catch (const std::runtime_error&) {
        if (wasOpen) reopen();
        throw;
    }
    if (wasOpen) reopen();
    return answer;
}

void BookPlace::disarm() {
    m_disarmed = true;
    if (m_place == Place::Server) {
        past("DO $$ DECLARE one record; BEGIN "
             "FOR one IN SELECT conrelid::regclass AS place, conname FROM pg_constraint WHERE contype IN "
             "('c', 'f') AND "
             "connamespace = current_schema()::regnamespace LOOP "
             "EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.place, one.conname); END LOOP; "
             "FOR one IN SELECT tgrelid::regclass AS place, tgname FROM pg_trigger WHERE NOT tgisinternal "
             "LOOP "
             "EXECUTE format('DROP TRIGGER %I ON %s', one.tgname, one.place); END LOOP; END $$");
        return;
    }
    past(
        past("SELECT group_concat('DROP TRIGGER ' || name, '; ') FROM sqlite_schema WHERE type = 'trigger'"));
}

void BookPlace::tamper(const std::string& sql) {
    past(onServer() ? sql : "PRAGMA ignore_check_constraints=ON; " + sql);
}

} // namespace fledgling::test
