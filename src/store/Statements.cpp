#include "store/Statements.h"

#include "store/Translate.h"

#include <sqlite3.h>

namespace fledgling::store {

namespace {

/// What the program asks again and again. PRAGMA and VACUUM act at once and once; tables are made once.
bool worthKeeping(const std::string& sql) {
    for (const char* verb : {"SELECT", "INSERT", "BEGIN", "COMMIT", "ROLLBACK"})
        if (sql.starts_with(verb)) return true;
    return false;
}

// The program knows some hundred statements; more than that means that somebody composes them from data.
constexpr std::size_t MOST_KEPT = 400;

/// Gives a statement back as it was, whatever happened while it ran.
class Reset {
public:
    Reset(sqlite3_stmt* statement, bool keep) : m_statement(statement), m_keep(keep) {}
    ~Reset() {
        if (!m_keep) {
            sqlite3_finalize(m_statement);
            return;
        }
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Reset(const Reset&) = delete;
    Reset& operator=(const Reset&) = delete;

private:
    sqlite3_stmt* m_statement;
    bool m_keep;
};

} // namespace

int SqliteRow::width() const { return sqlite3_column_count(m_statement); }
bool SqliteRow::isNull(int at) const { return sqlite3_column_type(m_statement, at) == SQLITE_NULL; }
std::int64_t SqliteRow::number(int at) const { return sqlite3_column_int64(m_statement, at); }

std::string SqliteRow::text(int at) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, at));
    if (!bytes) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, at))};
}

Statements::~Statements() {
    for (const auto& [sql, statement] : m_kept)
        sqlite3_finalize(statement);
}

void Statements::fail() const { throw sqliteError(m_file, m_where); }

sqlite3_stmt* Statements::compiled(const std::string& sql, bool keep) {
    if (const auto kept = m_kept.find(sql); kept != m_kept.end()) return kept->second;
    sqlite3_stmt* statement = nullptr;
    const unsigned lasting = keep ? SQLITE_PREPARE_PERSISTENT : 0;
    if (sqlite3_prepare_v3(m_file, sql.c_str(), static_cast<int>(sql.size()) + 1, lasting, &statement,
                           nullptr) != SQLITE_OK)
        fail();
    if (keep) {
        if (m_kept.size() >= MOST_KEPT) {
            for (const auto& [other, old] : m_kept)
                sqlite3_finalize(old);
            m_kept.clear();
        }
        m_kept.emplace(sql, statement);
    }
    return statement;
}

void Statements::step(sqlite3_stmt* statement, const std::vector<Value>& arguments,
                      const std::function<void(const SqliteRow&)>& eachRow) {
    int at = 0;
    for (const auto& argument : arguments) {
        ++at;
        int code = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&argument))
            code = sqlite3_bind_int64(statement, at, *number);
        else if (const auto* text = std::get_if<std::string>(&argument))
            code = sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
        if (code != SQLITE_OK) fail();
    }
    for (;;) {
        const int code = sqlite3_step(statement);
        if (code == SQLITE_DONE) return;
        if (code != SQLITE_ROW) fail();
        eachRow(SqliteRow(statement));
    }
}

void Statements::run(const std::string& sql, const std::vector<Value>& arguments,
                     const std::function<void(const SqliteRow&)>& eachRow) {
    const bool keep = worthKeeping(sql);
    sqlite3_stmt* statement = compiled(sql, keep);
    const Reset reset(statement, keep);
    step(statement, arguments, eachRow);
}

} // namespace fledgling::store
