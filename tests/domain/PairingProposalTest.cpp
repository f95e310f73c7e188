#include "Pools.h"
#include "domain/Refused.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace fledgling::domain {
namespace {

using test::leaveOf;
using test::offering;
using test::person;
using test::waiting;

TEST(PairingProposal, EmptyPoolsGiveEmptyProposals) {
    const auto nothing = propose({});
    EXPECT_TRUE(nothing.full());
    EXPECT_TRUE(nothing.pairs().empty());
    EXPECT_EQ(nothing.total(), 0);
}

TEST(PairingProposal, TheWholeCountsNotTheFirst) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2)};
    pool.trainees[0].person.leaning = pool.trainees[1].person.leaning = Leaning::Technical;
    pool.trainees[1].person.shift = "early";
    pool.mentors = {offering(11, 1), offering(12, 1)};
    pool.mentors[0].person.leaning = Leaning::Technical;
    pool.mentors[0].person.shift = "early";
    pool.mentors[1].person.leaning = Leaning::Theory;
    const auto proposal = propose(pool);
    EXPECT_EQ(proposal.pairOf(person(1))->mentor, person(12));
    EXPECT_EQ(proposal.pairOf(person(2))->mentor, person(11));
}

TEST(PairingProposal, WherePlacesLackWhoBeginsEarlierComesFirst) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2)};
    pool.trainees[0].start = test::START.plusDays(14);
    pool.trainees[0].person.shift = "early"; // worth more, and begins later
    pool.mentors = {offering(11, 1)};
    pool.mentors[0].person.shift = "early";
    const auto proposal = propose(pool);
    EXPECT_EQ(proposal.unpaired(), std::vector<PersonId>{person(1)});
    ASSERT_NE(proposal.pairOf(person(2)), nullptr);
    const auto why = proposal.whyNot(person(1), person(11));
    EXPECT_EQ(why.leavesOut, 0);
    EXPECT_TRUE(why.leavesEarlier);
    // As many as can be comes before who begins when.
    pool.trainees.push_back(waiting(3, Post::Order));
    pool.trainees[1].person.posts = {Post::Order};
    pool.mentors[0].person.posts = {Post::Agent};
    pool.mentors.push_back(offering(12, 1, {Post::Order}));
    EXPECT_EQ(propose(pool).pairs().size(), 2U);
    EXPECT_NE(propose(pool).pairOf(person(1)), nullptr);
}

TEST(PairingProposal, LoadsEvenOut) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2), waiting(3), waiting(4)};
    pool.mentors = {offering(11, 4), offering(12, 4)};
    const auto proposal = propose(pool);
    std::map<PersonId, int> got;
    for (const auto& pair : proposal.pairs())
        ++got[pair.mentor];
    EXPECT_EQ(got[person(11)], 2);
    EXPECT_EQ(got[person(12)], 2);
}

TEST(PairingProposal, TheTermsSayWhy) {
    Pool pool;
    pool.trainees = {waiting(1)};
    pool.trainees[0].person.shift = "late";
    pool.mentors = {offering(11, 2)};
    pool.mentors[0].person.shift = "late";
    pool.mentors[0].person.since = Date::of("2023-11-23");
    pool.mentors[0].traineeDays = 7;
    const auto proposal = propose(pool);
    const auto* pair = proposal.pairOf(person(1));
    ASSERT_NE(pair, nullptr);
    EXPECT_EQ(pair->terms, (std::vector<Term>{{TermKind::Leaning, 20, 0},
                                              {TermKind::Load, -7, 7},
                                              {TermKind::Tenure, 6, 3},
                                              {TermKind::Shift, 15, 0},
                                              {TermKind::Record, 0, 0}}));
    EXPECT_EQ(pair->score, 34);
}

TEST(PairingProposal, OneWhoIsAllRoundIsToldFromTheSameLeaning) {
    Pool pool;
    pool.trainees = {waiting(1)};
    pool.mentors = {offering(11, 1)};
    pool.trainees[0].person.leaning = Leaning::AllRound;
    for (const auto& [leaning, term] : {std::pair(Leaning::AllRound, Term{TermKind::Leaning, 20, 0}),
                                        std::pair(Leaning::Theory, Term{TermKind::Leaning, 10, 1})}) {
        pool.mentors[0].person.leaning = leaning;
        EXPECT_EQ(propose(pool).pairs().at(0).terms.at(0), term);
    }
}

TEST(PairingProposal, TenureCountsUpToItsLimit) {
    Pool pool;
    pool.trainees = {waiting(1)};
    pool.mentors = {offering(11, 1)};
    pool.mentors[0].person.since = Date::of("2000-01-01");
    const auto proposal = propose(pool);
    EXPECT_EQ(proposal.pairs().at(0).terms.at(2), (Term{TermKind::Tenure, 10, 5}));
}

TEST(PairingProposal, TwoUnknownShiftsAreNotTheSame) {
    Pool pool;
    pool.trainees = {waiting(1)};
    pool.mentors = {offering(11, 1)};
    EXPECT_EQ(propose(pool).pairs().at(0).terms.at(3).points, 0);
}

TEST(PairingProposal, WhyNotNamesTheHardRules) {
    Pool pool;
    pool.trainees = {waiting(1)};
    pool.mentors = {offering(11, 1), offering(12, 1, {Post::Order}), offering(13, 1)};
    pool.mentors[2].trainees = 1;
    const auto proposal = propose(pool);
    EXPECT_TRUE(proposal.whyNot(person(1), person(11)).proposed);
    EXPECT_EQ(proposal.whyNot(person(1), person(12)).hindrances.at(0).obstacle, Obstacle::PostDiffers);
    EXPECT_EQ(proposal.whyNot(person(1), person(13)).hindrances.at(0).obstacle, Obstacle::MentorFull);
    EXPECT_REFUSED(proposal.whyNot(person(1), person(99)), Rule::Unknown);
    EXPECT_REFUSED(proposal.whyNots(person(99)), Rule::Unknown);
}

TEST(PairingProposal, WhyNotSaysWhatTheWholeWouldLose) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2, Post::Order)};
    pool.mentors = {offering(11, 1), offering(12, 1, {Post::Agent, Post::Order})};
    pool.mentors[1].person.leaning = Leaning::Theory;
    const auto proposal = propose(pool);
    const auto why = proposal.whyNot(person(1), person(12));
    EXPECT_TRUE(why.hindrances.empty());
    EXPECT_EQ(why.leavesOut, 1);
    pool.mentors[1].person.capacity = 2;
    const auto roomy = propose(pool).whyNot(person(1), person(12));
    EXPECT_EQ(roomy.leavesOut, 0);
    // All-round beats half a match by ten, and mentor 12 would carry ten trainee-days more.
    EXPECT_EQ(roomy.worseBy, 20);
}

TEST(PairingProposal, LocksHoldAndAreToldAsTheReason) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2)};
    pool.mentors = {offering(11, 1), offering(12, 1)};
    pool.locked = {{person(1), person(12)}};
    const auto proposal = propose(pool);
    EXPECT_TRUE(proposal.pairOf(person(1))->locked);
    EXPECT_EQ(proposal.pairOf(person(1))->mentor, person(12));
    EXPECT_EQ(proposal.pairOf(person(2))->mentor, person(11));
    EXPECT_EQ(proposal.whyNot(person(2), person(12)).hindrances.at(0).obstacle, Obstacle::PlacesLocked);
    EXPECT_EQ(proposal.whyNot(person(1), person(11)).hindrances.at(0).obstacle, Obstacle::TraineeLocked);
    EXPECT_TRUE(proposal.whyNot(person(1), person(12)).proposed);
}

TEST(PairingProposal, LocksAgainstARuleAreRefused) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2)};
    pool.mentors = {offering(11, 1), offering(12, 1, {Post::Order})};
    pool.locked = {{person(1), person(12)}};
    EXPECT_REFUSED(propose(pool), Rule::PostDiffers);
    pool.locked = {{person(1), person(11)}, {person(2), person(11)}};
    EXPECT_REFUSED(propose(pool), Rule::MentorFull);
    pool.mentors[0].person.capacity = 2;
    pool.locked = {{person(1), person(11)}, {person(1), person(11)}};
    EXPECT_REFUSED(propose(pool), Rule::AlreadyPaired);
    pool.locked = {{person(7), person(11)}};
    EXPECT_REFUSED(propose(pool), Rule::Unknown);
}

TEST(PairingProposal, AShortageNamesThePeopleAndThePlaces) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2, Post::Order), waiting(3, Post::Order), waiting(4, Post::Order)};
    pool.mentors = {offering(11, 1), offering(12, 2, {Post::Order}), offering(13, 3, {Post::Order})};
    pool.mentors[2].trainees = 3;
    const auto proposal = propose(pool);
    EXPECT_EQ(proposal.unpaired().size(), 1u);
    ASSERT_EQ(proposal.shortages().size(), 1u);
    const auto& shortage = proposal.shortages()[0];
    EXPECT_EQ(shortage.trainees, (std::vector{person(2), person(3), person(4)}));
    EXPECT_EQ(shortage.mentors, (std::vector{person(12), person(13)}));
    EXPECT_EQ(shortage.places, 2);
    ASSERT_EQ(shortage.remedies.size(), 3u);
    EXPECT_EQ(shortage.remedies[0].kind, RemedyKind::RaiseCapacity);
    EXPECT_EQ(shortage.remedies[0].mentor, person(12));
    EXPECT_EQ(shortage.remedies[1].mentor, person(13));
    EXPECT_EQ(shortage.remedies[2].kind, RemedyKind::NewMentor);
}

TEST(PairingProposal, AMentorWithRoomMayLearnThePostOrComeBack) {
    Pool pool;
    pool.trainees = {waiting(1, Post::Order)};
    pool.mentors = {offering(11, 1), offering(12, 1, {Post::Order})};
    pool.mentors[1].away = {leaveOf(person(12), "2026-11-23", "2026-11-27")};
    const auto proposal = propose(pool);
    const auto& remedies = proposal.shortages().at(0).remedies;
    ASSERT_EQ(remedies.size(), 3u);
    EXPECT_EQ(remedies[0], (Remedy{RemedyKind::AddPost, person(11), {}, Post::Order, {}}));
    EXPECT_EQ(remedies[1],
              (Remedy{RemedyKind::WaitForReturn, person(12), person(1), {}, Date::of("2026-11-28")}));
    EXPECT_TRUE(proposal.shortages()[0].mentors.empty());
}

TEST(PairingProposal, ALockThatBlocksCanBeGivenUp) {
    Pool pool;
    pool.trainees = {waiting(1), waiting(2, Post::Order)};
    pool.mentors = {offering(11, 1), offering(12, 1, {Post::Agent, Post::Order})};
    pool.locked = {{person(1), person(12)}};
    const auto proposal = propose(pool);
    const auto& remedies = proposal.shortages().at(0).remedies;
    const Remedy unlock{RemedyKind::Unlock, person(12), person(1), {}, {}};
    EXPECT_NE(std::find(remedies.begin(), remedies.end(), unlock), remedies.end());
}

} // namespace
} // namespace fledgling::domain
