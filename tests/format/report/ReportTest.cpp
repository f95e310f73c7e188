#include "format/report/Report.h"

#include "format/Csv.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

namespace fledgling::format {
namespace {

Report report(int rows = 3) {
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

/// What a program prints; nothing where it isn't installed.
std::optional<std::string> said(const std::string& program, const std::string& arguments) {
    if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) != 0) return std::nullopt;
    std::string all;
    auto* pipe = ::popen((program + " " + arguments).c_str(), "r");
    char buffer[4096];
    while (const auto length = std::fread(buffer, 1, sizeof buffer, pipe))
        all.append(buffer, length);
    ::pclose(pipe);
    return all;
}

class InAFile : public ::testing::Test {
protected:
    void SetUp() override { m_path = std::filesystem::temp_directory_path() / ("fledgling-report-" + std::to_string(::getpid()) + ".pdf"); }
    void TearDown() override { std::filesystem::remove(m_path); }
    void keep(const std::string& bytes) { std::ofstream(m_path, std::ios::binary) << bytes; }
    std::filesystem::path m_path;
};

TEST(Reports, ATableReadsBackWithItsTotals) {
    const auto table = csvTable(reportCsv(report()).substr(3), "report.csv");
    ASSERT_EQ(table.rows.size(), 5U);
    EXPECT_EQ(table.rows[0].cells[0], "姓名");
    EXPECT_EQ(table.rows[1].cells, (std::vector<std::string>{"吴敏 <0>", "0", "2026-11-26"}));
    EXPECT_EQ(table.rows[4].cells[1], "3");
}

TEST(Reports, AWorkbookReadsBackTyped) {
    const auto sheets = xlsxTables(reportXlsx(report()), "report.xlsx");
    ASSERT_EQ(sheets.size(), 1U);
    ASSERT_EQ(sheets[0].rows.size(), 5U);
    EXPECT_EQ(sheets[0].rows[1].cells, (std::vector<std::string>{"吴敏 <0>", "0", "2026-11-26"}));
}

TEST(Reports, APageIsEscaped) {
    const auto html = reportHtml(report());
    EXPECT_NE(html.find("吴敏 &lt;0&gt;"), std::string::npos);
    EXPECT_EQ(html.find("<0>"), std::string::npos);
    EXPECT_NE(html.find("head 0123456789abcdef"), std::string::npos);
}

TEST(Reports, AnUnknownEndingGivesNothing) {
    EXPECT_EQ(reportBytes(report(), "doc", "{0}"), "");
    EXPECT_EQ(reportBytes(report(), "pdf", "{0} / {1}").substr(0, 5), "%PDF-");
}

TEST_F(InAFile, ChineseCanBeCopiedOutOfThePdfAndItsFontIsEmbedded) {
    keep(reportPdf(report(120), "{0} / {1}"));
    const auto text = said("pdftotext", m_path.string() + " -");
    if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    EXPECT_NE(text->find("考勤表"), std::string::npos);
    EXPECT_NE(text->find("吴敏 <119>"), std::string::npos);
    EXPECT_NE(text->find("合计"), std::string::npos);
    std::size_t headings = 0;
    for (auto at = text->find("姓名"); at != std::string::npos; at = text->find("姓名", at + 1))
        ++headings;
    EXPECT_GT(headings, 1U) << "the heading is repeated on every page";
    std::string close = *text; // the tool drops narrow blanks
    std::erase(close, ' ');
    EXPECT_NE(close.find("1/" + std::to_string(headings)), std::string::npos) << "pages are numbered";
    const auto fonts = said("pdffonts", m_path.string());
    ASSERT_TRUE(fonts);
    EXPECT_NE(fonts->find("yes yes yes"), std::string::npos) << *fonts;
}

TEST_F(InAFile, RowsOfDifferentHeightsAllStandOnTheirPagesOnce) {
    auto one = report(0);
    for (int i = 0; i < 150; ++i) {
        std::string words = "行" + std::to_string(1000 + i) + "。";
        for (int more = 0; more < i % 7; ++more)
            words += "多练同时接待三位客户，先看订单状态，再看渠道。";
        one.tables.front().rows.push_back({{words, {}, i % 3 == 0}, reportNumber(i), reportDate(domain::Date(2026, 11, 26))});
    }
    keep(reportPdf(one, "{0} / {1}"));
    auto text = said("pdftotext", m_path.string() + " -");
    if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    std::erase(*text, ' ');
    for (int i = 0; i < 150; ++i) {
        const auto row = "行" + std::to_string(1000 + i) + "。";
        const auto at = text->find(row);
        ASSERT_NE(at, std::string::npos) << row;
        EXPECT_EQ(text->find(row, at + 1), std::string::npos) << row;
    }
    const auto pages = std::to_string(std::count(text->begin(), text->end(), '\f')); // the tool ends each with one
    EXPECT_NE(text->find(pages + "/" + pages), std::string::npos) << "as many pages as were counted before";
}

} // namespace
} // namespace fledgling::format
