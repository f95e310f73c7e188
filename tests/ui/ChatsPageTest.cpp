#include "app/chats/ChatReviews.h"
#include "app/chats/ChatToDo.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "store/MentoringStore.h"
#include "store/chats/ChatStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/chats/ChatsPage.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

namespace fledgling::ui::test {
namespace {

using domain::Date;
using domain::PersonId;

class TheDaySheet : public InWindow {
protected:
    /// Opens it at a person's day.
    void openAt(const std::string& staffNumber, const std::string& subject) {
        openSampleAs(staffNumber);
        frame().openPage("chats", subject);
        settle();
        page = frame().page();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    store::ChatStore store() { return store::ChatStore(desk().database); }
    PersonId personOf(const std::string& number) {
        return frame().session()->department().find(number).front().id;
    }
    /// The trainee of the sample's mentor whose chats of that day are loaded.
    std::pair<PersonId, Date> loadedDay() {
        for (const auto& pair : store::MentoringStore(desk().database).currentPairs())
            for (int before = 1; before < 15; ++before)
                if (const auto day = desk().today().plusDays(-before); store().sample(pair.trainee, day))
                    return {pair.trainee, day};
        return {};
    }
    std::size_t readOf(const PersonId& person, Date day) {
        return store().reviewsOf(person, day, day).size();
    }
    Page* page = nullptr;
};

TEST_F(TheDaySheet, TwentyChatsWithThreeFailingOnesTakeFewerThanSeventyKeys) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto today = desk().today();
    frame().openPage("chats", trainee.text() + " " + today.iso());
    settle();
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
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto today = desk().today();
    frame().openPage("chats", trainee.text() + " " + today.iso());
    settle();
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
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto today = desk().today();
    frame().openPage("chats", trainee.text() + " " + today.iso());
    settle();
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
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto today = desk().today();
    frame().openPage("chats", trainee.text() + " " + today.iso());
    settle();
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

TEST_F(TheDaySheet, AReplyMeasuredInTimeIsFailedOnlyByASecondPress) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    std::set<int> read;
    for (const auto& kept : store().reviewsOf(trainee, day, day))
        read.insert(kept.review.chat.number);
    int inTime = 0, late = 0;
    const auto records = store().recordsOf(trainee, day);
    for (int number = 1; number <= static_cast<int>(std::min<std::size_t>(records.size(), 20)); ++number) {
        const auto talk = store().conversation(records[static_cast<std::size_t>(number) - 1]);
        const auto seconds = talk ? domain::firstReply(*talk) : std::nullopt;
        if (!seconds || read.contains(number)) continue;
        (*seconds <= 60 ? inTime : late) = number;
    }
    ASSERT_GT(inTime, 0);
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    const auto judgement = [&] { return tableNamed(frame().page(), "Scorecard")->textAt("first-reply", 2); };
    tableNamed(frame().page(), "Chats of the day")->select(std::to_string(inTime));
    settle();
    press("6");
    EXPECT_TRUE(judgement().Contains("good")) << "asked first";
    EXPECT_TRUE(frame().page()->complaint().Contains("60 are allowed")) << utf8(frame().page()->complaint());
    press("6");
    EXPECT_TRUE(judgement().Contains("failed")) << "the reader has the last word";
    EXPECT_TRUE(frame().page()->complaint().empty());
    press("Escape");
    if (late == 0) return;
    tableNamed(frame().page(), "Chats of the day")->select(std::to_string(late));
    settle();
    press("6");
    EXPECT_TRUE(judgement().Contains("failed")) << "a late one needs one press";
}

TEST_F(TheDaySheet, ALateReplyNobodyJudgedIsPointedOutByEnterAsBySpace) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto today = desk().today();
    frame().openPage("chats", trainee.text() + " " + today.iso());
    settle();
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-latechat-" + std::to_string(::getpid()) + ".txt");
    std::ofstream(path) << "=== 1\nagent: " << app::nameOf(desk(), trainee) << "\nday: " << today.iso()
                        << "\n09:00:05 customer: hello\n09:02:30 agent: welcome\n";
    dynamic_cast<ChatsPage*>(frame().page())->loadFrom(path.string());
    settle();
    std::filesystem::remove(path);
    ASSERT_EQ(store().recordsOf(trainee, today).size(), 1U) << utf8(frame().page()->complaint());
    press("2");
    settle();
    type("cut off");
    press("Enter");
    settle();
    press("Enter");
    settle();
    EXPECT_EQ(readOf(trainee, today), 0U);
    EXPECT_TRUE(frame().page()->complaint().Contains("The first reply took 145 s")) << utf8(frame().page()->complaint());
    press("Enter");
    settle();
    EXPECT_EQ(readOf(trainee, today), 1U) << "the reader has the last word";
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
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto today = desk().today();
    frame().openPage("chats", trainee.text() + " " + today.iso());
    settle();
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
    press("Escape");
    settle();
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

TEST_F(TheDaySheet, SaysWhatTheDrawLeftOutAndWhy) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto [trainee, day] = loadedDay();
    frame().openPage("chats", trainee.text() + " " + day.iso());
    settle();
    press("F3");
    settle();
    EXPECT_TRUE(frame().page()->complaint().Contains("11 of 31")) << utf8(frame().page()->complaint());
    const auto sample = store().sample(trainee, day);
    ASSERT_TRUE(sample);
    std::set<std::string> ids;
    for (const auto& [id, why] : sample->leftOut)
        ids.insert(id);
    EXPECT_EQ(ids.size(), sample->leftOut.size()) << "each can be told from the others";
}

TEST_F(TheDaySheet, AFileWithoutChatsSaysWhatWasExpectedAndThatNothingWasKept) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto trainee = store::MentoringStore(desk().database).currentPairs().front().trainee;
    const auto today = desk().today();
    frame().openPage("chats", trainee.text() + " " + today.iso());
    settle();
    const auto path = std::filesystem::temp_directory_path() / ("fledgling-nochats-" + std::to_string(::getpid()) + ".txt");
    std::ofstream(path) << "a shopping list\nmilk\n";
    dynamic_cast<ChatsPage*>(frame().page())->loadFrom(path.string());
    settle();
    std::filesystem::remove(path);
    const auto said = frame().page()->complaint();
    for (const char* part : {"holds no conversation", "===", "Nothing was kept"})
        EXPECT_TRUE(said.Contains(part)) << part << " in " << utf8(said);
    EXPECT_TRUE(said.Contains(u8(path.filename().string())));
    EXPECT_FALSE(store().sample(trainee, today));
    const auto read = readOf(trainee, today);
    press("Enter");
    EXPECT_TRUE(frame().page()->complaint().empty()) << "Enter answers what is said";
    EXPECT_EQ(readOf(trainee, today), read) << "a chat nobody read isn't passed by it";
    press("Enter");
    EXPECT_TRUE(until([&] { return readOf(trainee, today) == read + 1; })) << utf8(frame().page()->complaint());
}

TEST_F(TheDaySheet, AnotherLanguageKeepsPersonDayAndChat) {
    openSampleAs(app::SAMPLE_MENTOR, "chats");
    settle();
    press("PageDown");
    press("Alt+Left");
    auto* list = tableNamed(frame().page(), "Chats of the day");
    ASSERT_NE(list, nullptr);
    list->select("7");
    settle();
    const auto stood = frame().page()->whereabouts();
    ASSERT_TRUE(stood);
    EXPECT_TRUE(stood->ends_with(" 7")) << *stood;
    EXPECT_NE(stood->find(desk().today().plusDays(-1).iso()), std::string::npos) << *stood;
    frame().setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame().page()->whereabouts(), stood);
    EXPECT_EQ(tableNamed(frame().page(), wxGetTranslation("Chats of the day"))->selected(), "7");
    frame().openPage("today");
    frame().setLanguage("en");
    frame().openPage("chats");
    settle();
    EXPECT_EQ(frame().page()->whereabouts(), stood) << "also a page that was hidden meanwhile";
}

TEST_F(TheDaySheet, F9LeadsToTheSecondReadingAndBack) {
    openSampleAs(app::SAMPLE_MENTOR, "chats");
    settle();
    auto* again = named<wxToggleButton>(frame().page(), "Second reading");
    ASSERT_NE(again, nullptr);
    EXPECT_TRUE(again->GetLabel().Contains("F9")) << utf8(again->GetLabel());
    press("F9");
    EXPECT_TRUE(again->GetValue());
    press("F9");
    EXPECT_FALSE(again->GetValue());
}

TEST_F(TheDaySheet, ASecondReadingHidesTheFirst) {
    openSampleAs(app::SAMPLE_MANAGER);
    const auto agent = personOf("00012");
    Date day = desk().today();
    for (int before = 1; before < 15 && readOf(agent, day) == 0; ++before)
        day = desk().today().plusDays(-before);
    frame().openPage("chats", agent.text() + " " + day.iso() + " again");
    settle();
    auto* list = tableNamed(frame().page(), "Chats of the day");
    ASSERT_NE(list, nullptr);
    const auto order = list->order();
    ASSERT_FALSE(order.empty());
    for (const auto& id : order)
        EXPECT_TRUE(list->textAt(id, 1).Contains("not read yet"));
    press("Space");
    settle();
    EXPECT_TRUE(store().secondReading({agent, day, std::stoi(order.front())}))
        << utf8(frame().page()->complaint());
    EXPECT_EQ(readOf(agent, day), 20U) << "the first reading stands as it was";
}

class ThePointsPage : public TheDaySheet {};

TEST_F(ThePointsPage, UnfoldsAPersonToTheQuotedLineInTwoSteps) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    auto* people = tableNamed(frame().page(), "Points of everybody");
    ASSERT_NE(people, nullptr);
    EXPECT_GE(people->size(), 8U);
    auto* ledger = tableNamed(frame().page(), "Ledger");
    ASSERT_GT(ledger->size(), 0U);
    auto* faults = tableNamed(frame().page(), "Deductions of the day");
    EXPECT_GT(faults->size(), 0U) << "opens at the newest day that failed something";
    screenshot(&frame(), "points");
}

TEST_F(ThePointsPage, UntilWhenAnAppealIsPossibleIsSaidOnOneLine) {
    openSampleAs("01005", "points");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    auto* faults = tableNamed(frame().page(), "Deductions of the day");
    ASSERT_NE(faults, nullptr);
    const auto order = faults->order();
    ASSERT_FALSE(order.empty());
    auto* control = faults->control();
    for (const auto& id : order)
        EXPECT_TRUE(until([&] { return control->GetTextExtent(faults->textAt(id, 3)).x < control->GetColumn(3)->GetWidth(); })) << utf8(faults->textAt(id, 3));
    screenshot(&frame(), "points-own.960");
}

TEST_F(ThePointsPage, SaysWhosePointsAreShownAndTheRailLeadsBackToOnesOwn) {
    openSampleAs(app::SAMPLE_MENTOR);
    const auto own = frame().session()->actor().id;
    PersonId trainee;
    for (const auto& pair : store::MentoringStore(desk().database).currentPairs())
        if (pair.mentor == own) trainee = pair.trainee;
    ASSERT_FALSE(trainee.empty());
    frame().openPage("points", trainee.text());
    settle();
    const auto name = app::nameOf(desk(), trainee);
    EXPECT_EQ(utf8(frame().page()->title()), "Points of " + name);
    frame().openPage("points");
    settle();
    EXPECT_EQ(frame().page()->title(), "Points");
    EXPECT_TRUE(frame().page()->whereabouts().value_or("").starts_with(own.text()));
}

TEST_F(ThePointsPage, WhatThePointsMeanStandsWholeAt1280x800) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    for (const char* name : {"Points of everybody", "Ledger"}) {
        auto* table = tableNamed(frame().page(), name);
        ASSERT_NE(table, nullptr) << name;
        const auto* view = table->control();
        int columns = 0;
        for (unsigned i = 0; i < view->GetColumnCount(); ++i) {
            const auto* column = view->GetColumn(i);
            columns += column->GetWidth();
            EXPECT_LE(view->GetTextExtent(column->GetTitle()).x, column->GetWidth()) << name << ": " << utf8(column->GetTitle());
        }
        EXPECT_LE(columns, view->GetSize().x) << name << ": nothing lies beyond the edge";
    }
    screenshot(&frame(), "points-meaning");
}

TEST_F(ThePointsPage, WhatPointsOffMeanTakesTwoLinesAtMostAt1280x800) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    auto* people = tableNamed(frame().page(), "Points of everybody");
    ASSERT_NE(people, nullptr);
    ASSERT_TRUE(people->textAt(people->order().front(), 5).Contains("off the month's bonus"));
    auto* view = people->control();
    const auto* rows = dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel());
    const auto height = [&] { return view->GetItemRect(rows->GetItem(1)).y - view->GetItemRect(rows->GetItem(0)).y; };
    EXPECT_TRUE(until([&] { return height() > 0 && height() < 3 * people->GetCharHeight(); })) << height();
}

TEST_F(ThePointsPage, DaysAndDeductionsKeepTheirRoomInASmallWindowAndScroll) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    auto* days = tableNamed(frame().page(), "Ledger");
    auto* faults = tableNamed(frame().page(), "Deductions of the day");
    ASSERT_TRUE(days && faults);
    EXPECT_GE(days->GetSize().y, days->FromDIP(120));
    EXPECT_GE(faults->GetPosition().y, days->GetPosition().y + days->GetSize().y) << "nothing stands over anything";
    faults->takeFocus();
    EXPECT_TRUE(until([&] {
        const auto* pane = faults->GetParent();
        return faults->GetScreenRect().GetBottom() <= pane->GetScreenRect().GetBottom() + 1;
    })) << "what has the keyboard comes into view";
    screenshot(&frame(), "points.small");
}

TEST_F(ThePointsPage, HeadingsAreReadWholeInASmallWindowAndNothingTheySaidIsLost) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    const auto headsWhole = [&](const char* name) {
        auto* view = tableNamed(frame().page(), name)->control();
        for (unsigned i = 0; i < view->GetColumnCount(); ++i)
            if (view->GetTextExtent(view->GetColumn(i)->GetTitle()).x > view->GetColumn(i)->GetWidth()) return false;
        return true;
    };
    auto* people = tableNamed(frame().page(), "Points of everybody");
    auto* days = tableNamed(frame().page(), "Ledger");
    const auto day = days->selected();
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    EXPECT_TRUE(until([&] { return days->textAt(day, 1).Contains("/"); })) << "failed of those read";
    settle();
    EXPECT_TRUE(headsWhole("Points of everybody") && headsWhole("Ledger"));
    EXPECT_EQ(days->selected(), day) << "the chosen day stays chosen";
    const auto order = people->order();
    EXPECT_TRUE(std::any_of(order.begin(), order.end(), [&](const auto& id) { return people->textAt(id, 3).Contains("appeal open"); }));
}

TEST_F(ThePointsPage, WhatIsSaidOfAGreyKeyGoesWithWhatIsDoneNext) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    auto* uphold = findNamed(frame().page(), "Uphold");
    ASSERT_NE(uphold, nullptr);
    ASSERT_FALSE(uphold->IsEnabled());
    tableNamed(frame().page(), "Points of everybody")->takeFocus();
    press("U");
    EXPECT_TRUE(until([&] { return frame().page()->statusText().Contains("open appeal"); })) << utf8(frame().page()->statusText());
    click(findNamed(frame().page(), "Shown: Readers"));
    EXPECT_TRUE(until([&] { return frame().page()->statusText().empty(); })) << utf8(frame().page()->statusText());
}

TEST_F(ThePointsPage, AnUpheldAppealRecountsTheDay) {
    openSampleAs(app::SAMPLE_MANAGER);
    const auto open = store().openAppeals();
    ASSERT_FALSE(open.empty());
    const auto chat = open.front().appeal.chat;
    frame().openPage("points", chat.agent.text() + " " + chat.day.iso());
    settle();
    auto* faults = tableNamed(frame().page(), "Deductions of the day");
    faults->select(std::to_string(chat.number) + " " + open.front().appeal.criterion);
    settle();
    answerWith("Answer", "checked, right");
    press("U");
    ASSERT_TRUE(until([&] { return store().openAppeals().empty(); })) << utf8(frame().page()->complaint());
    settle();
    EXPECT_EQ(store().takenOff(chat.day, chat.day, chat.agent).size(), 1U);
    EXPECT_TRUE(frame().page()->complaint().Contains("counted anew"));
}

TEST_F(ThePointsPage, TodaysLineOfAnAppealLandsOnThatDeductionWithItsKeysReady) {
    openSampleAs(app::SAMPLE_MANAGER);
    const auto open = store().openAppeals();
    ASSERT_FALSE(open.empty());
    const auto& appeal = open.front().appeal;
    const auto list = app::chatToDo(desk(), domain::Role::Manager);
    const auto line = std::find_if(list.begin(), list.end(),
                                   [](const auto& one) { return one.kind == app::ToDoKind::DecideAppeal; });
    ASSERT_NE(line, list.end());
    frame().session()->go(line->page, line->subject);
    settle();
    auto* faults = tableNamed(frame().page(), "Deductions of the day");
    ASSERT_NE(faults, nullptr);
    EXPECT_EQ(faults->selected(), std::to_string(appeal.chat.number) + " " + appeal.criterion);
    EXPECT_TRUE(faults->hasKeyboard());
    answerWith("Answer", "checked, wrong");
    press("R");
    EXPECT_TRUE(until([&] { return store().openAppeals().empty(); })) << utf8(frame().page()->complaint());
}

TEST_F(ThePointsPage, TwoReadingsAreSeenSideBySideAndOneKeyDecides) {
    openSampleAs(app::SAMPLE_MANAGER);
    std::optional<domain::ChatKey> chat;
    std::string criterion;
    for (int before = 1; before < 40 && !chat; ++before)
        for (const char* number : {"00018", "00016", "00014", "00011"})
            for (const auto& kept : store().reviewsOf(personOf(number), desk().today().plusDays(-before), desk().today().plusDays(-before))) {
                const auto& key = kept.review.chat;
                if (chat || !kept.review.fails() || store().secondReading(key) || store().closing(domain::Month(key.day))) continue;
                const auto reader = personOf("00004") == kept.by ? personOf(app::SAMPLE_SUPERVISOR) : personOf("00004");
                auto other = frame().session()->department().deskFor(reader);
                domain::ChatReview passes;
                passes.chat = key;
                app::readAgain(other, passes);
                chat = key;
                criterion = kept.review.faults.front().criterion;
            }
    ASSERT_TRUE(chat);
    frame().openPage("points", chat->agent.text() + " " + chat->day.iso() + " differ");
    settle();
    auto* chats = tableNamed(frame().page(), "Differing readings");
    ASSERT_NE(chats, nullptr) << utf8(frame().page()->complaint());
    const auto id = chat->agent.text() + " " + chat->day.iso() + " " + std::to_string(chat->number);
    chats->select(id);
    settle();
    EXPECT_TRUE(chats->textAt(id, 4).Contains("failed"));
    EXPECT_TRUE(chats->textAt(id, 5).Contains("good"));
    EXPECT_GT(tableNamed(frame().page(), "Both readings")->size(), 5U);
    screenshot(&frame(), "points-readings");
    answerWith("Reason", "read both and the chat");
    press("2");
    ASSERT_TRUE(until([&] { return store().settlement(*chat).has_value(); })) << utf8(frame().page()->complaint());
    settle();
    EXPECT_EQ(store().settlement(*chat)->settlement.stands, domain::Reading::Second);
    EXPECT_TRUE(frame().page()->complaint().Contains("counted anew")) << utf8(frame().page()->complaint());
    frame().openPage("points", chat->agent.text() + " " + chat->day.iso());
    settle();
    auto* faults = tableNamed(frame().page(), "Deductions of the day");
    ASSERT_NE(faults, nullptr);
    EXPECT_TRUE(faults->textAt(std::to_string(chat->number) + " " + criterion, 3).Contains("the second reading stands"));
}

TEST_F(ThePointsPage, ATraineeSeesTheOwnLedgerOnly) {
    openSampleAs("01007", "points");
    settle();
    EXPECT_EQ(tableNamed(frame().page(), "Points of everybody"), nullptr);
    EXPECT_EQ(frame().page()->title(), "Points") << "as the rail calls it";
    EXPECT_GT(tableNamed(frame().page(), "Ledger")->size(), 0U);
    frame().openPage("points", personOf("01008").text());
    settle();
    EXPECT_FALSE(frame().page()->complaint().empty());
    screenshot(&frame(), "points-own");
}

TEST_F(ThePointsPage, ShowsWhetherTheReadersJudgeAlike) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    click(findNamed(frame().page(), "Shown: Readers"));
    settle();
    auto* readers = tableNamed(frame().page(), "Readers");
    ASSERT_NE(readers, nullptr);
    const auto order = readers->order();
    ASSERT_EQ(order.size(), 2U);
    EXPECT_TRUE(readers->textAt(order[0], 6).Contains("stricter"));
    EXPECT_TRUE(readers->textAt(order[0], 4).StartsWith(u8("−"))) << "people have fewer points with a stricter reader";
    screenshot(&frame(), "fairness");
}

} // namespace
} // namespace fledgling::ui::test
