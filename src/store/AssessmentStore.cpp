#include "store/AssessmentStore.h"

#include "store/Among.h"
#include "store/Columns.h"
#include "store/Schema.h"
#include "store/Sql.h"


namespace fledgling::store {

using namespace domain;

std::vector<KeptAttempt> AssessmentStore::attemptsOf(const std::set<PersonId>& trainees) {
    return among(
        "t.trainee", trainees, [&](const std::string& condition, const std::vector<Value>& arguments) {
            using Text = std::string;
            using Number = std::int64_t;
            std::vector<KeptAttempt> found;
            for (auto& [trainee, course, assessment, attempt, percent, passed, day, note, who, change] :
                 sql::read<Text, Text, Text, Text, Number, Number, Text, Text, Text, Number>(
                     m_database,
                     "SELECT t.trainee, t.course, t.assessment, t.attempt, t.percent, t.passed, t.day, "
                     "t.note, c.who, "
                     "t.change FROM result t JOIN change c ON c.number = t.change WHERE " +
                         latest("result") + condition +
                         " ORDER BY t.trainee, t.assessment, length(t.attempt), t.attempt",
                     asOfWith(m_asOf, arguments))) {
                found.push_back({{PersonId(trainee), course, assessment, numberOf(attempt), static_cast<int>(percent),
                                  passed != 0, Date::of(day), note},
                                 idOf<PersonId>(std::optional(who)),
                                 change});
            }
            return found;
        });
}

Fact AssessmentStore::fact(const Attempt& attempt) {
    return {"result",
            {attempt.trainee.text(), attempt.course, attempt.assessment, std::to_string(attempt.number)},
            {std::int64_t{attempt.percent}, column(attempt.passed), attempt.day.iso(), attempt.note},
            false,
            {}};
}

} // namespace fledgling::store
