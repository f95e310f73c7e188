#include "app/reports/ReportCharts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fledgling::app {

using namespace domain;
using format::ChartSeries;
using format::ChartState;
using format::ReportChart;

namespace {

constexpr double WHOLE = 100;

std::string halfDayOf(const RollView::Column& column, const Tongue& tr) {
    return shortDate(column.day, tr) + " " + word(column.half, tr);
}

ChartState stateOf(CriterionState state) {
    switch (state) {
    case CriterionState::Met: return ChartState::Met;
    case CriterionState::Due: return ChartState::Due;
    case CriterionState::Missing: return ChartState::Missing;
    case CriterionState::NotYetAssessed: return ChartState::NotYet;
    case CriterionState::Waived: return ChartState::Waived;
    }
    return ChartState::NotYet;
}

std::string valueOf(const Cell& cell) {
    if (!cell.assessed) return {};
    if (cell.measure == Measure::AssessmentPassed) return cell.percent ? std::to_string(*cell.percent) + " %" : std::string();
    // More than the least that is asked is no share of it: "24/20" reads like a mistake.
    if (isLeast(cell.measure) && cell.have >= cell.need) return std::to_string(cell.have);
    return std::to_string(cell.have) + "/" + std::to_string(std::max(cell.need, cell.total));
}

} // namespace

ReportChart attendanceChart(const RollView& view, const Tongue& tr) {
    constexpr std::array KINDS{MarkKind::Present, MarkKind::Late, MarkKind::LeftEarly, MarkKind::Absent, MarkKind::OnLeave};
    ReportChart chart{ReportChart::Kind::Stacked, tr("Attendance over the half days"), {}, {}, {}, {}, {}, {}};
    for (const auto kind : KINDS)
        chart.series.push_back({word(kind, tr), {}});
    for (std::size_t i = 0; i < view.columns().size(); ++i) {
        chart.labels.push_back(halfDayOf(view.columns()[i], tr));
        for (std::size_t k = 0; k < KINDS.size(); ++k) {
            int count = 0;
            for (const auto& row : view.rows())
                if (!row.guest && i < row.cells.size() && row.cells[i].mark && row.cells[i].mark->kind == KINDS[k]) ++count;
            chart.series[k].values.emplace_back(count);
        }
    }
    return chart;
}

namespace {

/// How many half days have been given: up to the last one that has begun and is marked or closed.
std::size_t givenHalfDays(const RollView& view, Date today) {
    for (std::size_t i = view.columns().size(); i > 0; --i) {
        const auto& column = view.columns()[i - 1];
        if (today < column.day) continue;
        const bool marked = std::any_of(view.rows().begin(), view.rows().end(), [&](const auto& row) {
            return !row.guest && i <= row.cells.size() && row.cells[i - 1].mark;
        });
        if (column.closed || marked) return i;
    }
    return 0;
}

} // namespace

ReportChart progressChart(const RollView& view, Date today, const Tongue& tr) {
    ReportChart chart{ReportChart::Kind::Lines, tr("Progress against the plan, in percent"), {}, {{tr("given"), {}}, {tr("planned"), {}}}, {}, {}, {}, WHOLE};
    const auto people = std::count_if(view.rows().begin(), view.rows().end(), [](const auto& row) { return !row.guest; });
    const double all = static_cast<double>(people) * static_cast<double>(view.columns().size());
    if (all <= 0) return chart;
    const std::size_t held = givenHalfDays(view, today);
    int given = 0, waived = 0;
    ChartSeries settled{tr("given or waived"), {}};
    for (std::size_t i = 0; i < view.columns().size(); ++i) {
        const auto& column = view.columns()[i];
        chart.labels.push_back(halfDayOf(column, tr));
        for (const auto& row : view.rows()) {
            if (row.guest || i >= row.cells.size()) continue;
            const auto& cell = row.cells[i];
            // A waiver settles a miss; nobody sat there.
            if (cell.waived)
                ++waived;
            else if (cell.madeUp || (cell.mark && attended(cell.mark->kind)))
                ++given;
        }
        chart.series[1].values.emplace_back(WHOLE * static_cast<double>(i + 1) / static_cast<double>(view.columns().size()));
        // What is still ahead has no point yet.
        chart.series[0].values.push_back(i < held ? std::optional(WHOLE * given / all) : std::nullopt);
        settled.values.push_back(i < held ? std::optional(WHOLE * (given + waived) / all) : std::nullopt);
    }
    if (waived > 0) chart.series.push_back(std::move(settled));
    return chart;
}

std::string standing(const std::optional<Cell>& cell, const Tongue& tr) {
    if (!cell) return "–";
    const auto value = valueOf(*cell);
    return word(cell->state, tr) + (value.empty() ? "" : " " + value);
}

ReportChart readinessChart(const ReadinessView& view, const Tongue& tr) {
    ReportChart chart{ReportChart::Kind::Heat, tr("Readiness by criterion"), {}, {}, {}, {}, {}, {}};
    for (const auto& column : view.columns())
        chart.labels.push_back(column.title);
    for (const auto& row : view.rows()) {
        chart.rows.push_back(row.name);
        auto& squares = chart.squares.emplace_back();
        for (const auto& cell : row.cells)
            squares.push_back(cell ? format::ChartSquare{stateOf(cell->state), valueOf(*cell)} : format::ChartSquare{ChartState::NotAsked, "–"});
    }
    return chart;
}

ReportChart distributionChart(const PointsView& view, const Tongue& tr) {
    ReportChart chart{ReportChart::Kind::Stacked, tr("How many people kept how many points"), {}, {{tr("people"), {}}}, {}, {}, {}, {}};
    const auto distribution = view.distribution({});
    if (distribution.empty()) return chart;
    for (int points = distribution.begin()->first; points <= distribution.rbegin()->first; ++points) {
        chart.labels.push_back(std::to_string(points));
        const auto found = distribution.find(points);
        chart.series[0].values.emplace_back(found == distribution.end() ? 0 : found->second);
    }
    return chart;
}

ReportChart ledgerChart(const PointsView& view, const Tongue& tr) {
    ReportChart chart{ReportChart::Kind::Lines, tr("Points day by day"), {}, {{tr("points"), {}}}, {}, {}, {}, static_cast<double>(view.full())};
    if (!view.row()) return chart;
    for (const auto& line : view.row()->ledger.lines) {
        chart.labels.push_back(std::to_string(line.tally.day.day()));
        chart.series[0].values.emplace_back(line.balance);
    }
    for (const auto& tier : view.rules().tiers)
        chart.levels.push_back({filled(tr("below {0}"), {std::to_string(tier.below)}), static_cast<double>(tier.below)});
    return chart;
}

ReportChart loadChart(const MentorsView& view, const Tongue& tr) {
    ReportChart chart{ReportChart::Kind::Across, tr("Trainees of each mentor"), {}, {{tr("leads"), {}}, {tr("places"), {}}}, {}, {}, {}, {}};
    for (const auto& row : view.rows()) {
        chart.labels.push_back(row.name);
        chart.series[0].values.emplace_back(row.leads);
        chart.series[1].values.emplace_back(row.capacity);
    }
    return chart;
}

} // namespace fledgling::app
