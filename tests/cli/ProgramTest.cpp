#include "ProgramFixture.h"

#include "cli/Output.h"

#include <sstream>

namespace fledgling::cli::test {
namespace {

TEST_F(ProgramTest, ARefusalCallsThingsByTheirTitlesAndNotByIds) {
    cohort();
    const auto answer = as("3", {"result", "correct", "007", "final", "80", "--why", "misread"});
    EXPECT_EQ(answer.exit, RefusedByRule);
    EXPECT_NE(answer.err.find("has no result of Final quiz yet"), std::string::npos) << answer.err;
}

TEST_F(ProgramTest, CreatingTwiceIsRefusedAndKeepsTheFirst) {
    EXPECT_EQ(say({"database", "create", "--name", "x"}).exit, StorageFailed);
    EXPECT_EQ(as("1", {"--json", "people", "list"}).rows()->size(), 1U);
}

TEST_F(ProgramTest, UnknownCommandsAndOptionsAreUsageErrors) {
    EXPECT_EQ(say({"dance"}).exit, WrongUsage);
    EXPECT_EQ(as("1", {"people", "list", "--until", "2026-01-01"}).exit, WrongUsage);
    EXPECT_EQ(as("1", {"roll", "mark", "x"}).exit, WrongUsage);
    EXPECT_EQ(say({"people", "list"}).exit, WrongUsage); // who acts?
    EXPECT_EQ(as("1", {"calendar", "set", "2026-02-30", "off"}).exit, WrongUsage);
}

TEST_F(ProgramTest, ARuleSaysNoWithExitOneAndASentence) {
    staff();
    const auto answer = as("007", {"people", "add", "--name", "x", "--role", "trainee", "--post", "agent"});
    EXPECT_EQ(answer.exit, RefusedByRule);
    EXPECT_NE(answer.err.find("Your role may not do this"), std::string::npos) << answer.err;
    const auto json = as("007", {"--json", "people", "add", "--name", "x", "--role", "trainee", "--post", "agent"});
    EXPECT_FALSE(json.json()->getValue<bool>("ok"));
    EXPECT_EQ(json.json()->getValue<std::string>("error"), "refused");
}

TEST_F(ProgramTest, ACardIsReadByTheSameRuleAsInTheWindow) {
    const auto answer = as("1", {"people", "add", "--name", "x", "--role", "trainer", "--phone", "abc"});
    EXPECT_EQ(answer.exit, RefusedByRule);
    EXPECT_NE(answer.err.find("abc can't be a phone number"), std::string::npos) << answer.err;
}

TEST_F(ProgramTest, TodayIsTheListOfEveryRoleOnceEach) {
    cohort();
    ASSERT_EQ(as("1", {"people", "add", "--name", "郑航", "--number", "2", "--role", "supervisor", "--role", "manager"}).exit, Kept);
    const auto answer = as("2", {"--json", "today"});
    ASSERT_EQ(answer.exit, Kept) << answer.err;
    int unpaired = 0;
    for (unsigned i = 0; i < answer.rows()->size(); ++i) {
        const auto what = answer.rows()->getObject(i)->getValue<std::string>("what");
        if (what.find("Without a mentor") != std::string::npos) ++unpaired;
    }
    EXPECT_EQ(unpaired, 1) << answer.out;
}

TEST_F(ProgramTest, HelpNamesTheFieldsOfTheRowsInJson) {
    staff();
    const auto help = say({"people", "list", "--help"}).out;
    std::vector<std::string> names;
    as("1", {"--json", "people", "list"}).rows()->getObject(0)->getNames(names);
    for (const auto& name : names)
        EXPECT_NE(help.find(name), std::string::npos) << name << " in " << help;
    EXPECT_NE(help.find("--json"), std::string::npos);
}

TEST_F(ProgramTest, WhoLeftIsListedWhenAskedFor) {
    staff();
    ASSERT_EQ(as("1", {"people", "retire", "008", "--why", "left"}).exit, Kept);
    EXPECT_EQ(as("1", {"--json", "people", "list", "--role", "trainee"}).rows()->size(), 1U);
    EXPECT_EQ(as("1", {"--json", "people", "list", "--role", "trainee", "--left"}).rows()->size(), 2U);
}

TEST_F(ProgramTest, WhoIsRetiredIsLedByNobodyAnyMore) {
    cohort();
    ASSERT_EQ(as("1", {"people", "add", "--name", "陈博", "--number", "11", "--role", "mentor", "--post", "agent", "--capacity", "2"}).exit, Kept);
    ASSERT_EQ(as("1", {"pair", "add", "007", "11"}).exit, Kept);
    EXPECT_EQ(as("1", {"people", "retire", "11", "--why", "left"}).exit, RefusedByRule) << "still leads somebody";
    ASSERT_EQ(as("1", {"people", "retire", "007", "--why", "left"}).exit, Kept);
    EXPECT_EQ(as("1", {"people", "retire", "11", "--why", "left"}).exit, Kept) << "the pair ended with it";
}

TEST_F(ProgramTest, ALogEntryIsCorrectedByItsIdAndKeepsWhatIsntSaid) {
    cohort();
    ASSERT_EQ(as("1", {"people", "add", "--name", "陈博", "--number", "11", "--role", "mentor", "--post", "agent", "--capacity", "2"}).exit, Kept);
    ASSERT_EQ(as("1", {"pair", "add", "007", "11"}).exit, Kept);
    ASSERT_EQ(as("11", {"log", "add", "007", "--well", "calm", "--next", "typing"}).exit, Kept);
    const auto id = as("11", {"--json", "log", "list", "007"}).rows()->getObject(0)->getValue<std::string>("id");
    EXPECT_EQ(as("11", {"log", "correct", "007", id, "--well", "very calm"}).exit, RefusedByRule) << "a correction has a reason";
    EXPECT_EQ(as("11", {"log", "correct", "007", "nonsense", "--well", "x", "--why", "y"}).exit, WrongUsage);
    ASSERT_EQ(as("11", {"log", "correct", "007", id, "--well", "very calm", "--why", "a word was missing"}).exit, Kept);
    const auto row = as("11", {"--json", "log", "list", "007"}).rows()->getObject(0);
    EXPECT_EQ(row->getValue<std::string>("went_well"), "very calm");
    EXPECT_EQ(row->getValue<std::string>("next"), "typing");
}

TEST_F(ProgramTest, TextsToSignForAreListedWithWhatIsSigned) {
    cohort();
    const auto before = as("007", {"--json", "rules", "list"});
    ASSERT_EQ(before.exit, Kept) << before.out;
    ASSERT_GT(before.rows()->size(), 0U);
    const auto first = before.rows()->getObject(0);
    EXPECT_FALSE(first->getValue<bool>("signed"));
    ASSERT_EQ(as("007", {"rules", "acknowledge", "007", first->getValue<std::string>("file")}).exit, Kept);
    EXPECT_TRUE(first->isNull("version"));
    const auto after = as("007", {"--json", "rules", "list"}).rows()->getObject(0);
    EXPECT_TRUE(after->getValue<bool>("signed"));
    EXPECT_EQ(after->getValue<std::string>("version"),
              as("3", {"--json", "cohort", "list"}).rows()->getObject(0)->getValue<std::string>("version"));
    EXPECT_EQ(as("007", {"--json", "points", "coaching"}).rows()->size(), 0U);
}

TEST_F(ProgramTest, APairIsProposedAcceptedLoggedSignedAndDecided) {
    cohort();
    ASSERT_EQ(as("1", {"people", "add", "--name", "陈博", "--number", "11", "--role", "mentor", "--post", "agent", "--capacity", "2"}).exit, Kept);
    const auto proposal = as("1", {"--json", "pair", "propose"});
    EXPECT_EQ(proposal.rows()->size(), 1U);
    EXPECT_FALSE(proposal.json()->getValue<bool>("full")); // nobody leads order handlers
    ASSERT_EQ(as("1", {"pair", "accept"}).exit, Kept);
    ASSERT_EQ(as("11", {"log", "add", "007", "--skill", "greeting", "--how", "alone", "--well", "自然"}).exit, Kept);
    EXPECT_EQ(as("11", {"skill", "sign", "007", "closing", "alone"}).exit, RefusedByRule);
    EXPECT_EQ(as("11", {"skill", "sign", "007", "greeting", "alone"}).exit, Kept);
    EXPECT_EQ(as("1", {"decide", "007", "approve", "--why", "urgent"}).exit, RefusedByRule);
    EXPECT_EQ(as("1", {"decide", "007", "approve", "--why", "urgent", "--until", "2099-01-01"}).exit, Kept);
    EXPECT_EQ(as("1", {"--json", "decisions", "007"}).rows()->size(), 1U);
}

TEST_F(ProgramTest, ASettingNobodyReadsOrThatMeansNothingIsNotKept) {
    for (const std::vector<std::string>& words : std::initializer_list<std::vector<std::string>>{
             {"weight.load", "2"}, {"weights.load", "much"}, {"weights.load", "1001"}, {"working-week", "mon,tuesday"}, {"working-week", ""}}) {
        const auto answer = as("1", {"setting", words[0], words[1]});
        EXPECT_EQ(answer.exit, WrongUsage) << words[0] << " " << words[1];
        EXPECT_NE(answer.err.find(words[0]), std::string::npos) << answer.err;
    }
    EXPECT_EQ(as("1", {"setting", "weights.load", "2"}).exit, Kept);
    EXPECT_EQ(as("1", {"setting", "working-week", "mon,tue,wed,thu,fri,sat"}).exit, Kept);
    EXPECT_NE(say({"setting", "--help"}).out.find("pairing.may-miss"), std::string::npos);
}

TEST_F(ProgramTest, WhatIsNoIdIsAUsageError) {
    staff();
    for (const std::vector<std::string>& words : std::initializer_list<std::vector<std::string>>{
             {"leave", "approve", "x"}, {"leave", "refuse", "x"}, {"people", "erase", "x"}, {"people", "reinstate", "x"},
             {"problem", "answer", "x", "text"}, {"session", "move", "x"}, {"roll", "show", std::string(36, 'x')}}) {
        const auto answer = as("1", words);
        EXPECT_EQ(answer.exit, WrongUsage) << words[0] << " " << words[1];
        EXPECT_FALSE(answer.err.empty());
    }
}

TEST_F(ProgramTest, WhatIsSaidOfOthersIsForWhoMaySeeThem) {
    cohort();
    ASSERT_EQ(as("1", {"decide", "007", "hold", "--why", "not yet"}).exit, Kept);
    ASSERT_EQ(as("008", {"leave", "ask", "008", "2026-03-18", "2026-03-18", "--why", "dentist"}).exit, Kept);
    ASSERT_EQ(as("1", {"people", "add", "--name", "陈博", "--number", "11", "--role", "mentor", "--post", "agent", "--capacity", "2"}).exit, Kept);
    for (const char* other : {"008", "11", "007"}) {
        EXPECT_EQ(as(other, {"decisions", "007"}).exit, RefusedByRule) << other;
        EXPECT_EQ(as(other, {"roll", "show", "一班/d1-am"}).exit, RefusedByRule) << other;
        EXPECT_EQ(as(other, {"roll", "owed", "一班"}).exit, RefusedByRule) << other;
    }
    const auto leaves = [this](const char* who) {
        return as(who, {"--json", "leave", "list", "--from", "2026-03-01", "--to", "2026-03-31"}).rows()->size();
    };
    EXPECT_EQ(leaves("3"), 1U);
    EXPECT_EQ(leaves("008"), 1U) << "the own";
    EXPECT_EQ(leaves("007"), 0U);
    EXPECT_EQ(leaves("11"), 0U);
    ASSERT_EQ(as("1", {"people", "correct", "11", "--post", "order"}).exit, Kept);
    ASSERT_EQ(as("1", {"pair", "add", "008", "11"}).exit, Kept);
    EXPECT_EQ(leaves("11"), 1U) << "of who is led";
}

TEST_F(ProgramTest, WhatIsToBeWorkedOnHasItsTitle) {
    cohort();
    for (const char* chat : {"1", "2", "3"})
        ASSERT_EQ(as("3", {"review", "keep", "007", chat, "--day", "2026-03-20", "--fault", "first-reply=slow", "--seconds", "75"}).exit, Kept);
    const auto rows = as("3", {"--json", "points", "coaching", "007", "--month", "2026-03"}).rows();
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->getObject(0)->getValue<std::string>("title"), "first reply") << "no criterion of the course, but one of every chat";
}

TEST_F(ProgramTest, ADayReadInPartSaysOfHowMany) {
    cohort();
    ASSERT_EQ(as("3", {"review", "keep", "007", "1", "--day", "2026-03-20"}).exit, Kept);
    const auto rows = as("3", {"--json", "points", "of", "007", "--month", "2026-03"}).rows();
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->getObject(0)->getValue<int>("read"), 1);
    EXPECT_EQ(rows->getObject(0)->getValue<int>("to_read"), 20);
}

TEST_F(ProgramTest, HelpNamesEveryCommand) {
    std::ostringstream out, err;
    EXPECT_EQ(run({"--help"}, out, err), Kept);
    for (const char* name : {"course check", "people import", "cohort lay", "roll mark", "pair propose", "log add", "skill sign", "readiness show",
                             "decide", "history", "database verify"})
        EXPECT_NE(out.str().find(name), std::string::npos) << name;
}

TEST(Output, CountsChineseCharactersAsTwoColumns) {
    EXPECT_EQ(displayWidth("吴敏 ab"), 7U);
}

} // namespace
} // namespace fledgling::cli::test
