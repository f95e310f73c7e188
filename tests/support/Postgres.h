#pragma once

#include <optional>
#include <string>

namespace fledgling::test {

/// libpq keywords of the server the tests may use ("host=... port=... user=... dbname=..."), from the
/// environment variable FLEDGLING_TEST_POSTGRES; tests/run starts a server and sets it. Nothing when there is
/// none: skip with FLEDGLING_NEED_POSTGRES().
[[nodiscard]] std::optional<std::string> postgresServer();

/// An empty database of its own on that server, dropped at the end of its life, whoever is still connected.
class FreshPostgres {
public:
    /// Throws std::runtime_error with the server's words; needs postgresServer().
    FreshPostgres();
    ~FreshPostgres();
    FreshPostgres(const FreshPostgres&) = delete;
    FreshPostgres& operator=(const FreshPostgres&) = delete;

    /// libpq keywords of the new database.
    [[nodiscard]] const std::string& keywords() const { return m_keywords; }
    /// The same as store::Database and `fledgling-cli --db` take it: "postgresql:host=...".
    [[nodiscard]] std::string where() const { return "postgresql:" + m_keywords; }
    /// Runs SQL behind the program's back (to tamper, to look); returns the first column of the first row, or
    /// "". Throws std::runtime_error with the server's words.
    std::string run(const std::string& sql) const;

private:
    std::string m_name;
    std::string m_keywords;
};

} // namespace fledgling::test

/// First line of a test that needs the server.
#define FLEDGLING_NEED_POSTGRES()                                                                            \
    do {                                                                                                     \
        if (!fledgling::test::postgresServer())                                                              \
            GTEST_SKIP() << "no PostgreSQL server: FLEDGLING_TEST_POSTGRES is not set (tests/run sets it)";  \
    } while (false)
