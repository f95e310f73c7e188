#include "domain/Calendar.h"

#include <algorithm>

namespace fledgling::domain {

namespace {
/// Longer than any run of days off; beyond it the calendar simply has no working day.
constexpr int LONGEST_SEARCH_DAYS = 3660;
} // namespace

Calendar::Calendar(std::set<Weekday> workingWeek, const std::vector<CalendarDay>& exceptions)
    : m_week(std::move(workingWeek)) {
    for (const auto& one : exceptions) {
        m_exceptions[one.day] = one;
        m_years.insert(one.day.year());
    }
}

Calendar::Calendar(std::set<Weekday> workingWeek, const std::vector<CalendarDay>& exceptions,
                   std::set<int> publishedYears)
    : Calendar(std::move(workingWeek), exceptions) {
    m_years = std::move(publishedYears);
}

const CalendarDay* Calendar::exception(Date day) const {
    const auto it = m_exceptions.find(day);
    return it == m_exceptions.end() ? nullptr : &it->second;
}

bool Calendar::isWorking(Date day) const {
    if (const auto* differs = exception(day)) return differs->working;
    return m_week.contains(day.weekday());
}

std::vector<Date> Calendar::workingDays(Date from, int count) const {
    std::vector<Date> days;
    for (int ahead = 0; static_cast<int>(days.size()) < count && ahead < LONGEST_SEARCH_DAYS; ++ahead) {
        const Date day = from.plusDays(ahead);
        if (isWorking(day)) days.push_back(day);
    }
    return days;
}

int Calendar::workingDaysBetween(Date first, Date last) const {
    int count = 0;
    for (Date day = first; day <= last; day = day.plusDays(1))
        if (isWorking(day)) ++count;
    return count;
}

} // namespace fledgling::domain
