#include "app/mentoring/MentoringState.h"

#include "domain/MentorLog.h"
#include "domain/Skill.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

std::vector<Leave> leavesOfPair(Desk& desk, const Record& record) {
    store::PeopleStore people(desk.database, desk.asOf);
    auto leaves = people.leavesOf(record.person.id);
    if (record.paired()) {
        const auto mentors = people.leavesOf(record.mentor());
        leaves.insert(leaves.end(), mentors.begin(), mentors.end());
    }
    return leaves;
}

int mentoringDay(const Record& record, const Calendar& calendar, Date today) {
    if (!record.paired() || today < record.pair->since) return 0;
    auto before = record.entries;
    std::erase_if(before, [&](const LogEntry& one) { return record.pair->since <= one.day; });
    return daysMentored(record.person.id, before, calendar) + calendar.workingDaysBetween(record.pair->since, today);
}

std::vector<Date> missingDays(const Record& record, const Calendar& calendar, const std::vector<Leave>& away,
                              Date today) {
    if (!record.paired() || !record.course->mentoring.dailyLog) return {};
    return missingLogDays(*record.pair, today.plusDays(-1), calendar, record.entries, away);
}

bool logDue(const Record& record, const Calendar& calendar, const std::vector<Leave>& away, Date today) {
    if (!record.paired() || !record.course->mentoring.dailyLog) return false;
    Pair todayOnly = *record.pair;
    if (today < todayOnly.since) return false;
    todayOnly.since = today;
    return !missingLogDays(todayOnly, today, calendar, record.entries, away).empty();
}

SkillLevel provenLevel(const Record& record, const std::string& skill) {
    for (const auto level : {SkillLevel::Alone, SkillLevel::Helped, SkillLevel::Shown})
        if (evidenceFor(record.person.id, skill, level, record.entries)) return level;
    return SkillLevel::None;
}

std::vector<Signable> signableSkills(const Record& record, const std::string& language) {
    std::vector<Signable> found;
    for (const auto* skill : record.course->skillsFor(record.post())) {
        const auto level = record.level(skill->id);
        // Entries that go beyond what the post needs ask nobody for a signature.
        const auto proven = std::min(provenLevel(record, skill->id), skill->need);
        if (proven > level)
            found.push_back({skill->id, skill->title.in(language, record.course->language), level, proven});
    }
    return found;
}

std::vector<const CourseRule*> unsignedRules(const Record& record) {
    std::vector<const CourseRule*> found;
    for (const auto& rule : record.course->acknowledge)
        if (!record.signature(rule)) found.push_back(&rule);
    return found;
}

} // namespace fledgling::app
