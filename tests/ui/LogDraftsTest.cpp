#include "ui/MentorsPagesFixture.h"

#include "app/mentoring/Problems.h"
#include "app/sample/Sample.h"
#include "ui/controls/Table.h"

#include <wx/dialog.h>
#include <wx/timer.h>

/// What is typed into the log and not kept yet, and what is taken back.
namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(TheMentorsPages, AnEmptyFieldLeavesCtrlZToTheLastChange) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    const auto before = store().entriesOf(trainee).size();
    type("2");
    press("Tab");
    type("3");
    type("Calm");
    press("Ctrl+Z");
    EXPECT_EQ(store().entriesOf(trainee).size(), before);
    press("Ctrl+Enter");
    ASSERT_EQ(store().entriesOf(trainee).size(), before + 1);
    ASSERT_NE(dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()), nullptr) << "where the cursor stands after keeping";
    press("Ctrl+Z");
    EXPECT_EQ(store().entriesOf(trainee).size(), before);
}

TEST_F(TheMentorsPages, WhatWasKeptStandsInTheFieldsAgainOnceItIsTakenBack) {
    openAs(app::SAMPLE_MENTOR, "log");
    const auto trainee = shown();
    const auto before = store().entriesOf(trainee).size();
    const auto ticked = skills()->order()[1];
    type("2");
    press("Tab");
    type("3");
    type("Calm");
    press("Ctrl+Enter");
    ASSERT_EQ(store().entriesOf(trainee).size(), before + 1);
    ASSERT_TRUE(note("What went well")->IsEmpty());
    press("Ctrl+Z");
    ASSERT_EQ(store().entriesOf(trainee).size(), before);
    EXPECT_TRUE(until([&] { return note("What went well")->GetValue() == "Calm"; }));
    EXPECT_TRUE(skills()->textAt(ticked, 0).StartsWith(wxString(wxUniChar(0x2611))));
    press("Ctrl+Enter");
    EXPECT_EQ(store().entriesOf(trainee).size(), before + 1) << "how it was practised came back, too";
}

TEST_F(TheMentorsPages, AReasonThatWasTypedIsDroppedOnlyByASecondEscape) {
    openAs(app::SAMPLE_MENTOR, "log");
    auto* entries = tableNamed(page(), "Entries so far");
    ASSERT_NE(entries, nullptr);
    entries->select(entries->order().front());
    entries->takeFocus();
    settle();
    press("Enter");
    note("Next")->SetValue("hand-over");
    int escapes = 0;
    wxString said, stood;
    wxTimer each;
    each.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows) {
            auto* dialog = dynamic_cast<wxDialog*>(window);
            auto* field = dialog && dialog->IsModal() ? named<wxTextCtrl>(dialog, "Reason") : nullptr;
            if (!field) continue;
            if (++escapes == 1) field->SetValue("first words");
            stood = field->GetValue();
            wxKeyEvent escape(wxEVT_CHAR_HOOK);
            escape.m_keyCode = WXK_ESCAPE;
            escape.SetEventObject(field);
            field->HandleWindowEvent(escape);
            if (dialog->IsModal()) said = allText(dialog);
            return;
        }
    });
    each.Start(50);
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return escapes == 2; }));
    settle();
    each.Stop();
    EXPECT_EQ(escapes, 2) << "the second one closes it";
    EXPECT_EQ(stood, "first words");
    EXPECT_TRUE(said.Contains("Esc once more")) << utf8(said);
    EXPECT_EQ(note("Next")->GetValue(), "hand-over") << "the entry is still being corrected";
}

TEST_F(TheMentorsPages, ADraftWaitsWhileAnotherTraineeIsShown) {
    openAs(app::SAMPLE_MENTOR, "log");
    const wxString first = page()->title();
    note("What went well")->SetValue("half a sentence");
    press("PageDown");
    ASSERT_NE(page()->title(), first);
    EXPECT_TRUE(note("What went well")->IsEmpty());
    EXPECT_FALSE(page()->complaint().Contains("begun earlier")) << "it is the first one's";
    press("PageUp");
    EXPECT_EQ(page()->title(), first);
    EXPECT_EQ(note("What went well")->GetValue(), "half a sentence");
    EXPECT_TRUE(page()->complaint().Contains("begun earlier")) << utf8(page()->complaint());
}

TEST_F(TheMentorsPages, ADraftOutlivesTheWindowUntilItIsKept) {
    openAs(app::SAMPLE_MENTOR, "log");
    const wxString first = page()->title();
    const auto ticked = skills()->order()[1];
    type("2");
    note("What went well")->SetValue("half a $HOME\nand \\ more");
    frame().Close();
    settle();
    openAs(app::SAMPLE_MENTOR, "log");
    ASSERT_EQ(page()->title(), first);
    EXPECT_TRUE(page()->complaint().Contains("begun earlier and isn't kept yet")) << utf8(page()->complaint());
    EXPECT_EQ(note("What went well")->GetValue(), "half a $HOME\nand \\ more");
    EXPECT_TRUE(skills()->textAt(ticked, 0).StartsWith(wxString(wxUniChar(0x2611))));
    press("Tab");
    type("3");
    press("Ctrl+Enter");
    ASSERT_TRUE(page()->complaint().empty()) << utf8(page()->complaint());
    frame().Close();
    settle();
    openAs(app::SAMPLE_MENTOR, "log");
    EXPECT_TRUE(note("What went well")->IsEmpty());
}

TEST_F(TheMentorsPages, WhatIsTypedOutlivesAChangeElsewhere) {
    openAs(app::SAMPLE_MENTOR, "log");
    note("Problems met")->SetValue("still typing");
    desk().events.tell({app::Topic::Logs});
    settle();
    EXPECT_EQ(note("Problems met")->GetValue(), "still typing");
}

} // namespace
} // namespace fledgling::ui::test
