#include "format/FileTree.h"

#include "domain/Text.h"
#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "format/PackageName.h"

#include <fstream>
#include <system_error>

namespace fledgling::format {

namespace fs = std::filesystem;

namespace {

std::string packagePath(const fs::path& file, const fs::path& folder) {
    const auto text = file.lexically_relative(folder).generic_u8string();
    return {text.begin(), text.end()};
}

PackageReading refused(Problems problems) {
    sortProblems(problems);
    return {std::nullopt, std::move(problems)};
}

/// Collects one folder's files; stops reading, not looking, once a bound is passed.
class FolderWalk {
public:
    FolderWalk(const fs::path& folder, const PackageLimits& limits) : m_folder(folder), m_limits(limits) {}

    PackageReading walk() {
        std::error_code failed;
        fs::recursive_directory_iterator at(m_folder, failed);
        if (failed) unreadable(m_folder, failed.message());
        while (!failed && at != fs::recursive_directory_iterator() && !m_full) {
            look(*at, at);
            at.increment(failed);
            if (failed) unreadable(m_folder, failed.message());
        }
        if (!m_problems.empty()) return refused(std::move(m_problems));
        return {FileTree(std::move(m_files)), {}};
    }

private:
    void look(const fs::directory_entry& entry, fs::recursive_directory_iterator& at) {
        std::error_code failed;
        const auto status = entry.symlink_status(failed);
        const std::string path = packagePath(entry.path(), m_folder);
        const bool isFolder = !failed && fs::is_directory(status);
        if (isLeftOut(path)) {
            if (isFolder) at.disable_recursion_pending();
            return;
        }
        if (isFolder) {
            if (at.depth() > 30) unreadable(entry.path(), "folders are nested too deeply");
            if (at.depth() > 30) at.disable_recursion_pending();
            return;
        }
        if (failed || !fs::is_regular_file(status)) {
            m_problems.push_back({ProblemKind::LinkInPackage, "", 0, 0, {path}});
            return;
        }
        if (m_names.accepts(path)) take(entry.path(), path);
    }

    void take(const fs::path& file, const std::string& path) {
        if (m_files.size() >= m_limits.files) {
            m_problems.push_back({ProblemKind::TooManyFiles, "", 0, 0, {std::to_string(m_limits.files)}});
            m_full = true;
            return;
        }
        std::error_code failed;
        const auto size = fs::file_size(file, failed);
        if (!failed && size > m_limits.bytes - m_bytes) {
            m_problems.push_back(
                {ProblemKind::PackageTooBig, "", 0, 0, {std::to_string(m_limits.bytes >> 20U)}});
            m_full = true;
            return;
        }
        auto bytes = bytesOfFile(file, m_limits.bytes - m_bytes);
        if (!bytes) return unreadable(file, "it cannot be opened");
        m_bytes += bytes->size();
        m_files.emplace(path, std::move(*bytes));
    }

    void unreadable(const fs::path& file, const std::string& why) {
        m_problems.push_back({ProblemKind::PackageUnreadable, "", 0, 0, {shown(file), why}});
    }

    fs::path m_folder;
    PackageLimits m_limits;
    Problems m_problems;
    NameCheck m_names{m_problems};
    FileTree::Files m_files;
    std::size_t m_bytes = 0;
    bool m_full = false;
};

} // namespace

const std::string* FileTree::find(const std::string& path) const {
    const auto it = m_files.find(path);
    return it == m_files.end() ? nullptr : &it->second;
}

std::string FileTree::sameButCase(const std::string& path) const {
    const auto wanted = domain::lowerAscii(path);
    for (const auto& [name, bytes] : m_files)
        if (name != path && name.size() == path.size() && domain::lowerAscii(name) == wanted) return name;
    return {};
}

std::optional<std::string> bytesOfFile(const fs::path& file, std::size_t limit) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::string bytes;
    char block[65536];
    while (in) {
        in.read(block, sizeof block);
        bytes.append(block, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit) return std::nullopt;
    }
    if (in.bad()) return std::nullopt;
    return bytes;
}

PackageReading readFolder(const fs::path& folder, const PackageLimits& limits) {
    return FolderWalk(folder, limits).walk();
}

PackageReading readPackage(const fs::path& folderOrFile, const PackageLimits& limits) {
    std::error_code failed;
    const auto status = fs::status(folderOrFile, failed);
    if (!failed && fs::is_directory(status)) return readFolder(folderOrFile, limits);
    const auto problem = [&](ProblemKind kind, const std::string& why) {
        return refused({{kind, "", 0, 0, {shown(folderOrFile), why}}});
    };
    if (failed || !fs::exists(status)) return problem(ProblemKind::PackageUnreadable, "it doesn't exist");
    if (!fs::is_regular_file(status)) return problem(ProblemKind::NotAPackage, "");
    const auto bytes = bytesOfFile(folderOrFile, limits.bytes);
    if (!bytes) return problem(ProblemKind::PackageUnreadable, "it cannot be opened or is too large");
    if (!bytes->starts_with("PK")) return problem(ProblemKind::NotAPackage, "");
    return readZip(*bytes, limits);
}

Problems checkTree(const FileTree::Files& files, const PackageLimits& limits) {
    Problems problems;
    NameCheck names(problems);
    std::size_t bytes = 0;
    for (const auto& [path, content] : files) {
        names.accepts(path);
        bytes += content.size();
    }
    if (files.size() > limits.files)
        problems.push_back({ProblemKind::TooManyFiles, "", 0, 0, {std::to_string(limits.files)}});
    if (bytes > limits.bytes)
        problems.push_back({ProblemKind::PackageTooBig, "", 0, 0, {std::to_string(limits.bytes >> 20U)}});
    return problems;
}

void writeFolder(const FileTree& tree, const fs::path& folder) {
    Problems problems;
    NameCheck names(problems);
    for (const auto& [path, bytes] : tree.files())
        if (!names.accepts(path))
            throw FormatError(path, 0, 0, problems.back().what(), problems.back().instead());
    for (const auto& [path, bytes] : tree.files()) {
        const fs::path file = folder / fs::path(std::u8string(path.begin(), path.end()));
        std::error_code failed;
        fs::create_directories(file.parent_path(), failed);
        keepBytes(file, bytes);
    }
}

} // namespace fledgling::format
