#pragma once

#include <libpq-fe.h>
#include <string>

namespace Poco::Data {
class Session;
}

namespace fledgling::store {

/// What is asked of the server's client library. It brings some twenty libraries along (encryption, directories, single
/// sign-on); whoever works in a file of their own shall not wait for these at every start, so they are loaded with the first
/// server.
struct PostgresClient {
    void (*registerConnector)(); ///< from then on Poco opens sessions of the kind "PostgreSQL"
    PGconn* (*connectionOf)(Poco::Data::Session& session);
    decltype(&PQconninfoParse) parse;
    decltype(&PQconninfoFree) freeOptions;
    decltype(&PQconnectStart) connectStart;
    decltype(&PQconnectPoll) connectPoll;
    decltype(&PQsocket) socket;
    decltype(&PQfinish) finish;
    decltype(&PQsetErrorVerbosity) setErrorVerbosity;
    decltype(&PQsetNoticeProcessor) setNoticeProcessor;
    decltype(&PQstatus) status;
    decltype(&PQtransactionStatus) transactionStatus;
    decltype(&PQexec) execute;
    decltype(&PQclear) clear;
    decltype(&PQreset) reset;
    decltype(&PQerrorMessage) errorMessage;
};

/// The name under which the library hands its table out.
inline constexpr const char* POSTGRES_CLIENT = "fledglingPostgresClient";

/// The library beside the program (lib/fledgling), loaded at the first call. Throws NoClient where it can't be.
const PostgresClient& postgresClient();
/// The same from a library at `path`; it stays loaded.
const PostgresClient& postgresClientIn(const std::string& path);

} // namespace fledgling::store
