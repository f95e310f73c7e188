#include "store/Opening.h"
#include "store/Schema.h"

#include <Poco/Data/PostgreSQL/Connector.h>
#include <Poco/Data/PostgreSQL/SessionHandle.h>
#include <Poco/Data/PostgreSQL/Utility.h>

#include <libpq-fe.h>

namespace fledgling::store {

namespace {

/// "postgresql:host=... dbname=..." as keywords; a "postgresql://..." URI is handed to libpq's own parser, since Poco
/// only knows keywords.
std::string keywordsOf(const std::string& where) {
    const std::string rest = where.substr(where.find(':') + 1);
    if (!rest.starts_with("//")) return rest;
    char* trouble = nullptr;
    PQconninfoOption* options = PQconninfoParse(where.c_str(), &trouble);
    if (!options) {
        const std::string details = trouble ? trouble : "";
        PQfreemem(trouble);
        throw StoreError(Trouble::CannotOpen, where, details);
    }
    std::string keywords;
    for (const auto* one = options; one->keyword; ++one)
        if (one->val) keywords += (keywords.empty() ? "" : " ") + std::string(one->keyword) + "=" + one->val;
    PQconninfoFree(options);
    return keywords;
}

/// The place as it may be shown: without the password.
std::string withoutPassword(std::string where) {
    const auto at = where.find("password=");
    if (at == std::string::npos) return where;
    const auto end = where.find(' ', at);
    return where.erase(at, end == std::string::npos ? std::string::npos : end - at + 1);
}

void createTables(Database& database) {
    sql::execute(database, "BEGIN");
    try {
        for (const auto& statement : creation(Engine::Postgres)) sql::execute(database, statement);
        sql::execute(database, "INSERT INTO fledgling_schema (version) VALUES ($1)", {std::int64_t{SCHEMA_VERSION}});
        sql::execute(database, "COMMIT");
    } catch (const StoreError&) {
        sql::execute(database, "ROLLBACK");
        throw;
    }
}

} // namespace

void openPostgres(Database& database, const std::string& where, Database::Mode mode) {
    Poco::Data::PostgreSQL::Connector::registerConnector();
    auto& inside = database.inside();
    inside.engine = Engine::Postgres;
    inside.where = withoutPassword(where);
    guarded(inside, [&] { inside.session = std::make_unique<Poco::Data::Session>("PostgreSQL", keywordsOf(where), 5); });
    // The SQLSTATE tells the kind of trouble; it stands in the text only when asked for.
    auto* handle = Poco::Data::PostgreSQL::Utility::handle(*inside.session);
    PQsetErrorVerbosity(static_cast<PGconn*>(*handle), PQERRORS_VERBOSE);
    PQsetNoticeProcessor(static_cast<PGconn*>(*handle), [](void*, const char*) {}, nullptr);
    const bool there = sql::one<std::int64_t>(database, "SELECT CAST(count(*) AS BIGINT) FROM information_schema.tables WHERE "
                                                        "table_name = 'fledgling_schema' AND table_schema = current_schema()") == 1;
    if (mode == Database::Mode::Create) {
        if (there) throw StoreError(Trouble::AlreadyThere, inside.where, "");
        createTables(database);
    } else if (!there) {
        throw StoreError(Trouble::NotADatabase, inside.where, "");
    } else if (sql::one<std::int64_t>(database, "SELECT version FROM fledgling_schema").value_or(0) > SCHEMA_VERSION) {
        throw StoreError(Trouble::NewerProgram, inside.where, "");
    }
}

} // namespace fledgling::store
