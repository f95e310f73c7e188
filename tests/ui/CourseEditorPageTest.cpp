#include "ui/CourseEditorFixture.h"

#include "app/courses/Courses.h"
#include "ui/Look.h"
#include "ui/Text.h"

#include <cctype>
#include <chrono>
#include <set>
#include <wx/button.h>
#include <wx/scrolwin.h>

namespace fledgling::ui::test {
namespace {

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

} // namespace
} // namespace fledgling::ui::test
