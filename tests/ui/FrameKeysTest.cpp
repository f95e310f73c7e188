#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "ui/Look.h"
#include "ui/Native.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/frame/Palette.h"

#include <wx/choice.h>
#include <wx/image.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

/// Where keys lead in the window: palette, help, rail and page.
namespace fledgling::ui::test {
namespace {

using TheFrame = InWindow;

TEST_F(TheFrame, FindsAPageByCtrlK) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER);
    press("Ctrl+K");
    ASSERT_NE(frame.palette(), nullptr);
    type("keys");
    screenshot(frame.palette(), "palette");
    press("Enter");
    ASSERT_TRUE(until([&] { return frame.pageId() == "help"; }));
    EXPECT_EQ(frame.palette(), nullptr);
}

TEST_F(TheFrame, ShowsAPagesOwnHelpByF1) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    press("F1");
    EXPECT_NE(findNamed(&frame, "Close help"), nullptr);
    screenshot(&frame, "help");
    press("Escape");
    EXPECT_EQ(findNamed(&frame, "Close help"), nullptr);
}

TEST_F(TheFrame, EscapeClosesTheHelpBeforeAProposalIsDropped) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "pairing");
    const auto proposing = [&frame] { return frame.page()->figureText().Contains("proposed"); };
    press("P");
    ASSERT_TRUE(until(proposing));
    press("F1");
    ASSERT_NE(findNamed(&frame, "Close help"), nullptr);
    press("Escape");
    EXPECT_EQ(findNamed(&frame, "Close help"), nullptr);
    EXPECT_TRUE(proposing());
    press("Escape");
    EXPECT_FALSE(proposing()) << "the next one is the page's again";
}

TEST_F(TheFrame, EscapeClosesTheHelpBeforeAFormBesideABoard) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "readiness");
    press("D");
    ASSERT_NE(findNamed(&frame, "Reason"), nullptr);
    press("F1");
    ASSERT_NE(findNamed(&frame, "Close help"), nullptr);
    press("Escape");
    EXPECT_EQ(findNamed(&frame, "Close help"), nullptr);
    EXPECT_NE(findNamed(&frame, "Reason"), nullptr);
    press("Escape");
    EXPECT_EQ(findNamed(&frame, "Reason"), nullptr);
}

TEST_F(TheFrame, HelpIsReachedAndScrolledByKeys) {
    auto& frame = openSampleAs(app::SAMPLE_MENTOR, "log");
    frame.SetSize(frame.FromDIP(wxSize(960, 600)));
    settle();
    press("F1");
    auto* shut = findNamed(&frame, "Close help");
    ASSERT_NE(shut, nullptr);
    auto* pane = dynamic_cast<wxScrolledWindow*>(shut->GetParent());
    ASSERT_NE(pane, nullptr);
    press("F6");
    EXPECT_EQ(wxWindow::FindFocus(), shut);
    ASSERT_GT(pane->GetVirtualSize().y, pane->GetClientSize().y);
    press("End");
    EXPECT_TRUE(until([&] { return pane->GetViewStart().y > 0; }));
    press("Home");
    EXPECT_TRUE(until([&] { return pane->GetViewStart().y == 0; }));
    press("F6");
    EXPECT_FALSE(pane->IsDescendant(wxWindow::FindFocus())) << "and on to the rail";
}

TEST_F(TheFrame, HelpLosesNoChineseWord) {
    auto& frame = openSampleAs(app::SAMPLE_MENTOR, "log");
    frame.setLanguage("zh_CN");
    settle();
    press("F1");
    auto* shut = findNamed(&frame, wxGetTranslation("Close help"));
    ASSERT_NE(shut, nullptr);
    auto* pane = shut->GetParent();
    for (auto* child : pane->GetChildren())
        EXPECT_LE(child->GetPosition().x + child->GetBestSize().x, pane->GetClientSize().x) << utf8(child->GetLabel());
    screenshot(&frame, "help.zh");
    frame.setLanguage("en");
    settle();
}

TEST_F(TheFrame, F6LeadsBetweenRailAndPageOnEveryPage) {
    openSampleAs(app::SAMPLE_MENTOR);
    for (const char* page : {"chats", "quiz", "reports"}) {
        frame().openPage(page);
        settle();
        ASSERT_EQ(frame().pageId(), page);
        press("F6");
        auto* focus = wxWindow::FindFocus();
        ASSERT_NE(focus, nullptr) << page;
        EXPECT_FALSE(frame().page()->IsDescendant(focus)) << page << ": the rail has the keyboard";
        press("F6");
        EXPECT_TRUE(frame().page()->IsDescendant(wxWindow::FindFocus())) << page << ": and gives it back";
    }
    for (const auto* entry : railOf(domain::Role::Mentor)) {
        frame().openPage(entry->id);
        for (const auto& hint : frame().page()->keys())
            EXPECT_NE(hint.keys, "F6") << entry->id;
    }
}

TEST_F(TheFrame, HelpLeavesEveryActionInTheWindow) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "history");
    press("F1");
    for (const char* action : {"Verify", "Statement", "Take back", "As of then"}) {
        auto* button = findNamed(&frame, action);
        ASSERT_NE(button, nullptr) << action;
        EXPECT_GE(button->GetSize().x, button->GetBestSize().x) << action;
        EXPECT_LE(button->GetScreenRect().GetRight(), frame.GetScreenRect().GetRight()) << action;
    }
    screenshot(&frame, "help.history");
}

/// How many pixels of the frame have the colour of the keyboard's ring.
int ringed(wxWindow& window) {
    settle();
    const wxImage seen = native::portrait(&window);
    const wxColour ring = look::accent();
    int count = 0;
    for (int y = 0; y < seen.GetHeight(); ++y)
        for (int x = 0; x < seen.GetWidth(); ++x)
            count += seen.GetRed(x, y) == ring.Red() && seen.GetGreen(x, y) == ring.Green() && seen.GetBlue(x, y) == ring.Blue();
    return count;
}

TEST_F(TheFrame, ShowsTheKeyboardInATextOfSeveralLines) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINEE, "problems");
    auto* text = named<wxTextCtrl>(frame.page(), "What came up today, and what did you do about it?");
    ASSERT_NE(text, nullptr);
    ASSERT_TRUE(text->IsMultiLine());
    const int ring = 2 * 2 * (text->GetSize().x + text->GetSize().y) * 8 / 10; // two pixels around, less the corners
    text->SetFocus();
    EXPECT_GE(ringed(frame), ring);
    press("F6");
    EXPECT_LT(ringed(frame), ring) << "and there only while the text has the keyboard";
}

TEST_F(TheFrame, ShiftTabLeadsOverATablesHeadingsOutOfIt) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "people");
    settle();
    auto* people = tableNamed(frame.page(), "People");
    ASSERT_NE(people, nullptr);
    people->takeFocus();
    settle();
    press("Shift+Tab");
    press("Shift+Tab");
    ASSERT_NE(wxWindow::FindFocus(), nullptr);
    EXPECT_FALSE(people->hasKeyboard()) << "what stands before it is reached";
}

TEST_F(TheFrame, ADropDownListReachedByTabIsChosenFromByKeys) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "readiness");
    press("Ctrl+T"); // the keyboard is on the day, the reading stands before it
    press("Shift+Tab");
    press("Down");
    auto* reading = named<wxChoice>(&frame, "Reading");
    ASSERT_NE(reading, nullptr);
    EXPECT_EQ(reading->GetSelection(), 1) << "the page has not taken the key";
    press("Tab");
    EXPECT_NE(dynamic_cast<const wxTextCtrl*>(wxWindow::FindFocus()), nullptr) << "back on the day";
}

} // namespace
} // namespace fledgling::ui::test
