#include "app/chats/MonthClosing.h"

#include "ChatFixture.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/ChatToDo.h"

#include <algorithm>

/// What is said before a month is closed for good, and what is asked for afterwards.
namespace fledgling::app::test {
namespace {

using namespace domain;

class ClosingAMonth : public ChatFixture {
protected:
    ClosingAMonth() { today = Date(2026, 3, 31); }
    Month month{Date(2026, 3, 31)};
};

TEST_F(ClosingAMonth, EverythingInTheWayIsToldAtOnce) {
    reviewChats(at(mentor), {read(1, {fault()}), read(2, {fault()}), read(3, {fault()})});
    readAgain(at(other), read(2));
    readAgain(at(other), read(3));
    appealFault(at(agent), read(1).chat, "closing", "it was short, not curt");
    today = Date(2026, 4, 1);
    const auto closing = closingOf(at(manager), month);
    EXPECT_EQ(closing.openAppeals, 1);
    EXPECT_EQ(closing.differing, 2);
    EXPECT_TRUE(closing.hindered());
}

TEST_F(ClosingAMonth, WhatItCutsOffIsToldBefore) {
    reviewChats(at(mentor), {read(1, {fault()}), read(2), read(3, {fault("greeting")})});
    today = Date(2026, 4, 1);
    const auto closing = closingOf(at(manager), month);
    EXPECT_FALSE(closing.hindered());
    ASSERT_EQ(closing.begun.size(), 1U);
    EXPECT_EQ(closing.begun.front().name, "Agent");
    EXPECT_EQ(closing.begun.front().day, Date(2026, 3, 31));
    EXPECT_EQ(closing.begun.front().read, 3);
    EXPECT_EQ(closing.begun.front().of, 6);
    EXPECT_EQ(closing.appealable, 2);
    EXPECT_EQ(closing.people, 1);
    EXPECT_EQ(closing.appealUntil, Date(2026, 4, 2)) << "two working days";
    today = Date(2026, 4, 3);
    EXPECT_EQ(closingOf(at(manager), month).appealable, 0) << "nothing is cut off that is over";
}

TEST_F(ClosingAMonth, NobodyIsAskedToFinishADayOfAClosedMonth) {
    const auto trainee = addTrainee("Wu Min", addCohort("Mar", today.plusDays(-9), today.plusDays(30), "2"));
    addPair(trainee, mentor, today.plusDays(-3));
    reviewChat(at(mentor), read(1, {}, trainee));
    const auto begun = today;
    today = Date(2026, 4, 1);
    const auto asked = [&] {
        const auto list = chatToDo(at(mentor), Role::Mentor);
        return std::count_if(list.begin(), list.end(),
                             [&](const ToDo& one) { return one.kind == ToDoKind::ReadChats && one.date == begun; });
    };
    EXPECT_EQ(asked(), 1);
    closeMonth(at(manager), month);
    EXPECT_EQ(asked(), 0);
}

} // namespace
} // namespace fledgling::app::test
