#pragma once

#include <filesystem>
#include <string>

namespace fledgling::store {

/// What the store asks of the operating system; Ground.cpp is the only POSIX file of the room.

/// The file of a UTF-8 name: a narrow string would be read in the system's code page on Windows.
[[nodiscard]] inline std::filesystem::path pathOf(const std::string& utf8) {
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

/// True when the folder of that path (which must exist) lies on a network file system.
[[nodiscard]] bool onNetworkShare(const std::string& path);
/// "user@host, process 123": written beside an open database so that a second program can say who has it.
[[nodiscard]] std::string whoAmI();
/// Flushes a closed file and its folder to the disk. Throws StoreError.
void syncToDisk(const std::string& path);

} // namespace fledgling::store
