#include "domain/QuizRegrade.h"

#include <algorithm>
#include <rapidcheck/gtest.h>

namespace fledgling::domain {
namespace {

QuizAnswer option(const std::string& words, int fraction = 0) { return {{words}, fraction, "", {}}; }

Question oneChoice(const std::string& id, const std::vector<QuizAnswer>& answers, const std::string& text = "Who?") {
    Question one;
    one.type = QuestionType::Single;
    one.id = id;
    one.text.text = text;
    one.answers = answers;
    return one;
}

using Places = std::vector<std::size_t>;

TEST(Regrade, AQuestionIsFoundByItsIdAndOneWithoutByItsWords) {
    const QuizBank asked{{oneChoice("q1", {}, "old words"), oneChoice("", {}, "Second?")}, {}};
    const QuizBank other{{oneChoice("", {}, "Second?"), oneChoice("q1", {}, "new words")}, {}};
    EXPECT_EQ(counterpart(asked, "q1", other), &other.questions[1]);
    EXPECT_EQ(counterpart(asked, "#2", other), &other.questions[0]) << "its place means nothing";
    EXPECT_EQ(counterpart(asked, "#2", QuizBank{{oneChoice("", {}, "Other?")}, {}}), nullptr);
}

TEST(Regrade, AnOptionIsFollowedByItsWordsAndOneWhoseWordsWereMendedByItsOrder) {
    const auto from = oneChoice("q", {option("A"), option("B"), option("C")});
    const auto moved = oneChoice("q", {option("C"), option("A"), option("B")});
    const auto mended = oneChoice("q", {option("C"), option("A"), option("B, mended")});
    EXPECT_EQ(carried(from, moved, Places{0}), Response(Places{1}));
    EXPECT_EQ(carried(from, mended, Places{1}), Response(Places{2}));
    EXPECT_EQ(carried(from, oneChoice("q", {option("A"), option("C")}), Places{1}), std::nullopt) << "it is gone";
    EXPECT_EQ(carried(from, oneChoice("q", {option("A"), option("C")}), Places{2}), Response(Places{1}));
}

TEST(Regrade, PartnersFollowTheirPairs) {
    Question from;
    from.type = QuestionType::Matching;
    from.pairs = {{{"one"}, "1"}, {{"two"}, "2"}, {{"three"}, "3"}};
    Question to = from;
    to.pairs = {{{"two"}, "2"}, {{"one"}, "1"}, {{"three"}, "drei"}};
    EXPECT_EQ(carried(from, to, std::vector<std::string>{"1", "3", ""}),
              Response(std::vector<std::string>{"drei", "1", ""}));
}

TEST(Regrade, ACorrectedKeyChangesTheMarkAndAQuestionThatIsGoneKeepsIt) {
    Paper paper;
    paper.questions = {"q1", "q2", "q3"};
    const std::vector<QuizAnswer> keyA{option("A", FULL_MARK), option("B")}, keyB{option("A"), option("B", FULL_MARK)};
    Question open;
    open.id = "q3";
    const QuizBank asked{{oneChoice("q1", keyA), oneChoice("q2", keyA), open}, {}};
    const QuizBank other{{oneChoice("q1", keyB), open}, {}};
    const std::map<std::string, Response> answers{{"q1", Places{1}}, {"q2", Places{0}}, {"q3", std::string("words")}};
    EXPECT_EQ(marked(paper, asked, answers, {}).fractions, (std::vector<std::optional<int>>{0, FULL_MARK, std::nullopt}));
    EXPECT_EQ(regraded(paper, asked, other, answers, {{"q3", 50'000}}).fractions,
              (std::vector<std::optional<int>>{FULL_MARK, FULL_MARK, 50'000}));
}

RC_GTEST_PROP(Regrade, MixingTheOptionsNeverChangesAMark, ()) {
    auto question = oneChoice("q", {});
    for (int i = 0, count = *rc::gen::inRange(2, 7); i < count; ++i)
        question.answers.push_back(option(std::to_string(i), *rc::gen::inRange(-2, 3) * FULL_MARK / 2));
    question.type = *rc::gen::element(QuestionType::Single, QuestionType::Multiple);
    auto mixed = question;
    const auto swaps = *rc::gen::container<std::vector<std::size_t>>(question.answers.size(),
                                                                     rc::gen::inRange<std::size_t>(0, question.answers.size()));
    for (std::size_t i = 0; i < swaps.size(); ++i)
        std::swap(mixed.answers[i], mixed.answers[swaps[i]]);
    const Response response = Places{*rc::gen::inRange<std::size_t>(0, question.answers.size())};
    const auto there = carried(question, mixed, response);
    RC_ASSERT(there.has_value());
    RC_ASSERT(fractionOf(mixed, *there) == fractionOf(question, response));
    RC_ASSERT(carried(mixed, question, *there) == response);
}

} // namespace
} // namespace fledgling::domain
