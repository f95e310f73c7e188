#include "store/mentors/MentorStore.h"

#include "store/Columns.h"
#include "store/Schema.h"
#include "store/Sql.h"

#include <algorithm>

namespace fledgling::store {

using namespace domain;

namespace {

using Text = std::string;
using Number = std::int64_t;
using Maybe = std::optional<std::string>;

} // namespace

std::vector<PairStep> MentorStore::pairSteps(const PersonId& of) {
    std::vector<PairStep> steps;
    std::vector<Value> arguments;
    if (!of.empty()) arguments.emplace_back(of.text());
    for (const auto& [trainee, absent, mentor, since, until] : sql::read<Text, Number, Maybe, Maybe, Maybe>(
             m_database,
             "SELECT t.trainee, t.absent, t.mentor, t.since, t.until FROM pairing t WHERE t.change <= $1" +
                 std::string(of.empty() ? "" : " AND t.trainee = $2") + " ORDER BY t.change",
             asOfWith(m_asOf, arguments))) {
        PairStep step{PersonId(trainee), {}};
        if (absent == 0) step.pair = Pair{step.trainee, idOf<PersonId>(mentor), dateOf(since).value_or(Date()), dateOf(until), ""};
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<WrittenEntry> MentorStore::entriesSince(Date first) {
    std::vector<WrittenEntry> found;
    for (const auto& [mentor, trainee, day, written] : sql::read<Text, Text, Text, Text>(
             m_database,
             "SELECT t.mentor, t.trainee, t.day, c.local_date FROM log_entry t JOIN change c ON c.number = t.change "
             "WHERE t.absent = 0 AND t.change = (SELECT min(u.change) FROM log_entry u WHERE u.entry = t.entry AND "
             "u.change <= $1) AND t.day >= $2",
             asOfWith(m_asOf, {first.iso()})))
        found.push_back({PersonId(mentor), PersonId(trainee), Date::parse(day).value_or(Date()), Date::parse(written).value_or(Date())});
    return found;
}

std::vector<KeptEvaluation> MentorStore::evaluations(const PersonId& trainee) {
    std::vector<KeptEvaluation> found;
    std::vector<Value> arguments;
    if (!trainee.empty()) arguments.emplace_back(trainee.text());
    for (const auto& [who, mentor, occasion, explains, isThere, helps, note, day, change, undoes] :
         sql::read<Text, Text, Text, Number, Number, Number, Text, Text, Number, Number>(
             m_database,
             "SELECT t.trainee, t.mentor, t.occasion, t.explains, t.is_there, t.helps, t.note, c.local_date, t.change, c.undoes "
             "FROM mentor_evaluation t JOIN change c ON c.number = t.change WHERE " +
                 latest("mentor_evaluation") + (trainee.empty() ? "" : " AND t.trainee = $2") + " ORDER BY t.change",
             asOfWith(m_asOf, arguments))) {
        const auto said =
            undoes == 0 ? std::nullopt : Book(m_database).saidIn("mentor_evaluation", {who, mentor, occasion}, change);
        found.push_back({{PersonId(who),
                          PersonId(mentor),
                          occasionOf(occasion).value_or(Occasion::FirstShift),
                          {static_cast<int>(explains), static_cast<int>(isThere), static_cast<int>(helps)},
                          note},
                         said ? said->head.localDate : Date::parse(day).value_or(Date()),
                         change});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& one, const auto& other) { return one.day < other.day; });
    return found;
}

Fact MentorStore::fact(const Evaluation& one) {
    return {"mentor_evaluation",
            {one.trainee.text(), one.mentor.text(), std::string(keyOf(one.occasion))},
            {std::int64_t{one.ratings[0]}, std::int64_t{one.ratings[1]}, std::int64_t{one.ratings[2]}, one.note},
            false,
            {}};
}

} // namespace fledgling::store
