#pragma once

#include "domain/Cohort.h"
#include "domain/Course.h"
#include "domain/Quiz.h"
#include "format/CourseTexts.h"
#include "store/Database.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace fledgling::app {

/// A course version as it was loaded into the book: what it says, its question banks, and a way to its files.
struct LoadedCourse {
    domain::Course course;
    std::map<std::string, domain::QuizBank> banks;         ///< by package path
    std::map<std::string, format::QuizByLanguage> quizzes;    ///< inline ones: by course session and language
    /// A picture or film by package path, read when asked for; nothing when the package has none such.
    std::function<std::optional<std::string>(const std::string& path)> file;
};

/// Course versions read from the book, each parsed once: a version in the book never changes.
class CourseShelf {
public:
    explicit CourseShelf(store::Database& database) : m_database(database) {}

    /// Throws Refused(CourseNotLoaded).
    [[nodiscard]] const LoadedCourse& loaded(const std::string& course, const std::string& version);
    [[nodiscard]] const domain::Course& course(const std::string& course, const std::string& version) {
        return loaded(course, version).course;
    }
    [[nodiscard]] const domain::Course& of(const domain::Cohort& cohort) { return course(cohort.course, cohort.version); }

private:
    store::Database& m_database;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<LoadedCourse>> m_loaded;
};

} // namespace fledgling::app
