#pragma once

#include "format/report/Report.h"

namespace fledgling::bench {

/// A report as the pages of the program give them: one table of six columns, texts, numbers and days, in Chinese.
[[nodiscard]] format::Report bigReport(int rows);

inline constexpr int ROWS_OF_A_WORKBOOK = 100'000;
/// Rows that fill a hundred pages, roughly.
inline constexpr int ROWS_OF_A_HUNDRED_PAGES = 3'500;

} // namespace fledgling::bench
