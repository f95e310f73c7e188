#pragma once

#include "domain/MentorLog.h"

#include <string>
#include <vector>

namespace fledgling::domain {

/// A mentor's signature under a skill's level. The level in force is that of the latest.
struct SkillSign {
    PersonId trainee;
    std::string skill;
    SkillLevel level = SkillLevel::None;
    LogId evidence; ///< the log entry a rise rests on; empty when taken back
    PersonId by;
    std::string reason; ///< needed to take back
    friend bool operator==(const SkillSign&, const SkillSign&) = default;
};

/// The entry that proves the level: of that trainee, with that skill practised at that level or above; the
/// latest.
[[nodiscard]] const LogEntry* evidenceFor(const PersonId& trainee, const std::string& skill, SkillLevel level,
                                          const std::vector<LogEntry>& entries);

/// Decides a signature. A rise needs evidence (EvidenceNeeded): the entry it names, or, naming none, the one
/// evidenceFor finds. Levels may be passed over, since an entry "alone" also proves "helped". Taking back
/// needs a reason (ReasonNeeded). Refuses a skill the course hasn't (UnknownSkill) and a level that stands
/// already (LevelOutOfOrder).
[[nodiscard]] SkillSign checkedSign(SkillSign wanted, SkillLevel current, const Course& course,
                                    const std::vector<LogEntry>& entries);

/// Where a level goes when it is taken back: of all the levels a skill ever stood at (oldest first, the last
/// in force), the latest that was lower. So nothing comes to stand that never stood.
[[nodiscard]] SkillLevel levelBefore(const std::vector<SkillLevel>& stood);

} // namespace fledgling::domain
