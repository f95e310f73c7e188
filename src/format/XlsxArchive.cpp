#include "format/XlsxArchive.h"

#include "format/FormatError.h"
#include "format/ZipLayout.h"

#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>

#include <algorithm>

// Poco::Zip::ZipArchive allocates whatever size a hostile directory claims, so the directory is read here and
// only inflating is Poco's. Layout: PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16 and 4.5.3.

namespace fledgling::format {

namespace {

constexpr std::size_t MOST_PARTS = 2'000;
constexpr std::size_t LARGEST_PART = 32ULL * 1024 * 1024;
constexpr std::size_t LARGEST_TOTAL = 128ULL * 1024 * 1024;

constexpr std::size_t LONGEST_COMMENT = 65'535;
constexpr unsigned ENCRYPTED = 1;
constexpr std::uint64_t IN_EXTRA_FIELD = 0xFFFFFFFF; ///< the real value stands in the Zip64 extra field
constexpr int RAW_DEFLATE = -15;

[[noreturn]] void damaged(const std::string& file) { throw FormatError(Fault::WorkbookDamaged, file); }

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint64_t value = 0;
    for (std::size_t i = length; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// Some writers use backslashes or a leading slash.
std::string plainName(std::string name) {
    std::replace(name.begin(), name.end(), '\\', '/');
    return name.starts_with('/') ? name.substr(1) : name;
}

/// The 64-bit values of the Zip64 extra field, in the order in which their 32-bit places overflowed.
class Zip64Values {
public:
    explicit Zip64Values(std::string_view extra) {
        while (extra.size() >= 4) {
            const auto id = number(extra, 0, 2), length = number(extra, 2, 2);
            if (extra.size() < 4 + length) return;
            if (id == 1) m_values = extra.substr(4, length);
            extra.remove_prefix(4 + length);
        }
    }
    std::uint64_t real(std::uint64_t value) {
        if (value != IN_EXTRA_FIELD || m_values.size() < 8) return value;
        value = number(m_values, 0, 8);
        m_values.remove_prefix(8);
        return value;
    }

private:
    std::string_view m_values;
};

} // namespace

XlsxArchive::XlsxArchive(std::string_view bytes, std::string fileName)
    : m_bytes(bytes), m_file(std::move(fileName)) {
    readDirectory();
}

void XlsxArchive::readDirectory() {
    const std::size_t tail =
        m_bytes.size() > END_SIZE + LONGEST_COMMENT ? m_bytes.size() - END_SIZE - LONGEST_COMMENT : 0;
    const auto found = m_bytes.substr(tail).rfind("PK\x05\x06");
    if (found == std::string_view::npos || m_bytes.size() - tail - found < END_SIZE) damaged(m_file);
    const std::size_t end = tail + found;
    const auto count = number(m_bytes, end + 10, 2);
    if (count > MOST_PARTS) throw FormatError(Fault::WorkbookTooLarge, m_file);
    std::uint64_t at = number(m_bytes, end + 16, 4);
    for (std::uint64_t i = 0; i < count; ++i) {
        if (at > m_bytes.size() || m_bytes.size() - at < CENTRAL_SIZE) damaged(m_file);
        const auto header = m_bytes.substr(at);
        const auto nameLength = number(header, 28, 2), extraLength = number(header, 30, 2);
        const auto commentLength = number(header, 32, 2);
        const auto whole = CENTRAL_SIZE + nameLength + extraLength + commentLength;
        if (!header.starts_with("PK\x01\x02") || header.size() < whole) damaged(m_file);
        Zip64Values zip64(header.substr(CENTRAL_SIZE + nameLength, extraLength));
        Entry entry{static_cast<unsigned>(number(header, 8, 2)), static_cast<unsigned>(number(header, 10, 2)),
                    0, 0};
        (void)zip64.real(number(header, 24, 4)); // the unpacked size comes first and is never believed
        entry.packed = zip64.real(number(header, 20, 4));
        entry.offset = zip64.real(number(header, 42, 4));
        m_entries.emplace(plainName(std::string(header.substr(CENTRAL_SIZE, nameLength))), entry);
        at += whole;
    }
}

std::string_view XlsxArchive::packedBytes(const Entry& entry) const {
    if (entry.offset > m_bytes.size() || m_bytes.size() - entry.offset < LOCAL_SIZE) damaged(m_file);
    const auto local = m_bytes.substr(entry.offset);
    if (!local.starts_with("PK\x03\x04")) damaged(m_file);
    const auto start = LOCAL_SIZE + number(local, 26, 2) + number(local, 28, 2);
    if (start > local.size() || local.size() - start < entry.packed) damaged(m_file);
    return local.substr(start, entry.packed);
}

std::string XlsxArchive::inflated(std::string_view packed) const {
    std::string content;
    try {
        Poco::MemoryInputStream in(packed.data(), static_cast<std::streamsize>(packed.size()));
        Poco::InflatingInputStream unpacked(in, RAW_DEFLATE);
        char buffer[16384];
        while (unpacked.good()) {
            unpacked.read(buffer, sizeof buffer);
            content.append(buffer, static_cast<std::size_t>(unpacked.gcount()));
            if (content.size() > LARGEST_PART) break;
        }
        if (unpacked.bad()) damaged(m_file);
    } catch (const Poco::Exception&) {
        damaged(m_file);
    }
    return content;
}

std::optional<std::string> XlsxArchive::part(const std::string& name) {
    const auto found = m_entries.find(name);
    if (found == m_entries.end()) return std::nullopt;
    const Entry& entry = found->second;
    if ((entry.flags & ENCRYPTED) != 0) throw FormatError(Fault::WorkbookLocked, m_file);
    if (entry.method != STORED && entry.method != DEFLATED) damaged(m_file);
    const auto packed = packedBytes(entry);
    if (entry.method == STORED && packed.size() > LARGEST_PART)
        throw FormatError(Fault::WorkbookTooLarge, m_file);
    std::string content = entry.method == STORED ? std::string(packed) : inflated(packed);
    m_unpacked += content.size();
    if (content.size() > LARGEST_PART || m_unpacked > LARGEST_TOTAL)
        throw FormatError(Fault::WorkbookTooLarge, m_file);
    return content;
}

} // namespace fledgling::format
