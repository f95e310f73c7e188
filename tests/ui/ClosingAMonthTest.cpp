#include "app/chats/MonthClosing.h"
#include "app/sample/Sample.h"
#include "store/chats/ChatStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/frame/Doors.h"
#include "ui/frame/Session.h"

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

TEST_F(ClosingTheMonth, IsToldAllThatStandsInTheWayBeforeANoteIsWritten) {
    ASSERT_NE(doors::openSample(), nullptr);
    open({.where = doors::samplePath(), .who = app::SAMPLE_MANAGER});
    auto& desk = frame().session()->desk();
    const domain::Month month(domain::Date(2026, 11, 1));
    frame().openPage("points");
    settle();
    ASSERT_TRUE(app::hindrancesOf(desk, month).hindered()) << "an appeal is open";
    bool asked = false;
    wxTimer answer;
    answer.Bind(wxEVT_TIMER, [&asked](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) {
                asked = true;
                dialog->EndModal(wxID_OK);
            }
    });
    answer.Start(50);
    press("F9");
    EXPECT_TRUE(until([&] { return asked || !frame().page()->complaint().empty(); }));
    EXPECT_FALSE(asked) << "no note is asked for";
    const auto said = frame().page()->complaint();
    for (const char* part : {"2026-11 can't be closed yet", "1 appeal is not decided", "two readings differ"})
        EXPECT_TRUE(said.Contains(part)) << part << " in " << utf8(said);
    EXPECT_FALSE(store::ChatStore(desk.database).closing(month));
}

} // namespace
} // namespace fledgling::ui::test
