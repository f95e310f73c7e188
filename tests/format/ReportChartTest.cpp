#include "format/report/Report.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace fledgling::format {
namespace {

ReportChart lines() {
    ReportChart chart;
    chart.kind = ReportChart::Kind::Lines;
    chart.title = "Points day by day";
    chart.labels = {"1", "2", "3"};
    chart.series = {{"points", {26, 25, std::nullopt}}};
    chart.levels = {{"below 20", 20}};
    return chart;
}

ReportChart heat() {
    ReportChart chart;
    chart.kind = ReportChart::Kind::Heat;
    chart.title = "准备情况";
    chart.labels = {"课程", "技能"};
    chart.rows = {"吴敏", "赵磊"};
    chart.squares = {{{ChartState::Met, "6/6"}, {ChartState::Due, "3/8"}}, {{ChartState::Missing, ""}, {ChartState::NotYet, ""}}};
    return chart;
}

/// Pixels that are neither white nor grey.
int coloured(const Picture& picture) {
    int count = 0;
    for (std::size_t i = 0; i + 2 < picture.rgb.size(); i += 3)
        if (picture.rgb[i] != picture.rgb[i + 1] || picture.rgb[i + 1] != picture.rgb[i + 2]) ++count;
    return count;
}

Picture drawn(const ReportChart& chart) {
    Pen nowhere(500, 500);
    return pictureOf(500, heightOf(nowhere, chart, 500), 1, [&](Pen& pen) { draw(pen, chart, 0, 0, 500); });
}

TEST(Charts, DrawInColour) {
    EXPECT_GT(coloured(drawn(lines())), 50);
    EXPECT_GT(coloured(drawn(heat())), 500);
}

TEST(Charts, JoinNoDotToTheTextBeforeIt) {
    // Found by eye: a sliver of colour ran from the last label to the first dot.
    const auto picture = pictureOf(100, 100, 1, [](Pen& pen) {
        pen.write({"x", 9}, 0, 90);
        pen.dot(90, 10, 3, {1, 0, 0});
    });
    int stray = 0;
    for (int y = 30; y < 80; ++y)
        for (int x = 20; x < 80; ++x)
            if (picture.rgb[static_cast<std::size_t>(y * 100 + x) * 3 + 1] != '\xFF') ++stray;
    EXPECT_EQ(stray, 0);
}

TEST(Charts, WithoutAnythingTakeNoRoom) {
    Pen nowhere(500, 500);
    EXPECT_EQ(heightOf(nowhere, {}, 500), 0);
    EXPECT_TRUE(isEmpty({}));
}

TEST(Charts, StandOnScreenPaperAndWebPage) {
    Report report;
    report.title = "Month";
    report.charts = {lines(), heat()};
    const auto pages = reportPictures(report, "{0} / {1}", 1);
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_EQ(pages[0].width, 596);
    EXPECT_EQ(pages[0].height, 842);
    EXPECT_GT(coloured(pages[0]), 500);
    EXPECT_TRUE(reportPdf(report, "{0} / {1}").starts_with("%PDF"));
    EXPECT_NE(reportHtml(report).find("src=\"data:image/png;base64,"), std::string::npos);
    EXPECT_NE(reportHtml(report).find("alt=\"Points day by day\""), std::string::npos) << "read out where it can't be seen";
}

TEST(Charts, GoToTheNextPageWhole) {
    Report report;
    report.title = "Many";
    report.charts.assign(6, lines());
    EXPECT_EQ(reportPictures(report, "{0}", 0.5).size(), 2U);
}

TEST(Charts, AScaleWithAKnownEndEndsThere) {
    Pen nowhere(500, 500);
    ReportChart load;
    load.kind = ReportChart::Kind::Across;
    load.series = {{"points", {}}};
    for (int i = 0; i < 50; ++i) {
        load.labels.push_back(std::to_string(i));
        load.series[0].values.emplace_back(i % 2 == 0 ? 26 : 19);
    }
    EXPECT_EQ(chartParts(nowhere, load, 500, 300).front().top, 30.0) << "a whole number of steps";
    load.top = 26;
    EXPECT_EQ(chartParts(nowhere, load, 500, 300).front().top, 26.0);
    load.series[0].values[0] = 27;
    EXPECT_EQ(chartParts(nowhere, load, 500, 300).front().top, 30.0) << "nothing is cut off";
}

TEST(Charts, ArePartedByRowsOnOneScale) {
    Pen nowhere(500, 500);
    ReportChart load;
    load.kind = ReportChart::Kind::Across;
    load.title = "Trainees of each mentor";
    load.series = {{"leads", {}}, {"places", {}}};
    for (int i = 0; i < 50; ++i) {
        load.labels.push_back("Mentor " + std::to_string(i));
        load.series[0].values.emplace_back(i == 49 ? 40 : 1);
        load.series[1].values.emplace_back(4);
    }
    const auto parts = chartParts(nowhere, load, 500, 300);
    ASSERT_GT(parts.size(), 1U);
    std::size_t bars = 0;
    for (const auto& part : parts) {
        EXPECT_LE(heightOf(nowhere, part, 500), 300);
        EXPECT_EQ(part.series[1].values.size(), part.labels.size());
        EXPECT_EQ(part.top, parts.front().top);
        bars += part.labels.size();
    }
    EXPECT_EQ(bars, 50U);
    EXPECT_EQ(parts.back().labels.back(), "Mentor 49");
    EXPECT_EQ(chartParts(nowhere, load, 500, 5000).size(), 1U) << "where there is room it stays whole";
    EXPECT_EQ(chartParts(nowhere, lines(), 500, 50).size(), 1U) << "a line can't be parted";
}

TEST(ACertificate, IsOnePageAcross) {
    Report report;
    report.title = "Certificate";
    report.lines = {"Wu Min", "has completed the course"};
    report.certificate = true;
    report.landscape = true;
    const auto pages = reportPictures(report, "", 1);
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_GT(pages[0].width, pages[0].height);
}

TEST(APicture, BecomesAPng) {
    const auto png = pngOf(drawn(lines()));
    EXPECT_TRUE(png.starts_with("\x89PNG"));
}

RC_GTEST_PROP(Charts, DrawWhateverTheValuesAre, ()) {
    ReportChart chart;
    chart.kind = *rc::gen::element(ReportChart::Kind::Lines, ReportChart::Kind::Stacked, ReportChart::Kind::Across);
    const auto values = *rc::gen::container<std::vector<double>>(rc::gen::map(rc::gen::inRange(-50, 5000), [](int one) { return one / 7.0; }));
    for (const double value : values) {
        chart.labels.push_back(*rc::gen::element<std::string>("周一", "a long label indeed", ""));
        if (chart.series.empty()) chart.series = {{"one", {}}, {"two", {}}};
        chart.series[0].values.emplace_back(value);
        if (value > 100) chart.series[1].values.emplace_back(value / 2);
    }
    const auto picture = drawn(chart);
    RC_ASSERT(isEmpty(chart) == values.empty());
    RC_ASSERT(picture.rgb.size() == static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
}

TEST(ChartsOfReports, AWordOverANarrowColumnStaysWhole) {
    constexpr double WIDTH = 757;
    Pen nowhere(WIDTH, WIDTH);
    const auto headedBy = [&](const std::string& word) {
        ReportChart chart;
        chart.kind = ReportChart::Kind::Heat;
        chart.labels.assign(14, word);
        chart.rows = {"Wu Min"};
        chart.squares = {std::vector<ChartSquare>(14)};
        return heightOf(nowhere, chart, WIDTH);
    };
    EXPECT_LE(headedBy("acknowledged"), headedBy("a")) << "one line, in smaller letters";
    EXPECT_GT(headedBy("签收客服部行为规范和保密规定"), headedBy("签收")) << "Chinese goes on in a second one";
}

} // namespace
} // namespace fledgling::format
