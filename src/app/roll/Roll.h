#pragma once

#include "app/Desk.h"
#include "domain/Attendance.h"
#include "domain/Cohort.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Marks one trainee in an open session; nothing for `mark` makes him or her not marked again. `saw`: the change the
/// page read the former mark at (0: none), so that two trainers at two desks don't overwrite each other.
/// 0 when the mark stands already.
store::ChangeNumber mark(Desk& desk, const domain::SessionId& session, const domain::PersonId& trainee,
                         const std::optional<domain::Mark>& mark, std::optional<store::ChangeNumber> saw = {});
/// Marks everybody who isn't marked yet as present (those with approved leave as on leave). One change.
store::ChangeNumber markRestPresent(Desk& desk, const domain::SessionId& session);
/// Overwrites a mark of a closed session, or many at once, with a reason.
store::ChangeNumber correctMark(Desk& desk, const domain::SessionId& session, const domain::PersonId& trainee,
                                const std::optional<domain::Mark>& mark, const std::string& why);
/// Marks everybody the same, marked or not; overwriting asks for a reason.
store::ChangeNumber markAll(Desk& desk, const domain::SessionId& session, const domain::Mark& mark, const std::string& why);

/// Refused(Unmarked) names everybody without a mark.
store::ChangeNumber closeSession(Desk& desk, const domain::SessionId& session);
store::ChangeNumber reopenSession(Desk& desk, const domain::SessionId& session, const std::string& why);

/// Plans a make-up: the trainee is expected in another cohort's session of the same course session, which he or she owes,
/// and no longer in one that was planned before.
store::ChangeNumber expectGuest(Desk& desk, const domain::SessionId& session, const domain::PersonId& trainee);
/// Settles an owed session without attending, with a signed reason.
store::ChangeNumber waive(Desk& desk, const domain::PersonId& trainee, const std::string& courseSession, const std::string& why);

/// Somebody on a roll.
struct RollMember {
    domain::Person person;
    bool guest = false; ///< of another cohort, making up
};
/// Who is on the roll of a session on its day: members and guests, in name order.
[[nodiscard]] std::vector<RollMember> rollOf(Desk& desk, const domain::Session& session);

/// How many of those on the roll have no mark yet; cheaper than rollOf. `of`: how many are on it.
struct Unmarked {
    int count = 0;
    int of = 0;
};
[[nodiscard]] Unmarked unmarkedIn(Desk& desk, const domain::Session& session);

/// Everything known of a trainee's sessions of a course, by course session.
[[nodiscard]] std::map<std::string, domain::SessionFacts> sessionFactsOf(Desk& desk, const domain::PersonId& trainee,
                                                                         const domain::Cohort& cohort);
/// Throws Refused(Unknown).
[[nodiscard]] domain::Session sessionOf(Desk& desk, const domain::SessionId& id);
[[nodiscard]] domain::Cohort cohortOf(Desk& desk, const domain::CohortId& id);
/// The title of a session in the course's language or another.
[[nodiscard]] std::string titleOf(Desk& desk, const domain::Session& session, const std::string& language);

} // namespace fledgling::app
