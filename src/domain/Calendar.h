#pragma once

#include "domain/Time.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::domain {

/// A day that differs from the working week: a public holiday, or a make-up working day 调休.
struct CalendarDay {
    Date day;
    bool working = false;
    std::string name;
    friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

/// Working days: a working week and the days that differ from it.
class Calendar {
public:
    Calendar() = default;
    Calendar(std::set<Weekday> workingWeek, const std::vector<CalendarDay>& exceptions);
    /// With holidays published for exactly these years: one may have no exception at all, and a make-up day
    /// in the first week of January doesn't publish that year.
    Calendar(std::set<Weekday> workingWeek, const std::vector<CalendarDay>& exceptions,
             std::set<int> publishedYears);

    [[nodiscard]] bool isWorking(Date day) const;
    /// False when nobody has published that year's holidays yet: plans there carry a visible warning.
    [[nodiscard]] bool knows(int year) const { return m_years.contains(year); }
    /// The exception that rules that day, if any.
    [[nodiscard]] const CalendarDay* exception(Date day) const;
    /// The first `count` working days from `from` on (inclusive). A calendar without any working day gives
    /// none.
    [[nodiscard]] std::vector<Date> workingDays(Date from, int count) const;
    /// Working days in [first, last], both inclusive.
    [[nodiscard]] int workingDaysBetween(Date first, Date last) const;
    [[nodiscard]] const std::set<Weekday>& workingWeek() const { return m_week; }

private:
    std::set<Weekday> m_week{Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri};
    std::map<Date, CalendarDay> m_exceptions;
    std::set<int> m_years;
};

} // namespace fledgling::domain
