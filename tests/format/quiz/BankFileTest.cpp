#include "format/quiz/BankFile.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

using namespace domain;
using Told = std::vector<std::string>;

/// "line:column: what" of each problem.
Told toldOf(const std::string& bytes) {
    Told all;
    for (const auto& one : readBank(bytes, "bank").problems)
        all.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + ": " + one.what());
    return all;
}

Told row(const std::string& cells) {
    return toldOf("题型,题干,选项A,选项B,选项C,答案,解析\n" + cells + "\n");
}

std::string xml(const std::string& questions) {
    return "<?xml version=\"1.0\"?>\n<quiz>\n" + questions + "</quiz>";
}

std::vector<Question> settledAll(const QuizBank& bank) {
    std::vector<Question> all;
    for (const auto& one : bank.questions)
        all.push_back(settled(one));
    return all;
}

TEST(QuestionTable, EveryTypeIsRead) {
    const auto reading =
        readBank("type,question,option A,option B,answer,explanation\n"
                 "single,q,a,b,B,why\nmultiple,q,a,b,\"A,B\",\n判断,q,,,√,\n填空,q,,,客服|坐席,\n"
                 "数值,q,,,3±0.5,\n数值,q,,,1..5,\n匹配,q,a -> 1,b→2,,\n排序,q,x,y,BA,\n问答,q,,,,\n",
                 "t.csv");
    EXPECT_TRUE(reading.problems.empty());
    const auto& all = reading.bank.questions;
    ASSERT_EQ(all.size(), 9U);
    EXPECT_EQ(all[0].answers[1].fraction, FULL_MARK);
    EXPECT_EQ(all[0].answers[0].fraction, 0);
    EXPECT_EQ(all[0].explanation.text, "why");
    EXPECT_EQ(all[1].answers[0].fraction, FULL_MARK / 2);
    EXPECT_TRUE(all[2].right);
    EXPECT_EQ(all[3].answers[1].text.text, "坐席");
    EXPECT_EQ(all[4].answers[0].tolerance, "0.5");
    EXPECT_EQ(all[5].answers[0].text.text, "3");
    EXPECT_EQ(all[5].answers[0].tolerance, "2");
    EXPECT_EQ(all[6].pairs[1].right, "2");
    EXPECT_EQ(all[7].answers[0].text.text, "y");
}

TEST(QuestionTable, ABadRowIsToldWithItsColumn) {
    EXPECT_EQ(toldOf("题型,题干,选项A\n单选,q,a\n"), Told{"0:0: no row of headings was found"});
    EXPECT_EQ(row("选择,q,a,b,,A,"), Told{"2:1: '选择' is no type of question"});
    EXPECT_EQ(row("单选,,a,b,,A,"), Told{"2:2: the cell under '题干' is empty"});
    EXPECT_EQ(row("单选,q,a,b,,C,"), Told{"2:6: the answer 'C' names no options of this question"});
    EXPECT_EQ(row("单选,q,a,b,,AB,"), Told{"2:6: a single choice has one answer, not 'AB'"});
    EXPECT_EQ(row("单选,q,a,,c,A,"), Told{"2:4: the cell under '选项B' is empty and a later option is not"});
    EXPECT_EQ(row("单选,q,a,,,A,"), Told{"2:4: this question needs 2 answers or more"});
    EXPECT_EQ(row("判断,q,,,,也许,"), Told{"2:6: the answer '也许' is neither true nor false"});
    EXPECT_EQ(row("填空,q,a,,,x,"),
              Told{"2:3: this type of question takes no options, and '选项A' holds one"});
    EXPECT_EQ(row("数值,q,,,,\"3,5\","), Told{"2:6: '3,5' is no number that can be compared"});
    EXPECT_EQ(row("数值,q,,,,5..1,"), Told{"2:6: '5..1' is no number that can be compared"});
    EXPECT_EQ(row("匹配,q,a,b->2,,,"), Told{"2:3: 'a' is no pair"});
    EXPECT_EQ(row("匹配,q,a->1,b->2,,A,"),
              Told{"2:6: this type of question takes no answer, and 'A' stands there"});
    EXPECT_EQ(row("问答,q,,,,样答,"),
              Told{"2:6: the model answer of an open question is shown as its explanation"});
    EXPECT_EQ(toldOf("题型,题干,答案,答案\n判断,q,对,\n"), Told{"1:4: the column '答案' stands here twice"});
    EXPECT_EQ(toldOf("题型,题干,答案,难度\n判断,q,对,3\n"), Told{"1:4: the column '难度' is not read"});
}

TEST(QuestionTable, ACellUnderNoHeadingIsTold) {
    EXPECT_EQ(toldOf("题型,题干,答案\n判断,q,对,另一句\n"), Told{"2:4: '另一句' stands under no heading and is left out"});
    EXPECT_EQ(toldOf("题型,题干,,答案\n判断,q,x,对\n"), Told{"2:3: 'x' stands under no heading and is left out"});
    EXPECT_TRUE(toldOf("题型,题干,答案\n判断,q,对,,\n").empty()) << "blank ones are no loss";
}

TEST(QuestionTable, GoodRowsStandBesideBadOnes) {
    const auto reading = readBank("题型,题干,答案\n判断,a,对\n判断,b,?\n判断,c,F\n", "t.csv");
    EXPECT_EQ(reading.bank.questions.size(), 2U);
    EXPECT_EQ(reading.problems.size(), 1U);
}

TEST(Aiken, OptionsAndAnswerAreRead) {
    const auto reading = readBank("Which is\nright?\r\nA. no\r\nB) yes\r\nANSWER: B\n", "f.txt");
    EXPECT_EQ(reading.kind, BankKind::Aiken);
    ASSERT_EQ(reading.bank.questions.size(), 1U);
    EXPECT_EQ(reading.bank.questions[0].text.text, "Which is\nright?");
    EXPECT_EQ(reading.bank.questions[0].answers[1].fraction, FULL_MARK);
}

TEST(Aiken, HandWrittenFilesOfAnySortAreRead) {
    const auto answers = [](const std::string& text) {
        const auto reading = readBank(text, "f.txt");
        EXPECT_EQ(reading.kind, BankKind::Aiken) << text;
        EXPECT_TRUE(reading.problems.empty()) << text;
        std::string letters;
        for (const auto& question : reading.bank.questions)
            for (std::size_t i = 0; i < question.answers.size(); ++i)
                if (question.answers[i].fraction == FULL_MARK) letters += static_cast<char>('A' + static_cast<char>(i));
        return letters;
    };
    EXPECT_EQ(answers("\xEF\xBB\xBFq\r\nA. a\r\nB. b\r\nANSWER: B\r\n"), "B") << "a mark of the encoding and Windows line ends";
    EXPECT_EQ(answers("q\na) a\nb) b\nanswer: b\n"), "B") << "small letters";
    EXPECT_EQ(answers("q\nA)a\nB)b\nANSWER:A"), "A") << "no blanks";
    EXPECT_EQ(answers("q\nA. a\nB. b\nANSWER :   B.  \n"), "B") << "blanks and a dot";
    EXPECT_EQ(answers("p\nA. a\nB. b\nANSWER: A\nq\nA. a\nB. b\nANSWER: B\nr\nA. a\nB. b\nANSWER: A"), "ABA") << "no blank line between";
    EXPECT_EQ(answers("q\nA) 1\nB) 2\nC) 3\nD) 4\nE) 5\nF) 6\nG) 7\nANSWER: G"), "G") << "more options than five";
    EXPECT_EQ(answers("q\n\nA. a\n\nB. b\n\nANSWER: B\n"), "B") << "blank lines inside";
}

TEST(Aiken, ALineOfTheQuestionIsNoOption) {
    const auto reading = readBank("Two of these:\nb) and c)\ne. g. a fault\nA. a\nB. b\nANSWER: A", "f.txt");
    EXPECT_TRUE(reading.problems.empty());
    ASSERT_EQ(reading.bank.questions.size(), 1U);
    EXPECT_EQ(reading.bank.questions[0].text.text, "Two of these:\nb) and c)\ne. g. a fault");
    EXPECT_EQ(reading.bank.questions[0].answers.size(), 2U);
}

TEST(Aiken, WhatLooksLikeMarkupIsReadAsItStandsAndHandedOnSo) {
    const auto bank = readBank("What does <b>hello & welcome</b> say?\nA) x < y\nB) yes\nANSWER: B\n\nq\nA. a\nB. b\nANSWER: A", "f.txt").bank;
    ASSERT_EQ(bank.questions.size(), 2U);
    EXPECT_EQ(bank.questions[0].text, (QuizText{"What does <b>hello & welcome</b> say?", QuizFormat::Plain}));
    EXPECT_EQ(bank.questions[0].answers[0].text.format, QuizFormat::Plain);
    EXPECT_EQ(bank.questions[1].text.format, QuizFormat::Auto) << "nothing to say where there is none";
    const auto xml = writeBank(bank, BankKind::MoodleXml, "f.xml");
    EXPECT_NE(xml.bytes.find("<questiontext format=\"plain_text\">"), std::string::npos) << xml.bytes;
    for (const auto kind : {BankKind::MoodleXml, BankKind::Gift})
        EXPECT_EQ(readBank(writeBank(bank, kind, "f").bytes, "f").bank.questions[0].answers[0].text, bank.questions[0].answers[0].text);
}

TEST(Aiken, AQuestionThatLostALineCostsNoOther) {
    const auto reading = readBank("Too few\nA) one\nANSWER: A\n\nA) no question\n\nANSWER: none\n\nGood\nA) a\nB) b\nANSWER: A\n\n"
                                  "Unfinished\nA) a\nB) b\n\nGood, too\nA)a\nB)b\nANSWER: B",
                                  "f.txt");
    ASSERT_EQ(reading.bank.questions.size(), 2U);
    EXPECT_EQ(reading.bank.questions[0].text.text, "Good");
    EXPECT_EQ(reading.bank.questions[1].text.text, "Good, too");
    std::vector<int> lines;
    for (const auto& one : reading.problems)
        lines.push_back(one.line);
    EXPECT_EQ(lines, (std::vector<int>{1, 5, 14}));
}

TEST(Aiken, WhatIsMissingIsTold) {
    const std::string good = "\n\nq\nA. a\nB. b\nANSWER: A";
    EXPECT_EQ(toldOf("p\nA. a\nB. b" + good), Told{"1:0: this question has no ANSWER: line"});
    EXPECT_EQ(toldOf("ANSWER: A" + good), Told{"1:0: this line belongs to no question"});
    EXPECT_EQ(toldOf("p\nA. a\nC. b\nANSWER: A" + good), Told{"3:0: the options are out of order"});
    EXPECT_EQ(toldOf("p\nA. a\nB. b\nANSWER: C" + good),
              Told{"4:0: the answer 'C' names no options of this question"});
    EXPECT_EQ(toldOf("p\nA. a\nANSWER: A" + good), Told{"1:0: this question needs 2 answers or more"});
}

TEST(MoodleXml, AHostileOrForeignFileIsRefused) {
    EXPECT_EQ(toldOf("<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz/>"),
              Told{"1:0: a document type (DOCTYPE) is not allowed"});
    EXPECT_EQ(toldOf("<html/>"), Told{"1:0: this XML is no Moodle question bank"});
    EXPECT_EQ(toldOf("<quiz>").at(0).substr(0, 28), "1:0: this is not valid XML: ");
    EXPECT_EQ(toldOf(xml("<question type=\"essay\"><name><text>&#1;</text></name></question>")),
              Told{"3:0: there is an invisible control character (1)"});
}

TEST(MoodleXml, WhatABankHasNoPlaceForIsTold) {
    EXPECT_EQ(toldOf(xml("<question type=\"cloze\"><name><text>gap</text></name></question>")),
              Told{"3:0: the question 'gap' is of the type cloze, which is not supported: it is left out"});
    EXPECT_EQ(
        toldOf(xml(
            "<question type=\"essay\"><name><text>e</text></name><hint><text>h</text></hint></question>")),
        Told{"3:0: of the question 'e' these parts are left out: hint"});
    EXPECT_EQ(
        toldOf(
            xml("<question type=\"shortanswer\"><answer fraction=\"x\"><text>a</text></answer></question>")),
        Told{"3:0: the fraction 'x' is not a number from -100 to 100"});
    EXPECT_EQ(
        toldOf(xml(
            "<question type=\"numerical\"><answer fraction=\"100\"><text>3,5</text></answer></question>")),
        Told{"3:0: '3,5' is no number that can be compared"});
}

TEST(MoodleXml, ItReadsWhatMoodleWrites) {
    const auto reading = readBank(
        xml("<question type=\"category\"><category><text>$course$/top/Day 1/Calls</text></category></question>"
            "<question type=\"match\"><name><text>m</text></name><questiontext format=\"html\"><text>q</text></questiontext>"
            "<subquestion><text>a</text><answer><text>1</text></answer></subquestion>"
            "<subquestion><text>b</text><answer><text>2</text></answer></subquestion></question>"
            "<question type=\"essay\"><name><text>e</text></name><questiontext format=\"html\"><text>q</text></questiontext>"
            "<graderinfo format=\"html\"><text>look for a time</text></graderinfo></question>"
            "<question type=\"truefalse\"><name><text>t</text></name><questiontext format=\"html\"><text>q</text></questiontext>"
            "<answer fraction=\"0\"><text>True</text></answer><answer fraction=\"100\"><text>False</text></answer></question>"),
        "b.xml");
    EXPECT_TRUE(reading.problems.empty());
    ASSERT_EQ(reading.bank.questions.size(), 3U);
    EXPECT_EQ(reading.bank.categories, Told{"Day 1/Calls"});
    EXPECT_EQ(reading.bank.questions[0].type, QuestionType::Matching);
    EXPECT_EQ(reading.bank.questions[1].explanation.text, "look for a time");
    EXPECT_FALSE(reading.bank.questions[2].right);
}

TEST(MoodleXml, MarkupOutsideCdataIsNoText) {
    EXPECT_EQ(toldOf(xml("<question type=\"essay\"><name><text>e</text></name><questiontext format=\"html\"><text>Say "
                         "<b>hello</b></text></questiontext></question>")),
              Told{"3:0: of the question 'e' these parts are left out: b"});
}

TEST(BankFile, WhatATargetHasNoWordsForIsNotWritten) {
    const auto ordering = readBank("题型,题干,选项A,选项B,答案\n排序,q,a,b,\n", "t.csv").bank;
    for (const auto kind : {BankKind::Gift, BankKind::MoodleXml}) {
        const auto writing = writeBank(ordering, kind, "t");
        ASSERT_EQ(writing.problems.size(), 1U);
        EXPECT_EQ(writing.problems[0].kind, ProblemKind::BankNoWords);
        EXPECT_TRUE(writing.bytes.empty());
    }
    const auto weights = writeBank(readBank("::w:: q {~%70%a ~%30%b ~c}", "g").bank, BankKind::Csv, "t");
    ASSERT_EQ(weights.problems.size(), 1U);
    EXPECT_EQ(weights.problems[0].kind, ProblemKind::BankReadsOtherwise);
    const auto feedback = writeBank(readBank("::w:: q {=a#yes ~b}", "g").bank, BankKind::Csv, "t");
    ASSERT_EQ(feedback.problems.size(), 1U);
    EXPECT_EQ(feedback.problems[0].kind, ProblemKind::BankLosses);
    EXPECT_FALSE(feedback.bytes.empty());
}

/// Questions written in GIFT, for every type that GIFT and Moodle XML share.
rc::Gen<QuizBank> banks() {
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "$CATEGORY: a/b", "::n::[html]<p>a & b</p> {=x#f ~y ~%-25%z####g}",
            "q {~%50%a ~%50%b ~%-100%]]>}", "// [id:q1] [tag:t] [tag:客服]\nq {T#w#r}", "q {FALSE}",
            "q {=a =%50%b*#f}", "q {#3:0.5 =%50%4:1 ~#no}", "[markdown]q {=a -> 1 =b -> 2 = -> 3}", "q {}",
            "only a text", "::\\:\\=:: 行一\\n行二 {=是 ~否}")),
        [](const std::vector<std::string>& pieces) {
            std::string gift;
            for (const auto& piece : pieces)
                gift += piece + "\n\n";
            return readGift(gift, "g").bank;
        });
}

RC_GTEST_PROP(BankFileProperty, MoodleXmlAndGiftReadBackTheSameBank, ()) {
    const auto bank = *banks();
    for (const auto kind : {BankKind::MoodleXml, BankKind::Gift}) {
        const auto writing = writeBank(bank, kind, "w");
        RC_ASSERT(writing.problems.empty());
        const auto again = readBank(writing.bytes, "w");
        RC_ASSERT(settledAll(again.bank) == settledAll(bank));
        RC_ASSERT(again.bank.categories == bank.categories);
    }
}

RC_GTEST_PROP(BankFileProperty, AnAcceptedTableReadsBackWhatItSaid, ()) {
    const auto text =
        rc::gen::element<std::string>("a", "客服 a", "=1+1", "x,\"y\"", "行一\n行二", "-", "'q");
    const bool right = *rc::gen::arbitrary<bool>();
    Question one;
    one.type = QuestionType::Single;
    one.text.text = *text;
    one.name = "n" + *text;
    one.explanation.text = *text;
    one.category = *text;
    for (int i = 0; i < 5; ++i)
        one.answers.push_back({{*text, QuizFormat::Auto}, i == (right ? 1 : 4) ? FULL_MARK : 0, "", {}});
    const QuizBank bank{{one}, {}};
    for (const auto kind : {BankKind::Csv, BankKind::Xlsx}) {
        const auto writing = writeBank(bank, kind, "w");
        RC_ASSERT(writing.problems.empty());
        RC_ASSERT(settledAll(readBank(writing.bytes, "w").bank) == settledAll(bank));
    }
}

} // namespace
} // namespace fledgling::format
