#include "Pools.h"
#include "domain/Refused.h"
#include "support/Any.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>
#include <set>

namespace fledgling::domain {
namespace {

using test::leaveOf;
using test::offering;
using test::person;
using test::START;
using test::waiting;

/// The same sum as a proposal's total, reckoned another way: pair by pair without load, then each mentor's
/// load.
class BruteForce {
public:
    /// Smaller is better: people left out, then when those who are led begin, in order, then minus points.
    struct Outcome {
        int out = 0;
        std::multiset<Date> starts = {};
        int minusPoints = 0;
        friend auto operator<=>(const Outcome&, const Outcome&) = default;
    };
    explicit BruteForce(const Pool& pool) : m_pool(pool), m_got(pool.mentors.size(), 0) { m_best = tried(0); }
    [[nodiscard]] const Outcome& best() const { return m_best; }

private:
    [[nodiscard]] bool mayLead(const PoolTrainee& trainee, std::size_t m) const {
        const auto& mentor = m_pool.mentors[m];
        for (const auto& lock : m_pool.locked)
            if (lock.trainee == trainee.person.id && lock.mentor != mentor.person.id) return false;
        return hindrances(mentor.person, trainee.person, mentor.trainees + m_got[m], mentor.away,
                          trainee.start, m_pool.awayRule)
            .empty();
    }
    [[nodiscard]] int worth(const Person& trainee, const Person& mentor, Date start) const {
        const auto& w = m_pool.weights;
        int points = 0;
        if (trainee.leaning == mentor.leaning)
            points += w.sameLeaning;
        else if (trainee.leaning == Leaning::AllRound || mentor.leaning == Leaning::AllRound)
            points += w.allRound;
        if (!trainee.shift.empty() && trainee.shift == mentor.shift) points += w.sameShift;
        return points + std::min(tenureMonths(mentor, start) / 12, w.tenureYears) * w.tenurePerYear;
    }
    [[nodiscard]] bool locked(const PersonId& trainee) const {
        return std::any_of(m_pool.locked.begin(), m_pool.locked.end(),
                           [&](const auto& lock) { return lock.trainee == trainee; });
    }
    Outcome tried(std::size_t t) {
        if (t == m_pool.trainees.size()) return {};
        const auto& trainee = m_pool.trainees[t];
        Outcome best{.out = 1'000'000};
        if (!locked(trainee.person.id)) {
            best = tried(t + 1);
            ++best.out;
        }
        for (std::size_t m = 0; m < m_pool.mentors.size(); ++m) {
            const auto& mentor = m_pool.mentors[m];
            if (!mayLead(trainee, m)) continue;
            const int carried = mentor.traineeDays + m_got[m] * m_pool.daysPerTrainee;
            ++m_got[m];
            auto rest = tried(t + 1);
            --m_got[m];
            rest.starts.insert(trainee.start);
            rest.minusPoints -= worth(trainee.person, mentor.person, trainee.start) -
                                carried * m_pool.weights.loadPerTraineeDay;
            best = std::min(best, rest);
        }
        return best;
    }

    const Pool& m_pool;
    std::vector<int> m_got;
    Outcome m_best;
};

using test::any;

Leaning anyLeaning() { return static_cast<Leaning>(any(3)); }
Post anyPost() { return static_cast<Post>(any(3)); }
std::string anyShift() {
    return std::vector<std::string>{"", "early", "late"}[static_cast<std::size_t>(any(3))];
}

Pool anyPool(int mostTrainees = 5, int mostMentors = 4) {
    Pool pool;
    const int trainees = any(mostTrainees + 1), mentors = any(mostMentors + 1);
    for (int i = 0; i < trainees; ++i) {
        auto one = waiting(100 + i, anyPost());
        one.person.leaning = anyLeaning();
        one.person.shift = anyShift();
        one.start = START.plusDays(any(4));
        pool.trainees.push_back(one);
    }
    for (int i = 0; i < mentors; ++i) {
        auto one = offering(200 + i, 1 + any(3), {anyPost(), anyPost()});
        one.person.leaning = anyLeaning();
        one.person.shift = anyShift();
        one.person.since = START.plusDays(-any(3000));
        one.trainees = std::max(0, any(6) - 3);
        one.traineeDays = one.trainees * any(11);
        if (any(3) == 0) one.away = {leaveOf(person(200 + i), "2026-11-23", "2026-11-24")};
        pool.mentors.push_back(one);
    }
    pool.weights.loadPerTraineeDay = any(4);
    return pool;
}

void lockSome(Pool& pool) {
    const auto solved = propose(pool);
    for (const auto& trainee : pool.trainees) {
        if (any(3) != 0) continue;
        for (const auto& why : solved.whyNots(trainee.person.id)) {
            if (!why.hindrances.empty()) continue;
            auto tried = pool;
            tried.locked.push_back({trainee.person.id, why.mentor});
            try {
                static_cast<void>(propose(tried));
            } catch (const Refused&) {
                continue;
            }
            pool = tried;
            break;
        }
    }
}

/// When those who are led begin.
std::multiset<Date> startsOf(const Pool& pool, const Proposal& proposal) {
    std::multiset<Date> starts;
    for (const auto& one : pool.trainees)
        if (proposal.pairOf(one.person.id)) starts.insert(one.start);
    return starts;
}

RC_GTEST_PROP(PairingProperty, EqualsBruteForce, ()) {
    auto pool = anyPool();
    lockSome(pool);
    const auto proposal = propose(pool);
    const auto best = BruteForce(pool).best();
    RC_ASSERT(static_cast<int>(proposal.unpaired().size()) == best.out);
    RC_ASSERT(startsOf(pool, proposal) == best.starts);
    RC_ASSERT(proposal.total() == -best.minusPoints);
    RC_ASSERT(proposal.pairs().size() + proposal.unpaired().size() == pool.trainees.size());
}

RC_GTEST_PROP(PairingProperty, TermsAddUpAndHardRulesHold, ()) {
    auto pool = anyPool(8, 5);
    lockSome(pool);
    std::map<PersonId, int> got;
    const auto proposal = propose(pool);
    for (const auto& pair : proposal.pairs()) {
        int sum = 0;
        for (const auto& term : pair.terms)
            sum += term.points;
        RC_ASSERT(sum == pair.score);
        const auto mentor = std::find_if(pool.mentors.begin(), pool.mentors.end(),
                                         [&](const auto& one) { return one.person.id == pair.mentor; });
        const auto trainee = std::find_if(pool.trainees.begin(), pool.trainees.end(),
                                          [&](const auto& one) { return one.person.id == pair.trainee; });
        const int load = mentor->trainees + got[pair.mentor]++;
        RC_ASSERT(hindrances(mentor->person, trainee->person, load, mentor->away, trainee->start).empty());
    }
    for (const auto& lock : pool.locked)
        RC_ASSERT(proposal.pairOf(lock.trainee)->mentor == lock.mentor);
}

RC_GTEST_PROP(PairingProperty, TheOrderOfThePoolDoesNotMatter, ()) {
    auto pool = anyPool(6, 5);
    const auto one = propose(pool);
    std::reverse(pool.trainees.begin(), pool.trainees.end());
    std::rotate(pool.mentors.begin(), pool.mentors.begin() + static_cast<long>(pool.mentors.size() / 2),
                pool.mentors.end());
    const auto other = propose(pool);
    RC_ASSERT(one.pairs() == other.pairs());
    RC_ASSERT(one.unpaired() == other.unpaired());
    RC_ASSERT(one.shortages() == other.shortages());
}

RC_GTEST_PROP(PairingProperty, WhyNotEqualsSolvingWithThatPairLocked, ()) {
    const auto pool = anyPool();
    const auto proposal = propose(pool);
    for (const auto& trainee : pool.trainees) {
        for (const auto& why : proposal.whyNots(trainee.person.id)) {
            RC_ASSERT(why == proposal.whyNot(trainee.person.id, why.mentor));
            if (!why.hindrances.empty() || why.proposed) continue;
            auto forced = pool;
            forced.locked = {{trainee.person.id, why.mentor}};
            const auto other = propose(forced);
            RC_ASSERT(why.leavesOut == static_cast<int>(other.unpaired().size()) -
                                           static_cast<int>(proposal.unpaired().size()));
            RC_ASSERT(why.worseBy == proposal.total() - other.total());
            RC_ASSERT(why.leavesEarlier ==
                      (why.leavesOut == 0 && startsOf(pool, proposal) < startsOf(pool, other)));
            RC_ASSERT(why.leavesOut > 0 || why.leavesEarlier || why.worseBy >= 0);
        }
    }
}

/// Only these trainees, nobody locked among them.
Pool only(const Pool& pool, const std::set<PersonId>& trainees) {
    auto part = pool;
    std::erase_if(part.trainees, [&](const auto& one) {
        const bool locked = std::any_of(part.locked.begin(), part.locked.end(),
                                        [&](const auto& lock) { return lock.trainee == one.person.id; });
        return !locked && !trainees.contains(one.person.id);
    });
    return part;
}

RC_GTEST_PROP(PairingProperty, AShortageIsRealAndMinimal, ()) {
    auto pool = anyPool(8, 3);
    lockSome(pool);
    const auto proposal = propose(pool);
    RC_ASSERT(proposal.shortages().size() == proposal.unpaired().size());
    for (const auto& shortage : proposal.shortages()) {
        RC_ASSERT(shortage.places == static_cast<int>(shortage.trainees.size()) - 1);
        const std::set<PersonId> all(shortage.trainees.begin(), shortage.trainees.end());
        RC_ASSERT(!propose(only(pool, all)).full());
        for (const auto& one : shortage.trainees) {
            auto rest = all;
            rest.erase(one);
            RC_ASSERT(propose(only(pool, rest)).full());
        }
    }
    for (std::size_t i = 1; i < proposal.shortages().size(); ++i)
        RC_ASSERT(proposal.shortages()[i - 1].trainees.size() <= proposal.shortages()[i].trainees.size());
}

Pool remedied(Pool pool, const Remedy& remedy) {
    for (auto& mentor : pool.mentors) {
        if (mentor.person.id != remedy.mentor) continue;
        if (remedy.kind == RemedyKind::RaiseCapacity) ++mentor.person.capacity;
        if (remedy.kind == RemedyKind::AddPost) mentor.person.posts.insert(*remedy.post);
    }
    for (auto& trainee : pool.trainees) {
        if (trainee.person.id != remedy.trainee) continue;
        if (remedy.kind == RemedyKind::WaitForReturn) trainee.start = *remedy.day;
        if (remedy.kind == RemedyKind::NewMentor)
            pool.mentors.push_back(offering(999, 1, trainee.person.posts));
    }
    if (remedy.kind == RemedyKind::Unlock) std::erase(pool.locked, LockedPair{remedy.trainee, remedy.mentor});
    return pool;
}

RC_GTEST_PROP(PairingProperty, EveryRemedyLetsOneMoreBeLed, ()) {
    auto pool = anyPool(8, 4);
    lockSome(pool);
    const auto proposal = propose(pool);
    for (const auto& shortage : proposal.shortages()) {
        for (const auto& remedy : shortage.remedies) {
            const auto better = propose(remedied(pool, remedy));
            RC_ASSERT(better.unpaired().size() < proposal.unpaired().size());
        }
    }
}

RC_GTEST_PROP(PairingProperty, NoPostOrLockThatWouldHelpIsPassedOver, ()) {
    auto pool = anyPool(8, 4);
    lockSome(pool);
    const auto proposal = propose(pool);
    std::vector<Remedy> wanted;
    for (const auto& lock : pool.locked)
        wanted.push_back({RemedyKind::Unlock, lock.mentor, lock.trainee, {}, {}});
    for (const auto& mentor : pool.mentors)
        for (const Post post : {Post::Agent, Post::Complaint, Post::Order})
            wanted.push_back({RemedyKind::AddPost, mentor.person.id, {}, post, {}});
    for (const auto& remedy : wanted) {
        if (propose(remedied(pool, remedy)).unpaired().size() >= proposal.unpaired().size()) continue;
        RC_ASSERT(
            std::any_of(proposal.shortages().begin(), proposal.shortages().end(), [&](const Shortage& one) {
                return std::find(one.remedies.begin(), one.remedies.end(), remedy) != one.remedies.end();
            }));
    }
}

} // namespace
} // namespace fledgling::domain
