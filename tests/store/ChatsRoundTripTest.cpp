#include "RoundTripFixture.h"

/// Readings of chats, appeals and months, in and out. The places are named in RoundTripTest.
namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;
using domain::Date;
using domain::FIRST_REPLY;
using domain::Month;
using domain::PersonId;

TEST_P(RoundTripTest, AReviewComesBackWithItsFaultsAndWhoReadIt) {
    ChatStore chats(database());
    const auto kept = chats.review(sample.review.chat);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->review, sample.review);
    EXPECT_EQ(kept->by, sample.mentor.id);
    EXPECT_EQ(kept->on, Date(2026, 11, 24));
    const auto day = sample.review.chat.day;
    ASSERT_EQ(chats.reviewsOf(sample.trainee.id, day, day).size(), 1U);
    EXPECT_EQ(chats.reviewsOf(sample.trainee.id, day, day)[0].review, sample.review);
    EXPECT_TRUE(chats.reviewsOf(sample.trainee.id, day.plusDays(1), day.plusDays(9)).empty());
    EXPECT_TRUE(chats.reviewsOf(sample.other.id, day, day).empty());
    EXPECT_EQ(chats.reviewsOf({}, day, day).size(), 1U) << "everybody's";
}

TEST_P(RoundTripTest, ACorrectedReviewDropsTheFaultsThatAreGone) {
    auto now = sample.review;
    now.faults = {{FIRST_REPLY, "80 秒", ""}};
    now.replySeconds.reset();
    book().append(headOf("review-chat", sample.mentor.id), ChatStore::facts(now, sample.review));
    EXPECT_EQ(ChatStore(database()).review(now.chat)->review, now);
    EXPECT_EQ(book().current("chat_fault", {now.chat.agent.text(), now.chat.day.iso(), "1", "greeting"})->fact.absent, true);
}

TEST_P(RoundTripTest, TalliesCountWhatFailedAndAppealsAcquit) {
    ChatStore chats(database());
    const auto day = sample.review.chat.day;
    auto good = sample.review;
    good.chat.number = 11;
    good.faults.clear();
    good.record = {};
    book().append(headOf("review-chat", sample.mentor.id), ChatStore::facts(good));
    const auto tallies = chats.tallies(day.plusDays(-40), day);
    ASSERT_EQ(tallies.size(), 1U);
    EXPECT_EQ(tallies[0].agent, sample.trainee.id);
    EXPECT_EQ(tallies[0].day, day);
    EXPECT_EQ(tallies[0].read, 2);
    EXPECT_EQ(tallies[0].failed, 1);
    EXPECT_TRUE(chats.tallies(day, day, sample.other.id).empty());
    const std::set both{sample.trainee.id, sample.other.id};
    ASSERT_EQ(chats.tallies(both, day).size(), 1U);
    EXPECT_EQ(chats.tallies(both, day)[0].read, 2);
    EXPECT_TRUE(chats.tallies(both, day.plusDays(-1)).empty());
    EXPECT_TRUE(chats.takenOff(day, day).empty()) << "one of two faults was upheld: the chat still fails";
    auto other = sample.appeal;
    other.criterion = FIRST_REPLY;
    book().append(headOf("decide-appeal", sample.mentor.id), {ChatStore::fact(other)});
    EXPECT_EQ(chats.takenOff(day, day), (std::map<std::pair<PersonId, Date>, int>{{{sample.trainee.id, day}, 1}}));
    EXPECT_EQ(chats.readOn(day).at(sample.trainee.id), 2);
}

TEST_P(RoundTripTest, ASecondReadingThatStandsCountsInsteadOfTheFirst) {
    ChatStore chats(database());
    const auto day = sample.review.chat.day;
    EXPECT_EQ(chats.settlement(sample.review.chat)->settlement, sample.settled);
    EXPECT_EQ(chats.settlementsOf({}, day, day).size(), 1U);
    EXPECT_EQ(chats.counting(sample.review.chat)->review, sample.review) << "the first one stands";
    auto first = sample.review, second = sample.second;
    first.chat.number = second.chat.number = 2;
    first.faults.clear();
    book().append(headOf("review-chat", sample.mentor.id), ChatStore::facts(first));
    book().append(headOf("read-again", sample.trainer.id), ChatStore::secondFacts(second));
    EXPECT_FALSE(chats.counting(first.chat)->review.fails());
    EXPECT_TRUE(chats.takenOff(day, day).empty());
    book().append(headOf("settle-reading", sample.other.id), {ChatStore::fact(domain::Settlement{first.chat, domain::Reading::Second, "x"})});
    EXPECT_EQ(chats.counting(first.chat)->review, second);
    EXPECT_EQ(chats.counting(first.chat)->by, sample.trainer.id);
    const std::map<std::pair<PersonId, Date>, int> more{{{sample.trainee.id, day}, -1}};
    EXPECT_EQ(chats.takenOff(day, day), more) << "one chat more fails";
    EXPECT_EQ(chats.takenOff(std::set{sample.trainee.id}), more);
    auto open = sample.appeal;
    open.chat = first.chat;
    open.state = domain::AppealState::Open;
    open.answer.clear();
    open.decidedBy = {};
    book().append(headOf("appeal", sample.trainee.id), {ChatStore::fact(open)});
    EXPECT_EQ(chats.openAppeals().size(), 1U) << "against a fault of the second reading";
}

TEST_P(RoundTripTest, ChatsSecondReadingsAppealsAndClosedMonthsComeBack) {
    ChatStore chats(database());
    const auto day = sample.review.chat.day;
    EXPECT_EQ(chats.conversation(sample.record), sample.conversation);
    EXPECT_EQ(chats.recordsOf(sample.trainee.id, day), std::vector{sample.record});
    const auto drawn = chats.sample(sample.trainee.id, day);
    ASSERT_TRUE(drawn);
    EXPECT_EQ(drawn->seed, 42);
    EXPECT_EQ(drawn->offered, 31);
    EXPECT_EQ(drawn->source, "chats.csv");
    EXPECT_EQ(drawn->leftOut, sample.drawn.leftOut);
    EXPECT_EQ(chats.secondReading(sample.review.chat)->review, sample.second);
    const auto both = chats.doubleReadings(day, day);
    ASSERT_EQ(both.size(), 1U);
    EXPECT_EQ(both[0].first.by, sample.mentor.id);
    EXPECT_EQ(both[0].second.by, sample.trainer.id);
    EXPECT_EQ(chats.appeal(sample.review.chat, "greeting")->appeal, sample.appeal);
    EXPECT_FALSE(chats.appeal(sample.review.chat, "closing"));
    EXPECT_TRUE(chats.openAppeals().empty());
    EXPECT_EQ(chats.appealsOf(sample.trainee.id, day, day).size(), 1U);
    EXPECT_TRUE(chats.closing(Month(Date(2026, 10, 15))));
    EXPECT_FALSE(chats.closing(Month(Date(2026, 11, 15))));
}

} // namespace
