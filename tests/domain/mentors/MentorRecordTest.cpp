#include "domain/mentors/Evaluation.h"
#include "domain/mentors/MentorRecord.h"

#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

const PersonId WU("00000000-0000-4000-8000-000000000001"), CHEN("00000000-0000-4000-8000-000000000002"),
    LI("00000000-0000-4000-8000-000000000003");
const Date MONDAY = Date::of("2026-03-16");

Pair pairOf(const PersonId& mentor, Date since, std::optional<Date> until = {}) { return {WU, mentor, since, until, ""}; }

TEST(LedPeriods, AHandOverEndsTheFormerTheDayBefore) {
    const auto periods = ledPeriods({{WU, pairOf(CHEN, MONDAY)}, {WU, pairOf(LI, MONDAY.plusDays(2))}});
    EXPECT_EQ(periods, (std::vector<LedPeriod>{{WU, CHEN, MONDAY, MONDAY.plusDays(1)}, {WU, LI, MONDAY.plusDays(2), {}}}));
}

TEST(LedPeriods, AnEndIsKeptAndATakenBackPairNeverWas) {
    const auto ended = ledPeriods({{WU, pairOf(CHEN, MONDAY)}, {WU, pairOf(CHEN, MONDAY, MONDAY.plusDays(4))}});
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_EQ(ended[0].last, MONDAY.plusDays(4));
    EXPECT_TRUE(ledPeriods({{WU, pairOf(CHEN, MONDAY)}, {WU, std::nullopt}}).empty());
    EXPECT_EQ(ledPeriods({{WU, pairOf(CHEN, MONDAY)}, {WU, pairOf(LI, MONDAY)}}).size(), 1U) << "replaced on its first day";
}

TEST(LedFigures, CountsDaysAndLogsOfWorkingDaysOnly) {
    const Calendar calendar({Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri}, {});
    const std::vector<LedPeriod> periods{{WU, CHEN, MONDAY, {}}};
    const std::vector<WrittenEntry> entries{{CHEN, WU, MONDAY, MONDAY}, {CHEN, WU, MONDAY.plusDays(1), MONDAY.plusDays(2)}};
    const std::vector<Leave> away{{LeaveId(), WU, MONDAY.plusDays(2), MONDAY.plusDays(2), LeaveState::Approved, ""}};
    // Monday to the Monday after: six working days, of which five lie before today, one of them away.
    const auto figures = ledFigures(periods, entries, away, calendar, MONDAY, MONDAY.plusDays(7), MONDAY.plusDays(7)).at(CHEN);
    EXPECT_EQ(figures.traineeDays, 6);
    EXPECT_EQ(figures.trainees, 1);
    EXPECT_EQ(figures.logsDue, 4);
    EXPECT_EQ(figures.logsOnTime, 1) << "the second was written a day late";
    EXPECT_EQ(figures.punctuality(), 25);
}

TEST(ExamOf, APassCountsForItsDaysAndThenEverythingBeginsAnew) {
    const auto attempt = [](int number, bool passed, Date day) { return Attempt{CHEN, "c", "final", number, passed ? 90 : 50, passed, day, ""}; };
    const std::vector<Attempt> attempts{attempt(1, false, MONDAY), attempt(2, true, MONDAY.plusDays(1))};
    auto state = examOf("final", attempts, MONDAY, 180, MONDAY.plusDays(180));
    EXPECT_FALSE(state.isDue(MONDAY.plusDays(180)));
    EXPECT_EQ(state.counting.size(), 2U);
    state = examOf("final", attempts, MONDAY, 180, MONDAY.plusDays(181));
    EXPECT_TRUE(state.isDue(MONDAY.plusDays(181)));
    EXPECT_TRUE(state.counting.empty());
    EXPECT_EQ(examOf("final", {}, MONDAY, 180, MONDAY).due, MONDAY);
}

TEST(RecordScore, IsTheMeanOfWhatIsKnown) {
    LedFigures led;
    EXPECT_EQ(recordScore({}, led, MONDAY), 50);
    led.logsDue = 10;
    led.logsOnTime = 8;
    EXPECT_EQ(recordScore({}, led, MONDAY), 80);
    const ExamState due{"final", {}, MONDAY, {}}, inForce{"desk", {}, MONDAY.plusDays(1), {}};
    EXPECT_EQ(recordScore({due, inForce}, led, MONDAY), 65);
}

TEST(Evaluations, AreRatedFromOneToFive) {
    Evaluation one{WU, CHEN, Occasion::End, {5, 4, 4}, " kind "};
    EXPECT_EQ(checked(one).note, "kind");
    EXPECT_EQ(meanRating({one}), 43);
    EXPECT_EQ(meanRating({}), std::nullopt);
    one.ratings[1] = 6;
    EXPECT_THROW((void)checked(one), Refused);
    one.ratings[1] = 0;
    EXPECT_THROW((void)checked(one), Refused);
}

} // namespace
} // namespace fledgling::domain
