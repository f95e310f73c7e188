#include "format/PackageName.h"

#include "domain/Text.h"
#include "format/Utf8.h"

#include <algorithm>
#include <vector>

namespace fledgling::format {

namespace {

bool isPortable(std::string_view path) {
    if (path.empty() || path.size() > 400 || invalidUtf8(path) != std::string_view::npos) return false;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || std::string_view("\\:*?\"<>|").find(c) != std::string_view::npos)
            return false;
    }
    for (const auto& part : domain::split(path, '/'))
        if (part.empty() || part.back() == '.' || part.back() == ' ' || part.front() == ' ') return false;
    return true;
}

bool leaves(std::string_view path) {
    if (path.starts_with('/') || path.starts_with('\\')) return true;
    if (path.size() > 1 && path[1] == ':') return true;
    std::string slashed(path);
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    const auto parts = domain::split(slashed, '/');
    return std::find(parts.begin(), parts.end(), "..") != parts.end();
}

} // namespace

bool isLeftOut(std::string_view path) {
    for (const auto& part : domain::split(path, '/')) {
        if (part.starts_with('.') && part != "." && !part.starts_with("..")) return true;
        if (part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini") return true;
    }
    return false;
}

bool NameCheck::accepts(const std::string& path) {
    if (leaves(path)) {
        m_problems.push_back({ProblemKind::NameLeaves, "", 0, 0, {path}});
        return false;
    }
    if (!isPortable(path)) {
        m_problems.push_back({ProblemKind::NameNotPortable, "", 0, 0, {path}});
        return false;
    }
    const auto [other, isNew] = m_seen.emplace(domain::lowerAscii(path), path);
    if (!isNew) m_problems.push_back({ProblemKind::NameTwice, "", 0, 0, {other->second, path}});
    return isNew;
}

std::optional<std::string> resolved(std::string_view base, std::string_view path) {
    if (path.starts_with('/') || path.starts_with('\\') || (path.size() > 1 && path[1] == ':'))
        return std::nullopt;
    std::vector<std::string> parts = domain::split(base, '/');
    for (const auto& part : domain::split(path, '/')) {
        if (part.empty() || part == ".") continue;
        if (part != "..") {
            parts.push_back(part);
        } else {
            if (parts.empty()) return std::nullopt;
            parts.pop_back();
        }
    }
    return domain::joined(parts, "/");
}

std::string folderOf(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string relativeTo(std::string_view base, std::string_view target) {
    const auto from = domain::split(base, '/'), to = domain::split(target, '/');
    std::size_t same = 0;
    while (same < from.size() && same + 1 < to.size() && from[same] == to[same])
        ++same;
    std::vector<std::string> parts(from.size() - same, "..");
    parts.insert(parts.end(), to.begin() + static_cast<std::ptrdiff_t>(same), to.end());
    return domain::joined(parts, "/");
}

} // namespace fledgling::format
