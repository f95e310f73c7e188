#include "app/quiz/QuizTexts.h"

#include <gtest/gtest.h>

namespace fledgling::app {
namespace {

domain::Question shortAnswer(const std::vector<std::string>& accepted) {
    domain::Question question;
    question.type = domain::QuestionType::ShortAnswer;
    for (const auto& words : accepted) {
        domain::QuizAnswer answer;
        answer.text.text = words;
        answer.fraction = domain::FULL_MARK;
        question.answers.push_back(answer);
    }
    return question;
}

using Words = std::vector<std::string>;

TEST(QuizTexts, APatternIsNotShownBesideAWholeWord) {
    EXPECT_EQ(rightOf(shortAnswer({"repeat", "restat*"})).parts, Words{"repeat"});
}

TEST(QuizTexts, APatternAloneShowsWhatItLeavesOpen) {
    EXPECT_EQ(rightOf(shortAnswer({"restat*"})).parts, Words{"restat…"});
}

TEST(QuizTexts, AStarThatIsMeantStays) {
    EXPECT_EQ(rightOf(shortAnswer({"3 \\* 4", "12*"})).parts, Words{"3 * 4"});
}

} // namespace
} // namespace fledgling::app
