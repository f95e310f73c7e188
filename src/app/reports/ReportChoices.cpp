// Whom and which cohort a report can be about, and where it opens.
#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "app/readiness/Readiness.h"
#include "app/reports/Reports.h"
#include "format/Collation.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <tuple>

namespace fledgling::app {

using namespace domain;

namespace {

/// Who works with customers on that day.
std::set<PersonId> liveOn(Desk& desk, const std::set<PersonId>& trainees, Date day) {
    std::set<PersonId> live;
    for (const auto& one : store::MentoringStore(desk.database, desk.asOf).goLives(trainees)) {
        live.erase(one.trainee); // the latest counts
        if (one.live && (!one.until || day <= *one.until)) live.insert(one.trainee);
    }
    return live;
}

/// Cohorts in which the actor leads somebody now.
std::set<CohortId> ledCohorts(Desk& desk) {
    std::set<PersonId> led;
    for (const auto& pair : store::MentoringStore(desk.database, desk.asOf).pairsOfMentor(desk.actor.id))
        led.insert(pair.trainee);
    std::set<CohortId> cohorts;
    for (const auto& member : store::CohortStore(desk.database, desk.asOf).membershipsOf(led))
        if (!member.departed || shownDay(desk) < *member.departed) cohorts.insert(member.cohort);
    return cohorts;
}

} // namespace

std::vector<std::pair<PersonId, std::string>> reportPeople(Desk& desk, ReportKind kind) {
    if (!seesEverybody(desk.actor)) return {{desk.actor.id, desk.actor.card.name}};
    const auto people = store::PeopleStore(desk.database, desk.asOf).people();
    std::set<PersonId> all, trained;
    for (const auto& one : people)
        all.insert(one.id);
    for (const auto& member : store::CohortStore(desk.database, desk.asOf).membershipsOf(all))
        trained.insert(member.trainee);
    const bool training = kind == ReportKind::Certificate || kind == ReportKind::Record;
    const auto live = training ? liveOn(desk, trained, shownDay(desk)) : std::set<PersonId>();
    std::vector<std::tuple<bool, std::string, PersonId, std::string>> sorted;
    for (const auto& one : people)
        if (!training || trained.contains(one.id))
            sorted.emplace_back(!live.contains(one.id), format::sortKey(one.card.name), one.id, one.card.name);
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::pair<PersonId, std::string>> chosen;
    for (auto& [later, key, id, name] : sorted)
        chosen.emplace_back(id, std::move(name));
    return chosen;
}

std::vector<Cohort> reportCohorts(Desk& desk) {
    auto cohorts = cohortsOf(desk);
    if (seesEverybody(desk.actor)) return cohorts;
    const auto led = ledCohorts(desk);
    std::erase_if(cohorts, [&](const Cohort& one) { return !led.contains(one.id); });
    return cohorts;
}

std::optional<CohortId> reportCohort(Desk& desk, const std::optional<CohortId>& lastShown) {
    const auto cohorts = reportCohorts(desk);
    const auto open = openCohorts(desk);
    const bool useful = lastShown && std::any_of(open.begin(), open.end(), [&](const Cohort& one) { return one.id == *lastShown; });
    const auto* found = cohortShown(cohorts, useful ? lastShown : std::nullopt, shownDay(desk));
    return found ? std::optional(found->id) : std::nullopt;
}

} // namespace fledgling::app
