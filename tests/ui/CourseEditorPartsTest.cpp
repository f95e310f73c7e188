#include "ui/CourseEditorFixture.h"

#include "ui/Text.h"
#include "ui/controls/RichText.h"

#include <cstdlib>
#include <fstream>
#include <wx/button.h>

/// Parts of a course: added, moved, dragged, written.
namespace fledgling::ui::test {
namespace {

TEST_F(CourseEditorInWindow, ASessionIsMovedAndTheStepTakenBack) {
    choose("days/0/sessions/1");
    const auto before = allParts();
    press("Alt+Down");
    EXPECT_TRUE(until([&] { return parts->selected() == "days/1/sessions/0"; })) << parts->selected();
    EXPECT_NE(allParts(), before);
    press("Ctrl+Z");
    EXPECT_TRUE(until([&] { return allParts() == before; }));
    press("Ctrl+Y");
    EXPECT_TRUE(until([&] { return allParts() != before; }));
    press("F8");
    EXPECT_TRUE(until([&] { return allParts() == before; }));
}

TEST_F(CourseEditorInWindow, ASessionsTextIsShownAsItIsTaughtWhileItIsTyped) {
    choose("days/0/sessions/0");
    press("F3");
    ASSERT_TRUE(until([&] { return field("Text in Markdown") && field("Text in Markdown")->IsShownOnScreen(); }));
    EXPECT_TRUE(named<wxChoice>(page(), "Fields or text")->GetStringSelection().Contains("English")) << "the window's language comes first";
    auto* text = field("Text in Markdown");
    EXPECT_TRUE(text->HasFocus());
    text->SetInsertionPointEnd();
    press("Enter");
    type("kindness above all");
    auto* shown = named<RichText>(page(), "Text as it is taught");
    EXPECT_TRUE(until([&] { return shown->plainText().Contains("kindness above all"); }));
    screenshot(&frame(), "course-editor-text");
}

TEST_F(CourseEditorInWindow, ASkillIsAddedItsProblemLeadsToTheFieldAndADraftOutlivesThePage) {
    choose("skills");
    const auto count = parts->size();
    press("N");
    ASSERT_TRUE(until([&] { return parts->size() == count + 1; }));
    auto* wrong = tableNamed(page(), "What is wrong");
    ASSERT_TRUE(until([&] { return wrong->IsShownOnScreen() && wrong->size() > 0; }));
    choose("facts");
    wrong->takeFocus();
    wrong->select("0");
    press("Enter");
    ASSERT_TRUE(until([&] {
        return parts->selected().starts_with("skills/") && dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()) != nullptr;
    }));
    type("Patience");
    EXPECT_TRUE(until([&] { return !wrong->IsShown(); })) << utf8(allText(page()));
    frame().signIn(desk().actor.id);
    frame().session()->go("courseeditor");
    settle();
    parts = tableNamed(page(), "Parts of the course");
    ASSERT_NE(parts, nullptr);
    EXPECT_TRUE(allParts().Contains("Patience"));
    EXPECT_TRUE(page()->figureText().Contains("not kept yet"));
    EXPECT_TRUE(page()->complaint().Contains("draft goes on"));
    // By mouse as well.
    click(named<wxButton>(page(), "Discard"));
    EXPECT_TRUE(until([&] { return !allParts().Contains("Patience"); }));
}

TEST_F(CourseEditorInWindow, ASessionIsDraggedWithTheMouse) {
    choose("facts");
    const auto before = allParts();
    const auto title = parts->textAt("days/0/sessions/0", 0);
    drag("days/0/sessions/0", "days/1/sessions/1");
    EXPECT_TRUE(page()->statusText().Contains("Let go: it takes the half day of")) << utf8(page()->statusText());
    screenshot(&frame(), "course-editor-drag");
    EXPECT_EQ(allParts(), before) << "nothing moves before the button is let go";
    mouse.MouseUp();
    EXPECT_TRUE(until([&] { return parts->selected() == "days/1/sessions/1"; })) << parts->selected();
    // What is wrong with its new half day may stand before it as a sign.
    EXPECT_TRUE(parts->textAt("days/1/sessions/1", 0).EndsWith(wxString(title).Trim(false)));
    press("Ctrl+Z");
    EXPECT_TRUE(until([&] { return allParts() == before; })) << "one step however far";
    drag("days/0/sessions/1", "days");
    EXPECT_TRUE(page()->statusText().Contains("can't stand there")) << utf8(page()->statusText());
    mouse.MouseUp();
    settle();
    EXPECT_EQ(allParts(), before);
    drag("days/1/sessions/0", "days/0/sessions/0");
    press("Escape");
    mouse.MouseUp();
    settle();
    EXPECT_EQ(allParts(), before) << "Escape leaves it where it was";
}

TEST_F(CourseEditorInWindow, AQuizIsAddedAndTurnedIntoAPracticalCheck) {
    choose("assessments");
    press("N");
    ASSERT_TRUE(until([&] { return parts->selected() == "assessments/5"; })) << parts->selected();
    auto* bank = named<wxChoice>(page(), "Bank of questions");
    ASSERT_NE(bank, nullptr);
    EXPECT_EQ(bank->GetStringSelection(), "quizzes/quiz-1.gift");
    EXPECT_TRUE(page()->figureText().Contains("not kept yet")) << "it can be kept as it is";
    screenshot(&frame(), "course-editor-quiz");
    pick("Bank of questions", bank->FindString("quizzes/final.gift"));
    EXPECT_TRUE(until([&] { return field(u8("... of these from 第一天")) != nullptr; })) << "its topics can be asked for";
    pick("Kind of assessment", 1);
    ASSERT_TRUE(until([&] { return isListed("assessments/5/items/0"); }));
    EXPECT_EQ(named<wxChoice>(page(), "Bank of questions"), nullptr);
    EXPECT_TRUE(field(u8("Scale from worst to best, a step a line · English"))->GetValue().Contains("pass"));
    EXPECT_TRUE(until([&] { return page()->figureText().Contains("1 error"); })) << "its item wants a title";
    choose("assessments/5/items/0");
    auto* title = field(u8("Title · English"));
    ASSERT_NE(title, nullptr);
    title->SetFocus();
    type("Greets");
    field(u8("Title · 中文"))->SetFocus();
    field(u8("Title · 中文"))->SetValue(u8("问候"));
    settle();
    EXPECT_TRUE(until([&] { return page()->figureText().Contains("not kept yet"); })) << utf8(page()->figureText());
    screenshot(&frame(), "course-editor-practical");
}

TEST_F(CourseEditorInWindow, ItemsAreInSightWhileTheirCheckIsOpen) {
    choose("facts");
    EXPECT_FALSE(isListed("assessments/2/items/0"));
    choose("assessments/2");
    EXPECT_TRUE(until([&] { return isListed("assessments/2/items/0"); }));
    EXPECT_EQ(parts->selected(), "assessments/2");
    press("Down");
    press("Down");
    EXPECT_EQ(parts->selected(), "assessments/2/items/0");
    EXPECT_TRUE(isListed("assessments/2/items/0"));
    choose("assessments/3");
    EXPECT_TRUE(until([&] { return !isListed("assessments/2/items/0") && isListed("assessments/3/items/0"); }));
    EXPECT_EQ(parts->selected(), "assessments/3");
}

TEST_F(CourseEditorInWindow, ATextToSignForIsWrittenBesideWhatWillBeSeen) {
    choose("acknowledge");
    press("N");
    ASSERT_TRUE(until([&] { return parts->selected() == "acknowledge/1"; }));
    EXPECT_TRUE(until([&] { return page()->figureText().Contains("1 error"); })) << "it wants a title";
    type("Secrecy");
    press("F3");
    ASSERT_TRUE(until([&] { return field("Text in Markdown") && field("Text in Markdown")->HasFocus(); }));
    type("nothing leaves the house");
    auto* shown = named<RichText>(page(), "Text as it is taught");
    EXPECT_TRUE(until([&] { return shown->plainText().Contains("nothing leaves"); }));
    EXPECT_TRUE(until([&] { return parts->textAt("acknowledge/1", 0).Contains("Secrecy"); }));
    EXPECT_TRUE(page()->figureText().Contains("not kept yet")) << utf8(page()->figureText());
    screenshot(&frame(), "course-editor-rule");
}

TEST_F(CourseEditorInWindow, AHandOutIsBroughtIn) {
    const std::string file = std::string(std::getenv("XDG_DATA_HOME")) + "/phrases.pdf";
    std::ofstream(file) << "phrases";
    choose("days/0/sessions/0");
    press("Ctrl+O");
    ASSERT_TRUE(until([&] { return field("A picture, film or hand-out on this computer") != nullptr; }));
    field("A picture, film or hand-out on this computer")->SetValue(u8(file));
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return field("Hand-outs, a path a line") != nullptr; })) << utf8(page()->complaint());
    EXPECT_TRUE(until([&] { return field("Hand-outs, a path a line")->GetValue().Contains("media/phrases.pdf"); }));
    EXPECT_TRUE(page()->figureText().Contains("not kept yet")) << "the reader finds it in the package";
}

} // namespace
} // namespace fledgling::ui::test
