#include "domain/ReadinessSteps.h"

#include "domain/evidence/Evidence.h"

#include <algorithm>
#include <iterator>

namespace fledgling::domain {

namespace {
CellRow countRow(int have, int need, std::string subject = {}) {
    CellRow row;
    row.subject = std::move(subject);
    row.have = have;
    row.need = need;
    row.met = have >= need;
    return row;
}

std::vector<CellRow> sessionRows(const Course& course, const Facts& facts) {
    std::vector<CellRow> rows;
    for (const auto& day : course.days) {
        for (const auto& one : day.sessions) {
            const auto found = facts.sessions.find(one.id);
            const auto state = found == facts.sessions.end() ? SessionState::Ahead : found->second;
            auto& row = rows.emplace_back(countRow(isDone(state) ? 1 : 0, 1, one.id));
            row.session = state;
        }
    }
    return rows;
}

std::vector<CellRow> skillRows(const Course& course, const Facts& facts, const Criterion& criterion) {
    std::vector<CellRow> rows;
    for (const auto* skill : course.skillsFor(facts.post, criterion)) {
        const auto found = facts.skills.find(skill->id);
        const auto level = found == facts.skills.end() ? SkillLevel::None : found->second;
        auto& row =
            rows.emplace_back(countRow(static_cast<int>(level), static_cast<int>(skill->need), skill->id));
        row.level = level;
        row.needLevel = skill->need;
    }
    return rows;
}

std::vector<CellRow> textRows(const Course& course, const Facts& facts) {
    std::vector<CellRow> rows;
    for (const auto& text : course.acknowledge)
        rows.push_back(countRow(facts.acknowledged.contains(text.file) ? 1 : 0, 1, text.file));
    return rows;
}

std::vector<CellRow> evidenceRows(const Course& course, const Facts& facts) {
    std::vector<CellRow> rows;
    for (const auto& day : course.days)
        for (const auto& one : day.sessions)
            if (wantsEvidence(one)) rows.push_back(countRow(facts.evidenced.contains(one.id) ? 1 : 0, 1, one.id));
    return rows;
}

Step stepFor(Measure measure, const CellRow& row) {
    if (measure == Measure::SkillsSigned)
        return {StepKind::SignSkill, row.subject, row.need - row.have, *row.needLevel};
    if (measure == Measure::RulesAcknowledged)
        return {StepKind::AcknowledgeText, row.subject, 1, SkillLevel::None};
    if (measure == Measure::EvidenceGiven) return {StepKind::GiveEvidence, row.subject, 1, SkillLevel::None};
    const bool owed = row.session == SessionState::Owed;
    return {owed ? StepKind::MakeUpSession : StepKind::AttendSession, row.subject, 1, SkillLevel::None};
}

Step countStep(const Cell& cell, const CellRow& row) {
    const int lacking = std::max(0, cell.need - cell.have);
    const auto step = [&](StepKind kind, int count) {
        return Step{kind, row.subject, count, SkillLevel::None};
    };
    switch (cell.measure) {
    case Measure::DaysMentored: return step(StepKind::MentoredDays, lacking);
    case Measure::AssessmentPassed: return step(StepKind::PassAssessment, 1);
    case Measure::ChatPoints: {
        Step keep = step(StepKind::KeepChatPoints, lacking);
        keep.need = cell.need;
        return keep;
    }
    case Measure::ChatDaysReviewed: return step(StepKind::ReviewChatDays, lacking);
    case Measure::MentorAssigned:
    case Measure::SessionsDone:
    case Measure::SkillsSigned:
    case Measure::EvidenceGiven:
    case Measure::RulesAcknowledged: break;
    }
    return step(StepKind::AssignMentor, 1);
}

void merge(std::vector<Step>& steps, const Step& step) {
    for (auto& one : steps) {
        if (one.kind != step.kind || one.subject != step.subject) continue;
        one.count = std::max(one.count, step.count);
        one.need = std::max(one.need, step.need);
        return;
    }
    steps.push_back(step);
}
} // namespace


std::vector<CellRow> rowsOf(const Course& course, const Facts& facts, const Criterion& criterion) {
    switch (criterion.measure) {
    case Measure::SessionsDone: return sessionRows(course, facts);
    case Measure::SkillsSigned: return skillRows(course, facts, criterion);
    case Measure::RulesAcknowledged: return textRows(course, facts);
    case Measure::EvidenceGiven: return evidenceRows(course, facts);
    case Measure::DaysMentored: return {countRow(facts.daysMentored, criterion.atLeast)};
    case Measure::MentorAssigned: return {countRow(facts.hasMentor ? 1 : 0, 1)};
    case Measure::ChatPoints: return {countRow(facts.chatPoints.value_or(0), criterion.atLeast)};
    case Measure::ChatDaysReviewed: return {countRow(facts.chatDaysReviewed.value_or(0), criterion.atLeast)};
    case Measure::AssessmentPassed: break;
    }
    const auto found = facts.assessments.find(criterion.assessment);
    const bool passed = found != facts.assessments.end() && found->second.passed;
    return {countRow(passed ? 1 : 0, 1, criterion.assessment)};
}

std::vector<Step> shortestWay(const std::vector<Cell>& cells, const std::vector<std::vector<CellRow>>& rows) {
    std::vector<Step> steps;
    std::map<Measure, std::vector<Demand>> demands;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& cell = cells[i];
        if (cell.fulfilled()) continue;
        if (!isPercent(cell.measure)) {
            merge(steps, countStep(cell, rows[i].front()));
            continue;
        }
        auto& demand = demands[cell.measure].emplace_back(Demand{cell.need - cell.have, {}});
        std::copy_if(rows[i].begin(), rows[i].end(), std::back_inserter(demand.open),
                     [](const CellRow& row) { return !row.met; });
    }
    for (const auto& [measure, wanted] : demands)
        for (const auto& row : fewestRows(wanted))
            steps.push_back(stepFor(measure, row));
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return a.kind < b.kind; });
    return steps;
}

} // namespace fledgling::domain
