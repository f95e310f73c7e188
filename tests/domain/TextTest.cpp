#include "domain/Text.h"

#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

TEST(Text, LengthCountsCharactersNotBytes) {
    EXPECT_EQ(lengthOf("客服"), 2U);
    EXPECT_EQ(lengthOf("Müller"), 6U);
    EXPECT_EQ(lengthOf("𠮷"), 1U);
    EXPECT_EQ(lengthOf(""), 0U);
}

TEST(Text, TheIdeographicSpaceIsTrimmedToo) {
    EXPECT_EQ(trimmed("\t　 张三　\r\n"), "张三");
    EXPECT_EQ(trimmed("李　四"), "李　四");
    EXPECT_EQ(trimmed("　 "), "");
}

TEST(Text, ALineHasNoLineBreaks) {
    EXPECT_EQ(line(" a\nb\tc ", "name"), "a b c");
    EXPECT_EQ(line("", "name"), "");
}

TEST(Text, ALineOfTwoHundredChineseCharactersFitsAndOneMoreIsRefused) {
    std::string text;
    for (int i = 0; i < LINE_LIMIT; ++i)
        text += "字";
    EXPECT_EQ(line(text, "name"), text);
    try {
        (void)line(text + "字", "name");
        FAIL() << "too long, and taken";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.rule(), Rule::TextTooLong);
        EXPECT_EQ(refused.arguments(), (std::vector<std::string>{"name", "200"}));
    }
}

TEST(Text, ANoteKeepsItsLines) {
    EXPECT_EQ(note(" a\nb ", "note"), "a\nb");
    EXPECT_THROW((void)note(std::string(NOTE_LIMIT + 1, 'x'), "note"), Refused);
}

TEST(Text, FullWidthSignsHaveTheirAsciiTwins) {
    EXPECT_EQ(halfWidth("ＫＦ－００７　～！"), "KF-007 ~!");
    EXPECT_EQ(halfWidth("a\xC2\xA0" "b"), "a b");
    EXPECT_EQ(halfWidth("中文，。"), "中文,。");
    EXPECT_EQ(halfWidth("１，２", [](char c) { return c >= '0' && c <= '9'; }), "1，2");
    EXPECT_EQ(halfWidth("\xEF\xBC"), "\xEF\xBC") << "a text cut off stays as it is";
}

TEST(Text, LowerCaseIsOfAsciiLettersOnly) { EXPECT_EQ(lowerAscii("KF-ÄB 中A"), "kf-Äb 中a"); }

TEST(Text, AReasonOfBlanksIsNone) {
    EXPECT_THROW((void)reason("　 \n"), Refused);
    EXPECT_EQ(reason(" because "), "because");
}

TEST(Text, SplitAndJoinedAreOpposites) {
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_TRUE(split("", ',').empty());
    EXPECT_EQ(joined({"a", "b"}, ", "), "a, b");
    EXPECT_EQ(joined({}, ", "), "");
}

} // namespace
} // namespace fledgling::domain
