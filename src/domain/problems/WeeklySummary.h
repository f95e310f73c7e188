#pragma once

#include "domain/Id.h"
#include "domain/Time.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::domain {

/// One answer the department agreed on: an entry of the question-and-answer base.
struct CommonAnswer {
    std::string id; ///< a random one, 36 characters
    Date week;      ///< Monday of the week it was agreed in
    std::string question; ///< one line
    std::string answer;
    std::set<ProblemId> problems; ///< out of whose logs it came
    friend bool operator==(const CommonAnswer&, const CommonAnswer&) = default;
};

/// The Monday of that day's week.
[[nodiscard]] Date weekOf(Date day);

/// Whose turn it is to sum up that week: the candidates in their order, one week each; who is away all five working
/// days is passed over for the next. Nothing without candidates, or when all are away.
[[nodiscard]] std::optional<PersonId> turnOf(Date week, const std::vector<PersonId>& candidates,
                                             const std::set<PersonId>& away);

/// With its texts trimmed. Refused(AnswerIncomplete) when question or answer is empty, Refused(TextTooLong).
[[nodiscard]] CommonAnswer checkedAnswer(CommonAnswer answer);

} // namespace fledgling::domain
