#include "domain/MentorLog.h"

#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>
#include <set>

namespace fledgling::domain {

namespace {
std::set<Date> daysWithEntry(const PersonId& trainee, const std::vector<LogEntry>& entries) {
    std::set<Date> days;
    for (const auto& entry : entries)
        if (entry.trainee == trainee) days.insert(entry.day);
    return days;
}
} // namespace

LogEntry checked(LogEntry entry, const Course& course, Date today) {
    if (today < entry.day) throw Refused(Rule::LogInFuture, {entry.day.iso()});
    entry.wentWell = note(entry.wentWell, "went well");
    entry.next = note(entry.next, "next");
    entry.problems = note(entry.problems, "problems");
    std::vector<std::string> skills;
    for (auto& skill : entry.practised) {
        if (!course.skill(skill)) throw Refused(Rule::UnknownSkill, {skill});
        if (std::find(skills.begin(), skills.end(), skill) == skills.end())
            skills.push_back(std::move(skill));
    }
    entry.practised = std::move(skills);
    const bool says = !entry.wentWell.empty() || !entry.next.empty() || !entry.problems.empty();
    if (entry.practised.empty() && !says) throw Refused(Rule::LogEmpty);
    if (!entry.practised.empty() && entry.how == SkillLevel::None) throw Refused(Rule::LogHowMissing);
    if (entry.practised.empty()) entry.how = SkillLevel::None;
    return entry;
}

int daysMentored(const PersonId& trainee, const std::vector<LogEntry>& entries, const Calendar& calendar) {
    const auto days = daysWithEntry(trainee, entries);
    return static_cast<int>(
        std::count_if(days.begin(), days.end(), [&](Date day) { return calendar.isWorking(day); }));
}

std::vector<Date> missingLogDays(const Pair& pair, Date through, const Calendar& calendar,
                                 const std::vector<LogEntry>& entries, const std::vector<Leave>& away) {
    const auto written = daysWithEntry(pair.trainee, entries);
    const auto excused = [&](Date day) {
        return std::any_of(away.begin(), away.end(), [&](const Leave& leave) {
            return (leave.person == pair.trainee || leave.person == pair.mentor) && leave.covers(day);
        });
    };
    const Date last = pair.until ? std::min(*pair.until, through) : through;
    std::vector<Date> missing;
    for (Date day = pair.since; day <= last; day = day.plusDays(1))
        if (calendar.isWorking(day) && !written.contains(day) && !excused(day)) missing.push_back(day);
    return missing;
}

} // namespace fledgling::domain
