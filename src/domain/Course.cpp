#include "domain/Course.h"

namespace fledgling::domain {

const std::string& LocalText::in(const std::string& language, const std::string& fallback) const {
    static const std::string nothing;
    if (const auto it = byLanguage.find(language); it != byLanguage.end()) return it->second;
    if (const auto it = byLanguage.find(fallback); it != byLanguage.end()) return it->second;
    return byLanguage.empty() ? nothing : byLanguage.begin()->second;
}

const Consequence* AttendanceRules::inForce(MarkKind mark, Date on) const {
    const Consequence* found = nullptr;
    for (const auto& rule : consequences) {
        if (rule.mark == mark && rule.from <= on && (!found || found->from <= rule.from)) found = &rule;
    }
    return found;
}

bool isPercent(Measure measure) {
    return measure == Measure::SessionsDone || measure == Measure::SkillsSigned ||
           measure == Measure::RulesAcknowledged;
}

const CourseSession* Course::session(const std::string& sessionId) const {
    for (const auto& day : days)
        for (const auto& one : day.sessions)
            if (one.id == sessionId) return &one;
    return nullptr;
}

const CourseSkill* Course::skill(const std::string& skillId) const {
    for (const auto& one : skills)
        if (one.id == skillId) return &one;
    return nullptr;
}

const Assessment* Course::assessment(const std::string& assessmentId) const {
    for (const auto& one : assessments)
        if (one.id == assessmentId) return &one;
    return nullptr;
}

Hours Course::hoursOf(const CourseSession& one) const {
    if (one.hours) return *one.hours;
    return one.when == HalfDay::Morning ? morning : afternoon;
}

std::size_t Course::sessionCount() const {
    std::size_t count = 0;
    for (const auto& day : days) count += day.sessions.size();
    return count;
}

std::vector<const CourseSkill*> Course::skillsFor(Post post) const {
    std::vector<const CourseSkill*> found;
    for (const auto& one : skills)
        if (one.appliesTo(post)) found.push_back(&one);
    return found;
}

} // namespace fledgling::domain
