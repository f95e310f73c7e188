#include "app/today/Soon.h"

namespace fledgling::app {

domain::Date soonUntil(const domain::Calendar& calendar, domain::Date today, int days) {
    const auto ahead = calendar.workingDays(today.plusDays(1), days);
    return ahead.empty() ? today : ahead.back();
}

} // namespace fledgling::app
