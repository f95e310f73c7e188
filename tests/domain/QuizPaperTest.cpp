#include "domain/QuizPaper.h"

#include "People.h"
#include "domain/Refused.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

namespace fledgling::domain {
namespace {

Question single(const std::string& id, const std::string& category = "") {
    Question one;
    one.type = QuestionType::Single;
    one.id = id;
    one.category = category;
    one.answers = {{{"right"}, FULL_MARK, "", {}}, {{"wrong"}, 0, "", {}}, {{"other"}, 0, "", {}}};
    return one;
}

Question open(const std::string& id) {
    Question one;
    one.type = QuestionType::Open;
    one.id = id;
    return one;
}

QuizBank bankOf(int first, int second) {
    QuizBank bank;
    for (int i = 0; i < first; ++i)
        bank.questions.push_back(single("a" + std::to_string(i), "day 1"));
    for (int i = 0; i < second; ++i)
        bank.questions.push_back(single("b" + std::to_string(i), "day 2"));
    Question text;
    text.type = QuestionType::Description;
    text.id = "text";
    bank.questions.push_back(text);
    return bank;
}

Paper paperOf(std::vector<std::string> questions) {
    Paper paper;
    paper.questions = std::move(questions);
    return paper;
}

TEST(QuizPaper, TheSameSeedDrawsTheSamePaperEverywhere) {
    Assessment quiz;
    quiz.draw = 5;
    // Worked out by another program: whoever draws otherwise draws another paper than was kept.
    const auto paper = drawn(bankOf(4, 4), quiz, 20261127);
    EXPECT_EQ(paper, drawn(bankOf(4, 4), quiz, 20261127));
    EXPECT_EQ(paper, (std::vector<std::string>{"a3", "b3", "a0", "b1", "b0"}));
}

TEST(QuizPaper, TopicsHaveTheirShareAndDescriptionsAreNotAsked) {
    Assessment quiz;
    quiz.draw = 6;
    quiz.topics = {{"day 2", 4}};
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const auto paper = drawn(bankOf(9, 5), quiz, seed);
        ASSERT_EQ(paper.size(), 6u);
        EXPECT_GE(std::count_if(paper.begin(), paper.end(), [](const auto& key) { return key[0] == 'b'; }),
                  4);
        EXPECT_EQ(std::count(paper.begin(), paper.end(), "text"), 0);
    }
}

TEST(QuizPaper, WithoutADrawEveryQuestionIsAsked) { EXPECT_EQ(drawn(bankOf(3, 2), {}, 1).size(), 5u); }

RC_GTEST_PROP(QuizPaperProperty, NoQuestionIsAskedTwice, (std::uint32_t seed)) {
    Assessment quiz;
    quiz.draw = *rc::gen::inRange(1, 20);
    quiz.topics = {{"day 1", *rc::gen::inRange(0, 4)}};
    const auto bank = bankOf(6, 6);
    const auto paper = drawn(bank, quiz, seed);
    RC_ASSERT(std::set<std::string>(paper.begin(), paper.end()).size() == paper.size());
    RC_ASSERT(paper.size() == std::min<std::size_t>(12, static_cast<std::size_t>(quiz.draw)));
}

RC_GTEST_PROP(QuizPaperProperty, WhatIsShownGoesToTheBankAndBack, (std::uint32_t seed)) {
    Question one = single("one");
    one.type = *rc::gen::element(QuestionType::Single, QuestionType::Multiple, QuestionType::Ordering);
    const auto order = shownOrder(one, seed, *rc::gen::inRange<std::size_t>(0, 30));
    std::vector<std::size_t> all{2, 0, 1};
    RC_ASSERT(asShown(asBank(all, order), order) == Response(all));
    std::sort(all.begin(), all.end());
    RC_ASSERT(std::is_permutation(order.begin(), order.end(), all.begin(), all.end()));
    if (one.type == QuestionType::Ordering) RC_ASSERT(order != all);
}

TEST(QuizPaper, AnIdTwoQuestionsHaveNamesNeither) {
    QuizBank bank;
    bank.questions = {single("x"), single("x"), single("y"), single("")};
    EXPECT_EQ(questionKeys(bank), (std::vector<std::string>{"#1", "#2", "y", "#4"}));
    EXPECT_EQ(questionOf(bank, "y"), &bank.questions[2]);
    EXPECT_EQ(questionOf(bank, "x"), nullptr);
}

TEST(QuizPaper, AnOptionThatIsNotThereIsRefused) {
    EXPECT_REFUSED((void)asBank(std::vector<std::size_t>{3}, {2, 0, 1}), Rule::UnknownQuestion);
}

TEST(QuizPaper, TheLastMillisecondStillCounts) {
    Paper paper;
    paper.begun = {1000};
    EXPECT_FALSE(paper.over({1'000'000'000})) << "no limit";
    paper.minutes = 1;
    EXPECT_FALSE(paper.over({61'000}));
    EXPECT_TRUE(paper.over({61'001}));
}

TEST(QuizPaper, PairsAreAnsweredInPartUntilEachHasItsPartner) {
    using Partners = std::vector<std::string>;
    EXPECT_FALSE(isPartial(Partners{"", "", ""}, 3)) << "blank is not in part";
    EXPECT_TRUE(isPartial(Partners{"", "b", ""}, 3));
    EXPECT_TRUE(isPartial(Partners{"a", "b"}, 3));
    EXPECT_FALSE(isPartial(Partners{"a", "b", "a"}, 3));
    EXPECT_FALSE(isPartial(std::string("a word"), 0)) << "only pairs can be answered in part";
}

TEST(QuizPaper, AnOpenAnswerWaitsAndABlankOneDoesNot) {
    QuizBank bank;
    bank.questions = {single("a"), open("o"), open("p")};
    const auto paper = paperOf({"o", "a", "p"});
    const std::map<std::string, Response> answers{{"a", std::vector<std::size_t>{0}},
                                                  {"o", std::string("I would ask")}};
    const auto before = marked(paper, bank, answers, {});
    EXPECT_EQ(before.waiting(), 1);
    EXPECT_EQ(before.fractions[0], std::nullopt);
    EXPECT_EQ(before.fractions[2], 0) << "left blank";
    const auto after = marked(paper, bank, answers, {{"o", FULL_MARK / 2}});
    EXPECT_EQ(after.waiting(), 0);
    EXPECT_EQ(after.percent(), 50);
}

TEST(QuizPaper, AHairBelowThePassMarkIsBelowButThirdsAddUp) {
    Marking fours;
    fours.fractions.assign(4, FULL_MARK);
    fours.fractions.emplace_back(0);
    EXPECT_EQ(fours.percent(), 80);
    fours.fractions[0] = FULL_MARK - 100;
    EXPECT_EQ(fours.percent(), 79);
    Marking thirds;
    thirds.fractions = {33333, 66666};
    EXPECT_EQ(thirds.percent(), 50);
    Marking none;
    none.fractions.assign(3, 0);
    EXPECT_EQ(none.percent(), 0);
}

TEST(QuizPaper, OnlyWhatReadinessAsksForIsNoPractice) {
    Course course;
    Criterion asks;
    asks.measure = Measure::AssessmentPassed;
    asks.assessment = "final";
    course.readiness = {asks};
    EXPECT_FALSE(isPractice(course, "final"));
    EXPECT_TRUE(isPractice(course, "practice"));
}

} // namespace
} // namespace fledgling::domain
