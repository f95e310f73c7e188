#include "app/readiness/Decisions.h"
#include "app/readiness/ReadinessView.h"

#include "../DeskFixture.h"
#include "app/Words.h"
#include "app/calendar/Calendars.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

/// Today is Monday, 16 March; the cohort's review is on Friday.
class AnExtension : public DeskFixture {
protected:
    AnExtension() {
        cohort = addCohort("Mar-1", today.plusDays(-7), FRIDAY);
        wu = addTrainee("Wu Min", cohort);
    }
    std::optional<Rule> refusedUntil(Date until) {
        return refusedBy([&] { decide(at(manager), wu, DecisionKind::Extend, LATER, until); });
    }
    Date offered() {
        view.load();
        return view.offeredUntil(wu, DecisionKind::Extend);
    }
    static constexpr const char* LATER = "one skill more";
    const Date FRIDAY{2026, 3, 20};
    CohortId cohort;
    PersonId wu;
    ReadinessView view{at(manager), "en"};
};

TEST_F(AnExtension, NeverShortensTheTraining) {
    EXPECT_EQ(refusedUntil(FRIDAY.plusDays(-1)), Rule::ExtensionShortens);
    EXPECT_EQ(refusedUntil(FRIDAY), Rule::ExtensionShortens) << "on the day of the review nothing is extended";
    EXPECT_EQ(refusedUntil(FRIDAY.plusDays(3)), std::nullopt);
    EXPECT_EQ(refusedUntil(FRIDAY.plusDays(1)), Rule::ExtensionShortens) << "an earlier extension counts as the review does";
    EXPECT_EQ(refusedUntil(FRIDAY.plusDays(4)), std::nullopt);
}

TEST_F(AnExtension, OfWhoseReviewHasPassedBeginsToday) {
    today = FRIDAY.plusDays(4);
    EXPECT_EQ(refusedUntil(today.plusDays(-1)), Rule::DateInPast);
    EXPECT_EQ(refusedUntil(today.plusDays(1)), std::nullopt);
}

TEST_F(AnExtension, IsRefusedWithTheDayOfTheReview) {
    try {
        decide(at(manager), wu, DecisionKind::Extend, LATER, FRIDAY);
        FAIL();
    } catch (const Refused& refused) {
        EXPECT_EQ(sentence(refused, english()), "The review is on Fri 20 Mar 2026 anyway: an extension ends on a later day.");
    }
}

TEST_F(AnExtension, IsOfferedAWeekBeyondTheReviewOnAWorkingDay) {
    EXPECT_EQ(offered(), FRIDAY.plusDays(7));
    setDays(at(supervisor), {{FRIDAY.plusDays(7), false, "outing"}}, "by hand");
    EXPECT_EQ(offered(), FRIDAY.plusDays(10)) << "the Monday after";
    decide(at(manager), wu, DecisionKind::Extend, LATER, FRIDAY.plusDays(10));
    EXPECT_EQ(offered(), FRIDAY.plusDays(17)) << "beyond the extension that stands";
    today = Date(2026, 4, 29); // a Wednesday, when that has passed, too
    EXPECT_EQ(offered(), today.plusDays(7));
}

TEST_F(AnExtension, IsAdvisedOnBeforeItIsKept) {
    view.load();
    EXPECT_EQ(view.adviceOn(wu, DecisionKind::Extend, FRIDAY).refused->rule(), Rule::ExtensionShortens);
    EXPECT_EQ(view.adviceOn(wu, DecisionKind::Extend, today.plusDays(-1)).refused->rule(), Rule::DateInPast);
    const auto saturday = view.adviceOn(wu, DecisionKind::Extend, FRIDAY.plusDays(1));
    EXPECT_FALSE(saturday.refused) << "said, not forbidden";
    EXPECT_EQ(saturday.nextWorking, FRIDAY.plusDays(3));
    EXPECT_FALSE(view.adviceOn(wu, DecisionKind::Extend, FRIDAY.plusDays(3)).nextWorking);
    EXPECT_FALSE(view.adviceOn(wu, DecisionKind::Approve, FRIDAY).refused) << "an approval moves no review";
}

} // namespace
} // namespace fledgling::app::test
