#include "app/chats/ChatReviews.h"

#include "ChatFixture.h"
#include "app/chats/ChatFiles.h"
#include "app/chats/ReviewSheetView.h"
#include "store/chats/ChatStore.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

/// The day's chats as their reader goes through them.
namespace fledgling::app::test {
namespace {

using namespace domain;
using store::ChatStore;

using ChatReviews = ChatFixture;

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

TEST_F(ChatReviews, WhatWasReadBeforeAFileCameKeepsItsNumberAndNoText) {
    reviewChats(at(mentor), {read(1), read(3, {fault()})});
    ChatImport import{agent, today, {}, {}, "chats.csv", 7};
    for (int i = 0; i < 9; ++i)
        import.chats.push_back({"c" + std::to_string(i), "x", today, {{i * 100, Speaker::Customer, "hi"}, {i * 100 + 5, Speaker::Agent, "hello"}}});
    importChats(at(mentor), import);
    ReviewSheetView view(at(mentor), "en");
    view.show(agent, today);
    EXPECT_EQ(view.loaded(), 4U) << "the four nobody has read";
    EXPECT_EQ(view.sample()->leftOut.size(), 5U);
    for (const int number : {1, 3}) {
        view.go(number);
        EXPECT_FALSE(view.conversation()) << number << ": nobody judged this conversation";
    }
    std::set<ChatId> texts;
    for (const int number : {2, 4, 5, 6}) {
        view.go(number);
        EXPECT_TRUE(view.conversation()) << number;
        texts.insert(view.chat()->record);
    }
    EXPECT_EQ(texts.size(), 4U) << "each has its own";
    view.go(4);
    const auto text = view.chat()->record;
    view.pass();
    undo(at(mentor));
    reviewChat(at(mentor), read(4, {fault("greeting")}));
    EXPECT_EQ(ChatStore(m_database).review({agent, today, 4})->review.record, text) << "from the terminal, which names no text";
}

TEST_F(ChatReviews, ADayThatIsReadWithoutTextsTakesNoFile) {
    for (int number = 1; number <= 6; ++number)
        reviewChat(at(mentor), read(number));
    const ChatImport import{agent, today, {{"c", "x", today, {{0, Speaker::Customer, "hi"}}}}, {}, "chats.csv", 7};
    EXPECT_EQ(refusedBy([&] { importChats(at(mentor), import); }), Rule::ChatsRead);
    EXPECT_FALSE(ChatStore(m_database).sample(agent, today));
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
    EXPECT_EQ(refusal("chat,time,speaker,text\n1," + today.iso() + " 09:00,customer,hi\n"), Rule::ChatColumnsMissing);
    try {
        importChats(at(mentor), readChats(at(mentor), path.string(), agent, today));
    } catch (const Refused& refused) {
        EXPECT_NE(sentence(refused, english()).find("lacks a column: 工号 / agent"), std::string::npos) << "and no column that is there";
    }
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

} // namespace
} // namespace fledgling::app::test
