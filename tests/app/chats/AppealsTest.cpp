#include "app/chats/ChatReviews.h"

#include "ChatFixture.h"
#include "app/chats/ChatFiles.h"
#include "app/history/CellHistory.h"
#include "app/history/History.h"
#include "app/readiness/Decisions.h"
#include "store/chats/ChatStore.h"

/// Appeals against a fault: made, decided, taken back, too late.
namespace fledgling::app::test {
namespace {

using namespace domain;
using store::ChatStore;

using ChatReviews = ChatFixture;

TEST_F(ChatReviews, AnAppealTakenBackIsMadeAnew) {
    reviewChat(at(mentor), read(1, {fault()}));
    appealFault(at(agent), read(1).chat, "closing", "x");
    undo(at(agent));
    EXPECT_GT(appealFault(at(agent), read(1).chat, "closing", "the customer hung up"), 0);
}

TEST_F(ChatReviews, AnAppealWhoseDecisionIsTakenBackHasWaitedSinceItWasMade) {
    reviewChat(at(mentor), read(1, {fault()}));
    const auto chat = read(1).chat;
    const auto made = today;
    appealFault(at(agent), chat, "closing", "the customer hung up");
    today = today.plusDays(4);
    decideAppeal(at(manager), chat, "closing", true, "seen");
    undo(at(manager));
    ASSERT_EQ(openAppeals(at(manager)).size(), 1U);
    EXPECT_EQ(openAppeals(at(manager)).front().on, made);
}

TEST_F(ChatReviews, TheHistorySaysWhyAnAppealWasDecidedSo) {
    reviewChat(at(mentor), read(1, {fault()}));
    const auto chat = read(1).chat;
    appealFault(at(agent), chat, "closing", "the customer hung up");
    decideAppeal(at(manager), chat, "closing", true, "nobody was there to say goodbye to");
    EXPECT_EQ(history(at(manager), {}, 1).front().why, "nobody was there to say goodbye to");
    CellHistory cell(at(manager), "en", english());
    const auto lines = cell.load({{"appeal", {agent.text(), today.iso(), "1", "closing"}}});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].why, "nobody was there to say goodbye to");
    EXPECT_EQ(lines[1].why, "") << "the plea is no reason of who decided";
}

TEST_F(ChatReviews, ACorrectionTakenBackLeavesTheDayAnAppealEndsOn) {
    reviewChat(at(mentor), read(1, {fault()}));
    const auto chat = read(1).chat;
    today = today.plusDays(3);
    auto corrected = read(1, {fault(), fault("greeting")});
    corrected.chat = chat;
    reviewChat(at(mentor), corrected);
    EXPECT_EQ(store::ChatStore(m_database).review(chat)->on, today);
    undo(at(mentor));
    EXPECT_EQ(store::ChatStore(m_database).review(chat)->on, chat.day);
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), chat, "closing", "too late"); }), Rule::AppealTooLate);
}

TEST_F(ChatReviews, AnAppealIsDecidedBySomebodyElseAndRecountsTheDay) {
    reviewChats(at(supervisor), {read(1, {fault()}), read(2, {fault("greeting")})});
    EXPECT_EQ(points(), 25);
    const auto chat = read(1).chat;
    EXPECT_EQ(refusedBy([&] { appealFault(at(other), chat, "closing", "x"); }), Rule::NotYourChats);
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), chat, "greeting", "x"); }), Rule::NotFailed);
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), read(3).chat, "greeting", "x"); }), Rule::NotReviewed);
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), chat, "closing", " "); }), Rule::ReasonNeeded);
    appealFault(at(agent), chat, "closing", "the customer hung up");
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), chat, "closing", "again"); }), Rule::AppealStands);
    EXPECT_EQ(points(), 25) << "an open appeal changes nothing yet";
    EXPECT_EQ(refusedBy([&] { decideAppeal(at(mentor), chat, "closing", true, "ok"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { decideAppeal(at(supervisor), chat, "closing", true, "ok"); }),
              Rule::OwnReading);
    EXPECT_EQ(refusedBy([&] { decideAppeal(at(manager), chat, "greeting", true, "ok"); }), Rule::NoAppeal);
    decideAppeal(at(manager), chat, "closing", true, "seen in the log");
    EXPECT_EQ(points(), 26);
    EXPECT_EQ(refusedBy([&] { decideAppeal(at(manager), chat, "closing", false, "no"); }), Rule::NoAppeal);
}

TEST_F(ChatReviews, AnAppealIsPossibleForTheWorkingDaysTheCourseGives) {
    // Monday: two working days after the reading are Tuesday and Wednesday.
    reviewChat(at(supervisor), read(1, {fault()}));
    reviewChat(at(supervisor), read(2, {fault()}));
    const auto first = read(1).chat, second = read(2).chat;
    today = today.plusDays(2);
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), first, "closing", "late but in time"); }), std::nullopt);
    today = today.plusDays(1);
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), second, "closing", "too late"); }), Rule::AppealTooLate);
}

TEST_F(ChatReviews, AnAppealWhoseFaultIsGoneWaitsForNobody) {
    reviewChat(at(supervisor), read(1, {fault()}));
    appealFault(at(agent), read(1).chat, "closing", "x");
    EXPECT_EQ(openAppeals(at(manager)).size(), 1U);
    reviewChat(at(supervisor), read(1));
    EXPECT_TRUE(openAppeals(at(manager)).empty()) << "the reader saw it and took the fault back";
    const Month march(today);
    today = Date(2026, 4, 1);
    EXPECT_GT(closeMonth(at(manager), march), 0);
}

} // namespace
} // namespace fledgling::app::test
