// Reports beyond a page's own rows: the cohort as a whole, questions, readers, one person's month, the certificate.
#include "app/Record.h"
#include "app/assessment/Results.h"
#include "app/calendar/Calendars.h"
#include "app/chats/ChatWords.h"
#include "app/chats/FairnessView.h"
#include "app/cohorts/Cohorts.h"
#include "app/courses/CourseTitles.h"
#include "app/quiz/ItemWords.h"
#include "app/quiz/QuizFigures.h"
#include "app/reports/ReportCharts.h"
#include "app/reports/ReportTables.h"
#include "domain/Text.h"
#include "store/CohortStore.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

/// Two places behind the point, however the machine writes numbers.
ReportCell hundredths(const std::optional<double>& value) {
    if (!value) return reportText("–");
    const auto scaled = std::llround(std::abs(*value) * 100);
    const auto part = std::to_string(scaled % 100);
    return {(*value < 0 && scaled != 0 ? "−" : "") + std::to_string(scaled / 100) + "." + (part.size() < 2 ? "0" : "") + part, *value, false};
}

/// A question's words, cut for a table.
std::string opening(const std::string& text) {
    constexpr std::size_t LONGEST = 120;
    if (text.size() <= LONGEST) return text;
    std::size_t end = LONGEST;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

} // namespace

void ReportTables::cohort(Report& report, const Cohort& cohort) const {
    RollView roll(desk, language);
    const auto sessions = sessionsOf(desk, cohort.id);
    if (!sessions.empty()) roll.show(sessions.front().id);
    report.charts.push_back(progressChart(roll, shownDay(desk), tr));
    ReportTable plan;
    plan.title = tr("Half days");
    plan.columns = {{tr("day"), 1.1, false}, {tr("hours"), 1.1, false},  {tr("session"), 3, false}, {tr("room"), 0.8, false},
                    {tr("trainer"), 1, false}, {tr("there"), 0.6, true}, {tr("of"), 0.5, true},
                    {tr("waived"), 0.6, true}, {tr("state"), 0.9, false}};
    for (std::size_t i = 0; i < roll.columns().size(); ++i) {
        const auto& column = roll.columns()[i];
        std::int64_t there = 0, of = 0, marked = 0, waived = 0;
        for (const auto& row : roll.rows()) {
            if (row.guest || i >= row.cells.size() || row.cells[i].off) continue;
            ++of;
            if (row.cells[i].waived) ++waived;
            if (!row.cells[i].mark) continue;
            ++marked;
            if (attended(row.cells[i].mark->kind)) ++there;
        }
        const auto laid = std::find_if(sessions.begin(), sessions.end(), [&](const Session& one) { return one.id == column.session; });
        const bool named = laid != sessions.end() && !laid->trainer.empty();
        plan.rows.push_back({reportDate(column.day), reportText(column.hours.text()), reportText(column.title),
                             reportText(laid == sessions.end() ? "" : laid->room), reportText(named ? namesOf(desk, {laid->trainer}).at(laid->trainer) : ""),
                             marked > 0 ? reportNumber(there) : reportText("–"), reportNumber(of), marked > 0 ? reportNumber(waived) : reportText("–"),
                             reportText(column.closed ? tr("closed") : marked > 0 ? tr("under way") : shownDay(desk) < column.day ? tr("ahead") : tr("not marked"))});
    }
    ReadinessView board(desk, language);
    board.setFilter({cohort.id, {}, {}, {}});
    board.load();
    ReportTable people;
    people.title = tr("People");
    people.columns = {{tr("name"), 1.2, false}, {tr("mentor"), 1.2, false}, {tr("verdict"), 1, false}, {tr("criteria met"), 0.8, true},
                      {tr("waived"), 0.6, true}, {tr("steps left"), 0.8, true}, {tr("decision"), 1.2, false}};
    for (const auto& row : board.rows()) {
        const auto having = [&row](CriterionState state) {
            return static_cast<std::int64_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](const auto& cell) { return cell && cell->state == state; }));
        };
        people.rows.push_back({reportStrong(row.name), reportText(row.mentorName.empty() ? "–" : row.mentorName), reportText(word(row.verdict, tr)),
                               reportNumber(having(CriterionState::Met)), reportNumber(having(CriterionState::Waived)),
                               reportNumber(static_cast<std::int64_t>(row.steps.size())),
                               reportText(row.decision ? word(row.decision->decision.kind, tr) : "–")});
    }
    report.landscape = true;
    report.tables.push_back(std::move(plan));
    report.tables.push_back(std::move(people));
}

void ReportTables::items(Report& report, const Cohort& cohort) const {
    ReportTable table;
    table.columns = {{tr("quiz"), 1.2, false},      {tr("version"), 0.7, false},       {tr("question"), 4, false}, {tr("papers"), 0.6, true},
                     {tr("difficulty"), 0.8, true}, {tr("discrimination"), 1.0, true}, {tr("finding"), 1.4, false}};
    const auto& course = desk.shelf.of(cohort);
    for (const auto& assessment : course.assessments) {
        if (assessment.kind != AssessmentKind::Quiz) continue;
        for (const auto& one : quizFigures(desk, assessment.id)) {
            if (one.course != cohort.course) continue;
            std::vector<std::string> findings;
            for (const auto finding : one.findings)
                findings.push_back(word(finding, tr));
            const auto percent = one.figures.difficultyPercent();
            table.rows.push_back({reportText(assessment.title.in(language, course.language)), reportText(one.version), reportText(opening(one.text)),
                                  reportNumber(one.figures.papers), percent ? reportPercent(*percent) : reportText("–"),
                                  hundredths(one.figures.discrimination), reportText(joined(findings, tr(", ")))});
        }
    }
    report.lines.push_back(tr("Difficulty: the mean share of the full mark, 100 % is easiest. Discrimination: near 1 tells apart who knows, below 0 misleads."));
    report.landscape = true;
    report.tables.push_back(std::move(table));
}

void ReportTables::fairness(Report& report, const Month& month) const {
    FairnessView view(desk, language);
    // Three months: a single one has too few chats that two people read.
    const Month first = month.before().before();
    view.load(first.first(), month.last());
    report.lines.push_back(filled(tr("Chats read twice from {0} to {1}: {2}"),
                                  {plainDate(first.first(), tr), plainDate(month.last(), tr), figure(view.doubleReadings())}));
    ReportTable readers;
    readers.title = tr("Readers");
    readers.columns = {{tr("read by"), 1.2, false}, {tr("chats read twice"), 1, true}, {tr("failed alone"), 0.9, true}, {tr("passed alone"), 0.9, true},
                       {tr("points a month"), 1, true}, {tr("from"), 0.7, true}, {tr("to"), 0.7, true}, {tr("finding"), 1.6, false}};
    for (const auto& one : view.readers()) {
        const auto& strict = one.strictness;
        readers.rows.push_back({reportStrong(one.name), reportNumber(strict.readings), reportNumber(strict.aloneFailed), reportNumber(strict.alonePassed),
                                hundredths(one.points()), hundredths(one.low()), hundredths(one.high()),
                                reportText(word(strict, tr))});
    }
    ReportTable criteria;
    criteria.title = tr("Agreement by criterion");
    criteria.columns = {{tr("criterion"), 2, false}, {tr("chats"), 0.8, true}, {tr("kappa"), 0.8, true}};
    for (const auto& one : view.criteria())
        criteria.rows.push_back({reportText(!one.title.empty() ? one.title : one.id.empty() ? tr("the chat as a whole") : tr("first reply")),
                                 reportNumber(one.agreement.count()), hundredths(one.agreement.kappa())});
    report.tables.push_back(std::move(readers));
    report.tables.push_back(std::move(criteria));
}

void ReportTables::ledger(Report& report, const Person& person, const Month& month) const {
    PointsView view(desk, language);
    view.show(person.id, month);
    report.lines.push_back(joined({person.card.name, month.text()}, " · "));
    ReportTable table;
    table.columns = {{tr("day"), 1, false}, {tr("read"), 0.6, true}, {tr("failed"), 0.6, true}, {tr("points lost"), 0.6, true}, {tr("balance"), 0.7, true},
                     {tr("remarks"), 5, false}};
    if (const auto* row = view.row()) {
        report.charts.push_back(ledgerChart(view, tr));
        if (row->practice()) report.lines.push_back(tr("practice: touches no bonus"));
        for (const auto& line : row->ledger.lines) {
            std::vector<std::string> why;
            if (line.partial()) why.push_back(partlyRead(line, tr));
            for (const auto& chat : view.chatsOf(line.tally.day))
                for (const auto& fault : chat.faults)
                    why.push_back(filled(tr("chat {0}: {1} ({2})"), {std::to_string(chat.chat.number), fault.title.empty() ? tr("first reply") : fault.title,
                                                                    fault.quote.empty() ? fault.reason : filled(tr("{0}: “{1}”"), {fault.reason, fault.quote})}));
            table.rows.push_back({reportDate(line.tally.day), reportNumber(line.tally.read), reportNumber(line.tally.failed), reportNumber(-line.cost),
                                  reportNumber(line.balance), reportText(enumerated(std::move(why), tr("; ")))});
        }
    }
    if (table.rows.empty()) report.lines.push_back(tr("No chat of this month has been read."));
    report.landscape = true;
    report.tables.push_back(std::move(table));
}

void ReportTables::certificate(Report& report, const Person& person) const {
    const auto title = std::exchange(report.title, tr("No certificate yet")); // the file is named by it
    if (store::CohortStore(desk.database, desk.asOf).membershipsOf(person.id).empty()) {
        report.lines.push_back(filled(tr("{0} has taken no course: there is nothing to certify."), {person.card.name}));
        return;
    }
    const Record record = recordOf(desk, person.id);
    const Course& course = *record.course;
    const Date today = shownDay(desk);
    if (!record.approvedOn(today)) {
        // A page that says what is missing, not a certificate.
        report.lines.push_back(filled(tr("{0} has no certificate yet: it is given with the decision to go live."), {person.card.name}));
        ReportTable table;
        table.columns = {{tr("still to do"), 1, false}};
        const auto facts = factsOf(record, calendarOf(desk, course.workingWeek), today);
        const auto steps = readinessOf(course, facts).steps;
        if (steps.empty()) {
            report.lines.push_back(tr("Everything is done: only the decision is missing."));
            return;
        }
        const bool own = person.id == desk.actor.id;
        for (const auto& step : steps) {
            const auto subject = titleOf(course, step.subject, language);
            table.rows.push_back({reportText(own ? ownSentence(step, subject, tr) : sentence(step, subject, tr))});
        }
        report.tables.push_back(std::move(table));
        return;
    }
    report.title = title;
    report.certificate = true;
    report.landscape = true;
    // Centred lines, each read for itself: without the commas of a sentence and the weekdays of a plan.
    report.lines = {person.card.name, filled(tr("staff number {0}"), {person.card.staffNumber}),
                    filled(tr("has completed the course “{0}” (version {1})"), {course.title.in(language, course.language), course.version}),
                    filled(tr("begun on {0}, in {1} half days"), {plainDate(record.cohort.start, tr), std::to_string(course.sessionCount())})};
    std::vector<std::string> passed;
    for (const auto& assessment : course.assessments) {
        const auto attempts = record.attemptsAt(assessment.id);
        if (!attempts.empty() && resultOf(attempts).passed) passed.push_back(assessment.title.in(language, course.language));
    }
    if (!passed.empty()) report.lines.push_back(filled(tr("passed: {0}"), {joined(passed, tr(", "))}));
    report.lines.push_back(filled(tr("and may work with customers as {0}"), {word(record.post(), tr)}));
    const auto decided = desk.clock.dateOf(store::Book(desk.database).change(record.decision->written)->head.at);
    report.lines.push_back(filled(tr("Decided on {0}"), {plainDate(decided, tr)}));
    // TRANSLATORS: under the line on which a certificate is signed
    report.lines.insert(report.lines.end(), {"______________________", tr("signed by")});
}

} // namespace fledgling::app
