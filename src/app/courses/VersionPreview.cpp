#include "app/courses/VersionPreview.h"

#include "app/Keep.h"
#include "app/chats/Points.h"
#include "app/cohorts/Cohorts.h"
#include "app/courses/CourseTitles.h"
#include "app/readiness/Readiness.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "store/CohortStore.h"
#include "store/chats/ChatStore.h"

#include <algorithm>
#include <set>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::CohortStore;

namespace {

/// So many months back a month may still be open.
constexpr int MONTHS_BACK = 12;

std::vector<Month> openMonths(Desk& desk) {
    std::vector<Month> open;
    store::ChatStore store(desk.database);
    Month month(desk.today());
    for (int back = 0; back < MONTHS_BACK; ++back, month = month.before())
        if (!store.closing(month) && store.anyRead(month.first(), month.last())) open.push_back(month);
    return open;
}

std::vector<std::string> missingIn(Desk& desk, const CohortId& cohort, const Course& next) {
    std::vector<std::string> missing;
    for (const auto& session : sessionsOf(desk, cohort))
        if (!next.session(session.courseSession)) missing.push_back(session.courseSession);
    return missing;
}

std::vector<Record> recordsIn(Desk& desk, const CohortId& cohort) {
    auto members = membersOf(desk, cohort);
    std::erase_if(members, [&](const Member& one) { return one.departed && *one.departed <= desk.today(); });
    return recordsOf(desk, members);
}

/// The steps of one way that the other doesn't have.
std::vector<VerdictChange::Way> stepsBeyond(const Readiness& way, const Course& course, const Readiness& other, const std::string& language) {
    std::vector<VerdictChange::Way> found;
    for (const auto& step : way.steps)
        if (std::find(other.steps.begin(), other.steps.end(), step) == other.steps.end())
            found.push_back({step, step.subject.empty() ? std::string() : titleOf(course, step.subject, language)});
    return found;
}

std::vector<VerdictChange> verdictChanges(Desk& desk, const CohortId& cohort, const Course& next, const std::string& language) {
    const auto before = recordsIn(desk, cohort);
    std::set<PersonId> people;
    for (const auto& one : before)
        people.insert(one.person.id);
    const auto practice = practiceOf(desk, people, {.cohorts = &next});
    auto after = before;
    for (auto& record : after) {
        judgeBy(record, next);
        const auto found = practice.find(record.person.id);
        record.practice = found == practice.end() ? std::nullopt : std::optional(found->second);
    }
    std::map<PersonId, std::pair<Readiness, const Course*>> now;
    for (auto& row : boardOf(desk, before))
        now[row.record.person.id] = {std::move(row.readiness), row.record.course};
    std::vector<VerdictChange> changes;
    for (const auto& row : boardOf(desk, std::move(after))) {
        const auto& [was, course] = now.at(row.record.person.id);
        auto gone = stepsBeyond(was, *course, row.readiness, language), come = stepsBeyond(row.readiness, next, was, language);
        if (was.verdict == row.readiness.verdict && gone.empty() && come.empty()) continue;
        changes.push_back({row.record.person.id, row.name, was.verdict, row.readiness.verdict, static_cast<int>(was.steps.size()),
                           static_cast<int>(row.readiness.steps.size()), std::move(gone), std::move(come)});
    }
    return changes;
}

} // namespace

std::vector<PointsChange> pointsChanges(Desk& desk, const Course& next) {
    std::vector<PointsChange> changes;
    std::set<PersonId> people;
    for (const auto& month : openMonths(desk)) {
        std::map<PersonId, int> before;
        for (const auto& one : pointsOf(desk, month))
            before[one.person] = one.ledger.points();
        for (const auto& one : pointsOf(desk, month, {}, {.newest = &next}))
            if (const int was = before.at(one.person); was != one.ledger.points()) {
                changes.push_back({one.person, {}, month, was, one.ledger.points()});
                people.insert(one.person);
            }
    }
    const auto names = namesOf(desk, people);
    for (auto& one : changes)
        one.name = names.at(one.person);
    return changes;
}

std::vector<CohortMove> cohortMoves(Desk& desk, const Course& next, const std::string& language) {
    std::vector<CohortMove> moves;
    for (auto& cohort : openCohorts(desk)) {
        if (cohort.course != next.id || cohort.version == next.version) continue;
        CohortMove move{cohort, missingIn(desk, cohort.id, next), {}};
        if (move.possible()) move.changes = verdictChanges(desk, cohort.id, next, language);
        moves.push_back(std::move(move));
    }
    return moves;
}

ChangeNumber moveToVersion(Desk& desk, const CohortId& id, const std::string& version, const std::string& why) {
    return perform(desk, Verb::LayCohort, [&] {
        const std::string given = reason(why);
        auto cohort = CohortStore(desk.database).cohort(id);
        if (!cohort) throw Refused(Rule::Unknown, {id.text()});
        if (cohort->version == version) return Deed{};
        const auto& next = desk.shelf.course(cohort->course, version);
        if (const auto missing = missingIn(desk, id, next); !missing.empty())
            throw Refused(Rule::NoSuchSession, {missing.front()});
        cohort->version = version;
        return Deed{"move-to-version", {CohortStore::fact(*cohort)}, {Topic::Cohorts, Topic::Roll}, given, 0, {}};
    });
}

} // namespace fledgling::app
