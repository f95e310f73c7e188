#include "domain/Quiz.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fledgling::domain {
namespace {

using Chosen = std::vector<std::size_t>;

Question choice(QuestionType type, const std::vector<int>& fractions) {
    Question question;
    question.type = type;
    for (const int fraction : fractions)
        question.answers.push_back({{"option", QuizFormat::Auto}, fraction, "", {}});
    return question;
}

Question accepting(QuestionType type, const std::vector<std::pair<std::string, std::string>>& answers) {
    Question question;
    question.type = type;
    for (const auto& [text, tolerance] : answers)
        question.answers.push_back({{text, QuizFormat::Auto}, FULL_MARK, tolerance, {}});
    return question;
}

TEST(Quiz, APersonMarksWhatIsOpen) {
    EXPECT_EQ(fractionOf(choice(QuestionType::Open, {}), std::string("text")), std::nullopt);
    EXPECT_EQ(fractionOf(choice(QuestionType::Description, {}), {}), std::nullopt);
}

TEST(Quiz, NoResponseEarnsNothing) {
    EXPECT_EQ(fractionOf(choice(QuestionType::Single, {FULL_MARK, 0}), {}), 0);
    EXPECT_EQ(fractionOf(choice(QuestionType::Multiple, {FULL_MARK, 0}), {}), 0);
    EXPECT_EQ(fractionOf(accepting(QuestionType::ShortAnswer, {{"*", ""}}), std::string("  ")), 0);
    EXPECT_EQ(fractionOf(accepting(QuestionType::Numerical, {{"*", ""}}), std::string("")), 0);
}

TEST(Quiz, ASingleChoiceTakesExactlyOneOption) {
    const auto question = choice(QuestionType::Single, {FULL_MARK, 50000, 0});
    EXPECT_EQ(fractionOf(question, Chosen{0}), FULL_MARK);
    EXPECT_EQ(fractionOf(question, Chosen{1}), 50000);
    EXPECT_EQ(fractionOf(question, Chosen{0, 1}), 0);
    EXPECT_EQ(fractionOf(question, Chosen{9}), 0);
    EXPECT_EQ(fractionOf(question, std::string("option")), 0);
}

TEST(Quiz, ThreeThirdsAreTheWholeMark) {
    const auto question = choice(QuestionType::Multiple, {33333, 33333, 33333, -FULL_MARK});
    EXPECT_EQ(fractionOf(question, Chosen{0, 1, 2}), FULL_MARK);
    EXPECT_EQ(fractionOf(question, Chosen{0, 1}), 66666);
    EXPECT_EQ(fractionOf(question, Chosen{0, 1, 2, 3}), 0);
    EXPECT_EQ(fractionOf(question, Chosen{0, 0, 0}), 33333);
}

TEST(Quiz, ATypedWordFitsWithoutRegardToCaseAndBlanksAtTheEnds) {
    EXPECT_TRUE(fitsPattern("Frog", " fROG\t"));
    EXPECT_TRUE(fitsPattern("ÉTÉ", "été"));
    EXPECT_TRUE(fitsPattern("ЖАБА", "жаба"));
    EXPECT_TRUE(fitsPattern("保密", "　保密　"));
    EXPECT_FALSE(fitsPattern("frog", "fr og"));
    EXPECT_FALSE(fitsPattern("frog", "ｆｒｏｇ"));
}

TEST(Quiz, AStarStandsForAnythingAndABackslashMakesItAStar) {
    EXPECT_TRUE(fitsPattern("*cat*", "wildcat x"));
    EXPECT_TRUE(fitsPattern("a*b*c", "a--b-b-c"));
    EXPECT_FALSE(fitsPattern("a*b*c", "a--b-b-"));
    EXPECT_TRUE(fitsPattern("*", "anything"));
    EXPECT_TRUE(fitsPattern("2\\*3", "2*3"));
    EXPECT_FALSE(fitsPattern("2\\*3", "2x3"));
}

TEST(Quiz, ManyStarsAreNoTrap) {
    std::string pattern, typed(20000, 'a');
    for (int i = 0; i < 40; ++i)
        pattern += "a*";
    EXPECT_FALSE(fitsPattern(pattern + "b", typed));
}

TEST(Quiz, ANumberIsReadAsPeopleTypeIt) {
    EXPECT_EQ(typedNumber("3.14"), 3.14);
    EXPECT_EQ(typedNumber(" -3.5 kg"), -3.5);
    EXPECT_EQ(typedNumber("1,822"), 1822);
    EXPECT_EQ(typedNumber("314e-2"), 3.14);
    EXPECT_EQ(typedNumber("6x10^3"), 6000);
    EXPECT_EQ(typedNumber("6 ×10^3"), 6000);
    EXPECT_EQ(typedNumber(".5"), 0.5);
    EXPECT_EQ(typedNumber("abc"), std::nullopt);
    EXPECT_EQ(typedNumber("-"), std::nullopt);
    EXPECT_EQ(typedNumber("３"), std::nullopt);
}

TEST(Quiz, ABanksNumberIsOneAndNothingElse) {
    EXPECT_EQ(bankNumber(" 1e3 "), 1000);
    EXPECT_EQ(bankNumber("+5."), 5);
    for (const std::string bad : {"3,5", "abc", "1 2", "0x1F", "nan", "inf", "1e999", "", "+", "+-1", "3 kg"})
        EXPECT_EQ(bankNumber(bad), std::nullopt) << bad;
}

TEST(Quiz, ToleranceIsInclusive) {
    const auto question = accepting(QuestionType::Numerical, {{"60", "0"}, {"3.14", "0.005"}});
    EXPECT_EQ(fractionOf(question, std::string("60")), FULL_MARK);
    EXPECT_EQ(fractionOf(question, std::string("60.0001")), 0);
    EXPECT_EQ(fractionOf(question, std::string("3.145")), FULL_MARK);
    EXPECT_EQ(fractionOf(question, std::string("3.135")), FULL_MARK);
    EXPECT_EQ(fractionOf(question, std::string("3.1451")), 0);
}

TEST(Quiz, MatchingAndOrderingEarnByTheirParts) {
    Question matching;
    matching.type = QuestionType::Matching;
    matching.pairs = {
        {{"a", QuizFormat::Auto}, "1"}, {{"", QuizFormat::Auto}, "9"}, {{"b", QuizFormat::Auto}, "2"}};
    EXPECT_EQ(fractionOf(matching, std::vector<std::string>{"1", "2"}), FULL_MARK);
    EXPECT_EQ(fractionOf(matching, std::vector<std::string>{"1", "9"}), FULL_MARK / 2);
    const auto ordering = choice(QuestionType::Ordering, {FULL_MARK, FULL_MARK, FULL_MARK, FULL_MARK});
    EXPECT_EQ(fractionOf(ordering, Chosen{0, 1, 2, 3}), FULL_MARK);
    EXPECT_EQ(fractionOf(ordering, Chosen{0, 1, 3, 2}), FULL_MARK / 2);
}

TEST(Quiz, TheFirstAnswerThatFitsDecides) {
    auto question = accepting(QuestionType::ShortAnswer, {{"frog", ""}, {"*", ""}});
    question.answers[1].fraction = 0;
    question.answers[1].feedback.text = "no";
    EXPECT_EQ(decidingAnswer(question, std::string("frog")), &question.answers[0]);
    EXPECT_EQ(decidingAnswer(question, std::string("dog"))->feedback.text, "no");
    EXPECT_EQ(decidingAnswer(question, true), nullptr);
}

RC_GTEST_PROP(QuizProperty, AMultipleChoiceNeverEarnsLessThanNothingNorMoreThanAll,
              (const std::vector<int>& weights, const std::vector<std::size_t>& chosen)) {
    std::vector<int> fractions;
    for (const int weight : weights)
        fractions.push_back(weight % (FULL_MARK + 1));
    const auto fraction = fractionOf(choice(QuestionType::Multiple, fractions), chosen);
    RC_ASSERT((fraction && *fraction >= 0 && *fraction <= FULL_MARK));
}

} // namespace
} // namespace fledgling::domain
