#include "domain/Attempts.h"

#include "People.h"
#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

const Date TODAY = Date::of("2026-11-24");

Assessment quiz() {
    Assessment one;
    one.id = "final";
    one.passPercent = 80;
    one.attempts = 2;
    return one;
}

Assessment practical() {
    Assessment one;
    one.id = "desk";
    one.kind = AssessmentKind::Practical;
    return one;
}

Attempt of(int percent, Date day = TODAY) {
    Attempt attempt;
    attempt.assessment = "final";
    attempt.percent = percent;
    attempt.day = day;
    return attempt;
}

TEST(Attempts, ThePassMarkItselfPasses) {
    EXPECT_FALSE(checked(of(79), quiz(), TODAY).passed);
    EXPECT_TRUE(checked(of(80), quiz(), TODAY).passed);
}

TEST(Attempts, APracticalCheckIsPassOrNotYet) {
    EXPECT_TRUE(checked(of(100), practical(), TODAY).passed);
    EXPECT_FALSE(checked(of(0), practical(), TODAY).passed);
    EXPECT_REFUSED((void)checked(of(85), practical(), TODAY), Rule::ResultOutOfRange);
}

TEST(Attempts, APercentageLiesBetweenNoughtAndAHundred) {
    EXPECT_REFUSED((void)checked(of(-1), quiz(), TODAY), Rule::ResultOutOfRange);
    EXPECT_REFUSED((void)checked(of(101), quiz(), TODAY), Rule::ResultOutOfRange);
    EXPECT_NO_THROW((void)checked(of(0), quiz(), TODAY));
    EXPECT_NO_THROW((void)checked(of(100), quiz(), TODAY));
}

TEST(Attempts, NobodyHasAResultOfTomorrow) {
    EXPECT_REFUSED((void)checked(of(90, TODAY.plusDays(1)), quiz(), TODAY), Rule::ResultInFuture);
}

TEST(Attempts, TheyAreCountedAndLimited) {
    std::vector<Attempt> before{nextAttempt(of(50), quiz(), {}, "Wu Min", TODAY)};
    EXPECT_EQ(before.front().number, 1);
    before.push_back(nextAttempt(of(60), quiz(), before, "Wu Min", TODAY));
    EXPECT_EQ(before.back().number, 2);
    EXPECT_REFUSED((void)nextAttempt(of(90), quiz(), before, "Wu Min", TODAY), Rule::AttemptsUsedUp);
}

TEST(Attempts, AfterAPassThereIsNoFurtherOne) {
    const std::vector<Attempt> before{nextAttempt(of(80), quiz(), {}, "Wu Min", TODAY)};
    EXPECT_REFUSED((void)nextAttempt(of(90), quiz(), before, "Wu Min", TODAY), Rule::AlreadyPassed);
}

TEST(Attempts, TheNumberOfOneTakenBackIsNotGivenToAnother) {
    Attempt second = of(60);
    second.number = 2;
    auto course = quiz();
    course.attempts = 3;
    EXPECT_EQ(nextAttempt(of(90), course, {second}, "Wu Min", TODAY).number, 3);
}

TEST(Attempts, AGrantedOneComesOnTopAndAnOpenPaperUsesOne) {
    const std::vector<Attempt> before{nextAttempt(of(50), quiz(), {}, "Wu Min", TODAY)};
    EXPECT_EQ(nextAttempt(of(60), quiz(), before, "Wu Min", TODAY, {0, {}}).number, 2);
    EXPECT_REFUSED((void)nextAttempt(of(60), quiz(), before, "Wu Min", TODAY, {0, {2}}), Rule::AttemptsUsedUp);
    EXPECT_EQ(nextAttempt(of(60), quiz(), before, "Wu Min", TODAY, {1, {2}}).number, 3);
}

TEST(Attempts, TheBestOneStands) {
    std::vector<Attempt> both{nextAttempt(of(85), quiz(), {}, "Wu Min", TODAY)};
    both.push_back(of(40));
    EXPECT_EQ(resultOf(both), (AssessmentResult{true, 85, 2}));
}

} // namespace
} // namespace fledgling::domain
