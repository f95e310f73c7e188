#include "format/quiz/BankFile.h"
#include "format/quiz/MoodleXml.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace fledgling::format {
namespace {

using namespace domain;
using Told = std::vector<std::string>;

/// A file as a Moodle site exports a question bank: comments with numbers, texts in CDATA, every setting spelt out.
std::string exported(const std::string& questions) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n<!-- question: 0  -->\n  <question type=\"category\">\n"
           "    <category>\n      <text>$course$/top/Default for CS1/Calls</text>\n    </category>\n"
           "    <info format=\"moodle_auto_format\">\n      <text>What is asked on the phone</text>\n    </info>\n"
           "    <idnumber></idnumber>\n  </question>\n\n" +
           questions + "</quiz>\n";
}

/// What stands at the head of every question of such a file.
std::string head(const std::string& type, const std::string& name, const std::string& html, const std::string& more = "") {
    return "<!-- question: 2284  -->\n  <question type=\"" + type + "\">\n    <name>\n      <text>" + name +
           "</text>\n    </name>\n    <questiontext format=\"html\">\n      <text><![CDATA[" + html + "]]></text>\n" + more +
           "    </questiontext>\n    <generalfeedback format=\"html\">\n      <text><![CDATA[<p>Day 2, <b>calls</b></p>]]></text>\n"
           "    </generalfeedback>\n    <defaultgrade>1.0000000</defaultgrade>\n    <penalty>0.3333333</penalty>\n"
           "    <hidden>0</hidden>\n    <idnumber>c&amp;1</idnumber>\n";
}

std::string answer(const char* fraction, const char* format, const char* text, const char* feedback = "", const char* more = "") {
    return std::string("    <answer fraction=\"") + fraction + "\" format=\"" + format + "\">\n      <text>" + text +
           "</text>\n      <feedback format=\"html\">\n        <text>" + feedback + "</text>\n      </feedback>\n" + more +
           "    </answer>\n";
}

constexpr const char* CHOICE_SETTINGS =
    "    <shuffleanswers>true</shuffleanswers>\n    <answernumbering>abc</answernumbering>\n"
    "    <showstandardinstruction>0</showstandardinstruction>\n"
    "    <correctfeedback format=\"html\">\n      <text>Your answer is correct.</text>\n    </correctfeedback>\n"
    "    <partiallycorrectfeedback format=\"html\">\n      <text>Your answer is partially correct.</text>\n"
    "    </partiallycorrectfeedback>\n    <incorrectfeedback format=\"html\">\n      <text>Your answer is incorrect.</text>\n"
    "    </incorrectfeedback>\n    <shownumcorrect/>\n";

const char* TAGS = "    <tags>\n      <tag><text>d2-am</text>\n</tag>\n      <tag><text>calls</text>\n</tag>\n    </tags>\n";

std::vector<std::string> told(const BankReading& reading) {
    std::vector<std::string> all;
    for (const auto& one : reading.problems)
        all.push_back(one.what());
    return all;
}

TEST(MoodleExport, AChoiceOfOneHasItsTextsSettingsAndTags) {
    const auto reading =
        readBank(exported(head("multichoice", "Greeting", "<p>Which line <em>opens</em> a chat?</p>") + "    <single>true</single>\n" +
                          CHOICE_SETTINGS + answer("100", "html", "<![CDATA[<p>Welcome, what can I do for you?</p>]]>", "<![CDATA[<p>Yes.</p>]]>") +
                          answer("0", "html", "<![CDATA[<p>What?</p>]]>") + TAGS + "  </question>\n\n"),
                 "quiz.xml");
    EXPECT_EQ(reading.kind, BankKind::MoodleXml);
    EXPECT_EQ(told(reading), (Told{"questions whose feedback to the answer as a whole (right, partly right, "
                                                       "wrong) is left out: 1"}));
    ASSERT_EQ(reading.bank.questions.size(), 1U);
    const auto& question = reading.bank.questions[0];
    EXPECT_EQ(question.type, QuestionType::Single);
    EXPECT_EQ(question.category, "Default for CS1/Calls");
    EXPECT_EQ(question.id, "c&1");
    EXPECT_EQ(question.tags, (std::vector<std::string>{"d2-am", "calls"}));
    EXPECT_EQ(question.text, (QuizText{"<p>Which line <em>opens</em> a chat?</p>", QuizFormat::Html}));
    EXPECT_EQ(question.explanation.text, "<p>Day 2, <b>calls</b></p>");
    EXPECT_EQ(question.answers[0].feedback.text, "<p>Yes.</p>");
    EXPECT_EQ(question.answers[0].fraction, FULL_MARK);
}

TEST(MoodleExport, ThirdsOfAChoiceOfSeveralMakeTheWhole) {
    const auto reading = readBank(exported(head("multichoice", "Three", "<p>Which three?</p>") + "    <single>false</single>\n" +
                                           answer("33.33333", "html", "a") + answer("33.33333", "html", "b") +
                                           answer("33.33333", "html", "c") + answer("-33.33333", "html", "d") + "  </question>\n"),
                                  "quiz.xml");
    EXPECT_TRUE(reading.problems.empty()) << told(reading).front();
    const auto& question = reading.bank.questions.at(0);
    EXPECT_EQ(question.type, QuestionType::Multiple);
    EXPECT_EQ(question.answers[0].fraction, 33333);
    EXPECT_EQ(question.answers[3].fraction, -33333);
}

TEST(MoodleExport, WhatABankHasNoSettingForIsToldWhereItIsSetOtherwise) {
    const auto choice = [](const std::string& settings) {
        return told(readBank(exported(head("multichoice", "m", "q") + settings + answer("100", "html", "a") +
                                      answer("0", "html", "all of these") + "  </question>\n"),
                             "quiz.xml"));
    };
    EXPECT_EQ(choice("<shuffleanswers>1</shuffleanswers>"), Told{});
    EXPECT_EQ(choice("<shuffleanswers>0</shuffleanswers>"), Told{"of the question 'm' these parts are left out: shuffleanswers"});
    EXPECT_EQ(choice("<hint format=\"html\"><text></text></hint>"), Told{}) << "an empty one is no loss";
    EXPECT_EQ(choice("<hint format=\"html\"><text>think</text><shownumcorrect/></hint>"),
              Told{"of the question 'm' these parts are left out: hint"});
}

TEST(MoodleExport, PicturesAreNamedAndTheRestOfTheTextStays) {
    const auto reading = readBank(
        exported(head("truefalse", "Logo", "<p>Our logo <img src=\"@@PLUGINFILE@@/logo.png\" alt=\"bird\" /> is a bird.</p>",
                      "<file name=\"logo.png\" path=\"/\" encoding=\"base64\">iVBORw0KGgo=</file>\n") +
                 answer("0", "moodle_auto_format", "true", "<![CDATA[<p>Look again.</p>]]>") +
                 answer("100", "moodle_auto_format", "false") + "  </question>\n"),
        "quiz.xml");
    EXPECT_EQ(told(reading), (Told{"of the question 'Logo' these parts are left out: file logo.png"}));
    const auto& question = reading.bank.questions.at(0);
    EXPECT_EQ(question.type, QuestionType::TrueFalse);
    EXPECT_FALSE(question.right);
    EXPECT_EQ(question.feedbackTrue.text, "<p>Look again.</p>");
    EXPECT_NE(question.text.text.find("is a bird"), std::string::npos);
}

TEST(MoodleExport, ShortAnswersKeepTheirPartMarksAndCaseIsTold) {
    const auto bank = [](const char* usecase) {
        return readBank(exported(head("shortanswer", "Word", "<p>The first word?</p>") + "    <usecase>" + usecase + "</usecase>\n" +
                                 answer("100", "moodle_auto_format", "hello*") + answer("50", "moodle_auto_format", "hi") +
                                 answer("0", "moodle_auto_format", "*", "no") + "  </question>\n"),
                        "quiz.xml");
    };
    EXPECT_EQ(told(bank("1")), (Told{"of the question 'Word' these parts are left out: usecase"}));
    const auto reading = bank("0");
    EXPECT_TRUE(reading.problems.empty());
    const auto& question = reading.bank.questions.at(0);
    EXPECT_EQ(*fractionOf(question, std::string("Hello there")), FULL_MARK);
    EXPECT_EQ(*fractionOf(question, std::string("HI")), FULL_MARK / 2);
    EXPECT_EQ(*fractionOf(question, std::string("what")), 0);
}

TEST(MoodleExport, NumbersHaveToleranceAndUnitsAreTold) {
    const std::string plain = head("numerical", "Seconds", "<p>How many seconds?</p>") +
                              answer("100", "moodle_auto_format", "60", "", "      <tolerance>0.5</tolerance>\n") +
                              answer("50", "moodle_auto_format", "1e2", "", "      <tolerance>0</tolerance>\n") +
                              "    <unitgradingtype>0</unitgradingtype>\n    <unitpenalty>0.1000000</unitpenalty>\n"
                              "    <showunits>3</showunits>\n    <unitsleft>0</unitsleft>\n";
    const auto reading = readBank(exported(plain + "  </question>\n"), "quiz.xml");
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(*fractionOf(reading.bank.questions.at(0), std::string("60.4")), FULL_MARK);
    EXPECT_EQ(*fractionOf(reading.bank.questions.at(0), std::string("100")), FULL_MARK / 2);
    const auto units = readBank(exported(plain + "    <units>\n      <unit>\n        <multiplier>1</multiplier>\n"
                                                 "        <unit_name>s</unit_name>\n      </unit>\n    </units>\n  </question>\n"),
                                "quiz.xml");
    EXPECT_EQ(told(units), (Told{"of the question 'Seconds' these parts are left out: units"}));
}

TEST(MoodleExport, AMatchingQuestionMayHaveAPartnerTooMany) {
    const auto sub = [](const char* left, const char* right) {
        return std::string("    <subquestion format=\"html\">\n      <text>") + left + "</text>\n      <answer>\n        <text>" + right +
               "</text>\n      </answer>\n    </subquestion>\n";
    };
    const auto reading =
        readBank(exported(head("matching", "Flows", "<p>Who handles it?</p>") + "    <shuffleanswers>true</shuffleanswers>\n" +
                          sub("<![CDATA[<p>a dispute</p>]]>", "complaint specialist") + sub("<![CDATA[<p>a fault</p>]]>", "technical agent") +
                          sub("", "nobody") + "  </question>\n"),
                 "quiz.xml");
    EXPECT_TRUE(reading.problems.empty());
    const auto& question = reading.bank.questions.at(0);
    ASSERT_EQ(question.pairs.size(), 3U);
    EXPECT_EQ(question.pairs[0].right, "complaint specialist");
    EXPECT_TRUE(question.pairs[2].left.empty());
}

TEST(MoodleExport, AnEssayIsOpenAndADescriptionOnlyText) {
    const std::string essay =
        "    <responseformat>editor</responseformat>\n    <responserequired>1</responserequired>\n"
        "    <responsefieldlines>10</responsefieldlines>\n    <minwordlimit></minwordlimit>\n    <maxwordlimit>80</maxwordlimit>\n"
        "    <attachments>1</attachments>\n    <attachmentsrequired>0</attachmentsrequired>\n    <maxbytes>0</maxbytes>\n"
        "    <filetypeslist></filetypeslist>\n    <graderinfo format=\"html\">\n      <text></text>\n    </graderinfo>\n"
        "    <responsetemplate format=\"html\">\n      <text></text>\n    </responsetemplate>\n  </question>\n";
    const auto reading = readBank(
        exported(head("essay", "Complaint", "<p>Answer it.</p>") + essay + head("description", "Case", "<p>A customer writes:</p>") +
                 "  </question>\n"),
        "quiz.xml");
    EXPECT_EQ(told(reading), (Told{"of the question 'Complaint' these parts are left out: attachments, maxwordlimit"}));
    ASSERT_EQ(reading.bank.questions.size(), 2U);
    EXPECT_EQ(reading.bank.questions[0].type, QuestionType::Open);
    EXPECT_EQ(reading.bank.questions[1].type, QuestionType::Description);
}

TEST(MoodleExport, TrueAndFalseInTheSitesLanguageAreTakenByTheirPlaceAndSaidSo) {
    const auto bank = [](const char* one, const char* two) {
        return readBank(exported(head("truefalse", "t", "<p>q</p>") + answer("0", "moodle_auto_format", one, "look again") +
                                 answer("100", "moodle_auto_format", two) + "  </question>\n"),
                        "quiz.xml");
    };
    const auto german = bank("Wahr", "Falsch");
    EXPECT_EQ(told(german), Told{"the question 't' says true in another language: its first answer 'Wahr' is taken as true"});
    ASSERT_EQ(german.bank.questions.size(), 1U);
    EXPECT_FALSE(german.bank.questions[0].right);
    EXPECT_EQ(german.bank.questions[0].feedbackTrue.text, "look again");
    const auto swapped = bank("False", "True");
    EXPECT_TRUE(swapped.problems.empty()) << "words count before places";
    EXPECT_TRUE(swapped.bank.questions.at(0).right);
    EXPECT_TRUE(bank("Wahr", "true").bank.questions.empty()) << "half said is not said";
}

TEST(MoodleExport, TagsOfACourseStandBesideThoseOfTheQuestion) {
    const auto reading = readBank(exported(head("essay", "e", "<p>q</p>") + TAGS +
                                           "    <coursetags>\n      <tag><text>calls</text></tag>\n      <tag><text>spring</text></tag>\n"
                                           "    </coursetags>\n  </question>\n"),
                                  "quiz.xml");
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.bank.questions.at(0).tags, (Told{"d2-am", "calls", "spring"})) << "each once";
}

TEST(MoodleExport, AnAnswerWithoutAFractionIsWorthNothing) {
    const auto reading = readBank(exported(head("multichoice", "m", "<p>q</p>") + "    <answer>\n      <text>a</text>\n    </answer>\n" +
                                           answer("100", "html", "b") + "  </question>\n"),
                                  "quiz.xml");
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.bank.questions.at(0).answers.at(0).fraction, 0);
    EXPECT_EQ(reading.bank.questions.at(0).type, QuestionType::Single) << "as Moodle takes one that doesn't say";
}

TEST(MoodleExport, TypesABankDoesntKnowAndHiddenQuestionsAreNamedAndLeftOut) {
    auto hidden = head("essay", "Old", "<p>gone</p>") + "  </question>\n";
    const std::string shown = "<hidden>0</hidden>";
    hidden.replace(hidden.find(shown), shown.size(), "<hidden>1</hidden>");
    const auto reading = readBank(
        exported(head("cloze", "Gap", "<p>{1:SHORTANSWER:=a}</p>") + "  </question>\n" + head("ddwtos", "Drag", "<p>[[1]]</p>") +
                 "    <dragbox>\n      <text>a</text>\n      <group>1</group>\n    </dragbox>\n  </question>\n" + hidden),
        "quiz.xml");
    EXPECT_TRUE(reading.bank.questions.empty());
    EXPECT_EQ(told(reading),
              (Told{"the question 'Gap' is of the type cloze, which is not supported: it is left out",
                                        "the question 'Drag' is of the type ddwtos, which is not supported: it is left out",
                                        "the question 'Old' is hidden in Moodle: it is left out"}));
    EXPECT_FALSE(hasErrors(reading.problems));
}

TEST(MoodleExport, AWindowsFileWithAMarkOfItsEncodingReadsTheSame) {
    const auto text = exported(head("truefalse", "t", "<p>行一</p>") + answer("100", "moodle_auto_format", "true") +
                               answer("0", "moodle_auto_format", "false") + "  </question>\n");
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text)
        windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(readBank(windows, "quiz.xml").bank, readBank(text, "quiz.xml").bank);
}

TEST(MoodleExport, WhatIsWrittenHasTheShapeMoodleWrites) {
    const auto bank = readBank("$CATEGORY: Calls\n\n// [id:c1] [tag:d2]\n::n:: [html]<p>q</p> {=a ~b}\n\n::t:: q {T}\n\n::k:: q {#60:0.5}\n\n"
                               "::e:: q {}\n\n::d:: only words",
                               "bank.gift")
                          .bank;
    const auto written = writeBank(bank, BankKind::MoodleXml, "bank.xml");
    ASSERT_TRUE(written.problems.empty());
    for (const char* part : {"<text>$course$/top/Calls</text>", "<![CDATA[<p>q</p>]]>", "<idnumber>c1</idnumber>",
                             "<single>true</single>", "<shuffleanswers>true</shuffleanswers>", "<penalty>1.0000000</penalty>",
                             "<tolerance>0.5</tolerance>", "<showunits>3</showunits>", "<responseformat>editor</responseformat>",
                             "<defaultgrade>0.0000000</defaultgrade>", "<hidden>0</hidden>"})
        EXPECT_NE(written.bytes.find(part), std::string::npos) << part << " in\n" << written.bytes;
    const auto again = readBank(written.bytes, "bank.xml");
    EXPECT_TRUE(again.problems.empty());
    EXPECT_EQ(again.bank.categories, std::vector<std::string>{"Calls"});
}

TEST(MoodleExport, ACategoryOfAnotherMoodleKeepsItsPlace) {
    const auto bank = readBank("$CATEGORY: $system$/top/Shared\n\nq {T}", "bank.gift").bank;
    const auto written = writeBank(bank, BankKind::MoodleXml, "bank.xml");
    ASSERT_TRUE(written.problems.empty()) << written.problems.front().text();
    EXPECT_NE(written.bytes.find("<text>$system$/top/Shared</text>"), std::string::npos);
    EXPECT_EQ(readBank(written.bytes, "bank.xml").bank.questions.at(0).category, "Shared");
    EXPECT_EQ(moodleTopic("$course$/top"), "");
    EXPECT_EQ(moodleTopic("$course$/Default for CS1"), "Default for CS1");
    EXPECT_EQ(moodleTopic("Day 1/top/Calls"), "Day 1/top/Calls");
}

} // namespace
} // namespace fledgling::format
