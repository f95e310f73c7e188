#pragma once

#include "app/Desk.h"
#include "domain/Cohort.h"
#include "store/MentoringStore.h"

#include <set>
#include <vector>

namespace fledgling::app {

/// The second reading of the past (Desk::day): that day as it is known today. What bears a date counts when that
/// date isn't later, in the wording it has now; what bears none (a sign-off, a decision, who is retired) counts as
/// it was kept by the end of that day, less what was taken back since. So does a plan: who was to join a cohort later
/// stands there when that had been planned by then. With no such day shown every function here
/// gives what the desk's moment gives.

/// The change up to which things without a date of their own count.
[[nodiscard]] store::ChangeNumber settledAt(Desk& desk);

/// True for what is dated after the day shown: it hadn't happened yet.
[[nodiscard]] inline bool isLater(const Desk& desk, domain::Date day) { return desk.day && *desk.day < day; }

/// The same for many at once; `dayOf` gives a line's date.
template <class Lines, class DayOf>
[[nodiscard]] Lines withoutLater(const Desk& desk, Lines lines, DayOf dayOf) {
    if (desk.day) std::erase_if(lines, [&](const auto& one) { return isLater(desk, dayOf(one)); });
    return lines;
}

/// The latest pair of each on that day, ended ones too.
[[nodiscard]] std::vector<domain::Pair> pairsOn(Desk& desk, const std::set<domain::PersonId>& trainees);
/// Pairs in force, of everybody or of one mentor. The change is 0 while a past day is shown: nothing builds on it.
[[nodiscard]] std::vector<store::KeptPair> pairsInForce(Desk& desk);
[[nodiscard]] std::vector<domain::Pair> pairsInForce(Desk& desk, const domain::PersonId& mentor);
[[nodiscard]] std::vector<store::KeptSign> signsOn(Desk& desk, const std::set<domain::PersonId>& trainees);
[[nodiscard]] std::vector<store::KeptDecision> decisionsOn(Desk& desk,
                                                           const std::set<domain::PersonId>& trainees);
/// Everybody still in training, and who was planned for it.
[[nodiscard]] std::vector<domain::Member> inTraining(Desk& desk);
/// Who is in the cohort or planned for it, and hasn't left by the day shown.
[[nodiscard]] std::vector<domain::Member> membersOn(Desk& desk, const domain::CohortId& cohort);

} // namespace fledgling::app
