#include "format/calendar/CalendarRecurrence.h"

#include <algorithm>

namespace fledgling::format {

namespace {

using domain::Date;

int daysInMonth(Date day) {
    const Date first(day.year(), day.month(), 1);
    const Date next = day.month() == 12 ? Date(day.year() + 1, 1, 1) : Date(day.year(), day.month() + 1, 1);
    return first.daysTo(next);
}

int dayOfMonth(Date day) { return static_cast<int>(day.day()); }

/// The how-manieth of its weekday: from the front for a positive place, from the back for a negative one.
bool standsAt(int place, int dayNumber, int days) {
    if (place == 0) return true;
    return place > 0 ? (dayNumber - 1) / 7 + 1 == place : -((days - dayNumber) / 7 + 1) == place;
}

class RuleMatcher {
public:
    RuleMatcher(const DayRule& rule, Date start) : m_rule(rule), m_start(start) {}

    [[nodiscard]] bool matches(Date day) const {
        return inInterval(day) && inMonth(day) && onMonthDay(day) && onWeekday(day);
    }

private:
    [[nodiscard]] int periodsSinceStart(Date day) const {
        const int years = day.year() - m_start.year();
        const int startOfWeek = static_cast<int>(m_start.weekday());
        switch (m_rule.frequency) {
        case Frequency::Daily: return m_start.daysTo(day);
        case Frequency::Weekly: return (m_start.daysTo(day) + startOfWeek) / 7;
        case Frequency::Monthly:
            return years * 12 + static_cast<int>(day.month()) - static_cast<int>(m_start.month());
        case Frequency::Yearly: return years;
        }
        return 0;
    }
    [[nodiscard]] bool inInterval(Date day) const { return periodsSinceStart(day) % m_rule.interval == 0; }

    /// Where a rule says nothing about a part of the date, the start does.
    [[nodiscard]] bool inMonth(Date day) const {
        if (!m_rule.months.empty()) return m_rule.months.contains(static_cast<int>(day.month()));
        const bool fromStart =
            m_rule.frequency == Frequency::Yearly && m_rule.monthDays.empty() && m_rule.weekdays.empty();
        return !fromStart || day.month() == m_start.month();
    }
    [[nodiscard]] bool onMonthDay(Date day) const {
        const int number = dayOfMonth(day);
        if (!m_rule.monthDays.empty())
            return m_rule.monthDays.contains(number) ||
                   m_rule.monthDays.contains(number - daysInMonth(day) - 1);
        const bool byMonthDay =
            m_rule.frequency == Frequency::Yearly || m_rule.frequency == Frequency::Monthly;
        return !byMonthDay || !m_rule.weekdays.empty() || number == dayOfMonth(m_start);
    }
    [[nodiscard]] bool onWeekday(Date day) const {
        if (m_rule.weekdays.empty())
            return m_rule.frequency != Frequency::Weekly || day.weekday() == m_start.weekday();
        return std::any_of(m_rule.weekdays.begin(), m_rule.weekdays.end(), [&](const WeekdayPlace& one) {
            return day.weekday() == one.weekday && inPlace(one.place, day);
        });
    }
    [[nodiscard]] bool inPlace(int place, Date day) const {
        const bool ofYear = m_rule.frequency == Frequency::Yearly && m_rule.months.empty();
        if (!ofYear) return standsAt(place, dayOfMonth(day), daysInMonth(day));
        const Date newYear(day.year(), 1, 1);
        return standsAt(place, newYear.daysTo(day) + 1, newYear.daysTo(Date(day.year() + 1, 1, 1)));
    }

    const DayRule& m_rule;
    Date m_start;
};

} // namespace

std::optional<std::vector<Date>> daysOf(const DayRule& rule, Date start, int firstYear, int lastYear,
                                        int& steps) {
    std::vector<Date> days;
    if (rule.interval < 1 || lastYear < firstYear || firstYear < 1 || lastYear > 9998) return days;
    const RuleMatcher matcher(rule, start);
    const Date end = rule.until ? std::min(*rule.until, Date(lastYear, 12, 31)) : Date(lastYear, 12, 31);
    // Only a rule with a count has to be followed from its start.
    Date day = rule.count > 0 ? start : std::max(start, Date(firstYear, 1, 1));
    for (int found = 0; day <= end && (rule.count == 0 || found < rule.count); day = day.plusDays(1)) {
        if (--steps < 0) return std::nullopt;
        if (!matcher.matches(day)) continue;
        ++found;
        if (day.year() >= firstYear) days.push_back(day);
    }
    return days;
}

} // namespace fledgling::format
