#include "app/roll/Roll.h"

#include "DeskFixture.h"

#include "app/cohorts/Cohorts.h"
#include "app/people/People.h"
#include "store/Conflict.h"

namespace fledgling::app::test {
namespace {

using namespace domain;
using store::AttendanceStore;

/// A cohort of three whose second morning is today.
class Roll : public DeskFixture {
protected:
    void SetUp() override {
        cohort = addCohort("Mar-1", today.plusDays(-1));
        for (const char* name : {"An", "Bo", "Chi"})
            trainees.push_back(addTrainee(name, cohort));
        now = session(cohort, "d2-am");
    }
    std::optional<Mark> markOf(const PersonId& trainee, const SessionId& in) {
        const auto kept = AttendanceStore(m_database).mark(in, trainee);
        return kept ? std::optional(kept->mark) : std::nullopt;
    }
    SessionState stateOf(const PersonId& trainee, const std::string& courseSession) {
        auto& desk = at(manager);
        const auto facts = sessionFactsOf(desk, trainee, cohortOf(desk, cohort));
        const auto it = facts.find(courseSession);
        return it == facts.end()
                   ? SessionState::Ahead
                   : domain::stateOf(it->second, desk.shelf.of(cohortOf(desk, cohort)).attendance);
    }

    CohortId cohort;
    SessionId now;
    std::vector<PersonId> trainees;
};

TEST_F(Roll, AMarkIsInTheBookWithWhoAndWhen) {
    const auto number = mark(at(trainer), now, trainees[0], Mark{MarkKind::Late, Minutes(12)});
    const auto change = store::Book(m_database).change(number);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->head.who, trainer);
    EXPECT_EQ(change->head.verb, "mark");
    EXPECT_EQ(markOf(trainees[0], now), (Mark{MarkKind::Late, Minutes(12)}));
}

TEST_F(Roll, TheSameMarkTwiceIsWrittenOnce) {
    EXPECT_GT(mark(at(trainer), now, trainees[0], Mark{MarkKind::Present, Minutes()}), 0);
    EXPECT_EQ(mark(at(trainer), now, trainees[0], Mark{MarkKind::Present, Minutes()}), 0);
}

TEST_F(Roll, WhoLeftAndCameBackStandsWhereMarkedBefore) {
    const auto first = session(cohort, "d1-am");
    const auto& came = trainees[0];
    mark(at(trainer), first, came, Mark{MarkKind::Present, Minutes()});
    leaveCohort(at(trainer), cohort, came, today, "another post");
    enrol(at(trainer), cohort, {came}, today);
    const auto names = [&](const SessionId& in) {
        std::set<PersonId> ids;
        for (const auto& one : rollOf(at(trainer), sessionOf(at(trainer), in)))
            ids.insert(one.person.id);
        return ids;
    };
    EXPECT_TRUE(names(first).contains(came)) << "found by hand: the mark had gone from the roll";
    EXPECT_TRUE(names(now).contains(came));
    EXPECT_EQ(refusedBy([&] { mark(at(trainer), first, came, Mark{MarkKind::Late, Minutes(5)}); }), std::nullopt) << "and is corrected there";
}

TEST_F(Roll, ATraineeMayNotMark) {
    EXPECT_EQ(refusedBy([&] {
                  mark(at(trainees[0]), now, trainees[1], Mark{MarkKind::Present, Minutes()});
              }),
              Rule::NotYourRight);
    EXPECT_FALSE(markOf(trainees[1], now));
}

TEST_F(Roll, MinutesReachFromOneToOneLessThanTheSession) {
    const auto late = [&](int minutes) {
        return [this, minutes] {
            mark(at(trainer), now, trainees[0], Mark{MarkKind::Late, Minutes(minutes)});
        };
    };
    EXPECT_EQ(refusedBy(late(0)), Rule::MinutesOutOfRange);
    EXPECT_EQ(refusedBy(late(270)), Rule::MinutesOutOfRange);
    EXPECT_EQ(refusedBy(late(269)), std::nullopt);
    EXPECT_EQ(refusedBy(late(1)), std::nullopt);
}

TEST_F(Roll, OnLeaveNeedsApprovedLeave) {
    const auto onLeave = [&] { mark(at(trainer), now, trainees[0], Mark{MarkKind::OnLeave, Minutes()}); };
    EXPECT_EQ(refusedBy(onLeave), Rule::LeaveNotApproved);
    const auto asked = askLeave(at(trainees[0]), trainees[0], today, today, "rest");
    EXPECT_EQ(refusedBy(onLeave), Rule::LeaveNotApproved) << "asked for is not approved";
    decideLeave(at(manager), asked, true, "");
    EXPECT_EQ(refusedBy(onLeave), std::nullopt);
}

TEST_F(Roll, NobodyIsMarkedBeforeTheDay) {
    const auto later = addCohort("Mar-2", today.plusDays(1));
    const auto trainee = addTrainee("Dan", later);
    EXPECT_EQ(refusedBy([&] {
                  mark(at(trainer), session(later, "d1-am"), trainee, Mark{MarkKind::Present, Minutes()});
              }),
              Rule::FutureSession);
    EXPECT_EQ(refusedBy([&] { closeSession(at(trainer), session(later, "d1-am")); }), Rule::FutureSession);
}

TEST_F(Roll, WhoIsInAnotherCohortIsNotOnTheRoll) {
    const auto other = addCohort("Mar-2", today);
    const auto stranger = addTrainee("Eve", other);
    EXPECT_EQ(refusedBy([&] {
                  mark(at(trainer), now, stranger, Mark{MarkKind::Present, Minutes()});
              }),
              Rule::NotOnRoll);
}

TEST_F(Roll, AMarkSomebodyElseChangedMeanwhileIsAConflict) {
    const auto seen = mark(at(trainer), now, trainees[0], Mark{MarkKind::Present, Minutes()});
    mark(at(supervisor), now, trainees[0], Mark{MarkKind::Absent, Minutes()});
    EXPECT_THROW(mark(at(trainer), now, trainees[0], Mark{MarkKind::Late, Minutes(5)}, seen),
                 store::Conflict);
    EXPECT_EQ(markOf(trainees[0], now), (Mark{MarkKind::Absent, Minutes()}));
}

TEST_F(Roll, UndoWritesTheFormerMark) {
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Present, Minutes()});
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Absent, Minutes()});
    undo(at(trainer));
    EXPECT_EQ(markOf(trainees[0], now), (Mark{MarkKind::Present, Minutes()}));
    undo(at(trainer));
    EXPECT_FALSE(markOf(trainees[0], now));
    EXPECT_EQ(refusedBy([&] { undo(at(trainer)); }), Rule::NothingToUndo);
}

TEST_F(Roll, TheRestBecomesPresentAndApprovedLeaveBecomesLeave) {
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Absent, Minutes()});
    addLeave(trainees[1], today, today);
    const auto number = markRestPresent(at(trainer), now);
    EXPECT_EQ(markOf(trainees[0], now)->kind, MarkKind::Absent) << "a mark is never overwritten by it";
    EXPECT_EQ(markOf(trainees[1], now)->kind, MarkKind::OnLeave);
    EXPECT_EQ(markOf(trainees[2], now)->kind, MarkKind::Present);
    EXPECT_EQ(store::Book(m_database).factsOf(number).size(), 2U) << "one change";
}

TEST_F(Roll, OverwritingEverybodyNeedsAReason) {
    const Mark present{MarkKind::Present, Minutes()};
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Absent, Minutes()});
    EXPECT_EQ(refusedBy([&] { markAll(at(trainer), now, present, " "); }), Rule::ReasonNeeded);
    const auto number = markAll(at(trainer), now, present, "fire drill, all were there");
    EXPECT_EQ(markOf(trainees[0], now), present);
    EXPECT_EQ(store::Book(m_database).change(number)->head.why, "fire drill, all were there");
}

TEST_F(Roll, ClosingNamesEverybodyWithoutAMark) {
    mark(at(trainer), now, trainees[1], Mark{MarkKind::Present, Minutes()});
    try {
        closeSession(at(trainer), now);
        FAIL() << "closed with people unmarked";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.rule(), Rule::Unmarked);
        EXPECT_EQ(refused.arguments(), (std::vector<std::string>{"An", "Chi"}));
    }
    EXPECT_FALSE(AttendanceStore(m_database).isClosed(now));
}

TEST_F(Roll, AClosedSessionIsMarkedOnlyByCorrectionOrAfterReopening) {
    markRestPresent(at(trainer), now);
    closeSession(at(trainer), now);
    EXPECT_EQ(closeSession(at(trainer), now), 0) << "twice is once";
    const Mark absent{MarkKind::Absent, Minutes()};
    EXPECT_EQ(refusedBy([&] { mark(at(trainer), now, trainees[0], absent); }), Rule::SessionClosed);
    EXPECT_EQ(refusedBy([&] { correctMark(at(trainer), now, trainees[0], absent, ""); }), Rule::ReasonNeeded);
    correctMark(at(trainer), now, trainees[0], absent, "was seen elsewhere");
    EXPECT_EQ(markOf(trainees[0], now), absent);
    EXPECT_EQ(refusedBy([&] { reopenSession(at(trainer), now, ""); }), Rule::ReasonNeeded);
    reopenSession(at(trainer), now, "wrong list");
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Present, Minutes()});
    EXPECT_EQ(refusedBy([&] { reopenSession(at(trainer), now, "again"); }), Rule::SessionOpen);
}

TEST_F(Roll, AMissIsOwedUntilAnotherCohortsSessionIsAttended) {
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Absent, Minutes()});
    EXPECT_EQ(stateOf(trainees[0], "d2-am"), SessionState::Owed);
    const auto other = addCohort("Mar-2", today.plusDays(1));
    expectGuest(at(trainer), session(other, "d2-am"), trainees[0]);
    today = today.plusDays(2);
    mark(at(trainer), session(other, "d2-am"), trainees[0], Mark{MarkKind::Present, Minutes()});
    EXPECT_EQ(stateOf(trainees[0], "d2-am"), SessionState::MadeUp);
    EXPECT_EQ(markOf(trainees[0], now)->kind, MarkKind::Absent) << "the first mark stays";
}

TEST_F(Roll, AMakeUpPlannedAnewIsExpectedInOnePlaceOnly) {
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Absent, Minutes()});
    const auto first = session(addCohort("Mar-2", today.plusDays(1)), "d2-am"), second = session(addCohort("Mar-3", today.plusDays(2)), "d2-am");
    expectGuest(at(trainer), first, trainees[0]);
    expectGuest(at(trainer), second, trainees[0]);
    const auto guests = [&](const SessionId& in) { return rollOf(at(trainer), sessionOf(at(trainer), in)).size(); };
    EXPECT_EQ(guests(first), 0U) << "nobody misses a guest there";
    EXPECT_EQ(guests(second), 1U);
    undo(at(trainer));
    EXPECT_EQ(guests(first), 1U);
    EXPECT_EQ(guests(second), 0U);
}

TEST_F(Roll, NobodyOwesWithoutAMiss) {
    const auto other = addCohort("Mar-2", today.plusDays(1));
    EXPECT_EQ(refusedBy([&] { expectGuest(at(trainer), session(other, "d2-am"), trainees[0]); }),
              Rule::NothingOwed);
    EXPECT_EQ(refusedBy([&] { waive(at(manager), trainees[0], "d2-am", "none"); }), Rule::NothingOwed);
}

TEST_F(Roll, OnlyAManagerWaivesAndSaysWhy) {
    mark(at(trainer), now, trainees[0], Mark{MarkKind::Absent, Minutes()});
    EXPECT_EQ(refusedBy([&] { waive(at(trainer), trainees[0], "d2-am", "knows it"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { waive(at(manager), trainees[0], "d2-am", ""); }), Rule::ReasonNeeded);
    waive(at(manager), trainees[0], "d2-am", "has taught it before");
    EXPECT_EQ(stateOf(trainees[0], "d2-am"), SessionState::Waived);
}

TEST_F(Roll, GuestsStandBelowTheMembersAndAreCounted) {
    const auto other = addCohort("Mar-0", today.plusDays(-7));
    const auto guest = addTrainee("Aaron", other);
    addMark(other, "d2-am", guest, MarkKind::Absent);
    expectGuest(at(trainer), now, guest);
    const auto roll = rollOf(at(trainer), sessionOf(at(trainer), now));
    ASSERT_EQ(roll.size(), 4U);
    EXPECT_EQ(roll.back().person.card.name, "Aaron");
    EXPECT_TRUE(roll.back().guest);
    addMark(cohort, "d2-am", trainees[0]);
    const auto unmarked = unmarkedIn(at(trainer), sessionOf(at(trainer), now));
    EXPECT_EQ(unmarked.of, 4);
    EXPECT_EQ(unmarked.count, 3);
}

} // namespace
} // namespace fledgling::app::test
