#include "bench/BigReport.h"

#include <cstdio>
#include <string>

namespace fledgling::bench {

format::Report bigReport(int rows) {
    static const char* const FAMILY[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "吴", "欧阳"};
    static const char* const GIVEN[] = {"敏", "建国", "晓燕", "思远", "雨桐", "伟", "静怡"};
    static const char* const STATE[] = {"到", "迟到", "请假", "已补学", "缺勤"};
    static const char* const REMARK[] = {"先看订单状态，再看渠道", "多练同时接待三位客户", "", "问候和结束语都很自然"};
    format::Report report;
    report.title = "出勤记录";
    report.lines = {"客服部 · 三天课程", "每行一个人的一个半天"};
    report.foot = "Fledgling · 0123456789abcdef";
    format::ReportTable table;
    table.columns = {{"工号", 1, false}, {"姓名", 1.2, false},  {"日期", 1.2, false},
                     {"状态", 1, false}, {"分钟", 0.8, true}, {"备注", 2.4, false}};
    table.rows.reserve(static_cast<std::size_t>(rows));
    for (int i = 0; i < rows; ++i) {
        char number[16];
        std::snprintf(number, sizeof number, "%06d", i / 6);
        const std::string name = std::string(FAMILY[i % 9]) + GIVEN[i / 6 % 7] + std::to_string(i % 100);
        table.rows.push_back({{number, {}, false},
                              {name, {}, false},
                              format::reportDate(domain::Date(2026, 1, 5).plusDays(i % 365)),
                              {STATE[i % 5], {}, false},
                              format::reportNumber(i % 45),
                              {REMARK[i % 4], {}, false}});
    }
    report.tables.push_back(std::move(table));
    return report;
}

} // namespace fledgling::bench
