#include "domain/Roster.h"
#include "format/Csv.h"
#include "format/roster/Roster.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace fledgling;

std::string text(const char* pattern, int number) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, pattern, number);
    return buffer;
}

/// A roster as a personnel department exports it: twelve columns, two of them not to be read.
std::string rosterOf(int people) {
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < people; ++i)
        rows.push_back({text("%06d", i), text("张三%d", i), text("138%08d", i), text("p%d@example.com", i),
                        "客服部/一组", "客服专员", i % 3 == 0 ? "投诉客服" : "客服", "2026年3月2日",
                        i % 9 == 0 ? "带教人" : "新人", "早班", "110101199003071234", "6222000011112222"});
    return format::csvOf({"工号", "姓名", "手机号", "邮箱", "部门", "职位", "岗位", "入职日期", "角色",
                          "班次", "身份证号", "银行卡号"},
                         rows);
}

std::vector<domain::Person> storedFrom(const std::vector<domain::RosterDecision>& decisions) {
    std::vector<domain::Person> stored;
    for (const auto& one : decisions) {
        stored.push_back(one.person);
        stored.back().id =
            domain::PersonId(text("00000000-0000-4000-8000-%012d", static_cast<int>(stored.size())));
    }
    return stored;
}

/// From bytes to a verdict for each row, against as many people in the department already: what a preview
/// costs.
void rosterPreview(benchmark::State& state) {
    const std::string bytes = rosterOf(static_cast<int>(state.range(0)));
    const auto first = format::rosterRows(format::rosterSheetOf(bytes, "people.csv"));
    const auto stored = storedFrom(domain::rosterDecisions(first, {}));
    for (auto _ : state) {
        const auto rows = format::rosterRows(format::rosterSheetOf(bytes, "people.csv"));
        const auto decisions = domain::rosterDecisions(rows, stored);
        if (domain::totalsOf(decisions).same != static_cast<int>(stored.size()))
            state.SkipWithError("not all the same");
        benchmark::DoNotOptimize(decisions.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(rosterPreview)->Name("roster preview, rows")->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);

} // namespace
