#include "domain/QuizLanguage.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

Question keyedChoice(const std::string& text, const std::vector<std::pair<std::string, int>>& options) {
    Question one;
    one.type = QuestionType::Single;
    one.text.text = text;
    for (const auto& [words, fraction] : options)
        one.answers.push_back({{words}, fraction, "", {}});
    return one;
}

const Question KEYED_BEFORE = keyedChoice("Who?", {{"A", FULL_MARK}, {"B", 0}, {"C", 0}});
const Question KEYED_THERE = keyedChoice("Wer?", {{"a", FULL_MARK}, {"b", 0}, {"c", 0}});

TEST(AKeyInTheOtherLanguage, FollowsTheOptionWhereverItStandsNow) {
    const auto then = followed(KEYED_BEFORE, keyedChoice("Who?", {{"C", FULL_MARK}, {"A", 0}, {"B", 0}}), KEYED_THERE);
    ASSERT_TRUE(then);
    EXPECT_EQ(*then, keyedChoice("Wer?", {{"a", 0}, {"b", 0}, {"c", FULL_MARK}}));
}

TEST(AKeyInTheOtherLanguage, StaysWhereOnlyPlacesChanged) {
    EXPECT_FALSE(followed(KEYED_BEFORE, keyedChoice("Who?", {{"B", 0}, {"A", FULL_MARK}, {"C", 0}}), KEYED_THERE));
    EXPECT_FALSE(followed(KEYED_BEFORE, KEYED_BEFORE, KEYED_THERE));
}

TEST(AKeyInTheOtherLanguage, StaysWhereWordsChangedOrItWasAnotherOneBefore) {
    EXPECT_FALSE(followed(KEYED_BEFORE, keyedChoice("Who not?", {{"A", 0}, {"B", FULL_MARK}, {"C", 0}}), KEYED_THERE));
    EXPECT_FALSE(followed(KEYED_BEFORE, keyedChoice("Who?", {{"A", 0}, {"D", FULL_MARK}, {"C", 0}}), KEYED_THERE));
    EXPECT_FALSE(followed(KEYED_BEFORE, keyedChoice("Who?", {{"A", 0}, {"B", FULL_MARK}}), KEYED_THERE));
    EXPECT_FALSE(followed(KEYED_BEFORE, keyedChoice("Who?", {{"A", 0}, {"B", FULL_MARK}, {"C", 0}}), keyedChoice("Wer?", {{"a", 0}, {"b", 0}, {"c", FULL_MARK}})));
}

TEST(AKeyInTheOtherLanguage, IsANumberOrATruthThere) {
    Question was, other;
    was.type = other.type = QuestionType::Numerical;
    was.answers = {{{"60"}, FULL_MARK, "0", {}}};
    other.answers = {{{"60"}, FULL_MARK, "0", {"gut"}}};
    Question is = was;
    is.answers[0].text.text = "90";
    const auto then = followed(was, is, other);
    ASSERT_TRUE(then);
    EXPECT_EQ(then->answers[0].text.text, "90");
    EXPECT_EQ(then->answers[0].feedback.text, "gut");
    was = other = is = {};
    was.type = other.type = is.type = QuestionType::TrueFalse;
    is.right = false;
    EXPECT_FALSE(followed(was, is, other)->right);
}

} // namespace
} // namespace fledgling::domain
