#include "app/readiness/ReadinessWay.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

/// The one step of its kind, with a session by its place in the course: titles are too long for a line.
std::string alone(const ReadinessView::Step& step, const Tongue& tr) {
    return sentence(step.step, step.place ? placeWords(*step.place, tr) : step.subject, tr);
}

std::string together(StepKind kind, int count, const Tongue& tr) {
    const std::vector<std::string> number{std::to_string(count)};
    switch (kind) {
    case StepKind::AttendSession: return filled(tr("attend {0} sessions"), number);
    case StepKind::MakeUpSession: return filled(tr("make up {0} sessions"), number);
    case StepKind::SignSkill: return filled(tr("sign off {0} skills"), number);
    case StepKind::AcknowledgeText: return filled(tr("acknowledge {0} texts"), number);
    case StepKind::GiveEvidence: return filled(tr("complete the evidence of {0} half days"), number);
    case StepKind::PassAssessment: return filled(tr("pass {0} assessments"), number);
    case StepKind::AssignMentor:
    case StepKind::MentoredDays:
    case StepKind::KeepChatPoints:
    case StepKind::ReviewChatDays: break; // there is one of these at most
    }
    return {};
}

} // namespace

std::string placeWords(const ReadinessView::Place& place, const Tongue& tr) {
    // TRANSLATORS: a half day of the course; {0} the day's number, {1} morning or afternoon: "day 2
    // afternoon"
    return filled(tr("day {0} {1}"), {std::to_string(place.day), word(place.half, tr)});
}

std::vector<std::string> wayWords(const std::vector<ReadinessView::Step>& steps, const Tongue& tr) {
    std::vector<std::string> words;
    std::vector<StepKind> said;
    for (const auto& one : steps) {
        const auto kind = one.step.kind;
        if (std::find(said.begin(), said.end(), kind) != said.end()) continue;
        said.push_back(kind);
        const auto count = std::count_if(steps.begin(), steps.end(),
                                         [&](const auto& other) { return other.step.kind == kind; });
        const auto all = count == 1 ? std::string() : together(kind, static_cast<int>(count), tr);
        words.push_back(all.empty() ? alone(one, tr) : all);
    }
    return words;
}

} // namespace fledgling::app
