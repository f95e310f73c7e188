#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "store/PeopleStore.h"
#include "ui/Look.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <functional>
#include <optional>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class InLargeText : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        m_large.emplace();
        openSampleAs(app::SAMPLE_TRAINER, "course");
        settle();
        press("F2");
        ASSERT_TRUE(until([&] { return tableNamed(frame().page(), "Parts of the course") != nullptr; }));
        settle();
    }
    void choose(const std::string& part) {
        auto* parts = tableNamed(frame().page(), "Parts of the course");
        parts->select(part);
        parts->onSelect(part);
        settle();
    }

private:
    std::optional<LargeText> m_large; ///< before the window is made
};

TEST_F(InLargeText, FieldsOfTheCourseEditorLieWithinTheirPane) {
    for (const auto size : {wxSize(1280, 800), wxSize(960, 560)}) {
        frame().SetSize(frame().FromDIP(size));
        settle();
        for (const char* part : {"facts", "days/0/sessions/0", "assessments/2"}) {
            choose(part);
            auto* pane = named<wxScrolledWindow>(frame().page(), "Fields");
            ASSERT_NE(pane, nullptr) << part;
            ASSERT_FALSE(pane->GetChildren().empty()) << part;
            if (size.x == 1280) {
                EXPECT_LE(pane->GetVirtualSize().x, pane->GetClientSize().x) << part << ": nothing lies beside it";
            }
            auto* form = pane->GetChildren().GetFirst()->GetData();
            EXPECT_LE(form->GetRect().GetRight(), pane->GetVirtualSize().x) << part << ": or it can be scrolled to";
            for (auto* one : form->GetChildren())
                EXPECT_LE(one->GetRect().GetRight(), form->GetSize().x) << part << ": " << utf8(one->GetName());
        }
    }
    screenshot(&frame(), "course-editor-large");
}

TEST_F(InLargeText, AFieldIsAsHighAsItsText) {
    choose("facts");
    int fields = 0;
    const std::function<void(wxWindow*)> search = [&](wxWindow* below) {
        for (auto* one : below->GetChildren()) {
            if (auto* text = dynamic_cast<wxTextCtrl*>(one); text && text->IsShownOnScreen()) {
                EXPECT_GE(text->GetSize().y, look::lineHeight(text)) << utf8(text->GetName());
                ++fields;
            }
            search(one);
        }
    };
    search(named<wxScrolledWindow>(frame().page(), "Fields"));
    EXPECT_GE(fields, 4);
}

TEST_F(InLargeText, AFormOfAPersonLiesWithinThePageAndIsScrolled) {
    frame().signIn(store::PeopleStore(frame().session()->desk().database).byStaffNumber("00001").front().id);
    for (const auto size : {wxSize(1280, 800), wxSize(960, 560)}) {
        frame().SetSize(frame().FromDIP(size));
        frame().openPage("people", "");
        settle();
        press("N");
        settle();
        auto* page = frame().page();
        const auto field = [](wxWindow* one) { return dynamic_cast<wxStaticText*>(one) == nullptr; };
        for (const char* name : {"Full name", "Staff number", "Shift", "Roles", "Posts", "Leaning"}) {
            auto* one = findNamed(page, name, field);
            ASSERT_NE(one, nullptr) << name;
            EXPECT_TRUE(until([&] { return one->GetScreenRect().GetRight() <= page->GetScreenRect().GetRight(); })) << name;
            if (dynamic_cast<wxTextCtrl*>(one)) {
                EXPECT_GE(one->GetSize().y, look::lineHeight(one)) << name;
            }
        }
        auto* roles = findNamed(page, "Roles", field);
        roles->SetFocus();
        EXPECT_TRUE(until([&] { return page->GetScreenRect().Contains(roles->GetScreenPosition()); })) << "the keyboard brings it into sight";
        press("Escape");
        settle();
    }
}

TEST_F(InLargeText, ARowOfATableIsAsHighAsItsText) {
    auto* view = tableNamed(frame().page(), "Parts of the course")->control();
    const auto first = view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(0));
    EXPECT_GE(first.height, look::lineHeight(view));
}

TEST_F(InLargeText, WhatZoomsAReportLiesWithinThePage) {
    frame().openPage("reports");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    auto* width = named<wxButton>(frame().page(), "Fit width");
    ASSERT_NE(width, nullptr);
    EXPECT_LE(width->GetRect().GetRight(), width->GetParent()->GetClientSize().x);
    EXPECT_LE(width->GetRect().GetBottom(), width->GetParent()->GetClientSize().y) << "on a further line or not";
    screenshot(&frame(), "reports-large");
}

TEST_F(InLargeText, ATitleIsReadWholeWhereItsFigureCanStandBelow) {
    frame().openPage("weekly");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    wxStaticText* title = nullptr;
    for (auto* child : frame().page()->GetChildren())
        if (auto* text = dynamic_cast<wxStaticText*>(child); text && text->GetLabel() == "Problem summary") title = text;
    ASSERT_NE(title, nullptr);
    EXPECT_GE(title->GetSize().x, title->GetTextExtent(title->GetLabel()).x);
    screenshot(&frame(), "weekly-large");
}

} // namespace
} // namespace fledgling::ui::test
