#pragma once

#include "domain/Calendar.h"

namespace fledgling::app {

// How early the home pages speak of a date that comes, in working days. Each leaves time for what it asks for.

/// An appeal's last day: one day to read the chat again and ask, one to write.
inline constexpr int APPEAL_SOON = 2;
/// A go-live review: the roster is made by the week, so that a make-up, a practical check or a log still finds a place.
inline constexpr int REVIEW_SOON = 5;
/// The end of an approval given against unmet criteria: by then a new review has to be held, which takes as long.
inline constexpr int APPROVAL_SOON = REVIEW_SOON;

/// The last day that counts as soon: the `days`th working day after today; today for a calendar without any.
[[nodiscard]] domain::Date soonUntil(const domain::Calendar& calendar, domain::Date today, int days);

} // namespace fledgling::app
