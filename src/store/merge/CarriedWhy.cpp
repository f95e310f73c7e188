#include "store/merge/CarriedWhy.h"

#include <chrono>
#include <cstdio>

namespace fledgling::store {

namespace {

std::string marked(const char* word, const Change& original) {
    const std::chrono::sys_time<std::chrono::milliseconds> at{std::chrono::milliseconds(original.head.at.ms)};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    char mark[160];
    std::snprintf(mark, sizeof mark, "[%s %lld, %04d-%02u-%02uT%02d:%02d:%02dZ]", word,
                  static_cast<long long>(original.number), static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return original.head.why.empty() ? mark : mark + (" " + original.head.why);
}

} // namespace

std::string carriedWhy(const Change& original) {
    return carriedFrom(original.head.why) ? original.head.why : marked("copy", original);
}

std::string againWhy(const Change& original) {
    const auto before = carriedFrom(original.head.why);
    return before && before->again ? original.head.why : marked("again", original);
}

std::optional<CarriedFrom> carriedFrom(const std::string& why) {
    char word[6] = "";
    long long number = 0;
    int year = 0, hour = 0, minute = 0, second = 0, length = 0;
    unsigned month = 0, day = 0;
    const int read = std::sscanf(why.c_str(), "[%5[a-z] %lld, %4d-%2u-%2uT%2d:%2d:%2dZ]%n", word, &number, &year, &month,
                                 &day, &hour, &minute, &second, &length);
    const std::string kind = word;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (read != 8 || length == 0 || (kind != "copy" && kind != "again") || !date.ok()) return std::nullopt;
    const auto at = std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                    std::chrono::seconds(second);
    auto rest = why.substr(static_cast<std::size_t>(length));
    if (rest.starts_with(' ')) rest.erase(0, 1);
    return CarriedFrom{kind == "again",
                       number,
                       {std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count()},
                       std::move(rest)};
}

} // namespace fledgling::store
