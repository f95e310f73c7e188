#include "domain/Course.h"

#include "domain/Keys.h"

#include <algorithm>

namespace fledgling::domain {

namespace {
constexpr Keys<Weekday, 7> WEEKDAYS{{{Weekday::Mon, "mon"},
                                     {Weekday::Tue, "tue"},
                                     {Weekday::Wed, "wed"},
                                     {Weekday::Thu, "thu"},
                                     {Weekday::Fri, "fri"},
                                     {Weekday::Sat, "sat"},
                                     {Weekday::Sun, "sun"}}};
constexpr Keys<HalfDay, 2> HALF_DAYS{{{HalfDay::Morning, "morning"}, {HalfDay::Afternoon, "afternoon"}}};
constexpr Keys<SessionKind, 4> SESSION_KINDS{{{SessionKind::Classroom, "classroom"},
                                              {SessionKind::Shadowing, "shadowing"},
                                              {SessionKind::Demonstration, "demonstration"},
                                              {SessionKind::Assessment, "assessment"}}};
constexpr Keys<SkillLevel, 4> SKILL_LEVELS{{{SkillLevel::None, "none"},
                                            {SkillLevel::Shown, "shown"},
                                            {SkillLevel::Helped, "helped"},
                                            {SkillLevel::Alone, "alone"}}};
constexpr Keys<AssessmentKind, 2> ASSESSMENT_KINDS{
    {{AssessmentKind::Quiz, "quiz"}, {AssessmentKind::Practical, "practical"}}};
constexpr Keys<Measure, 9> MEASURES{{{Measure::SessionsDone, "sessions_done"},
                                     {Measure::SkillsSigned, "skills_signed"},
                                     {Measure::DaysMentored, "days_mentored"},
                                     {Measure::RulesAcknowledged, "rules_acknowledged"},
                                     {Measure::MentorAssigned, "mentor_assigned"},
                                     {Measure::AssessmentPassed, "assessment_passed"},
                                     {Measure::ChatPoints, "chat_points"},
                                     {Measure::ChatDaysReviewed, "chat_days_reviewed"},
                                     {Measure::EvidenceGiven, "evidence_given"}}};
} // namespace

std::string_view keyOf(Weekday day) { return WEEKDAYS.key(day); }
std::string_view keyOf(HalfDay half) { return HALF_DAYS.key(half); }
std::string_view keyOf(SessionKind kind) { return SESSION_KINDS.key(kind); }
std::string_view keyOf(SkillLevel level) { return SKILL_LEVELS.key(level); }
std::string_view keyOf(AssessmentKind kind) { return ASSESSMENT_KINDS.key(kind); }
std::string_view keyOf(Measure measure) { return MEASURES.key(measure); }
std::optional<Weekday> weekdayOf(std::string_view key) { return WEEKDAYS.value(key); }
std::optional<HalfDay> halfDayOf(std::string_view key) { return HALF_DAYS.value(key); }
std::optional<SessionKind> sessionKindOf(std::string_view key) { return SESSION_KINDS.value(key); }
std::optional<SkillLevel> skillLevelOf(std::string_view key) { return SKILL_LEVELS.value(key); }
std::optional<AssessmentKind> assessmentKindOf(std::string_view key) { return ASSESSMENT_KINDS.value(key); }
std::optional<Measure> measureOf(std::string_view key) { return MEASURES.value(key); }

const std::string& LocalText::in(const std::string& language, const std::string& fallback) const {
    static const std::string nothing;
    if (const auto it = byLanguage.find(language); it != byLanguage.end()) return it->second;
    if (const auto it = byLanguage.find(fallback); it != byLanguage.end()) return it->second;
    return byLanguage.empty() ? nothing : byLanguage.begin()->second;
}

const PointRules& ChatReviewRules::on(Date day) const {
    const auto after = later.upper_bound(day);
    return after == later.begin() ? *this : std::prev(after)->second;
}

const ChatCriterion* ChatReviewRules::criterion(const std::string& criterionId) const {
    const auto found = std::find_if(criteria.begin(), criteria.end(),
                                    [&](const ChatCriterion& one) { return one.id == criterionId; });
    return found == criteria.end() ? nullptr : &*found;
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
           measure == Measure::RulesAcknowledged || measure == Measure::EvidenceGiven;
}

bool isLeast(Measure measure) {
    return measure == Measure::DaysMentored || measure == Measure::ChatPoints ||
           measure == Measure::ChatDaysReviewed;
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
    for (const auto& day : days)
        count += day.sessions.size();
    return count;
}

std::vector<const CourseSkill*> Course::skillsFor(Post post) const {
    std::vector<const CourseSkill*> found;
    for (const auto& one : skills)
        if (one.appliesTo(post)) found.push_back(&one);
    return found;
}

std::vector<const CourseSkill*> Course::skillsFor(Post post, const Criterion& criterion) const {
    std::vector<const CourseSkill*> found = skillsFor(post);
    if (!criterion.skills.empty())
        std::erase_if(found, [&](const CourseSkill* one) { return !criterion.skills.contains(one->id); });
    return found;
}

} // namespace fledgling::domain
