#include "Require.h"
#include "format/CourseReader.h"
#include "format/CourseWriter.h"

#include <cstdint>

using namespace fledgling;

namespace {

/// The files that the corpus names.
format::FileTree packageWith(std::string yaml) {
    return format::FileTree({{"course.yaml", std::move(yaml)},
                             {"sessions/one.md", "# One\n\nText.\n"},
                             {"sessions/one.en.md", "# One\n\nText.\n"},
                             {"sessions/two.md", "# Two\n\nText.\n"},
                             {"rules/conduct.md", "# Rules\n\nText.\n"},
                             {"quizzes/final.gift", "a {T}\n\nb {F}\n"}});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto tree = packageWith({reinterpret_cast<const char*>(data), size});
    const auto reading = format::readCourse(tree);
    fuzz::require(reading.ok() == !format::hasErrors(reading.problems),
                  "a course is there unless an error stands");
    for (const auto& problem : reading.problems)
        static_cast<void>(problem.text());
    if (!reading.ok()) return 0;
    const auto written = format::writeCourse(*reading.course, tree);
    const auto again = format::readCourse(written);
    fuzz::require(again.course == reading.course, "a course reads back the same");
    fuzz::require(format::writeCourse(*again.course, written) == written,
                  "writing twice gives the same bytes");
    return 0;
}
