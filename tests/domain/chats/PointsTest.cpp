#include "domain/chats/Points.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace fledgling::domain {
namespace {

const Month NOVEMBER = *Month::parse("2026-11");

ChatReviewRules department() {
    ChatReviewRules rules;
    for (const int below : {20, 15, 12})
        rules.tiers.push_back({below, {{{"en", "below " + std::to_string(below)}}}});
    return rules;
}

DayTally day(unsigned number, int read, int failed, bool practice = false) {
    return {Date(2026, 11, number), read, failed, practice};
}

TEST(Month, IsReadStrictlyAndKnowsItsDays) {
    EXPECT_EQ(NOVEMBER.first(), Date(2026, 11, 1));
    EXPECT_EQ(NOVEMBER.last(), Date(2026, 11, 30));
    EXPECT_EQ(Month(Date(2026, 12, 31)).next().text(), "2027-01");
    EXPECT_EQ(Month(Date(2026, 3, 31)).before().text(), "2026-02");
    EXPECT_EQ(Month(Date(2024, 2, 29)).last(), Date(2024, 2, 29));
    for (const char* bad : {"2026-13", "2026-1", "2026-011", "november", ""})
        EXPECT_EQ(Month::parse(bad), std::nullopt) << bad;
}

TEST(Points, FourFailingChatsCostTheDaysOnePointAndNoMore) {
    const PointRules rules;
    EXPECT_EQ(costOf(day(2, 20, 3), rules), 0);
    EXPECT_EQ(costOf(day(2, 20, 4), rules), 1);
    EXPECT_EQ(costOf(day(2, 20, 20), rules), 1);
    EXPECT_EQ(costOf(day(2, 7, 4), rules), 1) << "a day with fewer chats still needs four";
    EXPECT_EQ(costOf(day(2, 0, 0), rules), 0) << "a day nobody reviewed costs nothing";
}

TEST(Points, ADayDecidesWhenOneChatWouldChangeIt) {
    const PointRules rules;
    EXPECT_FALSE(decides(day(2, 20, 2), rules));
    EXPECT_TRUE(decides(day(2, 20, 3), rules));
    EXPECT_TRUE(decides(day(2, 20, 4), rules));
    EXPECT_FALSE(decides(day(2, 20, 5), rules));
    EXPECT_FALSE(decides(day(2, 3, 3), rules)) << "no fourth chat was read that could fail";
}

TEST(Points, TheLedgerCountsDownDayByDay) {
    const auto ledger = ledgerOf(NOVEMBER, {day(4, 20, 5), day(2, 20, 1), day(3, 20, 4)}, department(), 26);
    ASSERT_EQ(ledger.lines.size(), 3U);
    EXPECT_EQ(ledger.lines[0].balance, 26);
    EXPECT_EQ(ledger.lines[1].balance, 25);
    EXPECT_EQ(ledger.lines[2].balance, 24);
    EXPECT_EQ(ledger.points(), 24);
    EXPECT_EQ(ledger.read(), 60);
}

TEST(Points, ADayReadInPartIsToldFromAWholeOne) {
    auto rules = department();
    auto fewer = static_cast<PointRules>(rules);
    fewer.perDay = 13;
    rules.later[Date(2026, 11, 4)] = fewer;
    const auto ledger = ledgerOf(NOVEMBER, {day(2, 20, 0), day(3, 13, 0), day(4, 13, 0)}, rules, 26);
    EXPECT_FALSE(ledger.lines[0].partial());
    EXPECT_TRUE(ledger.lines[1].partial());
    EXPECT_EQ(ledger.lines[1].perDay, 20);
    EXPECT_FALSE(ledger.lines[2].partial()) << "by the rule of its day";
}

TEST(Points, DaysOfOtherMonthsAreNotOfThisOne) {
    const auto ledger = ledgerOf(
        NOVEMBER, {{Date(2026, 10, 31), 20, 9, false}, {Date(2026, 12, 1), 20, 9, false}}, department(), 26);
    EXPECT_TRUE(ledger.lines.empty());
    EXPECT_EQ(ledger.points(), 26);
}

TEST(Points, PracticeIsCountedApartAndTouchesNothing) {
    const auto ledger =
        ledgerOf(NOVEMBER, {day(2, 20, 6, true), day(3, 20, 6, true), day(4, 20, 4)}, department(), 13);
    EXPECT_EQ(ledger.practicePoints(), 24);
    EXPECT_EQ(ledger.points(), 12);
    EXPECT_EQ(ledger.lines[2].balance, 12);
    EXPECT_TRUE(ledger.real());
    EXPECT_FALSE(ledgerOf(NOVEMBER, {day(2, 20, 6, true)}, department(), 26).real());
    EXPECT_EQ(ledgerOf(NOVEMBER, {day(4, 20, 4)}, department(), 26).practicePoints(), std::nullopt);
}

TEST(Points, ATierIsReachedAtItsNumber) {
    const auto rules = department();
    EXPECT_EQ(tierOf(rules, 20), nullptr);
    EXPECT_EQ(tierOf(rules, 19)->below, 20);
    EXPECT_EQ(tierOf(rules, 14)->below, 15);
    EXPECT_EQ(tierOf(rules, 11)->below, 12);
    EXPECT_EQ(tierOf(rules, 0)->below, 12);
}

TEST(Points, TheDistanceIsWhatMayStillBeLost) {
    const auto far = distances(department(), 24);
    ASSERT_EQ(far.size(), 3U);
    EXPECT_EQ(far[0].tier.below, 20);
    EXPECT_EQ(far[0].points, 5) << "19 is five points away";
    EXPECT_EQ(far[2].points, 13);
    EXPECT_EQ(distances(department(), 13).size(), 1U) << "two tiers are reached already";
}

TEST(Points, WhoJoinsMidMonthStartsWithTheWorkingDaysLeft) {
    const Calendar calendar;
    const PointRules rules;
    EXPECT_EQ(startingPoints(rules, calendar, NOVEMBER, std::nullopt), 26);
    EXPECT_EQ(startingPoints(rules, calendar, NOVEMBER, Date(2025, 1, 1)), 26);
    // 2026-11-01 is a Sunday: who begins on Monday the 2nd missed nothing.
    EXPECT_EQ(startingPoints(rules, calendar, NOVEMBER, Date(2026, 11, 2)), 26);
    EXPECT_EQ(startingPoints(rules, calendar, NOVEMBER, Date(2026, 11, 16)), 11);
    EXPECT_EQ(startingPoints(rules, calendar, NOVEMBER, Date(2026, 11, 30)), 1);
    PointRules few;
    few.points = 5;
    EXPECT_EQ(startingPoints(few, calendar, NOVEMBER, Date(2026, 11, 16)), 5);
}

TEST(Points, WhatCostsAPointIsTheRuleOfThatDay) {
    auto rules = department();
    PointRules later = rules;
    later.failsCostPoint = 5;
    rules.later[Date(2026, 11, 10)] = later;
    const auto ledger = ledgerOf(NOVEMBER, {day(9, 20, 4), day(10, 20, 4), day(11, 20, 5)}, rules, 26);
    EXPECT_EQ(ledger.lines[0].cost, 1);
    EXPECT_EQ(ledger.lines[1].cost, 0);
    EXPECT_EQ(ledger.lines[2].cost, 1);
}

rc::Gen<std::vector<DayTally>> anyDays() {
    return rc::gen::map(rc::gen::container<std::vector<std::tuple<int, int, int>>>(rc::gen::tuple(
                            rc::gen::inRange(1, 31), rc::gen::inRange(1, 21), rc::gen::inRange(0, 21))),
                        [](const std::vector<std::tuple<int, int, int>>& raw) {
                            std::map<int, DayTally> byDay;
                            for (const auto& [number, read, failed] : raw)
                                byDay[number] = day(static_cast<unsigned>(number), read,
                                                    std::min(read, failed), number % 7 == 0);
                            std::vector<DayTally> days;
                            for (const auto& [number, one] : byDay)
                                days.push_back(one);
                            return days;
                        });
}

RC_GTEST_PROP(PointsProperty, TheOrderOfArrivalDoesNotMatter, ()) {
    const auto days = *anyDays();
    auto shuffled = days;
    const auto turn = *rc::gen::inRange<std::size_t>(0, days.size() + 1);
    std::rotate(shuffled.begin(), shuffled.begin() + static_cast<std::ptrdiff_t>(turn), shuffled.end());
    if (*rc::gen::arbitrary<bool>()) std::reverse(shuffled.begin(), shuffled.end());
    const auto whole = ledgerOf(NOVEMBER, days, department(), 26);
    RC_ASSERT(ledgerOf(NOVEMBER, shuffled, department(), 26) == whole);
}

RC_GTEST_PROP(PointsProperty, BalancesFallByWhatIsLostAndNeverByMoreThanOneADay, ()) {
    const auto ledger = ledgerOf(NOVEMBER, *anyDays(), department(), 26);
    int real = 26, practice = 26, lost = 0;
    for (const auto& line : ledger.lines) {
        RC_ASSERT(line.cost == 0 || line.cost == 1);
        int& balance = line.tally.practice ? practice : real;
        balance -= line.cost;
        RC_ASSERT(line.balance == balance);
        if (!line.tally.practice) lost += line.cost;
    }
    RC_ASSERT(ledger.points() == 26 - lost);
}

} // namespace
} // namespace fledgling::domain
