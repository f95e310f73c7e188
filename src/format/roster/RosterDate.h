#pragma once

#include "domain/Time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Which of day and month stands first in 03/04/2026.
enum class DayOrder { Unknown, DayFirst, MonthFirst };

struct DateReading {
    std::optional<domain::Date> date;
    bool ambiguous = false; ///< a date, but day and month could be exchanged
};

/// The forms that rosters use: 2026-11-23, 2026/11/23, 2026.11.23, 20261123, 2026年11月23日, 23.11.2026,
/// 11/23/2026 (or 23/11/2026, where only one reading exists or `order` is known), 23-Nov-2026, Nov 23, 2026,
/// an Excel serial number; a time behind it is left out. Two-digit years and years outside 1900..2199 are no
/// date.
[[nodiscard]] DateReading dateIn(std::string_view text, DayOrder order = DayOrder::Unknown);

/// What the cells of one column prove together: Unknown when none proves anything or they contradict each
/// other.
[[nodiscard]] DayOrder dayOrderOf(const std::vector<std::string>& cells);

} // namespace fledgling::format
