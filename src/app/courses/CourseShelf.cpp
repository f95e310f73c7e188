#include "app/courses/CourseShelf.h"

#include "domain/Refused.h"
#include "format/CourseReader.h"
#include "store/CohortStore.h"

namespace fledgling::app {

const LoadedCourse& CourseShelf::loaded(const std::string& course, const std::string& version) {
    auto& slot = m_loaded[{course, version}];
    if (slot) return *slot;
    auto texts = store::CohortStore(m_database).texts(course, version);
    auto reading = texts.empty() ? format::CourseReading{} : format::readCourse(format::FileTree(std::move(texts)));
    // What is in the book was read without an error before it was kept; a reader grown stricter since mustn't lock it out.
    if (!reading.course) {
        m_loaded.erase({course, version});
        throw domain::Refused(domain::Rule::CourseNotLoaded, {course, version});
    }
    auto file = [this, course, version](const std::string& path) {
        return store::CohortStore(m_database).file(course, version, path);
    };
    slot = std::make_unique<LoadedCourse>(
        LoadedCourse{std::move(*reading.course), std::move(reading.banks), std::move(reading.quizzes), std::move(file)});
    return *slot;
}

} // namespace fledgling::app
