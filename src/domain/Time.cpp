#include "domain/Time.h"

#include <cstdio>
#include <stdexcept>

namespace fledgling::domain {

namespace {

/// Exactly `digits` decimal digits at `at`; nothing otherwise.
std::optional<int> number(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::optional<std::chrono::year_month_day> existing(int year, int month, int day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1 || year > 9999 || !ymd.ok()) return std::nullopt;
    return ymd;
}

} // namespace

Date::Date(int year, unsigned month, unsigned day) {
    const auto ymd = existing(year, static_cast<int>(month), static_cast<int>(day));
    if (!ymd) throw std::invalid_argument("no such day");
    m_days = *ymd;
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = number(iso, 0, 4), month = number(iso, 5, 2), day = number(iso, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    const auto ymd = existing(*year, *month, *day);
    if (!ymd) return std::nullopt;
    return Date(std::chrono::sys_days(*ymd));
}

Date Date::of(std::string_view iso) {
    const auto date = parse(iso);
    if (!date) throw std::invalid_argument("not a date (YYYY-MM-DD): " + std::string(iso));
    return *date;
}

std::string Date::iso() const {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", year(), month(), day());
    return text;
}

Weekday Date::weekday() const {
    const unsigned sinceMonday = std::chrono::weekday(m_days).iso_encoding() - 1;
    return static_cast<Weekday>(sinceMonday);
}

Minutes::Minutes(std::int64_t count) : m_count(count) {
    if (count < 0) throw std::invalid_argument("minus minutes");
}

TimeOfDay::TimeOfDay(int hour, int minute) : m_minutes(hour * 60 + minute) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) throw std::invalid_argument("no such time of day");
}

TimeOfDay TimeOfDay::ofMinutes(std::int64_t sinceMidnight) {
    if (sinceMidnight < 0 || sinceMidnight > 1439) throw std::invalid_argument("no such time of day");
    return {static_cast<int>(sinceMidnight / 60), static_cast<int>(sinceMidnight % 60)};
}

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = number(text, 0, 2), minute = number(text, 3, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return TimeOfDay(*hour, *minute);
}

std::string TimeOfDay::text() const {
    char text[8];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(m_minutes / 60), static_cast<int>(m_minutes % 60));
    return text;
}

Hours::Hours(TimeOfDay begin, TimeOfDay end) : m_begin(begin), m_end(end) {
    if (!(begin < end)) throw std::invalid_argument("hours must end after they begin");
}

std::optional<Hours> Hours::parse(std::string_view text) {
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const auto begin = TimeOfDay::parse(text.substr(0, 5)), end = TimeOfDay::parse(text.substr(6));
    if (!begin || !end || !(*begin < *end)) return std::nullopt;
    return Hours(*begin, *end);
}

} // namespace fledgling::domain
