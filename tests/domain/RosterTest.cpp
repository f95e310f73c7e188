#include "domain/Roster.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>

#include <cstdio>

namespace fledgling::domain {
namespace {

PersonId idOf(int number) {
    char text[40];
    std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", number);
    return PersonId(text);
}

Person stored(int id, const std::string& number, const std::string& name, const std::string& phone = "") {
    Person person;
    person.id = idOf(id);
    person.card = {name, number, phone, ""};
    person.roles = {Role::Trainee};
    person.posts = {Post::Agent};
    return person;
}

RosterRow row(int line, const std::string& number, const std::string& name, const std::string& phone = "") {
    RosterRow made{line, {}, {}};
    if (!number.empty()) made.fields.staffNumber = number;
    if (!name.empty()) made.fields.name = name;
    if (!phone.empty()) made.fields.phone = phone;
    return made;
}

RosterDecision decide(const RosterRow& one, const std::vector<Person>& people) {
    return rosterDecisions({one}, people).front();
}

void expectRefused(const RosterDecision& decision, RosterReason reason,
                   const std::vector<std::string>& arguments) {
    EXPECT_EQ(decision.verdict, RosterVerdict::Refused);
    ASSERT_EQ(decision.problems.size(), 1U);
    EXPECT_EQ(decision.problems[0].reason, reason);
    EXPECT_EQ(decision.problems[0].arguments, arguments);
}

/// What the app does with accepted decisions.
std::vector<Person> applied(std::vector<Person> people, const std::vector<RosterDecision>& decisions) {
    for (const auto& one : decisions) {
        if (one.verdict == RosterVerdict::New) {
            people.push_back(one.person);
            people.back().id = idOf(static_cast<int>(people.size()) + 1000);
        }
        for (auto& person : people)
            if (one.verdict == RosterVerdict::Differs && person.id == one.person.id) person = one.person;
    }
    return people;
}

TEST(Roster, AnUnknownStaffNumberIsNewWithTheDefaults) {
    const auto decision =
        rosterDecisions({row(2, "00123", "张三")}, {}, {{Role::Mentor}, {Post::Order}, {}, 4}).front();
    EXPECT_EQ(decision.verdict, RosterVerdict::New);
    EXPECT_TRUE(decision.person.id.empty());
    EXPECT_EQ(decision.person.card.staffNumber, "00123");
    EXPECT_EQ(decision.person.roles, std::set{Role::Mentor});
    EXPECT_EQ(decision.person.posts, std::set{Post::Order});
    EXPECT_EQ(decision.person.capacity, 4);
    EXPECT_NO_THROW((void)checked(decision.person));
}

TEST(Roster, TheSamePersonIsSameHoweverThePhoneIsWritten) {
    const auto people = std::vector{stored(1, "00123", "张三", "13800138000")};
    EXPECT_EQ(decide(row(2, "00123", "张三", "+86 138-0013-8000"), people).verdict, RosterVerdict::Same);
    EXPECT_EQ(decide(row(2, "00123", "张三", "0086-13800138000"), people).verdict, RosterVerdict::Same);
    EXPECT_EQ(decide(row(2, "00123", "张三", "8613800138000"), people).verdict, RosterVerdict::Same);
}

TEST(Roster, EachDifferenceIsNamedWithOldAndNew) {
    auto changed = row(2, "00123", "张三丰", "13900139000");
    changed.fields.since = Date(2026, 3, 2);
    changed.fields.posts = std::set{Post::Complaint};
    const auto decision = decide(changed, {stored(1, "00123", "张三", "13800138000")});
    EXPECT_EQ(decision.verdict, RosterVerdict::Differs);
    EXPECT_EQ(decision.person.id, idOf(1));
    EXPECT_EQ(decision.changes, (std::vector<RosterChange>{{RosterField::Name, "张三", "张三丰"},
                                                           {RosterField::Phone, "13800138000", "13900139000"},
                                                           {RosterField::Post, "agent", "complaint"},
                                                           {RosterField::Since, "", "2026-03-02"}}));
}

TEST(Roster, AnEmptyCellErasesNothing) {
    auto person = stored(1, "7", "李四", "13800138000");
    person.department = "客服部";
    EXPECT_EQ(decide(row(2, "7", "李四"), {person}).verdict, RosterVerdict::Same);
}

TEST(Roster, ARowWithoutNameIsRefused) {
    expectRefused(decide(row(2, "7", ""), {}), RosterReason::NameMissing, {});
}

TEST(Roster, ARowThatNobodyCouldRecogniseNextTimeIsRefused) {
    expectRefused(decide(row(2, "", "李四"), {}), RosterReason::IdentityMissing, {});
    EXPECT_EQ(decide(row(2, "", "李四", "13800138000"), {}).verdict, RosterVerdict::New);
}

TEST(Roster, WithoutStaffNumberThePhoneRecognises) {
    const auto people = std::vector{stored(1, "00123", "张三", "13800138000")};
    const auto decision = decide(row(2, "", "张三", "13800138000"), people);
    EXPECT_EQ(decision.verdict, RosterVerdict::Same);
    EXPECT_EQ(decision.person.card.staffNumber, "00123");
}

TEST(Roster, AStaffNumberIsAddedToThePersonThatThePhoneRecognises) {
    const auto decision =
        decide(row(2, "00123", "张三", "13800138000"), {stored(1, "", "张三", "13800138000")});
    EXPECT_EQ(decision.verdict, RosterVerdict::Differs);
    EXPECT_EQ(decision.changes, (std::vector<RosterChange>{{RosterField::StaffNumber, "", "00123"}}));
}

TEST(Roster, PhoneAndEmailOfDifferentPeopleAreRefused) {
    auto two = stored(2, "2", "李四");
    two.card.email = "Li@example.com";
    auto one = row(2, "", "张三", "13800138000");
    one.fields.email = "li@EXAMPLE.com";
    expectRefused(decide(one, {stored(1, "1", "张三", "13800138000"), two}), RosterReason::MatchesTwo,
                  {"张三", "李四"});
}

TEST(Roster, ANumberThatLostItsZerosIsNotASecondPerson) {
    const auto people = std::vector{stored(1, "00123", "张三")};
    expectRefused(decide(row(2, "123", "张三"), people), RosterReason::ZerosLost, {"123", "00123"});
    EXPECT_EQ(decide(row(2, "123", "李四"), people).verdict, RosterVerdict::New);
}

TEST(Roster, ANewNumberShorterThanTheUsualOnesIsTakenAndSaid) {
    const auto people = std::vector{stored(1, "00123", "张三"), stored(2, "00124", "李四"), stored(3, "A7", "王五")};
    const auto fresh = decide(row(5, "131", "赵六"), people);
    EXPECT_EQ(fresh.verdict, RosterVerdict::New);
    ASSERT_EQ(fresh.warnings.size(), 1U);
    EXPECT_EQ(fresh.warnings[0].reason, RosterReason::NumberShort);
    EXPECT_EQ(fresh.warnings[0].line, 5);
    EXPECT_EQ(fresh.warnings[0].arguments, (std::vector<std::string>{"131", "5", "00131"}));
    EXPECT_TRUE(decide(row(2, "00131", "赵六"), people).warnings.empty());
    EXPECT_TRUE(decide(row(2, "B1", "赵六"), people).warnings.empty()) << "no number";
    EXPECT_TRUE(decide(row(2, "131", "赵六"), {}).warnings.empty()) << "nothing is usual yet";
    const auto mixed = std::vector{stored(1, "00123", "张三"), stored(2, "124", "李四")};
    EXPECT_TRUE(decide(row(2, "131", "赵六"), mixed).warnings.empty()) << "no length is usual";
}

TEST(Roster, TheSameNameAndPhoneUnderAnotherNumberIsRefused) {
    const auto people = std::vector{stored(1, "1", "张三", "13800138000")};
    expectRefused(decide(row(2, "2", "张三", "13800138000"), people), RosterReason::NumberChanged,
                  {"1", "张三"});
    EXPECT_EQ(decide(row(2, "2", "李四", "13800138000"), people).verdict, RosterVerdict::New)
        << "a shared phone";
}

TEST(Roster, ANumberTwiceWithDifferentPeopleRefusesBoth) {
    const auto decisions =
        rosterDecisions({row(2, "1", "张三"), row(3, "2", "王五"), row(4, "1", "赵六")}, {});
    expectRefused(decisions[0], RosterReason::NumberTwice, {"1", "4"});
    EXPECT_EQ(decisions[1].verdict, RosterVerdict::New);
    expectRefused(decisions[2], RosterReason::NumberTwice, {"1", "2"});
}

TEST(Roster, ARowRepeatedWordForWordCountsOnce) {
    const auto decisions = rosterDecisions({row(2, "1", "张三"), row(3, "1", "张三")}, {});
    EXPECT_EQ(decisions[0].verdict, RosterVerdict::New);
    expectRefused(decisions[1], RosterReason::NumberTwice, {"1", "2"});
}

TEST(Roster, TwoRowsForOneStoredPersonAreRefused) {
    const auto people = std::vector{stored(1, "1", "张三", "13800138000")};
    const auto decisions = rosterDecisions({row(2, "1", "张三"), row(3, "", "张三", "13800138000")}, people);
    expectRefused(decisions[0], RosterReason::PersonTwice, {"3"});
    expectRefused(decisions[1], RosterReason::PersonTwice, {"2"});
}

TEST(Roster, ARetiredPersonIsNotBroughtBackBySurprise) {
    auto person = stored(1, "1", "张三");
    person.retired = true;
    expectRefused(decide(row(2, "1", "张三"), {person}), RosterReason::RetiredPerson, {"张三"});
}

TEST(Roster, AProblemFoundWhileReadingRefusesTheRow) {
    auto broken = row(2, "1", "张三");
    broken.problems.push_back({RosterReason::PhoneDestroyed, 2, "手机", RosterField::Phone, {"1.38E+10"}});
    const auto decision = decide(broken, {});
    EXPECT_EQ(decision.verdict, RosterVerdict::Refused);
    EXPECT_EQ(decision.problems, broken.problems);
    EXPECT_EQ(decision.person.card.name, "张三") << "shown in the preview all the same";
}

TEST(Roster, WhoBecomesAMentorGetsACapacity) {
    auto promoted = row(2, "1", "张三");
    promoted.fields.roles = std::set{Role::Mentor};
    const auto decision = decide(promoted, {stored(1, "1", "张三")});
    EXPECT_EQ(decision.verdict, RosterVerdict::Differs);
    EXPECT_NO_THROW((void)checked(decision.person));
    EXPECT_EQ(decide(promoted, {decision.person}).verdict, RosterVerdict::Same);
}

TEST(Roster, TotalsCountEveryVerdict) {
    const auto people = std::vector{stored(1, "1", "张三"), stored(2, "2", "李四")};
    const auto decisions = rosterDecisions(
        {row(2, "1", "张三"), row(3, "2", "李思"), row(4, "3", "王五"), row(5, "", "")}, people);
    EXPECT_EQ(totalsOf(decisions), (RosterTotals{1, 1, 1, 1}));
}

TEST(RosterField, IsTheSameInWordsAndBack) {
    for (int i = 0; i <= static_cast<int>(RosterField::Shift); ++i) {
        const auto field = static_cast<RosterField>(i);
        EXPECT_FALSE(keyOf(field).empty());
        EXPECT_EQ(rosterFieldOf(keyOf(field)), field);
    }
}

/// Rows as the reader of fields lets them through, over so few numbers, names and phones that every collision happens.
std::vector<RosterRow> anyRows() {
    std::vector<RosterRow> rows;
    const int count = *rc::gen::inRange(0, 9);
    for (int i = 0; i < count; ++i) {
        auto made = row(i + 2, *rc::gen::element<std::string>("", "", "1", "01", "2", "3"),
                        *rc::gen::element<std::string>("", "张三", "李四", "王五"),
                        *rc::gen::element<std::string>("", "111", "222", "333"));
        if (*rc::gen::inRange(0, 3) == 0)
            made.fields.email = *rc::gen::element<std::string>("a@b.cn", "A@b.cn", "c@d.cn");
        if (*rc::gen::inRange(0, 4) == 0)
            made.fields.roles = std::set{*rc::gen::element(Role::Mentor, Role::Trainer)};
        if (*rc::gen::inRange(0, 4) == 0) made.fields.capacity = *rc::gen::inRange(0, 4);
        rows.push_back(std::move(made));
    }
    return rows;
}

RC_GTEST_PROP(Roster, WhatWasAcceptedIsNeitherNewNorDifferentTheSecondTime, ()) {
    const auto earlier = applied({}, rosterDecisions(anyRows(), {}));
    const auto rows = anyRows();
    const auto first = rosterDecisions(rows, earlier);
    const auto second = rosterDecisions(rows, applied(earlier, first));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (first[i].verdict == RosterVerdict::Refused) continue;
        RC_ASSERT(second[i].verdict != RosterVerdict::New);
        RC_ASSERT(second[i].verdict != RosterVerdict::Differs);
    }
}

RC_GTEST_PROP(Roster, AnImportWithoutRefusalsIsAllSameTheSecondTime, ()) {
    const auto rows = anyRows();
    const auto first = rosterDecisions(rows, {});
    std::vector<RosterRow> accepted;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (first[i].verdict != RosterVerdict::Refused) accepted.push_back(rows[i]);
    const auto people = applied({}, rosterDecisions(accepted, {}));
    for (const auto& one : rosterDecisions(accepted, people))
        RC_ASSERT(one.verdict == RosterVerdict::Same);
}

RC_GTEST_PROP(Roster, NewPeopleNeverShareAStaffNumber, ()) {
    const auto people = applied({}, rosterDecisions(anyRows(), {}));
    std::set<std::string> numbers;
    for (const auto& person : people)
        if (!person.card.staffNumber.empty()) RC_ASSERT(numbers.insert(person.card.staffNumber).second);
}

RC_GTEST_PROP(Roster, EveryAcceptedPersonCanStand, ()) {
    for (const auto& one : rosterDecisions(anyRows(), {}))
        if (one.verdict == RosterVerdict::New) (void)checked(one.person);
}

} // namespace
} // namespace fledgling::domain
