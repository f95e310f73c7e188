#pragma once

#include "domain/Readiness.h"

#include <set>
#include <string>
#include <vector>

namespace fledgling::domain {

/// One attempt at an assessment of the course, as the trainer recorded it: a quiz written on paper, a
/// practical check seen at the desk.
struct Attempt {
    PersonId trainee;
    std::string course;
    std::string assessment;
    int number = 1;      ///< from 1
    int percent = 0;     ///< 0 to 100 of the full mark; a practical check has 100 when passed, else 0
    bool passed = false; ///< by the pass mark in force when it was recorded: a later one doesn't change it
    Date day;            ///< on which it was taken
    std::string note;
    friend bool operator==(const Attempt&, const Attempt&) = default;
};

/// The verdict filled in and the note trimmed. Refuses a percentage below 0 or over 100, or one between for a
/// practical check (ResultOutOfRange), and a day after today (ResultInFuture).
[[nodiscard]] Attempt checked(Attempt attempt, const Assessment& assessment, Date today);

/// What counts besides the results: attempts granted beyond those of the course, and the numbers of papers
/// that have no result yet (under way, or waiting for a marker).
struct Allowance {
    int granted = 0;
    std::set<int> open = {};
    int lapsed = 0; ///< the highest number of an attempt that doesn't count any more
};

/// The same as the next attempt of that trainee. Refuses one after a pass (AlreadyPassed) and one more than
/// the course allows and was granted (AttemptsUsedUp). `name` is the trainee's, for the refusal.
[[nodiscard]] Attempt nextAttempt(Attempt attempt, const Assessment& assessment,
                                  const std::vector<Attempt>& before, const std::string& name, Date today,
                                  const Allowance& allowance = {});
/// Its number alone: one more than any that was ever used.
[[nodiscard]] int nextNumber(const std::vector<Attempt>& before, const Allowance& allowance);

/// What the attempts at one assessment come to: passed once is passed; the best percentage; how many were
/// used. Needs at least one.
[[nodiscard]] AssessmentResult resultOf(const std::vector<Attempt>& attempts);

} // namespace fledgling::domain
