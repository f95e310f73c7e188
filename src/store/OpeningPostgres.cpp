#include "store/Opening.h"
#include "domain/Text.h"
#include "store/Postgres.h"
#include "store/Schema.h"

#include <Poco/Environment.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <poll.h>

namespace fledgling::store {

namespace {

/// Seconds for a server to answer where its address doesn't say how many, and for one that was waited for in vain already.
constexpr int PATIENCE = 5, LAST_TRY = 2;

/// How the server is reached: in libpq's keywords, and as it may be shown.
struct Place {
    std::string keywords;
    Address address;
    int patience = PATIENCE;
};

using Options = std::unique_ptr<PQconninfoOption, decltype(PostgresClient::freeOptions)>;

/// "postgresql:host=... dbname=..." or a "postgresql://..." URI, as libpq's own parser reads them.
Options parsed(const std::string& where) {
    const std::string rest = where.substr(where.find(':') + 1);
    const auto& client = postgresClient();
    Options options(client.parse((rest.starts_with("//") ? where : rest).c_str(), nullptr), client.freeOptions);
    // libpq's own words would repeat the text, and the password in it.
    if (!options)
        throw StoreError(Trouble::BadAddress,
                         "postgresql:", "not an address: host=... port=... user=... dbname=... is expected");
    return options;
}

/// A value as libpq reads it back. Poco splits at blanks whatever stands around them, so none may come.
std::string escaped(const std::string& keyword, const std::string& value) {
    std::string all;
    for (const char c : value) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            throw StoreError(Trouble::BadAddress, "postgresql:", "no blank may stand in " + keyword);
        if (c == '\\' || c == '\'') all += '\\';
        all += c;
    }
    return all.empty() ? "''" : all;
}

/// As libpq takes it: never less than two seconds, and 0 is for ever; nobody waits longer than a day.
int patienceOf(const char* seconds) {
    constexpr int DAY = 86'400;
    const int said = std::atoi(seconds);
    return said > 0 ? std::clamp(said, LAST_TRY, DAY) : DAY;
}

bool isSecret(const std::string& keyword) { return keyword == "password" || keyword == "sslpassword"; }

Place placeOf(const std::string& where) {
    Place place{"", {.shown = "postgresql:", .shared = true}, PATIENCE};
    auto& [shown, server, shared, secret] = place.address;
    const auto options = parsed(where);
    for (const auto* one = options.get(); one->keyword; ++one) {
        const std::string keyword = one->keyword;
        if (!one->val || keyword == "client_encoding") continue;
        const std::string pair = keyword + "=" + escaped(keyword, one->val);
        place.keywords += pair + " ";
        if (keyword == "connect_timeout") place.patience = patienceOf(one->val);
        if (keyword == "host" || (keyword == "hostaddr" && server.empty())) server = one->val;
        if (isSecret(keyword))
            secret = true;
        else
            shown += (shown.ends_with(':') ? "" : " ") + pair;
    }
    place.keywords += "client_encoding=UTF8"; // whatever PGCLIENTENCODING says
    return place;
}

/// Whether the connection can go on; waits a moment for it.
bool mayGoOn(const PGconn* connection, PostgresPollingStatusType wants) {
    constexpr int MOMENT = 20; // milliseconds
    pollfd asked{postgresClient().socket(connection), static_cast<short>(wants == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    return asked.fd < 0 || ::poll(&asked, 1, MOMENT) > 0;
}

/// Waits for the server to answer, as long as somebody waits for it: connecting in one piece can't be ended before its
/// timeout. True unless it is silent; what it answers is for who connects.
bool answers(const Place& place, const Waiting& waiting) {
    const auto& client = postgresClient();
    const std::unique_ptr<PGconn, decltype(PostgresClient::finish)> asked(client.connectStart(place.keywords.c_str()), client.finish);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(place.patience);
    auto state = PGRES_POLLING_WRITING;
    while (asked && state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED) {
        waiting();
        if (std::chrono::steady_clock::now() > end) return false;
        if (mayGoOn(asked.get(), state)) state = client.connectPoll(asked.get());
    }
    return true;
}

/// Nothing is open yet that could be lost: the server isn't there, or doesn't want us.
void connect(Database::Inside& inside, const Place& place, const Waiting& waiting) {
    // A name may stand for several computers, of which the first is silent: libpq goes on to the next.
    const int seconds = waiting && !answers(place, waiting) ? LAST_TRY : PATIENCE;
    try {
        guarded(inside, [&] {
            inside.session = std::make_unique<Poco::Data::Session>("PostgreSQL", place.keywords, static_cast<std::size_t>(seconds));
        });
    } catch (const StoreError& trouble) {
        if (trouble.trouble() == Trouble::ServerLost) throw StoreError(Trouble::NoServer, inside.where, trouble.details());
        if (trouble.trouble() == Trouble::CannotOpen) throw StoreError(Trouble::ServerRefuses, inside.where, trouble.details());
        throw;
    }
}

PGconn* connectionOf(Database::Inside& inside) {
    return postgresClient().connectionOf(*inside.session);
}

/// What a server's administrator may have set otherwise and a desktop relies on.
void settlePostgres(Database& database) {
    // A desktop that hangs in a transaction holds the writers' lock: the others wait no longer than this, and
    // the server ends it.
    sql::execute(database, "SET lock_timeout TO '15s'");
    sql::execute(database, "SET idle_in_transaction_session_timeout TO '60s'");
    // Where commits may be lost by the server's settings, ours are not.
    sql::read<std::string>(database, "SELECT set_config('synchronous_commit', 'on', false) WHERE "
                                     "current_setting('synchronous_commit') = 'off'");
}

/// One bit pattern that stands for the writers' turn; any number would do.
constexpr const char* TAKE_TURN = "SELECT CAST(pg_advisory_xact_lock(1180460903) AS TEXT)";

bool isDepartment(Database& database) {
    return sql::one<std::optional<std::string>>(database,
                                                "SELECT CAST(to_regclass('fledgling_schema') AS TEXT)")
        .value_or(std::nullopt)
        .has_value();
}

void createTablesPostgres(Database& database) {
    beginPostgres(database);
    try {
        if (isDepartment(database)) throw StoreError(Trouble::AlreadyThere, database.where(), "");
        for (const auto& statement : creation(Engine::Postgres))
            sql::execute(database, statement);
        sql::execute(database, "INSERT INTO fledgling_schema (version) VALUES ($1)",
                     {std::int64_t{SCHEMA_VERSION}});
        sql::execute(database, "COMMIT");
    } catch (const StoreError&) {
        rollBackPostgres(database);
        throw;
    }
}

void requireOurs(Database& database) {
    if (!isDepartment(database)) throw StoreError(Trouble::NotADatabase, database.where(), "");
    if (sql::one<std::int64_t>(database, "SELECT version FROM fledgling_schema").value_or(0) > SCHEMA_VERSION)
        throw StoreError(Trouble::NewerProgram, database.where(), "");
}

/// As on SQLite; of two desktops that start at once, the second finds it done.
void bringUpPostgres(Database& database) {
    const auto version = [&] { return sql::one<std::int64_t>(database, "SELECT version FROM fledgling_schema").value_or(0); };
    if (version() >= SCHEMA_VERSION) return;
    beginPostgres(database);
    try {
        for (const auto& statement : additions(Engine::Postgres, version()))
            sql::execute(database, statement);
        sql::execute(database, "UPDATE fledgling_schema SET version = $1", {std::int64_t{SCHEMA_VERSION}});
        sql::execute(database, "COMMIT");
    } catch (const StoreError&) {
        rollBackPostgres(database);
        throw;
    }
}

} // namespace

Address postgresAddress(const std::string& where) { return placeOf(where).address; }

Address plainAddress(const std::string& where) {
    const Address unread{.shown = "postgresql:", .shared = true, .secret = true};
    const std::string rest = domain::trimmed(where.substr(where.find(':') + 1));
    if (rest.empty() || rest.find_first_of("%'\\\"") != std::string::npos || rest.find("password") != std::string::npos) return unread;
    Address address{.shown = "postgresql:" + rest, .shared = true};
    if (rest.starts_with("//")) {
        const std::string place = rest.substr(2, rest.find_first_of("/?", 2) - 2);
        const auto at = place.rfind('@');
        if (at != std::string::npos && place.substr(0, at).find(':') != std::string::npos) return unread;
        address.server = place.substr(at == std::string::npos ? 0 : at + 1);
        return address;
    }
    for (const auto& pair : domain::split(rest, ' ')) {
        const auto is = pair.find('=');
        if (is == 0 || (is == std::string::npos && !pair.empty())) return unread;
        if (pair.starts_with("host=") || (pair.starts_with("hostaddr=") && address.server.empty())) address.server = pair.substr(is + 1);
    }
    return address;
}

void openPostgres(Database& database, const std::string& where, Database::Mode mode, const Waiting& waiting) {
    // The client's library says its own errors in the language of the process, from the catalogues of this folder. A lost
    // connection is known by its words: they stay English.
    Poco::Environment::set("PGLOCALEDIR", "/");
    postgresClient().registerConnector();
    auto& inside = database.inside();
    inside.engine = Engine::Postgres;
    inside.where = "postgresql:";
    const Place place = placeOf(where);
    inside.where = place.address.shown;
    connect(inside, place, waiting);
    // The SQLSTATE tells the kind of trouble; it stands in the text only when asked for.
    postgresClient().setErrorVerbosity(connectionOf(inside), PQERRORS_VERBOSE);
    postgresClient().setNoticeProcessor(
        connectionOf(inside), [](void*, const char*) {}, nullptr);
    if (sql::one<std::string>(database, "SELECT current_setting('server_encoding')") != "UTF8")
        throw StoreError(Trouble::ServerRefuses, inside.where, "the server's database is not in UTF-8");
    settlePostgres(database);
    if (mode == Database::Mode::Create) return createTablesPostgres(database);
    requireOurs(database);
    bringUpPostgres(database);
}

void beginPostgres(Database& database) {
    // A server set to stricter isolation would read as of before the lock was had.
    sql::execute(database, "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    try {
        sql::read<std::string>(database, TAKE_TURN);
    } catch (const StoreError&) {
        rollBackPostgres(database);
        throw;
    }
}

void rollBackPostgres(Database& database) {
    auto& inside = database.inside();
    const auto& client = postgresClient();
    auto* connection = connectionOf(inside);
    if (client.status(connection) != CONNECTION_OK || client.transactionStatus(connection) == PQTRANS_IDLE) return;
    client.clear(client.execute(connection, "ROLLBACK"));
}

void reviveIfLost(Database& database) {
    auto& inside = database.inside();
    const auto& client = postgresClient();
    auto* connection = connectionOf(inside);
    if (inside.depth > 0 || client.status(connection) != CONNECTION_BAD) return;
    client.reset(connection);
    if (client.status(connection) != CONNECTION_OK)
        throw StoreError(Trouble::ServerLost, inside.where, client.errorMessage(connection));
    settlePostgres(database);
}

} // namespace fledgling::store
