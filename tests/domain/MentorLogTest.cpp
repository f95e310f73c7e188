#include "domain/MentorLog.h"

#include "People.h"
#include "SkillCourse.h"
#include "domain/Refused.h"
#include "domain/Text.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

using test::idOf;
using test::leaveOf;
using test::person;
using test::skillCourse;

const Date TUESDAY = Date::of("2026-11-24"); // a Tuesday

LogEntry entry(std::string_view day = "2026-11-24") {
    LogEntry one;
    one.id = idOf<LogId>(1);
    one.trainee = person(2);
    one.mentor = person(1);
    one.day = Date::of(day);
    one.practised = {"greeting"};
    one.how = SkillLevel::Helped;
    return one;
}

TEST(MentorLog, AnEntrySaysWhatWasPractisedAndHow) {
    auto given = entry();
    given.practised = {"greeting", "refunds", "greeting"};
    given.wentWell = "  calm voice \n";
    const auto kept = checked(given, skillCourse(), TUESDAY);
    EXPECT_EQ(kept.practised, (std::vector<std::string>{"greeting", "refunds"}));
    EXPECT_EQ(kept.how, SkillLevel::Helped);
    EXPECT_EQ(kept.wentWell, "calm voice");
}

TEST(MentorLog, AnEntryThatSaysNothingIsRefused) {
    auto empty = entry();
    empty.practised.clear();
    EXPECT_REFUSED(checked(empty, skillCourse(), TUESDAY), Rule::LogEmpty);
    empty.next = " \t";
    EXPECT_REFUSED(checked(empty, skillCourse(), TUESDAY), Rule::LogEmpty);
    auto withoutHow = entry();
    withoutHow.how = SkillLevel::None;
    EXPECT_REFUSED(checked(withoutHow, skillCourse(), TUESDAY), Rule::LogHowMissing);
}

TEST(MentorLog, WordsAloneAreEnoughAndProveNoLevel) {
    for (auto text : {&LogEntry::wentWell, &LogEntry::next, &LogEntry::problems}) {
        auto words = entry();
        words.practised.clear();
        words.*text = "read the script";
        EXPECT_EQ(checked(words, skillCourse(), TUESDAY).how, SkillLevel::None);
    }
}

TEST(MentorLog, NobodyWritesTomorrowsEntry) {
    EXPECT_NO_THROW(static_cast<void>(checked(entry("2026-11-24"), skillCourse(), TUESDAY)));
    EXPECT_NO_THROW(static_cast<void>(checked(entry("2026-11-20"), skillCourse(), TUESDAY)));
    EXPECT_REFUSED(checked(entry("2026-11-25"), skillCourse(), TUESDAY), Rule::LogInFuture);
}

TEST(MentorLog, OnlyTheCoursesSkillsArePractised) {
    auto unknown = entry();
    unknown.practised = {"juggling"};
    EXPECT_REFUSED(checked(unknown, skillCourse(), TUESDAY), Rule::UnknownSkill);
}

TEST(MentorLog, LongTextsAreRefused) {
    auto tooLong = entry();
    tooLong.problems = std::string(NOTE_LIMIT + 1, 'x');
    EXPECT_REFUSED(checked(tooLong, skillCourse(), TUESDAY), Rule::TextTooLong);
}

TEST(MentorLog, DaysMentoredAreWorkingDaysWithAnEntryOnce) {
    auto others = entry("2026-11-19");
    others.trainee = person(9);
    const std::vector<LogEntry> entries{entry("2026-11-20"), entry("2026-11-20"), entry("2026-11-21"),
                                        entry("2026-11-23"), others};
    EXPECT_EQ(daysMentored(person(2), entries, Calendar{}), 2); // the 21st is a Saturday
    const Calendar worksOnSaturday({Weekday::Sat}, {});
    EXPECT_EQ(daysMentored(person(2), entries, worksOnSaturday), 1);
    EXPECT_EQ(daysMentored(person(2), {}, Calendar{}), 0);
}

Pair pairSince(std::string_view since) { return {person(2), person(1), Date::of(since), std::nullopt, {}}; }

TEST(MentorLog, MissingDaysAreWorkingDaysWithoutAnEntry) {
    const auto missing =
        missingLogDays(pairSince("2026-11-19"), TUESDAY, Calendar{}, {entry("2026-11-20")}, {});
    EXPECT_EQ(missing, (std::vector{Date::of("2026-11-19"), Date::of("2026-11-23"), Date::of("2026-11-24")}));
}

TEST(MentorLog, NoDayIsMissingWhileEitherIsOnApprovedLeave) {
    const std::vector<Leave> away{leaveOf(person(2), "2026-11-19", "2026-11-19"),
                                  leaveOf(person(1), "2026-11-23", "2026-11-23"),
                                  leaveOf(person(7), "2026-11-20", "2026-11-20"),
                                  leaveOf(person(1), "2026-11-24", "2026-11-24", LeaveState::Asked)};
    EXPECT_EQ(missingLogDays(pairSince("2026-11-19"), TUESDAY, Calendar{}, {}, away),
              (std::vector{Date::of("2026-11-20"), Date::of("2026-11-24")}));
}

TEST(MentorLog, MakeUpWorkingDaysAndHolidaysCount) {
    const Calendar calendar(
        {Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri},
        {{Date::of("2026-11-21"), true, "work"}, {Date::of("2026-11-23"), false, "holiday"}});
    EXPECT_EQ(missingLogDays(pairSince("2026-11-21"), Date::of("2026-11-23"), calendar, {}, {}),
              std::vector{Date::of("2026-11-21")});
}

TEST(MentorLog, NothingIsMissingBeforeThePairingOrAfterItsEnd) {
    EXPECT_TRUE(missingLogDays(pairSince("2026-11-25"), TUESDAY, Calendar{}, {}, {}).empty());
    auto ended = pairSince("2026-11-19");
    ended.until = Date::of("2026-11-20");
    EXPECT_EQ(missingLogDays(ended, TUESDAY, Calendar{}, {}, {}),
              (std::vector{Date::of("2026-11-19"), Date::of("2026-11-20")}));
}

} // namespace
} // namespace fledgling::domain
