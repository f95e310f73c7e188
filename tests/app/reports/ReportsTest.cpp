#include "app/reports/Reports.h"

#include "../DeskFixture.h"
#include "app/history/History.h"
#include "app/mentoring/Mentoring.h"
#include "app/practical/Practicals.h"
#include "app/readiness/Decisions.h"
#include "app/roll/Roll.h"
#include "app/roll/RollView.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;

class ReportsOf : public DeskFixture {
protected:
    ReportsOf() {
        cohort = addCohort("Mar", today);
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
        addMark(cohort, "d1-am", zhao, MarkKind::Absent);
    }
    format::Report of(ReportKind kind, const PersonId& who, const PersonId& about = {}) {
        ReportChoice choice;
        choice.cohort = cohort;
        choice.person = about;
        return reportOf(at(who), kind, choice, "en", english());
    }
    CohortId cohort;
    PersonId wu, zhao;
};

TEST_F(ReportsOf, TheMatrixSaysWhatTheRollSays) {
    const auto report = of(ReportKind::Attendance, trainer);
    ASSERT_EQ(report.tables.size(), 1U);
    const auto& table = report.tables.front();
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0][1].text, "L 12");
    EXPECT_EQ(table.rows[1][1].text, "A");
    EXPECT_EQ(table.totals[1].text, "1") << "one of the two was there";
    EXPECT_EQ(table.totals[2].text, "") << "of a half day ahead nobody knows";
    RollView view(at(trainer), "en");
    view.show(session(cohort, "d1-am"));
    EXPECT_EQ(table.rows[1][5].text, std::to_string(view.rows()[1].totals.takenPercent().value()) + " %");
    EXPECT_EQ(table.rows[1][5].value, format::XlsxCell(format::XlsxPercent{view.rows()[1].totals.takenPercent().value()}));
}

TEST_F(ReportsOf, AHalfDayAheadHasNoNumberOfWhoWasThere) {
    const auto report = of(ReportKind::Cohort, manager);
    const auto& plan = report.tables.front();
    EXPECT_EQ(plan.rows[0][5].text, "1");
    EXPECT_EQ(plan.rows[1][5].text, "–");
    EXPECT_EQ(plan.rows[1][6].text, "2") << "who is expected is known";
}

TEST_F(ReportsOf, AMonthInWhichNothingWasReadSaysSo) {
    const auto report = of(ReportKind::Ledger, manager, wu);
    EXPECT_TRUE(report.tables.front().rows.empty());
    EXPECT_EQ(report.lines.back(), "No chat of this month has been read.");
}

TEST_F(ReportsOf, EveryColumnHasItsHeadingAndEveryReportItsLanguage) {
    for (const auto kind : reportKinds()) {
        const auto report = of(kind, manager, wu);
        EXPECT_EQ(report.language, "en");
        for (const auto& table : report.tables)
            for (const auto& column : table.columns)
                EXPECT_NE(column.title, "") << keyOf(kind);
    }
}

TEST_F(ReportsOf, TheMatrixSaysWhoOwesWhat) {
    const auto report = of(ReportKind::Attendance, trainer);
    const auto& table = report.tables.front();
    ASSERT_EQ(table.columns.back().title, "owes");
    EXPECT_EQ(table.rows[0].back().text, "");
    EXPECT_EQ(table.rows[1].back().text, "Attitude");
}

TEST_F(ReportsOf, TheGivenLineEndsAtTheLastHalfDayThatIsMarked) {
    const auto given = [&] {
        const auto report = of(ReportKind::Cohort, trainer);
        std::vector<bool> points;
        for (const auto& value : report.charts.front().series.front().values)
            points.push_back(value.has_value());
        return points;
    };
    EXPECT_EQ(given(), (std::vector<bool>{true, false, false, false}));
    addMark(cohort, "d1-pm", wu);
    EXPECT_EQ(given(), (std::vector<bool>{true, true, false, false}));
}

TEST_F(ReportsOf, TheMatrixSignsWhatNothingShows) {
    addMark(cohort, "d1-pm", wu);
    EXPECT_EQ(of(ReportKind::Attendance, trainer).tables.front().rows[0][2].text, "P");
    time = TimeOfDay(16, 0);
    EXPECT_EQ(of(ReportKind::Attendance, trainer).tables.front().rows[0][2].text, "P ●") << "over, and no sheet is written";
}

TEST_F(ReportsOf, ASheetToSignHasLinesForWhoWalksIn) {
    const auto report = of(ReportKind::SignIn, trainer);
    const auto& table = report.tables.front();
    EXPECT_EQ(table.rows.size(), 2U + 5U);
    EXPECT_EQ(table.columns.size(), 2U + 4U);
    EXPECT_EQ(table.rows[0][1].text, "Wu Min");
    EXPECT_EQ(table.rows[6][1].text, "");
}

TEST_F(ReportsOf, ACertificateIsOfferedToWhoTookACourseAndFirstToWhoIsLive) {
    const auto chen = addMentor("Chen Bo");
    const auto offered = [&](ReportKind kind) {
        std::vector<PersonId> ids;
        for (const auto& [id, name] : reportPeople(at(manager), kind))
            ids.push_back(id);
        return ids;
    };
    EXPECT_EQ(offered(ReportKind::Certificate), (std::vector<PersonId>{wu, zhao}));
    (void)decide(at(manager), zhao, DecisionKind::Approve, "needed at once", today.plusDays(10));
    EXPECT_EQ(offered(ReportKind::Certificate), (std::vector<PersonId>{zhao, wu}));
    EXPECT_EQ(offered(ReportKind::Record), (std::vector<PersonId>{zhao, wu}));
    const auto ledgers = offered(ReportKind::Ledger);
    EXPECT_NE(std::find(ledgers.begin(), ledgers.end(), chen), ledgers.end()) << "mentors' chats are read as well";
    EXPECT_EQ(reportPeople(at(wu), ReportKind::Certificate).size(), 1U) << "the own one";
}

TEST_F(ReportsOf, AMentorsReportsOpenAtTheOwnTrainees) {
    const auto later = addCohort("Apr", today);
    addTrainee("Sun Qi", later);
    const auto chen = addMentor("Chen Bo");
    addPair(wu, chen, today);
    EXPECT_EQ(reportCohort(at(chen), later), std::optional(cohort)) << "whatever was shown last";
    ASSERT_EQ(reportCohorts(at(chen)).size(), 1U);
    EXPECT_EQ(reportCohort(at(manager), later), std::optional(later));
    EXPECT_EQ(reportCohorts(at(manager)).size(), 2U);
    EXPECT_FALSE(reportCohort(at(addMentor("Cao Ying")), later)) << "leads nobody";
}

TEST_F(ReportsOf, MoreThanTheLeastThatIsAskedIsNoShareOfIt) {
    const auto chen = addMentor("Chen Bo");
    addPair(wu, chen, today.plusDays(-7));
    const auto logOn = [&](Date day) {
        LogEntry one;
        one.trainee = wu;
        one.day = day;
        one.practised = {"greeting"};
        one.how = SkillLevel::Helped;
        keepLog(at(chen), one);
    };
    const auto squares = [&] {
        std::vector<std::string> texts;
        const auto report = of(ReportKind::Readiness, manager);
        for (const auto& row : report.charts.front().squares)
            for (const auto& one : row)
                texts.push_back(one.text);
        return texts;
    };
    const auto has = [&](const char* text) {
        const auto texts = squares();
        return std::find(texts.begin(), texts.end(), text) != texts.end();
    };
    logOn(today);
    EXPECT_TRUE(has("1/2"));
    logOn(today.plusDays(-3));
    logOn(today.plusDays(-4));
    EXPECT_TRUE(has("3")) << "two days are asked";
    EXPECT_FALSE(has("3/2"));
}

TEST_F(ReportsOf, ASpreadsheetOfReadinessHoldsEveryCriterion) {
    const auto report = of(ReportKind::Readiness, manager);
    const auto& table = report.tables.front();
    const auto& chart = report.charts.front();
    ASSERT_EQ(table.columns.size(), chart.labels.size() + 7);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        EXPECT_EQ(table.columns[i + 4].title, chart.labels[i]);
        EXPECT_TRUE(table.columns[i + 4].charted);
        const auto& text = table.rows.front()[i + 4].text;
        EXPECT_NE(text.find(chart.squares.front()[i].text), std::string::npos) << text;
        EXPECT_TRUE(text == "–" || text.size() > chart.squares.front()[i].text.size()) << "a word says the state: " << text;
    }
}

TEST_F(ReportsOf, AWaivedHalfDayIsCountedAsWaived) {
    waive(at(manager), zhao, "d1-am", "has taught it before");
    const auto report = of(ReportKind::Cohort, manager);
    const auto& plan = report.tables.front();
    ASSERT_EQ(plan.columns[7].title, "waived");
    EXPECT_EQ(plan.rows[0][5].text, "1") << "nobody else was there";
    EXPECT_EQ(plan.rows[0][7].text, "1");
    const auto& chart = report.charts.front();
    ASSERT_EQ(chart.series.size(), 3U);
    EXPECT_EQ(chart.series[0].values.front(), 100.0 / 8) << "one half day of one of two";
    EXPECT_EQ(chart.series[2].name, "given or waived");
    EXPECT_EQ(chart.series[2].values.front(), 200.0 / 8);
}

TEST_F(ReportsOf, ACriterionApprovedAgainstIsCountedAsWaived) {
    (void)decide(at(manager), zhao, DecisionKind::Approve, "needed at once", today.plusDays(10));
    const auto rows = of(ReportKind::Cohort, manager).tables.at(1).rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [](const auto& one) { return one[0].text == "Zhao Lei"; });
    ASSERT_NE(row, rows.end());
    EXPECT_EQ((*row)[3].text, "0") << "nothing is met";
    EXPECT_EQ((*row)[4].text, "5");
}

TEST_F(ReportsOf, ReadinessSaysWhatWasDecidedAndHowItsSignsAreRead) {
    (void)decide(at(manager), zhao, DecisionKind::Approve, "needed at once", today.plusDays(10));
    const auto decision = [&] {
        const auto table = of(ReportKind::Readiness, manager).tables.front();
        const auto at = table.columns.size() - 3;
        EXPECT_EQ(table.columns[at].title, "decision");
        EXPECT_EQ(table.columns[at + 1].title, "until");
        for (const auto& row : table.rows)
            if (row[0].text == "Zhao Lei") return std::pair(row[at].text, row[at + 1].text);
        return std::pair<std::string, std::string>();
    };
    const auto until = today.plusDays(10).iso();
    EXPECT_EQ(decision(), std::pair(std::string("approved"), until));
    const auto lines = of(ReportKind::Readiness, manager).lines;
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.starts_with("✓ met, ● on the way"); }));
    today = today.plusDays(11);
    EXPECT_EQ(decision(), std::pair(std::string("approved (over)"), until));
}

TEST_F(ReportsOf, TheCourseIsNamedByItsTitle) {
    const auto lines = of(ReportKind::Attendance, trainer).lines;
    EXPECT_NE(lines.front().find("Small course"), std::string::npos) << lines.front();
}

TEST_F(ReportsOf, EveryReportCarriesTheHeadOfTheBook) {
    const auto head = bookState(at(manager)).head.substr(0, 16);
    for (const auto kind : reportKinds()) {
        const auto report = of(kind, manager, wu);
        EXPECT_NE(report.foot.find(head), std::string::npos) << keyOf(kind);
        EXPECT_FALSE(report.tables.empty()) << keyOf(kind);
        EXPECT_FALSE(report.title.empty());
        for (const auto& table : report.tables)
            for (const auto& row : table.rows)
                EXPECT_EQ(row.size(), table.columns.size()) << keyOf(kind);
    }
}

TEST_F(ReportsOf, AreForWhoMaySeeTheirRows) {
    EXPECT_EQ(refusedBy([&] { (void)of(ReportKind::Record, wu, trainer); }), Rule::NotYourRight);
    EXPECT_FALSE(of(ReportKind::Record, wu, wu).tables.front().rows.empty()) << "the own record is everybody's";
    EXPECT_EQ(refusedBy([&] { (void)of(ReportKind::Attendance, addMentor("Chen Bo")); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { (void)of(ReportKind::Record, trainer, PersonId(freshId())); }), Rule::Unknown);
}

TEST_F(ReportsOf, TheRecordListsFactsForEverybodyAndChangesForWhoSeesAll) {
    const auto full = of(ReportKind::Record, manager, wu), own = of(ReportKind::Record, wu, wu);
    ASSERT_EQ(full.tables.size(), 2U);
    ASSERT_EQ(own.tables.size(), 1U);
    EXPECT_EQ(full.tables[0].rows.size(), own.tables[0].rows.size());
    EXPECT_EQ(full.tables[0].columns.size(), own.tables[0].columns.size() + 1) << "the reasons are for those who decide";
    EXPECT_TRUE(std::any_of(own.tables[0].rows.begin(), own.tables[0].rows.end(),
                            [](const auto& row) { return row[3].text.find("late") != std::string::npos; }));
}

TEST_F(ReportsOf, TheRecordSaysEachChangeWithTitlesAndValues) {
    const auto chen = addMentor("Chen Bo");
    addPair(wu, chen, today);
    (void)markItem(at(trainer), wu, "desk", "one", {0, "no greeting at all"});
    const auto entry = addEntry(wu, chen, today, {"closing"});
    (void)signSkill(at(chen), wu, "closing", SkillLevel::Alone, entry);
    std::string said;
    const auto report = of(ReportKind::Record, manager, wu);
    for (const auto& row : report.tables.at(1).rows)
        said += row.at(4).text + "\n";
    EXPECT_NE(said.find("item of a practical check · Desk check · attempt 1 · One: step 1, "), std::string::npos) << said;
    EXPECT_NE(said.find("no greeting at all"), std::string::npos) << said;
    EXPECT_NE(said.find("skill sign-off · Standard closing: level "), std::string::npos) << said;
    EXPECT_NE(said.find("mark · Mar Mon 16 Mar 07:00: mark late, minutes 12"), std::string::npos) << said;
    EXPECT_EQ(said.find("Wu Min: "), std::string::npos) << "whose record it is stands above: " << said;
}

TEST_F(ReportsOf, TheRecordSaysAReasonOnceAndNothingThatIsUsual) {
    (void)decide(at(manager), wu, DecisionKind::Approve, "needed at once", today.plusDays(10));
    const auto report = of(ReportKind::Record, manager, wu);
    bool found = false;
    for (const auto& row : report.tables.at(0).rows)
        if (row.at(4).text == "needed at once") {
            found = true;
            EXPECT_EQ(row.at(3).text.find("needed at once"), std::string::npos) << row.at(3).text;
            EXPECT_NE(row.at(3).text, "") << "what was decided stands there";
        }
    EXPECT_TRUE(found);
    for (const auto& row : report.tables.at(1).rows)
        EXPECT_EQ(row.at(4).text.find("retired"), std::string::npos) << row.at(4).text;
}

TEST_F(ReportsOf, TheRecordsTimesOfDayAreTimesInASpreadsheet) {
    time = TimeOfDay(9, 40);
    (void)decide(at(manager), wu, DecisionKind::Approve, "needed at once", today.plusDays(10));
    const auto report = of(ReportKind::Record, manager, wu);
    int found = 0;
    for (const auto& row : report.tables.at(0).rows) {
        ASSERT_TRUE(std::holds_alternative<TimeOfDay>(row.back().value)) << row.back().text;
        EXPECT_EQ(row.back().text, std::get<TimeOfDay>(row.back().value).text()) << "as it was on paper and screen";
        if (row.back().text == "09:40") ++found;
    }
    EXPECT_EQ(found, 1);
    const auto& changed = report.tables.at(1).rows.front().at(1);
    EXPECT_EQ(changed.text, "09:40");
    EXPECT_EQ(changed.value, format::XlsxCell(TimeOfDay(9, 40)));
}

TEST_F(ReportsOf, TheRecordRepeatsNothingOfACard) {
    auto person = store::PeopleStore(m_database).person(wu);
    ASSERT_TRUE(person);
    person->card.phone = "138 0000 1111";
    write(store::PeopleStore::facts(*person));
    const auto report = of(ReportKind::Record, manager, wu);
    for (const auto& row : report.tables.at(1).rows)
        EXPECT_EQ(row.at(4).text.find("138 0000"), std::string::npos) << row.at(4).text;
}

TEST_F(ReportsOf, TheFilesEndingSaysTheForm) {
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-reports-" + std::to_string(::getpid()));
    const auto report = of(ReportKind::Attendance, trainer);
    EXPECT_EQ(refusedBy([&] { saveReport(report, path.string() + ".doc", english()); }), Rule::ReportKindUnknown);
    for (const char* ending : {".pdf", ".xlsx", ".csv", ".html"}) {
        saveReport(report, path.string() + ending, english());
        EXPECT_GT(std::filesystem::file_size(path.string() + ending), 100U);
        std::filesystem::remove(path.string() + ending);
    }
}

TEST_F(ReportsOf, ACsvFileStandsBesideAnotherForEachFurtherTable) {
    const auto folder = std::filesystem::temp_directory_path() / ("fledgling-tables-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto file = (folder / "班级.报表.csv").string();
    const auto report = of(ReportKind::Cohort, trainer);
    ASSERT_EQ(report.tables.size(), 2U);
    const auto files = saveReport(report, file, english());
    EXPECT_EQ(files, (std::vector<std::string>{file, (folder / "班级.报表-2.csv").string()}));
    for (const auto& one : files)
        EXPECT_GT(std::filesystem::file_size(one), 20U) << one;
    EXPECT_EQ(saveReport(report, (folder / "a.xlsx").string(), english()).size(), 1U);
    EXPECT_EQ(saveReport(of(ReportKind::Attendance, trainer), (folder / "b.csv").string(), english()).size(), 1U);
    std::filesystem::remove_all(folder);
}

TEST_F(ReportsOf, EveryReportOfThePastSaysWhichMoment) {
    (void)decide(at(manager), wu, DecisionKind::Approve, "needed at once", today.plusDays(10));
    auto desk = at(manager);
    desk.asOf = bookState(desk).changes;
    for (const auto kind : reportKinds()) {
        ReportChoice choice;
        choice.cohort = cohort;
        choice.person = wu;
        const auto report = reportOf(desk, kind, choice, "en", english());
        EXPECT_NE(report.past.words.find("As it was known on"), std::string::npos) << keyOf(kind);
        EXPECT_FALSE(report.past.column.empty());
        EXPECT_TRUE(of(kind, manager, wu).past.words.empty()) << "now is no past: " << keyOf(kind);
    }
    EXPECT_TRUE(reportOf(desk, ReportKind::Certificate, {cohort, {}, wu}, "en", english()).certificate) << "whose lines are its own";
}

TEST_F(ReportsOf, SignsAreExplainedAndNoSumIsTakenOfDays) {
    const auto results = of(ReportKind::Results, manager);
    EXPECT_TRUE(std::any_of(results.lines.begin(), results.lines.end(), [](const auto& line) { return line.starts_with("–: not asked"); }));
    EXPECT_TRUE(of(ReportKind::Points, manager).tables.front().totals.empty());
}

TEST_F(ReportsOf, ACertificateIsOnlyCalledSoOnceItIsOne) {
    EXPECT_EQ(of(ReportKind::Certificate, manager, wu).title, "No certificate yet");
    (void)decide(at(manager), wu, DecisionKind::Approve, "needed at once", today.plusDays(10));
    const auto report = of(ReportKind::Certificate, manager, wu);
    EXPECT_EQ(report.title, "Certificate");
    const auto begun = "begun on " + plainDate(today, english()) + ", in ";
    EXPECT_TRUE(std::any_of(report.lines.begin(), report.lines.end(), [&](const auto& line) { return line.starts_with(begun); })) << "a line of its own";
    for (const auto& line : report.lines)
        EXPECT_FALSE(line.ends_with(",")) << line;
}

TEST_F(ReportsOf, ASheetToSignStaysOneSheetForSomeMoreNames) {
    const auto pages = [&] { return reportPictures(of(ReportKind::SignIn, trainer), 0.5, english()).size(); };
    int names = 2;
    for (const int more : {9, 20, 21, 25}) {
        for (; names < more; ++names)
            addTrainee("Trainee " + std::to_string(100 + names), cohort);
        EXPECT_EQ(of(ReportKind::SignIn, trainer).tables.front().rows.size(), static_cast<std::size_t>(names) + 5);
        EXPECT_EQ(pages(), 1U) << names;
    }
    EXPECT_GT(of(ReportKind::SignIn, trainer).tables.front().rowHeight, 19.5) << "a signature has room";
    for (; names < 40; ++names)
        addTrainee("Trainee " + std::to_string(100 + names), cohort);
    EXPECT_EQ(pages(), 2U);
    EXPECT_EQ(of(ReportKind::SignIn, trainer).tables.front().rowHeight, 24);
}

} // namespace
} // namespace fledgling::app::test
