#pragma once

#include <memory>
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
    ~XlsxArchive();
    XlsxArchive(const XlsxArchive&) = delete;
    XlsxArchive& operator=(const XlsxArchive&) = delete;

    /// The unpacked part, or nothing when there is none of that name ("xl/workbook.xml"). FormatError when it
    /// is damaged, encrypted, larger than 32 MiB, or when all parts asked for together pass 128 MiB.
    [[nodiscard]] std::optional<std::string> part(const std::string& name);

private:
    struct Directory;
    std::unique_ptr<Directory> m_directory;
    std::string m_file;
    std::size_t m_unpacked = 0;
};

} // namespace fledgling::format
