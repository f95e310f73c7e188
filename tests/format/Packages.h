#pragma once

#include "format/CourseReader.h"
#include "format/FileTree.h"

#include <string>
#include <vector>

namespace fledgling::test {

/// A small course without a fault: two sessions, a skill, a quiz, a practical, a rule, criteria of every
/// kind.
[[nodiscard]] format::FileTree goodPackage();
/// The good package with one text of course.yaml replaced; fails the test when it isn't there.
[[nodiscard]] format::FileTree withCourse(const std::string& old, const std::string& now);
/// The good package with one file put in its place.
[[nodiscard]] format::FileTree withFile(const std::string& path, const std::string& text);

/// "file:line:column: what; instead" of every problem.
[[nodiscard]] std::vector<std::string> told(const format::Problems& problems);
[[nodiscard]] std::vector<std::string> told(const format::FileTree& tree);

} // namespace fledgling::test
