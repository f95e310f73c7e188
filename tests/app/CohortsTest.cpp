#include "app/calendar/Calendars.h"
#include "app/cohorts/Cohorts.h"
#include "app/people/People.h"

#include "app/DeskFixture.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class CohortsTest : public DeskFixture {
protected:
    CohortDraft draft(const std::string& name, Date start) {
        CohortDraft wanted;
        wanted.name = name;
        wanted.course = "small";
        wanted.version = "1";
        wanted.start = start;
        return wanted;
    }
    std::vector<std::string> daysOf(const CohortId& cohort) {
        std::vector<std::string> days;
        for (const auto& session : sessionsOf(at(supervisor), cohort)) days.push_back(session.day.iso());
        return days;
    }
};

TEST_F(CohortsTest, LayingPutsEveryHalfDayOnAWorkingDay) {
    setDays(at(supervisor), {{Date(2026, 3, 21), true, "make-up day"}, {Date(2026, 3, 20), false, "holiday"}}, "test");
    const auto cohort = layCohort(at(trainer), draft("Nov-1", Date(2026, 3, 19)));
    EXPECT_EQ(daysOf(cohort), (std::vector<std::string>{"2026-03-19", "2026-03-19", "2026-03-21", "2026-03-21"}));
}

TEST_F(CohortsTest, AYearNobodyPublishedIsWarnedOf) {
    EXPECT_EQ(previewLay(at(trainer), draft("far", Date(2027, 3, 1))).plan.unknownYears, std::vector<int>{2027});
}

TEST_F(CohortsTest, ARoomIsNotTakenTwiceAndBothSessionsAreNamed) {
    auto first = draft("one", Date(2026, 3, 23)), second = draft("two", Date(2026, 3, 23));
    first.choices.everywhere.room = second.choices.everywhere.room = "Room 2";
    layCohort(at(trainer), first);
    const auto preview = previewLay(at(trainer), second);
    ASSERT_FALSE(preview.clean());
    EXPECT_EQ(preview.clashes.front().who, "Room 2");
    EXPECT_NE(preview.clashes.front().one.find("two d1-am"), std::string::npos);
    EXPECT_NE(preview.clashes.front().other.find("one d1-am"), std::string::npos);
    EXPECT_EQ(refusedBy([&] { layCohort(at(trainer), second); }), Rule::Clash);
    EXPECT_EQ(cohortsOf(at(trainer)).size(), 1U);
}

TEST_F(CohortsTest, AHolidayAddedLaterMovesWhatIsAheadAndNeverWhatWasTaken) {
    const auto cohort = layCohort(at(trainer), draft("one", Date(2026, 3, 16)));
    const auto trainee = addTrainee("Wu Min", cohort);
    const auto taken = sessionsOf(at(trainer), cohort).front();
    mark(at(trainer), taken.id, trainee, Mark{});
    const std::vector<CalendarDay> holiday{{Date(2026, 3, 16), false, "h"}, {Date(2026, 3, 17), false, "h"}};
    const auto shown = previewReplan(at(supervisor), holiday);
    setDays(at(supervisor), holiday, "test");
    ASSERT_EQ(shown.size(), previewReplan(at(supervisor)).size());
    for (const auto& one : shown) EXPECT_NE(one.move.session, taken.id);
    EXPECT_GT(applyReplan(at(supervisor)), 0);
    EXPECT_EQ(sessionOf(at(supervisor), taken.id).day, Date(2026, 3, 16));
    EXPECT_EQ(daysOf(cohort).back(), "2026-03-19");
    EXPECT_EQ(applyReplan(at(supervisor)), 0);
}

TEST_F(CohortsTest, ASessionWithMarksIsNotMoved) {
    const auto cohort = layCohort(at(trainer), draft("one", Date(2026, 3, 16)));
    const auto trainee = addTrainee("Wu Min", cohort);
    auto session = sessionsOf(at(trainer), cohort).front();
    session.day = Date(2026, 3, 30);
    EXPECT_GT(moveSession(at(trainer), session, ""), 0);
    undo(at(trainer));
    mark(at(trainer), session.id, trainee, Mark{});
    EXPECT_EQ(refusedBy([&] { moveSession(at(trainer), session, ""); }), Rule::SessionTaken);
}

TEST_F(CohortsTest, AMoveBeforeAnybodyJoinedIsWarnedOf) {
    const auto cohort = layCohort(at(trainer), draft("one", Date(2026, 3, 16)));
    addTrainee("Wu Min", cohort);
    auto session = sessionsOf(at(trainer), cohort).front();
    session.day = Date(2026, 3, 17);
    EXPECT_FALSE(previewMove(at(trainer), session).nobody);
    session.day = Date(2025, 3, 14);
    const auto preview = previewMove(at(trainer), session);
    EXPECT_TRUE(preview.nobody);
    EXPECT_TRUE(preview.past);
}

TEST_F(CohortsTest, MarksEarnedBeforeAMoveStillCount) {
    const auto first = layCohort(at(trainer), draft("one", Date(2026, 3, 16)));
    const auto second = layCohort(at(trainer), draft("two", Date(2026, 3, 23)));
    const auto trainee = addTrainee("Wu Min", first);
    mark(at(trainer), sessionsOf(at(trainer), first).front().id, trainee, Mark{});
    EXPECT_EQ(refusedBy([&] { moveTrainee(at(trainer), first, second, trainee, Date(2026, 3, 17), ""); }), Rule::ReasonNeeded);
    moveTrainee(at(trainer), first, second, trainee, Date(2026, 3, 17), "ill for a week");
    EXPECT_EQ(currentCohort(at(trainer), trainee)->id, second);
    const auto facts = sessionFactsOf(at(trainer), trainee, cohortOf(at(trainer), second));
    ASSERT_TRUE(facts.contains("d1-am"));
    EXPECT_EQ(stateOf(facts.at("d1-am"), {}), SessionState::Attended);
}

TEST_F(CohortsTest, NobodyIsInTwoCohortsOfOneCourse) {
    const auto first = layCohort(at(trainer), draft("one", Date(2026, 3, 16)));
    const auto second = layCohort(at(trainer), draft("two", Date(2026, 3, 23)));
    const auto trainee = addTrainee("Wu Min", first);
    EXPECT_EQ(refusedBy([&] { enrol(at(trainer), second, {trainee}, Date(2026, 3, 23)); }), Rule::AlreadyMember);
    EXPECT_EQ(refusedBy([&] { leaveCohort(at(trainer), second, trainee, Date(2026, 3, 23), "x"); }), Rule::NotMember);
}

TEST_F(CohortsTest, LayingIsOneChangeThatUndoTakesBackWhole) {
    const auto before = store::Book(at(trainer).database).last();
    layCohort(at(trainer), draft("one", Date(2026, 3, 16)));
    EXPECT_EQ(store::Book(at(trainer).database).last(), before + 1);
    undo(at(trainer));
    EXPECT_TRUE(cohortsOf(at(trainer)).empty());
}

TEST_F(CohortsTest, AReviewIsHeldOnAWorkingDayAfterTheLastHalfDay) {
    auto wanted = draft("one", Date(2026, 3, 16));
    wanted.review = Date(2026, 3, 22);
    EXPECT_EQ(refusedBy([&] { layCohort(at(trainer), wanted); }), Rule::ReviewNotWorking) << "a Sunday";
    wanted.review = Date(2026, 3, 16);
    EXPECT_EQ(refusedBy([&] { layCohort(at(trainer), wanted); }), Rule::ReviewEarly);
    EXPECT_TRUE(cohortsOf(at(trainer)).empty());
    wanted.review = Date(2026, 3, 23);
    const auto cohort = layCohort(at(trainer), wanted);
    EXPECT_EQ(refusedBy([&] { planReview(at(trainer), cohort, Date(2026, 3, 28)); }), Rule::ReviewNotWorking);
    setDays(at(supervisor), {{Date(2026, 3, 28), true, "make-up day"}, {Date(2026, 3, 30), false, "holiday"}}, "test");
    EXPECT_GT(planReview(at(trainer), cohort, Date(2026, 3, 28)), 0) << "a Saturday on which one works";
    EXPECT_EQ(refusedBy([&] { planReview(at(trainer), cohort, Date(2026, 3, 30)); }), Rule::ReviewNotWorking);
    EXPECT_GT(planReview(at(trainer), cohort, std::nullopt), 0) << "none planned";
}

} // namespace
} // namespace fledgling::app::test
