#include "format/roster/RosterDate.h"

#include "domain/Text.h"
#include "format/RosterText.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace fledgling::format {

namespace {

constexpr int FIRST_YEAR = 1900, LAST_YEAR = 2199;
constexpr int FIRST_DAY_NUMBER = 20'000, LAST_DAY_NUMBER = 80'000; ///< 1954 to 2119: nothing else has five digits
constexpr std::array<std::string_view, 12> MONTHS{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

bool isSmallLetter(char c) { return c >= 'a' && c <= 'z'; }

/// 2026年11月23日 as 2026-11-23, everything in half-width lower case, without weekday and time of day.
std::string simplified(std::string_view cell) {
    std::string text = domain::lowerAscii(domain::trimmed(domain::halfWidth(cell)));
    replaceAll(text, "年", "-");
    replaceAll(text, "月", "-");
    replaceAll(text, "日", "");
    replaceAll(text, "号", "");
    for (const std::string_view weekday : {"星期", "周", "("})
        text.erase(std::min(text.find(weekday), text.size()));
    const auto colon = text.find(':');
    if (colon != std::string::npos) {
        const auto before = text.find_last_of(" t", colon);
        text.erase(before == std::string::npos ? 0 : before);
    }
    return domain::trimmed(text);
}

/// Runs of digits or letters; nothing when anything but date separators stands between them.
std::vector<std::string> tokens(std::string_view text) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (domain::isDigit(c) || isSmallLetter(c)) {
            std::string token;
            const bool digits = domain::isDigit(c);
            while (at < text.size() && (digits ? domain::isDigit(text[at]) : isSmallLetter(text[at])))
                token += text[at++];
            found.push_back(std::move(token));
        } else if (std::string_view("-/., ").find(c) == std::string_view::npos) {
            return {};
        } else {
            ++at;
        }
    }
    return found;
}

std::optional<int> number(const std::string& token) {
    if (token.empty() || token.size() > 8 || !domain::isDigit(token[0])) return std::nullopt;
    return std::stoi(token);
}

std::optional<int> monthNamed(const std::string& token) {
    for (std::size_t i = 0; i < MONTHS.size(); ++i)
        if (token.size() >= 3 && token.starts_with(MONTHS[i])) return static_cast<int>(i + 1);
    return std::nullopt;
}

std::optional<domain::Date> day(std::optional<int> year, std::optional<int> month,
                                std::optional<int> dayOfMonth) {
    if (!year || !month || !dayOfMonth || *year < FIRST_YEAR || *year > LAST_YEAR) return std::nullopt;
    char iso[40];
    std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", *year, *month, *dayOfMonth);
    return domain::Date::parse(iso);
}

DateReading fromOneNumber(const std::string& token) {
    if (token.size() == 8 && domain::isDigit(token[0]))
        return {day(number(token.substr(0, 4)), number(token.substr(4, 2)), number(token.substr(6))), false};
    const auto serial = token.size() == 5 ? number(token) : std::nullopt;
    if (serial && *serial >= FIRST_DAY_NUMBER && *serial <= LAST_DAY_NUMBER)
        return {domain::Date(1899, 12, 30).plusDays(*serial), false};
    return {};
}

/// 11/23/2026 or 23/11/2026.
DateReading fromShortParts(const std::vector<std::string>& parts, DayOrder order) {
    const auto first = number(parts[0]), second = number(parts[1]), year = number(parts[2]);
    const auto dayFirst = day(year, second, first), monthFirst = day(year, first, second);
    if (order == DayOrder::DayFirst) return {dayFirst, false};
    if (order == DayOrder::MonthFirst) return {monthFirst, false};
    if (dayFirst && monthFirst && *dayFirst != *monthFirst) return {std::nullopt, true};
    return {dayFirst ? dayFirst : monthFirst, false};
}

} // namespace

DateReading dateIn(std::string_view cell, DayOrder order) {
    const std::string text = simplified(cell);
    const auto parts = tokens(text);
    if (parts.size() == 1) return fromOneNumber(parts[0]);
    if (parts.size() != 3) return {};
    if (parts[0].size() == 4) return {day(number(parts[0]), number(parts[1]), number(parts[2])), false};
    if (parts[2].size() != 4) return {};
    if (const auto month = monthNamed(parts[0]))
        return {day(number(parts[2]), month, number(parts[1])), false};
    if (const auto month = monthNamed(parts[1]))
        return {day(number(parts[2]), month, number(parts[0])), false};
    // With dots only German and its neighbours write, and they write the day first.
    if (text.find('.') != std::string::npos && text.find('/') == std::string::npos)
        order = DayOrder::DayFirst;
    return fromShortParts(parts, order);
}

DayOrder dayOrderOf(const std::vector<std::string>& cells) {
    bool dayFirst = false, monthFirst = false;
    for (const auto& cell : cells) {
        const std::string text = simplified(cell);
        if (text.find('.') != std::string::npos) continue;
        const auto parts = tokens(text);
        if (parts.size() != 3 || parts[2].size() != 4) continue;
        const auto first = number(parts[0]), second = number(parts[1]);
        if (!first || !second) continue;
        dayFirst = dayFirst || (*first > 12 && *second <= 12);
        monthFirst = monthFirst || (*second > 12 && *first <= 12);
    }
    if (dayFirst == monthFirst) return DayOrder::Unknown;
    return dayFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

} // namespace fledgling::format
