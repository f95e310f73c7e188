#include "format/Yaml.h"

#include "format/Packages.h"
#include "format/Utf8.h"

#include <gtest/gtest.h>

namespace fledgling::test {
namespace {

using namespace format;
using Told = std::vector<std::string>;

Told toldOf(const std::string& yaml) { return told(readYaml(yaml, "f").problems); }

/// The text of the first entry.
std::string first(const std::string& yaml) {
    const auto reading = readYaml(yaml, "f");
    EXPECT_EQ(told(reading.problems), Told{});
    return reading.root && !reading.root->entries.empty() ? reading.root->entries[0].value.text : "";
}

TEST(Yaml, WhatTrainersRightlyWriteIsNoSlip) {
    EXPECT_EQ(first("a: 时间：七点"), "时间：七点");
    EXPECT_EQ(first("a: it's \"so\""), "it's \"so\"");
    EXPECT_EQ(first("a: 'it''s'"), "it's");
    EXPECT_EQ(first("a: \"x \\\" y\" # \"comment"), "x \" y");
    EXPECT_EQ(first("a: \"over\n  two lines\""), "over two lines");
    EXPECT_EQ(first("a: over\n  two lines"), "over two lines");
    EXPECT_EQ(first("a: |\n  note：x\n  b:c\n  \"open\n"), "note：x\nb:c\n\"open\n");
    EXPECT_EQ(first("a: >-\n  x\n  y\nb: 1"), "x y");
    EXPECT_EQ(first("a: 12:30-13:00"), "12:30-13:00");
    EXPECT_EQ(first("a: http://x.y/z"), "http://x.y/z");
    EXPECT_EQ(first("a: x # note：y"), "x");
    EXPECT_EQ(first("a: 50% - \"half\""), "50% - \"half\"");
    EXPECT_EQ(first("\"a\": {b: c}\n"), "");
    EXPECT_EQ(toldOf("a: [\n  b,\n  {c: d,\n   e: f}\n  ]\nb: {}\n"), Told{});
    EXPECT_EQ(toldOf("# only a comment\n"), Told{});
    EXPECT_EQ(toldOf("---\na: b\n"), Told{});
    EXPECT_EQ(toldOf("a:\n- b: c\n  d: e\n-\n  f: g\n"), Told{});
    EXPECT_EQ(toldOf("a: b\n# \tcomment\n\t\n"), Told{});
}

TEST(Yaml, PlacesCountCharactersAndStartAtTheFilesLine) {
    const auto reading = readYaml("标题: {一: \"二\", 三: 四}\n", "f", 10);
    ASSERT_TRUE(reading.root);
    const auto& entry = reading.root->entries.at(0);
    EXPECT_EQ(entry.line, 10);
    EXPECT_EQ(entry.value.entries.at(0).value.column, 9);
    EXPECT_EQ(entry.value.entries.at(1).column, 14);
    EXPECT_EQ(readYaml("a: b\na: c\n", "f", 10).problems.at(0).line, 11);
}

TEST(Yaml, SixtyFourLevelsAreAllowedAndNotOneMore) {
    EXPECT_EQ(toldOf(std::string(64, '[') + std::string(64, ']')), Told{});
    EXPECT_EQ(readYaml(std::string(65, '[') + std::string(65, ']'), "f").problems.at(0).kind,
              ProblemKind::TooDeep);
}

TEST(Yaml, AnEmptyTextIsNothingAtAll) {
    EXPECT_FALSE(readYaml("", "f").root);
    EXPECT_EQ(toldOf(""), Told{});
}

TEST(Yaml, AFaultyBlockIsNamedAndTheRestIsRead) {
    const auto reading = readYaml("a: 1\nb:\n  - [x\n  - y: ]\nc: 3\n", "f");
    ASSERT_TRUE(reading.root);
    EXPECT_EQ(reading.leftOut, std::set<std::string>{"b"});
    ASSERT_EQ(reading.root->entries.size(), 2U);
    EXPECT_EQ(reading.root->entries[1].value.text, "3");
    EXPECT_EQ(reading.root->entries[1].line, 5);
}

TEST(Utf8, OverlongFormsSurrogatesAndCutSequencesAreInvalid) {
    EXPECT_EQ(invalidUtf8("客服 é 😀"), std::string_view::npos);
    for (const std::string bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80", "\xE5\xAE", "\x80", "\xFF"})
        EXPECT_EQ(invalidUtf8("ab" + bad), 2U);
}

TEST(Nearest, IsTheWordThatWasMeantOrNone) {
    const std::vector<std::string> keys{"minutes", "title", "films", "materials"};
    EXPECT_EQ(nearest("minuets", keys), "minutes");
    EXPECT_EQ(nearest("tilte", keys), "title");
    EXPECT_EQ(nearest("film", keys), "films");
    EXPECT_EQ(nearest("whatever", keys), "");
    EXPECT_EQ(nearest("x", keys), "");
}

} // namespace
} // namespace fledgling::test
