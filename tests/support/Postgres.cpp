#include "support/Postgres.h"

#include <libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>
#include <stdexcept>

namespace fledgling::test {

namespace {

std::string runOn(const std::string& keywords, const std::string& sql) {
    // The library asks once in a process: before anybody has connected by it.
    ::setenv("PGLOCALEDIR", "/", 1);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(keywords.c_str()), &PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        throw std::runtime_error(PQerrorMessage(connection.get()));
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()),
                                                               &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw std::runtime_error(PQerrorMessage(connection.get()));
    return PQntuples(result.get()) > 0 && PQnfields(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

// Several test programs share one server at a time.
std::string uniqueName() {
    std::random_device random;
    return "fledgling_test_" + std::to_string(random()) + "_" + std::to_string(random());
}

std::string withDatabase(const std::string& server, const std::string& name) {
    // Of a keyword given twice libpq takes the last; other readers may not, so the first goes.
    std::string kept;
    for (std::size_t from = 0; from < server.size();) {
        const auto blank = std::min(server.find(' ', from), server.size());
        const auto word = server.substr(from, blank - from);
        if (!word.empty() && !word.starts_with("dbname=")) kept += word + " ";
        from = blank + 1;
    }
    return kept + "dbname=" + name;
}

} // namespace

std::optional<std::string> postgresServer() {
    const char* keywords = std::getenv("FLEDGLING_TEST_POSTGRES");
    if (keywords == nullptr || *keywords == '\0') return std::nullopt;
    return keywords;
}

FreshPostgres::FreshPostgres() : m_name(uniqueName()) {
    const auto server = postgresServer();
    if (!server) throw std::runtime_error("FLEDGLING_TEST_POSTGRES is not set");
    runOn(*server, "CREATE DATABASE " + m_name + " TEMPLATE template0");
    m_keywords = withDatabase(*server, m_name);
}

FreshPostgres::~FreshPostgres() {
    try {
        runOn(*postgresServer(), "DROP DATABASE IF EXISTS " + m_name + " WITH (FORCE)");
    } catch (const std::exception&) {
        // The whole server is thrown away after the tests; a test that stopped it must not end the program
        // here.
        return;
    }
}

std::string FreshPostgres::run(const std::string& sql) const { return runOn(m_keywords, sql); }

} // namespace fledgling::test
