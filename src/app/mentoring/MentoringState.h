#pragma once

#include "app/Record.h"
#include "app/mentoring/MyTrainees.h"
#include "domain/Calendar.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// What a record says about the mentor's days: shared by the mentor's pages and the lists of things to do.

/// Approved leave of trainee and mentor since the pairing began.
[[nodiscard]] std::vector<domain::Leave> leavesOfPair(Desk& desk, const Record& record);
/// Which day of being mentored it is: those with an entry before the present pair began, and every working day since. 0 before it
/// begins, and without a pair.
[[nodiscard]] int mentoringDay(const Record& record, const domain::Calendar& calendar, domain::Date today);
/// Working days before `today` without an entry, from the pairing on. Empty where the course wants no daily
/// log.
[[nodiscard]] std::vector<domain::Date> missingDays(const Record& record, const domain::Calendar& calendar,
                                                    const std::vector<domain::Leave>& away,
                                                    domain::Date today);
/// True on a working day of the pairing without an entry, when nobody of the two is away.
[[nodiscard]] bool logDue(const Record& record, const domain::Calendar& calendar,
                          const std::vector<domain::Leave>& away, domain::Date today);
/// Skills of the trainee's post whose next level an entry proves, up to the level they need.
[[nodiscard]] std::vector<Signable> signableSkills(const Record& record, const std::string& language);
/// The highest level an entry proves for that skill.
[[nodiscard]] domain::SkillLevel provenLevel(const Record& record, const std::string& skill);
/// Texts of the course the trainee hasn't signed for in the wording in force.
[[nodiscard]] std::vector<const domain::CourseRule*> unsignedRules(const Record& record);

} // namespace fledgling::app
