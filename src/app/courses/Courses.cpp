#include "app/courses/Courses.h"

#include "app/Keep.h"
#include "domain/Refused.h"
#include "format/CourseReader.h"
#include "store/CohortStore.h"
#include "store/Hash.h"

#include <filesystem>
#include <map>

namespace fledgling::app {

using namespace domain;
using store::CohortStore;

namespace {

struct Read {
    format::CourseReading reading;
    format::FileTree files;
};

/// The package with every problem of its files and its contents.
Read readAll(const std::string& path) {
    Read read;
    auto package = format::readPackage(std::filesystem::u8path(path));
    if (!package.files) {
        read.reading.problems = std::move(package.problems);
        return read;
    }
    read.files = std::move(*package.files);
    read.reading = format::readCourse(read.files);
    read.reading.problems.insert(read.reading.problems.end(), package.problems.begin(), package.problems.end());
    format::sortProblems(read.reading.problems);
    return read;
}

std::string digestOf(const std::map<std::string, std::string>& files) {
    std::string all;
    for (const auto& [path, bytes] : files) all += path + "\n" + store::sha256(bytes) + "\n";
    return store::sha256(all);
}

/// The ids of a course's parts with what they say, for comparing two versions.
template <class Part, class Id>
void collect(std::map<std::string, const Part*>& into, const std::string& kind, const std::vector<Part>& parts, Id id) {
    for (const auto& part : parts) into[kind + " " + id(part)] = &part;
}

template <class Part>
void compare(std::vector<CourseDifference>& found, const std::map<std::string, const Part*>& before,
             const std::map<std::string, const Part*>& after) {
    for (const auto& [name, part] : before) {
        const auto it = after.find(name);
        if (it == after.end())
            found.push_back({name, CourseDifference::Kind::Removed, part->title});
        else if (!(*it->second == *part))
            found.push_back({name, CourseDifference::Kind::Changed, it->second->title});
    }
    for (const auto& [name, part] : after)
        if (!before.contains(name)) found.push_back({name, CourseDifference::Kind::Added, part->title});
}

template <class Part, class Id>
void compareParts(std::vector<CourseDifference>& found, const std::string& kind, const std::vector<Part>& before,
                  const std::vector<Part>& after, Id id) {
    std::map<std::string, const Part*> old, fresh;
    collect(old, kind, before, id);
    collect(fresh, kind, after, id);
    compare(found, old, fresh);
}

/// Where the sessions stand that another version has, too: coming and going ones are told by themselves.
std::vector<std::pair<std::string, std::size_t>> placesOf(const Course& course, const Course& other) {
    std::vector<std::pair<std::string, std::size_t>> places;
    for (std::size_t day = 0; day < course.days.size(); ++day)
        for (const auto& one : course.days[day].sessions)
            if (other.session(one.id)) places.emplace_back(one.id, day);
    return places;
}

bool sameDays(const Course& before, const Course& after) {
    const auto titles = [](const Course& course) {
        std::vector<LocalText> all;
        for (const auto& day : course.days) all.push_back(day.title);
        return all;
    };
    return titles(before) == titles(after) && placesOf(before, after) == placesOf(after, before);
}

bool sameFacts(const Course& before, const Course& after) {
    return before.title == after.title && before.posts == after.posts && before.language == after.language &&
           before.morning == after.morning && before.afternoon == after.afternoon && before.workingWeek == after.workingWeek;
}

std::vector<CourseSession> sessionsOf(const Course& course) {
    std::vector<CourseSession> all;
    for (const auto& day : course.days) all.insert(all.end(), day.sessions.begin(), day.sessions.end());
    return all;
}

} // namespace

CourseCheck checkCourse(const std::string& path) {
    auto read = readAll(path);
    return {format::hasErrors(read.reading.problems) ? std::nullopt : std::move(read.reading.course), std::move(read.reading.problems)};
}

PackageRead readCoursePackage(const std::string& path) {
    auto read = readAll(path);
    PackageRead result{nullptr, read.files.files(), std::move(read.reading.problems)};
    if (!format::hasErrors(result.problems) && read.reading.course)
        result.course = std::make_unique<LoadedCourse>(
            LoadedCourse{std::move(*read.reading.course), std::move(read.reading.banks), std::move(read.reading.quizzes),
                         [tree = std::move(read.files)](const std::string& wanted) {
                             const auto* bytes = tree.find(wanted);
                             return bytes ? std::optional(*bytes) : std::nullopt;
                         }});
    return result;
}

std::vector<CourseEntry> coursesOf(Desk& desk) {
    std::vector<CourseEntry> entries;
    for (const auto& one : CohortStore(desk.database, desk.asOf).courses()) entries.push_back({one.course, one.version, one.title});
    return entries;
}

std::vector<CourseEntry> coursesOf(Desk& desk, const std::string& language) {
    auto entries = coursesOf(desk);
    for (auto& one : entries) {
        const Course& course = desk.shelf.course(one.course, one.version);
        one.title = course.title.in(language, course.language);
    }
    return entries;
}

store::ChangeNumber keepCourse(Desk& desk, Verb verb, const char* deed, const Course& course,
                               const std::map<std::string, std::string>& files, const std::string& why) {
    return perform(desk, verb, [&] {
        const CohortStore::CourseVersion version{course.id, course.version, course.title.in(course.language), digestOf(files)};
        for (const auto& stands : CohortStore(desk.database).courses())
            if (stands.course == version.course && stands.version == version.version) {
                if (stands.digest != version.digest) throw Refused(Rule::CourseVersionTaken, {course.id, course.version});
                return Deed{};
            }
        return Deed{deed, CohortStore::facts(version, files), {Topic::Courses}, why, 0, {}};
    });
}

CourseLoad loadCourse(Desk& desk, const std::string& path) {
    requireMay(desk, Verb::LoadCourse);
    auto read = readAll(path);
    CourseLoad load;
    load.problems = std::move(read.reading.problems);
    if (load.refused() || !read.reading.course) return load;
    const Course& course = *read.reading.course;
    load.entry = {course.id, course.version, course.title.in(course.language)};
    load.change = keepCourse(desk, Verb::LoadCourse, "load-course", course, read.files.files(), "");
    return load;
}

std::vector<CourseDifference> differences(const Course& before, const Course& after) {
    const auto byId = [](const auto& part) { return part.id; };
    std::vector<CourseDifference> found;
    compareParts(found, "session", sessionsOf(before), sessionsOf(after), byId);
    compareParts(found, "skill", before.skills, after.skills, byId);
    compareParts(found, "assessment", before.assessments, after.assessments, byId);
    compareParts(found, "criterion", before.readiness, after.readiness, byId);
    compareParts(found, "rule", before.acknowledge, after.acknowledge, [](const CourseRule& rule) { return rule.file; });
    if (!sameFacts(before, after)) found.push_back({"course", CourseDifference::Kind::Changed, {}});
    if (!sameDays(before, after)) found.push_back({"days", CourseDifference::Kind::Changed, {}});
    if (!(before.chatReview == after.chatReview)) found.push_back({"chat_review", CourseDifference::Kind::Changed, {}});
    if (!(before.attendance == after.attendance)) found.push_back({"attendance", CourseDifference::Kind::Changed, {}});
    if (!(before.mentoring == after.mentoring)) found.push_back({"mentoring", CourseDifference::Kind::Changed, {}});
    return found;
}

} // namespace fledgling::app
