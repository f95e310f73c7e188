#pragma once

#include "domain/Assignment.h"
#include "domain/PairingProposal.h"

#include <vector>

namespace fledgling::domain {

/// No mentor, or no trainee, at an index.
inline constexpr int NO_MENTOR = Assignment::NONE;
[[nodiscard]] inline std::size_t slot(int index) { return static_cast<std::size_t>(index); }

/// A pool in id order with every cell decided: who may lead whom, and what it is worth. Internal to pairing.
///
/// A mentor is so many places, the first costing the load carried now and each further one a trainee more:
/// rising costs, so the cheap places fill first, loads even out and a pair's load points are those of its own
/// place. Locked pairs take the first places; that changes no sum.
struct PairingTable {
    explicit PairingTable(const Pool& pool);

    Pool pool; ///< trainees and mentors sorted by id
    std::vector<std::vector<std::vector<Hindrance>>>
        hard;                        ///< [trainee][mentor], capacity and locks left aside
    std::vector<int> precedence;     ///< [trainee] the higher, the earlier he or she begins
    std::vector<int> lockedTo;       ///< [trainee] mentor or NO_MENTOR
    std::vector<int> locked;         ///< [mentor] how many are locked to
    std::vector<int> places;         ///< [mentor] left for trainees who aren't locked
    std::vector<int> free;           ///< trainees who aren't locked
    std::vector<int> mentorOfColumn; ///< columns of the assignment: places, mentor by mentor

    [[nodiscard]] int trainees() const { return static_cast<int>(pool.trainees.size()); }
    [[nodiscard]] int mentors() const { return static_cast<int>(pool.mentors.size()); }
    [[nodiscard]] int trainee(const PersonId& id) const; ///< Refused(Unknown)
    [[nodiscard]] int mentor(const PersonId& id) const;  ///< Refused(Unknown)
    [[nodiscard]] bool eligible(int trainee, int mentor) const;

    /// The terms of a pair in the mentor's n-th place, from 0, locked ones counted.
    [[nodiscard]] std::vector<Term> terms(int trainee, int mentor, int place) const;
    /// The assignment's row for a trainee: all mentors, or only one.
    [[nodiscard]] std::vector<Assignment::Cost> row(int trainee, int onlyMentor = Assignment::NONE) const;

private:
    void rankStarts();
    void readLocks();
    void layColumns();
};

/// Who got whom: [trainee] mentor or NO_MENTOR.
using MentorOfTrainee = std::vector<int>;

/// The minimal shortage of a trainee whom a largest matching leaves out.
[[nodiscard]] Shortage shortageOf(const PairingTable& table, const MentorOfTrainee& matching, int trainee);

} // namespace fledgling::domain
