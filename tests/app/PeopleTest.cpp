#include "app/people/Import.h"
#include "app/people/People.h"

#include "app/DeskFixture.h"
#include "support/Here.h"

#include <cstdio>
#include <filesystem>

namespace fledgling::app::test {
namespace {

using namespace domain;

class PeopleTest : public DeskFixture {
protected:
    Person newcomer(const std::string& name, const std::string& number) {
        Person person;
        person.card = {name, number, "", ""};
        person.roles = {Role::Trainee};
        person.posts = {Post::Agent};
        return person;
    }
};

TEST_F(PeopleTest, AStaffNumberKeepsItsZerosAndBelongsToOnePerson) {
    const auto id = app::addPerson(at(supervisor), newcomer("吴敏", "00123"));
    EXPECT_EQ(personOf(at(supervisor), id).card.staffNumber, "00123");
    EXPECT_EQ(refusedBy([&] { app::addPerson(at(supervisor), newcomer("赵磊", "00123")); }), Rule::StaffNumberTaken);
    EXPECT_NO_THROW(app::addPerson(at(supervisor), newcomer("赵磊", "123")));
}

TEST_F(PeopleTest, OnlySupervisorsAndManagersKeepTheListOfPeople) {
    EXPECT_EQ(refusedBy([&] { app::addPerson(at(trainer), newcomer("吴敏", "1")); }), Rule::NotYourRight);
}

TEST_F(PeopleTest, ACorrectionWritesOnlyWhatDiffers) {
    const auto id = app::addPerson(at(supervisor), newcomer("吴敏", "00123"));
    Person person = personOf(at(supervisor), id);
    person.card.phone = "13800138000";
    const auto change = correctPerson(at(supervisor), person, "");
    const auto facts = store::Book(at(supervisor).database).factsOf(change);
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts.front().fact.table, "person_card");
    EXPECT_EQ(correctPerson(at(supervisor), person, ""), 0);
}

TEST_F(PeopleTest, ACardThatCannotBeReadIsRefusedWhoeverGivesIt) {
    auto person = newcomer("吴敏", "00123");
    person.card.phone = "abc";
    EXPECT_EQ(refusedBy([&] { app::addPerson(at(supervisor), person); }), Rule::PhoneUnreadable);
    person.card.phone.clear();
    person.id = app::addPerson(at(supervisor), person);
    person.card.email = "wu at example.org";
    EXPECT_EQ(refusedBy([&] { correctPerson(at(supervisor), person, ""); }), Rule::EmailUnreadable);
    person.card.email = "";
    person.card.staffNumber = "00 123";
    EXPECT_EQ(refusedBy([&] { correctPerson(at(supervisor), person, ""); }), Rule::StaffNumberUnreadable);
}

TEST_F(PeopleTest, WhatStoodInTheCardBeforeStopsNoCorrection) {
    auto person = newcomer("吴敏", "00123");
    person.id = PersonId(freshId());
    person.card.phone = "ask the porter";
    write(store::PeopleStore::facts(person));
    person.shift = "early";
    EXPECT_GT(correctPerson(at(supervisor), person, ""), 0);
}

TEST_F(PeopleTest, AMentorWithTraineesIsNotRetired) {
    const auto mentor = addMentor("Chen Bo");
    const auto cohort = addCohort("Nov-1", Date(2026, 3, 9));
    const auto trainee = addTrainee("Wu Min", cohort);
    write({store::MentoringStore::fact(Pair{trainee, mentor, Date(2026, 3, 11), {}, ""})});
    EXPECT_EQ(refusedBy([&] { retirePerson(at(manager), mentor, "left"); }), Rule::StillLeads);
    EXPECT_EQ(refusedBy([&] { (void)tiesToEnd(at(manager), mentor); }), Rule::StillLeads) << "before a reason is asked for";
    EXPECT_EQ(refusedBy([&] { retirePerson(at(manager), trainee, ""); }), Rule::ReasonNeeded);
    EXPECT_GT(retirePerson(at(manager), trainee, "left"), 0);
    EXPECT_GT(reinstatePerson(at(manager), trainee, "came back"), 0);
    EXPECT_FALSE(personOf(at(manager), trainee).retired);
}

TEST_F(PeopleTest, WhoIsRetiredTakesPartInNothingAnyMoreAndUndoBringsAllBack) {
    const auto mentor = addMentor("Chen Bo");
    const auto cohort = addCohort("Mar-1", today);
    const auto wu = addTrainee("Wu Min", cohort), zhao = addTrainee("Zhao Lei", cohort);
    addMark(cohort, "d1-am", wu);
    addPair(wu, mentor, Date(2026, 3, 11));
    addPair(zhao, mentor, Date(2026, 3, 11));
    const auto ties = tiesToEnd(at(manager), wu);
    EXPECT_EQ(ties.mentor, "Chen Bo");
    EXPECT_EQ(ties.cohorts, std::vector<std::string>{"Mar-1"});

    const auto change = retirePerson(at(manager), wu, "found other work");
    EXPECT_EQ(store::Book(m_database).factsOf(change).size(), 3U) << "all of it is one change";
    EXPECT_EQ(store::MentoringStore(m_database).pairsOfMentor(mentor).size(), 1U) << "the place is free";
    EXPECT_EQ(store::MentoringStore(m_database).pairOf(wu)->until, today);
    const auto left = store::CohortStore(m_database).membershipsOf(wu).back();
    EXPECT_EQ(left.departed, today);
    EXPECT_EQ(left.why, "found other work");
    const auto rollOn = [&](const char* half) {
        std::set<PersonId> people;
        for (const auto& one : rollOf(at(trainer), sessionOf(at(trainer), session(cohort, half)))) people.insert(one.person.id);
        return people;
    };
    EXPECT_EQ(rollOn("d1-pm"), std::set<PersonId>{zhao});
    EXPECT_EQ(rollOn("d1-am"), (std::set<PersonId>{wu, zhao})) << "a mark that was earned stays";

    undo(at(manager));
    EXPECT_FALSE(personOf(at(manager), wu).retired);
    EXPECT_EQ(store::MentoringStore(m_database).pairsOfMentor(mentor).size(), 2U);
    EXPECT_FALSE(store::CohortStore(m_database).membershipsOf(wu).back().departed);
    EXPECT_EQ(rollOn("d1-pm"), (std::set<PersonId>{wu, zhao}));
}

TEST_F(PeopleTest, WhoLeavesBeforeTheFirstDayNeverWasThere) {
    const auto mentor = addMentor("Chen Bo");
    const auto cohort = addCohort("Apr-1", today.plusDays(14));
    const auto wu = addPerson("Wu Min", {Role::Trainee});
    write({store::CohortStore::fact(Member{cohort, wu, today.plusDays(14), std::nullopt, ""})});
    addPair(wu, mentor, today.plusDays(16));
    retirePerson(at(manager), wu, "never came");
    EXPECT_EQ(store::CohortStore(m_database).membershipsOf(wu).back().departed, today.plusDays(14));
    EXPECT_TRUE(store::MentoringStore(m_database).pairsOfMentor(mentor).empty());
}

TEST_F(PeopleTest, WhoWentLiveStaysInTheFiguresOfTheCohort) {
    const auto cohort = addCohort("Feb-1", Date(2026, 2, 9));
    const auto wu = addTrainee("Wu Min", cohort);
    Decision decision;
    decision.trainee = wu;
    decision.kind = DecisionKind::Approve;
    decision.reason = "ready";
    write({store::MentoringStore::fact(decision)});
    EXPECT_TRUE(tiesToEnd(at(manager), wu).cohorts.empty());
    retirePerson(at(manager), wu, "moved away");
    EXPECT_FALSE(store::CohortStore(m_database).membershipsOf(wu).back().departed);
}

TEST_F(PeopleTest, ErasingBlanksTheCardAndLeavesTheChainWhole) {
    const auto id = app::addPerson(at(supervisor), newcomer("吴敏", "00123"));
    EXPECT_EQ(refusedBy([&] { erasePerson(at(manager), id, "asked for it"); }), Rule::NotRetired);
    retirePerson(at(manager), id, "left");
    erasePerson(at(manager), id, "asked for it");
    EXPECT_EQ(personOf(at(manager), id).card, PersonCard{});
    EXPECT_EQ(nameOf(at(manager), id), "–");
    EXPECT_TRUE(store::Book(at(manager).database).verify().good());
}

TEST_F(PeopleTest, LeaveCountsOnlyOnceApproved) {
    const auto id = app::addPerson(at(supervisor), newcomer("吴敏", "1"));
    const auto leave = askLeave(at(id), id, Date(2026, 3, 18), Date(2026, 3, 19), "dentist");
    const auto asked = leavesBetween(at(manager), Date(2026, 3, 1), Date(2026, 3, 31));
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_FALSE(asked.front().covers(Date(2026, 3, 18)));
    EXPECT_EQ(refusedBy([&] { decideLeave(at(trainer), leave, true, ""); }), Rule::NotYourRight);
    decideLeave(at(manager), leave, true, "");
    EXPECT_TRUE(leavesBetween(at(manager), Date(2026, 3, 1), Date(2026, 3, 31)).front().covers(Date(2026, 3, 19)));
}

TEST_F(PeopleTest, NobodyAsksLeaveForSomebodyElse) {
    const auto one = app::addPerson(at(supervisor), newcomer("吴敏", "1"));
    const auto other = app::addPerson(at(supervisor), newcomer("赵磊", "2"));
    EXPECT_EQ(refusedBy([&] { askLeave(at(one), other, Date(2026, 3, 18), Date(2026, 3, 18), ""); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { askLeave(at(one), one, Date(2026, 3, 18), Date(2026, 3, 17), ""); }), Rule::DatesReversed);
}

TEST_F(PeopleTest, EverybodySeesTheOwnLeaveTheLatestFirst) {
    const auto one = app::addPerson(at(supervisor), newcomer("吴敏", "1"));
    const auto other = app::addPerson(at(supervisor), newcomer("赵磊", "2"));
    const auto first = askLeave(at(one), one, Date(2026, 3, 18), Date(2026, 3, 18), "dentist");
    const auto second = askLeave(at(one), one, Date(2026, 4, 1), Date(2026, 4, 2), "wedding");
    askLeave(at(other), other, Date(2026, 3, 20), Date(2026, 3, 20), "moving");
    decideLeave(at(manager), first, false, "too many away");
    const auto own = ownLeave(at(one));
    ASSERT_EQ(own.size(), 2U);
    EXPECT_EQ(own.front().id, second);
    EXPECT_EQ(own.back().state, LeaveState::Refused);
}

TEST_F(PeopleTest, ARosterImportedTwiceAddsNothingTheSecondTime) {
    const auto path = (std::filesystem::temp_directory_path() / "fledgling-roster-test.csv").string();
    std::FILE* file = std::fopen(path.c_str(), "wb");
    ASSERT_NE(file, nullptr);
    std::fputs("工号,姓名,手机号\n00123,吴敏,13800138000\n00124,赵磊,\n", file);
    std::fclose(file);
    const auto preview = previewImport(at(supervisor), path);
    EXPECT_EQ(preview.totals.added, 2);
    EXPECT_GT(importPeople(at(supervisor), preview, {}, false), 0);
    EXPECT_EQ(importPeople(at(supervisor), preview, {}, true), 0);
    EXPECT_EQ(previewImport(at(supervisor), path).totals.same, 2);
    std::filesystem::remove(path);
}

TEST_F(PeopleTest, AnUndoneAdditionIsGoneAndStaysInTheBook) {
    const auto id = app::addPerson(at(supervisor), newcomer("吴敏", "1"));
    undo(at(supervisor));
    EXPECT_EQ(refusedBy([&] { (void)personOf(at(supervisor), id); }), Rule::Unknown);
    EXPECT_EQ(store::Book(at(supervisor).database).historyOf("person", {id.text()}).size(), 2U);
    EXPECT_EQ(refusedBy([&] { undo(at(supervisor)); }), Rule::NothingToUndo);
}

TEST_F(PeopleTest, APastMomentIsReadOnly) {
    Desk past = at(supervisor);
    past.asOf = 1;
    EXPECT_EQ(refusedBy([&] { app::addPerson(past, newcomer("吴敏", "1")); }), Rule::PastIsReadOnly);
}

} // namespace
} // namespace fledgling::app::test
