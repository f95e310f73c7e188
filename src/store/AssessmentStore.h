#pragma once

#include "domain/Attempts.h"
#include "store/Book.h"

#include <set>
#include <vector>

namespace fledgling::store {

/// An attempt with the change that wrote it and who that was.
struct KeptAttempt {
    domain::Attempt attempt;
    domain::PersonId by;
    ChangeNumber change = 0;
};

/// Results of quizzes and practical checks.
class AssessmentStore {
public:
    explicit AssessmentStore(Database& database, ChangeNumber asOf = NOW)
        : m_database(database), m_asOf(asOf) {}

    /// By trainee, assessment and number, in few statements whatever everybody else has.
    [[nodiscard]] std::vector<KeptAttempt> attemptsOf(const std::set<domain::PersonId>& trainees);

    [[nodiscard]] static Fact fact(const domain::Attempt& attempt);

private:
    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
