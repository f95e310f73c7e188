#pragma once

#include "app/Desk.h"

#include <optional>
#include <string>

namespace fledgling::app {

/// What the trainer records of an assessment.
struct Result {
    domain::PersonId trainee;
    std::string assessment;          ///< of the course the trainee is in; Refused(UnknownAssessment)
    int percent = 0;                 ///< as domain::Attempt says
    std::optional<domain::Date> day; ///< on which it was taken; today unless said
    std::string note = {};
};

/// Keeps the trainee's next attempt; what domain::nextAttempt refuses. Refused(NotMember) for who is in no
/// cohort.
store::ChangeNumber enterResult(Desk& desk, const Result& result);

/// Corrects the trainee's latest attempt, with a reason (ReasonNeeded). Refused(NoResult) where there is
/// none. Day and note stay unless said. `saw`: the change the page showed it at. 0 when nothing would change.
store::ChangeNumber correctResult(Desk& desk, const Result& result, const std::string& why,
                                  std::optional<store::ChangeNumber> saw = {});

} // namespace fledgling::app
