#include "domain/PairingProposal.h"

#include "domain/PairingTable.h"

#include <algorithm>

namespace fledgling::domain {

namespace {
Assignment emptyAssignment(const PairingTable& table) {
    return {static_cast<int>(table.free.size()), static_cast<int>(table.mentorOfColumn.size())};
}

MentorOfTrainee solved(const PairingTable& table) {
    auto assignment = emptyAssignment(table);
    for (const int t : table.free)
        assignment.add(table.row(t), table.precedence[slot(t)]);
    MentorOfTrainee matching = table.lockedTo;
    for (std::size_t i = 0; i < table.free.size(); ++i)
        if (const int column = assignment.columnOf(static_cast<int>(i)); column != NO_MENTOR)
            matching[slot(table.free[i])] = table.mentorOfColumn[slot(column)];
    return matching;
}

ProposedPair pairAt(const PairingTable& table, int trainee, int mentor, int place) {
    ProposedPair pair{table.pool.trainees[slot(trainee)].person.id, table.pool.mentors[slot(mentor)].person.id,
                      table.lockedTo[slot(trainee)] == mentor, 0, table.terms(trainee, mentor, place)};
    for (const auto& term : pair.terms)
        pair.score += term.points;
    return pair;
}

/// Locked trainees take a mentor's first places, the others follow in id order: what a place costs doesn't
/// depend on who sits in it, so the sum is that of the solution.
std::vector<ProposedPair> pairsOf(const PairingTable& table, const MentorOfTrainee& matching) {
    std::vector<int> nextLocked(table.locked.size(), 0), nextFree = table.locked;
    std::vector<ProposedPair> pairs;
    for (int t = 0; t < table.trainees(); ++t) {
        const int m = matching[slot(t)];
        if (m == NO_MENTOR) continue;
        auto& next = table.lockedTo[slot(t)] == NO_MENTOR ? nextFree : nextLocked;
        pairs.push_back(pairAt(table, t, m, next[slot(m)]++));
    }
    return pairs;
}
} // namespace


Proposal propose(const Pool& pool) {
    Proposal proposal;
    const auto table = std::make_shared<const PairingTable>(pool);
    const MentorOfTrainee matching = solved(*table);
    proposal.m_table = table;
    proposal.m_pairs = pairsOf(*table, matching);
    for (int t = 0; t < table->trainees(); ++t) {
        if (matching[slot(t)] != NO_MENTOR) continue;
        proposal.m_unpaired.push_back(table->pool.trainees[slot(t)].person.id);
        proposal.m_shortages.push_back(shortageOf(*table, matching, t));
    }
    std::stable_sort(
        proposal.m_shortages.begin(), proposal.m_shortages.end(),
        [](const Shortage& a, const Shortage& b) { return a.trainees.size() < b.trainees.size(); });
    return proposal;
}

int Proposal::total() const {
    int sum = 0;
    for (const auto& pair : m_pairs)
        sum += pair.score;
    return sum;
}

const ProposedPair* Proposal::pairOf(const PersonId& trainee) const {
    for (const auto& pair : m_pairs)
        if (pair.trainee == trainee) return &pair;
    return nullptr;
}

WhyNot Proposal::whyNot(const PersonId& trainee, const PersonId& mentor) const {
    return whyNotsAt(m_table->trainee(trainee), m_table->mentor(mentor)).front();
}

std::vector<WhyNot> Proposal::whyNots(const PersonId& trainee) const {
    return whyNotsAt(m_table->trainee(trainee), NO_MENTOR);
}

namespace {
/// The hard rules, capacity and locks that keep the trainee from the mentor.
std::vector<Hindrance> allHindrances(const PairingTable& table, int trainee, int mentor) {
    auto found = table.hard[slot(trainee)][slot(mentor)];
    const auto& one = table.pool.mentors[slot(mentor)];
    const int lockedTo = table.lockedTo[slot(trainee)];
    if (one.trainees >= one.person.capacity)
        found.push_back({Obstacle::MentorFull, std::nullopt, std::nullopt});
    else if (table.places[slot(mentor)] == 0 && lockedTo != mentor)
        found.push_back({Obstacle::PlacesLocked, std::nullopt, std::nullopt});
    if (lockedTo != NO_MENTOR && lockedTo != mentor)
        found.push_back({Obstacle::TraineeLocked, std::nullopt, std::nullopt});
    return found;
}
} // namespace

std::vector<WhyNot> Proposal::whyNotsAt(int trainee, int onlyMentor) const {
    const auto& table = *m_table;
    const auto* proposed = pairOf(table.pool.trainees[slot(trainee)].person.id);
    // Everybody else is solved once; the trainee comes in last, with one mentor to go to.
    auto others = emptyAssignment(table);
    for (const int t : table.free)
        if (t != trainee) others.add(table.row(t), table.precedence[slot(t)]);
    const int precedence = table.precedence[slot(trainee)];
    auto best = others;
    if (table.lockedTo[slot(trainee)] == NO_MENTOR) best.add(table.row(trainee), precedence);

    std::vector<WhyNot> found;
    for (int m = 0; m < table.mentors(); ++m) {
        if (onlyMentor != NO_MENTOR && m != onlyMentor) continue;
        WhyNot why;
        why.mentor = table.pool.mentors[slot(m)].person.id;
        why.proposed = proposed && proposed->mentor == why.mentor;
        if (!why.proposed) why.hindrances = allHindrances(table, trainee, m);
        if (!why.proposed && why.hindrances.empty()) {
            auto forced = others;
            forced.addFirst(table.row(trainee, m), precedence);
            why.leavesOut = best.assigned() - forced.assigned();
            why.leavesEarlier = why.leavesOut == 0 && forced.precedence() < best.precedence();
            why.worseBy = static_cast<int>(forced.cost() - best.cost());
        }
        found.push_back(std::move(why));
    }
    return found;
}

} // namespace fledgling::domain
