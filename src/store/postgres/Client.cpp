// The library fledgling-postgres: the only one that is linked to the server's client library.

#include "store/Postgres.h"

#include <Poco/Data/PostgreSQL/Connector.h>
#include <Poco/Data/PostgreSQL/SessionHandle.h>
#include <Poco/Data/PostgreSQL/Utility.h>

namespace {

PGconn* connectionOf(Poco::Data::Session& session) {
    return static_cast<PGconn*>(*Poco::Data::PostgreSQL::Utility::handle(session));
}

} // namespace

extern "C" {

extern __attribute__((visibility("default"))) const fledgling::store::PostgresClient fledglingPostgresClient;

const fledgling::store::PostgresClient fledglingPostgresClient{
    .registerConnector = [] { Poco::Data::PostgreSQL::Connector::registerConnector(); },
    .connectionOf = connectionOf,
    .parse = PQconninfoParse,
    .freeOptions = PQconninfoFree,
    .connectStart = PQconnectStart,
    .connectPoll = PQconnectPoll,
    .socket = PQsocket,
    .finish = PQfinish,
    .setErrorVerbosity = PQsetErrorVerbosity,
    .setNoticeProcessor = PQsetNoticeProcessor,
    .status = PQstatus,
    .transactionStatus = PQtransactionStatus,
    .execute = PQexec,
    .clear = PQclear,
    .reset = PQreset,
    .errorMessage = PQerrorMessage,
};
}
