#include "domain/practical/PracticalSheet.h"

#include "domain/Refused.h"

#include <rapidcheck/gtest.h>

namespace fledgling::domain {
namespace {

LocalText words(const char* english) { return LocalText{{{"en", english}}}; }

/// Ten items on a scale of three, of which the last two are critical.
Assessment check() {
    Assessment one;
    one.id = "desk";
    one.kind = AssessmentKind::Practical;
    one.passPercent = 80;
    one.scale = {words("not yet"), words("with help"), words("alone")};
    for (int i = 0; i < 10; ++i)
        one.items.push_back({"i" + std::to_string(i), words(("Item " + std::to_string(i)).c_str()), i >= 8});
    return one;
}

std::map<std::string, ItemMark> allBest() {
    std::map<std::string, ItemMark> marks;
    for (const auto& item : check().items)
        marks[item.id] = {2, ""};
    return marks;
}

Rule refused(const std::map<std::string, ItemMark>& marks, std::vector<std::string>& names) {
    try {
        requireComplete(check(), marks, "en", "en");
    } catch (const Refused& refused) {
        names = refused.arguments();
        return refused.rule();
    }
    return Rule::Unknown;
}

TEST(PracticalSheet, EnoughAtTheBestStepPasses) {
    auto marks = allBest();
    EXPECT_TRUE(outcomeOf(check(), marks).passed);
    marks["i0"].step = 1;
    marks["i1"].step = 0;
    EXPECT_TRUE(outcomeOf(check(), marks).passed) << "8 of 10 are 80 %";
    EXPECT_EQ(outcomeOf(check(), marks).percent(), 80);
    marks["i2"].step = 1;
    EXPECT_FALSE(outcomeOf(check(), marks).passed);
}

TEST(PracticalSheet, OneCriticalItemBelowTheBestMeansNotYetWhateverTheSum) {
    auto marks = allBest();
    marks["i9"].step = 1;
    const auto outcome = outcomeOf(check(), marks);
    EXPECT_EQ(outcome.percent(), 90);
    EXPECT_EQ(outcome.critical, (std::vector<std::string>{"i9"}));
    EXPECT_FALSE(outcome.passed);
}

TEST(PracticalSheet, AnItemWithoutItsStepIsNotPassed) {
    auto marks = allBest();
    marks.erase("i3");
    EXPECT_EQ(outcomeOf(check(), marks).unmarked, (std::vector<std::string>{"i3"}));
    EXPECT_FALSE(outcomeOf(check(), marks).passed);
    std::vector<std::string> names;
    EXPECT_EQ(refused(marks, names), Rule::ItemsUnmarked);
    EXPECT_EQ(names, (std::vector<std::string>{"Item 3"}));
}

TEST(PracticalSheet, BelowTheBestStepNeedsAWordOnWhatWasSeen) {
    auto marks = allBest();
    marks["i4"].step = 1;
    std::vector<std::string> names;
    EXPECT_EQ(refused(marks, names), Rule::EvidenceMissing);
    EXPECT_EQ(names, (std::vector<std::string>{"Item 4"}));
    marks["i4"].evidence = "needed a hint";
    EXPECT_NO_THROW(requireComplete(check(), marks, "en", "en"));
}

TEST(PracticalSheet, ItemsAndStepsOfAnotherCheckAreRefused) {
    EXPECT_THROW((void)checkedMark(check(), "other", {0, ""}), Refused);
    EXPECT_THROW((void)checkedMark(check(), "i1", {3, ""}), Refused);
    EXPECT_THROW((void)checkedMark(check(), "i1", {-1, ""}), Refused);
    EXPECT_EQ(checkedMark(check(), "i1", {1, "  a hint "}), (ItemMark{1, "a hint"}));
}

TEST(PracticalSheet, NotYetIsOnlyKeptWithAWordOnWhatIsMissing) {
    const auto refusal = [](const ItemSeen& seen, const ItemMark& before) {
        try {
            (void)checkedMark(check(), "i9", seen, before);
        } catch (const Refused& refused) {
            return refused.rule();
        }
        return Rule::Unknown;
    };
    EXPECT_EQ(refusal({0, {}}, {}), Rule::EvidenceMissing);
    EXPECT_EQ(refusal({1, "  "}, {}), Rule::EvidenceMissing);
    EXPECT_EQ(refusal({1, ""}, {0, "too late"}), Rule::EvidenceMissing) << "words are not taken away from a not yet";
    EXPECT_EQ(refusal({2, {}}, {}), Rule::Unknown) << "the best step speaks for itself";
    EXPECT_EQ(refusal({1, {}}, {0, "too late"}), Rule::Unknown);
}

TEST(PracticalSheet, AnotherStepKeepsTheWordsUnlessOthersAreGiven) {
    const ItemMark before{0, "too late"};
    EXPECT_EQ(checkedMark(check(), "i1", {1, {}}, before), (ItemMark{1, "too late"}));
    EXPECT_EQ(checkedMark(check(), "i1", {1, "a hint"}, before), (ItemMark{1, "a hint"}));
    EXPECT_EQ(checkedMark(check(), "i1", {2, ""}, before), (ItemMark{2, ""}));
}

TEST(PracticalSheet, WhatWasMissingGoesOnceTheItemIsAtItsBest) {
    EXPECT_EQ(checkedMark(check(), "i1", {2, {}}, {0, "too late"}), (ItemMark{2, ""}));
    EXPECT_EQ(checkedMark(check(), "i1", {2, "better now"}, {0, "too late"}), (ItemMark{2, "better now"}));
    EXPECT_EQ(checkedMark(check(), "i1", {2, {}}, {2, "very calm"}), (ItemMark{2, "very calm"})) << "said of the best step";
}

RC_GTEST_PROP(PracticalSheet, ABetterStepNeverMakesThingsWorse, ()) {
    std::map<std::string, ItemMark> marks;
    for (const auto& item : check().items)
        marks[item.id] = {*rc::gen::inRange(0, 3), "seen"};
    const auto before = outcomeOf(check(), marks);
    auto& raised = std::next(marks.begin(), *rc::gen::inRange(0, 10))->second;
    RC_PRE(raised.step < 2);
    ++raised.step;
    const auto after = outcomeOf(check(), marks);
    RC_ASSERT(after.best >= before.best);
    RC_ASSERT(after.critical.size() <= before.critical.size());
    RC_ASSERT(after.passed || !before.passed);
}

} // namespace
} // namespace fledgling::domain
