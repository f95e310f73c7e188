#pragma once

#include "format/report/Report.h"

#include <string>

namespace fledgling::format {

/// A table of so many rows with its totals.
inline Report report(int rows = 3) {
    Report one;
    one.title = "考勤表";
    one.lines = {"11月三班 · 2026-11-26"};
    one.foot = "head 0123456789abcdef";
    ReportTable table;
    table.columns = {{"姓名", 2, false}, {"次数", 1, true}, {"日期", 1, false}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({{"吴敏 <" + std::to_string(i) + ">", {}, true}, reportNumber(i), reportDate(domain::Date(2026, 11, 26))});
    table.totals = {{"合计", {}, true}, reportNumber(rows), {}};
    one.tables.push_back(std::move(table));
    return one;
}

} // namespace fledgling::format
