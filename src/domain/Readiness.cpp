#include "domain/Readiness.h"

#include "domain/Keys.h"
#include "domain/ReadinessSteps.h"

#include <algorithm>
#include <tuple>

namespace fledgling::domain {

namespace {
constexpr Keys<CriterionState, 5> STATES{{{CriterionState::Met, "met"},
                                          {CriterionState::Due, "due"},
                                          {CriterionState::Missing, "missing"},
                                          {CriterionState::NotYetAssessed, "not-yet-assessed"},
                                          {CriterionState::Waived, "waived"}}};
constexpr Keys<Verdict, 3> VERDICTS{
    {{Verdict::Ready, "ready"}, {Verdict::OnTheWay, "on-the-way"}, {Verdict::Stuck, "stuck"}}};

bool isAssessed(const Criterion& criterion, const Facts& facts) {
    switch (criterion.measure) {
    case Measure::AssessmentPassed: return facts.assessments.contains(criterion.assessment);
    case Measure::ChatPoints: return facts.chatPoints.has_value();
    case Measure::ChatDaysReviewed: return facts.chatDaysReviewed.has_value();
    case Measure::SessionsDone:
    case Measure::SkillsSigned:
    case Measure::DaysMentored:
    case Measure::RulesAcknowledged:
    case Measure::EvidenceGiven:
    case Measure::MentorAssigned: return true;
    }
    return true;
}

CriterionState unmetState(const Cell& cell, const Facts& facts, const std::vector<CellRow>& rows) {
    // As the pages on which it is given count it: what belongs to half days ahead comes with them.
    if (cell.measure == Measure::EvidenceGiven)
        return facts.evidenceMissing.empty() ? CriterionState::Due : CriterionState::Missing;
    if (cell.measure == Measure::SessionsDone) {
        // What is ahead comes by itself; what is owed has been lost once.
        const bool owed = std::any_of(rows.begin(), rows.end(),
                                      [](const auto& row) { return row.session == SessionState::Owed; });
        return owed ? CriterionState::Missing : CriterionState::Due;
    }
    return cell.have > 0 ? CriterionState::Due : CriterionState::Missing;
}

Cell cellOf(const Course& course, const Criterion& criterion, const Facts& facts,
            const std::vector<CellRow>& rows) {
    Cell cell{criterion.id, criterion.measure, CriterionState::Met, 0, 0, 0, std::nullopt, true};
    cell.assessed = isAssessed(criterion, facts);
    if (isPercent(criterion.measure)) {
        cell.total = static_cast<int>(rows.size());
        cell.have = static_cast<int>(
            std::count_if(rows.begin(), rows.end(), [](const CellRow& row) { return row.met; }));
        cell.need = (std::clamp(criterion.atLeast, 0, 100) * cell.total + 99) / 100;
        cell.percent = cell.total == 0 ? 100 : cell.have * 100 / cell.total;
    } else {
        cell.have = rows.front().have;
        cell.need = cell.total = rows.front().need;
    }
    const auto* assessment = course.assessment(criterion.assessment);
    const bool practical = assessment && assessment->kind == AssessmentKind::Practical; // passed or not, no percentage
    if (const auto result = facts.assessments.find(criterion.assessment);
        criterion.measure == Measure::AssessmentPassed && !practical && result != facts.assessments.end())
        cell.percent = result->second.percent;
    if (cell.assessed && cell.have >= cell.need) return cell;
    cell.state = !cell.assessed ? CriterionState::NotYetAssessed : unmetState(cell, facts, rows);
    if (facts.waived.contains(criterion.id)) cell.state = CriterionState::Waived;
    return cell;
}

std::vector<StuckReason> stuckReasons(const Course& course, const Facts& facts,
                                      const std::vector<Step>& steps) {
    std::vector<StuckReason> reasons;
    if (facts.held) reasons.push_back({StuckBy::Held, {}});
    for (const auto& step : steps) {
        if (step.kind == StepKind::MakeUpSession && !facts.upcoming.contains(step.subject))
            reasons.push_back({StuckBy::NoMakeUpAhead, step.subject});
        if (step.kind != StepKind::PassAssessment) continue;
        const auto result = facts.assessments.find(step.subject);
        const auto* assessment = course.assessment(step.subject);
        if (result != facts.assessments.end() && assessment &&
            result->second.attempts >= assessment->attempts)
            reasons.push_back({StuckBy::AttemptsUsedUp, step.subject});
    }
    if (facts.reviewDay && *facts.reviewDay < facts.today) reasons.push_back({StuckBy::ReviewDayPassed, {}});
    return reasons;
}
} // namespace

std::string_view keyOf(CriterionState state) { return STATES.key(state); }
std::optional<CriterionState> criterionStateOf(std::string_view key) { return STATES.value(key); }
std::string_view keyOf(Verdict verdict) { return VERDICTS.key(verdict); }

const Cell* Readiness::cell(const std::string& criterion) const {
    const auto found =
        std::find_if(cells.begin(), cells.end(), [&](const Cell& one) { return one.criterion == criterion; });
    return found == cells.end() ? nullptr : &*found;
}

Readiness readinessOf(const Course& course, const Facts& facts) {
    Readiness readiness;
    readiness.trainee = facts.trainee;
    readiness.reviewDay = facts.reviewDay;
    std::vector<std::vector<CellRow>> rows;
    for (const auto& criterion : course.readiness) {
        if (!criterion.appliesTo(facts.post)) continue;
        rows.push_back(rowsOf(course, facts, criterion));
        readiness.cells.push_back(cellOf(course, criterion, facts, rows.back()));
    }
    readiness.steps = shortestWay(readiness.cells, rows);
    for (auto& step : readiness.steps)
        if (step.kind == StepKind::KeepChatPoints) step.of = course.chatReview.points;
    if (readiness.steps.empty()) {
        readiness.verdict = Verdict::Ready;
        return readiness;
    }
    readiness.stuck = stuckReasons(course, facts, readiness.steps);
    readiness.verdict = readiness.stuck.empty() ? Verdict::OnTheWay : Verdict::Stuck;
    return readiness;
}

bool nearer(const Readiness& a, const Readiness& b) {
    const auto effort = [](const Readiness& one) {
        int counts = 0;
        for (const auto& step : one.steps)
            counts += step.count;
        return std::tuple(one.verdict, one.steps.size(), counts, one.trainee);
    };
    return effort(a) < effort(b);
}

std::vector<CellRow> rowsBehind(const Course& course, const Facts& facts, const std::string& criterion) {
    for (const auto& one : course.readiness)
        if (one.id == criterion) return rowsOf(course, facts, one);
    return {};
}

} // namespace fledgling::domain
