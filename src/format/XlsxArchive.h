#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fledgling::format {

/// The parts of an Office Open XML file. Nothing is ever written to disk; each part is counted while it is
/// unpacked, whatever size its directory claims.
class XlsxArchive {
public:
    /// `bytes` must outlive the archive. FormatError when they are no zip file or hold more than 2,000 parts.
    XlsxArchive(std::string_view bytes, std::string fileName);

    /// The unpacked part, or nothing when there is none of that name ("xl/workbook.xml"). FormatError when it
    /// is damaged, encrypted, larger than 32 MiB, or when all parts asked for together pass 128 MiB.
    [[nodiscard]] std::optional<std::string> part(const std::string& name);

private:
    struct Entry {
        unsigned flags = 0, method = 0;
        std::uint64_t packed = 0, offset = 0;
    };
    void readDirectory();
    [[nodiscard]] std::string_view packedBytes(const Entry& entry) const;
    [[nodiscard]] std::string inflated(std::string_view packed) const;

    std::string_view m_bytes;
    std::string m_file;
    std::map<std::string, Entry> m_entries;
    std::size_t m_unpacked = 0;
};

} // namespace fledgling::format
