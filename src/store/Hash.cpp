#include "store/Hash.h"

#include <Poco/DigestEngine.h>
#include <Poco/SHA2Engine.h>
#include <Poco/UUID.h>
#include <Poco/UUIDGenerator.h>

#include <algorithm>

namespace fledgling::store {

std::string sha256(std::string_view bytes) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
    engine.update(bytes.data(), bytes.size());
    return Poco::DigestEngine::digestToHex(engine.digest());
}

std::string randomUuid() { return Poco::UUIDGenerator::defaultGenerator().createRandom().toString(); }

std::string salt() {
    std::string hex = randomUuid();
    std::erase(hex, '-');
    return hex;
}

} // namespace fledgling::store
