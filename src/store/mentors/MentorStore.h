#pragma once

#include "domain/mentors/Evaluation.h"
#include "domain/mentors/MentorRecord.h"
#include "store/Book.h"

#include <set>
#include <vector>

namespace fledgling::store {

/// An evaluation with the day on which it was said (Book::saidIn).
struct KeptEvaluation {
    domain::Evaluation evaluation;
    domain::Date day;
    ChangeNumber change = 0;
};

/// What is known of the mentors over time.
class MentorStore {
public:
    explicit MentorStore(Database& database, ChangeNumber asOf = NOW) : m_database(database), m_asOf(asOf) {}

    /// Every step of every pairing, or of one trainee's, in the order of the book.
    [[nodiscard]] std::vector<domain::PairStep> pairSteps(const domain::PersonId& trainee = {});
    /// Log entries about days from `first` on, each as it was first written.
    [[nodiscard]] std::vector<domain::WrittenEntry> entriesSince(domain::Date first);
    /// Of every mentor, or of one trainee; oldest first.
    [[nodiscard]] std::vector<KeptEvaluation> evaluations(const domain::PersonId& trainee = {});

    [[nodiscard]] static Fact fact(const domain::Evaluation& evaluation);

private:
    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
