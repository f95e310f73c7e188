#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fledgling::domain {

enum class Weekday { Mon, Tue, Wed, Thu, Fri, Sat, Sun };

/// A local calendar date, 0001-01-01 to 9999-12-31. 30 February cannot be made.
class Date {
public:
    /// 1970-01-01, so that a Date can stand in an aggregate.
    Date() = default;
    /// Throws std::invalid_argument for a day that doesn't exist.
    Date(int year, unsigned month, unsigned day);
    /// Exactly YYYY-MM-DD of a day that exists; nothing otherwise.
    [[nodiscard]] static std::optional<Date> parse(std::string_view iso);
    /// As parse, but throws std::invalid_argument.
    [[nodiscard]] static Date of(std::string_view iso);
    /// From the beginning; without an end.
    [[nodiscard]] static Date earliest() { return Date(1, 1, 1); }
    [[nodiscard]] static Date latest() { return Date(9999, 12, 31); }

    [[nodiscard]] std::string iso() const;
    [[nodiscard]] int year() const { return static_cast<int>(ymd().year()); }
    [[nodiscard]] unsigned month() const { return static_cast<unsigned>(ymd().month()); }
    [[nodiscard]] unsigned day() const { return static_cast<unsigned>(ymd().day()); }
    [[nodiscard]] Weekday weekday() const;
    [[nodiscard]] Date plusDays(int days) const { return Date(m_days + std::chrono::days(days)); }
    /// Calendar days from this to other; negative when other is earlier.
    [[nodiscard]] int daysTo(Date other) const { return static_cast<int>((other.m_days - m_days).count()); }

    friend auto operator<=>(const Date&, const Date&) = default;
    friend bool operator==(const Date&, const Date&) = default;

private:
    explicit Date(std::chrono::sys_days days) : m_days(days) {}
    [[nodiscard]] std::chrono::year_month_day ymd() const { return m_days; }
    std::chrono::sys_days m_days{};
};

/// Whole minutes, zero or more; minus minutes cannot be made (throws std::invalid_argument).
class Minutes {
public:
    Minutes() = default;
    explicit Minutes(std::int64_t count);
    [[nodiscard]] std::int64_t count() const { return m_count; }
    friend auto operator<=>(const Minutes&, const Minutes&) = default;
    friend bool operator==(const Minutes&, const Minutes&) = default;

private:
    std::int64_t m_count = 0;
};

/// A local wall-clock time, 00:00 to 23:59.
class TimeOfDay {
public:
    TimeOfDay() = default;
    /// Throws std::invalid_argument outside 0:00..23:59.
    TimeOfDay(int hour, int minute);
    /// HH:MM, two digits each.
    [[nodiscard]] static std::optional<TimeOfDay> parse(std::string_view text);
    /// Minutes since midnight, 0..1439; throws std::invalid_argument otherwise.
    [[nodiscard]] static TimeOfDay ofMinutes(std::int64_t sinceMidnight);
    [[nodiscard]] std::int64_t sinceMidnight() const { return m_minutes; }
    [[nodiscard]] std::string text() const;
    friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
    friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;

private:
    std::int64_t m_minutes = 0;
};

/// From begin (inclusive) to end (exclusive) within one day; begin < end, else std::invalid_argument.
class Hours {
public:
    Hours() = default;
    Hours(TimeOfDay begin, TimeOfDay end);
    /// "HH:MM-HH:MM".
    [[nodiscard]] static std::optional<Hours> parse(std::string_view text);
    [[nodiscard]] TimeOfDay begin() const { return m_begin; }
    [[nodiscard]] TimeOfDay end() const { return m_end; }
    [[nodiscard]] std::int64_t minutes() const { return m_end.sinceMidnight() - m_begin.sinceMidnight(); }
    [[nodiscard]] bool overlaps(const Hours& other) const { return m_begin < other.m_end && other.m_begin < m_end; }
    [[nodiscard]] std::string text() const { return m_begin.text() + "-" + m_end.text(); }
    friend auto operator<=>(const Hours&, const Hours&) = default;
    friend bool operator==(const Hours&, const Hours&) = default;

private:
    TimeOfDay m_begin;
    TimeOfDay m_end{0, 1};
};

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t ms = 0;
    friend auto operator<=>(const Instant&, const Instant&) = default;
    friend bool operator==(const Instant&, const Instant&) = default;
};

} // namespace fledgling::domain
