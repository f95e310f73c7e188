#pragma once

#include "format/Problem.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fledgling::format {

/// The bounds of a package, folder or zip. A zip may not unpack to more than `ratio` times its packed size
/// per file (above `ratioFloor` bytes, so that a short file of blanks passes).
struct PackageLimits {
    std::size_t files = 5000;
    std::size_t bytes = std::size_t{256} << 20U;
    std::size_t ratio = 200;
    std::size_t ratioFloor = std::size_t{1} << 20U;
};

/// The files of a course package: package path ("sessions/d1-am.md") to bytes. Wherever they come from
/// (folder, zip, database), reader and writer only know this.
class FileTree {
public:
    using Files = std::map<std::string, std::string>;

    FileTree() = default;
    explicit FileTree(Files files) : m_files(std::move(files)) {}

    [[nodiscard]] const Files& files() const { return m_files; }
    [[nodiscard]] const std::string* find(const std::string& path) const;
    [[nodiscard]] bool has(const std::string& path) const { return find(path) != nullptr; }
    /// The path that differs from this one only in upper and lower case (ASCII); empty when there is none.
    [[nodiscard]] std::string sameButCase(const std::string& path) const;
    void put(const std::string& path, std::string bytes) { m_files[path] = std::move(bytes); }
    void remove(const std::string& path) { m_files.erase(path); }
    friend bool operator==(const FileTree&, const FileTree&) = default;

private:
    Files m_files;
};

/// A package, or every reason why it was refused as a whole.
struct PackageReading {
    std::optional<FileTree> files;
    Problems problems;
};

/// A folder, or a file with the bytes of a zip. Never throws for what is on the disk.
[[nodiscard]] PackageReading readPackage(const std::filesystem::path& folderOrFile,
                                         const PackageLimits& limits = {});
[[nodiscard]] PackageReading readFolder(const std::filesystem::path& folder,
                                        const PackageLimits& limits = {});
/// A zip whose entries lie in one single folder is read as that folder. Links, encrypted or unknown entries,
/// names that leave the folder, too many, too large: refused whole.
[[nodiscard]] PackageReading readZip(std::string_view bytes, const PackageLimits& limits = {});

/// The same rules over a tree that stays where it is.
[[nodiscard]] Problems checkTree(const FileTree::Files& files, const PackageLimits& limits = {});

/// Writes every file below the folder, making folders as needed; files that are there and not in the tree
/// stay. Throws FormatError when the disk says no or a path of the tree leaves the folder.
void writeFolder(const FileTree& tree, const std::filesystem::path& folder);
/// The bytes of a .course file: the same tree gives the same bytes.
[[nodiscard]] std::string zipOf(const FileTree& tree);

/// The bytes of one file; nothing when it cannot be read or is larger than limit.
[[nodiscard]] std::optional<std::string> bytesOfFile(const std::filesystem::path& file, std::size_t limit);

} // namespace fledgling::format
