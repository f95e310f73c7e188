#pragma once

#include "domain/Time.h"

#include <functional>
#include <string>

namespace fledgling::app {

/// Time is injected. The offset turns an instant into the local date and time of the department.
struct Clock {
    std::function<domain::Instant()> now;
    int offsetMinutes = 480; ///< east of UTC; China has one zone and no summer time
    std::string zone = "+08:00";

    [[nodiscard]] domain::Date today() const { return dateOf(now()); }
    [[nodiscard]] domain::TimeOfDay timeOfDay() const { return timeOf(now()); }
    [[nodiscard]] domain::Date dateOf(domain::Instant at) const;
    [[nodiscard]] domain::TimeOfDay timeOf(domain::Instant at) const;
    /// The instant of a local date and time.
    [[nodiscard]] domain::Instant at(domain::Date date, domain::TimeOfDay time) const;
};

/// The machine's clock in its own zone.
[[nodiscard]] Clock systemClock();

} // namespace fledgling::app
