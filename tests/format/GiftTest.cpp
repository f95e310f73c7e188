#include "format/Gift.h"

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

std::vector<std::string> toldOf(std::string_view gift) { return told(readGift(gift, "bank.gift")); }

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
    EXPECT_EQ(toldOf("n?{#abc}"),
              Told{"1:5: 'abc' is not a number (Moodle would take every answer as right)"});
    EXPECT_EQ(toldOf("n?{#5..1}"), Told{"1:5: the range '5..1' ends before it begins"});
    EXPECT_EQ(toldOf("n?{#1..}"),
              Told{"1:5: '1..' is not a number (Moodle would take every answer as right)"});
    EXPECT_EQ(toldOf("n?{#3:-1}"), Told{"1:5: the tolerance '-1' is not a number, 0 or more"});
    EXPECT_EQ(toldOf("n?{#3:x}"), Told{"1:5: the tolerance 'x' is not a number, 0 or more"});
    EXPECT_EQ(toldOf("n?{#}"), Told{"1:1: this numerical question has no answer"});
    EXPECT_EQ(toldOf("x?{~a}"), Told{"1:1: this question needs 2 answers or more"});
    EXPECT_EQ(toldOf("x?{=a->b}"), Told{"1:1: this question needs 2 answers or more"});
    EXPECT_EQ(toldOf("x?{=a->b =c}"), Told{"1:11: 'c' has no partner"});
    EXPECT_EQ(toldOf("x {=a"), Told{"1:3: the answers' braces { } are not both there"});
    EXPECT_EQ(toldOf("x } y"), Told{"1:3: the answers' braces { } are not both there"});
    EXPECT_EQ(toldOf("x {~%150%a ~b}"), Told{"1:5: the weight %150% is not from -100 to 100"});
}

TEST(Gift, ARefusedQuestionLeavesTheOthersStanding) {
    const auto reading = readGift("a {T}\n\nb {#x}\n\nc {F}\n\nd {#5..1}", "f");
    EXPECT_EQ(reading.bank.questions.size(), 2U);
    EXPECT_EQ(reading.problems.size(), 2U);
}

TEST(Gift, WhatIsReadOtherwiseThanMeantIsWarnedOf) {
    EXPECT_EQ(toldOf("问？｛=对｝"), Told{"1:3: the full-width ｛ is only text here"});
    EXPECT_EQ(toldOf("n?{＝对 ～错}"),
              (Told{"1:4: the full-width ＝ is only text here", "1:7: the full-width ～ is only text here"}));
    EXPECT_EQ(toldOf("x?{=a ~b=c ~d}"), Told{"1:9: this = begins a further right answer"});
    EXPECT_EQ(toldOf("x?{=a#f=ma ~b}"), Told{"1:8: this = begins a further right answer"});
    EXPECT_EQ(toldOf("x?{=a ~b = c}"), Told{"1:10: this = begins a further right answer"});
    EXPECT_EQ(toldOf("x?{\n=a\n=b\n~c\n}"), Told{});
    EXPECT_EQ(toldOf("Is $a \\neq b$? {}"), Told{"1:7: \\n inside a formula is read as a new line"});
    EXPECT_EQ(toldOf("Costs 5$ and\\n7 {}"), Told{});
    EXPECT_EQ(toldOf("$CATEGORY: a\nx {T}"),
              Told{"2:1: the lines after $CATEGORY: are swallowed by it, as in Moodle"});
    EXPECT_EQ(toldOf("a\n0\nb {T}"), Told{"2:1: a line that holds only 0 ends the question, as in Moodle"});
    EXPECT_EQ(toldOf("n {#0}"), Told{"1:5: Moodle loses a first answer that is a lone 0"});
    EXPECT_EQ(toldOf("x {=a ~}"), Told{"1:1: this answer is empty"});
    EXPECT_EQ(toldOf("n {#*}"), Told{"1:5: * takes every answer"});
    EXPECT_EQ(toldOf("x {=%50%a ~b}"), Told{"1:5: the weight %50% after = is read as text in a choice"});
    EXPECT_EQ(toldOf("A {T} and {F} end"), Told{"1:11: only the first { } of a question holds answers"});
    EXPECT_EQ(toldOf("::name x {T}"), Told{"1:1: the name after :: is never closed"});
    EXPECT_EQ(toldOf("x {true}"), Told{"1:4: 'true' is read as a short answer"});
    EXPECT_EQ(toldOf("x {~%50%a ~b}"), Told{"1:1: no choice of answers earns the full mark"});
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
