#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace fledgling::format {

/// The largest file taken from outside as one piece.
inline constexpr std::uintmax_t LARGEST_FILE = 64ULL * 1024 * 1024;

/// The whole file as it is. FormatError when it cannot be opened or read, is no plain file, or is larger than
/// `limit`.
[[nodiscard]] std::string bytesOf(const std::filesystem::path& file, std::uintmax_t limit = LARGEST_FILE);
/// Writes beside the target first and renames then, so that a full disk never leaves half a file under the
/// name. FormatError when that fails.
void keepBytes(const std::filesystem::path& file, const std::string& bytes);
/// A path in UTF-8, for messages.
[[nodiscard]] std::string shown(const std::filesystem::path& file);

} // namespace fledgling::format
