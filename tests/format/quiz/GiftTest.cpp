#include "format/quiz/Gift.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace fledgling::format {
namespace {

using namespace domain;

/// "line:column: what" of each problem.
std::vector<std::string> told(const GiftReading& reading) {
    std::vector<std::string> all;
    for (const auto& one : reading.problems)
        all.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + ": " + one.what());
    return all;
}

std::vector<std::string> toldOfGift(std::string_view gift) { return told(readGift(gift, "bank.gift")); }

using Told = std::vector<std::string>;

TEST(Gift, AProblemIsToldWithFileLineColumnAndWhatToWrite) {
    const auto reading = readGift("\n\n  Wert? {#3,5}", "quizzes/final.gift");
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(reading.problems[0].text(),
              "quizzes/final.gift:3:11: '3,5' is not a number (Moodle would take every answer as right); "
              "write digits with a decimal point, such as 3.5");
    EXPECT_TRUE(reading.bank.questions.empty());
}

TEST(Gift, WhatMoodleMisreadsIsRefused) {
    EXPECT_EQ(toldOfGift("n?{#abc}"),
              Told{"1:5: 'abc' is not a number (Moodle would take every answer as right)"});
    EXPECT_EQ(toldOfGift("n?{#5..1}"), Told{"1:5: the range '5..1' ends before it begins"});
    EXPECT_EQ(toldOfGift("n?{#1..}"),
              Told{"1:5: '1..' is not a number (Moodle would take every answer as right)"});
    EXPECT_EQ(toldOfGift("n?{#3:-1}"), Told{"1:5: the tolerance '-1' is not a number, 0 or more"});
    EXPECT_EQ(toldOfGift("n?{#3:x}"), Told{"1:5: the tolerance 'x' is not a number, 0 or more"});
    EXPECT_EQ(toldOfGift("n?{#}"), Told{"1:1: this numerical question has no answer"});
    EXPECT_EQ(toldOfGift("x?{~a}"), Told{"1:1: this question needs 2 answers or more"});
    EXPECT_EQ(toldOfGift("x?{=a->b}"), Told{"1:1: this question needs 2 answers or more"});
    EXPECT_EQ(toldOfGift("x?{=a->b =c}"), Told{"1:11: 'c' has no partner"});
    EXPECT_EQ(toldOfGift("x {=a"), Told{"1:3: the answers' braces { } are not both there"});
    EXPECT_EQ(toldOfGift("x } y"), Told{"1:3: the answers' braces { } are not both there"});
    EXPECT_EQ(toldOfGift("x {~%150%a ~b}"), Told{"1:5: the weight %150% is not from -100 to 100"});
}

TEST(Gift, ARefusedQuestionLeavesTheOthersStanding) {
    const auto reading = readGift("a {T}\n\nb {#x}\n\nc {F}\n\nd {#5..1}", "f");
    EXPECT_EQ(reading.bank.questions.size(), 2U);
    EXPECT_EQ(reading.problems.size(), 2U);
}

TEST(Gift, WhatIsReadOtherwiseThanMeantIsWarnedOf) {
    EXPECT_EQ(toldOfGift("问？｛=对｝"), Told{"1:3: the full-width ｛ is only text here"});
    EXPECT_EQ(toldOfGift("n?{＝对 ～错}"),
              (Told{"1:4: the full-width ＝ is only text here", "1:7: the full-width ～ is only text here"}));
    EXPECT_EQ(toldOfGift("x?{=a ~b=c ~d}"), Told{"1:9: this = begins a further right answer"});
    EXPECT_EQ(toldOfGift("x?{=a#f=ma ~b}"), Told{"1:8: this = begins a further right answer"});
    EXPECT_EQ(toldOfGift("x?{=a ~b = c}"), Told{"1:10: this = begins a further right answer"});
    EXPECT_EQ(toldOfGift("x?{\n=a\n=b\n~c\n}"), Told{});
    EXPECT_EQ(toldOfGift("Is $a \\neq b$? {}"), Told{"1:7: \\n inside a formula is read as a new line"});
    EXPECT_EQ(toldOfGift("Costs 5$ and\\n7 {}"), Told{});
    EXPECT_EQ(toldOfGift("$CATEGORY: a\nx {T}"),
              Told{"2:1: the lines after $CATEGORY: are swallowed by it, as in Moodle"});
    EXPECT_EQ(toldOfGift("a\n0\nb {T}"), Told{"2:1: a line that holds only 0 ends the question, as in Moodle"});
    EXPECT_EQ(toldOfGift("n {#0}"), Told{"1:5: Moodle loses a first answer that is a lone 0"});
    EXPECT_EQ(toldOfGift("x {=a ~}"), Told{"1:1: this answer is empty"});
    EXPECT_EQ(toldOfGift("n {#*}"), Told{"1:5: * takes every answer"});
    EXPECT_EQ(toldOfGift("x {=%50%a ~b}"), Told{"1:5: the weight %50% after = is read as text in a choice"});
    EXPECT_EQ(toldOfGift("A {T} and {F} end"), Told{"1:11: only the first { } of a question holds answers"});
    EXPECT_EQ(toldOfGift("::name x {T}"), Told{"1:1: the name after :: is never closed"});
    EXPECT_EQ(toldOfGift("x {true}"), Told{"1:4: 'true' is read as a short answer"});
    EXPECT_EQ(toldOfGift("x {~%50%a ~b}"), Told{"1:1: no choice of answers earns the full mark"});
}

TEST(Gift, ALoneZeroIsKeptAlthoughMoodleLosesIt) {
    const auto bank = readGift("n {#0}", "f").bank;
    ASSERT_EQ(bank.questions.size(), 1U);
    EXPECT_EQ(bank.questions[0].answers.at(0).text.text, "0");
}

TEST(Gift, ACategoryHoldsForTheQuestionsAfterIt) {
    const auto bank = readGift("a {T}\n\n$CATEGORY: $course$/Secrecy: 1\n\nb {T}\n\nc {F}", "f").bank;
    ASSERT_EQ(bank.questions.size(), 3U);
    EXPECT_EQ(bank.questions[0].category, "");
    EXPECT_EQ(bank.questions[1].category, "$course$/Secrecy: 1");
    EXPECT_EQ(bank.questions[2].category, "$course$/Secrecy: 1");
}

TEST(Gift, CommentsGiveIdAndTagsEvenInsideAQuestion) {
    const auto bank = readGift("// [id:a\\]b] [tag:one]\nx\n// [tag: two ]\n{T}", "f").bank;
    ASSERT_EQ(bank.questions.size(), 1U);
    EXPECT_EQ(bank.questions[0].id, "a]b");
    EXPECT_EQ(bank.questions[0].tags, (std::vector<std::string>{"one", "two"}));
}

/// A bank with every place a comment can stand in.
const char* COMMENTED = "// Bank of the second day\n"
                        "// by Lin\n"
                        "\n"
                        "$CATEGORY: Secrecy\n"
                        "\n"
                        "// [id:s1] [tag:d2-am]\n"
                        "// asked often\n"
                        "::Prices:: Who may hear a supplier's price? {\n"
                        "  // the only right one\n"
                        "  =nobody outside\n"
                        "  // both were said by trainees\n"
                        "  ~a good customer\n"
                        "  ~a friend\n"
                        "  // add one about leaving\n"
                        "}\n"
                        "\n"
                        "//\n"
                        "\n"
                        "::Phone:: May the phone lie open? {\n"
                        "// no\n"
                        "FALSE}\n"
                        "\n"
                        "// still to write: the badge\n"
                        "\n"
                        "// and the visitors' book\n";

TEST(Gift, CommentsStayWithTheirQuestion) {
    using enum QuizComment::Place;
    const auto bank = readGift(COMMENTED, "f").bank;
    ASSERT_EQ(bank.questions.size(), 2U);
    EXPECT_EQ(bank.questions[0].id, "s1");
    EXPECT_EQ(bank.questions[0].comments,
              (std::vector<QuizComment>{{Apart, 0, " Bank of the second day\n by Lin"},
                                        {Above, 0, " asked often"},
                                        {Inside, 0, " the only right one"},
                                        {Inside, 1, " both were said by trainees"},
                                        {Inside, 3, " add one about leaving"}}));
    EXPECT_EQ(bank.questions[1].comments, (std::vector<QuizComment>{{Apart, 0, ""}, {Inside, 0, " no"}}));
    EXPECT_EQ(bank.comments, (std::vector<std::string>{" still to write: the badge", " and the visitors' book"}));
}

TEST(Gift, AWrittenBankHasItsCommentsWhereTheyWere) {
    const auto bank = readGift(COMMENTED, "f").bank;
    const auto written = writeGift(bank);
    EXPECT_EQ(readGift(written, "f").bank, bank);
    EXPECT_EQ(written, "$CATEGORY: Secrecy\n"
                       "\n"
                       "// Bank of the second day\n"
                       "// by Lin\n"
                       "\n"
                       "// [id:s1] [tag:d2-am]\n"
                       "// asked often\n"
                       "::Prices::Who may hear a supplier's price?{\n"
                       "\t// the only right one\n"
                       "\t=nobody outside\n"
                       "\t// both were said by trainees\n"
                       "\t~a good customer\n"
                       "\t~a friend\n"
                       "\t// add one about leaving\n"
                       "}\n"
                       "\n"
                       "//\n"
                       "\n"
                       "::Phone::May the phone lie open?\n"
                       "\t// no\n"
                       "{FALSE}\n"
                       "\n"
                       "// still to write: the badge\n"
                       "\n"
                       "// and the visitors' book\n");
}

TEST(Gift, AQuestionTakesItsCommentsAlongAndOneWithFewerAnswersKeepsThem) {
    auto bank = readGift(COMMENTED, "f").bank;
    std::swap(bank.questions[0], bank.questions[1]);
    bank.questions[1].answers.pop_back();
    const auto again = readGift(writeGift(bank), "f").bank;
    EXPECT_EQ(again.questions[0].comments, bank.questions[0].comments);
    EXPECT_EQ(again.questions[1].comments.size(), 5U);
    EXPECT_EQ(again.questions[1].comments.back().text, " add one about leaving");
    EXPECT_EQ(again.questions[1].comments.back().part, 2U) << "behind the last answer there is";
}

TEST(Gift, ACommentBehindAnEmptyLastAnswerLeavesTheOthersWhereTheyWere) {
    using enum QuizComment::Place;
    const auto bank = readGift("q? {\n// first\n=a\n~b\n~\n// last\n}\n", "bank.gift").bank;
    ASSERT_EQ(bank.questions.size(), 1U);
    EXPECT_EQ(bank.questions[0].comments, (std::vector<QuizComment>{{Inside, 0, " first"}, {Inside, 3, " last"}}));
    EXPECT_EQ(readGift(writeGift(bank), "again.gift").bank.questions, bank.questions);
}

TEST(Gift, MarksOfIdAndTagsAreNoComments) {
    const auto bank = readGift("// [id:a] checked by Lin\n// see[tag:x]more [tag:y]\n// [tag:]\nx {T}", "f").bank;
    ASSERT_EQ(bank.questions.size(), 1U);
    const auto& comments = bank.questions[0].comments;
    ASSERT_EQ(comments.size(), 3U);
    EXPECT_EQ(comments[0].text, " checked by Lin");
    EXPECT_EQ(comments[1].text, " see more");
    EXPECT_EQ(comments[2].text, " [tag:]") << "that is no tag";
    EXPECT_EQ(readGift(writeGift(bank), "f").bank, bank);
}

TEST(Gift, CommentsOfEveryTypeReadBack) {
    const char* bank = "a\n// open\n{}\n\nb\n// text only\n\nc {#\n// about pi\n=3.14:0.01\n// other\n~#no\n// end\n}\n\n"
                       "d {\n// first\n=a -> b\n// second\n=c -> d\n}\n// behind\n\ne {=yes\n// later\n####why\n}";
    const auto read = readGift(bank, "f");
    ASSERT_EQ(read.bank.questions.size(), 5U);
    for (const auto& question : read.bank.questions)
        EXPECT_FALSE(question.comments.empty()) << question.name;
    EXPECT_EQ(read.bank.questions[2].comments.back().part, 2U);
    EXPECT_EQ(readGift(writeGift(read.bank), "f").bank, read.bank);
}

TEST(Gift, ALongTextGivesANameOfAtMostEightyCharacters) {
    std::string chinese;
    for (int i = 0; i < 100; ++i)
        chinese += "客";
    const auto bank = readGift(chinese + " {T}\n\n<p>a &lt; b</p> {T}", "f").bank;
    EXPECT_EQ(bank.questions.at(0).name.size(), 77U * 3 + 3);
    EXPECT_EQ(bank.questions.at(1).name, "a &lt; b");
}

TEST(Gift, FormatsPassFromTheQuestionToItsAnswers) {
    const auto bank = readGift("[markdown]q {=a#[plain]f ~[html]b}", "f").bank;
    const auto& question = bank.questions.at(0);
    EXPECT_EQ(question.text.format, QuizFormat::Markdown);
    EXPECT_EQ(question.answers.at(0).text.format, QuizFormat::Markdown);
    EXPECT_EQ(question.answers.at(0).feedback.format, QuizFormat::Plain);
    EXPECT_EQ(question.answers.at(1).text.format, QuizFormat::Html);
}

TEST(Gift, WhatGiftHasNoWordsForIsNotWritten) {
    Question ordering;
    ordering.type = QuestionType::Ordering;
    EXPECT_THROW(static_cast<void>(writeGift({{ordering}, {}})), std::invalid_argument);
    Question matching;
    matching.type = QuestionType::Matching;
    matching.pairs = {{{"a->b", QuizFormat::Auto}, "c"}, {{"d", QuizFormat::Auto}, "e"}};
    EXPECT_THROW(static_cast<void>(writeGift({{matching}, {}})), std::invalid_argument);
    Question single;
    single.type = QuestionType::Single;
    single.answers = {{{"a", QuizFormat::Auto}, 0, "", {}}, {{"b", QuizFormat::Auto}, 0, "", {}}};
    EXPECT_THROW(static_cast<void>(writeGift({{single}, {}})), std::invalid_argument);
}

/// Pieces out of which nasty files are made.
rc::Gen<std::string> giftSoup() {
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "{", "}", "=", "~", "#", "####", "::", ":", "->", "%50%", "%-100%", "%33.333%", "\\", "\\n",
            "\\{", "\\}", "\\=", "\\~", "\\#", "\\:", "\\\\", "\n", "\n\n", " ", "a", "客服", "T", "FALSE",
            "[html]", "[plain]", "[x]", "// [id:q] [tag:t]\n", "$CATEGORY: c", "0", "3.14", "..", "*",
            "_____", "{#3:1}", "{=a ~b}", "{=a->b =c->d}", "{T#w#r####g}", "\t", "％", "<p>", "x {")),
        [](const std::vector<std::string>& pieces) {
            std::string all;
            for (const auto& piece : pieces)
                all += piece;
            return all;
        });
}

RC_GTEST_PROP(GiftProperty, WritingABankAndReadingItGivesTheSameBank, ()) {
    const auto bank = readGift(*giftSoup(), "f").bank;
    const auto written = writeGift(bank);
    const auto again = readGift(written, "f");
    RC_ASSERT(again.bank.questions == bank.questions);
    RC_ASSERT(!hasErrors(again.problems));
    RC_ASSERT(writeGift(again.bank) == written);
}

} // namespace
} // namespace fledgling::format
