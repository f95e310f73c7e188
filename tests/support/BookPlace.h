#pragma once

#include "store/Book.h"
#include "support/Postgres.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace fledgling::test {

/// An empty folder, removed with everything in it at the end.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

/// Where a book is kept.
enum class Place { Memory, File, Server };
[[nodiscard]] std::string nameOf(Place place);

/// A fresh department in one of these places.
class BookPlace {
public:
    explicit BookPlace(Place place);
    ~BookPlace();
    BookPlace(const BookPlace&) = delete;
    BookPlace& operator=(const BookPlace&) = delete;

    [[nodiscard]] store::Database& database() { return *m_database; }
    [[nodiscard]] store::Book book() { return store::Book(*m_database); }
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] bool onServer() const { return m_place == Place::Server; }
    /// Closes the program and opens it again; what was only in memory would be gone.
    void reopen();
    void close() { m_database.reset(); }

    /// Runs SQL past the program: from another connection that keeps none of the program's settings. The
    /// program is closed meanwhile where it has the file for itself. Throws std::runtime_error with the
    /// database's words.
    std::string past(const std::string& sql);
    /// Takes the triggers away (on a server the checks and foreign keys, too), as somebody with a database
    /// tool would before tampering.
    void disarm();
    /// SQL past the program and past the checks, after disarm().
    void tamper(const std::string& sql);

private:
    Place m_place;
    std::optional<Folder> m_folder;
    std::unique_ptr<FreshPostgres> m_server;
    bool m_disarmed = false;
    std::string m_where;
    std::unique_ptr<store::Database> m_database;
};

/// Runs SQL on a SQLite file with the bare library; the first column of the first row, or "".
std::string runOnFile(const std::string& path, const std::string& sql);

} // namespace fledgling::test
