#include "domain/PairingTable.h"

#include <algorithm>
#include <set>

namespace fledgling::domain {

namespace {

/// Looks from one left-out trainee along alternating paths. With a largest matching these paths end in
/// nothing but full mentors, and whom they pass is the only minimal set around that trainee (a circuit of the
/// transversal matroid).
class ShortageSearch {
public:
    ShortageSearch(const PairingTable& table, const MentorOfTrainee& matching, int trainee)
        : m_table(table), m_matching(matching) {
        m_trainees.insert(trainee);
        spread(trainee);
        findOpenMentors();
    }

    [[nodiscard]] Shortage shortage() const {
        Shortage found;
        for (const int t : m_trainees)
            found.trainees.push_back(idOfTrainee(t));
        for (const int m : m_mentors) {
            found.mentors.push_back(idOfMentor(m));
            found.places += m_table.places[slot(m)];
        }
        raiseCapacity(found.remedies);
        changeOneRule(found.remedies);
        unlock(found.remedies);
        found.remedies.push_back(
            {RemedyKind::NewMentor, {}, found.trainees.front(), std::nullopt, std::nullopt});
        return found;
    }

private:
    const PersonId& idOfTrainee(int t) const { return m_table.pool.trainees[slot(t)].person.id; }
    const PersonId& idOfMentor(int m) const { return m_table.pool.mentors[slot(m)].person.id; }
    /// Matched in the solved part, that is not by a lock.
    bool holds(int mentor, int trainee) const {
        return m_matching[slot(trainee)] == mentor && m_table.lockedTo[slot(trainee)] == NO_MENTOR;
    }

    void spread(int from) {
        std::vector<int> open{from};
        while (!open.empty()) {
            const int t = open.back();
            open.pop_back();
            for (int m = 0; m < m_table.mentors(); ++m) {
                if (!m_table.eligible(t, m) || !m_mentors.insert(m).second) continue;
                for (const int other : m_table.free)
                    if (holds(m, other) && m_trainees.insert(other).second) open.push_back(other);
            }
        }
    }

    /// Mentors with whom one more trainee fits once others have given way.
    void findOpenMentors() {
        std::vector<int> left = m_table.places;
        for (const int t : m_table.free)
            if (m_matching[slot(t)] != NO_MENTOR) --left[slot(m_matching[slot(t)])];
        for (int m = 0; m < m_table.mentors(); ++m)
            if (left[slot(m)] > 0) m_open.insert(m);
        for (bool grown = true; grown;) {
            grown = false;
            for (const int t : m_table.free) {
                const int m = m_matching[slot(t)];
                if (m != NO_MENTOR && !m_open.contains(m) && canMove(t)) grown = m_open.insert(m).second;
            }
        }
    }

    bool canMove(int trainee) const {
        return std::any_of(m_open.begin(), m_open.end(), [&](int m) { return m_table.eligible(trainee, m); });
    }

    void raiseCapacity(std::vector<Remedy>& remedies) const {
        for (const int m : m_mentors) {
            const auto& mentor = m_table.pool.mentors[slot(m)];
            const int taken = mentor.trainees + m_table.locked[slot(m)];
            // Who leads more than the capacity says needs more than one place.
            if (mentor.person.capacity >= HIGHEST_CAPACITY || taken > mentor.person.capacity) continue;
            remedies.push_back({RemedyKind::RaiseCapacity, idOfMentor(m), {}, std::nullopt, std::nullopt});
        }
    }

    void changeOneRule(std::vector<Remedy>& remedies) const {
        std::vector<Remedy> waits;
        for (const int t : m_trainees) {
            const auto& trainee = m_table.pool.trainees[slot(t)];
            for (const int m : m_open) {
                const auto& reasons = m_table.hard[slot(t)][slot(m)];
                if (reasons.size() != 1) continue;
                const auto& mentor = m_table.pool.mentors[slot(m)];
                if (reasons.front().obstacle == Obstacle::PostDiffers && trainee.person.posts.size() == 1) {
                    const Remedy add{
                        RemedyKind::AddPost, idOfMentor(m), {}, *trainee.person.posts.begin(), {}};
                    if (std::find(remedies.begin(), remedies.end(), add) == remedies.end())
                        remedies.push_back(add);
                } else if (reasons.front().obstacle == Obstacle::MentorAway) {
                    const Date back =
                        firstDayPresent(mentor.person.id, mentor.away, trainee.start, m_table.pool.awayRule);
                    waits.push_back(
                        {RemedyKind::WaitForReturn, idOfMentor(m), idOfTrainee(t), std::nullopt, back});
                }
            }
        }
        remedies.insert(remedies.end(), waits.begin(), waits.end());
    }

    void unlock(std::vector<Remedy>& remedies) const {
        for (int t = 0; t < m_table.trainees(); ++t) {
            const int m = m_table.lockedTo[slot(t)];
            if (m == NO_MENTOR || !m_mentors.contains(m) || !canMove(t)) continue;
            remedies.push_back(
                {RemedyKind::Unlock, idOfMentor(m), idOfTrainee(t), std::nullopt, std::nullopt});
        }
    }

    const PairingTable& m_table;
    const MentorOfTrainee& m_matching;
    std::set<int> m_trainees;
    std::set<int> m_mentors;
    std::set<int> m_open;
};

} // namespace

Shortage shortageOf(const PairingTable& table, const MentorOfTrainee& matching, int trainee) {
    return ShortageSearch(table, matching, trainee).shortage();
}

} // namespace fledgling::domain
