#pragma once

#include "domain/evidence/Evidence.h"
#include "domain/problems/WeeklySummary.h"
#include "store/Book.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::store {

/// Of one trainee in one course.
struct EvidenceKey {
    domain::PersonId trainee;
    std::string course;
    friend auto operator<=>(const EvidenceKey&, const EvidenceKey&) = default;
};

/// An entry of the base with who agreed on it.
struct KeptAnswer {
    domain::CommonAnswer answer;
    domain::PersonId by;
    domain::Date day;
    ChangeNumber change = 0;
};

/// What trainees have to show for their half days, and the answers the department agreed on.
class EvidenceStore {
public:
    explicit EvidenceStore(Database& database, ChangeNumber asOf = NOW) : m_database(database), m_asOf(asOf) {}

    /// Those without any are not in it.
    [[nodiscard]] std::map<EvidenceKey, domain::Evidence> evidenceOf(const std::set<domain::PersonId>& trainees);
    /// Newest week first, within it newest first.
    [[nodiscard]] std::vector<KeptAnswer> answers();
    [[nodiscard]] std::optional<KeptAnswer> answer(const std::string& id);

    [[nodiscard]] static Fact fact(const EvidenceKey& key, const std::string& session, const domain::ShadowSheet& sheet);
    [[nodiscard]] static Fact fact(const EvidenceKey& key, const std::string& film, const domain::FilmWatch& watch);
    /// Open: the fact that it is not ticked any more.
    [[nodiscard]] static Fact fact(const EvidenceKey& key, const std::string& session, const std::string& exercise,
                                   domain::ExerciseState state, const domain::PersonId& confirmedBy = {});
    [[nodiscard]] static Fact fact(const domain::CommonAnswer& answer);
    /// That it is in the base no more.
    [[nodiscard]] static Fact dropped(const domain::CommonAnswer& answer);

private:
    [[nodiscard]] std::vector<KeptAnswer> answersWhere(const std::string& condition, const std::vector<Value>& arguments);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
