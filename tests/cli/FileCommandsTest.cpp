#include "ProgramFixture.h"

#include <filesystem>
#include <fstream>
#include <iterator>

/// Rosters, courses, banks, reports and exports: what comes in and goes out as files.
namespace fledgling::cli::test {
namespace {

namespace fs = std::filesystem;

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
