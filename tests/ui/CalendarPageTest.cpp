#include "ui/PlanningFixture.h"

#include "app/calendar/Calendars.h"
#include "app/sample/Sample.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <optional>
#include <set>
#include <wx/checklst.h>
#include <wx/scrolwin.h>

/// The year, its holidays, and the week that is worked.
namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(PlanningPages, AHolidayShowsOldAndNewDatesBeforeTheyAreApplied) {
    openSampleAs(app::SAMPLE_MANAGER, "calendar");
    std::optional<Date> ahead;
    for (const auto& session : store::CohortStore(desk().database)
                                   .sessionsBetween(desk().today().plusDays(1), desk().today().plusDays(60)))
        if (!ahead) ahead = session.day;
    ASSERT_TRUE(ahead);
    frame().openPage("calendar", ahead->iso());
    settle();
    press("Enter");
    ASSERT_TRUE(shown("Sessions that would move")) << "before anything is kept";
    EXPECT_GT(table("Sessions that would move")->size(), 0U);
    EXPECT_TRUE(app::previewReplan(desk()).empty());
    screenshot(&frame(), "calendar-day");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return !app::previewReplan(desk()).empty(); })) << utf8(page().complaint());
    settle();
    press("R");
    ASSERT_TRUE(shown("Old and new dates"));
    screenshot(&frame(), "calendar-replan");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return app::previewReplan(desk()).empty(); }));
}

TEST_F(PlanningPages, AYearWithoutRoomScrollsToItsCursor) {
    openSmall(app::SAMPLE_MANAGER, "calendar");
    frame().openPage("calendar", "2026-06-01");
    settle();
    auto* year = named<wxScrolledWindow>(&page(), "The year's days");
    ASSERT_NE(year, nullptr);
    ASSERT_TRUE(until([&] { return year->GetVirtualSize().y > year->GetClientSize().y; })) << "every month stays readable";
    press("End");
    settle();
    EXPECT_GT(year->GetViewStart().y, 0);
    screenshot(&frame(), "calendar-small");
    press("Home");
    settle();
    EXPECT_EQ(year->GetViewStart().y, 0);
}

TEST_F(PlanningPages, TheYearsCursorMovesByArrowsAndDeleteTakesADayBack) {
    openSampleAs(app::SAMPLE_MANAGER, "calendar");
    frame().openPage("calendar", "2026-10-01");
    settle();
    const auto before = store::PeopleStore(desk().database).calendarDays().size();
    press("Delete");
    EXPECT_EQ(store::PeopleStore(desk().database).calendarDays().size(), before - 1);
    press("Right");
    press("Delete");
    EXPECT_EQ(store::PeopleStore(desk().database).calendarDays().size(), before - 2);
    press("Ctrl+Z");
    settle();
    EXPECT_EQ(store::PeopleStore(desk().database).calendarDays().size(), before - 1);
}

TEST_F(PlanningPages, TheWorkingWeekIsSetByKeysAndTakenBack) {
    openSampleAs(app::SAMPLE_MANAGER, "calendar");
    const auto week = [this] { return app::calendarOf(desk()).workingWeek(); };
    const auto before = week();
    ASSERT_FALSE(before.contains(domain::Weekday::Sat));
    press("W");
    auto* days = named<wxCheckListBox>(&page(), "Days that are worked");
    ASSERT_NE(days, nullptr);
    EXPECT_TRUE(days->IsDescendant(wxWindow::FindFocus()) || days->HasFocus());
    const auto tick = [days](unsigned at, bool on) {
        days->Check(at, on);
        wxCommandEvent event(wxEVT_CHECKLISTBOX, days->GetId());
        event.SetEventObject(days);
        event.SetInt(static_cast<int>(at));
        days->ProcessWindowEvent(event);
        settle();
    };
    screenshot(&frame(), "calendar-week");
    for (unsigned day = 0; day < days->GetCount(); ++day)
        tick(day, false);
    EXPECT_FALSE(findNamed(&page(), "Keep")->IsEnabled());
    EXPECT_TRUE(allText(&page()).Contains("A week needs a day that is worked."));
    for (const unsigned day : {0U, 1U, 5U})
        tick(day, true);
    press("Ctrl+Enter");
    const std::set<domain::Weekday> wanted{domain::Weekday::Mon, domain::Weekday::Tue, domain::Weekday::Sat};
    ASSERT_TRUE(until([&] { return week() == wanted; })) << utf8(page().complaint());
    settle();
    EXPECT_EQ(named<wxCheckListBox>(&page(), "Days that are worked"), nullptr) << "the form is left";
    press("Ctrl+Z");
    EXPECT_EQ(week(), before);
}

TEST_F(PlanningPages, OnlyTheManagerSetsTheWorkingWeek) {
    openSampleAs(app::SAMPLE_SUPERVISOR, "calendar");
    EXPECT_FALSE(findNamed(&page(), "Working week")->IsEnabled());
    press("W");
    EXPECT_EQ(named<wxCheckListBox>(&page(), "Days that are worked"), nullptr);
    EXPECT_TRUE(page().statusText().Contains("Only the manager")) << utf8(page().statusText());
    EXPECT_TRUE(allText(&page()).Contains("only the manager changes it")) << "without a key or the mouse, too";
}

} // namespace
} // namespace fledgling::ui::test
