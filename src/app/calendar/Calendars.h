#pragma once

#include "app/Desk.h"
#include "domain/Calendar.h"
#include "format/calendar/CalendarFiles.h"

#include <set>
#include <string>
#include <vector>

namespace fledgling::app {

/// The department's calendar: the working week of that course, and the days in the book.
[[nodiscard]] domain::Calendar calendarOf(Desk& desk, const std::set<domain::Weekday>& workingWeek);
/// The setting of the department's working week, as "mon,tue,wed,thu,fri".
inline constexpr const char* WORKING_WEEK = "working-week";
/// With the working week of that setting (Monday to Friday unless set).
[[nodiscard]] domain::Calendar calendarOf(Desk& desk);

/// What a calendar file would change, before it is kept.
struct CalendarPreview {
    std::string file;
    std::vector<domain::CalendarDay> fresh;   ///< not in the book yet
    std::vector<domain::CalendarDay> changed; ///< differ from the book
    std::vector<domain::CalendarDay> same;
    std::vector<format::UndecidedEvent> undecided; ///< off only after the user says so
    std::vector<format::BadEvent> bad;             ///< listed, never in the way
};
/// Reads an .ics or .json calendar. Throws FormatError for a file that is neither.
[[nodiscard]] CalendarPreview previewCalendar(Desk& desk, const std::string& path);
/// Keeps days as one change; days already so are left out. 0 when nothing changed.
store::ChangeNumber setDays(Desk& desk, const std::vector<domain::CalendarDay>& days, const std::string& source);
/// Sets the department's working week; Refused(SettingUnfit) without a day.
store::ChangeNumber setWorkingWeek(Desk& desk, const std::set<domain::Weekday>& week);
/// Takes a day back to what the working week says.
store::ChangeNumber clearDay(Desk& desk, domain::Date day);

/// The public calendars in assets/calendars; what is in the book already stays.
store::ChangeNumber importShippedCalendars(Desk& desk, const std::string& assets);

} // namespace fledgling::app
