#include "ui/RollPageFixture.h"

#include "app/Keep.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <functional>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(RollPages, WhatWasAttendedAndIsNotEvidencedHasASignAndTheLegendSaysWhatItMeans) {
    openRoll();
    std::vector<std::string> bare;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(bare), [&](const std::string& id) {
        return table->textAt(id, column - 1) == look::signed_(look::State::Due, "P");
    });
    ASSERT_EQ(bare.size(), 2U) << "two of yesterday afternoon's have still to write their sheet";
    EXPECT_TRUE(says("attended, not evidenced: a sheet"));
    table->setCursor(bare.front(), column - 1);
    EXPECT_TRUE(until([&] { return says("present, not evidenced"); })) << utf8(allText(frame().page()));
    screenshot(&frame(), "roll-evidence");
}

TEST_F(RollPages, TheDayOfARuleIsSaidInWordsAsDaysAreElsewhere) {
    openRoll();
    EXPECT_TRUE(says("rule of 1 Jan 2026")) << utf8(allText(frame().page()));
    EXPECT_FALSE(says("2026-01-01"));
}

TEST_F(RollPages, WhatIsBeingMarkedAndTypedIsReadInASmallWindow) {
    openRoll();
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    type("L");
    settle();
    auto* view = table->control();
    const auto* marked = view->GetColumn(static_cast<unsigned>(column));
    const wxFont small = view->GetFont().Smaller();
    int heading = 0;
    view->GetTextExtent(marked->GetTitle(), &heading, nullptr, nullptr, nullptr, &small);
    EXPECT_GT(marked->GetWidth(), heading);
    wxStaticText* how = nullptr;
    const std::function<void(wxWindow*)> search = [&](wxWindow* below) {
        for (auto* one : below->GetChildren()) {
            auto* label = dynamic_cast<wxStaticText*>(one);
            if (label && label->GetLabel().StartsWith("Type the minutes (")) how = label;
            search(one);
        }
    };
    search(frame().page());
    ASSERT_NE(how, nullptr);
    EXPECT_TRUE(how->IsShownOnScreen());
    for (auto* beside : how->GetParent()->GetChildren())
        if (beside != how && beside->IsShown()) {
            EXPECT_FALSE(beside->GetRect().Intersects(how->GetRect())) << utf8(beside->GetLabel());
        }
}

TEST_F(RollPages, WhenAMakeUpIsOwedIsReadInASmallWindow) {
    openRoll();
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    auto* view = table->control();
    const unsigned owes = view->GetColumnCount() - 1;
    const wxUniChar arrow(0x2192);
    const auto planned = std::find_if(rows.begin(), rows.end(), [&](const std::string& id) {
        return table->textAt(id, static_cast<int>(owes)).Find(arrow) != wxNOT_FOUND;
    });
    ASSERT_NE(planned, rows.end()) << "somebody's make-up is planned";
    const wxString text = table->textAt(*planned, static_cast<int>(owes));
    EXPECT_TRUE(until([&] { return view->GetTextExtent(text).x < view->GetColumn(owes)->GetWidth(); }))
        << utf8(text) << " in " << view->GetColumn(owes)->GetWidth();
    EXPECT_TRUE(standsAcross(*table));
}

TEST_F(RollPages, WhatASignMeansStandsAtTheEndOfItsLine) {
    openRoll();
    wxStaticText* legend = nullptr;
    const std::function<void(wxWindow*)> search = [&](wxWindow* below) {
        for (auto* one : below->GetChildren()) {
            auto* label = dynamic_cast<wxStaticText*>(one);
            if (label && label->GetLabel().Contains("attended, not evidenced: a sheet")) legend = label;
            search(one);
        }
    };
    search(frame().page());
    ASSERT_NE(legend, nullptr);
    for (const auto size : {wxSize(960, 560), wxSize(1280, 800)}) {
        frame().SetSize(frame().FromDIP(size));
        EXPECT_TRUE(until([&] {
            const int left = table->GetScreenRect().GetRight() - legend->GetScreenRect().GetRight();
            return left >= 0 && left <= frame().FromDIP(12);
        })) << table->GetScreenRect().GetRight() - legend->GetScreenRect().GetRight();
        EXPECT_GE(legend->GetSize().x, legend->GetTextExtent(legend->GetLabel()).x) << "whole";
    }
}

TEST_F(RollPages, BeginsOnTheFirstWithoutAMark) {
    openRoll();
    EXPECT_EQ(table->selected(), rows.front());
    EXPECT_EQ(frame().page()->figureText(), look::signed_(look::State::Due, "0 of 9 marked"));
    screenshot(&frame(), "roll");
}

TEST_F(RollPages, AClassOfTwentyOneIsSeenAtOnceIn1280By800) {
    openRoll();
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    std::vector<Row> people;
    for (int i = 0; i < 21; ++i)
        people.push_back({std::to_string(i), {{"Wu Min"}, {"agent"}, {"P"}}});
    table->set(std::move(people));
    settle();
    auto* view = table->control();
    const auto last = view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(20));
    EXPECT_GE(last.height, table->GetCharHeight()) << "still read";
    EXPECT_LE(last.GetBottom(), view->GetSize().y);
    screenshot(&frame(), "roll-21");
}

TEST_F(RollPages, TheChosenSessionIsSaidWholeIn1280By800) {
    openRoll();
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    auto* chooser = named<wxChoice>(frame().page(), "Session");
    ASSERT_NE(chooser, nullptr);
    const wxString chosen = chooser->GetStringSelection();
    EXPECT_EQ(chosen.Find(wxUniChar(0x2026)), wxNOT_FOUND) << utf8(chosen);
    EXPECT_LT(chooser->GetTextExtent(chosen).x + frame().FromDIP(30), chooser->GetSize().x);
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    EXPECT_TRUE(until([&] { return chooser->GetScreenRect().GetRight() < frame().GetScreenRect().GetRight(); }));
    EXPECT_GE(chooser->GetScreenRect().GetLeft(), frame().page()->GetScreenRect().GetLeft());
    screenshot(&frame(), "roll.small");
}

TEST_F(RollPages, WhoIsMissingOwesAndTheMakeUpIsPlannedByOneKey) {
    openRoll();
    press("A");
    press("Up");
    EXPECT_TRUE(says(u8(app::nameOf(desk(), PersonId(rows[0]))) + " owes: ")) << "whose it is";
    EXPECT_TRUE(says("absent, make-up owed"));
    EXPECT_TRUE(says("three days")) << "what the rule in force states";
    screenshot(&frame(), "roll.owed");
    const auto before = last();
    press("M");
    EXPECT_EQ(last(), before + 1);
    EXPECT_EQ(store::Book(desk().database).change(last())->head.verb, "expect-guest");
    EXPECT_TRUE(until([&] {
        return says(look::signed_(look::State::Due, u8(app::nameOf(desk(), PersonId(rows[0]))) + " owes: "));
    })) << "planned, it waits for its day";
    press("W");
    EXPECT_TRUE(says("Only a manager waives")) << "not the trainer's to waive";
    EXPECT_EQ(last(), before + 1);
}

TEST_F(RollPages, APlannedMakeUpIsPlannedAnewWhereOneChooses) {
    openRoll();
    const auto held = store::CohortStore(desk().database).session(session()).value();
    for (const int days : {30, 31}) {
        auto cohort = store::CohortStore(desk().database).cohort(held.cohort).value();
        auto again = held;
        cohort.id = again.cohort = CohortId(desk().newId());
        cohort.name = "in " + std::to_string(days) + " days";
        again.id = SessionId(desk().newId());
        again.day = desk().today().plusDays(days);
        app::Deed deed{"test", {store::CohortStore::fact(cohort), store::CohortStore::fact(again)}, {app::Topic::Cohorts}, "", 0, {}};
        app::keep(desk(), deed);
    }
    settle();
    table->setCursor(rows[0], column);
    table->takeFocus();
    press("A");
    press("Up");
    press("M");
    const auto expected = [&] { return store::AttendanceStore(desk().database).guestingsOf(PersonId(rows[0])); };
    ASSERT_TRUE(until([&] { return expected().size() == 1; }));
    const auto first = expected().front().session;
    const auto before = last();
    press("M");
    EXPECT_TRUE(says("It is planned there already"));
    EXPECT_EQ(last(), before) << "the same key twice moves nothing";
    auto* ways = named<wxChoice>(frame().page(), "Make up with");
    ASSERT_NE(ways, nullptr);
    ASSERT_GT(ways->GetCount(), 1U);
    ways->SetSelection(1);
    press("M");
    EXPECT_EQ(last(), before + 1);
    ASSERT_EQ(expected().size(), 1U) << "in one place only";
    EXPECT_NE(expected().front().session, first);
}

TEST_F(RollPages, ApprovedLeaveShowsOnItsDay) {
    openRoll();
    const PersonId trainee(rows[1]);
    const auto day = store::CohortStore(desk().database).session(session())->day;
    const Leave leave{LeaveId(desk().newId()), trainee, day, day, LeaveState::Approved, "family"};
    app::Deed deed{"test", {store::PeopleStore::fact(leave)}, {app::Topic::People}, "", 0, {}};
    app::keep(desk(), deed);
    settle();
    EXPECT_EQ(at(1), "(S)");
    press("P");
    press("S");
    EXPECT_EQ(marks(), "P S - - - - - - -");
}

TEST_F(RollPages, SomebodyElsesMarkAppearsWithoutLosingWhatIsBeingTyped) {
    openRoll();
    type("L1");
    app::Deed deed{
        "mark",
        {store::AttendanceStore::fact(session(), PersonId(rows[4]), Mark{MarkKind::Absent, Minutes()})},
        {app::Topic::Roll},
        "",
        0,
        {}};
    app::keep(desk(), deed);
    settle();
    EXPECT_EQ(at(4).substr(at(4).size() - 1), "A");
    type("2");
    press("Enter");
    EXPECT_EQ(marks(), "L12 - - - A - - - -");
}

TEST_F(RollPages, ThePastIsReadOnly) {
    openRoll();
    frame().session()->setAsOf(desk().clock.now());
    settle();
    table = firstTable(frame().page());
    ASSERT_NE(table, nullptr);
    table->takeFocus();
    press("P");
    EXPECT_EQ(marks(), "- - - - - - - - -");
    EXPECT_TRUE(says("A past moment is shown"));
}

TEST_F(RollPages, SpeaksChinese) {
    openRoll();
    type("PL12");
    press("Enter");
    frame().setLanguage("zh_CN");
    settle();
    table = firstTable(frame().page());
    EXPECT_EQ(frame().page()->figureText(), look::signed_(look::State::Due, u8("已登记 2/9")));
    EXPECT_EQ(table->selected(), rows[2]) << "the same session, at the next without a mark";
    screenshot(&frame(), "roll.zh_CN");
}

TEST_F(RollPages, ComingBackAfterClosingShowsTheNextOpenSession) {
    openRoll();
    const auto first = session();
    press("Ctrl+P");
    press("F9");
    ASSERT_TRUE(store::AttendanceStore(desk().database).isClosed(first));
    frame().openPage("people");
    frame().openPage("roll");
    settle();
    EXPECT_FALSE(says("The session is closed"));
    EXPECT_EQ(findNamed(frame().page(), "Reopen session"), nullptr) << "what is shown is open";
}

TEST_F(RollPages, CorrectingAClosedSessionAsksWhyOnce) {
    openRoll();
    press("Ctrl+P");
    press("F9");
    // The dialog runs its own loop: it is answered from inside.
    wxTimer answer;
    answer.Bind(wxEVT_TIMER, [](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) {
                named<wxTextCtrl>(dialog, "Reason")->SetValue("wrong list");
                dialog->EndModal(wxID_OK);
            }
    });
    answer.Start(50);
    table->setCursor(rows[2], column);
    press("C");
    ASSERT_TRUE(until([this] { return says("correcting: wrong list"); }));
    answer.Stop();
    press("A");
    press("L");
    type("5");
    press("Enter");
    EXPECT_EQ(marks(), "P P A L5 P P P P P");
    EXPECT_EQ(store::Book(desk().database).change(last())->head.why, "wrong list");
    press("Left");
    press("Right");
    press("P");
    EXPECT_EQ(marks(), "P P A L5 P P P P P") << "leaving the column ends it";
}

} // namespace
} // namespace fledgling::ui::test
