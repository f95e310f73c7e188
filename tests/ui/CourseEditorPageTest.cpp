#include "app/courses/Courses.h"
#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Look.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <set>
#include <chrono>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

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
    bool isListed(const std::string& part) {
        const auto ids = parts->order();
        return std::find(ids.begin(), ids.end(), part) != ids.end();
    }
    /// Where a row is drawn, on the screen.
    wxPoint middleOf(const std::string& part) {
        const auto ids = parts->order();
        const auto row = static_cast<unsigned>(std::find(ids.begin(), ids.end(), part) - ids.begin());
        auto* view = parts->control();
        const auto rect = view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(row));
        return view->ClientToScreen(wxPoint(60, rect.y + rect.height / 2));
    }
    /// Takes hold of a row and holds it over another one.
    void drag(const std::string& part, const std::string& onto) {
        mouse.MouseMove(middleOf(part));
        settle();
        mouse.MouseDown();
        settle();
        mouse.MouseMove(middleOf(part) + wxPoint(20, 12));
        settle();
        mouse.MouseMove(middleOf(onto));
        settle();
    }
    void pick(const wxString& name, int at) {
        auto* choice = named<wxChoice>(page(), name);
        ASSERT_NE(choice, nullptr);
        choice->SetSelection(at);
        wxCommandEvent event(wxEVT_CHOICE, choice->GetId());
        event.SetEventObject(choice);
        choice->ProcessWindowEvent(event);
        settle();
    }
    /// Without the breaks of lines that were too long for their field.
    static wxString flat(wxString text) {
        text.Replace("\n", " ");
        text.Replace("  ", " ");
        return text;
    }
    Table* parts = nullptr;
    wxUIActionSimulator mouse;
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
    EXPECT_TRUE(page()->complaint().Contains("Kept as version " + u8(kept.version))) << utf8(page()->complaint());
}

TEST_F(CourseEditorInWindow, TheCoursePageSaysThatADraftWaits) {
    choose("chat_review");
    auto* fails = field("Failing chats that cost the day's point");
    fails->SetFocus();
    fails->SelectAll();
    type("5");
    press("Escape");
    ASSERT_TRUE(until([&] { return frame().pageId() == "course"; }));
    EXPECT_TRUE(page()->statusText().Contains("Your draft of it waits: F2")) << utf8(page()->statusText());
    settle();
    press("F2");
    ASSERT_TRUE(until([&] { return frame().pageId() == "courseeditor"; }));
    settle();
    EXPECT_TRUE(page()->figureText().Contains("not kept yet"));
    press("F8");
    settle();
    frame().openPage("course", "");
    settle();
    EXPECT_FALSE(page()->statusText().Contains("draft")) << utf8(page()->statusText());
}

TEST_F(CourseEditorInWindow, WhatAMarkCostsNamesItsMarkAndWhatIsMissingItsField) {
    EXPECT_TRUE(parts->textAt("attendance/consequences/0", 0).Contains(u8("late · 20 yuan"))) << utf8(allParts());
    choose("chat_review/tiers/0");
    press("N");
    const auto wrong = [&] {
        wxString all;
        if (auto* list = tableNamed(page(), "What is wrong"))
            for (const auto& id : list->order()) all += list->textAt(id, 1) + "|";
        return all;
    };
    EXPECT_TRUE(until([&] { return wrong().Contains("Below so many points: Something has to stand here."); })) << utf8(wrong());
}

TEST_F(CourseEditorInWindow, TabLeadsThroughAChoiceToTheNextField) {
    choose("readiness");
    for (const auto& id : parts->order())
        if (parts->textAt(id, 0).Contains("Days mentored")) choose(id);
    press("Enter");
    ASSERT_TRUE(until([&] { return field(u8("Title · 中文")) && field(u8("Title · 中文"))->HasFocus(); }));
    for (int i = 0; i < 4; ++i) press("Tab"); // the other title, the id, what is measured
    EXPECT_TRUE(until([&] { return field("At least")->HasFocus(); }));
}

TEST_F(CourseEditorInWindow, WhereNobodysVerdictChangesThePreviewShowsATick) {
    choose("facts");
    auto* title = field(u8("Title · English"));
    ASSERT_NE(title, nullptr);
    title->SetFocus();
    press("End");
    type(" again");
    ASSERT_TRUE(until([&] { return page()->figureText().Contains("not kept yet"); }));
    press("F9");
    ASSERT_TRUE(until([&] { return tableNamed(page(), "What this version would change") != nullptr; }));
    settle();
    auto* effects = tableNamed(page(), "What this version would change");
    int cohorts = 0;
    for (const auto& id : effects->order()) {
        if (!id.starts_with("cohort ")) continue;
        ++cohorts;
        EXPECT_EQ(effects->textAt(id, 2), look::signed_(look::State::Met, "nobody's verdict or way changes")) << id;
    }
    EXPECT_GT(cohorts, 0);
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

TEST_F(CourseEditorInWindow, LettersBesideTheTreeOfPartsAreNoCommands) {
    choose("days/0/sessions/0");
    const auto before = allParts();
    press("F3");
    ASSERT_TRUE(until([&] { return field("Text in Markdown") && field("Text in Markdown")->HasFocus(); }));
    press("Tab");
    ASSERT_TRUE(until([&] { return !field("Text in Markdown")->HasFocus(); }));
    press("N");
    settle();
    press("Delete");
    settle();
    EXPECT_EQ(allParts(), before);
    EXPECT_TRUE(page()->statusText().Contains("list of parts")) << utf8(page()->statusText());
}

TEST_F(CourseEditorInWindow, TheKeyboardIsBackInThePartsAfterAStepTakenBackAndADiscard) {
    choose("days/0/sessions/0");
    const auto count = parts->size();
    press("N");
    ASSERT_TRUE(until([&] { return parts->size() == count + 1 && !parts->hasKeyboard(); }));
    press("Ctrl+Z");
    ASSERT_TRUE(until([&] { return parts->size() == count && parts->hasKeyboard(); }));
    press("F3");
    ASSERT_TRUE(until([&] { return field("Text in Markdown") && field("Text in Markdown")->HasFocus(); }));
    type("word ");
    press("Ctrl+Z");
    settle();
    EXPECT_TRUE(field("Text in Markdown")->HasFocus()) << "who types goes on typing";
    type("other ");
    ASSERT_TRUE(until([&] { return page()->figureText().Contains("not kept yet"); }));
    press("F8");
    EXPECT_TRUE(until([&] { return parts->hasKeyboard(); }));
}

TEST_F(CourseEditorInWindow, EveryDeedIsInSightOnASmallScreenOnceSomethingIsChanged) {
    frame().SetSize(1280, 720);
    settle();
    choose("skills");
    click(named<wxButton>(page(), "Add"));
    ASSERT_TRUE(until([&] { return parts->selected().starts_with("skills/"); }));
    type("Patience");
    ASSERT_TRUE(until([&] { return page()->figureText().Contains("not kept yet"); }));
    settle();
    screenshot(&frame(), "course-editor-narrow");
    for (const char* deed : {"Keep as a version", "Save as a package", "Discard", "Add", "Take away"}) {
        auto* button = named<wxButton>(page(), deed);
        ASSERT_NE(button, nullptr) << deed;
        const auto edge = page()->ScreenToClient(button->GetScreenRect().GetBottomRight());
        EXPECT_LE(edge.x, page()->GetClientSize().x) << deed;
        EXPECT_GE(button->GetSize().x, button->GetBestSize().x) << deed;
    }
}

TEST_F(CourseEditorInWindow, EveryFieldLiesWithinItsPaneInASmallWindow) {
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    // A part of each kind, and all criteria: each measure asks for other fields.
    std::set<std::string> seen;
    int fields = 0; // with their labels
    choose("assessments/2"); // with its items in sight
    for (const auto& part : parts->order()) {
        std::string kind;
        for (const char c : part)
            if (std::isdigit(static_cast<unsigned char>(c)) == 0 || part.starts_with("readiness")) kind += c;
        if (!seen.insert(kind).second) continue;
        choose(part);
        auto* pane = named<wxScrolledWindow>(page(), "Fields");
        if (!pane) continue; // a head has words alone
        EXPECT_LE(pane->GetVirtualSize().x, pane->GetClientSize().x) << part << ": it scrolls up and down only";
        ASSERT_FALSE(pane->GetChildren().empty()) << part;
        for (auto* one : pane->GetChildren().GetFirst()->GetData()->GetChildren()) {
            const auto room = pane->GetScreenRect(), place = one->GetScreenRect();
            EXPECT_GE(place.GetLeft(), room.GetLeft()) << part << ": " << utf8(one->GetName() + " " + one->GetLabel());
            EXPECT_LE(place.GetRight(), room.GetRight()) << part << ": " << utf8(one->GetName() + " " + one->GetLabel());
            EXPECT_GE(place.height, one->GetEffectiveMinSize().y) << part << ": " << utf8(one->GetName());
            ++fields;
        }
    }
    EXPECT_GT(fields, 100);
    screenshot(&frame(), "course-editor-small");
}

TEST_F(CourseEditorInWindow, ATitleMissingInTheCoursesOwnLanguageStopsTheVersion) {
    choose("facts");
    auto* title = field(wxString::FromUTF8("Title · 中文"));
    ASSERT_NE(title, nullptr) << utf8(allText(page()));
    const wxString kept = title->GetValue();
    title->SetFocus();
    title->SelectAll();
    press("Delete");
    EXPECT_TRUE(until([&] { return page()->figureText().Contains("1 error"); })) << utf8(page()->figureText());
    EXPECT_TRUE(flat(allText(page())).Contains("is the course's own language.")) << "at its field";
    EXPECT_FALSE(named<wxButton>(page(), "Keep as a version")->IsEnabled());
    title->SetValue(kept);
    EXPECT_TRUE(until([&] { return !page()->figureText().Contains("error"); }));
}

TEST_F(CourseEditorInWindow, TheKeyOfAGreyActionSaysWhy) {
    choose("facts");
    press("Delete");
    EXPECT_TRUE(until([&] { return page()->statusText().Contains("belongs to every course"); })) << utf8(page()->statusText());
    press("F9");
    EXPECT_TRUE(until([&] { return page()->statusText() == "Nothing is changed."; })) << utf8(page()->statusText());
    // Longer than the window takes to look after reminders by itself.
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(2500);
    until([&] { return std::chrono::steady_clock::now() > end; });
    EXPECT_EQ(page()->statusText(), "Nothing is changed.") << "nobody did anything since";
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
