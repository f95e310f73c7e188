#include "domain/chats/Fairness.h"

#include <gtest/gtest.h>

#include <random>

namespace fledgling::domain {
namespace {

const PersonId STRICT("00000000-0000-4000-8000-000000000001");
const PersonId EVEN("00000000-0000-4000-8000-000000000002");

ChatReview judged(bool greetingFails, bool closingFails = false) {
    ChatReview one;
    if (greetingFails) one.faults.push_back({"greeting", "why", ""});
    if (closingFails) one.faults.push_back({"closing", "why", ""});
    return one;
}

DoubleReading twice(ChatReview first, ChatReview second) {
    return {std::move(first), STRICT, std::move(second), EVEN};
}

TEST(Fairness, KappaEqualsTheHandValues) {
    // 20 failed by both, 5 and 10 by one alone, 15 by neither of 50: 0.70 agree, 0.50 by chance.
    EXPECT_NEAR(*(Agreement{20, 5, 10, 15}.kappa()), 0.4, 1e-12);
    EXPECT_NEAR(*(Agreement{45, 15, 25, 15}.kappa()), 0.13043478260869565, 1e-12);
    EXPECT_DOUBLE_EQ(*(Agreement{3, 0, 0, 7}.kappa()), 1);
    EXPECT_NEAR(*(Agreement{0, 5, 5, 0}.kappa()), -1, 1e-12);
    EXPECT_EQ((Agreement{0, 0, 0, 9}.kappa()), std::nullopt)
        << "nobody ever failed anything: nothing to agree on";
    EXPECT_EQ(Agreement{}.kappa(), std::nullopt);
}

TEST(Fairness, AgreementIsCountedPerCriterionWhereItApplied) {
    auto without = judged(false);
    without.notApplicable = {"closing"};
    const auto found = agreements({twice(judged(true), judged(true, true)),
                                   twice(judged(false), judged(false)), twice(judged(true), without)},
                                  {"greeting", "closing"});
    EXPECT_EQ(found.at("greeting"), (Agreement{1, 1, 0, 1}));
    EXPECT_EQ(found.at("closing"), (Agreement{0, 0, 1, 1}));
    EXPECT_EQ(found.at(""), (Agreement{1, 1, 0, 1}));
}

TEST(Fairness, TheExpectedLossIsThatOfTheDepartmentsRule) {
    const PointRules rules;
    // domain.md: 10 % failing chats leave about 22.5 of 26 points, 15 % 16.8, 20 % 10.7.
    EXPECT_NEAR(26 - expectedLoss(0.10, rules), 22.5, 0.05);
    EXPECT_NEAR(26 - expectedLoss(0.15, rules), 16.8, 0.05);
    EXPECT_NEAR(26 - expectedLoss(0.20, rules), 10.7, 0.05);
    EXPECT_EQ(expectedLoss(0, rules), 0);
    EXPECT_EQ(expectedLoss(1, rules), 26);
}

/// So many double readings of an agent who fails 8 %, by a reader who wrongly fails that share of good chats.
std::vector<DoubleReading> simulated(int count, int wronglyPerMille, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto chance = [&](int perMille) { return static_cast<int>(random() % 1000) < perMille; };
    std::vector<DoubleReading> readings;
    for (int i = 0; i < count; ++i) {
        const bool bad = chance(80);
        readings.push_back(twice(judged(bad || chance(wronglyPerMille)), judged(bad)));
    }
    return readings;
}

int flaggedOf(int seeds, int wronglyPerMille) {
    int flagged = 0;
    for (int seed = 1; seed <= seeds; ++seed)
        if (strictnessOf(simulated(200, wronglyPerMille, static_cast<std::uint32_t>(seed)), PointRules())
                .at(0)
                .flagged)
            ++flagged;
    return flagged;
}

TEST(Fairness, AReaderWhoWronglyFailsFivePercentIsFlaggedWithin200DoubleReadings) {
    EXPECT_GE(flaggedOf(200, 50), 180);
}

TEST(Fairness, TwoEvenReadersAreSeldomFlagged) {
    int flagged = 0;
    for (int seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(static_cast<std::uint32_t>(seed));
        std::vector<DoubleReading> readings;
        const auto errs = [&] { return random() % 1000 < 30; };
        for (int i = 0; i < 200; ++i) {
            const bool bad = random() % 1000 < 80;
            const bool first = bad != errs(), second = bad != errs();
            readings.push_back(twice(judged(first), judged(second)));
        }
        if (strictnessOf(readings, PointRules()).at(0).flagged) ++flagged;
    }
    EXPECT_LE(flagged, 12); // 5 % of 200 by chance is 10, the test of whole numbers keeps below it
}

TEST(Fairness, StrictnessIsInPointsAMonthWithItsInterval) {
    const auto found = strictnessOf(simulated(200, 50, 3), PointRules());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].reader, STRICT);
    EXPECT_EQ(found[0].readings, 200);
    EXPECT_GT(found[0].pointsPerMonth, 0);
    EXPECT_LT(found[0].low, found[0].pointsPerMonth);
    EXPECT_GT(found[0].high, found[0].pointsPerMonth);
    EXPECT_LT(found[1].pointsPerMonth, 0) << "who reads beside a strict one is the milder";
    EXPECT_EQ(found[0].alonePassed, 0);
    EXPECT_TRUE(strictnessOf({}, PointRules()).empty());
}

} // namespace
} // namespace fledgling::domain
