#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace fledgling::store {

enum class Engine { Sqlite, Postgres };

/// Told how far a copy is, `total` 0 while that can't be told; what it throws ends the work. It asks nothing of the book.
using CopyAt = std::function<void(std::size_t done, std::size_t total)>;

/// Asked again and again while a server hasn't answered yet, on the thread that opens; what it throws ends the attempt.
using Waiting = std::function<void()>;

/// How a department's place is spoken of: what opens a shared one may hold a password.
struct Address {
    std::string shown = {};  ///< without it
    std::string server = {}; ///< of a shared one; empty: the one libpq takes by itself
    bool shared = false;     ///< on a server
    bool secret = false;     ///< it holds a password, or can't be read and may: never to be shown or kept
};

/// Of what a Database opens; what can't be read is shown as its kind only.
[[nodiscard]] Address addressOf(const std::string& where);

/// One open department: a SQLite file (or ":memory:"), or a shared PostgreSQL database.
///
/// Opening performs the whole ritual (exclusive lock, WAL, full sync, foreign keys, application id) and
/// brings the schema up. Not thread-safe: one connection, used from one thread.
class Database {
public:
    enum class Mode {
        OpenExisting, ///< refuses where there is none
        Create        ///< refuses where there is one
    };

    /// `where` is a path (UTF-8), ":memory:", or "postgresql:..." (keywords as libpq reads them, or a URI).
    /// Throws StoreError, naming what to do.
    Database(const std::string& where, Mode mode, const Waiting& waiting = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Engine engine() const;
    [[nodiscard]] const std::string& where() const;
    /// A verified copy beside the live one: written under a temporary name, checked, synced, renamed; one that was ended
    /// leaves nothing. SQLite only.
    void backUpTo(const std::string& path, const CopyAt& at = {});
    /// The same book as a file to work in elsewhere, from either kind of database: every change with its number and
    /// hash. Others may write meanwhile; the copy ends with a change that was the last at some moment.
    void copyTo(const std::string& path, const CopyAt& at = {});

    /// Internal to the store room (store/Sql.h).
    struct Inside;
    [[nodiscard]] Inside& inside() { return *m_inside; }

private:
    std::unique_ptr<Inside> m_inside;
};

} // namespace fledgling::store
