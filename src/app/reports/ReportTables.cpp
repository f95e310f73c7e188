#include "app/reports/ReportTables.h"

#include "app/Record.h"
#include "app/assessment/ResultsView.h"
#include "app/chats/PointsView.h"
#include "app/cohorts/Cohorts.h"
#include "app/mentors/Mentors.h"
#include "app/readiness/ReadinessView.h"
#include "app/reports/ReportCharts.h"
#include "app/readiness/ReadinessWay.h"
#include "app/roll/RollView.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using format::Report;
using format::ReportCell;
using format::reportDate;
using format::reportNumber;
using format::reportPercent;
using format::reportStrong;
using format::reportText;
using format::ReportTable;

namespace {

/// Lines on a sign-in sheet for who isn't in the class.
constexpr int WALK_INS = 5;
constexpr double LINE_TO_SIGN_ON = 24;
/// So many of these lines stand on a page; so many do when they are lower and still hold a signature.
constexpr std::size_t LINES_OF_A_PAGE = 25, LOW_LINES_OF_A_PAGE = 30;

std::string postsOf(const std::set<Post>& posts, const Tongue& tr) {
    std::vector<std::string> words;
    for (const auto post : posts)
        words.push_back(word(post, tr));
    return joined(words, tr(", "));
}

ReportCell maybePercent(const std::optional<int>& value) { return value ? reportPercent(*value) : reportText("–"); }

std::string dayOf(const RollView::Column& column, const Tongue& tr) {
    return shortDate(column.day, tr) + " " + word(column.half, tr);
}

/// The cohort's roll, opened at its first session.
RollView rollOf(Desk& desk, const std::string& language, const Cohort& cohort) {
    RollView view(desk, language);
    const auto sessions = sessionsOf(desk, cohort.id);
    if (!sessions.empty()) view.show(sessions.front().id);
    return view;
}

/// As the roll writes it: "P", "L 12", with what became of a miss.
std::string markOf(const RollView::Cell& cell) {
    if (cell.off) return "–";
    if (!cell.mark) return "";
    std::string text(1, letterOf(cell.mark->kind));
    if (cell.mark->minutes.count() > 0) text += " " + std::to_string(cell.mark->minutes.count());
    if (cell.madeUp) text += cell.waived ? " ◇" : " ✓";
    if (cell.unevidenced) text += " ●";
    return text;
}

/// "approved"; of one whose day has passed that it is over.
std::string decisionWord(const ReadinessView::Row& row, const Tongue& tr) {
    if (!row.decision) return "–";
    const auto kind = word(row.decision->decision.kind, tr);
    // TRANSLATORS: a decision whose last day has passed: "approved (over)"
    return row.decisionInForce ? kind : filled(tr("{0} (over)"), {kind});
}

} // namespace

void ReportTables::signIn(Report& report, const Cohort& cohort) const {
    const auto view = rollOf(desk, language, cohort);
    ReportTable table;
    table.rowHeight = LINE_TO_SIGN_ON;
    table.columns = {{tr("row no."), 0.4, true}, {tr("name"), 1.3, false}};
    for (const auto& column : view.columns())
        table.columns.push_back({dayOf(column, tr), 1, false});
    const auto line = [&](int number, const std::string& name) {
        std::vector<ReportCell> cells{reportNumber(number), reportStrong(name)};
        cells.resize(table.columns.size());
        table.rows.push_back(std::move(cells));
    };
    int number = 0;
    for (const auto& row : view.rows())
        if (!row.guest) line(++number, row.name);
    for (int i = 0; i < WALK_INS; ++i)
        line(++number, {});
    // For some names more than a page has lines: not a second sheet with nobody's name on it.
    if (const auto lines = table.rows.size(); lines > LINES_OF_A_PAGE && lines <= LOW_LINES_OF_A_PAGE)
        table.rowHeight *= static_cast<double>(LINES_OF_A_PAGE) / static_cast<double>(lines);
    report.lines.push_back(tr("Sign in the half day's column. The empty lines are for who isn't in the class."));
    report.tables.push_back(std::move(table));
}

void ReportTables::attendance(Report& report, const Cohort& cohort) const {
    const auto view = rollOf(desk, language, cohort);
    ReportTable table;
    table.columns = {{tr("name"), 1.3, false}};
    for (const auto& column : view.columns())
        table.columns.push_back({dayOf(column, tr), 1, false});
    table.columns.push_back({tr("taken"), 0.8, true});
    table.columns.push_back({tr("possible"), 0.8, true});
    table.columns.push_back({tr("owes"), 2, false});
    std::vector<int> there(view.columns().size()), marked(there.size());
    for (const auto& row : view.rows()) {
        if (row.guest) continue;
        std::vector<ReportCell> cells{reportStrong(row.name)};
        for (std::size_t i = 0; i < row.cells.size() && i < there.size(); ++i) {
            cells.push_back(reportText(markOf(row.cells[i])));
            if (row.cells[i].mark) ++marked[i];
            if (row.cells[i].mark && attended(row.cells[i].mark->kind)) ++there[i];
        }
        cells.resize(there.size() + 1);
        cells.push_back(maybePercent(row.totals.takenPercent()));
        cells.push_back(reportPercent(row.totals.possiblePercent()));
        cells.push_back(reportText(joined(row.owes, tr(", "))));
        table.rows.push_back(std::move(cells));
    }
    table.totals = {reportStrong(tr("there"))};
    // Of a half day that nobody was marked for it isn't known that nobody came.
    for (std::size_t i = 0; i < there.size(); ++i)
        table.totals.push_back(marked[i] > 0 ? reportNumber(there[i]) : ReportCell());
    table.totals.resize(table.columns.size());
    report.charts.push_back(attendanceChart(view, tr));
    report.lines.push_back(tr("P present, L late and minutes, E left early and minutes, S on approved leave, A absent; ✓ made up, ◇ waived; ● attended, not evidenced: a sheet, film or exercise is missing."));
    report.landscape = true;
    report.tables.push_back(std::move(table));
}

void ReportTables::results(Report& report, const Cohort& cohort) const {
    ResultsView view(desk, language);
    view.load(cohort.id);
    ReportTable table;
    table.columns = {{tr("name"), 1, false}, {tr("post"), 1, false}};
    for (const auto& column : view.columns())
        table.columns.push_back({column.title, 1.3, true});
    std::vector<std::int64_t> passed(view.columns().size());
    for (const auto& row : view.rows()) {
        std::vector<ReportCell> cells{reportStrong(row.name), reportText(postsOf(row.posts, tr))};
        for (std::size_t i = 0; i < view.columns().size(); ++i) {
            const auto result = row.result(i);
            if (result && result->passed) ++passed[i];
            const bool practical = view.columns()[i].kind == AssessmentKind::Practical;
            if (!result)
                cells.push_back(reportText(row.asked[i] ? "" : "–"));
            else if (practical)
                cells.push_back(reportText(result->passed ? tr("pass") : tr("not passed yet")));
            else
                cells.push_back(reportPercent(result->percent));
        }
        table.rows.push_back(std::move(cells));
    }
    table.totals = {reportStrong(tr("passed")), {}};
    for (const auto count : passed)
        table.totals.push_back(reportNumber(count));
    report.lines.push_back(tr("–: not asked for that post; an empty field: no result yet."));
    report.landscape = true;
    report.tables.push_back(std::move(table));
}

void ReportTables::readiness(Report& report, const Cohort& cohort) const {
    ReadinessView view(desk, language);
    view.setFilter({cohort.id, {}, {}, {}});
    view.load();
    const auto& counts = view.counts();
    report.lines.push_back(filled(tr("{0} ready · {1} on the way · {2} stuck"),
                                  {std::to_string(counts.ready), std::to_string(counts.onTheWay), std::to_string(counts.stuck)}));
    report.lines.push_back(tr("✓ met, ● on the way, ✕ missing, ○ not yet assessed, ◇ waived: an approval in force was given against it; –: not asked for that post; 5/6: 5 of 6."));
    report.charts.push_back(readinessChart(view, tr));
    ReportTable table;
    table.columns = {{tr("name"), 1, false}, {tr("post"), 1, false}, {tr("mentor"), 1, false}, {tr("verdict"), 0.9, false}};
    for (const auto& column : view.columns())
        table.columns.push_back({.title = column.title, .charted = true});
    table.columns.push_back({tr("decision"), 1, false});
    table.columns.push_back({tr("until"), 0.9, false});
    table.columns.push_back({tr("what is still to do"), 6, false});
    for (const auto& row : view.rows()) {
        std::vector<ReportCell> cells{reportStrong(row.name), reportText(postsOf(row.posts, tr)),
                                      reportText(row.mentorName.empty() ? "–" : row.mentorName), reportText(word(row.verdict, tr))};
        for (const auto& cell : row.cells)
            cells.push_back(reportText(standing(cell, tr)));
        cells.push_back(reportText(decisionWord(row, tr)));
        const auto until = row.decision ? row.decision->decision.until : std::nullopt;
        cells.push_back(until ? reportDate(*until) : reportText(""));
        cells.push_back(reportText(joined(wayWords(row.steps, tr), tr("; "))));
        table.rows.push_back(std::move(cells));
    }
    report.landscape = true;
    report.tables.push_back(std::move(table));
}

void ReportTables::points(Report& report, const Month& month) const {
    PointsView view(desk, language);
    view.show({}, month);
    report.lines.push_back(month.text() + (view.closedBy() ? " · " + tr("month closed") : std::string()));
    report.charts.push_back(distributionChart(view, tr));
    ReportTable table;
    table.columns = {{tr("name"), 1.2, false}, {tr("team"), 1, false}, {tr("days reviewed"), 1, true}, {tr("points"), 0.8, true},
                     {tr("what it means"), 2.5, false}};
    for (const auto& row : view.rows()) {
        const std::string means = row.practice() ? tr("practice: touches no bonus") : row.effect;
        table.rows.push_back({reportStrong(row.name), reportText(row.team), reportNumber(row.days), reportNumber(row.points()), reportText(means)});
    }
    report.tables.push_back(std::move(table));
}

void ReportTables::mentors(Report& report) const {
    MentorsView view(desk, language);
    view.load();
    report.lines.push_back(filled(tr("The last {0} days"), {std::to_string(MENTOR_WINDOW)}));
    report.charts.push_back(loadChart(view, tr));
    ReportTable table;
    table.columns = {{tr("mentor"), 1.2, false},      {tr("leads"), 0.6, true},        {tr("places"), 0.6, true},
                     {tr("trainee-days"), 0.9, true}, {tr("logs on time"), 0.9, true}, {tr("exams due"), 1.4, false}};
    std::int64_t leads = 0, places = 0, days = 0;
    for (const auto& row : view.rows()) {
        leads += row.leads;
        places += row.capacity;
        days += row.led.traineeDays;
        std::vector<std::string> due;
        for (const auto& exam : row.exams)
            if (exam.isDue(shownDay(desk))) due.push_back(view.titleOf(exam.assessment));
        table.rows.push_back({reportStrong(row.name), reportNumber(row.leads), reportNumber(row.capacity), reportNumber(row.led.traineeDays),
                              maybePercent(row.led.punctuality()), reportText(joined(due, tr(", ")))});
    }
    table.totals = {reportStrong(tr("together")), reportNumber(leads), reportNumber(places), reportNumber(days), {}, {}};
    report.tables.push_back(std::move(table));
}

} // namespace fledgling::app
