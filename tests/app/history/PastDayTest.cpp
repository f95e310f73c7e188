#include "app/PastDay.h"

#include "../DeskFixture.h"
#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "app/history/History.h"
#include "app/history/HistoryView.h"
#include "app/mentoring/Mentoring.h"
#include "app/pairing/Pairing.h"
#include "app/people/People.h"
#include "app/readiness/Decisions.h"
#include "app/readiness/Readiness.h"
#include "app/reports/Reports.h"
#include "app/reports/Statement.h"
#include "app/roll/RollView.h"

#include <algorithm>
#include <set>

namespace fledgling::app::test {
namespace {

using namespace domain;

/// A cohort of 10 and 11 March; today is the 16th. The day shown is the 12th unless a test says another.
class APastDay : public DeskFixture {
protected:
    APastDay() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10), Date(2026, 3, 20));
        chen = addMentor("Chen Bo");
        lina = addMentor("Li Na");
        on(12);
        wu = addTrainee("Wu Min", cohort);
        addMark(cohort, "d1-am", wu, MarkKind::Absent);
        addMark(cohort, "d1-pm", wu);
        addPair(wu, chen, Date(2026, 3, 12));
        on(16);
    }
    void on(unsigned day) { today = Date(2026, 3, day); }
    Desk shownOn(unsigned day, const PersonId& who) {
        Desk desk = at(who);
        lookAtDay(desk, Date(2026, 3, day));
        return desk;
    }
    CohortId cohort;
    PersonId wu, chen, lina;
};

TEST_F(APastDay, HoldsLaterCorrectionsAndNotWhatHappenedLater) {
    addMark(cohort, "d1-am", wu, MarkKind::Late, 5); // corrected today
    addEntry(wu, chen, Date(2026, 3, 12));           // written today, of that day
    addEntry(wu, chen, Date(2026, 3, 13));
    auto desk = shownOn(12, manager);
    EXPECT_EQ(shownDay(desk), Date(2026, 3, 12));
    const auto record = recordOf(desk, wu);
    ASSERT_EQ(record.taken.size(), 2U);
    EXPECT_EQ(record.taken.front().mark.kind, MarkKind::Late);
    ASSERT_EQ(record.entries.size(), 1U);
    EXPECT_EQ(record.entries.front().day, Date(2026, 3, 12));
    // As it was known then: no correction, no entry.
    auto then = at(manager);
    lookAt(then, then.clock.at(Date(2026, 3, 12), TimeOfDay(23, 0)));
    const auto known = recordOf(then, wu);
    EXPECT_EQ(known.taken.front().mark.kind, MarkKind::Absent);
    EXPECT_TRUE(known.entries.empty());
}

TEST_F(APastDay, IsReadOnlyAndTodayIsNone) {
    auto desk = shownOn(12, manager);
    EXPECT_TRUE(desk.past());
    EXPECT_EQ(refusedBy([&] { decide(desk, wu, DecisionKind::Hold, "wait"); }), Rule::PastIsReadOnly);
    EXPECT_FALSE(shownOn(16, manager).past());
    EXPECT_FALSE(shownOn(17, manager).past());
    lookAt(desk, std::nullopt);
    EXPECT_FALSE(desk.past()) << "back to now ends either reading";
}

TEST_F(APastDay, HasTheMentorOfThatDay) {
    handOver(at(manager), wu, lina, "holidays", Date(2026, 3, 14));
    auto before = shownOn(12, manager);
    EXPECT_EQ(recordOf(before, wu).mentor(), chen);
    ASSERT_EQ(pairsInForce(before, chen).size(), 1U);
    EXPECT_TRUE(pairsInForce(before, lina).empty());
    auto after = shownOn(15, manager);
    EXPECT_EQ(recordOf(after, wu).mentor(), lina);
}

TEST_F(APastDay, CountsASignOffOfThatDayUnlessItWasTakenBackSince) {
    on(12);
    const auto entry = addEntry(wu, chen, today, {"greeting", "closing"});
    const auto greeting = signSkill(at(chen), wu, "greeting", SkillLevel::Alone, entry);
    signSkill(at(chen), wu, "closing", SkillLevel::Helped, entry);
    on(14);
    signSkill(at(chen), wu, "closing", SkillLevel::Alone, entry);
    undoChange(at(chen), greeting, "wrong person");
    on(16);
    auto desk = shownOn(12, manager);
    const auto record = recordOf(desk, wu);
    EXPECT_EQ(record.level("greeting"), SkillLevel::None);
    EXPECT_EQ(record.level("closing"), SkillLevel::Helped) << "raised two days later";
}

TEST_F(APastDay, StillTrainsWhoWentLiveLater) {
    on(14);
    decide(at(manager), wu, DecisionKind::Approve, "needed at once", Date(2026, 12, 31));
    on(16);
    EXPECT_TRUE(openCohorts(at(manager)).empty());
    auto desk = shownOn(12, manager);
    ASSERT_EQ(openCohorts(desk).size(), 1U);
    ASSERT_EQ(board(desk, cohort).size(), 1U);
    EXPECT_FALSE(board(desk, cohort).front().record.approvedOn(Date(2026, 3, 12)));
    EXPECT_TRUE(decisionHistory(desk, wu).empty());
}

TEST_F(APastDay, HasThoseInTrainingAndPlannedThatWereKnownThenWhereNothingWasCorrected) {
    on(12);
    const auto next = addCohort("Mar-2", Date(2026, 3, 18));
    const auto planned = addPerson("Planned", {Role::Trainee});
    enrol(at(supervisor), next, {planned}, Date(2026, 3, 18));
    on(14);
    const auto late = addPerson("Late", {Role::Trainee});
    enrol(at(supervisor), next, {late}, Date(2026, 3, 18)); // nobody knew on the 12th
    on(16);
    const auto names = [](Desk& desk) {
        std::set<std::string> all;
        for (const auto& row : boardOfAll(desk)) all.insert(row.name);
        return all;
    };
    auto day = shownOn(12, manager);
    auto then = at(manager);
    lookAt(then, then.clock.at(Date(2026, 3, 12), TimeOfDay(23, 0)));
    EXPECT_EQ(names(day), (std::set<std::string>{"Planned", "Wu Min"}));
    EXPECT_EQ(names(then), names(day)) << "nothing was corrected since";
    EXPECT_EQ(names(at(manager)).size(), 3U);
    EXPECT_EQ(board(day, next).size(), 1U);
    EXPECT_EQ(board(then, next).size(), 1U);
}

TEST_F(APastDay, StillHasWhoWasRetiredLater) {
    on(14);
    leaveCohort(at(supervisor), cohort, wu, today, "found other work");
    endPairing(at(supervisor), wu, "found other work", today);
    retirePerson(at(manager), wu, "found other work");
    on(16);
    auto day = shownOn(12, manager);
    ASSERT_EQ(boardOfAll(day).size(), 1U);
    EXPECT_EQ(boardOfAll(day).front().name, "Wu Min");
    EXPECT_TRUE(boardOfAll(at(manager)).empty());
}

TEST_F(APastDay, ShowsTheRollWithoutMarksOfLaterSessions) {
    addMark(cohort, "d2-am", wu);
    auto desk = shownOn(10, manager);
    RollView view(desk, "en");
    view.show(session(cohort, "d2-am"));
    ASSERT_FALSE(view.rows().empty());
    EXPECT_TRUE(view.ahead());
    EXPECT_TRUE(view.rows().front().cells.at(0).mark.has_value());
    EXPECT_FALSE(view.rows().front().cells.at(2).mark.has_value());
}

TEST_F(APastDay, IsSaidOnReportsInOtherWordsThanAPastMoment) {
    auto desk = shownOn(12, manager);
    ReportChoice choice;
    choice.cohort = cohort;
    const auto day = reportOf(desk, ReportKind::Readiness, choice, "en", english()).past.words;
    EXPECT_NE(day.find("as it is known today"), std::string::npos) << day;
    EXPECT_NE(day.find("12 Mar 2026"), std::string::npos) << day;
    lookAt(desk, desk.clock.at(Date(2026, 3, 12), TimeOfDay(23, 0)));
    const auto then = reportOf(desk, ReportKind::Readiness, choice, "en", english()).past.words;
    EXPECT_NE(then.find("As it was known on"), std::string::npos) << then;
}

TEST_F(APastDay, AStatementSaysTheHeadInFullAndWhoVerified) {
    HistoryView view(at(manager), "en", english());
    view.load();
    EXPECT_FALSE(view.statement());
    const auto found = view.verify();
    const auto statement = view.statement();
    ASSERT_TRUE(statement);
    ASSERT_EQ(statement->tables.size(), 3U);
    std::string all;
    for (const auto& row : statement->tables.front().rows)
        all += row[0].text + "=" + row[1].text + "\n";
    EXPECT_NE(all.find(grouped(found.head)), std::string::npos);
    EXPECT_EQ(grouped(found.head).size(), 64U + 7U);
    EXPECT_NE(all.find("Manager"), std::string::npos);
    EXPECT_NE(all.find("first bad line=none"), std::string::npos);
    store::Verification bad{3, found.head, 4, "mark"};
    const auto worse = verificationStatement(at(manager), bad, english());
    EXPECT_NE(worse.lines.front().find("change 4"), std::string::npos);
    EXPECT_EQ(worse.tables[1].rows.size(), statement->tables[1].rows.size() + 1);
    const auto large = verificationStatement(at(manager), {12345, found.head, 0, ""}, english());
    EXPECT_NE(large.lines.front().find("12,345 changes"), std::string::npos) << large.lines.front();
}

TEST_F(APastDay, TheHistoryReachesAnOldChangeAtOnce) {
    for (int i = 0; i < 260; ++i)
        write({store::AttendanceStore::closedFact(session(cohort, "d1-am"), i % 2 == 0)});
    HistoryView view(at(manager), "en", english());
    view.load();
    EXPECT_EQ(view.row(5), nullptr);
    EXPECT_TRUE(view.reach(5));
    EXPECT_NE(view.row(5), nullptr);
    EXPECT_FALSE(view.reach(last() + 1));
    view.setFilter({});
    EXPECT_EQ(view.rows().front().number, last()) << "any filter begins at the newest again";
}

} // namespace
} // namespace fledgling::app::test
