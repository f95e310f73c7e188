#include "ui/Harness.h"
#include "ui/controls/IntoView.h"

#include <wx/choice.h>
#include <wx/frame.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class AFormThatScrolls : public InWindow {
protected:
    void TearDown() override {
        if (m_window) m_window->Destroy();
        InWindow::TearDown();
    }
    wxFrame* m_window = nullptr;
};

TEST_F(AFormThatScrolls, ShowsTheDropDownListThatTabComesTo) {
    m_window = new wxFrame(nullptr, wxID_ANY, "form", wxDefaultPosition, wxSize(320, 240));
    auto* form = scrolling(m_window);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    auto* text = new wxTextCtrl(form, wxID_ANY);
    auto* choice = new wxChoice(form, wxID_ANY);
    choice->Append("one");
    auto* last = new wxTextCtrl(form, wxID_ANY);
    rows->Add(text);
    rows->AddSpacer(600);
    rows->Add(choice);
    rows->AddSpacer(600);
    rows->Add(last);
    form->SetSizer(rows);
    form->FitInside();
    m_window->Show();
    ASSERT_TRUE(until([this] { return m_window->IsActive(); }));
    text->SetFocus();
    settle();
    const auto seen = [form](const wxWindow* one) { return form->GetScreenRect().Contains(one->GetScreenRect()); };
    EXPECT_TRUE(seen(text));
    ASSERT_FALSE(seen(choice));
    press("Tab");
    EXPECT_TRUE(until([&] { return seen(choice); }));
    press("Tab");
    EXPECT_TRUE(until([&] { return seen(last); })) << "what wx tells of, too";
    press("Shift+Tab");
    EXPECT_TRUE(until([&] { return seen(choice); })) << "from below, too";
}

} // namespace
} // namespace fledgling::ui::test
