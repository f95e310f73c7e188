#include "Require.h"
#include "format/CourseReader.h"
#include "format/CourseWriter.h"
#include "format/Markdown.h"
#include "format/Utf8.h"
#include "format/quiz/InlineQuiz.h"

#include <cstdint>

using namespace fledgling;

namespace {

/// What the window may be handed: no tag that runs, no address that leads out.
void checkHtml(const std::string& html) {
    for (const char* bad : {"<script", "<iframe", "<object", "href=\"javascript", "href=\"data",
                            "href=\"file", "href=\"/", "src=\"http", "src=\"/", "=\"../"})
        fuzz::require(html.find(bad) == std::string::npos, bad);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    format::Problems problems;
    if (const auto text = format::textOf(bytes, "sessions/one.md", problems)) {
        checkHtml(format::toHtml(*text, "sessions/one.md"));
        static_cast<void>(format::linksOf(*text));
        const auto lesson = format::withoutQuiz(*text);
        fuzz::require(format::readInlineQuiz(lesson, "f").questions.empty(), "a lesson holds no quiz");
    }
    const format::FileTree tree({{"course.yaml", "id: x\nversion: \"1\"\ntitle: x\ndays:\n  - sessions:\n    "
                                                 "  - {id: one, when: morning, file: sessions/one.md}\n"},
                                 {"sessions/one.md", bytes},
                                 {"sessions/one.en.md", "---\ntitle: One\n---\nText.\n"},
                                 {"media/a.png", ""}});
    const auto reading = format::readCourse(tree);
    for (const auto& problem : reading.problems)
        static_cast<void>(problem.text());
    if (!reading.ok()) return 0;
    const auto written = format::writeCourse(*reading.course, tree);
    const auto again = format::readCourse(written);
    fuzz::require(again.course == reading.course, "a session reads back the same");
    fuzz::require(again.quizzes == reading.quizzes, "its quiz too");
    return 0;
}
