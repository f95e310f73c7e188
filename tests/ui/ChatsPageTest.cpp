#include "ui/DaySheetFixture.h"

#include "app/chats/ChatReviews.h"
#include "app/sample/Sample.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

/// Judging the chats of a day.
namespace fledgling::ui::test {
namespace {

TEST_F(TheDaySheet, TwentyChatsWithThreeFailingOnesTakeFewerThanSeventyKeys) {
    const auto [trainee, today] = openToday();
    int keys = 0;
    for (int chat = 1; chat <= 20; ++chat) {
        if (chat % 7 != 3) {
            press("Space");
            keys += 1;
            continue;
        }
        press("2");
        settle();
        type("cut off");
        press("Enter");
        settle();
        press("Enter");
        keys += 1 + 7 + 1 + 1;
    }
    settle();
    ASSERT_EQ(readOf(trainee, today), 20U) << utf8(frame().page()->complaint());
    EXPECT_LT(keys, 70);
    const auto reviews = store().reviewsOf(trainee, today, today);
    EXPECT_EQ(
        std::count_if(reviews.begin(), reviews.end(), [](const auto& one) { return one.review.fails(); }), 3);
    EXPECT_EQ(reviews[2].review.faults.front().reason, "cut off");
    EXPECT_EQ(reviews[2].review.faults.front().criterion, "closing");
    EXPECT_TRUE(frame().page()->figureText().Contains("20/20")) << utf8(frame().page()->figureText());
    EXPECT_TRUE(frame().page()->figureText().Contains("the day is complete"));
    EXPECT_FALSE(frame().page()->figureText().Contains("one more fail")) << "nothing is left that could fail";
    EXPECT_TRUE(allText(frame().page()).Contains("The day is complete."));
}

TEST_F(TheDaySheet, PageDownLeadsFromACompleteDayToWhoStillWaits) {
    const auto [trainee, today] = openToday();
    for (int chat = 1; chat <= 20; ++chat)
        press("Space");
    ASSERT_EQ(readOf(trainee, today), 20U);
    auto* who = named<wxChoice>(frame().page(), "Person");
    ASSERT_NE(who, nullptr);
    const auto before = who->GetStringSelection();
    auto said = allText(frame().page());
    said.Replace("\n", " "); // it wraps where the column ends
    ASSERT_TRUE(said.Contains("Page Down: ")) << utf8(said);
    press("PageDown");
    const auto after = who->GetStringSelection().BeforeFirst(' ');
    EXPECT_NE(before, who->GetStringSelection());
    EXPECT_TRUE(said.Contains("Page Down: " + after)) << "as it was said";
}

TEST_F(TheDaySheet, AFailedCriterionQuotesTheLineUnderTheCursor) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    ASSERT_FALSE(trainee.empty());
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    auto* talk = tableNamed(frame().page(), "Conversation");
    ASSERT_NE(talk, nullptr);
    EXPECT_GT(talk->size(), 3U);
    screenshot(&frame(), "chats-conversation");
    const auto before = readOf(trainee, day);
    press("Down");
    press("Down");
    const auto line = talk->textAt(talk->selected(), 3);
    press("3");
    settle();
    type("cold");
    press("Enter");
    settle();
    screenshot(&frame(), "chats-failed");
    press("Enter");
    settle();
    // A chat drawn with a late reply is asked about first.
    if (frame().page()->complaint().Contains("The first reply took")) press("Enter");
    settle();
    const auto reviews = store().reviewsOf(trainee, day, day);
    ASSERT_EQ(reviews.size(), before + 1) << utf8(frame().page()->complaint());
    ASSERT_TRUE(reviews.back().review.fails());
    EXPECT_EQ(reviews.back().review.faults.front().quote, utf8(line));
    EXPECT_FALSE(reviews.back().review.record.empty());
}

TEST_F(TheDaySheet, ALineOfTheCustomersShowsNoFault) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    auto* talk = tableNamed(frame().page(), "Conversation");
    ASSERT_NE(talk, nullptr);
    const auto judgement = [&] { return tableNamed(frame().page(), "Scorecard")->textAt("attitude", 2); };
    for (int lines = 0; lines < 20 && talk->textAt(talk->selected(), 2) != "customer"; ++lines)
        press("Down");
    ASSERT_EQ(talk->textAt(talk->selected(), 2), "customer");
    press("3");
    EXPECT_TRUE(judgement().Contains("good"));
    EXPECT_TRUE(frame().page()->complaint().Contains("Choose one of the agent's lines")) << utf8(frame().page()->complaint());
    press("Down");
    press("3");
    EXPECT_TRUE(judgement().Contains("failed"));
    press("Escape");
}

TEST_F(TheDaySheet, ARefusedFaultDoesNotEndAsAPassByTheNextKey) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    auto* talk = tableNamed(frame().page(), "Conversation");
    ASSERT_NE(talk, nullptr);
    const auto before = readOf(trainee, day);
    talk->select("0");
    ASSERT_EQ(talk->textAt("0", 2), "customer");
    for (const char* key : {"Enter", "Space"}) {
        press("5");
        ASSERT_TRUE(frame().page()->complaint().Contains("Choose one of the agent's lines"));
        press(key);
        EXPECT_EQ(readOf(trainee, day), before) << key;
        EXPECT_TRUE(frame().page()->complaint().Contains("5 failed nothing")) << utf8(frame().page()->complaint());
    }
    press("Space");
    if (frame().page()->complaint().Contains("The first reply took")) press("Space");
    settle();
    EXPECT_EQ(readOf(trainee, day), before + 1) << "the reader has the last word";
}

TEST_F(TheDaySheet, SpaceDropsAFaultOnlyByASecondPress) {
    const auto [trainee, today] = openToday();
    const auto fault = [&] {
        press("4");
        settle();
        type("jargon");
        press("Enter");
        settle();
    };
    fault();
    EXPECT_TRUE(allText(frame().page()).Contains("Not kept yet"));
    press("Space");
    EXPECT_EQ(readOf(trainee, today), 0U);
    EXPECT_TRUE(frame().page()->complaint().Contains("Space would drop")) << utf8(frame().page()->complaint());
    press("Escape");
    EXPECT_TRUE(frame().page()->complaint().empty());
    fault();
    press("Space");
    EXPECT_EQ(readOf(trainee, today), 0U) << "asked anew";
    press("Space");
    settle();
    ASSERT_EQ(readOf(trainee, today), 1U);
    EXPECT_FALSE(store().reviewsOf(trainee, today, today).front().review.fails());
}

TEST_F(TheDaySheet, AKeptFaultIsDroppedOnlyByASecondPressAndEscapeRestoresItsCard) {
    const auto [trainee, today] = openToday();
    press("3");
    settle();
    type("cold");
    press("Enter");
    settle();
    press("Enter");
    settle();
    ASSERT_EQ(readOf(trainee, today), 1U);
    const auto fails = [&] { return store().reviewsOf(trainee, today, today).front().review.fails(); };
    ASSERT_TRUE(fails());
    tableNamed(frame().page(), "Chats of the day")->select("1");
    settle();
    const auto judgement = [&] { return tableNamed(frame().page(), "Scorecard")->textAt("attitude", 2); };
    tableNamed(frame().page(), "Scorecard")->takeFocus();
    press("3");
    ASSERT_TRUE(judgement().Contains("good"));
    EXPECT_TRUE(allText(frame().page()).Contains("Not kept yet"));
    press("Escape");
    EXPECT_EQ(frame().pageId(), "chats");
    EXPECT_TRUE(judgement().Contains("failed")) << "as it is kept";
    press("Space");
    EXPECT_TRUE(fails());
    EXPECT_TRUE(frame().page()->complaint().Contains("Space would drop")) << utf8(frame().page()->complaint());
    press("Space");
    settle();
    EXPECT_FALSE(fails());
}

TEST_F(TheDaySheet, InASmallWindowTheReasonIsSeenAndTheDaysChatsAreReached) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    frame().openPage("chats", trainee.text() + " " + day.iso());
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    press("3");
    auto* reason = named<wxTextCtrl>(frame().page(), "What was wrong");
    ASSERT_NE(reason, nullptr);
    ASSERT_TRUE(reason->HasFocus());
    const auto seen = [](wxWindow* control) {
        return control->GetParent()->GetScreenRect().Contains(control->GetScreenRect());
    };
    EXPECT_TRUE(until([&] { return seen(reason) && frame().page()->GetScreenRect().Contains(reason->GetScreenRect()); }));
    screenshot(&frame(), "chats.960");
    press("Escape");
    press("F8");
    auto* list = tableNamed(frame().page(), "Chats of the day");
    EXPECT_TRUE(list->hasKeyboard());
    EXPECT_TRUE(until([&] { return seen(list); }));
    EXPECT_GE(list->GetSize().y, 3 * list->GetCharHeight());
}

TEST_F(TheDaySheet, TheCursorBeginsAtTheAgentsFirstLine) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    auto* talk = tableNamed(frame().page(), "Conversation");
    ASSERT_NE(talk, nullptr);
    EXPECT_EQ(talk->textAt(talk->selected(), 2), "agent");
    EXPECT_EQ(talk->textAt("0", 2), "customer") << "who asked first";
}

TEST_F(TheDaySheet, WhatIsHalfJudgedIsThereAgainAfterARestart) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto subject = trainee.text() + " " + desk().today().iso();
    frame().openPage("chats", subject);
    settle();
    press("Space");
    settle();
    press("4");
    settle();
    type("jargon");
    settle();
    std::ifstream memory(std::filesystem::path(std::getenv("XDG_DATA_HOME")) / "test.conf");
    const std::string onDisk{std::istreambuf_iterator<char>(memory), {}};
    EXPECT_NE(onDisk.find("jargon"), std::string::npos) << "found by hand: a kill took it along";
    // The page is made anew, as after a crash: nothing but the book and the small memory is left.
    frame().openPage("today");
    frame().signIn(frame().session()->actor().id);
    frame().openPage("chats", subject);
    settle();
    auto* card = tableNamed(frame().page(), "Scorecard");
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->textAt("wording", 3), "jargon");
    EXPECT_EQ(readOf(trainee, desk().today()), 1U);
}

TEST_F(TheDaySheet, AChatTakenBackComesUpAgainAndIsJudgedAnew) {
    const auto [trainee, today] = openToday();
    press("Space");
    settle();
    ASSERT_EQ(readOf(trainee, today), 1U);
    press("Ctrl+Z");
    settle();
    ASSERT_EQ(readOf(trainee, today), 0U);
    press("Space");
    settle();
    const auto reviews = store().reviewsOf(trainee, today, today);
    ASSERT_EQ(reviews.size(), 1U) << utf8(frame().page()->complaint());
    EXPECT_EQ(reviews.front().review.chat.number, 1);
    EXPECT_TRUE(frame().page()->complaint().empty());
}

TEST_F(TheDaySheet, EscapeTakesAFaultBack) {
    openSampleAs(app::SAMPLE_MENTOR);
    frame().openPage("chats");
    settle();
    press("1");
    settle();
    EXPECT_TRUE(tableNamed(frame().page(), "Scorecard")->textAt("greeting", 2).Contains("failed"));
    EXPECT_TRUE(frame().page()->primary()->GetName().Contains("Keep")) << "what is done next stands out";
    press("Escape");
    settle();
    EXPECT_TRUE(frame().page()->primary()->GetName().Contains("Pass"));
    EXPECT_TRUE(tableNamed(frame().page(), "Scorecard")->textAt("greeting", 2).Contains("good"));
}

TEST_F(TheDaySheet, CtrlAndADigitSayACriterionCouldNotShow) {
    openSampleAs(app::SAMPLE_MENTOR);
    frame().openPage("chats");
    settle();
    press("Ctrl+2");
    settle();
    EXPECT_EQ(frame().pageId(), "chats") << "the rail's keys are others";
    EXPECT_TRUE(tableNamed(frame().page(), "Scorecard")->textAt("closing", 2).Contains("not applicable"));
    press("Ctrl+2");
    settle();
    EXPECT_TRUE(tableNamed(frame().page(), "Scorecard")->textAt("closing", 2).Contains("good"));
}

TEST_F(TheDaySheet, WithoutATextEveryCriterionIsExplained) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    frame().openPage("chats", trainee.text() + " " + desk().today().iso());
    settle();
    auto said = allText(frame().page());
    said.Replace("\n", " ");
    EXPECT_TRUE(said.Contains("automatic")) << utf8(said);
}

} // namespace
} // namespace fledgling::ui::test
