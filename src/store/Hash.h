#pragma once

#include <string>
#include <string_view>

namespace fledgling::store {

/// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
[[nodiscard]] std::string sha256(std::string_view bytes);
/// 32 random hex digits.
[[nodiscard]] std::string salt();
/// A random UUID, version 4.
[[nodiscard]] std::string randomUuid();

} // namespace fledgling::store
