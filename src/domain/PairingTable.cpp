#include "domain/PairingTable.h"

#include "domain/Refused.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace fledgling::domain {

namespace {

template <class People>
void sortById(People& people) {
    std::stable_sort(people.begin(), people.end(),
                     [](const auto& a, const auto& b) { return a.person.id < b.person.id; });
}

template <class People>
int indexOf(const People& people, const PersonId& id) {
    const auto found =
        std::lower_bound(people.begin(), people.end(), id,
                         [](const auto& one, const PersonId& wanted) { return one.person.id < wanted; });
    if (found == people.end() || found->person.id != id) throw Refused(Rule::Unknown, {id.text()});
    return static_cast<int>(found - people.begin());
}

Term leaningTerm(const Person& mentor, const Person& trainee, const PairingWeights& weights) {
    if (mentor.leaning == trainee.leaning) return {TermKind::Leaning, weights.sameLeaning, 0};
    const bool allRound = mentor.leaning == Leaning::AllRound || trainee.leaning == Leaning::AllRound;
    return {TermKind::Leaning, allRound ? weights.allRound : 0, allRound ? 1 : 0};
}
} // namespace

PairingTable::PairingTable(const Pool& given) : pool(given) {
    sortById(pool.trainees);
    sortById(pool.mentors);
    hard.resize(pool.trainees.size());
    for (int t = 0; t < trainees(); ++t) {
        const auto& one = pool.trainees[slot(t)];
        for (const auto& mentor : pool.mentors) {
            auto found = hindrances(mentor.person, one.person, 0, mentor.away, one.start, pool.awayRule);
            std::erase_if(found, [](const Hindrance& h) { return h.obstacle == Obstacle::MentorFull; });
            hard[slot(t)].push_back(std::move(found));
        }
    }
    rankStarts();
    readLocks();
    layColumns();
}

void PairingTable::rankStarts() {
    std::set<Date> starts;
    for (const auto& one : pool.trainees)
        starts.insert(one.start);
    for (const auto& one : pool.trainees)
        precedence.push_back(static_cast<int>(std::distance(starts.upper_bound(one.start), starts.end())));
}

void PairingTable::readLocks() {
    lockedTo.assign(pool.trainees.size(), NO_MENTOR);
    locked.assign(pool.mentors.size(), 0);
    for (const auto& lock : pool.locked) {
        const int t = trainee(lock.trainee), m = mentor(lock.mentor);
        const auto& who = pool.trainees[slot(t)];
        const auto& by = pool.mentors[slot(m)];
        if (lockedTo[slot(t)] != NO_MENTOR) requireUnpaired(who.person, &pool.mentors[slot(lockedTo[slot(t)])].person);
        requireCanLead(by.person, who.person, by.trainees + locked[slot(m)], by.away, who.start, pool.awayRule);
        lockedTo[slot(t)] = m;
        ++locked[slot(m)];
    }
}

void PairingTable::layColumns() {
    for (int t = 0; t < trainees(); ++t)
        if (lockedTo[slot(t)] == NO_MENTOR) free.push_back(t);
    for (int m = 0; m < mentors(); ++m) {
        const auto& one = pool.mentors[slot(m)];
        places.push_back(std::max(0, one.person.capacity - one.trainees - locked[slot(m)]));
        const int useful = std::min(places.back(), static_cast<int>(free.size()));
        mentorOfColumn.insert(mentorOfColumn.end(), slot(useful), m);
    }
}

int PairingTable::trainee(const PersonId& id) const { return indexOf(pool.trainees, id); }
int PairingTable::mentor(const PersonId& id) const { return indexOf(pool.mentors, id); }
bool PairingTable::eligible(int trainee, int mentor) const { return hard[slot(trainee)][slot(mentor)].empty(); }

std::vector<Term> termsOf(const Pool& pool, const PoolTrainee& who, const PoolMentor& by, int place) {
    const auto& weights = pool.weights;
    const int carried = by.traineeDays + place * pool.daysPerTrainee;
    const int years = std::min(tenureMonths(by.person, who.start) / 12, weights.tenureYears);
    const bool sameShift = !by.person.shift.empty() && by.person.shift == who.person.shift;
    return {leaningTerm(by.person, who.person, weights),
            {TermKind::Load, -carried * weights.loadPerTraineeDay, carried},
            {TermKind::Tenure, years * weights.tenurePerYear, years},
            {TermKind::Shift, sameShift ? weights.sameShift : 0, 0},
            {TermKind::Record, by.record * weights.record / 100, by.record}};
}

std::vector<Term> PairingTable::terms(int trainee, int mentor, int place) const {
    return termsOf(pool, pool.trainees[slot(trainee)], pool.mentors[slot(mentor)], place);
}

std::vector<Assignment::Cost> PairingTable::row(int trainee, int onlyMentor) const {
    std::vector<Assignment::Cost> costs(mentorOfColumn.size(), Assignment::FORBIDDEN);
    int place = 0;
    Assignment::Cost fixed = 0;
    for (std::size_t c = 0; c < costs.size(); ++c) {
        const int m = mentorOfColumn[c];
        const bool first = c == 0 || mentorOfColumn[c - 1] != m;
        place = first ? locked[slot(m)] : place + 1;
        if (!eligible(trainee, m) || (onlyMentor != NO_MENTOR && m != onlyMentor)) continue;
        if (first) {
            fixed = 0;
            for (const auto& term : terms(trainee, m, 0))
                if (term.kind != TermKind::Load) fixed += term.points;
        }
        const Assignment::Cost carried = pool.mentors[slot(m)].traineeDays + place * pool.daysPerTrainee;
        costs[c] = carried * pool.weights.loadPerTraineeDay - fixed;
    }
    return costs;
}

} // namespace fledgling::domain
