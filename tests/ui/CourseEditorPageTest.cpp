#include "app/courses/Courses.h"
#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class CourseEditorInWindow : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        openSampleAs(app::SAMPLE_TRAINER, "course");
        settle();
        press("F2");
        ASSERT_TRUE(until([&] { return tableNamed(page(), "Parts of the course") != nullptr; }));
        settle();
        parts = tableNamed(page(), "Parts of the course");
        parts->takeFocus();
    }
    app::Desk& desk() { return frame().session()->desk(); }
    Page* page() { return frame().page(); }
    wxTextCtrl* field(const wxString& name) { return named<wxTextCtrl>(page(), name); }
    void choose(const std::string& part) {
        parts->select(part);
        parts->onSelect(part);
        parts->takeFocus();
        settle();
    }
    wxString allParts() {
        wxString all;
        for (const auto& id : parts->order()) all += parts->textAt(id, 0).Strip(wxString::both) + "|";
        return all;
    }
    /// Without the breaks of lines that were too long for their field.
    static wxString flat(wxString text) {
        text.Replace("\n", " ");
        text.Replace("  ", " ");
        return text;
    }
    Table* parts = nullptr;
};

TEST_F(CourseEditorInWindow, AFieldIsChangedAndKeptAsAVersionByKeyboard) {
    const auto versions = app::coursesOf(desk()).size();
    choose("chat_review");
    press("Enter");
    ASSERT_TRUE(until([&] { return field("Chats read of each person a day")->HasFocus(); }));
    auto* fails = field("Failing chats that cost the day's point");
    fails->SetFocus();
    fails->SelectAll();
    type("99");
    EXPECT_TRUE(until([&] { return page()->figureText().Contains("1 error"); })) << utf8(page()->figureText());
    EXPECT_TRUE(flat(allText(page())).Contains("Write a number from 1 to 20.")) << "at its field";
    EXPECT_TRUE(fails->HasFocus()) << "the keyboard stays where somebody types";
    screenshot(&frame(), "course-editor-error");
    EXPECT_FALSE(named<wxButton>(page(), "Keep as a version")->IsEnabled());
    fails->SelectAll();
    type("5");
    EXPECT_TRUE(until([&] { return page()->figureText().Contains("not kept yet"); }));
    press("F9");
    ASSERT_TRUE(until([&] { return field("Version") != nullptr; }));
    settle();
    EXPECT_TRUE(flat(allText(page())).Contains("chat reviews changed"));
    ASSERT_NE(tableNamed(page(), "What this version would change"), nullptr);
    EXPECT_GT(tableNamed(page(), "What this version would change")->size(), 0u);
    screenshot(&frame(), "course-editor-keep");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return app::coursesOf(desk()).size() == versions + 1; })) << utf8(page()->complaint());
    settle();
    const auto kept = app::coursesOf(desk()).back();
    EXPECT_EQ(desk().shelf.course(kept.course, kept.version).chatReview.failsCostPoint, 5);
    EXPECT_TRUE(page()->statusText().Contains(u8(kept.version)));
}

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
    press("F3");
    ASSERT_TRUE(until([&] { return field("Text in Markdown") && field("Text in Markdown")->IsShownOnScreen(); }));
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

} // namespace
} // namespace fledgling::ui::test
