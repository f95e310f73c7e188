#include "SomeReport.h"

#include "format/Csv.h"

#include <gtest/gtest.h>

namespace fledgling::format {
namespace {

TEST(Reports, ATableReadsBackWithItsTotals) {
    const auto files = reportCsv(report());
    ASSERT_EQ(files.size(), 1U);
    const auto table = csvTable(files[0].substr(3), "report.csv");
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

/// A cohort report's shape: two named tables, and a third with the name of the second.
Report manyTables() {
    auto one = report();
    one.tables[0].title = "半天";
    for (const auto* title : {"People", "PEOPLE"}) {
        ReportTable table;
        table.title = title;
        table.columns = {{"name", 1, false}, {"steps", 1, true}};
        table.rows = {{reportStrong("赵磊"), reportNumber(4)}};
        one.tables.push_back(std::move(table));
    }
    one.about = "关于本报表";
    return one;
}

TEST(Reports, EveryTableIsASheetOfItsOwn) {
    const auto sheets = xlsxTables(reportXlsx(manyTables()), "report.xlsx");
    ASSERT_EQ(sheets.size(), 4U);
    EXPECT_EQ(sheets[0].name, "半天");
    EXPECT_EQ(sheets[0].rows.back().cells.at(0), "合计");
    EXPECT_EQ(sheets[0].rows.back().cells.at(1), "3") << "with its totals";
    EXPECT_EQ(sheets[1].name, "People");
    EXPECT_EQ(sheets[1].rows.at(0).cells, (std::vector<std::string>{"name", "steps"}));
    EXPECT_EQ(sheets[1].rows.at(1).cells, (std::vector<std::string>{"赵磊", "4"}));
    EXPECT_EQ(sheets[2].name, "PEOPLE 2") << "no name twice, whatever its letters' case";
    EXPECT_EQ(sheets[3].name, "关于本报表");
    EXPECT_EQ(sheets[3].rows.at(0).cells, (std::vector<std::string>{"考勤表"}));
    EXPECT_EQ(sheets[3].rows.at(1).cells, (std::vector<std::string>{"11月三班 · 2026-11-26"}));
    EXPECT_EQ(sheets[3].rows.at(2).cells, (std::vector<std::string>{"head 0123456789abcdef"}));
}

TEST(Reports, ALongNameOfTwoSheetsKeepsTheirNumber) {
    auto one = manyTables();
    for (auto& table : one.tables)
        table.title = std::string(40, 'n');
    const auto sheets = xlsxTables(reportXlsx(one), "report.xlsx");
    ASSERT_EQ(sheets.size(), 4U);
    EXPECT_EQ(sheets[0].name, std::string(31, 'n'));
    EXPECT_EQ(sheets[1].name, std::string(29, 'n') + " 2");
    EXPECT_EQ(sheets[2].name, std::string(29, 'n') + " 3");
}

TEST(Reports, AMinusIsReadAsOneOnPaperAndByPrograms) {
    auto one = report(1);
    one.tables[0].rows[0][1] = reportNumber(-4);
    EXPECT_EQ(one.tables[0].rows[0][1].text, "−4");
    EXPECT_NE(reportHtml(one).find("−4"), std::string::npos);
    EXPECT_EQ(csvTable(reportCsv(one)[0].substr(3), "report.csv").rows[1].cells[1], "-4");
}

TEST(Reports, EveryTableIsACsvFileWithOneHeadingRow) {
    const auto files = reportFiles(manyTables(), "csv", "{0}");
    ASSERT_EQ(files.size(), 3U);
    for (const auto& file : files) {
        ASSERT_TRUE(file.starts_with("\xEF\xBB\xBF"));
        const auto table = csvTable(file.substr(3), "report.csv");
        for (const auto& row : table.rows)
            EXPECT_EQ(row.cells.size(), table.rows.front().cells.size());
    }
    EXPECT_EQ(csvTable(files[1].substr(3), "2.csv").rows.at(1).cells, (std::vector<std::string>{"赵磊", "4"}));
}

TEST(Reports, EveryTableStandsOnTheWebPage) {
    const auto html = reportHtml(manyTables());
    for (const auto* title : {"<h2>半天</h2>", "<h2>People</h2>", "<h2>PEOPLE</h2>"})
        EXPECT_NE(html.find(title), std::string::npos) << title;
}

TEST(Reports, WhatAChartDrawsIsLeftOutOfPrintedPages) {
    auto one = report();
    one.tables[0].columns[1].charted = true;
    EXPECT_NE(reportCsv(one).front().find("次数"), std::string::npos);
    const auto printed = withoutCharted(one.tables[0]);
    ASSERT_TRUE(printed);
    EXPECT_EQ(printed->columns.size(), 2U);
    EXPECT_EQ(printed->rows.front().size(), 2U);
    EXPECT_EQ(printed->rows.front()[1].text, "2026-11-26");
    EXPECT_EQ(printed->totals.size(), 2U);
    EXPECT_FALSE(withoutCharted(report().tables[0])) << "nothing to leave out";
}

TEST(Reports, AWebPageSaysInATableWhatItsPictureShows) {
    auto one = report();
    one.charts.push_back({ReportChart::Kind::Heat, "进度图", {"次数"}, {}, {}, {}, {}, {}});
    one.tables[0].columns[1].charted = true;
    const auto html = reportHtml(one);
    const auto title = html.find("<h2>进度图</h2>\n<table>");
    ASSERT_NE(title, std::string::npos) << html;
    const auto table = html.substr(title, html.find("</table>", title) - title);
    for (const auto* said : {"<th scope=\"col\">姓名</th>", "次数</th>", "<td><b>吴敏 &lt;2&gt;</b></td>", "<td class=\"right\">2</td>"})
        EXPECT_NE(table.find(said), std::string::npos) << said << " in " << table;
    EXPECT_EQ(table.find("日期"), std::string::npos) << "the rest has a table of its own";
    const auto rest = html.substr(title + table.size());
    EXPECT_EQ(rest.find("次数"), std::string::npos);
    EXPECT_NE(rest.find("日期"), std::string::npos);
}

TEST(Reports, OfTheLinesAloneAreOneFile) {
    Report one;
    one.title = "Certificate";
    one.lines = {"Wu Min", "has completed the course"};
    one.past = {"As it was known on 2026-11-20", "moment"};
    const auto files = reportCsv(one);
    ASSERT_EQ(files.size(), 1U);
    EXPECT_NE(files[0].find("has completed the course\r\n"), std::string::npos);
    const auto sheets = xlsxTables(reportXlsx(one), "report.xlsx");
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].rows.size(), 4U) << "title, moment, two lines";
}

TEST(Reports, OfThePastSaySoInEveryTable) {
    auto one = manyTables();
    one.past = {"As it was known on 2026-11-20, change 7", "moment"};
    for (const auto& file : reportCsv(one)) {
        const auto table = csvTable(file.substr(3), "report.csv");
        EXPECT_EQ(table.rows.front().cells.back(), "moment");
        for (std::size_t i = 1; i < table.rows.size(); ++i)
            EXPECT_EQ(table.rows[i].cells.back(), one.past.words);
        EXPECT_EQ(table.rows.back().cells.size(), table.rows.front().cells.size());
    }
    const auto sheets = xlsxTables(reportXlsx(one), "report.xlsx");
    EXPECT_EQ(sheets.at(0).rows.at(1).cells.back(), one.past.words);
    EXPECT_EQ(sheets.at(1).rows.at(1).cells.back(), one.past.words);
    EXPECT_EQ(sheets.at(3).rows.at(1).cells.front(), one.past.words) << "first on the sheet about the report";
    const auto html = reportHtml(one);
    EXPECT_NE(html.find("<title>考勤表 · As it was known on 2026-11-20, change 7</title>"), std::string::npos);
    EXPECT_NE(html.find("<b>As it was known on 2026-11-20, change 7</b>"), std::string::npos);
}

TEST(Reports, APageIsEscaped) {
    const auto html = reportHtml(report());
    EXPECT_NE(html.find("吴敏 &lt;0&gt;"), std::string::npos);
    EXPECT_EQ(html.find("<0>"), std::string::npos);
    EXPECT_NE(html.find("head 0123456789abcdef"), std::string::npos);
}

TEST(Reports, APageSaysItsLanguageAndKeepsLines) {
    auto one = report(1);
    EXPECT_NE(reportHtml(one).find("<html><head>"), std::string::npos);
    one.language = "zh-CN";
    one.tables[0].rows[0][0] = reportStrong("");
    const auto html = reportHtml(one);
    EXPECT_NE(html.find("<html lang=\"zh-CN\">"), std::string::npos) << "or Chinese is drawn with Japanese shapes";
    EXPECT_EQ(html.find("<b></b>"), std::string::npos);
    EXPECT_NE(html.find("white-space:pre-line"), std::string::npos);
    EXPECT_NE(html.find("@page{size:A4 portrait"), std::string::npos);
    one.landscape = true;
    EXPECT_NE(reportHtml(one).find("@page{size:A4 landscape"), std::string::npos) << "printed from a browser as the PDF is";
}

TEST(Reports, AnUnknownEndingGivesNothing) {
    EXPECT_TRUE(reportFiles(report(), "doc", "{0}").empty());
    EXPECT_EQ(reportFiles(report(), "pdf", "{0} / {1}").at(0).substr(0, 5), "%PDF-");
}

} // namespace
} // namespace fledgling::format
