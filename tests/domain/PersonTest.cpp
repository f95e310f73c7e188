#include "domain/Person.h"

#include "domain/Refused.h"

#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

Person mentor() {
    Person person;
    person.card.name = "王老师";
    person.roles = {Role::Mentor};
    person.posts = {Post::Agent};
    person.capacity = 2;
    return person;
}

Rule refusalOf(Person person) {
    try {
        (void)checked(std::move(person));
    } catch (const Refused& refused) {
        return refused.rule();
    }
    ADD_FAILURE() << "was not refused";
    return Rule::Unknown;
}

TEST(Cards, StaffNumberPhoneAndEmailAreKnownByTheirLook) {
    EXPECT_TRUE(looksLikeStaffNumber("01001"));
    EXPECT_TRUE(looksLikeStaffNumber("CS-7_a"));
    EXPECT_TRUE(looksLikeStaffNumber(""));
    EXPECT_FALSE(looksLikeStaffNumber("李，小明。"));
    EXPECT_FALSE(looksLikeStaffNumber("1 2"));
    EXPECT_TRUE(looksLikePhone("+86 138-0000-1111"));
    EXPECT_TRUE(looksLikePhone(""));
    EXPECT_FALSE(looksLikePhone("abc"));
    EXPECT_FALSE(looksLikePhone("+"));
    EXPECT_FALSE(looksLikePhone("12"));
    EXPECT_TRUE(looksLikePhone("0151/234567"));
    EXPECT_TRUE(looksLikePhone("010-1234567转801"));
    EXPECT_TRUE(looksLikePhone("(010) 1234567 ext. 801"));
    EXPECT_FALSE(looksLikePhone("1234567 ext"));
    EXPECT_FALSE(looksLikePhone("1234567 ask Li"));
    EXPECT_TRUE(looksLikeEmail("li@example.org"));
    EXPECT_TRUE(looksLikeEmail(""));
    EXPECT_FALSE(looksLikeEmail("not an email"));
    EXPECT_FALSE(looksLikeEmail("a@b@c"));
    EXPECT_FALSE(looksLikeEmail("@b"));
    EXPECT_FALSE(looksLikeEmail("li@example")) << "a domain has a dot";
    EXPECT_FALSE(looksLikeEmail("li@example..org"));
    EXPECT_FALSE(looksLikeEmail("li@-example.org"));
    EXPECT_FALSE(looksLikeEmail("li@example.org,wu@example.org"));
    EXPECT_TRUE(looksLikeEmail("li.ming+desk@mail.example.com.cn"));
}

TEST(Person, ACardThatCannotBeReadIsRefused) {
    auto numbered = mentor();
    numbered.card.staffNumber = "1 2";
    EXPECT_EQ(refusalOf(numbered), Rule::StaffNumberUnreadable);
    auto called = mentor();
    called.card.phone = "abc";
    EXPECT_EQ(refusalOf(called), Rule::PhoneUnreadable);
    auto written = mentor();
    written.card.email = "not an address";
    EXPECT_EQ(refusalOf(written), Rule::EmailUnreadable);
}

TEST(Person, AllThatIsWrongIsFound) {
    auto person = mentor();
    person.card.phone = "abc";
    person.posts.clear();
    const auto faults = faultsIn(person);
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0].rule(), Rule::PhoneUnreadable);
    EXPECT_EQ(faults[1].rule(), Rule::PostMissing);
}

TEST(Person, WhatAnOlderRosterBroughtInStopsNoOtherCorrection) {
    auto person = mentor();
    person.card.phone = "ask him";
    EXPECT_NO_THROW((void)checked(person, person.card));
    auto before = person.card;
    person.card.phone = "ask her";
    EXPECT_FALSE(faultIn(person, before) == std::nullopt);
}

TEST(Person, NumbersTypedInFullWidthAreKeptInHalfWidth) {
    auto person = mentor();
    person.card.staffNumber = "００１２３";
    person.card.phone = "＋８６　１３８００１３８０００";
    person.card.email = "li＠example．org";
    const auto kept = checked(person).card;
    EXPECT_EQ(kept.staffNumber, "00123");
    EXPECT_EQ(kept.phone, "+86 13800138000");
    EXPECT_EQ(kept.email, "li@example.org");
}

TEST(Person, NeedsANameARoleAndAPost) {
    auto nameless = mentor();
    nameless.card.name = " 　";
    EXPECT_EQ(refusalOf(nameless), Rule::NameMissing);
    auto roleless = mentor();
    roleless.roles.clear();
    EXPECT_EQ(refusalOf(roleless), Rule::RoleMissing);
    auto postless = mentor();
    postless.posts.clear();
    EXPECT_EQ(refusalOf(postless), Rule::PostMissing);
}

TEST(Person, AManagerNeedsNoPost) {
    auto manager = mentor();
    manager.roles = {Role::Manager};
    manager.posts.clear();
    EXPECT_NO_THROW((void)checked(manager));
}

TEST(Person, OnlyAMentorHasACapacityAndItIsOneToTwenty) {
    auto none = mentor();
    none.capacity = 0;
    EXPECT_EQ(refusalOf(none), Rule::CapacityOutOfRange);
    auto many = mentor();
    many.capacity = 21;
    EXPECT_EQ(refusalOf(many), Rule::CapacityOutOfRange);
    auto trainer = mentor();
    trainer.roles = {Role::Trainer};
    EXPECT_EQ(checked(trainer).capacity, 0);
}

TEST(Person, StaffNumbersKeepTheirZerosAndLoseTheirBlanks) {
    auto person = mentor();
    person.card.staffNumber = " 00123 ";
    EXPECT_EQ(checked(person).card.staffNumber, "00123");
}

TEST(Person, TenureCountsWholeMonths) {
    auto person = mentor();
    EXPECT_EQ(tenureMonths(person, Date(2026, 1, 1)), 0);
    person.since = Date(2024, 3, 31);
    EXPECT_EQ(tenureMonths(person, Date(2024, 4, 30)), 0);
    EXPECT_EQ(tenureMonths(person, Date(2024, 5, 1)), 1);
    EXPECT_EQ(tenureMonths(person, Date(2026, 3, 31)), 24);
    EXPECT_EQ(tenureMonths(person, Date(2024, 3, 1)), 0);
}

TEST(Leave, CountsOnlyOnceApprovedAndWithBothEnds) {
    Leave leave{{}, {}, Date(2026, 5, 4), Date(2026, 5, 6), LeaveState::Asked, ""};
    EXPECT_FALSE(leave.covers(Date(2026, 5, 5)));
    leave.state = LeaveState::Approved;
    EXPECT_TRUE(leave.covers(Date(2026, 5, 4)));
    EXPECT_TRUE(leave.covers(Date(2026, 5, 6)));
    EXPECT_FALSE(leave.covers(Date(2026, 5, 7)));
}

TEST(Role, IsTheSameInWordsAndBack) {
    for (const Role role : {Role::Trainee, Role::Mentor, Role::Trainer, Role::Supervisor, Role::Manager})
        EXPECT_EQ(roleOf(keyOf(role)), role);
    EXPECT_FALSE(roleOf("boss"));
}

} // namespace
} // namespace fledgling::domain
