#include "domain/Attendance.h"

#include "People.h"
#include "domain/Refused.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

namespace fledgling::domain {
namespace {

const Hours MORNING(TimeOfDay(7, 0), TimeOfDay(11, 30)); // 270 minutes
constexpr MarkKind KINDS[] = {MarkKind::Present, MarkKind::Late, MarkKind::LeftEarly, MarkKind::OnLeave,
                              MarkKind::Absent};

Mark mark(MarkKind kind) { return {kind, {}}; }

SessionState stateAfter(std::vector<MarkKind> kinds, bool waived = false, bool makeUpRequired = true) {
    SessionFacts facts{"d1-am", {}, waived};
    for (const auto kind : kinds)
        facts.marks.push_back(mark(kind));
    AttendanceRules rules;
    rules.makeUpRequired = makeUpRequired;
    return stateOf(facts, rules);
}

Course courseOf(int sessions) {
    Course course;
    course.days.resize(1);
    for (int i = 0; i < sessions; ++i) {
        CourseSession one;
        one.id = "s" + std::to_string(i);
        course.days[0].sessions.push_back(one);
    }
    return course;
}

TEST(Attendance, OnTheRollIsWhoBelongsThereThatDayWasMarkedThereOrIsExpected) {
    const auto ours = test::idOf<CohortId>(1), theirs = test::idOf<CohortId>(2);
    const auto stays = test::person(1), left = test::person(2), cameBack = test::person(3), guest = test::person(4),
               stranger = test::person(5);
    const Date start(2026, 3, 16), next(2026, 3, 17);
    Session first;
    first.cohort = ours;
    first.day = start;
    const std::vector<Member> memberships{{ours, stays, start, {}, ""},
                                          {ours, left, start.plusDays(-3), start, "moved away"},
                                          {ours, cameBack, next, {}, ""},
                                          {theirs, guest, start, {}, ""},
                                          {theirs, stranger, start, {}, ""}};
    const auto roll = onRoll(first, memberships, {stays, cameBack, stranger}, {stays, guest});
    EXPECT_EQ(roll.members, (std::set{stays, cameBack}));
    EXPECT_EQ(roll.guests, std::set{guest}) << "a member is no guest as well";
    for (const auto& one : {stays, cameBack, guest}) EXPECT_TRUE(roll.has(one));
    for (const auto& one : {left, stranger}) EXPECT_FALSE(roll.has(one));
    EXPECT_FALSE(onRoll(first, memberships, {}, {}).has(cameBack)) << "not there that day, and not marked";
}

TEST(Attendance, EveryMarkHasItsKeyAndLetter) {
    std::set<std::string_view> keys;
    std::string letters;
    for (const auto kind : KINDS) {
        EXPECT_EQ(markKindOf(keyOf(kind)), kind);
        EXPECT_EQ(markKindOfLetter(letterOf(kind)), kind);
        keys.insert(keyOf(kind));
        letters += letterOf(kind);
    }
    EXPECT_EQ(keys.size(), 5u);
    EXPECT_EQ(letters, "PLESA");
}

TEST(Attendance, LettersMayBeSmallAndOthersMeanNothing) {
    EXPECT_EQ(markKindOfLetter('l'), MarkKind::Late);
    EXPECT_EQ(markKindOfLetter('a'), MarkKind::Absent);
    for (const char other : {'X', '0', ' ', '\0', '\xE5'})
        EXPECT_EQ(markKindOfLetter(other), std::nullopt);
    EXPECT_EQ(markKindOf(""), std::nullopt);
    EXPECT_EQ(markKindOf("Present"), std::nullopt);
}

TEST(Attendance, WhoIsThereForAPartAttended) {
    EXPECT_TRUE(attended(MarkKind::Present));
    EXPECT_TRUE(attended(MarkKind::Late));
    EXPECT_TRUE(attended(MarkKind::LeftEarly));
    EXPECT_FALSE(attended(MarkKind::OnLeave));
    EXPECT_FALSE(attended(MarkKind::Absent));
}

TEST(Attendance, LateAndLeftEarlyNeedMinutesWithinTheSession) {
    for (const auto kind : {MarkKind::Late, MarkKind::LeftEarly}) {
        EXPECT_REFUSED(checkedMark(kind, Minutes(0), MORNING), Rule::MinutesOutOfRange);
        EXPECT_EQ(checkedMark(kind, Minutes(1), MORNING).minutes, Minutes(1));
        EXPECT_EQ(checkedMark(kind, Minutes(269), MORNING).kind, kind);
        // Late by the whole session is absence.
        EXPECT_REFUSED(checkedMark(kind, Minutes(270), MORNING), Rule::MinutesOutOfRange);
    }
}

TEST(Attendance, OtherMarksHaveNoMinutes) {
    for (const auto kind : {MarkKind::Present, MarkKind::OnLeave, MarkKind::Absent}) {
        EXPECT_EQ(checkedMark(kind, Minutes(0), MORNING), mark(kind));
        EXPECT_REFUSED(checkedMark(kind, Minutes(1), MORNING), Rule::MinutesOutOfRange);
    }
}

TEST(Attendance, TheRefusalNamesTheRange) {
    try {
        static_cast<void>(checkedMark(MarkKind::Late, Minutes(400), MORNING));
        FAIL();
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.arguments(), (std::vector<std::string>{"1", "269"}));
    }
}

TEST(Attendance, NotMarkedIsAhead) { EXPECT_EQ(stateAfter({}), SessionState::Ahead); }

TEST(Attendance, BeingThereInAnyWayIsAttended) {
    for (const auto kind : {MarkKind::Present, MarkKind::Late, MarkKind::LeftEarly})
        EXPECT_EQ(stateAfter({kind}), SessionState::Attended);
}

TEST(Attendance, AbsentAndOnLeaveOweAMakeUp) {
    EXPECT_EQ(stateAfter({MarkKind::Absent}), SessionState::Owed);
    EXPECT_EQ(stateAfter({MarkKind::OnLeave}), SessionState::Owed);
    EXPECT_EQ(stateAfter({MarkKind::Absent, MarkKind::OnLeave}), SessionState::Owed);
}

TEST(Attendance, AttendingWithAnotherCohortSettlesWhatIsOwed) {
    EXPECT_EQ(stateAfter({MarkKind::Absent, MarkKind::Late}), SessionState::MadeUp);
    EXPECT_EQ(stateAfter({MarkKind::OnLeave, MarkKind::Absent, MarkKind::Present}), SessionState::MadeUp);
}

TEST(Attendance, AMissAfterAttendingOwesNothingAndMakesNothingUp) {
    EXPECT_EQ(stateAfter({MarkKind::Present, MarkKind::Absent}), SessionState::Attended);
    EXPECT_EQ(stateAfter({MarkKind::Present, MarkKind::Present}), SessionState::Attended);
}

TEST(Attendance, AWaiverSettlesWhatIsOwedButAttendanceBeatsIt) {
    EXPECT_EQ(stateAfter({MarkKind::Absent}, true), SessionState::Waived);
    EXPECT_EQ(stateAfter({}, true), SessionState::Waived);
    EXPECT_EQ(stateAfter({MarkKind::Absent, MarkKind::Present}, true), SessionState::MadeUp);
    EXPECT_EQ(stateAfter({MarkKind::Present}, true), SessionState::Attended);
}

TEST(Attendance, WithoutRequiredMakeUpsAMissSettlesItself) {
    EXPECT_EQ(stateAfter({MarkKind::Absent}, false, false), SessionState::Waived);
    EXPECT_EQ(stateAfter({}, false, false), SessionState::Ahead);
}

TEST(Attendance, DoneIsWhatNeedsNothingMore) {
    EXPECT_TRUE(isDone(SessionState::Attended));
    EXPECT_TRUE(isDone(SessionState::MadeUp));
    EXPECT_TRUE(isDone(SessionState::Waived));
    EXPECT_FALSE(isDone(SessionState::Ahead));
    EXPECT_FALSE(isDone(SessionState::Owed));
}

TEST(Attendance, TotalsOfTheRollsExample) {
    // Three half days held, one missed, three to come: 67 % taken, 100 % still possible.
    const std::map<std::string, SessionFacts> facts{{"s0", {"s0", {mark(MarkKind::Present)}, false}},
                                                    {"s1", {"s1", {mark(MarkKind::Absent)}, false}},
                                                    {"s2", {"s2", {mark(MarkKind::Present)}, false}}};
    const auto totals = totalsOf(courseOf(6), facts);
    EXPECT_EQ(totals, (AttendanceTotals{6, 2, 1, 3, 0}));
    EXPECT_EQ(totals.takenPercent(), 67);
    EXPECT_EQ(totals.possiblePercent(), 100);
    EXPECT_EQ(wholePercent(totals.done, totals.sessions), 33);
}

TEST(Attendance, PercentsAreRoundedButAHundredIsAllAndNoughtIsNothing) {
    EXPECT_EQ(wholePercent(2, 3), 67);
    EXPECT_EQ(wholePercent(1, 3), 33);
    EXPECT_EQ(wholePercent(1, 8), 13);
    EXPECT_EQ(wholePercent(299, 300), 99);
    EXPECT_EQ(wholePercent(1, 300), 1);
    EXPECT_EQ(wholePercent(0, 5), 0);
    EXPECT_EQ(wholePercent(5, 5), 100);
}

TEST(Attendance, WhoHasLeftCanTakeNothingMore) {
    const std::map<std::string, SessionFacts> facts{{"s0", {"s0", {mark(MarkKind::Present)}, false}},
                                                    {"s1", {"s1", {mark(MarkKind::Absent)}, false}}};
    const auto totals = totalsOf(courseOf(4), facts, true);
    EXPECT_EQ(totals.lost, 3);
    EXPECT_EQ(totals.possiblePercent(), 25);
}

TEST(Attendance, BeforeTheFirstSessionNothingIsLost) {
    const auto totals = totalsOf(courseOf(6), {});
    EXPECT_EQ(totals, (AttendanceTotals{6, 0, 0, 0, 0}));
    EXPECT_EQ(totals.takenPercent(), std::nullopt) << "nothing is marked: nothing is taken";
    EXPECT_EQ(totals.possiblePercent(), 100);
    EXPECT_EQ(totals.done, 0);
    const Course nothing;
    EXPECT_EQ(totalsOf(nothing, {}).possiblePercent(), 100);
}

TEST(Attendance, MarksOfSessionsTheCourseHasNotAreNotCounted) {
    const std::map<std::string, SessionFacts> facts{{"gone", {"gone", {mark(MarkKind::Absent)}, false}}};
    EXPECT_EQ(totalsOf(courseOf(2), facts), (AttendanceTotals{2, 0, 0, 0, 0}));
}

TEST(Attendance, TheConsequenceIsTheRuleInForceThatDay) {
    AttendanceRules rules;
    rules.consequences = {{MarkKind::Late, Date::of("2026-07-01"), {{{"en", "30 yuan"}}}},
                          {MarkKind::Late, Date::of("2026-01-01"), {{{"en", "20 yuan"}}}},
                          {MarkKind::Absent, Date::of("2026-01-01"), {{{"en", "three days' pay"}}}}};
    EXPECT_EQ(rules.inForce(MarkKind::Late, Date::of("2025-12-31")), nullptr);
    EXPECT_EQ(rules.inForce(MarkKind::Late, Date::of("2026-06-30"))->text.in("en"), "20 yuan");
    EXPECT_EQ(rules.inForce(MarkKind::Late, Date::of("2026-07-01"))->text.in("en"), "30 yuan");
    EXPECT_EQ(rules.inForce(MarkKind::Present, Date::of("2026-07-01")), nullptr);
}

std::vector<Mark> anyMarks() {
    std::vector<Mark> marks;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i)
        marks.push_back(mark(KINDS[*rc::gen::inRange(0, 5)]));
    return marks;
}

RC_GTEST_PROP(Attendance, HundredPercentMeansAllAndTotalsFitTogether, ()) {
    const int sessions = *rc::gen::inRange(1, 9);
    std::map<std::string, SessionFacts> facts;
    for (int i = 0; i < sessions; ++i)
        facts["s" + std::to_string(i)] = {"s" + std::to_string(i), anyMarks(), *rc::gen::arbitrary<bool>()};
    const auto totals = totalsOf(courseOf(sessions), facts);
    RC_ASSERT(totals.done + totals.owed == totals.held);
    RC_ASSERT(totals.held <= totals.sessions);
    RC_ASSERT(totals.takenPercent().has_value() == (totals.held > 0));
    RC_ASSERT((totals.takenPercent().value_or(100) == 100) == (totals.owed == 0));
    RC_ASSERT(wholePercent(totals.done, totals.sessions) <= totals.possiblePercent());
}

RC_GTEST_PROP(Attendance, OneMoreMarkNeverUndoesWhatIsDone, ()) {
    SessionFacts facts{"s", anyMarks(), *rc::gen::arbitrary<bool>()};
    const AttendanceRules rules;
    const bool before = isDone(stateOf(facts, rules));
    facts.marks.push_back(mark(KINDS[*rc::gen::inRange(0, 5)]));
    RC_ASSERT(!before || isDone(stateOf(facts, rules)));
}

} // namespace
} // namespace fledgling::domain
