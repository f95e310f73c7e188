#pragma once

#include "domain/Calendar.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Why an entry of a calendar file is not used. The file as a whole still is.
enum class EventFault {
    DateMissing,
    DateUnreadable,
    EndBeforeStart,
    NotAllDay, ///< a meeting, not a holiday
    TooLong,   ///< more than 366 days
    RecurrenceUnreadable,
    NeverClosed,    ///< BEGIN:VEVENT without END:VEVENT
    Cancelled,      ///< STATUS:CANCELLED
    Contradiction,  ///< the day stands in the file with the opposite meaning; the first one counts
    EntryIncomplete ///< JSON: no name, no date, or isOffDay is neither true nor false
};

struct BadEvent {
    int line = 0;     ///< of BEGIN:VEVENT; in JSON, which gives no lines, the entry's number
    std::string name; ///< its summary, as far as there is one
    EventFault fault{};
    friend bool operator==(const BadEvent&, const BadEvent&) = default;
};

/// An event that doesn't say whether one works: off only after the user says so.
struct UndecidedEvent {
    domain::Date first;
    domain::Date last; ///< inclusive
    std::string name;
    friend bool operator==(const UndecidedEvent&, const UndecidedEvent&) = default;
};

struct CalendarFile {
    std::vector<domain::CalendarDay> days; ///< by date, each once
    std::set<int> years;                   ///< whose holidays the file publishes
    std::vector<UndecidedEvent> undecided; ///< by date
    std::vector<BadEvent> bad;             ///< by line
};

/// Yearly and other recurring events are expanded from the first to the last of these years.
struct YearSpan {
    int first = 0;
    int last = 0;
};

/// The days of an undecided event, once the user has decided.
[[nodiscard]] std::vector<domain::CalendarDay> daysOf(const UndecidedEvent& event, bool working);

/// An .ics file or the JSON of year and days, told apart by content. FormatError when it is neither.
[[nodiscard]] CalendarFile readCalendar(const std::filesystem::path& file, YearSpan recurring);
[[nodiscard]] CalendarFile calendarOf(std::string_view bytes, const std::string& fileName,
                                      YearSpan recurring);

/// Lenient as public holiday files need it: no PRODID, no VCALENDAR end, unknown properties. All-day events
/// with exclusive DTEND (none: one day), or from midnight to midnight; recurrence with exceptions. Working
/// day by X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY or 补班, 上班, (班) in the summary; off by WORK-HOLIDAY, 休
/// or 假期.
[[nodiscard]] CalendarFile icsCalendar(std::string_view utf8, const std::string& fileName,
                                       YearSpan recurring);
/// {"year": 2026, "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true}]}; other keys are passed
/// over.
[[nodiscard]] CalendarFile jsonCalendar(std::string_view utf8, const std::string& fileName);

} // namespace fledgling::format
