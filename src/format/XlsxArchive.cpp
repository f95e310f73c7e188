#include "format/XlsxArchive.h"

#include "format/FormatError.h"

#include <Poco/Exception.h>
#include <Poco/MemoryStream.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

#include <map>

namespace fledgling::format {

namespace {
constexpr std::size_t MOST_PARTS = 2'000;
constexpr std::size_t LARGEST_PART = 32ULL * 1024 * 1024;
constexpr std::size_t LARGEST_TOTAL = 128ULL * 1024 * 1024;

[[noreturn]] void damaged(const std::string& file) { throw FormatError(Fault::WorkbookDamaged, file); }

/// Some writers use backslashes or a leading slash.
std::string plainName(std::string name) {
    for (char& c : name)
        if (c == '\\') c = '/';
    return name.starts_with('/') ? name.substr(1) : name;
}
} // namespace

struct XlsxArchive::Directory {
    explicit Directory(std::string_view bytes)
        : in(bytes.data(), static_cast<std::streamsize>(bytes.size())), zip(in) {
        for (auto it = zip.headerBegin(); it != zip.headerEnd(); ++it)
            parts.emplace(plainName(it->first), &it->second);
    }
    Poco::MemoryInputStream in;
    Poco::Zip::ZipArchive zip;
    std::map<std::string, const Poco::Zip::ZipLocalFileHeader*> parts;
};

XlsxArchive::XlsxArchive(std::string_view bytes, std::string fileName) : m_file(std::move(fileName)) {
    try {
        m_directory = std::make_unique<Directory>(bytes);
    } catch (const Poco::Exception&) {
        damaged(m_file);
    } catch (const std::exception&) {
        damaged(m_file);
    }
    if (m_directory->parts.size() > MOST_PARTS) throw FormatError(Fault::WorkbookTooLarge, m_file);
}

XlsxArchive::~XlsxArchive() = default;

std::optional<std::string> XlsxArchive::part(const std::string& name) {
    const auto found = m_directory->parts.find(name);
    if (found == m_directory->parts.end()) return std::nullopt;
    if (found->second->isEncrypted()) throw FormatError(Fault::WorkbookLocked, m_file);
    std::string content;
    try {
        m_directory->in.clear();
        Poco::Zip::ZipInputStream unpacked(m_directory->in, *found->second);
        char buffer[16384];
        while (unpacked.good()) {
            unpacked.read(buffer, sizeof buffer);
            content.append(buffer, static_cast<std::size_t>(unpacked.gcount()));
            if (content.size() > LARGEST_PART || m_unpacked + content.size() > LARGEST_TOTAL)
                throw FormatError(Fault::WorkbookTooLarge, m_file);
        }
    } catch (const Poco::Exception&) {
        damaged(m_file);
    } catch (const std::ios_base::failure&) {
        damaged(m_file);
    }
    m_unpacked += content.size();
    return content;
}

} // namespace fledgling::format
