#include "format/exports/CalendarOut.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <libical/ical.h>
#include <memory>
#include <rapidcheck/gtest.h>
#include <unistd.h>

namespace fledgling::format {
namespace {

using domain::Date;

CalendarEvent event(const std::string& summary = "Work flow") {
    CalendarEvent one;
    one.uid = "session-1@fledgling";
    one.sequence = 2;
    one.made = {1'764'000'000'000};
    one.changed = {1'764'000'123'456};
    one.day = Date(2026, 11, 24);
    one.hours = domain::Hours::parse("07:00-11:30");
    one.summary = summary;
    one.description = "讲师：林越";
    one.location = "Room 2";
    one.categories = {"classroom"};
    one.alarmMinutes = 30;
    return one;
}

std::string icsWith(const CalendarEvent& one) { return icsOf({"11月三班", 480, {one}}); }

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component parsed(const std::string& ics) { return {icalparser_parse_string(ics.c_str()), &icalcomponent_free}; }

icalcomponent* firstEvent(const Component& all) { return icalcomponent_get_first_component(all.get(), ICAL_VEVENT_COMPONENT); }

std::string summaryOf(const std::string& ics) {
    const auto all = parsed(ics);
    const char* text = icalcomponent_get_summary(firstEvent(all));
    return text ? text : "";
}

std::string long200() {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "课";
    return text;
}

/// Lines as they travel: CRLF between them, at most 75 octets each, every one of them whole characters.
void expectWellFolded(const std::string& ics) {
    std::size_t at = 0;
    while (at < ics.size()) {
        const auto end = ics.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        const auto line = ics.substr(at, end - at);
        ASSERT_LE(line.size(), 75U) << line;
        ASSERT_EQ(line.find_first_of("\r\n"), std::string::npos);
        const std::size_t first = line.starts_with(' ') ? 1 : 0;
        if (line.size() > first) {
            ASSERT_NE(static_cast<unsigned char>(line[first]) & 0xC0U, 0x80U) << "a character was cut in two";
        }
        at = end + 2;
    }
}

TEST(CalendarsOut, ALessonHasItsZoneAndItsAlarm) {
    const auto ics = icsWith(event());
    EXPECT_NE(ics.find("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n"), std::string::npos);
    EXPECT_NE(ics.find("TZOFFSETTO:+0800\r\n"), std::string::npos);
    EXPECT_NE(ics.find("DTSTART;TZID=Asia/Shanghai:20261124T070000\r\n"), std::string::npos);
    EXPECT_NE(ics.find("DTEND;TZID=Asia/Shanghai:20261124T113000\r\n"), std::string::npos);
    EXPECT_NE(ics.find("SEQUENCE:2\r\n"), std::string::npos);
    EXPECT_NE(ics.find("DTSTAMP:20251124T160203Z\r\n"), std::string::npos);
    EXPECT_NE(ics.find("LAST-MODIFIED:20251124T160203Z\r\n"), std::string::npos);
    EXPECT_NE(ics.find("CREATED:20251124T160000Z\r\n"), std::string::npos);
    EXPECT_NE(ics.find("TRIGGER:-PT30M\r\n"), std::string::npos);
    EXPECT_NE(ics.find("STATUS:CONFIRMED\r\n"), std::string::npos);
    EXPECT_EQ(ics, icsWith(event())) << "the same bytes every time";
}

TEST(CalendarsOut, AReviewIsAWholeDayAndRingsADayBefore) {
    auto review = event();
    review.hours.reset();
    review.alarmMinutes = 24 * 60;
    const auto ics = icsWith(review);
    EXPECT_NE(ics.find("DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125\r\n"), std::string::npos) << ics;
    EXPECT_NE(ics.find("TRIGGER:-P1D\r\n"), std::string::npos);
}

TEST(CalendarsOut, WhatIsCancelledDoesNotRing) {
    auto gone = event();
    gone.cancelled = true;
    const auto ics = icsWith(gone);
    EXPECT_NE(ics.find("STATUS:CANCELLED\r\n"), std::string::npos);
    EXPECT_EQ(ics.find("VALARM"), std::string::npos);
}

TEST(CalendarsOut, AnotherZoneIsNamedByItsOffset) {
    const auto ics = icsOf({"x", -210, {event()}});
    EXPECT_NE(ics.find("TZID:UTC-0330\r\n"), std::string::npos) << ics;
    EXPECT_NE(ics.find("DTSTART;TZID=UTC-0330:20261124T070000\r\n"), std::string::npos) << "no quotation marks: " << ics;
    EXPECT_NE(ics.find("TZOFFSETTO:-0330\r\n"), std::string::npos);
    EXPECT_EQ(zoneName(330), "Asia/Kolkata");
    EXPECT_EQ(zoneName(345), "Asia/Kathmandu");
    // Some programs look up the name and pass over what the file says of it: no name, no zone.
    EXPECT_EQ(zoneName(0), "Etc/UTC");
    EXPECT_EQ(zoneName(540), "Etc/GMT-9");
    EXPECT_EQ(zoneName(-300), "Etc/GMT+5");
}

TEST(CalendarsOut, PartsOfHoursAreWhatTheFileSaysOfItsZone) {
    for (const int offset : {330, 345, 570, -570, -210}) {
        const auto all = parsed(icsOf({"x", offset, {event()}}));
        ASSERT_NE(all, nullptr);
        EXPECT_EQ(icalcomponent_count_errors(all.get()), 0);
        auto* start = icalcomponent_get_first_property(firstEvent(all), ICAL_DTSTART_PROPERTY);
        ASSERT_NE(start, nullptr);
        auto* tzid = icalproperty_get_first_parameter(start, ICAL_TZID_PARAMETER);
        ASSERT_NE(tzid, nullptr);
        EXPECT_EQ(icalparameter_get_tzid(tzid), zoneName(offset));
        // By the file's own VTIMEZONE, not by what this computer knows of the name.
        auto* zone = icalcomponent_get_timezone(all.get(), icalparameter_get_tzid(tzid));
        ASSERT_NE(zone, nullptr);
        auto at = icalcomponent_get_dtstart(firstEvent(all));
        int summer = 0;
        EXPECT_EQ(icaltimezone_get_utc_offset(zone, &at, &summer), offset * 60);
        EXPECT_EQ(summer, 0);
    }
}

TEST(CalendarsOut, AnEmptyCalendarIsOneAllTheSame) {
    const auto all = parsed(icsOf({"nothing", 480, {}}));
    ASSERT_NE(all, nullptr);
    EXPECT_EQ(icalcomponent_count_components(all.get(), ICAL_VEVENT_COMPONENT), 0);
    EXPECT_EQ(icalcomponent_count_errors(all.get()), 0);
}

TEST(CalendarsOut, ANastyTitleComesBackAsItWas) {
    const std::string title = "a,b;c\\d \"q\": 100%\nsecond line 😀🎓 " + long200();
    const auto ics = icsWith(event(title));
    expectWellFolded(ics);
    EXPECT_EQ(summaryOf(ics), title);
    const auto all = parsed(ics);
    EXPECT_EQ(icalcomponent_count_errors(all.get()), 0);
    EXPECT_STREQ(icalcomponent_get_location(firstEvent(all)), "Room 2");
    EXPECT_EQ(icalcomponent_get_sequence(firstEvent(all)), 2);
}

TEST(CalendarsOut, ControlCharactersStayOut) {
    EXPECT_EQ(summaryOf(icsWith(event("a\x01\x1b[31mb\tc\r\nd\re\x7f"))), "a[31mb c\nd\ne");
    auto injected = event("x");
    injected.location = "Room 1\r\nEND:VEVENT\r\nBEGIN:VEVENT";
    injected.categories = {"a,b;c\nEND:VEVENT"};
    const auto all = parsed(icsWith(injected));
    EXPECT_EQ(icalcomponent_count_components(all.get(), ICAL_VEVENT_COMPONENT), 1);
    EXPECT_STREQ(icalcomponent_get_location(firstEvent(all)), "Room 1\nEND:VEVENT\nBEGIN:VEVENT");
}

/// Titles out of what breaks writers: separators, line breaks, quotes, blanks, letters of one to four octets.
RC_GTEST_PROP(CalendarsOut, EveryTitleComesBack, ()) {
    static const std::vector<std::string> bits{",", ";", "\\", "\n", "\"", ":", " ", "n", "\\n", "a", "é", "课", "。", "😀", "=", "BEGIN:VEVENT"};
    const auto picks = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(bits.size())));
    std::string title = "t";
    for (const int pick : picks)
        title += bits[static_cast<std::size_t>(pick)];
    title += "t"; // the book trims its texts, and so does this reader
    auto one = event(title);
    one.description = title;
    one.location = title;
    const auto ics = icsWith(one);
    expectWellFolded(ics);
    const auto all = parsed(ics);
    RC_ASSERT(static_cast<bool>(all));
    RC_ASSERT(std::string(icalcomponent_get_summary(firstEvent(all))) == title);
    RC_ASSERT(std::string(icalcomponent_get_description(firstEvent(all))) == title);
    RC_ASSERT(std::string(icalcomponent_get_location(firstEvent(all))) == title);
}

/// What a Python program says of the file; nothing where its module isn't installed.
std::optional<std::string> saidByPython(const std::string& module, const std::string& program, const std::string& ics) {
    const std::string python = "/usr/bin/python3";
    if (std::system((python + " -c 'import " + module + "' >/dev/null 2>&1").c_str()) != 0) return std::nullopt;
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-" + module.substr(0, module.find(',')) + "-" + std::to_string(::getpid()));
    std::ofstream(path.string() + ".ics", std::ios::binary) << ics;
    std::ofstream(path.string() + ".py") << "import sys\n" + program;
    auto* pipe = ::popen(("PYTHONIOENCODING=utf-8 " + python + " " + path.string() + ".py " + path.string() + ".ics 2>&1").c_str(), "r");
    std::string all;
    char buffer[4096];
    while (const auto length = std::fread(buffer, 1, sizeof buffer, pipe))
        all.append(buffer, length);
    ::pclose(pipe);
    std::filesystem::remove(path.string() + ".ics");
    std::filesystem::remove(path.string() + ".py");
    return all;
}

std::string nasty() { return "a,b;c\\d 😀\n" + long200(); }

TEST(CalendarsOut, PythonsIcalendarReadsTheSame) {
    const auto said = saidByPython("icalendar", R"(
import icalendar
c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
for e in c.walk('VEVENT'):
    print(e['DTSTART'].dt.isoformat(), e['DTSTART'].dt.utcoffset(), e['SEQUENCE'], str(e['SUMMARY']), end='')
)", icsWith(event(nasty())));
    if (!said) GTEST_SKIP() << "python3-icalendar is not installed";
    EXPECT_EQ(*said, "2026-11-24T07:00:00+08:00 8:00:00 2 " + nasty());
}

TEST(CalendarsOut, PythonsIcalendarKnowsPartsOfHours) {
    for (const auto& [offset, written] : {std::pair{330, "+05:30 5:30:00"}, {345, "+05:45 5:45:00"}, {-210, "-03:30 -1 day, 20:30:00"}}) {
        const auto said = saidByPython("icalendar", R"(
import icalendar
e = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT')[0]
print(e['DTSTART'].dt.isoformat(), e['DTSTART'].dt.utcoffset(), end='')
)", icsOf({"x", offset, {event()}}));
        if (!said) GTEST_SKIP() << "python3-icalendar is not installed";
        EXPECT_EQ(*said, std::string("2026-11-24T07:00:00") + written);
    }
}

TEST(CalendarsOut, PythonsVobjectReadsTheSame) {
    const auto said = saidByPython("vobject", R"(
import vobject
e = vobject.readOne(open(sys.argv[1], encoding='utf-8', newline='').read()).vevent
print(e.dtstart.value.isoformat(), e.valarm.trigger.value, e.summary.value, end='')
)", icsWith(event(nasty())));
    if (!said) GTEST_SKIP() << "python3-vobject is not installed";
    EXPECT_EQ(*said, "2026-11-24T07:00:00+08:00 -1 day, 23:30:00 " + nasty());
}

TEST(CalendarsOut, PythonsVobjectKnowsEveryZone) {
    for (const auto& [offset, written] : {std::pair{0, "+00:00"}, {540, "+09:00"}, {-300, "-05:00"}, {330, "+05:30"}, {-210, "-03:30"}}) {
        const auto said = saidByPython("vobject, pytz", R"(
import vobject
e = vobject.readOne(open(sys.argv[1], encoding='utf-8', newline='').read()).vevent
print(e.dtstart.value.isoformat(), end='')
)", icsOf({"x", offset, {event()}}));
        if (!said) GTEST_SKIP() << "python3-vobject or python3-tz is not installed";
        EXPECT_EQ(*said, std::string("2026-11-24T07:00:00") + written);
    }
}

} // namespace
} // namespace fledgling::format
