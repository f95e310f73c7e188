#include "store/Postgres.h"
#include "store/StoreError.h"

#include <Poco/Exception.h>
#include <Poco/SharedLibrary.h>

#include <filesystem>

namespace fledgling::store {

namespace {

/// In the build tree as where it is installed.
std::string libraryPath() {
    std::error_code none;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", none);
    const auto name = "fledgling-postgres" + Poco::SharedLibrary::suffix();
    return (program.parent_path().parent_path() / "lib" / "fledgling" / name).string();
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
