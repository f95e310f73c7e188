#include "ui/DaySheetFixture.h"

#include "app/chats/ChatReviews.h"
#include "app/chats/ChatToDo.h"
#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "ui/NativeKeyboard.h"
#include "ui/Text.h"
#include "ui/chats/PointsCells.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>

namespace fledgling::ui::test {
namespace {

using domain::Date;
using domain::PersonId;

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

TEST_F(ThePointsPage, TheMonthKeepsTheKeyboardWhenOneIsChosen) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    auto* months = named<wxChoice>(frame().page(), "Month");
    ASSERT_NE(months, nullptr);
    const int shown = months->GetSelection(); // the second on the first days of a month
    months->SetFocus();
    press("Down");
    ASSERT_TRUE(until([&] { return months->GetSelection() == shown + 1; }));
    settle();
    EXPECT_TRUE(native::hasKeyboard(&frame())) << "the list was filled anew";
    press("Down");
    EXPECT_TRUE(until([&] { return months->GetSelection() == shown + 2; }));
}

TEST_F(ThePointsPage, NothingOfAClosedMonthIsReadAgain) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    auto* again = named<wxButton>(frame().page(), "Read again");
    ASSERT_NE(again, nullptr);
    EXPECT_TRUE(again->IsEnabled());
    press("Alt+Left");
    settle();
    ASSERT_GT(tableNamed(frame().page(), "Ledger")->size(), 0U);
    EXPECT_FALSE(again->IsEnabled());
    press("G");
    EXPECT_TRUE(frame().page()->statusText().Contains("is closed")) << utf8(frame().page()->statusText());
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

TEST_F(ThePointsPage, AClosedMonthSaysNothingOfPointsStillToLose) {
    openSampleAs(app::SAMPLE_MANAGER, "points");
    settle();
    const auto says = [&] {
        auto said = allText(frame().page());
        said.Replace("\n", " ");
        return said.Contains("lost and it is below");
    };
    ASSERT_TRUE(says());
    press("Alt+Left");
    settle();
    ASSERT_GT(tableNamed(frame().page(), "Ledger")->size(), 0U);
    EXPECT_FALSE(says());
}

TEST_F(ThePointsPage, AnUpheldAppealRecountsTheDay) {
    openSampleAs(app::SAMPLE_MANAGER);
    const auto open = store().openAppeals();
    ASSERT_FALSE(open.empty());
    const auto chat = open.front().appeal.chat;
    frame().openPage("points", chat.agent.text() + " " + chat.day.iso());
    settle();
    auto* days = tableNamed(frame().page(), "Ledger");
    const auto remarks = [&] { return days->textAt(days->selected(), days->control()->GetColumnCount() - 1); };
    EXPECT_TRUE(remarks().Contains("appeal to decide")) << "the day it is about says so: " << utf8(remarks());
    auto* faults = tableNamed(frame().page(), "Deductions of the day");
    EXPECT_EQ(faults->selected(), std::to_string(chat.number) + " " + open.front().appeal.criterion) << "and begins at it";
    answerWith("Answer", "checked, right");
    press("U");
    ASSERT_TRUE(until([&] { return store().openAppeals().empty(); })) << utf8(frame().page()->complaint());
    settle();
    EXPECT_EQ(store().takenOff(chat.day, chat.day, chat.agent).size(), 1U);
    EXPECT_TRUE(frame().page()->complaint().Contains("counted anew"));
    EXPECT_FALSE(remarks().Contains("appeal to decide"));
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

TEST_F(ThePointsPage, PracticePointsSayHowFarTheyAreFromGoingLive) {
    openSampleAs("01001", "points");
    settle();
    ASSERT_TRUE(frame().page()->figureText().Contains("practice")) << utf8(frame().page()->figureText());
    EXPECT_TRUE(frame().page()->figureText().Contains(" in 2026-")) << "which month's";
    EXPECT_TRUE(allText(frame().page()).Contains("Going live counts every practice day")) << utf8(allText(frame().page()));
    EXPECT_TRUE(allText(frame().page()).Contains("Going live takes 20 points: ")) << utf8(allText(frame().page()));
}

TEST(ADayOfTheLedger, SaysWhenItWasReadInPart) {
    domain::LedgerLine line{{Date(2026, 11, 3), 13, 0, false}, 0, 26, false, 20};
    EXPECT_EQ(utf8(ledgerRow(line, Room::Wide).cells.back().text), "13 of 20 read");
    EXPECT_EQ(utf8(ledgerRow(line, Room::Narrow).cells.back().text), "13 of 20 read");
    line.tally.read = 20;
    EXPECT_EQ(utf8(ledgerRow(line, Room::Wide).cells.back().text), "");
}

TEST_F(ThePointsPage, WhoseChatsNobodyReadHasNoFigure) {
    openSampleAs("01020", "points"); // in the second day of the course
    settle();
    EXPECT_TRUE(allText(frame().page()).Contains("None of your chats")) << utf8(allText(frame().page()));
    EXPECT_EQ(frame().page()->figureText(), "");
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
