#pragma once

#include "domain/Time.h"

#include <optional>
#include <set>
#include <vector>

namespace fledgling::format {

enum class Frequency { Daily, Weekly, Monthly, Yearly };

/// BYDAY: every such weekday (place 0), or the n-th from the front (positive) or the back (negative) of its
/// month; of its year in a yearly rule without months.
struct WeekdayPlace {
    domain::Weekday weekday{};
    int place = 0;
};

/// The part of RFC 5545's recurrence rules that calendars of holidays use. libical's own iterator walks to
/// the year 20000 over a rule that never comes true, so whole days are looked at one by one here, and only as
/// many as allowed.
struct DayRule {
    Frequency frequency = Frequency::Yearly;
    int interval = 1;
    int count = 0; ///< 0: without limit
    std::optional<domain::Date> until;
    std::set<int> months;    ///< 1..12
    std::set<int> monthDays; ///< 1..31, or -1..-31 from the end
    std::vector<WeekdayPlace> weekdays;
};

/// The days of the rule from `start` on that fall into the years `first` to `last`. Each day looked at takes
/// one off `steps`; nothing when they run out.
[[nodiscard]] std::optional<std::vector<domain::Date>> daysOf(const DayRule& rule, domain::Date start,
                                                              int firstYear, int lastYear, int& steps);

} // namespace fledgling::format
