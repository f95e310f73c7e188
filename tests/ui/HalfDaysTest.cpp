#include "ui/PlanningFixture.h"

#include "app/sample/Sample.h"
#include "store/CohortStore.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

/// A cohort's half days: read, moved, opened; in a small window, too.
namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(PlanningPages, AHalfDayMovesAndATakenOneKeepsItsDay) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    auto* halves = table("Half days");
    ASSERT_NE(halves, nullptr);
    halves->takeFocus();
    halves->select(halves->order().front());
    press("M");
    auto* day = named<wxTextCtrl>(&page(), "Day");
    ASSERT_NE(day, nullptr);
    EXPECT_FALSE(day->IsEnabled()) << "the sample's second day: the first half day has marks";
    press("Escape");
    settle();
    const std::string last = halves->order().back();
    halves->takeFocus();
    halves->select(last);
    press("M");
    day = named<wxTextCtrl>(&page(), "Day");
    ASSERT_NE(day, nullptr);
    ASSERT_TRUE(day->IsEnabled());
    day->SetValue("2026-08-10");
    settle();
    for (const char* words : {"is past: right only where it was held then", "This breaks the course's order with"})
        EXPECT_TRUE(allText(&page()).Contains(words)) << words;
    screenshot(&frame(), "cohort-move");
    press("Ctrl+Enter");
    settle();
    EXPECT_EQ(store::CohortStore(desk().database).session(SessionId(last))->day, Date(2026, 8, 10));
}

TEST_F(PlanningPages, WhatAMoveBreaksIsReadInASmallWindow) {
    openSmall(app::SAMPLE_MANAGER, "cohorts");
    auto* halves = table("Half days");
    ASSERT_NE(halves, nullptr);
    halves->takeFocus();
    halves->select(halves->order().back());
    press("M");
    auto* day = named<wxTextCtrl>(&page(), "Day");
    ASSERT_NE(day, nullptr);
    day->SetValue("2026-08-10");
    settle();
    screenshot(&frame(), "cohort-move.small");
    const std::vector<wxWindow*> fields{day, named<wxTextCtrl>(&page(), "Hours"), named<wxComboBox>(&page(), "Room"),
                                        named<wxChoice>(&page(), "Trainer"), named<wxTextCtrl>(&page(), "Why")};
    for (auto* field : fields) {
        ASSERT_NE(field, nullptr);
        EXPECT_TRUE(page().GetScreenRect().Contains(field->GetScreenRect())) << utf8(field->GetName());
        EXPECT_GE(field->GetSize().x, page().FromDIP(90)) << utf8(field->GetName());
    }
    auto* inside = dynamic_cast<wxScrolledWindow*>(fields.back()->GetParent()->GetParent());
    ASSERT_NE(inside, nullptr);
    EXPECT_LE(inside->GetVirtualSize().y, inside->GetClientSize().y) << "what the move breaks stands below the fields, in sight";
    press("Escape");
    press("Escape");
    EXPECT_TRUE(until([&] { return halves->IsShownOnScreen(); })) << "the half days are back";
}

TEST_F(PlanningPages, TheChosenHalfDaysTitleIsSaidWhole) {
    openSampleAs(app::SAMPLE_TRAINER, "cohorts");
    auto* halves = table("Half days");
    ASSERT_NE(halves, nullptr);
    for (const auto& id : {halves->order().front(), halves->order().back()}) {
        halves->select(id);
        const wxString title = halves->textAt(id, 1);
        EXPECT_TRUE(allText(&page()).Contains(title)) << utf8(title);
    }
}

TEST_F(PlanningPages, HalfDaysAndTraineesAreSeenInASmallWindow) {
    openSmall(app::SAMPLE_TRAINER, "cohorts");
    for (const char* name : {"Half days", "Trainees of the cohort"}) {
        auto* one = table(name);
        ASSERT_NE(one, nullptr) << name;
        auto* view = one->control();
        const auto first = view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(0));
        EXPECT_GT(first.height, 0) << name;
        EXPECT_LE(first.GetBottom(), view->GetSize().y) << name;
    }
    screenshot(&frame(), "cohorts.small");
}

TEST_F(PlanningPages, WhenAHalfDayIsIsReadInASmallWindow) {
    openSampleAs(app::SAMPLE_TRAINER, "cohorts");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    auto* halves = table("Half days");
    ASSERT_NE(halves, nullptr);
    auto* view = halves->control();
    const auto order = halves->order();
    const auto rollOf = [&](const std::string& id) { return halves->textAt(id, static_cast<int>(view->GetColumnCount()) - 1); };
    EXPECT_TRUE(until([&] { return view->GetColumnCount() == 5; }));
    halves->select(order.front());
    const wxString room = halves->textAt(order.front(), 2), roll = rollOf(order.front());
    ASSERT_FALSE(room.empty());
    makeSmall();
    ASSERT_TRUE(until([&] { return view->GetColumnCount() == 3; }));
    settle();
    EXPECT_EQ(halves->order(), order);
    EXPECT_EQ(halves->selected(), order.front()) << "the choice stays";
    EXPECT_EQ(rollOf(order.front()), roll);
    EXPECT_TRUE(allText(&page()).Contains(room)) << "where the chosen one is stands above the table";
    wxFont strong = view->GetFont();
    strong.MakeBold();
    for (const auto& id : order) {
        int width = 0;
        view->GetTextExtent(halves->textAt(id, 0), &width, nullptr, nullptr, nullptr, &strong);
        EXPECT_LT(width, view->GetColumn(0)->GetWidth()) << utf8(halves->textAt(id, 0));
    }
    EXPECT_TRUE(standsAcross(*halves));
    screenshot(&frame(), "cohorts.narrow");
}

TEST_F(PlanningPages, EnterOnAHalfDayOpensItsRoll) {
    openSampleAs(app::SAMPLE_TRAINER, "cohorts");
    auto* halves = table("Half days");
    ASSERT_NE(halves, nullptr);
    halves->takeFocus();
    press("Enter");
    EXPECT_TRUE(until([&] { return frame().pageId() == "roll"; }));
}

} // namespace
} // namespace fledgling::ui::test
