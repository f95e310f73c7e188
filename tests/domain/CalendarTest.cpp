#include "domain/Calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>

namespace fledgling::domain {
namespace {

Calendar withOneHoliday() {
    return {{Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri},
            {{Date(2026, 5, 1), false, "劳动节"}, {Date(2026, 5, 9), true, "劳动节"}}};
}

TEST(Calendar, AWeekendDayIsOffAndAWeekdayIsNot) {
    const Calendar plain;
    EXPECT_TRUE(plain.isWorking(Date(2026, 5, 8)));
    EXPECT_FALSE(plain.isWorking(Date(2026, 5, 9)));
}

TEST(Calendar, AHolidayIsOffThoughItIsAWeekday) {
    EXPECT_FALSE(withOneHoliday().isWorking(Date(2026, 5, 1)));
}

TEST(Calendar, AMakeUpDayIsWorkedThoughItIsASaturday) {
    const auto calendar = withOneHoliday();
    EXPECT_TRUE(calendar.isWorking(Date(2026, 5, 9)));
    ASSERT_NE(calendar.exception(Date(2026, 5, 9)), nullptr);
    EXPECT_EQ(calendar.exception(Date(2026, 5, 9))->name, "劳动节");
    EXPECT_EQ(calendar.exception(Date(2026, 5, 8)), nullptr);
}

TEST(Calendar, KnowsOnlyYearsThatSomebodyPublished) {
    const auto calendar = withOneHoliday();
    EXPECT_TRUE(calendar.knows(2026));
    EXPECT_FALSE(calendar.knows(2027));
    EXPECT_FALSE(Calendar().knows(2026));
}

TEST(Calendar, AStrayDayDoesNotPublishItsYear) {
    const Calendar calendar({Weekday::Mon}, {{Date(2027, 1, 2), true, ""}}, {2026});
    EXPECT_TRUE(calendar.knows(2026));
    EXPECT_FALSE(calendar.knows(2027));
    EXPECT_TRUE(calendar.isWorking(Date(2027, 1, 2)));
}

TEST(Calendar, WorkingDaysAreCountedWithBothEnds) {
    const auto calendar = withOneHoliday();
    EXPECT_EQ(calendar.workingDaysBetween(Date(2026, 4, 30), Date(2026, 5, 9)), 7);
    EXPECT_EQ(calendar.workingDaysBetween(Date(2026, 5, 1), Date(2026, 5, 1)), 0);
    EXPECT_EQ(calendar.workingDaysBetween(Date(2026, 5, 9), Date(2026, 5, 1)), 0);
}

TEST(Calendar, WithoutAnyWorkingDayGivesNone) {
    EXPECT_TRUE(Calendar({}, {}).workingDays(Date(2026, 1, 1), 3).empty());
}

RC_GTEST_PROP(Calendar, WorkingDaysAscendAndEachIsWorked, ()) {
    std::vector<CalendarDay> exceptions;
    const Date start(2026, 1, 1);
    for (const int offset : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 60)))
        exceptions.push_back({start.plusDays(offset), *rc::gen::arbitrary<bool>(), ""});
    const Calendar calendar({Weekday::Mon, Weekday::Wed, Weekday::Sat}, exceptions);
    const int count = *rc::gen::inRange(0, 20);
    const auto days = calendar.workingDays(start, count);
    RC_ASSERT(static_cast<int>(days.size()) == count);
    for (std::size_t i = 0; i < days.size(); ++i) {
        RC_ASSERT(calendar.isWorking(days[i]));
        // RC_ASSERT takes the condition apart, and then `||` no longer stops early: hence its own parentheses.
        RC_ASSERT((i == 0 || days[i - 1] < days[i]));
    }
    if (count > 0) RC_ASSERT(calendar.workingDaysBetween(start, days.back()) == count);
}

} // namespace
} // namespace fledgling::domain
