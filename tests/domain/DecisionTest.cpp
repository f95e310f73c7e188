#include "domain/Decision.h"

#include "ReadinessCourse.h"
#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

using test::factsOfReady;
using test::readinessCourse;

const Date DECIDED_ON = Date::of("2026-11-27");
const Date LATER = Date::of("2026-12-31");

Readiness ready() { return readinessOf(readinessCourse(), factsOfReady()); }

Facts factsOfShort() {
    auto facts = factsOfReady();
    facts.daysMentored = 8;
    facts.assessments.clear();
    return facts;
}
Readiness tooShort() { return readinessOf(readinessCourse(), factsOfShort()); }

TEST(Decision, EveryDecisionNeedsAReason) {
    for (const auto kind : {DecisionKind::Approve, DecisionKind::Hold, DecisionKind::Extend})
        EXPECT_REFUSED(decide(ready(), kind, "  ", LATER, DECIDED_ON), Rule::ReasonNeeded);
    EXPECT_EQ(decide(ready(), DecisionKind::Hold, " calls still rough ", {}, DECIDED_ON).reason,
              "calls still rough");
}

TEST(Decision, WhoIsReadyIsApprovedWithoutAnExpiry) {
    const auto decision = decide(ready(), DecisionKind::Approve, "all met", {}, DECIDED_ON, 1284);
    EXPECT_TRUE(decision.unmet.empty());
    EXPECT_EQ(decision.basis.size(), readinessCourse().readiness.size());
    EXPECT_EQ(decision.change, 1284);
    EXPECT_TRUE(decision.inForce(Date::of("2099-01-01")));
}

TEST(Decision, ApprovingAgainstUnmetCriteriaNeedsAnExpiryAndListsThem) {
    EXPECT_REFUSED(decide(tooShort(), DecisionKind::Approve, "needed now", {}, DECIDED_ON), Rule::CriteriaUnmet);
    const auto decision = decide(tooShort(), DecisionKind::Approve, "needed now", LATER, DECIDED_ON);
    EXPECT_EQ(decision.unmet, (std::vector<std::string>{"mentored", "quiz"}));
    EXPECT_EQ(decision.basis[2], (BasisLine{"mentored", CriterionState::Due, 8, 10}));
    EXPECT_TRUE(decision.inForce(LATER));
    EXPECT_FALSE(decision.inForce(LATER.plusDays(1)));
}

TEST(Decision, ExtendingNeedsADateAndHoldingDoesNot) {
    EXPECT_REFUSED(decide(tooShort(), DecisionKind::Extend, "two more weeks", {}, DECIDED_ON), Rule::ExpiryNeeded);
    EXPECT_EQ(decide(tooShort(), DecisionKind::Extend, "two more weeks", LATER, DECIDED_ON).until, LATER);
    EXPECT_EQ(decide(tooShort(), DecisionKind::Hold, "later", {}, DECIDED_ON).until, std::nullopt);
}

TEST(Decision, NoDateLiesInThePast) {
    EXPECT_REFUSED(decide(tooShort(), DecisionKind::Extend, "why", DECIDED_ON.plusDays(-1), DECIDED_ON),
                   Rule::DateInPast);
    EXPECT_NO_THROW(static_cast<void>(decide(tooShort(), DecisionKind::Extend, "why", DECIDED_ON, DECIDED_ON)));
}

TEST(Decision, AnExtensionEndsAfterThePlannedReview) {
    auto facts = factsOfShort();
    facts.reviewDay = DECIDED_ON.plusDays(7);
    const auto planned = readinessOf(readinessCourse(), facts);
    EXPECT_REFUSED(decide(planned, DecisionKind::Extend, "why", DECIDED_ON.plusDays(6), DECIDED_ON), Rule::ExtensionShortens);
    EXPECT_REFUSED(decide(planned, DecisionKind::Extend, "why", DECIDED_ON.plusDays(7), DECIDED_ON), Rule::ExtensionShortens);
    EXPECT_EQ(decide(planned, DecisionKind::Extend, "why", DECIDED_ON.plusDays(8), DECIDED_ON).until, DECIDED_ON.plusDays(8));
    EXPECT_EQ(decide(planned, DecisionKind::Approve, "needed now", DECIDED_ON, DECIDED_ON).until, DECIDED_ON)
        << "an approval needs no review any more";
}

TEST(Decision, ACriterionWaivedBeforeIsListedAgain) {
    auto facts = factsOfShort();
    facts.waived = {"mentored", "quiz"};
    const auto again = readinessOf(readinessCourse(), facts);
    EXPECT_EQ(again.verdict, Verdict::Ready);
    EXPECT_REFUSED(decide(again, DecisionKind::Approve, "still", {}, DECIDED_ON), Rule::CriteriaUnmet);
    EXPECT_EQ(decide(again, DecisionKind::Approve, "still", LATER, DECIDED_ON).unmet,
              (std::vector<std::string>{"mentored", "quiz"}));
}

TEST(Decision, TheSameFactsHaveNotChanged) {
    const auto decision = decide(tooShort(), DecisionKind::Approve, "needed now", LATER, DECIDED_ON);
    EXPECT_FALSE(factsChanged(decision, tooShort()));
    // The waiver that the approval itself brings is no new fact, nor is its end.
    auto facts = factsOfShort();
    facts.waived = {"mentored", "quiz"};
    const auto waived = readinessOf(readinessCourse(), facts);
    EXPECT_FALSE(factsChanged(decision, waived));
    EXPECT_FALSE(factsChanged(decide(waived, DecisionKind::Approve, "still", LATER, DECIDED_ON), tooShort()));
}

TEST(Decision, AnyFigureThatMovedIsNamed) {
    const auto decision = decide(ready(), DecisionKind::Approve, "all met", {}, DECIDED_ON);
    auto facts = factsOfReady();
    facts.sessions["d1-am"] = SessionState::Owed;
    facts.daysMentored = 11;
    const auto now = readinessOf(readinessCourse(), facts);
    EXPECT_TRUE(factsChanged(decision, now));
    EXPECT_EQ(changedCriteria(decision, now), (std::vector<std::string>{"attended", "mentored"}));
}

TEST(Decision, AnAssessmentFailedAfterwardsIsAChange) {
    const auto decision = decide(tooShort(), DecisionKind::Hold, "wait for the quiz", {}, DECIDED_ON);
    auto facts = factsOfShort();
    facts.assessments["final"] = {false, 40, 1};
    EXPECT_EQ(changedCriteria(decision, readinessOf(readinessCourse(), facts)),
              std::vector<std::string>{"quiz"});
}

TEST(Decision, CriteriaThatCameOrWentAreChanges) {
    const auto decision = decide(ready(), DecisionKind::Approve, "all met", {}, DECIDED_ON);
    auto course = readinessCourse();
    course.readiness.erase(course.readiness.begin());
    course.readiness.back().id = "new";
    EXPECT_EQ(changedCriteria(decision, readinessOf(course, factsOfReady())),
              (std::vector<std::string>{"attended", "reviewed", "new"}));
}

TEST(Decision, EveryKindHasAKey) {
    for (const auto kind : {DecisionKind::Approve, DecisionKind::Hold, DecisionKind::Extend})
        EXPECT_EQ(decisionKindOf(keyOf(kind)), kind);
    EXPECT_EQ(decisionKindOf("postpone"), std::nullopt);
}

} // namespace
} // namespace fledgling::domain
