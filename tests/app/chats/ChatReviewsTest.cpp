#include "app/chats/ChatReviews.h"

#include "ChatFixture.h"
#include "app/Record.h"
#include "app/chats/ChatFiles.h"
#include "app/chats/FairnessView.h"
#include "app/chats/PointsView.h"
#include "app/courses/RefusalTitles.h"
#include "app/courses/VersionPreview.h"
#include "app/history/CellHistory.h"
#include "app/chats/ReviewSheetView.h"
#include "app/readiness/Decisions.h"
#include "store/Conflict.h"
#include "store/StoreError.h"
#include "store/chats/ChatStore.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace fledgling::app::test {
namespace {

using namespace domain;
using store::ChatStore;

class ChatReviews : public ChatFixture {};

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

TEST_F(ChatReviews, TheDaysPointIsLostOnceAndComesBackByUndo) {
    EXPECT_EQ(points(), 26);
    for (int number = 1; number <= 4; ++number)
        reviewChat(at(mentor), read(number, {fault()}));
    EXPECT_EQ(points(), 25);
    for (int times = 0; times < 3; ++times)
        undo(at(mentor));
    EXPECT_EQ(points(), 26) << "one failing chat is left";
    EXPECT_EQ(ledger(agent).read(), 1);
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

TEST_F(ChatReviews, WhatIsHalfJudgedStaysWhenAnEarlierChatIsTakenBack) {
    ReviewSheetView view(at(mentor), "en");
    view.show(agent);
    view.pass();
    view.explain("closing", "cut off", "bye");
    undo(at(mentor));
    view.load();
    EXPECT_EQ(view.number(), 2);
    EXPECT_EQ(view.judgement("closing"), ReviewSheetView::Judgement::Fault);
}

TEST_F(ChatReviews, ASecondReadingTakenBackIsGivenAnew) {
    reviewChat(at(mentor), read(1, {fault()}));
    readAgain(at(other), read(1));
    undo(at(other));
    EXPECT_GT(readAgain(at(other), read(1)), 0);
}

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

TEST_F(ChatReviews, BeforeGoLivePointsArePracticeAndAfterItReal) {
    const auto cohort = addCohort("c", today.plusDays(-5), {}, "2");
    const auto trainee = addTrainee("Trainee", cohort);
    reviewChats(at(mentor), {read(1, {fault()}, trainee), read(2, {fault()}, trainee)});
    EXPECT_EQ(ledger(trainee).practicePoints(), 25);
    EXPECT_FALSE(ledger(trainee).real());
    PointsView view(at(trainee), "en");
    view.show({});
    EXPECT_TRUE(view.row()->practice());
    EXPECT_EQ(view.row()->effect, "") << "practice touches no bonus";
    EXPECT_EQ(recordOf(at(manager), trainee).practice->points, 25);
    EXPECT_EQ(recordOf(at(manager), trainee).practice->days, 1);
    decide(at(manager), trainee, DecisionKind::Approve, "needed", today.plusDays(30));
    today = today.plusDays(1);
    reviewChats(at(mentor), {read(1, {fault()}, trainee), read(2, {fault()}, trainee)});
    EXPECT_TRUE(ledger(trainee).real());
    EXPECT_EQ(ledger(trainee).practicePoints(), 25) << "the practice day stays one";
    EXPECT_EQ(ledger(trainee).start, 11) << "go-live on the 17th leaves eleven working days of March 2026";
    EXPECT_EQ(ledger(trainee).points(), 10);
}

TEST_F(ChatReviews, PracticeEndsWithGoLiveForGoodAndGoesOnWhenThatIsTakenBack) {
    const auto cohort = addCohort("c", today.plusDays(-5), {}, "2");
    const auto trainee = addTrainee("Trainee", cohort);
    const auto failing = [&] { reviewChats(at(mentor), {read(1, {fault()}, trainee), read(2, {fault()}, trainee)}); };
    const auto practice = [&] { return *recordOf(at(manager), trainee).practice; };
    failing();
    const auto decided = write({store::MentoringStore::fact(
        Decision{trainee, DecisionKind::Approve, "ready", std::nullopt, {}, {}, 1})});
    for (const int later : {1, 60}) { // in the month of go-live, and in one long after
        today = today.plusDays(later);
        failing();
    }
    EXPECT_EQ(practice().days, 1);
    EXPECT_EQ(practice().points, 25);
    write(store::Book(m_database).reversal(decided));
    today = today.plusDays(1);
    failing();
    EXPECT_EQ(practice().days, 2) << "in training again from then on, not before";
}

TEST_F(ChatReviews, ATraineeIsJudgedByTheCohortsVersion) {
    const auto trainee = addTrainee("Trainee", addCohort("c", today.plusDays(-5)));
    EXPECT_EQ(scorecardOf(at(mentor), trainee, today).version, "1");
    EXPECT_EQ(scorecardOf(at(mentor), agent, today).version, "2");
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

TEST_F(ChatReviews, AClosedMonthStandsWhateverComesAfter) {
    reviewChats(at(supervisor), {read(1, {fault()}), read(2, {fault()})});
    const Month march(today);
    const auto chat = read(1).chat;
    EXPECT_EQ(refusedBy([&] { closeMonth(at(manager), march); }), Rule::MonthNotOver);
    appealFault(at(agent), chat, "closing", "x");
    today = Date(2026, 4, 1);
    EXPECT_EQ(refusedBy([&] { closeMonth(at(supervisor), march); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { closeMonth(at(manager), march); }), Rule::AppealsOpen);
    decideAppeal(at(manager), chat, "closing", false, "no");
    closeMonth(at(manager), march);
    EXPECT_EQ(refusedBy([&] { closeMonth(at(manager), march); }), Rule::MonthClosed);
    auto late = read(3, {fault()});
    late.chat.day = chat.day;
    EXPECT_EQ(refusedBy([&] { reviewChat(at(supervisor), late); }), Rule::MonthClosed);
    // A new version of the course would make the day free of charge: not in a month that is closed.
    auto files = coursePackage("3");
    loadPackage(files, "3");
    const auto shown = pointsOf(at(manager), march, agent).front();
    EXPECT_EQ(shown.ledger.points(), 25);
    EXPECT_EQ(shown.scorecard.version, "2");
}

TEST_F(ChatReviews, ANewVersionShowsWhosePointsItWouldChangeAndLeavesClosedMonthsAlone) {
    for (int chat = 1; chat <= 3; ++chat)
        reviewChat(at(supervisor), read(chat, {fault()}));
    const auto& now = m_shelf.course("small", "2");
    auto next = now;
    next.chatReview.failsCostPoint = 4;
    const auto before = pointsOf(at(manager), Month(today), agent).front().ledger.points();
    const auto changes = pointsChanges(at(trainer), next);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].person, agent);
    EXPECT_EQ(changes[0].before, before);
    EXPECT_EQ(changes[0].after, before + 1);
    EXPECT_TRUE(pointsChanges(at(trainer), now).empty());
    const Month march(today);
    today = Date(2026, 4, 1);
    closeMonth(at(manager), march);
    EXPECT_TRUE(pointsChanges(at(trainer), next).empty());
}

TEST_F(ChatReviews, AClosedMonthTakesNoSecondReadingAndOffersNone) {
    reviewChats(at(mentor), {read(1, {fault()}), read(2)});
    const auto day = today;
    FairnessView view(at(manager), "en");
    today = Date(2026, 4, 1);
    view.load(day, today);
    EXPECT_EQ(view.deciding().size(), 1U);
    closeMonth(at(manager), Month(day));
    auto again = read(1);
    again.chat.day = day;
    EXPECT_EQ(refusedBy([&] { readAgain(at(other), again); }), Rule::MonthClosed);
    view.load(day, today);
    EXPECT_TRUE(view.deciding().empty());
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

TEST_F(ChatReviews, TheLedgerIsForWhoseItIsAndForWhoLeadsOrSeesAll) {
    reviewChat(at(mentor), read(1, {fault()}));
    for (const auto& who : {agent, manager, trainer, supervisor}) {
        PointsView view(at(who), "en");
        EXPECT_EQ(refusedBy([&] { view.show(agent); }), std::nullopt);
    }
    PointsView view(at(other), "en");
    EXPECT_EQ(refusedBy([&] { view.show(agent); }), Rule::NotYourRight);
    PointsView own(at(agent), "en");
    own.show({});
    const auto chats = own.chatsOf(today);
    ASSERT_EQ(chats.size(), 1U);
    EXPECT_EQ(chats[0].by, "Mentor");
    EXPECT_EQ(chats[0].faults[0].title, "Closing");
    EXPECT_EQ(chats[0].faults[0].quote, "bye");
    EXPECT_TRUE(chats[0].faults[0].mayAppeal);
    EXPECT_FALSE(chats[0].faults[0].mayDecide);
}

TEST_F(ChatReviews, RepeatedFaultsProposeTheCoursePartToReadAgain) {
    reviewChats(at(mentor),
                {read(1, {fault("greeting")}), read(2, {fault("greeting")}), read(3, {fault("greeting")})});
    PointsView view(at(agent), "en");
    view.show({});
    ASSERT_EQ(view.coaching().size(), 1U);
    EXPECT_EQ(view.coaching()[0].title, "Greeting");
    EXPECT_EQ(view.coaching()[0].session, "d1-am");
    EXPECT_EQ(view.coaching()[0].sessionTitle, "Attitude");
}

TEST_F(ChatReviews, RepeatedLateRepliesProposeTheCoursePartToo) {
    std::vector<ChatReview> late;
    for (int number = 1; number <= 3; ++number) {
        late.push_back(read(number, {{FIRST_REPLY, "far too late", ""}}));
        late.back().replySeconds = 61;
    }
    reviewChats(at(mentor), late);
    PointsView view(at(agent), "en");
    view.show({});
    ASSERT_EQ(view.coaching().size(), 1U);
    EXPECT_EQ(view.coaching()[0].item.criterion, FIRST_REPLY);
    EXPECT_EQ(view.coaching()[0].session, "d1-pm");
    EXPECT_EQ(view.coaching()[0].sessionTitle, "Follow along");
}

TEST_F(ChatReviews, ChatsAreDrawnOnceMaskedAndReadOneAfterTheOther) {
    ChatImport import{agent, today, {}, {"Wang Ming"}, "chats.csv", 7};
    for (int i = 0; i < 9; ++i)
        import.chats.push_back({"c" + std::to_string(i), "x", today, {
                                    {i * 100, Speaker::Customer, "I am Wang Ming, 13912345678"},
                                    { i * 100 + 75,
                                      Speaker::Agent,
                                      "hello" }
                                }});
    importChats(at(mentor), import);
    EXPECT_EQ(refusedBy([&] { importChats(at(mentor), import); }), Rule::ChatsLoaded);
    ReviewSheetView view(at(mentor), "en");
    view.show(agent, today);
    ASSERT_TRUE(view.conversation());
    EXPECT_EQ(view.conversation()->lines[0].text, "I am ***, ***");
    EXPECT_EQ(view.draft().replySeconds, 75) << "measured, for the reviewer to confirm";
    ASSERT_TRUE(view.sample());
    EXPECT_EQ(view.sample()->leftOut.size(), 3U);
    view.pass();
    EXPECT_EQ(view.number(), 2);
    EXPECT_FALSE(ChatStore(m_database).review({agent, today, 1})->review.record.empty());
}

TEST_F(ChatReviews, AFaultIsShownByALineOfTheAgents) {
    ChatImport import{agent, today, {}, {}, "chats.csv", 1};
    import.chats.push_back({"c", "x", today, {{0, Speaker::Customer, "are you there?"}, {20, Speaker::Agent, "what?"}}});
    importChats(at(mentor), import);
    ReviewSheetView view(at(mentor), "en");
    view.show(agent, today);
    EXPECT_EQ(refusedBy([&] { view.failBy("closing", "are you there?"); }), Rule::QuoteNotAgents);
    EXPECT_EQ(view.judgement("closing"), ReviewSheetView::Judgement::Good) << "nothing was judged";
    view.failBy("closing", "what?");
    EXPECT_EQ(view.judgement("closing"), ReviewSheetView::Judgement::Fault);
    // From the terminal, which names no text.
    const auto quoting = [&](const char* quote) { return read(1, {{"closing", "curt", quote}}); };
    EXPECT_EQ(refusedBy([&] { reviewChat(at(mentor), quoting("are you there?")); }), Rule::QuoteNotAgents);
    EXPECT_EQ(refusedBy([&] { reviewChats(at(mentor), {quoting("are you there?")}); }), Rule::QuoteNotAgents);
    EXPECT_GT(reviewChat(at(mentor), quoting("what?")), 0);
    EXPECT_EQ(refusedBy([&] { readAgain(at(other), quoting("are you there?")); }), Rule::QuoteNotAgents);
    EXPECT_GT(readAgain(at(other), quoting("what?")), 0);
}

TEST_F(ChatReviews, AFileWithoutChatsIsToldFromOneWithOtherPeoples) {
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-chats-" + std::to_string(::getpid()) + ".txt");
    const auto refusal = [&](const std::string& text) {
        std::ofstream(path) << text;
        return refusedBy([&] { importChats(at(mentor), readChats(at(mentor), path.string(), agent, today)); });
    };
    EXPECT_EQ(refusal("a shopping list\nmilk\n"), Rule::NoConversation);
    EXPECT_EQ(refusal(""), Rule::NoConversation);
    EXPECT_EQ(refusal("{\"holidays\": []}"), Rule::NoConversation);
    const auto chat = [&](const std::string& whose) {
        return "=== 1\nagent: " + whose + "\nday: " + today.iso() + "\n09:00 customer: hi\n09:01 agent: hello\n";
    };
    EXPECT_EQ(refusal(chat("Other")), Rule::ChatFileEmpty);
    try {
        importChats(at(mentor), readChats(at(mentor), path.string(), agent, today));
        ADD_FAILURE() << "kept";
    } catch (const Refused& refused) {
        EXPECT_NE(sentence(refused, english()).find("The file says: Other · " + longDate(today, english()) + "."), std::string::npos)
            << sentence(refused, english());
    }
    EXPECT_FALSE(ChatStore(m_database).sample(agent, today)) << "nothing was kept";
    EXPECT_EQ(refusal(chat("Agent")), std::nullopt);
    EXPECT_TRUE(ChatStore(m_database).sample(agent, today));
    std::filesystem::remove(path);
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

TEST_F(ChatReviews, TheSheetGoesOnAtTheFirstChatThatIsNotRead) {
    reviewChats(at(mentor), {read(1), read(2, {fault()}), read(4)});
    ReviewSheetView view(at(mentor), "en");
    view.show(agent, today);
    EXPECT_EQ(view.number(), 3);
    EXPECT_EQ(view.read(), 3);
    EXPECT_EQ(view.failsLeft(), 1);
    view.explain("greeting", "none", "");
    EXPECT_EQ(view.draftText().empty(), false);
    ReviewSheetView again(at(mentor), "en");
    again.show(agent, today);
    again.restoreDraft(view.draftText());
    EXPECT_EQ(again.draft().faults, view.draft().faults);
    view.keep();
    EXPECT_EQ(view.number(), 5);
    EXPECT_EQ(view.failsLeft(), 0);
}

TEST_F(ChatReviews, ACompleteDayLeadsToWhoseChatsStillWait) {
    ReviewSheetView view(at(supervisor), "en");
    view.show(agent, today);
    for (int number = 1; number <= 5; ++number)
        view.pass();
    EXPECT_FALSE(view.complete());
    view.pass();
    EXPECT_TRUE(view.complete());
    ASSERT_NE(view.nextPerson(), nullptr);
    EXPECT_EQ(view.nextPerson()->person, manager) << "the next by name of who has a post";
    for (int number = 1; number <= 6; ++number)
        reviewChat(at(other), read(number, {}, manager));
    view.load();
    ASSERT_NE(view.nextPerson(), nullptr);
    EXPECT_EQ(view.nextPerson()->person, mentor) << "whose day is complete is left out";
}

TEST_F(ChatReviews, WhoLeadsTraineesIsLedToThemOnly) {
    const auto mine = addTrainee("Wu Min", addCohort("Mar", today.plusDays(-9), today.plusDays(30), "2"));
    addPair(mine, mentor, today.plusDays(-3));
    ReviewSheetView view(at(mentor), "en");
    view.show(agent, today);
    ASSERT_NE(view.nextPerson(), nullptr);
    EXPECT_EQ(view.nextPerson()->person, mine);
    view.show(mine, today);
    EXPECT_EQ(view.nextPerson(), nullptr) << "nobody else is led";
}

TEST_F(ChatReviews, AsOfAPastMomentTheLedgerIsWhatItWas) {
    reviewChats(at(mentor), {read(1, {fault()}), read(2, {fault()})});
    Desk past = at(manager);
    past.asOf = last();
    appealFault(at(agent), read(1).chat, "closing", "x");
    decideAppeal(at(manager), read(1).chat, "closing", true, "right");
    EXPECT_EQ(points(), 26);
    EXPECT_EQ(pointsOf(past, Month(today), agent).front().ledger.points(), 25);
}

} // namespace
} // namespace fledgling::app::test
