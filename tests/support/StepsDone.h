#pragma once

#include "domain/Readiness.h"

#include <algorithm>

namespace fledgling::domain {

/// The facts as they would be once the step is done: what a way to readiness is proved by.
inline Facts apply(const Course& course, Facts facts, const Step& step) {
    switch (step.kind) {
    case StepKind::AssignMentor: facts.hasMentor = true; break;
    case StepKind::AttendSession: facts.sessions[step.subject] = SessionState::Attended; break;
    case StepKind::MakeUpSession: facts.sessions[step.subject] = SessionState::MadeUp; break;
    case StepKind::SignSkill: facts.skills[step.subject] = step.level; break;
    case StepKind::MentoredDays: facts.daysMentored += step.count; break;
    case StepKind::AcknowledgeText: facts.acknowledged.insert(step.subject); break;
    case StepKind::GiveEvidence: facts.evidenced.insert(step.subject); break;
    case StepKind::KeepChatPoints: facts.chatPoints = facts.chatPoints.value_or(0) + step.count; break;
    case StepKind::ReviewChatDays:
        facts.chatDaysReviewed = facts.chatDaysReviewed.value_or(0) + step.count;
        break;
    case StepKind::PassAssessment: {
        auto& result = facts.assessments[step.subject];
        const auto* assessment = course.assessment(step.subject);
        result.passed = true;
        result.percent = std::max(result.percent, assessment ? assessment->passPercent : 100);
        break;
    }
    }
    return facts;
}

} // namespace fledgling::domain
