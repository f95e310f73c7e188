#pragma once

#include <filesystem>

namespace fledgling::store {

/// Where the running program stands: the folder that holds bin/, lib/ and share/, of an installation as of the build tree.
/// Empty where the system doesn't say.
[[nodiscard]] std::filesystem::path installation();

} // namespace fledgling::store
