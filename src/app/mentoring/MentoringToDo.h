#pragma once

#include "app/today/ToDo.h"

#include <string>
#include <vector>

namespace fledgling::app {

// What waits on each role's home page, nearest first; what is only news comes last. `language`: of titles.

/// The mentor's: entries due today and days without one, problems of the trainees to answer, skills an entry
/// proves, trainees who aren't ready for a review within days.
[[nodiscard]] std::vector<ToDo> mentorToDo(Desk& desk, const std::string& language);
/// The manager's: the first steps of a new department, trainees ready for a decision or past their review day, reviews within
/// days, approvals about to end, approvals whose facts have changed (of the cohorts in training and those begun in the last 45 days),
/// leave asked for, trainees of running cohorts without a mentor, who is stuck; and every mentor's load as news.
[[nodiscard]] std::vector<ToDo> managerToDo(Desk& desk, const std::string& language);
/// The trainee's: next session, owed make-ups, texts to sign. Empty for who is in no cohort.
[[nodiscard]] std::vector<ToDo> traineeToDo(Desk& desk, const std::string& language);

} // namespace fledgling::app
