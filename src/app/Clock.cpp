#include "app/Clock.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace fledgling::app {

namespace {

constexpr std::int64_t DAY_MS = 86'400'000;

std::int64_t localMs(const Clock& clock, domain::Instant at) { return at.ms + clock.offsetMinutes * std::int64_t{60'000}; }

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Minutes east of UTC of the machine's zone now: local broken-down time read again as if it were UTC.
int systemOffset() {
    const std::time_t now = std::time(nullptr);
    std::tm utc = *std::gmtime(&now);
    utc.tm_isdst = -1;
    const std::tm local = *std::localtime(&now);
    const std::time_t shifted = std::mktime(&utc);
    const double seconds = std::difftime(now, shifted) + (local.tm_isdst > 0 ? 3600 : 0);
    return static_cast<int>(seconds / 60);
}

} // namespace

domain::Date Clock::dateOf(domain::Instant at) const {
    return domain::Date(1970, 1, 1).plusDays(static_cast<int>(floorDiv(localMs(*this, at), DAY_MS)));
}

domain::TimeOfDay Clock::timeOf(domain::Instant at) const {
    const std::int64_t local = localMs(*this, at);
    return domain::TimeOfDay::ofMinutes((local - floorDiv(local, DAY_MS) * DAY_MS) / 60'000);
}

domain::Instant Clock::at(domain::Date date, domain::TimeOfDay time) const {
    const std::int64_t days = domain::Date(1970, 1, 1).daysTo(date);
    return {days * DAY_MS + (time.sinceMidnight() - offsetMinutes) * 60'000};
}

Clock systemClock() {
    Clock clock;
    clock.now = [] {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return domain::Instant{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    };
    clock.offsetMinutes = systemOffset();
    char zone[16];
    const int size = clock.offsetMinutes < 0 ? -clock.offsetMinutes : clock.offsetMinutes;
    std::snprintf(zone, sizeof zone, "%c%02d:%02d", clock.offsetMinutes < 0 ? '-' : '+', size / 60 % 100, size % 60);
    clock.zone = zone;
    return clock;
}

} // namespace fledgling::app
