#include "domain/Skill.h"

#include "domain/Refused.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::domain {

namespace {
bool proves(const LogEntry& entry, const PersonId& trainee, const std::string& skill, SkillLevel level) {
    return entry.trainee == trainee && entry.how >= level &&
           std::find(entry.practised.begin(), entry.practised.end(), skill) != entry.practised.end();
}
} // namespace

const LogEntry* evidenceFor(const PersonId& trainee, const std::string& skill, SkillLevel level,
                            const std::vector<LogEntry>& entries) {
    const LogEntry* latest = nullptr;
    for (const auto& entry : entries)
        if (proves(entry, trainee, skill, level) && (!latest || latest->day <= entry.day)) latest = &entry;
    return latest;
}

SkillSign checkedSign(SkillSign wanted, SkillLevel current, const Course& course,
                      const std::vector<LogEntry>& entries) {
    if (!course.skill(wanted.skill)) throw Refused(Rule::UnknownSkill, {wanted.skill});
    if (wanted.level == current) throw Refused(Rule::LevelOutOfOrder, {wanted.skill});
    if (wanted.level < current) {
        wanted.reason = reason(wanted.reason);
        wanted.evidence = {};
        return wanted;
    }
    wanted.reason = note(wanted.reason, "reason");
    if (wanted.evidence.empty()) {
        if (const auto* found = evidenceFor(wanted.trainee, wanted.skill, wanted.level, entries))
            wanted.evidence = found->id;
    }
    const bool proven = std::any_of(entries.begin(), entries.end(), [&](const LogEntry& entry) {
        return !wanted.evidence.empty() && entry.id == wanted.evidence &&
               proves(entry, wanted.trainee, wanted.skill, wanted.level);
    });
    if (!proven) throw Refused(Rule::EvidenceNeeded, {wanted.skill});
    return wanted;
}

SkillLevel levelBefore(const std::vector<SkillLevel>& stood) {
    const auto lower = [&](SkillLevel one) { return one < stood.back(); };
    const auto found = std::find_if(stood.rbegin(), stood.rend(), lower);
    return found == stood.rend() ? SkillLevel::None : *found;
}

} // namespace fledgling::domain
