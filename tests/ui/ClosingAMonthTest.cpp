#include "app/chats/MonthClosing.h"
#include "app/sample/Sample.h"
#include "store/chats/ChatStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/frame/Doors.h"
#include "ui/frame/Session.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/timer.h>

/// The first day of a month, on which the one before is to be closed.
namespace fledgling::ui::test {
namespace {

class ClosingTheMonth : public InWindow {
protected:
    void SetUp() override {
        standOn(domain::Date(2026, 12, 1));
        InWindow::SetUp();
    }
    void TearDown() override {
        InWindow::TearDown();
        standOn(usualDay());
    }
};

TEST_F(ClosingTheMonth, IsToldWhatStandsInTheWayBeforeANoteIsWrittenAndTakesNone) {
    ASSERT_NE(doors::openSample(), nullptr);
    open({.where = doors::samplePath(), .who = app::SAMPLE_MANAGER});
    auto& desk = frame().session()->desk();
    const domain::Month month(domain::Date(2026, 11, 1));
    frame().openPage("points", " " + month.text());
    settle();
    const bool hindered = app::hindrancesOf(desk, month).hindered();
    bool asked = false;
    wxTimer answer;
    answer.Bind(wxEVT_TIMER, [&asked](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal() && !asked) {
                asked = named<wxButton>(dialog, "Close the month") != nullptr;
                dialog->EndModal(wxID_OK);
            }
    });
    answer.Start(50);
    press("F9");
    settle();
    EXPECT_TRUE(until([&] { return hindered ? !frame().page()->complaint().empty() : asked; }));
    EXPECT_EQ(asked, !hindered);
    EXPECT_EQ(frame().page()->complaint().Contains("2026-11 can't be closed yet"), hindered) << utf8(frame().page()->complaint());
    EXPECT_EQ(store::ChatStore(desk.database).closing(month).has_value(), !hindered) << "a note is left out";
}

} // namespace
} // namespace fledgling::ui::test
