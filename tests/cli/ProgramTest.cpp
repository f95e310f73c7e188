#include "cli/Program.h"
#include "cli/Output.h"
#include "support/Here.h"

#include <Poco/JSON/Parser.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <unistd.h>

namespace fledgling::cli::test {
namespace {

namespace fs = std::filesystem;

struct Answer {
    int exit = 0;
    std::string out;
    std::string err;
    [[nodiscard]] Poco::JSON::Object::Ptr json() const { return Poco::JSON::Parser().parse(out).extract<Poco::JSON::Object::Ptr>(); }
    [[nodiscard]] Poco::JSON::Array::Ptr rows() const { return json()->getArray("rows"); }
};

/// A fresh department file per test, with a manager 1, a supervisor 2, a trainer 3 and the shipped course.
class ProgramTest : public ::testing::Test {
protected:
    void SetUp() override {
        ::setenv("FLEDGLING_ASSETS", (fledgling::test::source() / "assets").c_str(), 1);
        ::unsetenv("FLEDGLING_DB");
        ::unsetenv("FLEDGLING_AS");
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder = fs::temp_directory_path() / ("fledgling-cli-" + std::to_string(::getpid()) + "-" + info->name());
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
        m_db = (m_folder / "team.fledgling").string();
        ASSERT_EQ(say({"database", "create", "--name", "周岚", "--number", "1"}).exit, Kept);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    Answer say(std::vector<std::string> words) {
        words.insert(words.begin(), {"--lang", "en", "--db", m_db});
        std::ostringstream out, err;
        const int exit = run(words, out, err);
        return {exit, out.str(), err.str()};
    }
    Answer as(const std::string& who, std::vector<std::string> words) {
        words.insert(words.begin(), {"--as", who});
        return say(std::move(words));
    }
    void staff() {
        ASSERT_EQ(as("1", {"people", "add", "--name", "林越", "--number", "3", "--role", "trainer"}).exit, Kept);
        ASSERT_EQ(as("1", {"people", "add", "--name", "吴敏", "--number", "007", "--role", "trainee", "--post", "agent"}).exit, Kept);
        ASSERT_EQ(as("1", {"people", "add", "--name", "赵磊", "--number", "008", "--role", "trainee", "--post", "order"}).exit, Kept);
        ASSERT_EQ(as("3", {"course", "load", (fledgling::test::source() / "courses/customer-service").string()}).exit, Kept);
    }
    /// A cohort that began on the last working day there was, so that its first session can be marked.
    void cohort() {
        staff();
        const auto answer = as("3", {"cohort", "lay", "一班", "--start", "2026-03-16", "--trainee", "007", "--trainee", "008"});
        ASSERT_EQ(answer.exit, Kept) << answer.err;
    }

    fs::path m_folder;
    std::string m_db;
};

TEST_F(ProgramTest, ACohortBegunInThePastIsWarnedOfAndItsReviewIsOnAWorkingDay) {
    staff();
    const auto sunday = as("3", {"cohort", "lay", "一班", "--start", "2026-03-16", "--review", "2026-03-29"});
    EXPECT_EQ(sunday.exit, RefusedByRule);
    EXPECT_NE(sunday.err.find("Nobody works on Sun 29 Mar 2026: hold the review on a working day, next on Mon 30 Mar 2026."), std::string::npos)
        << sunday.err;
    const auto past = as("3", {"cohort", "lay", "二班", "--start", "2020-03-16"});
    EXPECT_EQ(past.exit, Kept) << past.err;
    EXPECT_NE(past.out.find("is past. Half days laid before today: 6."), std::string::npos) << past.out;
}

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

TEST_F(ProgramTest, AColumnOfARosterMayBeSaidToHoldWhatItHolds) {
    staff();
    const auto file = m_folder / "roster.csv";
    std::ofstream(file) << "Name,Badge\nNew One,0042\n";
    EXPECT_EQ(as("1", {"people", "import", file.string(), "--column", "Badge=nonsense"}).exit, WrongUsage);
    EXPECT_EQ(as("1", {"people", "import", file.string(), "--column", "Colour=phone"}).exit, WrongUsage);
    const auto answer = as("1", {"--json", "people", "import", file.string(), "--column", "Badge=staff-number", "--role", "trainer"});
    ASSERT_EQ(answer.exit, Kept) << answer.out;
    EXPECT_EQ(answer.rows()->getObject(0)->getValue<std::string>("number"), "0042");
    EXPECT_EQ(as("1", {"--json", "people", "list", "--role", "trainer"}).rows()->size(), 2U);
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

TEST_F(ProgramTest, EverybodyIsMarkedPresentOverWhatStandsWithAReason) {
    cohort();
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "A"}).exit, Kept);
    EXPECT_EQ(as("3", {"--json", "roll", "owed", "一班"}).rows()->size(), 1U);
    EXPECT_EQ(as("3", {"roll", "all", "一班/d1-am"}).exit, RefusedByRule);
    ASSERT_EQ(as("3", {"roll", "all", "一班/d1-am", "--why", "fire drill"}).exit, Kept);
    EXPECT_EQ(as("3", {"--json", "roll", "owed", "一班"}).rows()->size(), 0U);
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

TEST_F(ProgramTest, ABrokenInputFileIsExitFive) {
    staff();
    const auto file = m_folder / "broken.xlsx";
    std::ofstream(file, std::ios::binary) << "PK\x03\x04 not a workbook";
    EXPECT_EQ(as("1", {"people", "import", file.string()}).exit, BadInput);
}

TEST_F(ProgramTest, CourseCheckPrintsEveryProblemAndExitsOne) {
    const auto folder = m_folder / "course";
    fs::create_directories(folder);
    std::ofstream(folder / "course.yaml") << "id: x\nversion: \"1\"\ntitle： x\nminuets: 3\n";
    const auto answer = say({"course", "check", folder.string()});
    EXPECT_EQ(answer.exit, 1);
    EXPECT_NE(answer.out.find("course.yaml:3"), std::string::npos) << answer.out;
    EXPECT_EQ(say({"course", "check", (fledgling::test::source() / "courses/customer-service").string()}).exit, Kept);
}

TEST_F(ProgramTest, ARollIsMarkedClosedAndCorrectedWithAReason) {
    cohort();
    EXPECT_NE(as("3", {"roll", "show", "一班/d1-am"}).out.find("not marked"), std::string::npos) << "of nothing nobody took 100 %";
    EXPECT_TRUE(as("3", {"--json", "roll", "show", "一班/d1-am"}).rows()->getObject(0)->isNull("taken_percent"));
    EXPECT_EQ(as("3", {"roll", "close", "一班/d1-am"}).exit, RefusedByRule);
    EXPECT_EQ(as("3", {"roll", "mark", "一班/d1-am", "吴敏", "L12"}).exit, Kept);
    EXPECT_EQ(as("3", {"roll", "rest", "一班/d1-am"}).exit, Kept);
    EXPECT_EQ(as("3", {"roll", "close", "一班/d1-am"}).exit, Kept);
    EXPECT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P"}).exit, RefusedByRule);
    EXPECT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P", "--why", "the clock was wrong"}).exit, Kept);
    const auto roll = as("3", {"--json", "roll", "show", "一班/d1-am"});
    EXPECT_TRUE(roll.json()->getValue<bool>("closed"));
    EXPECT_EQ(roll.rows()->getObject(0)->getValue<std::string>("d1-am"), "P");
}

TEST_F(ProgramTest, TheBoardAsOfAnEarlierChangeSaysWhatWasKnownThen) {
    cohort();
    ASSERT_EQ(as("3", {"roll", "rest", "一班/d1-am"}).exit, Kept);
    const auto now = as("1", {"--json", "readiness", "show", "一班"});
    ASSERT_EQ(now.exit, Kept) << now.out;
    EXPECT_EQ(now.rows()->size(), 2U);
    EXPECT_EQ(now.rows()->getObject(0)->getValue<std::string>("verdict"), "on-the-way");
    const auto before = as("1", {"--json", "--as-of", "2020-01-01", "cohort", "list"});
    EXPECT_EQ(before.rows()->size(), 0U);
    EXPECT_EQ(as("1", {"--as-of", "2020-01-01", "cohort", "lay", "x"}).exit, RefusedByRule);
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

TEST_F(ProgramTest, ASessionIsMovedByCohortAndNameLikeItIsMarked) {
    cohort();
    ASSERT_EQ(as("3", {"session", "move", "一班/d3-pm", "--day", "2026-03-19", "--why", "the room is taken"}).exit, Kept);
    EXPECT_NE(as("3", {"cohort", "show", "一班"}).out.find("2026-03-19"), std::string::npos);
    EXPECT_EQ(as("3", {"session", "move", "一班/d9-pm", "--day", "2026-03-20"}).exit, RefusedByRule);
}

TEST_F(ProgramTest, MovingASessionOntoADayOffWarnsAndAPreviewKeepsNothing) {
    cohort();
    const auto preview = as("3", {"session", "move", "一班/d3-pm", "--day", "2026-03-21", "--preview"}); // a Saturday
    EXPECT_EQ(preview.exit, Kept) << preview.err;
    EXPECT_NE(preview.out.find("Warning: 2026-03-21 is a day off."), std::string::npos) << preview.out;
    EXPECT_NE(preview.out.find("2026-03-18"), std::string::npos) << "old date too: " << preview.out;
    EXPECT_NE(preview.out.find("Preview only: nothing was kept."), std::string::npos) << preview.out;
    EXPECT_EQ(as("3", {"cohort", "show", "一班"}).out.find("2026-03-21"), std::string::npos);
    const auto kept = as("3", {"session", "move", "一班/d3-pm", "--day", "2026-03-21"});
    EXPECT_EQ(kept.exit, Kept) << kept.err;
    EXPECT_NE(kept.out.find("Warning: 2026-03-21 is a day off."), std::string::npos) << kept.out;
    EXPECT_NE(as("3", {"cohort", "show", "一班"}).out.find("2026-03-21"), std::string::npos);
    const auto working = as("3", {"--json", "session", "move", "一班/d3-pm", "--day", "2026-03-19"});
    EXPECT_FALSE(working.json()->getValue<bool>("day_off"));
    EXPECT_EQ(working.rows()->getObject(0)->getValue<std::string>("from"), "2026-03-21");
}

TEST_F(ProgramTest, APreviewOfAMoveNamesWhatItWouldClashWith) {
    cohort();
    const auto clash = as("3", {"--json", "session", "move", "一班/d3-am", "--day", "2026-03-17", "--preview"});
    ASSERT_EQ(clash.exit, Kept) << clash.out;
    ASSERT_GT(clash.json()->getArray("clashes")->size(), 0U) << "its people have another half day then";
    EXPECT_NE(clash.json()->getArray("clashes")->getElement<std::string>(0).find("d2-am 2026-03-17"), std::string::npos) << clash.out;
    EXPECT_EQ(as("3", {"session", "move", "一班/d3-am", "--day", "2026-03-17"}).exit, RefusedByRule);
    EXPECT_EQ(as("007", {"session", "move", "一班/d3-am", "--day", "2026-03-17", "--preview"}).exit, RefusedByRule);
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P"}).exit, Kept);
    const auto marked = as("3", {"session", "move", "一班/d1-am", "--day", "2026-03-20", "--preview"});
    EXPECT_NE(marked.out.find("Marks were given already"), std::string::npos) << marked.out;
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

TEST_F(ProgramTest, UndoAndHistoryAndVerify) {
    staff();
    const auto history = as("1", {"--json", "history", "--verb", "load-course"});
    ASSERT_EQ(history.rows()->size(), 1U);
    const auto change = history.rows()->getObject(0)->getValue<std::int64_t>("change");
    EXPECT_EQ(as("1", {"undo", std::to_string(change), "--why", "wrong one"}).exit, Kept);
    EXPECT_EQ(as("1", {"--json", "course", "list"}).rows()->size(), 0U);
    EXPECT_TRUE(say({"--json", "database", "verify"}).json()->getValue<bool>("good"));
}

TEST_F(ProgramTest, WhatAChangeSetIsSaidInTheWordsOfThePages) {
    cohort();
    const auto watched = as("007", {"evidence", "film", "media/one-question.webm", "0-35,40-90", "--seconds", "120"});
    ASSERT_EQ(watched.exit, Kept) << watched.err;
    const auto change = as("1", {"--json", "history", "--verb", "watch-film"}).rows()->getObject(0)->getValue<std::int64_t>("change");
    const auto rows = as("1", {"--json", "history", "show", std::to_string(change)}).rows();
    ASSERT_EQ(rows->size(), 2U);
    for (unsigned i = 0; i < rows->size(); ++i)
        EXPECT_NE(rows->getObject(i)->getValue<std::string>("became").find(" min"), std::string::npos) << "how long, not which stretches";
}

TEST_F(ProgramTest, TheHistoryOfALineSaysFromWhatToWhat) {
    cohort();
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "L12"}).exit, Kept);
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "007", "P"}).exit, Kept);
    const auto answer = as("1", {"--json", "history", "of", "mark", "一班/d1-am", "吴敏"});
    ASSERT_EQ(answer.exit, Kept) << answer.out;
    const auto rows = answer.rows();
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->getObject(0)->getValue<std::string>("from"), rows->getObject(1)->getValue<std::string>("to"));
    EXPECT_EQ(rows->getObject(0)->getValue<std::string>("who"), "林越");
    EXPECT_EQ(as("1", {"history", "of", "dance", "007"}).exit, WrongUsage);
    EXPECT_EQ(as("007", {"history", "of", "mark", "一班/d1-am", "007"}).exit, Kept);
    EXPECT_EQ(as("008", {"history", "of", "mark", "一班/d1-am", "007"}).exit, RefusedByRule);
    EXPECT_EQ(as("1", {"history", "of", "result", "007"}).exit, Kept) << "fewer parts: all that begin so";
    EXPECT_EQ(as("1", {"history", "of", "cohort", "一班", "more"}).exit, WrongUsage);
}

TEST_F(ProgramTest, APastDayIsShownAsKnownTodayAndReadOnly) {
    cohort();
    const auto then = as("1", {"--json", "--for-day", "2026-03-20", "cohort", "list"});
    ASSERT_EQ(then.exit, Kept) << then.out;
    EXPECT_EQ(then.json()->getValue<std::string>("for_day"), "2026-03-20");
    EXPECT_EQ(then.rows()->size(), 1U) << "the cohort was entered later and is known today";
    EXPECT_EQ(as("1", {"--for-day", "2026-03-20", "people", "add", "--name", "x"}).exit, RefusedByRule);
    EXPECT_EQ(as("1", {"--for-day", "2999-01-01", "cohort", "list"}).exit, WrongUsage);
    EXPECT_EQ(as("1", {"--for-day", "2026-03-20", "--as-of", "2026-03-20", "cohort", "list"}).exit, WrongUsage);
}

TEST_F(ProgramTest, AStatementOfVerificationIsWrittenAndSaysWho) {
    const auto file = (m_folder / "statement.html").string();
    EXPECT_EQ(say({"database", "verify", "--statement", file}).exit, WrongUsage) << "a statement says who verified";
    ASSERT_EQ(as("1", {"database", "verify", "--statement", file}).exit, Kept);
    std::ifstream in(file);
    const std::string html{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(html.find("Statement of verification"), std::string::npos);
    EXPECT_NE(html.find("周岚"), std::string::npos);
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

TEST_F(ProgramTest, FiguresOfAQuizThatNoCourseHasAreRefused) {
    staff();
    const auto unknown = as("3", {"quiz", "figures", "NOSUCH"});
    EXPECT_EQ(unknown.exit, RefusedByRule);
    EXPECT_NE(unknown.err.find("NOSUCH"), std::string::npos) << unknown.err;
    const auto untaken = as("3", {"quiz", "figures", "final"});
    EXPECT_EQ(untaken.exit, Kept) << untaken.err;
    EXPECT_NE(untaken.out.find("Nobody has handed in a paper of final yet."), std::string::npos) << untaken.out;
}

TEST_F(ProgramTest, ABankIsCheckedAndConvertedAndNothingIsOverwritten) {
    const auto bank = (m_folder / "bank.gift").string(), xml = (m_folder / "bank.xml").string();
    std::ofstream(bank) << "::a::One? {=yes ~no}\n\nTwo {T}\n";
    EXPECT_EQ(say({"quiz", "check", bank, "--json"}).json()->getValue<int>("questions"), 2);
    EXPECT_EQ(say({"quiz", "convert", bank, xml}).exit, Kept);
    EXPECT_EQ(say({"quiz", "check", xml, "--json"}).json()->getValue<int>("questions"), 2);
    EXPECT_NE(say({"quiz", "convert", bank, xml}).exit, Kept);
    EXPECT_EQ(say({"quiz", "convert", bank, xml, "--force"}).exit, Kept);
    EXPECT_NE(say({"quiz", "convert", bank, (m_folder / "bank.pdf").string()}).exit, Kept);
    std::ofstream(bank) << "Broken {=only one ~}\n\nNumber {#abc}\n";
    EXPECT_EQ(say({"quiz", "check", bank}).exit, 1);
}

TEST_F(ProgramTest, ABankOfTheBookIsExportedAndKeptAsANewVersion) {
    staff();
    const auto course = as("1", {"--json", "course", "list"}).rows()->getObject(0)->getValue<std::string>("course");
    const auto bank = (m_folder / "final.xml").string();
    EXPECT_EQ(as("1", {"quiz", "export", course, "quizzes/final.gift", bank}).exit, Kept);
    EXPECT_EQ(as("1", {"quiz", "keep-bank", course, "quizzes/practice.gift", bank, "--new", "2099.1"}).exit, 1)
        << "a reason is needed";
    EXPECT_EQ(as("1", {"quiz", "keep-bank", course, "quizzes/practice.gift", bank, "--new", "2099.1", "--why", "try"}).exit, Kept);
    EXPECT_EQ(as("1", {"--json", "course", "list"}).rows()->size(), 2U);
    EXPECT_EQ(as("1", {"quiz", "regrade", "final", "--version", "2099.1"}).exit, 1) << "nobody has a paper";
    EXPECT_EQ(as("1", {"quiz", "regrade", "final"}).exit, 2);
}

TEST_F(ProgramTest, NewsAreWhatOthersDidSinceTheLastVisit) {
    cohort();
    const auto upTo = as("1", {"--json", "news"}).json()->getValue<Poco::Int64>("up_to");
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "吴敏", "L12"}).exit, Kept);
    const auto since = [&](const std::string& who, Poco::Int64 change) { return as(who, {"--json", "news", "--since", std::to_string(change)}); };
    const auto said = since("1", upTo);
    ASSERT_EQ(said.exit, Kept) << said.err;
    ASSERT_EQ(said.rows()->size(), 1U) << said.out;
    const auto row = said.rows()->getObject(0);
    EXPECT_EQ(row->getValue<std::string>("verb"), "mark");
    EXPECT_EQ(row->getValue<std::string>("who"), "林越");
    EXPECT_EQ(row->getArray("about")->getElement<std::string>(0), "吴敏");
    EXPECT_NE(row->getValue<std::string>("what"), "");
    EXPECT_EQ(since("1", said.json()->getValue<Poco::Int64>("up_to")).rows()->size(), 0U) << "the next visit";
    EXPECT_EQ(since("3", upTo).rows()->size(), 0U) << "one's own deeds are no news";
    EXPECT_EQ(since("007", upTo).rows()->size(), 1U) << "about oneself";
    EXPECT_EQ(since("008", upTo).rows()->size(), 0U) << "about somebody else";
    EXPECT_EQ(as("1", {"news", "--since", "yesterday"}).exit, WrongUsage);
}

TEST_F(ProgramTest, AReportOfTwoTablesIsTwoCsvFilesAndSaysSo) {
    cohort();
    const auto file = (m_folder / "class.csv").string(), second = (m_folder / "class-2.csv").string();
    const auto said = as("3", {"--json", "report", "write", "cohort", file, "--cohort", "一班"});
    ASSERT_EQ(said.exit, Kept) << said.err;
    const auto files = said.json()->getArray("files");
    ASSERT_EQ(files->size(), 2U);
    EXPECT_EQ(files->getElement<std::string>(0), file);
    EXPECT_EQ(files->getElement<std::string>(1), second);
    EXPECT_TRUE(fs::exists(second));
    EXPECT_EQ(said.json()->getValue<int>("rows"), 8) << "six half days and two people";
}

TEST_F(ProgramTest, CalendarsStatementsAndMoodlesTablesAreHandedOn) {
    cohort();
    ASSERT_EQ(as("3", {"roll", "mark", "一班/d1-am", "吴敏", "L12"}).exit, Kept);
    ASSERT_EQ(as("3", {"cohort", "review", "一班", "2026-04-01"}).exit, Kept);
    const auto written = [&](const std::string& name) {
        std::ifstream in(m_folder / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const auto out = [&](const std::string& name) { return (m_folder / name).string(); };
    const auto said = as("3", {"--json", "export", "calendar", "--cohort", "一班", "--out", out("a.ics")});
    EXPECT_EQ(said.exit, Kept) << said.err;
    EXPECT_EQ(said.json()->getValue<int>("entries"), 7) << "six half days and the review";
    EXPECT_TRUE(written("a.ics").starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_EQ(as("007", {"export", "calendar", "--person", "007", "--out", out("own.ics")}).exit, Kept);
    EXPECT_EQ(as("007", {"export", "calendar", "--person", "008", "--out", out("other.ics")}).exit, RefusedByRule);
    EXPECT_FALSE(fs::exists(m_folder / "other.ics"));
    EXPECT_EQ(as("007", {"export", "xapi", "--out", out("b.json")}).exit, RefusedByRule);
    EXPECT_EQ(as("3", {"export", "xapi", "--cohort", "一班", "--home-page", "https://lms.example.org", "--out", out("b.json")}).exit, Kept);
    EXPECT_NE(written("b.json").find("http://adlnet.gov/expapi/verbs/attended"), std::string::npos);
    EXPECT_EQ(as("3", {"export", "moodle", "--cohort", "一班", "--out", out("c.csv")}).exit, Kept);
    EXPECT_NE(written("c.csv").find("2026-03-16 07:00,007,L,"), std::string::npos) << written("c.csv");
    EXPECT_EQ(as("3", {"export", "moodle", "--sessions", "--course", "KEFU", "--out", out("d.csv")}).exit, Kept);
    EXPECT_NE(written("d.csv").find("KEFU,,2026-03-16,07:00,11:30,"), std::string::npos) << written("d.csv");
}

TEST_F(ProgramTest, AnExportNeedsAPlaceAndARealAddress) {
    cohort();
    EXPECT_EQ(as("3", {"export", "calendar"}).exit, WrongUsage);
    EXPECT_EQ(as("3", {"export", "xapi", "--home-page", "lms", "--out", (m_folder / "b.json").string()}).exit, WrongUsage);
    EXPECT_EQ(as("1", {"setting", "export-home-page", "lms"}).exit, WrongUsage);
    EXPECT_EQ(as("1", {"setting", "export-home-page", "https://lms.example.org"}).exit, Kept);
    EXPECT_EQ(as("3", {"export", "calendar", "--out", (m_folder / "no/such/a.ics").string()}).exit, BadInput);
}

} // namespace
} // namespace fledgling::cli::test
