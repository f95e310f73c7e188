#include "domain/Planning.h"

#include "People.h"
#include "domain/Refused.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace fledgling::domain {
namespace {

using test::idOf;
using test::person;

Date on(std::string_view iso) { return Date::of(iso); }

Course threeDays() {
    Course course;
    for (int day = 1; day <= 3; ++day) {
        auto& one = course.days.emplace_back();
        for (const auto half : {HalfDay::Morning, HalfDay::Afternoon}) {
            auto& session = one.sessions.emplace_back();
            session.id = "d" + std::to_string(day) + (half == HalfDay::Morning ? "-am" : "-pm");
            session.when = half;
        }
    }
    course.days[0].sessions[1].kind = SessionKind::Shadowing;
    return course;
}

/// What China worked and rested around the cases of the course package (State Council, 2026).
Calendar china2026() {
    std::vector<CalendarDay> days{{on("2026-02-14"), true, "work"}, {on("2026-09-20"), true, "work"}};
    for (int day = 15; day <= 23; ++day)
        days.push_back({Date(2026, 2, static_cast<unsigned>(day)), false, "Spring Festival"});
    return {{Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri}, days};
}

std::vector<Date> daysOf(const CoursePlan& laidOut) {
    std::vector<Date> days;
    for (const auto& one : laidOut.sessions)
        if (days.empty() || days.back() != one.day) days.push_back(one.day);
    return days;
}

LaidSession session(int n, std::string_view day, Hours hours = Hours(TimeOfDay(7, 0), TimeOfDay(11, 30))) {
    LaidSession one;
    one.id = idOf<SessionId>(n);
    one.courseSession = "s" + std::to_string(n);
    one.day = on(day);
    one.hours = hours;
    return one;
}

TEST(Planning, SixHalfDaysOnThreeWorkingDays) {
    const auto laidOut = plan(threeDays(), china2026(), on("2026-11-23"), {{"Room 2", person(1)}, {}});
    ASSERT_EQ(laidOut.sessions.size(), 6u);
    EXPECT_EQ(laidOut.sessions[0],
              (PlannedSession{"d1-am", on("2026-11-23"), Hours(TimeOfDay(7, 0), TimeOfDay(11, 30)), "Room 2",
                              person(1), false}));
    EXPECT_EQ(laidOut.sessions[5].day, on("2026-11-25"));
    EXPECT_EQ(laidOut.sessions[5].hours, Hours(TimeOfDay(13, 0), TimeOfDay(16, 0)));
    EXPECT_TRUE(laidOut.sessions[1].roomShared);
    EXPECT_TRUE(laidOut.unknownYears.empty());
}

TEST(Planning, MakeUpWorkingDaysAreTaught) {
    EXPECT_EQ(daysOf(plan(threeDays(), china2026(), on("2026-02-12"))),
              (std::vector{on("2026-02-12"), on("2026-02-13"), on("2026-02-14")}));
    EXPECT_EQ(daysOf(plan(threeDays(), china2026(), on("2026-09-18"))),
              (std::vector{on("2026-09-18"), on("2026-09-20"), on("2026-09-21")}));
}

TEST(Planning, HolidaysAreSkipped) {
    EXPECT_EQ(daysOf(plan(threeDays(), china2026(), on("2026-02-14"))),
              (std::vector{on("2026-02-14"), on("2026-02-24"), on("2026-02-25")}));
}

TEST(Planning, AYearNobodyHasPublishedIsWarnedOf) {
    const auto laidOut = plan(threeDays(), china2026(), on("2026-12-30"));
    EXPECT_EQ(daysOf(laidOut)[1], on("2026-12-31"));
    EXPECT_EQ(laidOut.unknownYears, std::vector{2027});
}

TEST(Planning, RoomAndTrainerMayDifferPerHalfDay) {
    PlanChoices choices{{"Room 2", person(1)}, {{"d2-am", {"Hall", person(7)}}}};
    const auto laidOut = plan(threeDays(), china2026(), on("2026-11-23"), choices);
    EXPECT_EQ(laidOut.sessions[2].room, "Hall");
    EXPECT_EQ(laidOut.sessions[2].trainer, person(7));
    EXPECT_EQ(laidOut.sessions[3].room, "Room 2");
}

TEST(Planning, ACalendarWithoutWorkingDaysCannotBePlannedIn) {
    EXPECT_REFUSED(plan(threeDays(), Calendar({}, {}), on("2026-11-23")), Rule::DayUnknown);
}

TEST(Planning, ARoomIsTakenOnce) {
    auto one = session(1, "2026-11-23"), other = session(2, "2026-11-23");
    one.room = other.room = "Room 2";
    const auto found = clashes({one}, {other});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0], (Clash{ClashKind::Room, "Room 2", {}, one, other}));
}

TEST(Planning, OtherTimesDaysOrRoomsDoNotClash) {
    auto one = session(1, "2026-11-23");
    one.room = "Room 2";
    auto afternoon = session(2, "2026-11-23", Hours(TimeOfDay(11, 30), TimeOfDay(16, 0)));
    auto tomorrow = session(3, "2026-11-24"), elsewhere = session(4, "2026-11-23"),
         nowhere = session(5, "2026-11-23");
    afternoon.room = tomorrow.room = "Room 2";
    elsewhere.room = "Hall";
    EXPECT_TRUE(clashes({one}, {afternoon, tomorrow, elsewhere, nowhere}).empty());
    auto roomless = session(6, "2026-11-23");
    EXPECT_TRUE(clashes({roomless}, {nowhere}).empty());
}

TEST(Planning, ShadowingCohortsShareTheFloor) {
    auto one = session(1, "2026-11-23"), other = session(2, "2026-11-23");
    one.room = other.room = "floor";
    one.roomShared = true;
    EXPECT_EQ(clashes({one}, {other}).size(), 1u);
    other.roomShared = true;
    EXPECT_TRUE(clashes({one}, {other}).empty());
}

TEST(Planning, ATrainerIsInOnePlace) {
    auto one = session(1, "2026-11-23"), other = session(2, "2026-11-23");
    one.trainer = other.trainer = person(5);
    EXPECT_EQ(clashes({one}, {other}), (std::vector<Clash>{{ClashKind::Trainer, {}, person(5), one, other}}));
    other.trainer = person(6);
    EXPECT_TRUE(clashes({one}, {other}).empty());
    other.trainees = {person(5)};
    EXPECT_EQ(clashes({one}, {other}).at(0).kind, ClashKind::Trainer);
    EXPECT_EQ(clashes({other}, {one}).at(0).person, person(5));
}

TEST(Planning, EveryTraineeInTwoPlacesIsNamed) {
    auto one = session(1, "2026-11-23"), other = session(2, "2026-11-23");
    one.trainees = {person(1), person(2), person(3)};
    other.trainees = {person(2), person(3), person(4)};
    const auto found = clashes({one}, {other});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].kind, ClashKind::Trainee);
    EXPECT_EQ(found[0].person, person(2));
    EXPECT_EQ(found[1].person, person(3));
}

TEST(Planning, AMovedSessionDoesNotClashWithItself) {
    auto before = session(1, "2026-11-23");
    before.room = "Room 2";
    auto after = before;
    after.hours = Hours(TimeOfDay(8, 0), TimeOfDay(12, 0));
    EXPECT_TRUE(clashes({after}, {before}).empty());
}

TEST(Planning, PlannedSessionsClashAmongThemselvesOnce) {
    auto course = threeDays();
    course.days[0].sessions[1].hours = Hours(TimeOfDay(11, 0), TimeOfDay(12, 0));
    const auto laidOut = plan(course, china2026(), on("2026-11-23"), {{"Room 2", {}}, {}});
    const auto found = clashes(laid(laidOut, idOf<CohortId>(1), {person(1)}), {});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].kind, ClashKind::Room);
    EXPECT_EQ(found[1].kind, ClashKind::Trainee);
    EXPECT_EQ(found[0].one.courseSession, "d1-am");
    EXPECT_EQ(found[0].other.courseSession, "d1-pm");
}

Calendar without(std::vector<Date> off) {
    std::vector<CalendarDay> days;
    for (const Date day : off)
        days.push_back({day, false, "holiday"});
    return {{Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri}, days};
}

/// Three days with two half days each from Monday, 23 November.
std::vector<LaidSession> week() {
    std::vector<LaidSession> sessions;
    for (int day = 0; day < 3; ++day) {
        sessions.push_back(session(day * 2 + 1, on("2026-11-23").plusDays(day).iso()));
        sessions.push_back(session(day * 2 + 2, on("2026-11-23").plusDays(day).iso(),
                                   Hours(TimeOfDay(13, 0), TimeOfDay(16, 0))));
    }
    return sessions;
}

const Date BEFORE = Date::of("2026-11-20");

TEST(Planning, NothingMovesWhileItsDaysAreWorking) {
    EXPECT_TRUE(replan(week(), without({}), BEFORE).empty());
    EXPECT_TRUE(replan(week(), without({on("2026-11-26")}), BEFORE).empty());
    EXPECT_TRUE(replan({}, without({}), BEFORE).empty());
}

TEST(Planning, AHolidayPushesWhatFollows) {
    const auto moves = replan(week(), without({on("2026-11-24")}), BEFORE);
    EXPECT_EQ(moves, (std::vector<Move>{{idOf<SessionId>(3), on("2026-11-24"), on("2026-11-25")},
                                        {idOf<SessionId>(4), on("2026-11-24"), on("2026-11-25")},
                                        {idOf<SessionId>(5), on("2026-11-25"), on("2026-11-26")},
                                        {idOf<SessionId>(6), on("2026-11-25"), on("2026-11-26")}}));
}

TEST(Planning, AGapTakesThePushUp) {
    auto sessions = week();
    sessions[4].day = sessions[5].day = on("2026-11-27");
    EXPECT_EQ(replan(sessions, without({on("2026-11-24")}), BEFORE).size(), 2u);
}

TEST(Planning, TakenSessionsNeverMove) {
    auto sessions = week();
    sessions[0].taken = true;
    const auto moves = replan(sessions, without({on("2026-11-23")}), BEFORE);
    ASSERT_EQ(moves.size(), 5u);
    EXPECT_EQ(moves[0], (Move{idOf<SessionId>(2), on("2026-11-23"), on("2026-11-24")}));
    EXPECT_EQ(moves[4].to, on("2026-11-26"));
}

TEST(Planning, NothingMovesOntoADayAlreadyTaught) {
    auto sessions = week();
    sessions[4].taken = sessions[5].taken = true; // day 3 was taught early
    const auto moves = replan(sessions, without({on("2026-11-24")}), BEFORE);
    ASSERT_EQ(moves.size(), 2u);
    EXPECT_EQ(moves[0].to, on("2026-11-26"));
}

TEST(Planning, NothingMovesIntoThePast) {
    const auto moves = replan(week(), without({on("2026-11-24")}), on("2026-12-01"));
    ASSERT_EQ(moves.size(), 4u);
    EXPECT_EQ(moves[0].to, on("2026-12-01"));
    EXPECT_EQ(moves[2].to, on("2026-12-02"));
}

TEST(Planning, AMoveOutOfTheCoursesOrderNamesWhomItPasses) {
    const auto course = threeDays();
    std::vector<LaidSession> laidOut;
    const Hours morning(TimeOfDay(7, 0), TimeOfDay(11, 30)), afternoon(TimeOfDay(12, 30), TimeOfDay(15, 0));
    const std::vector<std::string> days{"2026-11-23", "2026-11-24", "2026-11-25"};
    for (int day = 0; day < 3; ++day)
        for (const auto half : {morning, afternoon}) {
            auto& one = laidOut.emplace_back(session(static_cast<int>(laidOut.size()) + 1, days[static_cast<std::size_t>(day)], half));
            one.courseSession = "d" + std::to_string(day + 1) + (half == morning ? "-am" : "-pm");
        }
    auto moved = laidOut[2]; // d2-am
    moved.day = on("2026-11-26");
    EXPECT_EQ(outOfOrder(course, laidOut, moved), (std::vector<std::string>{"d2-pm", "d3-am", "d3-pm"}));
    moved.day = on("2026-11-20");
    EXPECT_EQ(outOfOrder(course, laidOut, moved), (std::vector<std::string>{"d1-am", "d1-pm"}));
    moved = laidOut[5];
    moved.day = on("2026-11-30");
    EXPECT_TRUE(outOfOrder(course, laidOut, moved).empty()) << "the last one may come later";
    laidOut[2].day = on("2026-11-26");
    moved = laidOut[2];
    moved.day = on("2026-11-27");
    EXPECT_TRUE(outOfOrder(course, laidOut, moved).empty()) << "it was so before";
}

TEST(Planning, OnlySessionsWithoutMarksMayBeMoved) {
    auto one = session(1, "2026-11-23");
    EXPECT_NO_THROW(requireMovable(one));
    one.taken = true;
    EXPECT_REFUSED(requireMovable(one), Rule::SessionTaken);
}

RC_GTEST_PROP(Planning, AReplanKeepsOrderAndWorkingDays, ()) {
    auto sessions = week();
    std::vector<Date> off;
    for (int day = 0; day < 8; ++day)
        if (*rc::gen::arbitrary<bool>()) off.push_back(on("2026-11-23").plusDays(day));
    const int taken = *rc::gen::inRange(0, 7);
    for (int i = 0; i < taken; ++i)
        sessions[static_cast<std::size_t>(i)].taken = true;
    const auto calendar = without(off);
    const auto moves = replan(sessions, calendar, BEFORE);
    auto moved = sessions;
    for (const auto& move : moves) {
        const auto one =
            std::find_if(moved.begin(), moved.end(), [&](const auto& s) { return s.id == move.session; });
        RC_ASSERT(!one->taken);
        RC_ASSERT(one->day == move.from);
        RC_ASSERT(move.from < move.to);
        one->day = move.to;
    }
    for (std::size_t i = 0; i < moved.size(); ++i) {
        RC_ASSERT(moved[i].taken || calendar.isWorking(moved[i].day));
        if (i > 0)
            RC_ASSERT(std::pair(moved[i - 1].day, moved[i - 1].hours) <
                      std::pair(moved[i].day, moved[i].hours));
    }
    RC_ASSERT(replan(moved, calendar, BEFORE).empty());
}

} // namespace
} // namespace fledgling::domain
