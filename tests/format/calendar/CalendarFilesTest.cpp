#include "format/calendar/CalendarFiles.h"

#include "format/FileBytes.h"
#include "format/FormatError.h"
#include "support/Here.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

using domain::CalendarDay;
using domain::Date;
using domain::Weekday;

constexpr YearSpan YEARS{2026, 2028};

CalendarFile china(int year) {
    return readCalendar(fledgling::test::source() / "assets/calendars" / ("china-" + std::to_string(year) + ".json"),
                        YEARS);
}

domain::Calendar bothYears() {
    auto days = china(2025).days;
    const auto more = china(2026).days;
    days.insert(days.end(), more.begin(), more.end());
    return {{Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri}, days, {2025, 2026}};
}

/// "01-28..02-04" as days of that year.
std::vector<CalendarDay> spans(int year, const std::vector<std::pair<std::string, std::string>>& off,
                               const std::vector<std::string>& work) {
    const std::string prefix = std::to_string(year) + "-";
    std::vector<CalendarDay> days;
    for (const auto& [first, last] : off)
        for (Date day = Date::of(prefix + first); day <= Date::of(prefix + last); day = day.plusDays(1))
            days.push_back({day, false, ""});
    for (const auto& one : work)
        days.push_back({Date::of(prefix + one), true, ""});
    std::sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return days;
}

std::vector<CalendarDay> nameless(std::vector<CalendarDay> days) {
    for (auto& day : days)
        day.name.clear();
    return days;
}

TEST(ChinaCalendar, Of2025IsTheStateCouncils) {
    EXPECT_EQ(nameless(china(2025).days), spans(2025,
                                                {{"01-01", "01-01"},
                                                 {"01-28", "02-04"},
                                                 {"04-04", "04-06"},
                                                 {"05-01", "05-05"},
                                                 {"05-31", "06-02"},
                                                 {"10-01", "10-08"}},
                                                {"01-26", "02-08", "04-27", "09-28", "10-11"}));
    EXPECT_EQ(china(2025).years, std::set{2025});
}

TEST(ChinaCalendar, Of2026IsTheStateCouncils) {
    EXPECT_EQ(nameless(china(2026).days), spans(2026,
                                                {{"01-01", "01-03"},
                                                 {"02-15", "02-23"},
                                                 {"04-04", "04-06"},
                                                 {"05-01", "05-05"},
                                                 {"06-19", "06-21"},
                                                 {"09-25", "09-27"},
                                                 {"10-01", "10-07"}},
                                                {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}));
    EXPECT_EQ(china(2026).days.front(), (CalendarDay{Date(2026, 1, 1), false, "元旦"}));
    EXPECT_TRUE(china(2026).bad.empty());
}

TEST(ChinaCalendar, MakeUpDaysFallOnWeekends) {
    for (const int year : {2025, 2026})
        for (const auto& day : china(year).days) {
            EXPECT_TRUE(!day.working || day.day.weekday() >= Weekday::Sat) << day.day.iso();
        }
}

TEST(ChinaCalendar, ThreeWorkingDaysBeforeSpringFestivalTakeASaturday) {
    EXPECT_EQ(bothYears().workingDays(Date(2026, 2, 12), 3),
              (std::vector{Date(2026, 2, 12), Date(2026, 2, 13), Date(2026, 2, 14)}));
}

TEST(ChinaCalendar, ThreeWorkingDaysBeforeNationalDayTakeASunday) {
    EXPECT_EQ(bothYears().workingDays(Date(2026, 9, 18), 3),
              (std::vector{Date(2026, 9, 18), Date(2026, 9, 20), Date(2026, 9, 21)}));
}

TEST(ChinaCalendar, AfterTheEndOf2026NothingIsKnown) {
    const auto calendar = bothYears();
    EXPECT_FALSE(calendar.knows(2027));
    EXPECT_TRUE(calendar.knows(2026));
}

TEST(Ics, TheSameHolidaysAsAnIcsFileGiveTheSameDays) {
    const auto file = readCalendar(fledgling::test::data("calendars/china-2026.ics"), YEARS);
    EXPECT_EQ(nameless(file.days), nameless(china(2026).days));
    EXPECT_EQ(file.years, std::set{2026});
    EXPECT_TRUE(file.bad.empty());
    EXPECT_TRUE(file.undecided.empty());
}

bool off(const CalendarFile& file, Date day) {
    return std::find_if(file.days.begin(), file.days.end(), [&](const CalendarDay& one) {
               return one.day == day && !one.working;
           }) != file.days.end();
}

TEST(Ics, OneBadEventIsListedAndTheOthersCount) {
    const auto file = readCalendar(fledgling::test::data("calendars/rough.ics"), YEARS);
    EXPECT_TRUE(off(file, Date(2026, 6, 1))) << "start and end the same";
    EXPECT_FALSE(off(file, Date(2026, 6, 2)));
    EXPECT_TRUE(off(file, Date(2026, 7, 4))) << "midnight to midnight";
    EXPECT_TRUE(off(file, Date(2026, 7, 5)));
    EXPECT_FALSE(off(file, Date(2026, 7, 6)));
    EXPECT_TRUE(off(file, Date(2026, 8, 8))) << "by duration";
    EXPECT_TRUE(off(file, Date(2026, 8, 9)));
    std::vector<EventFault> faults;
    for (const auto& bad : file.bad)
        faults.push_back(bad.fault);
    EXPECT_EQ(faults, (std::vector{EventFault::DateUnreadable, EventFault::DateMissing, EventFault::NotAllDay,
                                   EventFault::EndBeforeStart, EventFault::RecurrenceUnreadable,
                                   EventFault::Contradiction, EventFault::DateUnreadable,
                                   EventFault::Cancelled, EventFault::NeverClosed}));
    ASSERT_FALSE(file.bad.empty());
    EXPECT_EQ(file.bad[0], (BadEvent{7, "A day that doesn't exist 休", EventFault::DateUnreadable}));
}

TEST(Ics, AnEventThatDoesNotSayIsLeftToTheUser) {
    const auto file = readCalendar(fledgling::test::data("calendars/rough.ics"), YEARS);
    ASSERT_EQ(file.undecided.size(), 2U);
    EXPECT_EQ(file.undecided[0], (UndecidedEvent{Date(2026, 1, 1), Date(2026, 1, 1), "New Year's Day"}));
    EXPECT_EQ(file.undecided[1].name, "今天不上班");
    EXPECT_EQ(daysOf({Date(2026, 1, 1), Date(2026, 1, 2), "x"}, false),
              (std::vector<CalendarDay>{{Date(2026, 1, 1), false, "x"}, {Date(2026, 1, 2), false, "x"}}));
}

TEST(Ics, YearlyEventsAreExpandedOverTheYearsAskedForWithTheirExceptions) {
    const auto file = readCalendar(fledgling::test::data("calendars/rough.ics"), YEARS);
    EXPECT_TRUE(off(file, Date(2026, 3, 10)));
    EXPECT_FALSE(off(file, Date(2027, 3, 10))) << "EXDATE";
    EXPECT_TRUE(off(file, Date(2028, 3, 10)));
    EXPECT_FALSE(off(file, Date(2025, 3, 10)));
    EXPECT_FALSE(off(file, Date(2029, 3, 10)));
    EXPECT_TRUE(off(file, Date(2026, 11, 26))) << "fourth Thursday";
    EXPECT_TRUE(off(file, Date(2027, 11, 25)));
}

TEST(Ics, FoldedLinesAndEscapesAreUndone) {
    const auto file =
        calendarOf("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260\r\n 501\r\nSUMMARY:Labour\\, "
                   "and\r\n  more 休\r\nEND:VEVENT\r\n",
                   "t.ics", YEARS);
    ASSERT_EQ(file.days.size(), 1U);
    EXPECT_EQ(file.days[0], (CalendarDay{Date(2026, 5, 1), false, "Labour, and more 休"}));
}

TEST(Ics, TheMarkOfAppleBeatsTheSummary) {
    const auto file =
        calendarOf("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\nSUMMARY:春节 休\n"
                   "x-apple-special-day:ALTERNATE-WORKDAY\nEND:VEVENT\nEND:VCALENDAR\n",
                   "t.ics", YEARS);
    ASSERT_EQ(file.days.size(), 1U);
    EXPECT_TRUE(file.days[0].working);
}

TEST(Ics, AHostileRecurrenceEnds) {
    std::string text = "BEGIN:VCALENDAR\n";
    for (const char* rule :
         {"FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=99999",
          "FREQ=YEARLY;BYYEARDAY=366;BYDAY=1MO;BYSETPOS=-366", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4"})
        text += std::string("BEGIN:VEVENT\nDTSTART;VALUE=DATE:19000101\nSUMMARY:休\nRRULE:") + rule +
                "\nEND:VEVENT\n";
    const auto file = calendarOf(text, "t.ics", YEARS);
    EXPECT_FALSE(file.bad.empty());
}

TEST(CalendarJson, NeedsItsYearAndItsDays) {
    const auto faultOf = [](const std::string& text) {
        try {
            (void)calendarOf(text, "c.json", YEARS);
        } catch (const FormatError& error) {
            return error.fault();
        }
        return Fault::Package;
    };
    EXPECT_EQ(faultOf(R"({"days": []})"), Fault::YearMissing);
    EXPECT_EQ(faultOf(R"({"year": "soon", "days": []})"), Fault::YearMissing);
    EXPECT_EQ(faultOf(R"({"year": 2026})"), Fault::NotACalendar);
    EXPECT_EQ(faultOf(R"({"year": 2026, "days": [})"), Fault::JsonBroken);
    EXPECT_EQ(faultOf(R"({"year": 2026, "days": [], "year": 2027})"), Fault::JsonKeyTwice);
    EXPECT_EQ(faultOf(R"({"year": 2026, "days": [{"name": "a", "name": "b"}]})"), Fault::JsonKeyTwice);
    EXPECT_EQ(faultOf("[1, 2]"), Fault::NotACalendar);
    EXPECT_EQ(faultOf("hello"), Fault::NotACalendar);
    EXPECT_EQ(faultOf(""), Fault::NotACalendar);
    EXPECT_EQ(faultOf(std::string(100'000, '{')), Fault::JsonBroken);
    std::string deep = R"({"year": 2026, "days": )";
    EXPECT_EQ(faultOf(deep + std::string(5'000, '[') + std::string(5'000, ']') + "}"), Fault::JsonBroken);
}

TEST(CalendarJson, AYearWithoutAnyHolidayIsKnownAllTheSame) {
    const auto file = calendarOf(
        "\xEF\xBB\xBF{\"$schema\": \"x\", \"year\": 2027, \"papers\": [], \"days\": []}", "c.json", YEARS);
    EXPECT_TRUE(file.days.empty());
    EXPECT_EQ(file.years, std::set{2027});
}

TEST(CalendarJson, OneBadEntryIsListedByItsNumber) {
    const auto file =
        calendarOf(R"({"year": 2026, "days": [{"name": "a", "date": "2026-01-01", "isOffDay": true},
        {"name": "b", "date": "2026-02-30", "isOffDay": true}, {"name": "c", "date": "2026-01-03", "isOffDay": "yes"},
        7, {"name": "d", "date": "2026-01-01", "isOffDay": false}, {"date": "2026-01-05", "isOffDay": true}]})",
                   "c.json", YEARS);
    EXPECT_EQ(file.days, (std::vector<CalendarDay>{{Date(2026, 1, 1), false, "a"}}));
    EXPECT_EQ(file.bad, (std::vector<BadEvent>{{2, "b", EventFault::DateUnreadable},
                                               {3, "c", EventFault::EntryIncomplete},
                                               {4, "", EventFault::EntryIncomplete},
                                               {5, "d", EventFault::Contradiction},
                                               {6, "", EventFault::EntryIncomplete}}));
}

RC_GTEST_PROP(Calendar, AnyDamageIsReadOrRefusedWithFormatError, ()) {
    static const std::string ics = bytesOf(fledgling::test::data("calendars/rough.ics"));
    static const std::string json = bytesOf(fledgling::test::source() / "assets/calendars/china-2026.json");
    auto bytes = *rc::gen::arbitrary<bool>() ? ics : json;
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i)
        bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::inRange<char>(0, 127);
    try {
        const auto file = calendarOf(bytes, "c", YEARS);
        for (const auto& event : file.undecided)
            RC_ASSERT(event.first <= event.last);
        for (std::size_t i = 1; i < file.days.size(); ++i)
            RC_ASSERT(file.days[i - 1].day < file.days[i].day);
    } catch (const FormatError& error) {
        RC_ASSERT(error.fault() != Fault::Package);
    }
}

} // namespace
} // namespace fledgling::format
