#pragma once

#include "format/Problem.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace fledgling::format {

/// The file of a package in which everything but the texts stands.
inline constexpr const char* COURSE_FILE = "course.yaml";

/// True for names that are left out without a word: hidden files and what systems leave behind.
[[nodiscard]] bool isLeftOut(std::string_view path);

/// Looks at the names of a package as they come by and notes what is wrong with them.
class NameCheck {
public:
    explicit NameCheck(Problems& problems) : m_problems(problems) {}
    /// True when the name may stand in a package.
    bool accepts(const std::string& path);

private:
    Problems& m_problems;
    std::map<std::string, std::string> m_seen; ///< folded to lower case -> as written
};

/// Where a path leads that stands in a text of folder `base` ("sessions"), with '.' and '..' worked out;
/// nothing when it leaves the package. An absolute path or one with a drive leaves it.
[[nodiscard]] std::optional<std::string> resolved(std::string_view base, std::string_view path);
/// "sessions/d1.md" -> "sessions"; empty at the top.
[[nodiscard]] std::string folderOf(std::string_view path);
/// How to write `target` in a text that stands in folder `base`: "../media/a.png".
[[nodiscard]] std::string relativeTo(std::string_view base, std::string_view target);

} // namespace fledgling::format
