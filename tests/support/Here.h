#pragma once

#include <filesystem>

namespace fledgling::test {

/// The checkout, and a file of tests/data.
inline std::filesystem::path source() { return FLEDGLING_SOURCE; }
inline std::filesystem::path data(const std::filesystem::path& name) { return source() / "tests/data" / name; }

} // namespace fledgling::test
