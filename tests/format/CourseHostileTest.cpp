#include "format/CourseReader.h"
#include "format/Markdown.h"
#include "format/Packages.h"

#include <gtest/gtest.h>

// Each of these took minutes, or all memory, before a bound was put where it belongs. A test that hangs fails
// by the suite's own time limit; no duration is asserted.

namespace fledgling::test {
namespace {

using namespace format;

constexpr std::size_t SIZE = 400000;

std::string repeated(const std::string& piece, const std::string& before = "",
                     const std::string& after = "") {
    std::string text = before;
    while (text.size() + piece.size() + after.size() < SIZE)
        text += piece;
    return text + after;
}

TEST(Hostile, LongCourseFilesAreReadToTheEnd) {
    for (const auto& yaml :
         {repeated("["),
          repeated("{"),
          repeated("- "),
          repeated("a: "),
          repeated("? "),
          repeated("a:b,", "x: {", "}"),
          repeated("'"),
          repeated("\"\n"),
          repeated("a\n", "x: \"", "\""),
          repeated("k: v\n"),
          repeated("x", "k: "),
          repeated("&a "),
          repeated("*a\n"),
          repeated("!a "),
          repeated("---\n"),
          repeated("\t"),
          repeated(" "),
          repeated("\n"),
          repeated("：", "a"),
          repeated("a：", "{"),
          repeated("[a, ", "x: "),
          repeated("#"),
          repeated("|\n"),
          repeated("- {id: a, when: morning, file: nowhere.md}\n", "days:\n- sessions:\n")})
        EXPECT_FALSE(readCourse(withFile("course.yaml", yaml)).ok());
}

TEST(Hostile, NamesThatNobodyDefinesAreCountedNotGuessed) {
    std::string ids, names;
    for (int i = 0; i < 8000; ++i) {
        ids += "  - {id: skill-" + std::to_string(i) + ", title: t}\n";
        names += "skyll-" + std::to_string(i) + ", ";
    }
    const auto reading =
        readCourse(withCourse("  - {id: signed, measure: skills_signed, skills: [greeting]}",
                              "  - {id: signed, measure: skills_signed, skills: [" + names + "x]}"));
    EXPECT_GT(reading.problems.size(), 8000U);
    auto tree = withCourse("skills:\n", "skills:\n" + ids);
    EXPECT_TRUE(readCourse(tree).ok());
}

TEST(Hostile, LongSessionTextsAreReadToTheEnd) {
    for (const auto& text : {repeated("[]("),
                             repeated("[](<"),
                             repeated("["),
                             repeated("!["),
                             repeated("`"),
                             repeated("``a"),
                             repeated("[a](b) "),
                             repeated("> "),
                             repeated("* "),
                             repeated("*a_"),
                             repeated("<"),
                             repeated("<a:"),
                             repeated("|a", "", "\n|-|\n"),
                             repeated("|\n", "|a|b|\n|-|-|\n"),
                             repeated("1. [ ] a\n", "## Quiz\n"),
                             repeated("- [x] a\n", "## Quiz\n1. a\n"),
                             repeated("#"),
                             repeated("---\n"),
                             repeated("&#x41;"),
                             repeated("\\"),
                             repeated("[a]: b\n"),
                             repeated("[a][a]", "[a]: b\n\n")}) {
        static_cast<void>(readCourse(withFile("sessions/two.md", text)));
        EXPECT_LT(toHtml(text, "sessions/two.md").size(), 20 * SIZE);
    }
}

TEST(Hostile, LongBanksAreReadToTheEnd) {
    for (const auto& gift : {repeated("{"),
                             repeated("}"),
                             repeated("="),
                             repeated("~", "{"),
                             repeated("=a~", "{", "}"),
                             repeated("#", "{", "}"),
                             repeated("::"),
                             repeated("\\n"),
                             repeated("\\"),
                             repeated("$\\neq", "", "{}"),
                             repeated("[id:", "// "),
                             repeated("->=", "{", "}"),
                             repeated("%50%", "{~", "}"),
                             repeated("q {T}\n\n"),
                             repeated("// c\n"),
                             repeated("$CATEGORY: a\n\n"),
                             repeated("*a", "{=", "}"),
                             repeated("0\n"),
                             repeated("＝", "{", "}"),
                             repeated("<", "", "{}")})
        static_cast<void>(readCourse(withFile("quizzes/final.gift", gift)));
}

} // namespace
} // namespace fledgling::test
