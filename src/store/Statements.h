#pragma once

#include "store/Value.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace fledgling::store {

/// A row of a SQLite result while it is being read. Internal to the room.
class SqliteRow {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : m_statement(statement) {}
    [[nodiscard]] int width() const;
    [[nodiscard]] bool isNull(int at) const;
    [[nodiscard]] std::int64_t number(int at) const; ///< 0 for NULL
    [[nodiscard]] std::string text(int at) const;    ///< empty for NULL

private:
    sqlite3_stmt* m_statement;
};

/// The statements of one SQLite connection, each compiled once: compiling an INSERT with its triggers and
/// foreign keys takes longer than running it, and Poco compiles at every execution (a mark took twice as long
/// as bare SQLite).
class Statements {
public:
    /// `where` is what errors name. The connection must outlive this.
    Statements(sqlite3* file, std::string where) : m_file(file), m_where(std::move(where)) {}
    ~Statements();
    Statements(const Statements&) = delete;
    Statements& operator=(const Statements&) = delete;

    /// Runs a statement to its end. Throws StoreError with the kind of trouble SQLite had.
    void run(const std::string& sql, const std::vector<Value>& arguments,
             const std::function<void(const SqliteRow&)>& eachRow);

private:
    [[nodiscard]] sqlite3_stmt* compiled(const std::string& sql, bool keep);
    void step(sqlite3_stmt* statement, const std::vector<Value>& arguments,
              const std::function<void(const SqliteRow&)>& eachRow);
    [[noreturn]] void fail() const;

    sqlite3* m_file;
    std::string m_where;
    std::unordered_map<std::string, sqlite3_stmt*> m_kept;
};

} // namespace fledgling::store
