#include "format/YamlEdit.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace fledgling::format::test {
namespace {

const std::string TEXT = R"(# the head stays
id: small   # with this
title: {en: Small, zh-CN: 小}

# the days
days:
  # first
  - title: One
    sessions:
      - {id: a, when: morning} # early
      # late
      - {id: b, when: afternoon}
  - sessions:
      - {id: c, when: morning}
skills:
  - id: s
    title: S
)";

std::string after(const std::function<void(YamlEdit&)>& change) {
    YamlEdit edit(TEXT);
    EXPECT_TRUE(edit.readable());
    change(edit);
    EXPECT_TRUE(edit.readable()) << edit.text();
    return edit.text();
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

TEST(YamlEdits, ChangeTheLineOfTheValueAndKeepItsComment) {
    EXPECT_EQ(after([](auto& edit) { edit.set({"id"}, yamlText("other")); }), replaced(TEXT, "id: small   # with this", "id: other # with this"));
    EXPECT_EQ(after([](auto& edit) { edit.set({"title", "en"}, yamlText("a: b")); }), replaced(TEXT, "en: Small", "en: \"a: b\""));
    EXPECT_EQ(after([](auto& edit) { edit.set({"days", "0", "sessions", "0", "when"}, yamlText("afternoon")); }),
              replaced(TEXT, "{id: a, when: morning} # early", "{id: a, when: afternoon} # early"));
    EXPECT_EQ(after([](auto& edit) { edit.set({"skills", "0", "need"}, yamlText("alone")); }), TEXT + "    need: alone\n");
    EXPECT_EQ(after([](auto& edit) { edit.set({"mentoring", "days"}, yamlText("3")); }), TEXT + "mentoring: {days: 3}\n");
}

TEST(YamlEdits, TakeACommentAboveAnItemWithIt) {
    EXPECT_EQ(after([](auto& edit) { edit.remove({"days", "0", "sessions", "1"}); }),
              replaced(TEXT, "      # late\n      - {id: b, when: afternoon}\n", ""));
    const auto swapped = after([](auto& edit) { edit.exchange({"days", "0", "sessions", "1"}, {"days", "1", "sessions", "0"}); });
    EXPECT_NE(swapped.find("# early\n      - {id: c, when: morning}\n  - sessions:\n      # late\n      - {id: b"), std::string::npos) << swapped;
    const auto days = after([](auto& edit) { edit.exchange({"days", "0"}, {"days", "1"}); });
    EXPECT_NE(days.find("days:\n  - sessions:\n      - {id: c, when: morning}\n  # first\n  - title: One"), std::string::npos) << days;
}

TEST(YamlEdits, AListThatGetsEmptyStaysAndAMapGoes) {
    EXPECT_NE(after([](auto& edit) { edit.remove({"skills", "0"}); }).find("skills: []\n"), std::string::npos);
    const auto again = after([](auto& edit) {
        edit.remove({"skills", "0"});
        edit.insert({"skills"}, 9, yamlMap({{"id", yamlText("t")}}));
    });
    EXPECT_NE(again.find("skills:\n  - {id: t}\n"), std::string::npos) << again;
    EXPECT_EQ(after([](auto& edit) {
                  edit.remove({"title", "en"});
                  edit.remove({"title", "zh-CN"});
              }),
              replaced(TEXT, "title: {en: Small, zh-CN: 小}\n", ""));
}

TEST(YamlEdits, KeepASingleValueThatStandsForAList) {
    YamlEdit text("a: x\n");
    text.insert({"a"}, 1, yamlText("y"));
    EXPECT_EQ(text.text(), "a: [\"x\", \"y\"]\n");
    YamlEdit map("a:\n  id: x\n");
    map.insert({"a"}, 0, yamlMap({{"id", yamlText("y")}}));
    EXPECT_EQ(map.text(), "a:\n  - {id: \"y\"}\n  - {id: \"x\"}\n");
}

TEST(YamlEdits, LeaveABrokenTextAlone) {
    YamlEdit edit("a: [1\nb: 2\n");
    EXPECT_FALSE(edit.readable());
    edit.set({"b"}, yamlText("3"));
    EXPECT_EQ(edit.text(), "a: [1\nb: 2\n");
}

TEST(YamlEdits, KeepTheLineEndsThereAre) {
    YamlEdit edit("a: 1\r\nb: 2\r\n");
    edit.set({"b"}, yamlText("3"));
    EXPECT_EQ(edit.text(), "a: 1\r\nb: 3\r\n");
}

TEST(YamlEdits, GiveBackWhatWasSet) {
    rc::check("any text at any place", [](const std::string& any) {
        std::string text;
        for (const char c : any)
            if (c >= ' ' && c <= '~') text += c;
        YamlEdit edit(TEXT);
        const auto path = *rc::gen::elementOf(std::vector<YamlPath>{{"id"}, {"title", "en"}, {"days", "0", "title"}, {"days", "1", "title"},
                                                                    {"days", "1", "sessions", "0", "hours"}, {"skills", "0", "about", "en"}, {"new", "key"}});
        edit.set(path, yamlText(text));
        RC_ASSERT(edit.readable());
        RC_ASSERT(edit.find(path) != nullptr);
        RC_ASSERT(edit.find(path)->text == text);
        RC_ASSERT(edit.find({"days", "0", "sessions", "1", "id"})->text == "b");
    });
}

} // namespace
} // namespace fledgling::format::test
