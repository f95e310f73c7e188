#include "bench/BigReport.h"
#include "bench/Ground.h"
#include "bench/Times.h"
#include "format/FileBytes.h"

#include <benchmark/benchmark.h>
#include <xlsxwriter.h>

#include <sstream>
#include <stdexcept>

namespace {

using namespace fledgling;
using bench::bigReport;
using bench::median;
using bench::taken;

int pagesIn(const std::string& pdf) {
    static const std::string PAGE = "/Type /Page";
    int pages = 0;
    for (auto at = pdf.find(PAGE); at != std::string::npos; at = pdf.find(PAGE, at + 1))
        if (pdf.compare(at + PAGE.size(), 1, "s") != 0) ++pages; // their list is called /Pages
    return pages;
}

/// Issue 4, section 6: a report of a hundred pages, laid out and drawn: 1 s.
void hundredPages(benchmark::State& state) {
    constexpr int PAGES = 100, STEP = 25;
    int rows = bench::ROWS_OF_A_HUNDRED_PAGES;
    auto report = bigReport(rows);
    while (pagesIn(format::reportPdf(report, "{0} / {1}")) < PAGES && rows < 10 * PAGES * STEP)
        report = bigReport(rows += STEP);
    std::vector<double> times;
    int pages = 0;
    for (auto _ : state) {
        std::string pdf;
        times.push_back(taken([&] { pdf = format::reportPdf(report, "{0} / {1}"); }));
        state.SetIterationTime(times.back());
        pages = pagesIn(pdf);
    }
    if (pages < PAGES) return state.SkipWithError("too few pages");
    state.counters["pages"] = pages;
    state.counters["rows"] = rows;
    state.counters["median_ms"] = median(times) * 1e3;
}
BENCHMARK(hundredPages)->UseManualTime()->Iterations(7)->Unit(benchmark::kMillisecond);

/// The same cells by the loop of libxlsxwriter's own examples.
void plainLoop(const format::ReportTable& table, const std::string& file) {
    lxw_workbook* book = workbook_new(file.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    lxw_format* date = workbook_add_format(book);
    format_set_num_format(date, "yyyy-mm-dd");
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(c), table.columns[c].title.c_str(), nullptr);
    lxw_row_t at = 1;
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto column = static_cast<lxw_col_t>(c);
            const auto& cell = row[c];
            if (const auto* number = std::get_if<std::int64_t>(&cell.value))
                worksheet_write_number(sheet, at, column, static_cast<double>(*number), nullptr);
            else if (const auto* day = std::get_if<domain::Date>(&cell.value))
                worksheet_write_number(sheet, at, column, domain::Date(1899, 12, 30).daysTo(*day), date);
            else
                worksheet_write_string(sheet, at, column, cell.text.c_str(), nullptr);
        }
        ++at;
    }
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("the workbook wasn't written");
}

/// Issue 4, section 6: 100,000 rows as a report is saved against that loop: 1.5. Both end with a file, in turns.
void workbookOfRows(benchmark::State& state) {
    const auto report = bigReport(bench::ROWS_OF_A_WORKBOOK);
    const auto plain = bench::ground().file("plain.xlsx"), ours = bench::ground().file("ours.xlsx");
    std::vector<double> theirTimes, ourTimes;
    try {
        for (auto _ : state) {
            theirTimes.push_back(taken([&] { plainLoop(report.tables.front(), plain); }));
            ourTimes.push_back(taken([&] { format::keepBytes(ours, format::reportXlsx(report)); }));
            state.SetIterationTime(ourTimes.back());
        }
    } catch (const std::exception& error) {
        return state.SkipWithError(error.what());
    }
    state.counters["bare_ms"] = median(theirTimes) * 1e3;
    state.counters["ours_ms"] = median(ourTimes) * 1e3;
    state.counters["ratio"] = median(ourTimes) / median(theirTimes);
}
BENCHMARK(workbookOfRows)->UseManualTime()->Iterations(7)->Unit(benchmark::kMillisecond);

/// Issue 4, section 6: the most memory while a report is made and saved above what the program took before: 100 MB. In a
/// process of its own: this one has memory left over from other figures.
void memoryWhileExporting(benchmark::State& state, const char* ending, int rows) {
    double most = 0, idle = 0;
    const auto command = "'" + std::string(FLEDGLING_BIN) + "/fledgling_export' '" + bench::ground().file("memory.") +
                         ending + "' " + std::to_string(rows);
    try {
        for (auto _ : state)
            if (std::istringstream said(bench::saidBy(command)); !(said >> idle >> most))
                return state.SkipWithError("nothing was measured");
    } catch (const std::exception& error) {
        return state.SkipWithError(error.what());
    }
    state.counters["idle_MB"] = idle;
    state.counters["over_idle_MB"] = most - idle;
}
BENCHMARK_CAPTURE(memoryWhileExporting, xlsx, "xlsx", bench::ROWS_OF_A_WORKBOOK)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(memoryWhileExporting, pdf, "pdf", bench::ROWS_OF_A_HUNDRED_PAGES)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

} // namespace
