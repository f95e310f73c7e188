#include "domain/problems/WeeklySummary.h"

#include "domain/Refused.h"
#include "domain/Text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace fledgling::domain {
namespace {

const PersonId ANN("00000000-0000-0000-0000-00000000000a"), BEN("00000000-0000-0000-0000-00000000000b"),
    CAT("00000000-0000-0000-0000-00000000000c");
const std::vector<PersonId> THREE{ANN, BEN, CAT};

TEST(TheWeeksTurn, BelongsToMondayToSunday) {
    EXPECT_EQ(weekOf(Date(2026, 11, 29)), Date(2026, 11, 23)) << "a Sunday";
    EXPECT_EQ(weekOf(Date(2026, 11, 30)), Date(2026, 11, 30)) << "a Monday";
}

TEST(TheWeeksTurn, GoesRound) {
    std::map<PersonId, int> turns;
    Date week(2026, 11, 2);
    for (int i = 0; i < 9; ++i, week = week.plusDays(7))
        ++turns[*turnOf(week, THREE, {})];
    for (const auto& one : THREE)
        EXPECT_EQ(turns[one], 3);
}

TEST(TheWeeksTurn, PassesOverWhoIsAway) {
    const Date week(2026, 11, 23);
    const auto first = *turnOf(week, THREE, {});
    const auto instead = turnOf(week, THREE, {first});
    ASSERT_TRUE(instead);
    EXPECT_NE(*instead, first);
    EXPECT_FALSE(turnOf(week, THREE, {ANN, BEN, CAT}));
    EXPECT_FALSE(turnOf(week, {}, {}));
}

RC_GTEST_PROP(TheWeeksTurn, IsTheSameOnEveryDayOfTheWeek, ()) {
    const Date day = Date(2020, 1, 1).plusDays(*rc::gen::inRange(0, 5000));
    RC_ASSERT(turnOf(day, THREE, {}) == turnOf(weekOf(day), THREE, {}));
    RC_ASSERT(turnOf(day, THREE, {}) != turnOf(weekOf(day).plusDays(7), THREE, {}));
}

TEST(ACommonAnswer, NeedsQuestionAndAnswer) {
    CommonAnswer answer;
    answer.question = "What first?";
    EXPECT_THROW(static_cast<void>(checkedAnswer(answer)), Refused);
    answer.answer = " The state of the order. ";
    EXPECT_EQ(checkedAnswer(answer).answer, "The state of the order.");
    answer.question = "What\nfirst?";
    EXPECT_EQ(checkedAnswer(answer).question, "What first?") << "the heading of an entry: one line";
    answer.question = std::string(LINE_LIMIT + 1, 'x');
    EXPECT_THROW(static_cast<void>(checkedAnswer(answer)), Refused);
}

} // namespace
} // namespace fledgling::domain
