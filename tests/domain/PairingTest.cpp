#include "domain/Pairing.h"

#include "People.h"
#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

using test::leaveOf;
using test::mentorOf;
using test::person;
using test::traineeOf;

const Date FIRST_DAY = Date::of("2026-11-23");

std::vector<Obstacle> obstacles(const Person& mentor, const Person& trainee, int load = 0,
                                const std::vector<Leave>& away = {}, const AwayRule& rule = {}) {
    std::vector<Obstacle> found;
    for (const auto& one : hindrances(mentor, trainee, load, away, FIRST_DAY, rule))
        found.push_back(one.obstacle);
    return found;
}

TEST(Pairing, AMentorOfThePostWithAPlaceLeftCanLead) {
    EXPECT_TRUE(obstacles(mentorOf(1), traineeOf(2), 1).empty());
    EXPECT_NO_THROW(requireCanLead(mentorOf(1), traineeOf(2), 1, {}, FIRST_DAY));
}

TEST(Pairing, NobodyLeadsHimselfOrHerself) {
    auto both = mentorOf(1);
    both.roles.insert(Role::Trainee);
    EXPECT_EQ(obstacles(both, both), std::vector{Obstacle::OwnMentor});
    EXPECT_REFUSED(requireCanLead(both, both, 0, {}, FIRST_DAY), Rule::OwnMentor);
}

TEST(Pairing, OnlyAServingMentorLeads) {
    auto trainer = mentorOf(1);
    trainer.roles = {Role::Trainer};
    EXPECT_EQ(obstacles(trainer, traineeOf(2)), std::vector{Obstacle::NotMentor});
    EXPECT_REFUSED(requireCanLead(trainer, traineeOf(2), 0, {}, FIRST_DAY), Rule::NotMentor);
    auto retired = mentorOf(1);
    retired.retired = true;
    EXPECT_EQ(obstacles(retired, traineeOf(2)), std::vector{Obstacle::Retired});
    EXPECT_REFUSED(requireCanLead(retired, traineeOf(2), 0, {}, FIRST_DAY), Rule::NotMentor);
}

TEST(Pairing, WhoLeadsHandsOverBeforeLeaving) {
    EXPECT_NO_THROW(requireLeadsNobody(mentorOf(1), {}));
    try {
        requireLeadsNobody(mentorOf(1), {"Wu Min", "Zhao Lei"});
        FAIL();
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.rule(), Rule::StillLeads);
        EXPECT_EQ(refused.arguments(), (std::vector<std::string>{"Mentor 1", "Wu Min", "Zhao Lei"}));
    }
}

TEST(Pairing, APairThatHasNotBegunEndsOnItsFirstDay) {
    const Pair pair{test::person(1), test::person(2), FIRST_DAY, std::nullopt, "note"};
    EXPECT_EQ(ended(pair, FIRST_DAY.plusDays(3)).until, FIRST_DAY.plusDays(3));
    EXPECT_EQ(ended(pair, FIRST_DAY.plusDays(-3)).until, FIRST_DAY);
    EXPECT_EQ(ended(pair, FIRST_DAY).note, "note");
}

TEST(Pairing, TheMentorLeadsForTheTraineesPost) {
    const auto agents = mentorOf(1, 2, {Post::Agent});
    EXPECT_EQ(obstacles(agents, traineeOf(2, Post::Order)), std::vector{Obstacle::PostDiffers});
    try {
        requireCanLead(agents, traineeOf(2, Post::Order), 0, {}, FIRST_DAY);
        FAIL();
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.rule(), Rule::PostDiffers);
        EXPECT_EQ(refused.arguments(), (std::vector<std::string>{"Mentor 1", "order"}));
    }
}

TEST(Pairing, AFullMentorTakesNobodyMore) {
    EXPECT_EQ(obstacles(mentorOf(1, 2), traineeOf(2), 2), std::vector{Obstacle::MentorFull});
    EXPECT_REFUSED(requireCanLead(mentorOf(1, 2), traineeOf(2), 2, {}, FIRST_DAY), Rule::MentorFull);
    EXPECT_EQ(obstacles(mentorOf(1, 2), traineeOf(2), 3), std::vector{Obstacle::MentorFull});
}

TEST(Pairing, AMentorAwayInTheFirstWeekCannotLead) {
    const auto leave = leaveOf(person(1), "2026-11-20", "2026-11-23");
    const auto found = hindrances(mentorOf(1), traineeOf(2), 0, {leave}, FIRST_DAY);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0], (Hindrance{Obstacle::MentorAway, leave.first, leave.last}));
    EXPECT_REFUSED(requireCanLead(mentorOf(1), traineeOf(2), 0, {leave}, FIRST_DAY), Rule::MentorAway);
}

TEST(Pairing, OnlyApprovedLeaveOfTheMentorInTheFirstWeekCounts) {
    const auto asked = leaveOf(person(1), "2026-11-23", "2026-11-27", LeaveState::Asked);
    const auto somebodyElses = leaveOf(person(3), "2026-11-23", "2026-11-27");
    const auto before = leaveOf(person(1), "2026-11-16", "2026-11-22");
    const auto after = leaveOf(person(1), "2026-11-30", "2026-12-04");
    EXPECT_TRUE(obstacles(mentorOf(1), traineeOf(2), 0, {asked, somebodyElses, before, after}).empty());
}

TEST(Pairing, TheAwayRuleSaysHowMuchMayBeMissed) {
    const auto twoDays = leaveOf(person(1), "2026-11-24", "2026-11-25");
    EXPECT_TRUE(obstacles(mentorOf(1), traineeOf(2), 0, {twoDays}, {7, 2}).empty());
    EXPECT_EQ(obstacles(mentorOf(1), traineeOf(2), 0, {twoDays}, {7, 1}), std::vector{Obstacle::MentorAway});
    EXPECT_TRUE(obstacles(mentorOf(1), traineeOf(2), 0, {twoDays}, {1, 0}).empty());
    EXPECT_TRUE(obstacles(mentorOf(1), traineeOf(2), 0, {twoDays}, {0, 0}).empty());
}

TEST(Pairing, DaysInTwoLeavesAreMissedOnce) {
    const std::vector<Leave> twice{leaveOf(person(1), "2026-11-24", "2026-11-25"),
                                   leaveOf(person(1), "2026-11-24", "2026-11-25")};
    EXPECT_TRUE(obstacles(mentorOf(1), traineeOf(2), 0, twice, {7, 2}).empty());
}

TEST(Pairing, EveryReasonIsTold) {
    auto wrong = mentorOf(1, 1, {Post::Order});
    wrong.retired = true;
    const auto leave = leaveOf(person(1), "2026-11-23", "2026-11-23");
    EXPECT_EQ(
        obstacles(wrong, traineeOf(2), 1, {leave}),
        (std::vector{Obstacle::Retired, Obstacle::PostDiffers, Obstacle::MentorAway, Obstacle::MentorFull}));
}

TEST(Pairing, TheFirstDayPresentIsAfterTheLeavesInTheWay) {
    const std::vector<Leave> away{leaveOf(person(1), "2026-11-23", "2026-11-25"),
                                  leaveOf(person(1), "2026-12-01", "2026-12-02")};
    // From 26 November on the week would run into the second leave.
    EXPECT_EQ(firstDayPresent(person(1), away, FIRST_DAY), Date::of("2026-12-03"));
    EXPECT_EQ(firstDayPresent(person(1), away, FIRST_DAY, {3, 0}), Date::of("2026-11-26"));
    EXPECT_EQ(firstDayPresent(person(1), {}, FIRST_DAY), FIRST_DAY);
}

TEST(Pairing, ATraineeHasOneMentorAtATime) {
    const auto mentor = mentorOf(1);
    EXPECT_NO_THROW(requireUnpaired(traineeOf(2), nullptr));
    EXPECT_REFUSED(requireUnpaired(traineeOf(2), &mentor), Rule::AlreadyPaired);
}

TEST(Pairing, OnlyTheCurrentMentorActsForATrainee) {
    const auto mentor = mentorOf(1), other = mentorOf(3);
    EXPECT_NO_THROW(requireCurrentMentor(mentor, traineeOf(2), &mentor));
    EXPECT_REFUSED(requireCurrentMentor(other, traineeOf(2), &mentor), Rule::NotTheMentor);
    EXPECT_REFUSED(requireCurrentMentor(mentor, traineeOf(2), nullptr), Rule::NotPaired);
}

TEST(Pairing, APairCoversItsDaysToTheLast) {
    Pair pair{person(2), person(1), FIRST_DAY, std::nullopt, {}};
    EXPECT_TRUE(pair.covers(FIRST_DAY));
    EXPECT_FALSE(pair.covers(FIRST_DAY.plusDays(-1)));
    EXPECT_TRUE(pair.covers(FIRST_DAY.plusDays(400)));
    pair.until = FIRST_DAY.plusDays(3);
    EXPECT_TRUE(pair.covers(FIRST_DAY.plusDays(3)));
    EXPECT_FALSE(pair.covers(FIRST_DAY.plusDays(4)));
}

} // namespace
} // namespace fledgling::domain
