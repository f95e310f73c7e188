#include "domain/ItemFigures.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

Question single() {
    Question one;
    one.type = QuestionType::Single;
    one.answers = {{{"right"}, FULL_MARK, "", {}}, {{"near"}, 0, "", {}}, {{"never"}, 0, "", {}}};
    return one;
}

ItemAnswer of(bool right, double rest, std::size_t chosen) {
    return {right ? FULL_MARK : 0, rest, std::vector<std::size_t>{chosen}};
}

// By hand: items 1 1 0 1 0 (mean 0.6), rests 0.9 0.8 0.4 0.6 0.5 (mean 0.64). Products of the distances sum
// to 0.38, squares to 1.2 and 0.172; 0.38 / sqrt(1.2 * 0.172) = 0.83643.
TEST(ItemFigures, EqualTheOnesComputedByHand) {
    const auto figures = figuresOf(single(), {of(true, 0.9, 0), of(true, 0.8, 0), of(false, 0.4, 1),
                                              of(true, 0.6, 0), of(false, 0.5, 1)});
    EXPECT_EQ(figures.papers, 5);
    ASSERT_TRUE(figures.difficulty && figures.discrimination);
    EXPECT_DOUBLE_EQ(*figures.difficulty, 0.6);
    EXPECT_EQ(figures.difficultyPercent(), 60);
    EXPECT_NEAR(*figures.discrimination, 0.83643, 0.00001);
    EXPECT_EQ(figures.chosen, (std::vector{3, 2, 0})) << "nobody falls for the third";
    EXPECT_EQ(figures.blank, 0);
}

TEST(ItemFigures, AQuestionTheWeakGetRightMisleads) {
    const auto figures = figuresOf(single(), {of(true, 0.2, 0), of(true, 0.3, 0), of(false, 0.9, 1)});
    ASSERT_TRUE(figures.discrimination);
    EXPECT_LT(*figures.discrimination, -0.9);
}

TEST(ItemFigures, WhatCannotBeSaidIsNotNought) {
    EXPECT_FALSE(figuresOf(single(), {}).difficulty);
    EXPECT_FALSE(figuresOf(single(), {}).difficultyPercent());
    EXPECT_FALSE(figuresOf(single(), {of(true, 0.9, 0), of(false, 0.2, 1)}).discrimination) << "too few";
    const auto all = figuresOf(single(), {of(true, 0.9, 0), of(true, 0.5, 0), of(true, 0.2, 0)});
    EXPECT_DOUBLE_EQ(*all.difficulty, 1);
    EXPECT_FALSE(all.discrimination) << "everybody had it right";
    EXPECT_FALSE(figuresOf(single(), {of(true, 0.5, 0), of(false, 0.5, 1), of(true, 0.5, 0)}).discrimination);
}

TEST(ItemFigures, WhoLeftItOpenIsCounted) {
    EXPECT_EQ(figuresOf(single(), {{0, 0.5, {}}, of(true, 0.9, 0)}).blank, 1);
}

TEST(ItemFindings, SayWhatStandsOutTheGravestFirst) {
    Question question;
    question.type = QuestionType::Single;
    question.answers = {{{"a"}, FULL_MARK, "", {}}, {{"b"}, 0, "", {}}, {{"c"}, 0, "", {}}};
    using enum ItemFinding;
    using Found = std::vector<ItemFinding>;
    const auto of = [&](int papers, double difficulty, std::optional<double> discrimination, std::vector<int> chosen) {
        return findingsOf(question, {papers, difficulty, discrimination, std::move(chosen), 0});
    };
    EXPECT_EQ(of(FEWEST_PAPERS - 1, 1, 0.5, {4, 0, 0}), Found{FewPapers});
    EXPECT_EQ(of(10, 0.6, 0.4, {6, 2, 2}), Found{Good});
    EXPECT_EQ(of(10, 0.6, -0.1, {6, 2, 2}), Found{Misleads});
    EXPECT_EQ(of(10, 1, std::nullopt, {10, 0, 0}), (Found{TooEasy, IdleDistractor}));
    EXPECT_EQ(of(10, 0.1, 0.1, {1, 5, 4}), (Found{TooHard, SeparatesLittle}));
    EXPECT_EQ(of(10, 0.6, 0.4, {6, 4, 0}), Found{IdleDistractor});
    EXPECT_EQ(idleDistractors(question, {10, 0.6, 0.4, {0, 4, 0}, 0}), std::vector<std::size_t>{2})
        << "the right option is no distractor";
}

} // namespace
} // namespace fledgling::domain
