#include "SomeReport.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <optional>
#include <sstream>
#include <unistd.h>

/// Reports as the pages they are printed on.
namespace fledgling::format {
namespace {

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

TEST(Reports, APdfTellsHowFarItIsAndStopsWhenItIsToldTo) {
    std::vector<std::size_t> told;
    std::size_t whole = 0;
    (void)reportPdf(report(40), "{0} / {1}", [&](std::size_t done, std::size_t total) {
        told.push_back(done);
        whole = total;
    });
    ASSERT_FALSE(told.empty());
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_EQ(told.back(), whole) << "a row is told when it is measured, and when it is drawn";
    struct Enough {};
    EXPECT_THROW((void)reportPdf(report(40), "{0} / {1}", [](std::size_t done, std::size_t total) {
        if (2 * done > total) throw Enough{};
    }), Enough);
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

/// A page's text without blanks, as pdftotext finds it; it leaves out what lies beyond the paper.
std::vector<std::string> pagesOf(std::string text) {
    std::erase(text, ' ');
    std::vector<std::string> pages;
    std::istringstream in(text);
    for (std::string page; std::getline(in, page, '\f');)
        pages.push_back(page);
    return pages;
}

TEST_F(InAFile, APastMomentIsSaidOnEveryPageAndInTheDocumentsTitle) {
    auto one = report(120);
    one.past = {"As it was known on 2026-11-20", "moment"};
    keep(reportPdf(one, "{0} / {1}"));
    const auto text = said("pdftotext", m_path.string() + " -");
    if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const auto pages = pagesOf(*text);
    ASSERT_GT(pages.size(), 1U);
    for (const auto& page : pages)
        EXPECT_NE(page.find("Asitwasknownon2026-11-20"), std::string::npos);
    const auto info = said("pdfinfo", m_path.string());
    ASSERT_TRUE(info);
    EXPECT_NE(info->find("As it was known on 2026-11-20"), std::string::npos) << *info;
}

TEST_F(InAFile, ACertificateOfThePastSaysSo) {
    Report one;
    one.title = "Certificate";
    one.lines = {"Wu Min", "has completed the course"};
    one.certificate = one.landscape = true;
    one.past = {"As it was known on 2026-11-20", "moment"};
    keep(reportPdf(one, ""));
    const auto text = said("pdftotext", m_path.string() + " -");
    if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    EXPECT_NE(text->find("As it was known on 2026-11-20"), std::string::npos) << *text;
}

TEST_F(InAFile, ALongCertificateGetsSmallerAndStaysOnItsPage) {
    Report one;
    one.title = "结业证书";
    one.lines = {std::string("名") + [] { std::string name; for (int i = 0; i < 60; ++i) name += "长"; return name; }()};
    for (int i = 0; i < 24; ++i)
        one.lines.push_back("第" + std::to_string(100 + i) + "行：通过产品知识、业务流程、服务礼仪和职业道德的全部测验与实操考核。");
    one.certificate = one.landscape = true;
    keep(reportPdf(one, ""));
    const auto text = said("pdftotext", m_path.string() + " -");
    if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const auto pages = pagesOf(*text);
    ASSERT_FALSE(pages.empty());
    EXPECT_NE(pages[0].find("第123行"), std::string::npos) << pages[0];
}

TEST_F(InAFile, AHeadingComesWithItsFirstRow) {
    // So many rows above it that the second table's heading had the last lines of the page to itself.
    for (int rows = 20; rows < 40; ++rows) {
        auto one = report(rows);
        ReportTable steps;
        steps.title = "待办";
        steps.columns = {{"标题栏", 1, false}};
        std::string tall;
        for (int i = 0; i < 5; ++i)
            tall += "首行\n";
        steps.rows = {{reportText(tall)}};
        one.tables.push_back(std::move(steps));
        keep(reportPdf(one, "{0} / {1}"));
        const auto text = said("pdftotext", m_path.string() + " -");
        if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
        int with = 0;
        for (const auto& page : pagesOf(*text)) {
            EXPECT_EQ(page.find("标题栏") == std::string::npos, page.find("首行") == std::string::npos) << rows << " rows: " << page;
            EXPECT_EQ(page.find("待办") == std::string::npos, page.find("首行") == std::string::npos) << rows << " rows: " << page;
            if (page.find("首行") != std::string::npos) ++with;
        }
        EXPECT_EQ(with, 1);
    }
}

TEST_F(InAFile, TotalsComeWithTheLastRow) {
    for (int rows = 25; rows < 45; ++rows) {
        keep(reportPdf(report(rows), "{0} / {1}"));
        const auto text = said("pdftotext", m_path.string() + " -");
        if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
        const auto last = "<" + std::to_string(rows - 1) + ">";
        for (const auto& page : pagesOf(*text))
            EXPECT_EQ(page.find("合计") == std::string::npos, page.find(last) == std::string::npos) << rows << " rows: " << page;
    }
}

TEST(Reports, NoLetterBringsTheWholeFontAlong) {
    auto one = report();
    one.lines = {"P 到课，L 迟到及分钟", "Fledgling"};
    EXPECT_LT(reportPdf(one, "{0} / {1}").size(), 300'000U);
}

TEST(Reports, ALineOrTwoTooManyIsNoSecondSheet) {
    const auto pages = [](int rows) { return reportPictures(report(rows), "{0} / {1}", 0.2).size(); };
    int one = 0;
    while (pages(one + 1) == 1)
        ++one;
    EXPECT_EQ(pages(one + 1), 2U);
    auto tall = report(one);
    // What says that the rows were set tighter: with lines of a given height fewer of them have room.
    tall.tables.front().rowHeight = 17;
    EXPECT_EQ(reportPictures(tall, "{0} / {1}", 0.2).size(), 2U);
}

TEST_F(InAFile, ARowHigherThanAPageGoesOnOnTheNext) {
    auto one = report(2);
    std::string tall;
    for (int i = 0; i < 200; ++i)
        tall += "扣分" + std::to_string(1000 + i) + "：结束语不完整。\n";
    one.tables.front().rows.insert(one.tables.front().rows.begin() + 1, {reportText(tall), reportNumber(1), reportDate(domain::Date(2026, 11, 26))});
    keep(reportPdf(one, "{0} / {1}"));
    const auto text = said("pdftotext", m_path.string() + " -");
    if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const auto pages = pagesOf(*text);
    EXPECT_GT(pages.size(), 3U);
    std::string all;
    for (const auto& page : pages)
        all += page;
    for (int i = 0; i < 200; ++i) {
        const auto line = "扣分" + std::to_string(1000 + i);
        const auto at = all.find(line);
        ASSERT_NE(at, std::string::npos) << line;
        EXPECT_EQ(all.find(line, at + 1), std::string::npos) << line;
    }
    EXPECT_NE(all.find("<1>"), std::string::npos) << "and what stands after it";
}

TEST_F(InAFile, AHeatMapOfManyNamesGoesOnOnTheNextPage) {
    Report one;
    one.title = "上岗准备度";
    one.landscape = true;
    ReportChart chart;
    chart.kind = ReportChart::Kind::Heat;
    chart.title = "准备情况";
    chart.labels = {"课程", "技能"};
    for (int i = 0; i < 70; ++i) {
        chart.rows.push_back("人" + std::to_string(100 + i));
        chart.squares.push_back({{ChartState::Met, "6/6"}, {ChartState::Due, "3/8"}});
    }
    one.charts = {chart};
    keep(reportPdf(one, "{0} / {1}"));
    const auto text = said("pdftotext", m_path.string() + " -");
    if (!text) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const auto pages = pagesOf(*text);
    EXPECT_EQ(pages.size(), 3U);
    std::string all;
    for (const auto& page : pages) {
        EXPECT_NE(page.find("技能"), std::string::npos) << "its headings are repeated";
        all += page;
    }
    for (int i = 0; i < 70; ++i)
        EXPECT_NE(all.find("人" + std::to_string(100 + i)), std::string::npos) << i;
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
