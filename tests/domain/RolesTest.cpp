#include "domain/Roles.h"

#include "People.h"
#include "domain/Refused.h"

#include <gtest/gtest.h>
#include <set>

namespace fledgling::domain {
namespace {

constexpr Role ROLES[] = {Role::Trainee, Role::Mentor, Role::Trainer, Role::Supervisor, Role::Manager};

std::set<Role> whoMay(Verb verb) {
    std::set<Role> found;
    for (const Role role : ROLES)
        if (may({role}, verb)) found.insert(role);
    return found;
}

using Who = std::set<Role>;
using enum Role;

TEST(Roles, EveryVerbHasAKeyOfItsOwnAndSomebodyWhoMay) {
    std::set<std::string_view> keys;
    for (const Verb verb : allVerbs()) {
        EXPECT_FALSE(keyOf(verb).empty());
        EXPECT_TRUE(keys.insert(keyOf(verb)).second) << keyOf(verb);
        EXPECT_FALSE(whoMay(verb).empty()) << keyOf(verb);
    }
}

TEST(Roles, TheTableLeavesNoVerbOut) {
    const auto all = allVerbs();
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(static_cast<std::size_t>(all[i]), i) << keyOf(all[i]);
}

TEST(Roles, OnlyMentorsWriteLogsAndSignSkills) {
    EXPECT_EQ(whoMay(Verb::WriteLog), Who{Mentor});
    EXPECT_EQ(whoMay(Verb::SignSkill), Who{Mentor});
}

TEST(Roles, OnlyTheManagerDecides) {
    for (const Verb verb :
         {Verb::DecideGoLive, Verb::WaiveSession, Verb::ApproveLeave, Verb::ErasePerson, Verb::SetDepartment})
        EXPECT_EQ(whoMay(verb), Who{Manager}) << keyOf(verb);
}

TEST(Roles, SupervisorAndManagerPairAndKeepPeople) {
    for (const Verb verb :
         {Verb::ProposePairs, Verb::AcceptPairs, Verb::HandOver, Verb::ManagePeople, Verb::ImportCalendar})
        EXPECT_EQ(whoMay(verb), (Who{Supervisor, Manager})) << keyOf(verb);
}

TEST(Roles, ASupervisorActsAsTrainerAndAManagerStandsInForBoth) {
    for (const Verb verb : allVerbs())
        if (may({Trainer}, verb)) {
            EXPECT_TRUE(may({Supervisor}, verb)) << keyOf(verb);
            EXPECT_TRUE(may({Manager}, verb)) << keyOf(verb);
        }
    for (const Verb verb : allVerbs())
        EXPECT_TRUE(!may({Supervisor}, verb) || may({Manager}, verb)) << keyOf(verb);
}

TEST(Roles, TheRollIsTheTrainersWork) {
    EXPECT_EQ(whoMay(Verb::MarkRoll), (Who{Trainer, Supervisor, Manager}));
    EXPECT_EQ(whoMay(Verb::CloseSession), (Who{Trainer, Supervisor, Manager}));
}

TEST(Roles, ATraineeDoesOnlyWhatConcernsHimselfOrHerself) {
    std::set<Verb> own;
    for (const Verb verb : allVerbs())
        if (may({Trainee}, verb)) own.insert(verb);
    EXPECT_EQ(own, (std::set{Verb::AskLeave, Verb::GiveEvidence, Verb::WriteProblem, Verb::Acknowledge, Verb::TakeQuiz, Verb::EvaluateMentor, Verb::AppealFault, Verb::UndoOwn}));
}

TEST(Roles, EverybodyMayAskForLeaveAndUndoTheirOwn) {
    EXPECT_EQ(whoMay(Verb::AskLeave).size(), std::size(ROLES));
    EXPECT_EQ(whoMay(Verb::UndoOwn).size(), std::size(ROLES));
}

TEST(Roles, TwoRolesMayWhatEitherMayAndNoRoleNothing) {
    for (const Verb verb : allVerbs()) {
        EXPECT_FALSE(may({}, verb));
        for (const Role one : ROLES)
            for (const Role other : ROLES)
                EXPECT_EQ(may({one, other}, verb), may({one}, verb) || may({other}, verb));
    }
}

TEST(Roles, WhoMayNotIsToldWhichVerb) {
    const auto mentor = test::mentorOf(1);
    EXPECT_NO_THROW(require(mentor, Verb::WriteLog));
    try {
        require(mentor, Verb::DecideGoLive);
        FAIL();
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.rule(), Rule::NotYourRight);
        EXPECT_EQ(refused.arguments(), std::vector<std::string>{"decide-go-live"});
    }
}

TEST(Roles, WhoHasRetiredMayNothing) {
    auto manager = test::mentorOf(1);
    manager.roles = {Manager};
    manager.retired = true;
    for (const Verb verb : allVerbs())
        EXPECT_REFUSED(require(manager, verb), Rule::NotYourRight);
}

} // namespace
} // namespace fledgling::domain
