#include "domain/Text.h"
#include "format/FileTree.h"
#include "format/PackageName.h"
#include "format/Utf8.h"
#include "format/ZipLayout.h"

#include <Poco/Checksum.h>
#include <Poco/DeflatingStream.h>
#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>

#include <cstdint>
#include <sstream>

// Poco's own unpacker drops hostile entries in silence and has no size limit, so the directory of a zip is
// read here and only the (de)compression is Poco's. Layout: PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12
// and 4.3.16.

namespace fledgling::format {

namespace {

constexpr std::uint32_t LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;
constexpr std::uint16_t UTF8_NAMES = 0x0800;
constexpr std::uint16_t FIRST_DAY = 0x0021; ///< 1980-01-01: the date is not part of a course

std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                      (static_cast<unsigned char>(bytes[at + 1]) << 8U));
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return u16(bytes, at) | (static_cast<std::uint32_t>(u16(bytes, at + 2)) << 16U);
}

std::uint32_t crcOf(const std::string& bytes) {
    Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
    for (std::size_t at = 0; at < bytes.size(); at += 1U << 30U)
        sum.update(bytes.data() + at,
                   static_cast<unsigned>(std::min<std::size_t>(bytes.size() - at, 1U << 30U)));
    return sum.checksum();
}

struct Entry {
    std::string name;
    std::uint16_t flags = 0, method = 0;
    std::uint32_t crc = 0, packed = 0, size = 0, attributes = 0, offset = 0;
    std::uint16_t madeBy = 0;
    [[nodiscard]] bool isFolder() const { return name.ends_with('/'); }
    /// The Unix mode says link, device, pipe or socket.
    [[nodiscard]] bool isSpecial() const {
        const auto type = (attributes >> 16U) & 0170000U;
        const auto system = madeBy >> 8U;
        return (system == 3 || system == 19) && type != 0 && type != 0100000U && type != 0040000U;
    }
};

class ZipReader {
public:
    ZipReader(std::string_view bytes, const PackageLimits& limits) : m_bytes(bytes), m_limits(limits) {}

    PackageReading read() {
        if (directory() && bounds()) unpack();
        if (m_problems.empty()) return {FileTree(withoutSingleFolder()), {}};
        sortProblems(m_problems);
        return {std::nullopt, std::move(m_problems)};
    }

private:
    bool problem(ProblemKind kind, std::string argument) {
        m_problems.push_back({kind, "", 0, 0, {std::move(argument)}});
        return false;
    }
    bool broken(const std::string& why) { return problem(ProblemKind::ZipBroken, why); }

    bool directory() {
        const auto end = endRecord();
        if (end == std::string_view::npos) return broken("its directory is missing");
        const std::size_t count = u16(m_bytes, end + 10), size = u32(m_bytes, end + 12),
                          start = u32(m_bytes, end + 16);
        if (u16(m_bytes, end + 4) != 0 || u16(m_bytes, end + 6) != 0)
            return broken("it is one part of several");
        if (start > end || size > end - start) return broken("its directory lies outside it");
        if (count > m_limits.files * 2)
            return problem(ProblemKind::TooManyFiles, std::to_string(m_limits.files));
        std::size_t at = start;
        for (std::size_t i = 0; i < count; ++i)
            if (!entryAt(at, start + size)) return broken("its directory is cut short");
        // Entries that are there and not counted would be seen by another program.
        if (at != end || u16(m_bytes, end + 8) != count)
            return broken("its directory is longer than it says");
        return true;
    }

    /// The end record stands at the very end, before a comment of at most 65,535 bytes.
    [[nodiscard]] std::size_t endRecord() const {
        if (m_bytes.size() < END_SIZE) return std::string_view::npos;
        const std::size_t last = m_bytes.size() - END_SIZE;
        const std::size_t first = last > 65535 ? last - 65535 : 0;
        for (std::size_t at = last + 1; at-- > first;)
            if (u32(m_bytes, at) == END && at + END_SIZE + u16(m_bytes, at + 20) == m_bytes.size()) return at;
        return std::string_view::npos;
    }

    bool entryAt(std::size_t& at, std::size_t end) {
        if (at + CENTRAL_SIZE > end || u32(m_bytes, at) != CENTRAL) return false;
        const std::size_t nameSize = u16(m_bytes, at + 28), extra = u16(m_bytes, at + 30),
                          comment = u16(m_bytes, at + 32);
        const std::size_t next = at + CENTRAL_SIZE + nameSize + extra + comment;
        if (next > end) return false;
        Entry entry;
        entry.madeBy = u16(m_bytes, at + 4);
        entry.flags = u16(m_bytes, at + 8);
        entry.method = u16(m_bytes, at + 10);
        entry.crc = u32(m_bytes, at + 16);
        entry.packed = u32(m_bytes, at + 20);
        entry.size = u32(m_bytes, at + 24);
        entry.attributes = u32(m_bytes, at + 38);
        entry.offset = u32(m_bytes, at + 42);
        entry.name = std::string(m_bytes.substr(at + CENTRAL_SIZE, nameSize));
        m_entries.push_back(std::move(entry));
        at = next;
        return true;
    }

    /// Everything that can be refused before a single byte is unpacked.
    bool bounds() {
        NameCheck names(m_problems);
        std::size_t files = 0, bytes = 0;
        for (const auto& entry : m_entries) {
            if (entry.isSpecial()) {
                problem(ProblemKind::LinkInPackage, entry.name);
                continue;
            }
            const auto bare = entry.isFolder() ? entry.name.substr(0, entry.name.size() - 1) : entry.name;
            if (isLeftOut(bare) || !names.accepts(bare) || entry.isFolder()) continue;
            ++files;
            bytes += entry.size;
            checkMethod(entry);
        }
        if (files > m_limits.files) problem(ProblemKind::TooManyFiles, std::to_string(m_limits.files));
        if (bytes > m_limits.bytes)
            problem(ProblemKind::PackageTooBig, std::to_string(m_limits.bytes >> 20U));
        return m_problems.empty();
    }

    void checkMethod(const Entry& entry) {
        if ((entry.flags & 0x2041U) != 0) problem(ProblemKind::ZipEncrypted, entry.name);
        if (entry.method != STORED && entry.method != DEFLATED) problem(ProblemKind::ZipMethod, entry.name);
        if (entry.packed == 0xFFFFFFFFU || entry.size == 0xFFFFFFFFU)
            problem(ProblemKind::ZipMethod, entry.name);
        if (entry.size > m_limits.ratioFloor && entry.size / m_limits.ratio > entry.packed)
            problem(ProblemKind::ZipBomb, entry.name);
    }

    void unpack() {
        for (const auto& entry : m_entries) {
            if (!headersAgree(entry)) {
                broken(entry.name + " is called otherwise inside");
                return;
            }
            if (entry.isFolder() || isLeftOut(entry.name)) continue;
            auto bytes = contentOf(entry);
            if (!bytes) return;
            m_files.emplace(entry.name, std::move(*bytes));
        }
    }

    /// Two programs must not see two different packages in one zip.
    [[nodiscard]] bool headersAgree(const Entry& entry) const {
        if (entry.offset > m_bytes.size() || m_bytes.size() - entry.offset < LOCAL_SIZE) return false;
        if (u32(m_bytes, entry.offset) != LOCAL) return false;
        if (entry.isFolder() && entry.size != 0) return false;
        const std::size_t nameSize = u16(m_bytes, entry.offset + 26);
        return m_bytes.substr(entry.offset + LOCAL_SIZE, nameSize) == entry.name;
    }

    std::optional<std::string> contentOf(const Entry& entry) {
        const auto broke = [&] {
            broken(entry.name + " cannot be unpacked");
            return std::nullopt;
        };
        const std::size_t nameSize = u16(m_bytes, entry.offset + 26);
        const std::size_t begin = entry.offset + LOCAL_SIZE + nameSize + u16(m_bytes, entry.offset + 28);
        if (begin > m_bytes.size() || m_bytes.size() - begin < entry.packed) return broke();
        const auto packed = m_bytes.substr(begin, entry.packed);
        auto bytes =
            entry.method == STORED ? std::optional(std::string(packed)) : inflated(packed, entry.size);
        if (!bytes || bytes->size() != entry.size || crcOf(*bytes) != entry.crc) return broke();
        return bytes;
    }

    /// Never more than the size that the directory promised and bounds() allowed.
    static std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
        try {
            Poco::MemoryInputStream in(packed.data(), static_cast<std::streamsize>(packed.size()));
            Poco::InflatingInputStream inflating(in, -15);
            std::string bytes;
            char block[65536];
            while (inflating && bytes.size() <= size) {
                inflating.read(block, sizeof block);
                bytes.append(block, static_cast<std::size_t>(inflating.gcount()));
            }
            if (inflating.bad()) return std::nullopt;
            return bytes;
        } catch (const Poco::Exception&) {
            return std::nullopt;
        } catch (const std::ios_base::failure&) {
            return std::nullopt;
        }
    }

    /// Zipping the folder itself instead of its contents is the usual slip.
    FileTree::Files withoutSingleFolder() {
        if (m_files.empty() || m_files.contains(COURSE_FILE)) return std::move(m_files);
        const auto slash = m_files.begin()->first.find('/');
        if (slash == std::string::npos) return std::move(m_files);
        const auto prefix = m_files.begin()->first.substr(0, slash + 1);
        FileTree::Files inner;
        for (auto& [path, bytes] : m_files) {
            if (!path.starts_with(prefix)) return std::move(m_files);
            inner.emplace(path.substr(prefix.size()), bytes);
        }
        return inner;
    }

    std::string_view m_bytes;
    PackageLimits m_limits;
    Problems m_problems;
    std::vector<Entry> m_entries;
    FileTree::Files m_files;
};

void put16(std::string& out, std::size_t value) {
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>((value >> 8U) & 0xFFU);
}

void put32(std::string& out, std::size_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, (value >> 16U) & 0xFFFFU);
}

/// Films and pictures hold nothing that could still be saved, and trying takes a second for 20 MiB.
bool isPacked(const std::string& path) {
    const auto name = domain::lowerAscii(path);
    for (const std::string_view ending : {".webm", ".mp4", ".ogv", ".mkv", ".png", ".jpg", ".jpeg", ".gif", ".pdf"})
        if (name.ends_with(ending)) return true;
    return false;
}

std::string deflated(const std::string& bytes) {
    std::ostringstream out;
    Poco::DeflatingOutputStream deflating(out, -15, 9);
    deflating.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    deflating.close();
    return out.str();
}

/// What local header and directory say alike, from "version needed" to the length of the extra field.
std::string commonHeader(const std::string& path, const std::string& bytes, std::size_t packed,
                         std::size_t method) {
    std::string header;
    put16(header, 20);
    put16(header, UTF8_NAMES);
    put16(header, method);
    put16(header, 0);
    put16(header, FIRST_DAY);
    put32(header, crcOf(bytes));
    put32(header, packed);
    put32(header, bytes.size());
    put16(header, path.size());
    put16(header, 0);
    return header;
}

} // namespace

PackageReading readZip(std::string_view bytes, const PackageLimits& limits) {
    return ZipReader(bytes, limits).read();
}

std::string zipOf(const FileTree& tree) {
    std::string zip, directory;
    for (const auto& [path, bytes] : tree.files()) {
        std::string packed = isPacked(path) ? bytes : deflated(bytes);
        const bool smaller = packed.size() < bytes.size();
        if (!smaller) packed = bytes;
        const auto header = commonHeader(path, bytes, packed.size(), smaller ? DEFLATED : STORED);
        put32(directory, CENTRAL);
        put16(directory, 20);
        directory += header;
        put16(directory, 0); // comment
        put16(directory, 0); // disk
        put16(directory, 0); // internal attributes
        put32(directory, 0); // external attributes
        put32(directory, zip.size());
        directory += path;
        put32(zip, LOCAL);
        zip += header + path + packed;
    }
    const std::size_t start = zip.size();
    zip += directory;
    put32(zip, END);
    put32(zip, 0); // this disk, disk of the directory
    put16(zip, tree.files().size());
    put16(zip, tree.files().size());
    put32(zip, directory.size());
    put32(zip, start);
    put16(zip, 0);
    return zip;
}

} // namespace fledgling::format
