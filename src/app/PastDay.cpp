#include "app/PastDay.h"

#include "app/Record.h"
#include "store/CohortStore.h"

#include <algorithm>
#include <utility>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentoringStore;

namespace {

/// Lines as kept by the end of the day, each that was taken back since replaced by the one before it. `read` gives
/// a trainee's lines up to a change, `same` tells the one that replaces another.
template <class Kept, class Change, class Read, class Same>
std::vector<Kept> withoutTakenBack(Desk& desk, std::vector<Kept> lines, Change changeOf, Read read, Same same) {
    if (!desk.day) return lines;
    const auto taken = store::Book(desk.database).takenBackAfter(settledAt(desk));
    std::vector<Kept> standing;
    for (auto& line : lines) {
        std::optional<Kept> stands = std::move(line);
        while (stands && taken.contains(changeOf(*stands))) {
            auto before = read(*stands, changeOf(*stands) - 1);
            const auto found = std::find_if(before.begin(), before.end(),
                                            [&](const Kept& one) { return same(one, *stands); });
            stands = found == before.end() ? std::nullopt : std::optional<Kept>(std::move(*found));
        }
        if (stands) standing.push_back(std::move(*stands));
    }
    return standing;
}

/// Memberships that begin after the day shown, only those that were planned by its end.
std::vector<Member> withoutPlannedLater(Desk& desk, std::vector<Member> members) {
    std::set<PersonId> ahead;
    for (const auto& one : members)
        if (isLater(desk, one.joined)) ahead.insert(one.trainee);
    if (ahead.empty()) return members;
    std::set<std::pair<PersonId, CohortId>> planned;
    for (const auto& one : store::CohortStore(desk.database, settledAt(desk)).membershipsOf(ahead))
        planned.emplace(one.trainee, one.cohort);
    std::erase_if(members, [&](const Member& one) {
        return isLater(desk, one.joined) && !planned.contains({one.trainee, one.cohort});
    });
    return members;
}

} // namespace

ChangeNumber settledAt(Desk& desk) {
    if (!desk.day) return desk.asOf;
    return store::Book(desk.database).asOf({desk.clock.at(desk.day->plusDays(1), TimeOfDay()).ms - 1});
}

std::vector<Pair> pairsOn(Desk& desk, const std::set<PersonId>& trainees) {
    auto pairs = MentoringStore(desk.database, desk.asOf).pairsOf(trainees);
    if (!desk.day) return pairs;
    std::set<PersonId> handedOver;
    for (const auto& pair : pairs)
        if (isLater(desk, pair.since)) handedOver.insert(pair.trainee);
    std::erase_if(pairs, [&](const Pair& one) { return handedOver.contains(one.trainee); });
    if (!handedOver.empty())
        for (auto& pair : MentoringStore(desk.database, settledAt(desk)).pairsOf(handedOver))
            if (!isLater(desk, pair.since)) pairs.push_back(std::move(pair));
    // The end is a pair's last day: on it the pair was in force.
    for (auto& pair : pairs)
        if (pair.until && !(*pair.until < *desk.day)) pair.until.reset();
    return pairs;
}

std::vector<store::KeptPair> pairsInForce(Desk& desk) {
    if (!desk.day) return MentoringStore(desk.database, desk.asOf).standingPairs();
    std::set<PersonId> trainees;
    for (const auto& member : store::CohortStore(desk.database, desk.asOf).membersSince(Date::earliest()))
        trainees.insert(member.trainee);
    std::vector<store::KeptPair> inForce;
    for (auto& pair : pairsOn(desk, trainees))
        if (!pair.until) inForce.push_back({std::move(pair), 0});
    return inForce;
}

std::vector<Pair> pairsInForce(Desk& desk, const PersonId& mentor) {
    if (!desk.day) return MentoringStore(desk.database, desk.asOf).pairsOfMentor(mentor);
    std::vector<Pair> own;
    for (auto& kept : pairsInForce(desk))
        if (kept.pair.mentor == mentor) own.push_back(std::move(kept.pair));
    return own;
}

std::vector<store::KeptSign> signsOn(Desk& desk, const std::set<PersonId>& trainees) {
    return withoutTakenBack(
        desk, MentoringStore(desk.database, settledAt(desk)).signsOf(trainees),
        [](const store::KeptSign& one) { return one.change; },
        [&](const store::KeptSign& one, ChangeNumber before) {
            return MentoringStore(desk.database, before).signsOf({one.sign.trainee});
        },
        [](const store::KeptSign& a, const store::KeptSign& b) { return a.sign.skill == b.sign.skill; });
}

std::vector<store::KeptDecision> decisionsOn(Desk& desk, const std::set<PersonId>& trainees) {
    return withoutTakenBack(
        desk, MentoringStore(desk.database, settledAt(desk)).decisionsOf(trainees),
        [](const store::KeptDecision& one) { return one.written; },
        [&](const store::KeptDecision& one, ChangeNumber before) {
            return MentoringStore(desk.database, before).decisionsOf(std::set{one.decision.trainee});
        },
        [](const store::KeptDecision&, const store::KeptDecision&) { return true; });
}

std::vector<Member> inTraining(Desk& desk) {
    return withoutPlannedLater(desk, MentoringStore(desk.database, desk.asOf).inTraining(shownDay(desk), settledAt(desk)));
}

std::vector<Member> membersOn(Desk& desk, const CohortId& cohort) {
    auto members = store::CohortStore(desk.database, desk.asOf).membersOf(cohort);
    const Date today = shownDay(desk);
    std::erase_if(members, [&](const Member& one) { return one.departed && *one.departed <= today; });
    return withoutPlannedLater(desk, std::move(members));
}

} // namespace fledgling::app
