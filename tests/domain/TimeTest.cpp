#include "domain/Time.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace fledgling::domain {
namespace {

TEST(Date, ThirtiethOfFebruaryCannotBeMade) {
    EXPECT_THROW(Date(2026, 2, 30), std::invalid_argument);
    EXPECT_THROW(Date(2025, 2, 29), std::invalid_argument);
    EXPECT_NO_THROW(Date(2024, 2, 29));
    EXPECT_THROW(Date(0, 1, 1), std::invalid_argument);
    EXPECT_THROW(Date(10000, 1, 1), std::invalid_argument);
}

TEST(Date, OnlyTenCharactersOfAnExistingDayAreADate) {
    EXPECT_EQ(Date::parse("2026-02-12"), Date(2026, 2, 12));
    for (const char* wrong : {"2026-2-12", "2026-02-30", "2026/02/12", " 2026-02-12", "2026-02-12 ", "",
                              "2026-13-01", "2026-00-10", "20260212", "２026-02-12"})
        EXPECT_FALSE(Date::parse(wrong)) << wrong;
    EXPECT_THROW((void)Date::of("tomorrow"), std::invalid_argument);
}

TEST(Date, KnowsItsWeekday) {
    EXPECT_EQ(Date(2026, 2, 14).weekday(), Weekday::Sat);
    EXPECT_EQ(Date(2026, 9, 20).weekday(), Weekday::Sun);
    EXPECT_EQ(Date(1970, 1, 1).weekday(), Weekday::Thu);
    EXPECT_EQ(Date(2026, 2, 16).weekday(), Weekday::Mon);
}

RC_GTEST_PROP(Date, WrittenAndReadIsTheSameDay, ()) {
    const Date day = Date(1970, 1, 1).plusDays(*rc::gen::inRange(-25'000, 80'000));
    RC_ASSERT(Date::parse(day.iso()) == day);
}

RC_GTEST_PROP(Date, DaysThereAndBackCancelOut, ()) {
    const Date day = Date(2026, 1, 1).plusDays(*rc::gen::inRange(-20'000, 20'000));
    const int days = *rc::gen::inRange(-20'000, 20'000);
    RC_ASSERT(day.plusDays(days).plusDays(-days) == day);
    RC_ASSERT(day.daysTo(day.plusDays(days)) == days);
}

TEST(Minutes, CannotBeNegative) {
    EXPECT_THROW(Minutes(-1), std::invalid_argument);
    EXPECT_EQ(Minutes(0).count(), 0);
}

TEST(TimeOfDay, IsTwoDigitsColonTwoDigits) {
    EXPECT_EQ(TimeOfDay::parse("07:05"), TimeOfDay(7, 5));
    for (const char* wrong : {"7:05", "24:00", "12:60", "12.30", "12:3", "", "12:300"})
        EXPECT_FALSE(TimeOfDay::parse(wrong)) << wrong;
    EXPECT_THROW(TimeOfDay(24, 0), std::invalid_argument);
    EXPECT_THROW((void)TimeOfDay::ofMinutes(1440), std::invalid_argument);
    EXPECT_THROW((void)TimeOfDay::ofMinutes(-1), std::invalid_argument);
}

RC_GTEST_PROP(TimeOfDay, WrittenAndReadIsTheSameTime, ()) {
    const auto time = TimeOfDay::ofMinutes(*rc::gen::inRange(0, 1440));
    RC_ASSERT(TimeOfDay::parse(time.text()) == time);
}

TEST(Hours, EndAfterTheyBegin) {
    EXPECT_THROW(Hours(TimeOfDay(9, 0), TimeOfDay(9, 0)), std::invalid_argument);
    EXPECT_THROW(Hours(TimeOfDay(13, 0), TimeOfDay(9, 0)), std::invalid_argument);
    EXPECT_FALSE(Hours::parse("13:00-09:00"));
    EXPECT_FALSE(Hours::parse("07:00–11:30"));
    EXPECT_EQ(Hours::parse("07:00-11:30")->minutes(), 270);
    EXPECT_EQ(Hours::parse("07:00-11:30")->text(), "07:00-11:30");
}

TEST(Hours, ThatOnlyTouchDoNotOverlap) {
    const Hours morning = *Hours::parse("07:00-11:30"), noon = *Hours::parse("11:30-13:00");
    EXPECT_FALSE(morning.overlaps(noon));
    EXPECT_FALSE(noon.overlaps(morning));
    EXPECT_TRUE(morning.overlaps(*Hours::parse("11:29-12:00")));
    EXPECT_TRUE(morning.overlaps(*Hours::parse("08:00-09:00")));
}

} // namespace
} // namespace fledgling::domain
