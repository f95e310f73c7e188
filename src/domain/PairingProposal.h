#pragma once

#include "domain/Pairing.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// What makes a pair better, in points; a setting of the department.
struct PairingWeights {
    int sameLeaning = 20;
    int allRound = 10;         ///< leanings differ, but one of the two is all-round
    int loadPerTraineeDay = 1; ///< taken off for every trainee-day the mentor already carries: loads even out
    int tenurePerYear = 2;     ///< for every full year of the mentor's tenure
    int tenureYears = 5;       ///< years that count at most
    int sameShift = 15;
    int record = 10; ///< of a mentor whose exams are in force and whose logs are all on time; in proportion for fewer
    friend bool operator==(const PairingWeights&, const PairingWeights&) = default;
};

struct PoolTrainee {
    Person person;
    Date start; ///< first day with the mentor
};

struct PoolMentor {
    Person person;
    int trainees = 0;    ///< led now, none of the pool's
    int traineeDays = 0; ///< carried now: mentored days these trainees still have before them
    std::vector<Leave> away;
    int record = 0; ///< 0 to 100: exams in force and logs on time
};

/// A pair the user has fixed; the rest is solved around it.
struct LockedPair {
    PersonId trainee;
    PersonId mentor;
    friend bool operator==(const LockedPair&, const LockedPair&) = default;
};

/// Trainees without a mentor and everybody who might lead them.
struct Pool {
    std::vector<PoolTrainee> trainees;
    std::vector<PoolMentor> mentors;
    std::vector<LockedPair> locked;
    PairingWeights weights;
    AwayRule awayRule;
    int daysPerTrainee = 10; ///< trainee-days one more trainee adds (the course's mentoring days)
};

enum class TermKind { Leaning, Load, Tenure, Shift, Record };

/// One line of "why". The points of a pair's terms add up to its score.
struct Term {
    TermKind kind = TermKind::Leaning;
    int points = 0;
    /// Load: trainee-days carried before this one; Tenure: full years that count; Record: in hundred; Leaning: 1 where they
    /// differ and one is all-round; else 0.
    int amount = 0;
    friend bool operator==(const Term&, const Term&) = default;
};

struct ProposedPair {
    PersonId trainee;
    PersonId mentor;
    bool locked = false;
    int score = 0;
    std::vector<Term> terms; ///< one of each kind, in TermKind's order
    friend bool operator==(const ProposedPair&, const ProposedPair&) = default;
};

/// Why a trainee isn't given to another mentor.
struct WhyNot {
    PersonId mentor;
    bool proposed = false;             ///< this is the pair that is proposed
    std::vector<Hindrance> hindrances; ///< hard rules; when there are any the figures below are 0
    int leavesOut = 0;                 ///< that many more people would have no mentor
    int worseBy = 0;                   ///< points the whole would lose; 0 with no hindrance: just as good
    bool leavesEarlier = false;        ///< as many would be led, but of two the one who begins later; points say nothing then
    friend bool operator==(const WhyNot&, const WhyNot&) = default;
};

enum class RemedyKind {
    RaiseCapacity, ///< one more place with `mentor`
    AddPost,       ///< `mentor` also leads for `post` (has places)
    WaitForReturn, ///< `trainee` begins on `day`, when `mentor` is back
    Unlock,        ///< give up the lock of `trainee` and `mentor`
    NewMentor      ///< one more mentor who can lead `trainee`
};

struct Remedy {
    RemedyKind kind = RemedyKind::NewMentor;
    PersonId mentor;
    PersonId trainee;
    std::optional<Post> post;
    std::optional<Date> day;
    friend bool operator==(const Remedy&, const Remedy&) = default;
};

/// Why somebody stays without a mentor: these trainees can be led by these mentors only, and they have fewer
/// places. Minimal: without any one of its trainees the others could all be led. (By Hall's theorem there is
/// one exactly when no full pairing exists.)
struct Shortage {
    std::vector<PersonId> trainees;
    std::vector<PersonId> mentors; ///< also those who could lead but have no place left
    int places = 0;                ///< one fewer than trainees
    std::vector<Remedy> remedies;  ///< each alone lets one more person be led
    friend bool operator==(const Shortage&, const Shortage&) = default;
};

/// What the pair is worth in the mentor's n-th place from now on, counted from 0: one term of each kind, in TermKind's order.
[[nodiscard]] std::vector<Term> termsOf(const Pool& pool, const PoolTrainee& trainee, const PoolMentor& mentor, int place);

struct PairingTable;

/// The best pairing of a pool: as many people led as can be; where places lack, those who begin earlier; and of those
/// pairings the one with the most points. Nothing is kept. Same pool, same proposal, in whatever order its people are listed.
class Proposal {
public:
    [[nodiscard]] const std::vector<ProposedPair>& pairs() const {
        return m_pairs;
    } ///< in the trainees' id order
    [[nodiscard]] const std::vector<PersonId>& unpaired() const { return m_unpaired; }
    [[nodiscard]] bool full() const { return m_unpaired.empty(); }
    [[nodiscard]] int total() const;
    [[nodiscard]] const ProposedPair* pairOf(const PersonId& trainee) const;
    /// One per unpaired trainee, those of fewest people first; empty when full.
    [[nodiscard]] const std::vector<Shortage>& shortages() const { return m_shortages; }

    /// Throws Refused(Unknown) for somebody who isn't in the pool.
    [[nodiscard]] WhyNot whyNot(const PersonId& trainee, const PersonId& mentor) const;
    /// For every mentor of the pool, in id order; far cheaper than asking one by one.
    [[nodiscard]] std::vector<WhyNot> whyNots(const PersonId& trainee) const;

private:
    friend Proposal propose(const Pool& pool);
    [[nodiscard]] std::vector<WhyNot> whyNotsAt(int trainee, int onlyMentor) const;

    std::shared_ptr<const PairingTable> m_table;
    std::vector<ProposedPair> m_pairs;
    std::vector<PersonId> m_unpaired;
    std::vector<Shortage> m_shortages;
};

/// Solves the whole pool. A lock against a hard rule is refused as requireCanLead does; one of somebody
/// outside the pool with Refused(Unknown), two of one trainee with AlreadyPaired.
[[nodiscard]] Proposal propose(const Pool& pool);

} // namespace fledgling::domain
