#pragma once

#include <string>

namespace fledgling::store {

/// What the store asks of the operating system; the only POSIX file of the room.

/// True when the folder of that path (which must exist) lies on a network file system.
[[nodiscard]] bool onNetworkShare(const std::string& path);
/// "user@host, process 123": written beside an open database so that a second program can say who has it.
[[nodiscard]] std::string whoAmI();
/// Flushes a closed file and its folder to the disk. Throws StoreError.
void syncToDisk(const std::string& path);

} // namespace fledgling::store
