#include "ExportsFixture.h"

/// Calendars that are handed on.
namespace fledgling::app::test {
namespace {

using namespace domain;

using CalendarsOf = ExportsOf;

TEST_F(CalendarsOf, ACohortHasItsHalfDaysAndItsReview) {
    const auto calendar = whole();
    ASSERT_EQ(calendar.events.size(), 5U);
    const auto& first = calendar.events.front();
    EXPECT_EQ(first.summary, "Attitude");
    EXPECT_EQ(first.location, "Room 1");
    EXPECT_EQ(first.sequence, 0);
    EXPECT_EQ(first.alarmMinutes, 30);
    EXPECT_EQ(first.description, "Trainer: Trainer\nMar");
    EXPECT_EQ(first.categories.size(), 1U);
    const auto& review = calendar.events.back();
    EXPECT_FALSE(review.hours);
    EXPECT_EQ(review.day, today.plusDays(10));
    EXPECT_EQ(review.alarmMinutes, 24 * 60);
    EXPECT_EQ(review.uid, "review-" + cohort.text() + "@fledgling");
}

TEST_F(CalendarsOf, EveryMoveRaisesTheSequenceAndKeepsTheUid) {
    const auto id = session(cohort, "d1-am");
    const auto before = eventOf(whole(), id);
    time = TimeOfDay(9, 30);
    move("d1-am", [](Session& one) { one.room = "Room 2"; });
    move("d1-am", [](Session& one) { one.day = one.day.plusDays(3); });
    const auto after = eventOf(whole(), id);
    EXPECT_EQ(after.sequence, 2);
    EXPECT_EQ(after.location, "Room 2");
    EXPECT_EQ(after.made, before.made);
    EXPECT_EQ(after.changed.ms - before.changed.ms, 30 * 60'000);
    move("d1-am", [](Session&) {});
    EXPECT_EQ(eventOf(whole(), id).sequence, 2) << "nothing moved";
    move("d1-am", [](Session& one) { one.hours = *Hours::parse("08:00-11:30"); });
    move("d1-am", [this](Session& one) { one.trainer = supervisor; });
    EXPECT_EQ(eventOf(whole(), id).sequence, 4);
}

TEST_F(CalendarsOf, WhatWasTakenOutIsCancelledAndComesBackLater) {
    const auto id = session(cohort, "d2-pm");
    const auto held = *store::CohortStore(m_database).session(id);
    write({store::Fact{"session", {held.id.text()}, {}, true, {}}});
    const auto gone = eventOf(whole(), id);
    EXPECT_TRUE(gone.cancelled);
    EXPECT_EQ(gone.sequence, 1);
    EXPECT_EQ(gone.summary, "Follow an agent");
    EXPECT_NE(of(ExportKind::Calendar, trainer).bytes.find("STATUS:CANCELLED"), std::string::npos);
    write({store::CohortStore::fact(held)});
    const auto back = eventOf(whole(), id);
    EXPECT_FALSE(back.cancelled);
    EXPECT_EQ(back.sequence, 2);
}

TEST_F(CalendarsOf, AReviewMovesAndIsCalledOff) {
    auto changed = cohortOf(at(trainer), cohort);
    changed.review = today.plusDays(11);
    write({store::CohortStore::fact(changed)});
    EXPECT_EQ(whole().events.back().sequence, 1);
    changed.name = "March";
    write({store::CohortStore::fact(changed)});
    EXPECT_EQ(whole().events.back().sequence, 1) << "a name moves nothing";
    changed.review.reset();
    write({store::CohortStore::fact(changed)});
    const auto review = whole().events.back();
    EXPECT_TRUE(review.cancelled);
    EXPECT_EQ(review.sequence, 2);
    EXPECT_EQ(review.day, today.plusDays(11));
}

TEST_F(CalendarsOf, ThePastIsAsItWasKnown) {
    const auto id = session(cohort, "d1-am");
    const auto then = last();
    move("d1-am", [](Session& one) { one.room = "Room 2"; });
    at(trainer).asOf = then;
    EXPECT_EQ(eventOf(whole(), id).location, "Room 1");
    EXPECT_EQ(eventOf(whole(), id).sequence, 0);
    at(trainer).asOf = store::NOW;
}

TEST_F(CalendarsOf, ATraineesOwnIsWhatHeOrSheAttends) {
    EXPECT_EQ(own(wu).events.size(), 5U);
    const auto other = addCohort("Apr", today.plusDays(7), {}, "2");
    const auto guesting = session(other, "d1-am");
    write({store::AttendanceStore::fact(store::Guest{guesting, wu}, true)});
    EXPECT_EQ(own(wu).events.size(), 6U) << "a make-up with another class";
    write({store::AttendanceStore::fact(store::Guest{guesting, wu}, false)});
    EXPECT_TRUE(eventOf(own(wu), guesting).cancelled);
    EXPECT_EQ(eventOf(own(wu), guesting).sequence, 1);
    write({store::CohortStore::fact(Member{cohort, wu, Date(2026, 3, 1), today.plusDays(1), "moved"})});
    const auto calendar = own(wu);
    EXPECT_FALSE(eventOf(calendar, session(cohort, "d1-pm")).cancelled);
    EXPECT_TRUE(eventOf(calendar, session(cohort, "d2-am")).cancelled);
    EXPECT_GT(eventOf(calendar, session(cohort, "d2-am")).sequence, 0);
    EXPECT_TRUE(calendar.events.back().cancelled || calendar.events[4].cancelled) << "the review, too";
}

TEST_F(CalendarsOf, ATrainersOwnIsWhatHeOrSheTeaches) {
    EXPECT_EQ(own(trainer).events.size(), 4U);
    move("d1-am", [this](Session& one) { one.trainer = supervisor; });
    const auto calendar = own(trainer);
    ASSERT_EQ(calendar.events.size(), 4U);
    EXPECT_TRUE(eventOf(calendar, session(cohort, "d1-am")).cancelled) << "handed on";
    EXPECT_EQ(own(supervisor).events.size(), 1U);
    EXPECT_FALSE(own(supervisor).events.front().cancelled);
}

} // namespace
} // namespace fledgling::app::test
