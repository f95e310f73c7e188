#include "app/Words.h"

#include <gtest/gtest.h>

namespace fledgling::app::test {
namespace {

TEST(AFileThatCantBeRead, IsToldInWholeSentences) {
    const format::FormatError missing(format::Fault::FileMissing, "none.csv", 0, 0, "");
    EXPECT_EQ(sentence(missing, english()), "none.csv: The file doesn't exist. Check the name and the folder.");
    const format::FormatError about(format::Fault::FileMissing, "none.csv", 0, 0, "x");
    EXPECT_EQ(sentence(about, english()), "none.csv: The file doesn't exist (x). Check the name and the folder.");
}

TEST(AFileThatCantBeRead, IsToldInChineseWithoutABlankBetween) {
    const format::FormatError missing(format::Fault::FileMissing, "", 0, 0, "");
    const Tongue chinese = [](const char* message) -> std::string {
        return std::string(message).starts_with("The file") ? "文件不存在。" : "请检查文件名。";
    };
    EXPECT_EQ(sentence(missing, chinese), "文件不存在。请检查文件名。");
}

TEST(AProblemOfACourse, NamesItsPartInTheLanguageSpoken) {
    const format::Problem problem{format::ProblemKind::MisspeltKey, "course.yaml", 34, 1, {"skillz", "the course", "skills"}};
    EXPECT_TRUE(sentence(problem, english()).starts_with("the course has no key 'skillz'"));
    const Tongue chinese = [](const char* message) { return std::string(message) == "the course" ? "整个课程" : std::string(message); };
    EXPECT_TRUE(sentence(problem, chinese).starts_with("整个课程 has no key 'skillz'")) << sentence(problem, chinese);
}

} // namespace
} // namespace fledgling::app::test
