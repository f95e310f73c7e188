#include "app/cohorts/CohortsView.h"

#include "app/DeskFixture.h"
#include "app/calendar/Calendars.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

class CohortsViewTest : public DeskFixture {
protected:
    CohortsView viewOf(const PersonId& who) { return {at(who), "en"}; }
    CohortStage stage(const CohortId& cohort) {
        auto view = viewOf(trainer);
        view.show(cohort);
        return view.current()->stage;
    }
    void approve(const PersonId& trainee) {
        Decision decision;
        decision.trainee = trainee;
        decision.kind = DecisionKind::Approve;
        decision.reason = "ready";
        write({store::MentoringStore::fact(decision)});
    }
};

TEST_F(CohortsViewTest, ACohortGoesFromComingToDone) {
    const auto cohort = addCohort("one", Date(2026, 3, 17), Date(2026, 3, 30));
    const auto trainee = addTrainee("Wu Min", cohort);
    EXPECT_EQ(stage(cohort), CohortStage::Coming);
    today = Date(2026, 3, 18);
    EXPECT_EQ(stage(cohort), CohortStage::Running);
    today = Date(2026, 3, 19);
    EXPECT_EQ(stage(cohort), CohortStage::Mentoring);
    today = Date(2026, 3, 30);
    EXPECT_EQ(stage(cohort), CohortStage::AtReview);
    approve(trainee);
    EXPECT_EQ(stage(cohort), CohortStage::Done);
}

TEST_F(CohortsViewTest, AreForWhoPlansThem) {
    const auto cohort = addCohort("one", Date(2026, 3, 16));
    const auto trainee = addTrainee("Wu Min", cohort);
    for (const auto& who : {trainee, addMentor("Mia")}) {
        auto view = viewOf(who);
        EXPECT_EQ(refusedBy([&] { view.show(cohort); }), Rule::NotYourRight);
        EXPECT_TRUE(view.rows().empty());
    }
}

TEST_F(CohortsViewTest, TheDayReachedIsCounted) {
    const auto cohort = addCohort("one", Date(2026, 3, 16));
    auto view = viewOf(trainer);
    view.show(cohort);
    EXPECT_EQ(view.current()->day, 1);
    EXPECT_EQ(view.current()->days, 2);
    today = Date(2026, 3, 17);
    view.load();
    EXPECT_EQ(view.current()->day, 2);
}

TEST_F(CohortsViewTest, TheRunningCohortIsShownFirst) {
    const auto running = addCohort("running", Date(2026, 3, 16));
    addCohort("coming", Date(2026, 4, 1));
    auto view = viewOf(trainer);
    view.show({});
    ASSERT_NE(view.current(), nullptr);
    EXPECT_EQ(view.current()->cohort.id, running);
    EXPECT_EQ(view.rows().size(), 2U);
}

TEST_F(CohortsViewTest, AHalfDaySaysHowFarItsRollIs) {
    const auto cohort = addCohort("one", Date(2026, 3, 16));
    const auto wu = addTrainee("Wu Min", cohort);
    addTrainee("Zhao Lei", cohort);
    addMark(cohort, "d1-am", wu);
    auto view = viewOf(trainer);
    view.show(cohort);
    const auto& first = view.halves().front();
    EXPECT_EQ(first.title, "Attitude");
    EXPECT_EQ(first.marked, 1);
    EXPECT_EQ(first.of, 2);
    EXPECT_TRUE(first.taken);
    EXPECT_FALSE(first.closed);
    EXPECT_EQ(first.trainer, "Trainer");
    EXPECT_EQ(view.halves().back().day, 2);
}

TEST_F(CohortsViewTest, WhoLeftStandsBelowWithTheReason) {
    const auto cohort = addCohort("one", Date(2026, 3, 16));
    const auto an = addTrainee("An", cohort);
    addTrainee("Bo", cohort);
    auto view = viewOf(trainer);
    view.show(cohort);
    view.takeOut(an, Date(2026, 3, 16), "moved away");
    ASSERT_EQ(view.trainees().size(), 2U);
    EXPECT_EQ(view.trainees().front().name, "Bo");
    EXPECT_FALSE(view.trainees().back().here);
    EXPECT_EQ(view.trainees().back().why, "moved away");
    EXPECT_EQ(view.current()->trainees, 1);
}

TEST_F(CohortsViewTest, AnOwedMakeUpIsPlannedWhereTheSessionIsHeldAgain) {
    const auto cohort = addCohort("one", Date(2026, 3, 12));
    const auto wu = addTrainee("Wu Min", cohort);
    addMark(cohort, "d1-pm", wu, MarkKind::Absent);
    const auto other = addCohort("two", Date(2026, 3, 19));
    auto view = viewOf(trainer);
    view.show(cohort);
    ASSERT_EQ(view.owed().size(), 1U);
    EXPECT_EQ(view.owed().front().courseSession, "d1-pm");
    EXPECT_EQ(view.owed().front().missed, Date(2026, 3, 12));
    const auto ways = view.waysFor(view.owed().front());
    ASSERT_EQ(ways.size(), 1U);
    EXPECT_EQ(ways.front().words.cohort, "two");
    EXPECT_EQ(ways.front().session, session(other, "d1-pm"));
    view.planMakeUp(CohortsView::Owed(view.owed().front()), ways.front().session);
    ASSERT_TRUE(view.owed().front().planned);
    EXPECT_EQ(view.owed().front().planned->words.day, Date(2026, 3, 19));
}

TEST_F(CohortsViewTest, AWaiverSettlesWhatIsOwedAndOnlyAManagerGivesIt) {
    const auto cohort = addCohort("one", Date(2026, 3, 12));
    addMark(cohort, "d1-am", addTrainee("Wu Min", cohort), MarkKind::Absent);
    auto trainers = viewOf(trainer);
    trainers.show(cohort);
    EXPECT_EQ(refusedBy([&] { trainers.waive(trainers.owed().front(), "knows it"); }), Rule::NotYourRight);
    auto view = viewOf(manager);
    view.show(cohort);
    view.waive(CohortsView::Owed(view.owed().front()), "knows it");
    EXPECT_TRUE(view.owed().empty());
}

TEST_F(CohortsViewTest, ADraftBeginsOnTheNextWorkingDayAndItsReviewFollowsTheMentoring) {
    today = Date(2026, 3, 20); // a Friday
    addCohort("one", Date(2026, 3, 19));
    auto view = viewOf(trainer);
    view.show({});
    const auto draft = view.draft();
    EXPECT_EQ(draft.start, Date(2026, 3, 23));
    EXPECT_EQ(draft.choices.everywhere.room, "Room 1");
    // Two course days, three mentored ones, then the review.
    EXPECT_EQ(view.reviewFor(draft), Date(2026, 3, 30));
}

TEST_F(CohortsViewTest, ADraftBeginsOnTheFirstDayThatClashesWithNothing) {
    today = Date(2026, 3, 20);
    addCohort("one", Date(2026, 3, 23));
    auto view = viewOf(trainer);
    view.show({});
    auto draft = view.draft();
    EXPECT_EQ(draft.start, Date(2026, 3, 25));
    draft.name = "two";
    EXPECT_TRUE(view.preview(draft).clean());
}

TEST_F(CohortsViewTest, APreviewSaysWhichDatesMakeNoSense) {
    today = Date(2026, 3, 20);
    Person later;
    later.id = PersonId(freshId());
    later.card.name = "Wu Min";
    later.roles = {Role::Trainee};
    later.since = Date(2026, 3, 24);
    write(store::PeopleStore::facts(later));
    auto view = viewOf(trainer);
    view.show({});
    auto draft = view.draft();
    draft.start = Date(2026, 3, 23);
    draft.review = Date(2026, 3, 24);
    auto preview = view.preview(draft);
    EXPECT_EQ(preview.pastHalves, 0);
    EXPECT_FALSE(preview.reviewRefused);
    EXPECT_TRUE(preview.laterIn.empty());
    draft.review = Date(2026, 3, 23);
    draft.trainees = {later.id};
    preview = view.preview(draft);
    ASSERT_TRUE(preview.reviewRefused);
    EXPECT_EQ(preview.reviewRefused->rule(), Rule::ReviewEarly) << "the last half days lie on the 24th";
    EXPECT_EQ(preview.laterIn, std::vector<std::string>{"Wu Min"});
    draft.start = Date(2026, 3, 19);
    EXPECT_EQ(view.preview(draft).pastHalves, 2) << "the 19th; the 20th is today";
}

TEST_F(CohortsViewTest, APreviewNamesBothSessionsOfAClashAndTheYearsNobodyKnows) {
    addCohort("one", Date(2026, 3, 23));
    auto view = viewOf(trainer);
    view.show({});
    auto draft = view.draft();
    draft.name = "two";
    draft.start = Date(2026, 3, 23);
    const auto preview = view.preview(draft);
    EXPECT_FALSE(preview.clean());
    ASSERT_EQ(preview.halves.size(), 4U);
    EXPECT_TRUE(preview.halves.front().clashes);
    const auto room = std::find_if(preview.clashes.begin(), preview.clashes.end(),
                                   [](const ClashLine& line) { return line.kind == ClashKind::Room; });
    ASSERT_NE(room, preview.clashes.end());
    EXPECT_EQ(room->who, "Room 1");
    EXPECT_EQ(room->one.cohort, "two");
    EXPECT_EQ(room->other.cohort, "one");
    EXPECT_EQ(room->one.title, "Attitude");
    EXPECT_EQ(preview.unknownYears, std::vector<int>{2026});
    EXPECT_EQ(view.rows().size(), 1U) << "nothing is kept";
}

TEST_F(CohortsViewTest, OnlyFreeTraineesAreOfferedUntilOneTypes) {
    const auto cohort = addCohort("one", Date(2026, 3, 16));
    addTrainee("Wu Min", cohort);
    addPerson("Zhao Lei", {Role::Trainee});
    addPerson("Sun Qi", {Role::Trainee});
    auto view = viewOf(trainer);
    view.show(cohort);
    const auto all = view.candidates("small");
    EXPECT_EQ(all.size(), 3U);
    EXPECT_EQ(CohortsView::filtered(all, "").size(), 2U);
    const auto typed = CohortsView::filtered(all, "Wu");
    ASSERT_EQ(typed.size(), 1U);
    EXPECT_EQ(typed.front().cohort, "one");
    EXPECT_TRUE(CohortsView::filtered(all, "nobody").empty());
    addPerson("\u90d1\u51ef", {Role::Trainee});
    EXPECT_EQ(CohortsView::filtered(view.candidates("small"), "zhengkai").size(), 1U) << "by pinyin, too";
}

TEST_F(CohortsViewTest, AHolidayShowsOldAndNewDatesBeforeTheyAreApplied) {
    const auto cohort = addCohort("one", Date(2026, 3, 18));
    setDays(at(supervisor), {{Date(2026, 3, 18), false, "holiday"}}, "test");
    auto view = viewOf(trainer);
    view.show(cohort);
    ASSERT_EQ(view.moves().size(), 4U);
    EXPECT_EQ(view.moves().front().from, Date(2026, 3, 18));
    EXPECT_EQ(view.moves().front().to, Date(2026, 3, 19));
    EXPECT_FALSE(view.halves().front().working);
    view.replan();
    EXPECT_TRUE(view.moves().empty());
    EXPECT_EQ(view.halves().front().session.day, Date(2026, 3, 19));
}

TEST_F(CohortsViewTest, ChangingToAnotherCohortNeedsAReason) {
    const auto first = addCohort("one", Date(2026, 3, 16));
    const auto second = addCohort("two", Date(2026, 3, 23));
    const auto wu = addTrainee("Wu Min", first);
    auto view = viewOf(trainer);
    view.show(first);
    ASSERT_EQ(view.others().size(), 1U);
    EXPECT_EQ(refusedBy([&] { view.moveTo(second, wu, today, " "); }), Rule::ReasonNeeded);
    view.moveTo(second, wu, today, "started later");
    EXPECT_EQ(view.current()->trainees, 0);
}

} // namespace
} // namespace fledgling::app::test
