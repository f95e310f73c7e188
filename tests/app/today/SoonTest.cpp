#include "app/today/Soon.h"

#include "../chats/ChatFixture.h"
#include "app/Words.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/ChatToDo.h"
#include "app/mentoring/Mentoring.h"
#include "app/mentoring/MentoringToDo.h"
#include "app/readiness/Decisions.h"
#include "app/readiness/ReadinessView.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

/// Today is Monday 2026-03-16.
class Soon : public DeskFixture {
protected:
    Soon() {
        loadPackage(chatPackage(4), "2");
        mentor = addMentor("Mia", 5);
    }
    void fail(const PersonId& whose, int number, std::vector<Fault> faults = {{"closing", "cut off", "bye"}}) {
        reviewChat(at(supervisor), {.chat = {whose, today, number}, .course = {}, .version = {}, .faults = std::move(faults),
                                    .notApplicable = {}, .replySeconds = {}, .record = {}});
    }
    /// Everything the course asks for.
    void makeReady(const PersonId& trainee, const CohortId& cohort) {
        addAllMarks(cohort, trainee);
        addPair(trainee, mentor, today.plusDays(-4));
        LogId entry;
        for (const int day : {-4, -3})
            entry = addEntry(trainee, mentor, today.plusDays(day), {"greeting", "closing"});
        for (const char* skill : {"greeting", "closing"})
            write({store::MentoringStore::fact(SkillSign{trainee, skill, SkillLevel::Alone, entry, mentor, ""})});
        acknowledge(at(trainer), trainee, "rules/conduct.md");
    }
    static std::vector<ToDo> only(std::vector<ToDo> list, ToDoKind kind) {
        std::erase_if(list, [&](const ToDo& one) { return one.kind != kind; });
        return list;
    }
    std::vector<ToDo> ofManager(ToDoKind kind) { return only(managerToDo(at(manager), "en"), kind); }

    PersonId mentor;
};

TEST_F(Soon, TheLastDayIsAWorkingDay) {
    const Calendar calendar;
    EXPECT_EQ(soonUntil(calendar, today, 2), today.plusDays(2));
    EXPECT_EQ(soonUntil(calendar, today, 5), today.plusDays(7)) << "over the weekend";
}

TEST_F(Soon, AnAppealIsRemindedOfWhenItsWindowIsAboutToClose) {
    const auto an = addTrainee("An", addCohort("Mar-1", today.plusDays(-7), {}, "2"));
    fail(an, 1);
    fail(an, 2);
    const auto read = today, last = today.plusDays(4); // four working days: Friday
    const auto ending = [&] { return only(chatToDo(at(an), Role::Trainee), ToDoKind::AppealEnds); };
    today = read.plusDays(1);
    EXPECT_TRUE(ending().empty()) << "three days are left";
    today = read.plusDays(2);
    ASSERT_EQ(ending().size(), 1U) << "a day's chats are one line";
    EXPECT_EQ(ending()[0].count, 2);
    EXPECT_EQ(ending()[0].date, last);
    EXPECT_EQ(ending()[0].page, "points");
    EXPECT_EQ(ending()[0].subject, an.text() + " " + read.iso());
    appealFault(at(an), {an, read, 1}, "closing", "the customer hung up");
    ASSERT_EQ(ending().size(), 1U);
    EXPECT_EQ(ending()[0].count, 1);
    today = last;
    EXPECT_EQ(ending().size(), 1U) << "the last day counts";
    today = last.plusDays(1);
    EXPECT_TRUE(ending().empty());
}

TEST_F(Soon, AChatAppealedAgainstInOneCriterionMayStillBeInTheOther) {
    const auto an = addTrainee("An", addCohort("Mar-1", today.plusDays(-7), {}, "2"));
    fail(an, 1, {{"greeting", "none", ""}, {"closing", "cut off", ""}});
    const auto read = today;
    today = today.plusDays(3);
    const auto count = [&] { return only(chatToDo(at(an), Role::Trainee), ToDoKind::AppealEnds).size(); };
    appealFault(at(an), {an, read, 1}, "closing", "x");
    EXPECT_EQ(count(), 1U);
    appealFault(at(an), {an, read, 1}, "greeting", "x");
    EXPECT_EQ(count(), 0U);
}

TEST_F(Soon, WhoWaitsLongestForAnAppealsDecisionComesFirst) {
    const auto bo = addMentor("Bo"), cai = addMentor("Cai");
    fail(cai, 1);
    fail(bo, 2);
    const auto read = today;
    appealFault(at(bo), {bo, read, 2}, "closing", "x");
    today = read.plusDays(2);
    appealFault(at(cai), {cai, read, 1}, "closing", "x");
    today = read.plusDays(3);
    const auto waiting = only(chatToDo(at(manager), Role::Manager), ToDoKind::DecideAppeal);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].name, "Bo");
    EXPECT_EQ(waiting[0].count, 3);
    EXPECT_EQ(waiting[1].name, "Cai");
    EXPECT_EQ(waiting[1].count, 1);
    EXPECT_EQ(waiting[0].subject, bo.text() + " " + read.iso() + " 2 closing") << "down to the very deduction";
}

TEST_F(Soon, TheManagerHearsOfAReviewWithinFiveWorkingDays) {
    const auto friday = today.plusDays(4);
    const auto near = addCohort("Mar-1", today.plusDays(-7), friday);
    addTrainee("Far One", addCohort("Mar-2", today.plusDays(-3), today.plusDays(8)));
    const auto an = addTrainee("An", near);
    addTrainee("Bo", near);
    makeReady(an, near);
    const auto reviews = ofManager(ToDoKind::ReviewAhead);
    ASSERT_EQ(reviews.size(), 1U);
    EXPECT_EQ(reviews[0].name, "Mar-1");
    EXPECT_EQ(reviews[0].date, friday);
    EXPECT_EQ(reviews[0].count, 1);
    EXPECT_EQ(reviews[0].of, 1);
    EXPECT_EQ(reviews[0].page, "readiness");
    EXPECT_EQ(reviews[0].subject, near.text());
    decide(at(manager), an, DecisionKind::Approve, "ready", {});
    EXPECT_EQ(ofManager(ToDoKind::ReviewAhead)[0].count, 0) << "who is decided on needs no review";
    today = friday;
    EXPECT_TRUE(std::ranges::none_of(ofManager(ToDoKind::ReviewAhead), [](const ToDo& one) { return one.name == "Mar-1"; }))
        << "on the day itself the decisions are asked for";
}

TEST_F(Soon, AReviewThatWasPutOffHasItsOwnLine) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7), today.plusDays(1));
    const auto an = addTrainee("An", cohort);
    addTrainee("Bo", cohort);
    decide(at(manager), an, DecisionKind::Extend, "one skill more", today.plusDays(3));
    const auto reviews = ofManager(ToDoKind::ReviewAhead);
    ASSERT_EQ(reviews.size(), 2U);
    EXPECT_EQ(reviews[0].date, today.plusDays(1));
    EXPECT_EQ(reviews[1].date, today.plusDays(3));
    EXPECT_EQ(reviews[1].of, 1);
    EXPECT_EQ(sentence(reviews[0], today, english()), "Mar-1 is reviewed tomorrow: 0 ready, 1 not");
    EXPECT_EQ(sentence(reviews[1], today, english()),
              "Training extended: An of Mar-1 is reviewed on Thu 19 Mar and not ready yet")
        << "the cohort's own review is on another day";
    EXPECT_EQ(reviews[1].subject, an.text()) << "Enter leads to who it is about";
    const auto cai = addTrainee("Cai", cohort);
    decide(at(manager), cai, DecisionKind::Extend, "one skill more", today.plusDays(3));
    const auto both = ofManager(ToDoKind::ReviewAhead);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(sentence(both[1], today, english()),
              "Training extended, reviewed on Thu 19 Mar: An, Cai of Mar-1, 0 ready, 2 not");
}

TEST_F(Soon, AMentorHearsOfTheOwnTraineesWhoAreNotReadyForTheirReview) {
    const auto cohort = addCohort("Mar-1", today.plusDays(-7), today.plusDays(2));
    const auto an = addTrainee("An", cohort), bo = addTrainee("Bo", cohort);
    makeReady(an, cohort);
    addPair(bo, mentor, today.plusDays(-4));
    const auto list = only(mentorToDo(at(mentor), "en"), ToDoKind::ReviewNotReady);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].name, "Bo");
    EXPECT_EQ(list[0].date, today.plusDays(2));
    EXPECT_GT(list[0].count, 0);
    EXPECT_EQ(list[0].subject, bo.text());
}

TEST_F(Soon, AnApprovalAboutToEndLeadsToItsRowThoughTheCohortIsThrough) {
    const auto an = addTrainee("An", addCohort("Jan-1", Date(2026, 1, 5)));
    addTrainee("Bo", addCohort("Mar-1", today.plusDays(-3)));
    decide(at(manager), an, DecisionKind::Approve, "urgent", today.plusDays(8));
    EXPECT_TRUE(ofManager(ToDoKind::ApprovalEnds).empty()) << "six working days are left";
    today = today.plusDays(1);
    const auto list = ofManager(ToDoKind::ApprovalEnds);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].name, "An");
    EXPECT_EQ(list[0].date, Date(2026, 3, 24));
    ReadinessView view(at(manager), "en");
    view.load();
    ASSERT_FALSE(view.row(an)) << "nobody of January is in training";
    view.seek(an);
    EXPECT_TRUE(view.row(an));
    EXPECT_EQ(view.cohorts().back().name, "Jan-1") << "the filter says what is shown";
    view.seek(PersonId(freshId()));
    EXPECT_EQ(view.filter(), ReadinessView::Filter{});
}

} // namespace
} // namespace fledgling::app::test
