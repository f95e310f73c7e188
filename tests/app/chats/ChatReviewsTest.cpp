#include "app/chats/ChatReviews.h"

#include "ChatFixture.h"
#include "app/chats/FairnessView.h"
#include "app/chats/ReviewSheetView.h"
#include "app/courses/RefusalTitles.h"
#include "app/history/CellHistory.h"
#include "store/Conflict.h"
#include "store/chats/ChatStore.h"

namespace fledgling::app::test {
namespace {

using namespace domain;
using store::ChatStore;

using ChatReviews = ChatFixture;

TEST_F(ChatReviews, KeepsAReadingByTheCardInForce) {
    EXPECT_GT(reviewChat(at(mentor), read(1, {fault()})), 0);
    const auto kept = ChatStore(m_database).review(read(1).chat);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->by, mentor);
    EXPECT_EQ(kept->review.course, "small");
    EXPECT_EQ(kept->review.version, "2") << "the version loaded last";
    EXPECT_EQ(reviewChat(at(mentor), read(1, {fault()})), 0) << "nothing differs";
}

TEST_F(ChatReviews, NobodyReadsTheOwnChats) {
    EXPECT_EQ(refusedBy([&] { reviewChat(at(mentor), read(1, {}, mentor)); }), Rule::OwnChats);
    EXPECT_EQ(refusedBy([&] { readAgain(at(mentor), read(1, {}, mentor)); }), Rule::NotReviewed);
}

TEST_F(ChatReviews, ATraineeReadsNobodys) {
    const auto trainee = addTrainee("Trainee", addCohort("c", today.plusDays(-5)));
    EXPECT_EQ(refusedBy([&] { reviewChat(at(trainee), read(1)); }), Rule::NotYourRight);
    ReviewSheetView view(at(trainee), "en");
    EXPECT_EQ(refusedBy([&] { view.show(agent); }), Rule::NotYourRight);
}

TEST_F(ChatReviews, SomebodyElsesReadingIsAConflictAndStands) {
    reviewChat(at(mentor), read(1));
    EXPECT_THROW(reviewChat(at(other), read(1, {fault()})), store::Conflict);
    EXPECT_FALSE(ChatStore(m_database).review(read(1).chat)->review.fails());
    EXPECT_GT(reviewChat(at(mentor), read(1, {fault()})), 0) << "one's own is corrected";
}

TEST_F(ChatReviews, AConflictIsToldInTitles) {
    reviewChat(at(mentor), read(1, {fault()}));
    auto ours = read(1, {fault("greeting"), {FIRST_REPLY, "far too late", ""}});
    ours.replySeconds = 61;
    ours.record = ChatId("6504b80a-0000-4000-8000-000000000000");
    try {
        reviewChat(at(other), ours);
        FAIL() << "no conflict";
    } catch (const store::Conflict& conflict) {
        EXPECT_EQ(sentence(at(other), conflict, "en", english()),
                  "Mentor wrote here meanwhile: Closing. Yours (Greeting, first reply, 61) was not kept. Look again, then "
                  "decide.");
    }
}

TEST_F(ChatReviews, ASheetIsKeptAsOneChangeOrNotAtAll) {
    const auto before = last();
    EXPECT_EQ(refusedBy([&] {
                  reviewChats(at(mentor), {read(1), read(2, {{"closing", "", ""}})});
              }),
              Rule::FaultUnexplained);
    EXPECT_EQ(last(), before);
    reviewChats(at(mentor), {read(1), read(2, {fault()})});
    EXPECT_EQ(last(), before + 1);
    EXPECT_EQ(ledger(agent).read(), 2);
}

TEST_F(ChatReviews, AReadingTakenBackIsGivenAnew) {
    ReviewSheetView view(at(mentor), "en");
    view.show(agent);
    view.pass();
    EXPECT_EQ(view.number(), 2);
    undo(at(mentor));
    view.load();
    EXPECT_EQ(view.number(), 1) << "the chat taken back comes up again";
    ASSERT_FALSE(view.chat()->kept);
    EXPECT_EQ(refusedBy([&] { view.pass(); }), std::nullopt);
    EXPECT_TRUE(ChatStore(m_database).review(read(1).chat));
    undo(at(mentor));
    EXPECT_GT(reviewChats(at(mentor), {read(1, {fault()})}), 0) << "on a sheet filled in elsewhere, too";
}

TEST_F(ChatReviews, ASecondReadingTakenBackIsGivenAnew) {
    reviewChat(at(mentor), read(1, {fault()}));
    readAgain(at(other), read(1));
    undo(at(other));
    EXPECT_GT(readAgain(at(other), read(1)), 0);
}

TEST_F(ChatReviews, ATraineeIsJudgedByTheCohortsVersion) {
    const auto trainee = addTrainee("Trainee", addCohort("c", today.plusDays(-5)));
    EXPECT_EQ(scorecardOf(at(mentor), trainee, today).version, "1");
    EXPECT_EQ(scorecardOf(at(mentor), agent, today).version, "2");
}

TEST_F(ChatReviews, NobodyTakesBackWhatSomebodyElseReadOrDecided) {
    const auto reading = reviewChat(at(supervisor), read(1, {fault()}));
    EXPECT_EQ(refusedBy([&] { undoChange(at(manager), reading, "no points by hand"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { undoChange(at(supervisor), reading, "misread"); }), std::nullopt);
}

TEST_F(ChatReviews, ASecondReadingIsSomebodyElsesAndComparedByTheSameCard) {
    reviewChat(at(mentor), read(1, {fault()}));
    EXPECT_EQ(refusedBy([&] { readAgain(at(mentor), read(1)); }), Rule::OwnReading);
    readAgain(at(other), read(1));
    EXPECT_EQ(refusedBy([&] { readAgain(at(supervisor), read(1)); }), Rule::ReadTwice);
    EXPECT_EQ(points(), 26);
    EXPECT_TRUE(ChatStore(m_database).review(read(1).chat)->review.fails()) << "the first reading counts";
    FairnessView view(at(manager), "en");
    view.load(today, today);
    EXPECT_EQ(view.doubleReadings(), 1);
    EXPECT_EQ(view.criteria().front().agreement.firstOnly, 1);
    ASSERT_EQ(view.readers().size(), 2U);
    const auto& strict = view.readers().front();
    EXPECT_EQ(strict.strictness.reader, mentor);
    EXPECT_LT(strict.points(), 0) << "whom this one reads keeps fewer points";
    EXPECT_LE(strict.low(), strict.points());
    EXPECT_GE(strict.high(), strict.points());
    FairnessView none(at(mentor), "en");
    EXPECT_EQ(refusedBy([&] { none.load(today, today); }), Rule::NotYourRight);
}

TEST_F(ChatReviews, ADecidingDayIsOfferedUntilItIsReadTwice) {
    reviewChats(at(mentor), {read(1, {fault()}), read(2)});
    FairnessView view(at(manager), "en");
    view.load(today, today);
    ASSERT_EQ(view.deciding().size(), 1U);
    EXPECT_FALSE(view.deciding().front().lost);
    readAgain(at(other), read(1, {fault()}));
    readAgain(at(other), read(2));
    view.load(today, today);
    EXPECT_TRUE(view.deciding().empty());
}

TEST_F(ChatReviews, TheHistoryOfADayTellsItsChatsApart) {
    reviewChat(at(mentor), read(1, {fault()}));
    reviewChat(at(mentor), read(2));
    const std::vector<std::string> day{agent.text(), today.iso()};
    const auto lines = CellHistory(at(manager), "en", english()).load({{"chat_review", day}, {"chat_fault", day}});
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].apart, "chat review · chat 2");
    EXPECT_EQ(lines[1].apart, "chat review · chat 1");
    EXPECT_EQ(lines[2].apart, "fault in a chat · chat 1 · Closing") << "who and when is the same of all of them";
    EXPECT_EQ(lines[0].to, "faults none") << "not the version by which it was read";
    EXPECT_EQ(lines[1].to, "faults Closing");
    EXPECT_EQ(CellHistory(at(manager), "en", english()).load({{"chat_review", {agent.text(), today.iso(), "2"}}}).front().apart, "");
}

} // namespace
} // namespace fledgling::app::test
