#include "format/calendar/CalendarRecurrence.h"

#include <gtest/gtest.h>

namespace fledgling::format {
namespace {

using domain::Date;
using domain::Weekday;

std::vector<Date> days(const DayRule& rule, const char* start, int first = 2026, int last = 2028) {
    int steps = 100'000;
    const auto found = daysOf(rule, Date::of(start), first, last, steps);
    EXPECT_TRUE(found);
    return found.value_or(std::vector<Date>{});
}

std::vector<Date> list(std::initializer_list<const char*> texts) {
    std::vector<Date> found;
    for (const char* text : texts)
        found.push_back(Date::of(text));
    return found;
}

TEST(CalendarRecurrence, EveryYearIsTheSameDay) {
    EXPECT_EQ(days({}, "2020-03-10"), list({"2026-03-10", "2027-03-10", "2028-03-10"}));
    EXPECT_EQ(days({}, "2027-03-10"), list({"2027-03-10", "2028-03-10"}));
}

TEST(CalendarRecurrence, ALeapDayComesOnlyInLeapYears) {
    EXPECT_EQ(days({}, "2024-02-29"), list({"2028-02-29"}));
}

TEST(CalendarRecurrence, TheFourthThursdayAndTheLastMondayOfAMonthAreFound) {
    DayRule rule;
    rule.months = {11};
    rule.weekdays = {{Weekday::Thu, 4}};
    EXPECT_EQ(days(rule, "2024-01-01"), list({"2026-11-26", "2027-11-25", "2028-11-23"}));
    rule.months = {5};
    rule.weekdays = {{Weekday::Mon, -1}};
    EXPECT_EQ(days(rule, "2024-01-01"), list({"2026-05-25", "2027-05-31", "2028-05-29"}));
}

TEST(CalendarRecurrence, APlaceWithoutMonthIsOneInTheYear) {
    DayRule rule;
    rule.weekdays = {{Weekday::Mon, 20}};
    EXPECT_EQ(days(rule, "2026-01-01", 2026, 2026), list({"2026-05-18"}));
    rule.weekdays = {{Weekday::Fri, -1}};
    EXPECT_EQ(days(rule, "2026-01-01", 2026, 2026), list({"2026-12-25"}));
}

TEST(CalendarRecurrence, TheIntervalCountsFromTheStart) {
    DayRule rule;
    rule.interval = 2;
    EXPECT_EQ(days(rule, "2025-07-01"), list({"2027-07-01"}));
    rule.frequency = Frequency::Weekly;
    rule.weekdays = {{Weekday::Sat, 0}};
    EXPECT_EQ(days(rule, "2026-01-03", 2026, 2026).at(1), Date(2026, 1, 17)) << "every other Saturday";
    rule.weekdays = {{Weekday::Mon, 0}};
    EXPECT_EQ(days(rule, "2026-01-03", 2026, 2026).at(0), Date(2026, 1, 12))
        << "not in the first week, nor in the next";
}

TEST(CalendarRecurrence, MonthDaysCountFromEitherEnd) {
    DayRule rule;
    rule.frequency = Frequency::Monthly;
    rule.monthDays = {-1};
    EXPECT_EQ(days(rule, "2028-01-31", 2028, 2028).at(1), Date(2028, 2, 29));
    rule.monthDays = {31};
    EXPECT_EQ(days(rule, "2026-01-31", 2026, 2026).size(), 7U);
    rule.monthDays.clear();
    EXPECT_EQ(days(rule, "2026-01-31", 2026, 2026).size(), 7U) << "the start's own day";
}

TEST(CalendarRecurrence, CountAndUntilEndIt) {
    DayRule rule;
    rule.count = 8;
    EXPECT_EQ(days(rule, "2020-03-10"), list({"2026-03-10", "2027-03-10"})) << "the years before count too";
    rule.count = 0;
    rule.until = Date(2027, 3, 9);
    EXPECT_EQ(days(rule, "2020-03-10"), list({"2026-03-10"}));
    rule.frequency = Frequency::Daily;
    rule.until = Date(2026, 1, 3);
    EXPECT_EQ(days(rule, "2025-12-30"), list({"2026-01-01", "2026-01-02", "2026-01-03"}));
}

TEST(CalendarRecurrence, AnImpossibleDayIsNeverFoundAndTheStepsAreCounted) {
    DayRule rule;
    rule.months = {2};
    rule.monthDays = {30};
    EXPECT_TRUE(days(rule, "1900-01-01").empty());
    int few = 10;
    EXPECT_FALSE(daysOf(rule, Date(2026, 1, 1), 2026, 2026, few));
}

} // namespace
} // namespace fledgling::format
