#include "app/chats/SecondReadings.h"

#include "ChatFixture.h"
#include "app/Keep.h"
#include "app/chats/ChatFiles.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/ChatToDo.h"
#include "app/chats/PointsView.h"
#include "app/history/BookWords.h"
#include "app/today/ToDoKeys.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;
using store::ChatStore;

/// The supervisor reads first, the trainer again; the manager decides.
class SecondReadings : public ChatFixture {
protected:
    /// Two of three chats fail: the point is lost. The second reader passes the second one.
    void lostByTheFirst() {
        reviewChats(at(supervisor), {read(1, {fault()}), read(2, {fault()}), read(3)});
        readAgain(at(trainer), read(2));
    }
    /// One of two chats fails: the point is kept. The second reader fails the other one, too.
    void keptByTheFirst() {
        reviewChats(at(supervisor), {read(1, {fault()}), read(2)});
        readAgain(at(trainer), read(2, {{"greeting", "none at all", "what?"}}));
    }
    std::vector<DifferingChat> differing(const PersonId& who) { return differingChats(at(who), today.plusDays(-30), today); }
    store::ChangeNumber settle(const PersonId& who, Reading stands, int number = 2) {
        return settleReading(at(who), read(number).chat, stands, "read both and the chat");
    }
    std::optional<PointsView::ChatRow> seenByAgent(int number) {
        PointsView view(at(agent), "en");
        view.show({});
        for (const auto& row : view.chatsOf(today))
            if (row.chat.number == number) return row;
        return std::nullopt;
    }
    std::vector<ToDo> toDo(const PersonId& who, Role role) {
        auto list = chatToDo(at(who), role);
        std::erase_if(list, [](const ToDo& one) { return one.kind != ToDoKind::SettleReadings; });
        return list;
    }
};

TEST_F(SecondReadings, ADayThatHangsOnOneChatIsOfferedToWhoMayReadItAgain) {
    reviewChats(at(supervisor), {read(1, {fault()}), read(2, {fault()}), read(3)});
    const auto offered = [&](const PersonId& who) { return offeredAgain(at(who), today.plusDays(-30), today).size(); };
    EXPECT_EQ(offered(trainer), 1U);
    EXPECT_EQ(offered(supervisor), 0U) << "who read first";
    EXPECT_EQ(offered(agent), 0U) << "nobody reads the own ones";
    auto list = chatToDo(at(trainer), Role::Trainer);
    const auto line = std::find_if(list.begin(), list.end(), [](const ToDo& one) { return one.kind == ToDoKind::ReadAgain; });
    ASSERT_NE(line, list.end());
    EXPECT_EQ(line->page, "chats");
    EXPECT_EQ(line->subject, agent.text() + " " + today.iso() + " again") << "the sheet itself, not the list of what failed";
    EXPECT_EQ(line->count, 1);
    EXPECT_FALSE(line->due) << "an offer";
    EXPECT_TRUE(keysBehind(at(trainer), *line).empty()) << "its history would show the first reading";
    for (const int number : {1, 2, 3})
        readAgain(at(trainer), read(number, number == 3 ? std::vector<Fault>() : std::vector<Fault>{fault()}));
    EXPECT_EQ(offered(manager), 0U) << "every chat is read twice";
}

TEST_F(SecondReadings, WhatWasDecidedAndTakenBackIsDecidedAnew) {
    lostByTheFirst();
    settle(manager, Reading::Second);
    undo(at(manager));
    EXPECT_GT(settle(manager, Reading::First), 0);
}

TEST_F(SecondReadings, SomebodyElseThanBothReadersDecidesAndTheDayIsCountedAnew) {
    lostByTheFirst();
    EXPECT_EQ(points(), 25);
    const auto found = differing(manager);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].chat(), read(2).chat);
    EXPECT_TRUE(found[0].hangs);
    EXPECT_TRUE(found[0].mine);
    EXPECT_EQ(found[0].tally.failed, 2);
    EXPECT_FALSE(differing(supervisor)[0].mine);
    EXPECT_EQ(refusedBy([&] { settle(supervisor, Reading::First); }), Rule::OwnReading);
    EXPECT_EQ(refusedBy([&] { settle(trainer, Reading::Second); }), Rule::OwnReading);
    EXPECT_EQ(refusedBy([&] { settle(mentor, Reading::First); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { settleReading(at(manager), read(2).chat, Reading::Second, " "); }), Rule::ReasonNeeded);
    EXPECT_GT(settle(manager, Reading::Second), 0);
    EXPECT_EQ(points(), 26);
    EXPECT_EQ(ledger(agent).lines[0].tally.failed, 1);
    EXPECT_TRUE(differing(manager).empty());
    EXPECT_EQ(refusedBy([&] { settle(manager, Reading::First); }), Rule::ReadingSettled);
}

TEST_F(SecondReadings, ThePersonJudgedReadsWhatWasDecidedAndWhy) {
    lostByTheFirst();
    settle(manager, Reading::Second);
    const auto row = seenByAgent(2);
    ASSERT_TRUE(row);
    EXPECT_TRUE(row->dropped);
    EXPECT_FALSE(row->fails);
    ASSERT_TRUE(row->settled);
    EXPECT_EQ(row->settled->by, "Manager");
    EXPECT_EQ(row->settled->why, "read both and the chat");
    EXPECT_FALSE(row->faults[0].mayAppeal) << "it counts no more";
    EXPECT_EQ(refusedBy([&] { appealFault(at(agent), read(2).chat, "closing", "x"); }), Rule::NotFailed);
    EXPECT_TRUE(seenByAgent(1)->faults[0].mayAppeal);
}

TEST_F(SecondReadings, TheFirstReadingMayStandToo) {
    lostByTheFirst();
    settle(manager, Reading::First);
    EXPECT_EQ(points(), 25);
    EXPECT_TRUE(differing(manager).empty());
    EXPECT_TRUE(seenByAgent(2)->faults[0].mayAppeal);
    appealFault(at(agent), read(2).chat, "closing", "it is there");
    EXPECT_EQ(refusedBy([&] { decideAppeal(at(manager), read(2).chat, "closing", true, "x"); }), Rule::OwnReading)
        << "who decided between the readings judged it already";
    EXPECT_FALSE(openAppeals(at(manager))[0].mine);
    const auto chief = addPerson("Chief", {Role::Manager});
    decideAppeal(at(chief), read(2).chat, "closing", true, "so it is");
    EXPECT_EQ(points(), 26);
}

TEST_F(SecondReadings, OneThatFailsMoreCountsWithItsWordsAndCanBeAppealedAgainst) {
    keptByTheFirst();
    EXPECT_EQ(points(), 26);
    EXPECT_FALSE(seenByAgent(2)) << "nothing of it counts before it is decided";
    settle(manager, Reading::Second);
    EXPECT_EQ(points(), 25);
    const auto row = seenByAgent(2);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->by, "Trainer");
    ASSERT_EQ(row->faults.size(), 1U);
    EXPECT_EQ(row->faults[0].reason, "none at all");
    EXPECT_EQ(row->faults[0].quote, "what?");
    ASSERT_TRUE(row->faults[0].mayAppeal);
    appealFault(at(agent), read(2).chat, "greeting", "it stands in the line before");
    ASSERT_EQ(openAppeals(at(manager)).size(), 1U);
    EXPECT_EQ(refusedBy([&] { decideAppeal(at(trainer), read(2).chat, "greeting", true, "x"); }), Rule::OwnReading);
    const auto chief = addPerson("Chief", {Role::Manager});
    decideAppeal(at(chief), read(2).chat, "greeting", true, "so it does");
    EXPECT_EQ(points(), 26);
}

TEST_F(SecondReadings, TheAppealWindowOfASecondReadingBeginsWithTheDecision) {
    keptByTheFirst();
    const auto day = today;
    today = today.plusDays(7);
    settleReading(at(manager), {agent, day, 2}, Reading::Second, "read both");
    PointsView view(at(agent), "en");
    view.show({});
    ASSERT_EQ(view.chatsOf(day).size(), 2U);
    EXPECT_FALSE(view.chatsOf(day)[0].faults[0].mayAppeal) << "read a week ago";
    EXPECT_TRUE(view.chatsOf(day)[1].faults[0].mayAppeal);
}

TEST_F(SecondReadings, AnOpenAppealDecidesFirst) {
    lostByTheFirst();
    appealFault(at(agent), read(2).chat, "closing", "x");
    EXPECT_TRUE(differing(manager)[0].appealed);
    EXPECT_TRUE(toDo(manager, Role::Manager).empty());
    EXPECT_EQ(refusedBy([&] { settle(manager, Reading::Second); }), Rule::AppealFirst);
    decideAppeal(at(manager), read(2).chat, "closing", true, "right");
    EXPECT_TRUE(differing(manager).empty());
    EXPECT_EQ(refusedBy([&] { settle(manager, Reading::Second); }), Rule::NothingToSettle);
}

TEST_F(SecondReadings, WhatWasReadOnceOrAlikeIsNotDecided) {
    reviewChats(at(supervisor), {read(1, {fault()}), read(2)});
    readAgain(at(trainer), read(1, {fault("greeting")}));
    EXPECT_TRUE(differing(manager).empty()) << "both fail it";
    EXPECT_EQ(refusedBy([&] { settle(manager, Reading::Second, 1); }), Rule::NothingToSettle);
    EXPECT_EQ(refusedBy([&] { settle(manager, Reading::Second, 2); }), Rule::NothingToSettle);
}

TEST_F(SecondReadings, OnlyDaysThatHangOnItAreToldToWhoMayDecideAndToTheManager) {
    reviewChats(at(supervisor), {read(1), read(2), read(3)});
    readAgain(at(trainer), read(1, {fault()}));
    EXPECT_FALSE(differing(manager)[0].hangs) << "one failing chat costs nothing";
    EXPECT_TRUE(toDo(manager, Role::Manager).empty());
    readAgain(at(trainer), read(2, {fault()}));
    const auto list = toDo(manager, Role::Manager);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].page, "points");
    EXPECT_EQ(list[0].subject, agent.text() + " " + today.iso() + " differ");
    EXPECT_EQ(list[0].count, 2);
    EXPECT_TRUE(list[0].due);
    EXPECT_TRUE(toDo(trainer, Role::Trainer).empty());
    EXPECT_TRUE(toDo(supervisor, Role::Supervisor).empty());
    settle(manager, Reading::First, 1);
    EXPECT_TRUE(toDo(manager, Role::Manager).empty()) << "the other one alone costs nothing";
}

TEST_F(SecondReadings, AManagerWhoReadHearsOfItAndCantDecide) {
    reviewChats(at(manager), {read(1, {fault()}), read(2, {fault()})});
    readAgain(at(trainer), read(2));
    ASSERT_EQ(toDo(manager, Role::Manager).size(), 1U);
    EXPECT_FALSE(toDo(manager, Role::Manager)[0].due);
    ASSERT_EQ(toDo(supervisor, Role::Supervisor).size(), 1U);
    EXPECT_GT(settle(supervisor, Reading::Second), 0);
}

TEST_F(SecondReadings, AMonthIsntClosedWhileAPointHangsOnThem) {
    lostByTheFirst();
    const Month march(today);
    const auto chat = read(2).chat;
    today = Date(2026, 4, 1);
    EXPECT_EQ(refusedBy([&] { closeMonth(at(manager), march); }), Rule::ReadingsDiffer);
    settleReading(at(manager), chat, Reading::Second, "read both");
    EXPECT_GT(closeMonth(at(manager), march), 0);
}

TEST_F(SecondReadings, AClosedMonthIsNotDecidedAnew) {
    reviewChats(at(supervisor), {read(1, {fault()}), read(2), read(3)});
    readAgain(at(trainer), read(1));
    const auto chat = read(1).chat;
    const Month march(today);
    today = Date(2026, 4, 1);
    closeMonth(at(manager), march);
    EXPECT_TRUE(differing(manager).empty());
    EXPECT_EQ(refusedBy([&] { settleReading(at(manager), chat, Reading::Second, "late"); }), Rule::MonthClosed);
}

TEST_F(SecondReadings, TheDecisionIsTakenBackByWhoTookItAndByNobodyElse) {
    lostByTheFirst();
    const auto number = settle(manager, Reading::Second);
    const auto chief = addPerson("Chief", {Role::Manager});
    EXPECT_EQ(refusedBy([&] { undoChange(at(chief), number, "no"); }), Rule::NotYourRight);
    undo(at(manager));
    EXPECT_EQ(points(), 25);
    EXPECT_EQ(differing(manager).size(), 1U);
}

TEST_F(SecondReadings, TheReadingsStandOnceItIsDecided) {
    const auto first = reviewChats(at(supervisor), {read(1, {fault()}), read(2, {fault()})});
    const auto second = readAgain(at(trainer), read(2));
    settle(manager, Reading::Second);
    EXPECT_EQ(refusedBy([&] { reviewChat(at(supervisor), read(2)); }), Rule::ReadingSettled);
    EXPECT_EQ(refusedBy([&] { undoChange(at(supervisor), first, "misread"); }), Rule::ReadingSettled);
    EXPECT_EQ(refusedBy([&] { undoChange(at(trainer), second, "misread"); }), Rule::ReadingSettled);
    EXPECT_EQ(points(), 26);
}

TEST_F(SecondReadings, BothStandSideBySideWithTheirWords) {
    keptByTheFirst();
    SecondReadingsView view(at(manager), "en");
    view.load(today, today);
    ASSERT_EQ(view.rows().size(), 1U);
    const auto& row = view.rows()[0];
    EXPECT_EQ(row.firstReader, "Supervisor");
    EXPECT_EQ(row.secondReader, "Trainer");
    ASSERT_EQ(row.criteria.size(), 3U) << "two of the card, and the first reply";
    EXPECT_EQ(row.criteria[0].title, "Greeting");
    EXPECT_FALSE(row.criteria[0].first.failed);
    EXPECT_TRUE(row.criteria[0].second.failed);
    EXPECT_EQ(row.criteria[0].second.reason, "none at all");
    EXPECT_EQ(row.criteria[0].second.quote, "what?");
    SecondReadingsView none(at(mentor), "en");
    EXPECT_EQ(refusedBy([&] { none.load(today, today); }), Rule::NotYourRight);
}

TEST_F(SecondReadings, AsOfAPastMomentTheLedgerIsWhatItWas) {
    lostByTheFirst();
    Desk past = at(manager);
    past.asOf = last();
    settle(manager, Reading::Second);
    EXPECT_EQ(pointsOf(past, Month(today), agent).front().ledger.points(), 25);
    EXPECT_EQ(points(), 26);
}

TEST_F(SecondReadings, ADecisionHasWordsInTheHistory) {
    EXPECT_EQ(wordForTable("reading_settled", english()), "which reading stands");
    EXPECT_EQ(wordForValue("reading_settled", "stands", "second", english()), "the second reading stands");
    EXPECT_EQ(wordForDeed("settle-reading", english()), "decided between two readings");
}

/// Not of readings: what a closed month is.
class ClosedMonth : public SecondReadings {};

TEST_F(ClosedMonth, ItsClosingIsNotTakenBack) {
    const auto reading = reviewChat(at(manager), read(1, {fault()}));
    const Month march(today);
    today = Date(2026, 4, 1);
    const auto april = reviewChat(at(manager), read(1));
    const auto number = closeMonth(at(manager), march);
    EXPECT_EQ(refusedBy([&] { undo(at(manager)); }), Rule::ClosingStands);
    EXPECT_TRUE(ChatStore(m_database).closing(march));
    const auto chief = addPerson("Chief", {Role::Manager});
    EXPECT_EQ(refusedBy([&] { undoChange(at(chief), number, "too early"); }), Rule::ClosingStands);
    undo(at(manager));
    EXPECT_EQ(store::Book(m_database).change(last())->head.undoes, april) << "said once, it isn't in the way";
    EXPECT_EQ(refusedBy([&] { undoChange(at(manager), reading, "misread"); }), Rule::MonthClosed);
}

} // namespace
} // namespace fledgling::app::test
