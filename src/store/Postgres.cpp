#include "store/Postgres.h"

#include "store/Installation.h"
#include "store/StoreError.h"

#include <Poco/Exception.h>
#include <Poco/SharedLibrary.h>

namespace fledgling::store {

namespace {

/// In the build tree as where it is installed.
std::string libraryPath() {
    return (installation() / "lib" / "fledgling" / ("fledgling-postgres" + Poco::SharedLibrary::suffix())).string();
}

} // namespace

const PostgresClient& postgresClientIn(const std::string& path) {
    try {
        // Never unloaded: sessions of the kind it registered may outlive whoever asked.
        Poco::SharedLibrary library(path);
        return *static_cast<const PostgresClient*>(library.getSymbol(POSTGRES_CLIENT));
    } catch (const Poco::Exception& missing) {
        throw StoreError(Trouble::NoClient, path, missing.displayText());
    }
}

const PostgresClient& postgresClient() {
    static const auto& loaded = postgresClientIn(libraryPath());
    return loaded;
}

} // namespace fledgling::store
