#include "format/FileBytes.h"

#include "format/FormatError.h"

#include <fstream>
#include <system_error>

namespace fledgling::format {

std::string shown(const std::filesystem::path& file) {
    const auto text = file.u8string();
    return {text.begin(), text.end()};
}

std::string bytesOf(const std::filesystem::path& file, std::uintmax_t limit) {
    std::error_code failed;
    const auto status = std::filesystem::status(file, failed);
    if (failed || !std::filesystem::exists(status)) throw FormatError(Fault::FileMissing, shown(file));
    if (!std::filesystem::is_regular_file(status)) throw FormatError(Fault::NotAFile, shown(file));
    const auto size = std::filesystem::file_size(file, failed);
    if (failed || size > limit) throw FormatError(Fault::FileTooLarge, shown(file));
    std::ifstream in(file, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (in) in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in && size > 0) throw FormatError(Fault::FileUnreadable, shown(file));
    bytes.resize(static_cast<std::size_t>(size > 0 ? in.gcount() : 0));
    return bytes;
}

void keepBytes(const std::filesystem::path& file, const std::string& bytes) {
    auto beside = file;
    beside += ".part";
    std::error_code failed;
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out) failed = std::make_error_code(std::errc::io_error);
    }
    if (!failed) std::filesystem::rename(beside, file, failed);
    if (!failed) return;
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    throw FormatError(Fault::FileNotWritten, shown(file));
}

} // namespace fledgling::format
