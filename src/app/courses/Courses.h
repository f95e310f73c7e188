#pragma once

#include "app/Desk.h"
#include "app/courses/CourseShelf.h"
#include "domain/Roles.h"
#include "format/Problem.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// What checking a package on disk found; nothing is kept.
struct CourseCheck {
    std::optional<domain::Course> course; ///< nothing while an error stands
    format::Problems problems;            ///< errors and warnings, by file and line
};
[[nodiscard]] CourseCheck checkCourse(const std::string& path);

/// A package read from disk with everything in it, or why not.
struct PackageRead {
    std::unique_ptr<LoadedCourse> course; ///< nothing while an error stands
    std::map<std::string, std::string> files; ///< whatever could be read, also with errors
    format::Problems problems;
};
[[nodiscard]] PackageRead readCoursePackage(const std::string& path);

/// Which course version is in the book.
struct CourseEntry {
    std::string course;
    std::string version;
    std::string title;
};
[[nodiscard]] std::vector<CourseEntry> coursesOf(Desk& desk);
/// The same, titled in that language where the course has it.
[[nodiscard]] std::vector<CourseEntry> coursesOf(Desk& desk, const std::string& language);

/// What loading a package did.
struct CourseLoad {
    store::ChangeNumber change = 0; ///< 0: that version with the same contents is in the book already
    CourseEntry entry;
    format::Problems problems;      ///< when there are errors nothing was kept
    [[nodiscard]] bool refused() const { return format::hasErrors(problems); }
};
/// Reads a folder or .course file and keeps it as a version. Refused(CourseVersionTaken) when that version stands with
/// other contents: a running cohort keeps what it started with.
CourseLoad loadCourse(Desk& desk, const std::string& path);

/// Keeps files that were read as that course as a version of it, for a verb that has made them, and gives the change;
/// 0 and Refused(CourseVersionTaken) as loadCourse.
store::ChangeNumber keepCourse(Desk& desk, domain::Verb verb, const char* deed, const domain::Course& course,
                               const std::map<std::string, std::string>& files, const std::string& why);

/// A changed date between two versions of a course, or a part added or gone, in the course's own ids.
struct CourseDifference {
    std::string part;  ///< "session d1-am", "skill greeting", "criterion attended"
    enum class Kind { Added, Removed, Changed } kind = Kind::Changed;
    domain::LocalText title; ///< of the part; empty where the course has only one of its kind
};
[[nodiscard]] std::vector<CourseDifference> differences(const domain::Course& before, const domain::Course& after);

} // namespace fledgling::app
