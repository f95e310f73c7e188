#pragma once

#include "app/Desk.h"
#include "domain/MentorLog.h"
#include "domain/Skill.h"

#include <optional>
#include <string>

namespace fledgling::app {

/// Keeps a mentor's entry of one day; an empty id gets a fresh one, the mentor is the actor. Only the
/// trainee's current mentor writes (NotTheMentor, NotPaired); what domain::checked refuses. 0 when that very
/// entry stands already.
store::ChangeNumber keepLog(Desk& desk, domain::LogEntry entry);
/// Corrects one's own entry, with a reason; trainee and author stay. Refused(NotTheMentor) for somebody
/// else's, Refused(EvidenceNeeded) while a signed level rests on what would go: take the level back first.
/// `saw`: the change the page showed the entry at.
store::ChangeNumber correctLog(Desk& desk, domain::LogEntry entry, const std::string& why,
                               std::optional<store::ChangeNumber> saw = {});

/// Signs a level of a skill off; only the current mentor, and only on the evidence of a log entry
/// (EvidenceNeeded). Naming none takes the latest that proves it. Refused(UnknownSkill) for a skill another
/// post needs.
store::ChangeNumber signSkill(Desk& desk, const domain::PersonId& trainee, const std::string& skill,
                              domain::SkillLevel level, const domain::LogId& evidence = {},
                              std::optional<store::ChangeNumber> saw = {});
/// Sets a skill to a lower level, with a reason. Refused(LevelOutOfOrder) when it isn't lower.
store::ChangeNumber takeBackSkill(Desk& desk, const domain::PersonId& trainee, const std::string& skill,
                                  domain::SkillLevel level, const std::string& why,
                                  std::optional<store::ChangeNumber> saw = {});

/// Signs for a text of the course, by the trainee, or by a trainer, supervisor or manager who has the
/// trainee's signature on paper. The wording of the trainee's course version is what is signed.
/// Refused(AlreadyAcknowledged), or Refused(Unknown) for a text the course doesn't ask for.
store::ChangeNumber acknowledge(Desk& desk, const domain::PersonId& trainee, const std::string& ruleFile);

} // namespace fledgling::app
