#include "ui/controls/Paragraph.h"

#include "ui/Harness.h"
#include "ui/Look.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui::test {
namespace {

class AParagraph : public InWindow {};

TEST_F(AParagraph, HasTheWholeWidthForWhatItSays) {
    wxFrame window(nullptr, wxID_ANY, "paragraph");
    auto* text = new Paragraph(&window, look::Type::Section);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(text, wxSizerFlags().Expand());
    window.SetSizer(all);
    window.SetClientSize(600, 200);
    window.Show();
    text->set("Wu Min, not begun, attempt 1 of 2");
    settle();
    const auto* label = dynamic_cast<wxStaticText*>(text->GetChildren().front());
    ASSERT_NE(label, nullptr);
    EXPECT_EQ(label->GetSize().x, text->GetClientSize().x) << "no toolkit wraps it once more";
    EXPECT_GE(label->GetSize().y, label->GetBestSize().y);
    text->set("one\ntwo\nthree");
    settle();
    EXPECT_GE(text->GetSize().y, label->GetBestSize().y);
}

TEST_F(AParagraph, KeepsANumberWithItsChineseWord) {
    wxFrame window(nullptr, wxID_ANY, "paragraph");
    const auto text = wxString::FromUTF8("补齐过程材料共 2 个半天");
    for (int width = 20; width < 400; width += 4) {
        const auto lines = wrapped(&window, text, width);
        EXPECT_FALSE(lines.Contains("2\n")) << width << ": " << lines.utf8_string();
    }
}

TEST_F(AParagraph, IsAsHighAsItsLettersBeforeItIsFirstDrawn) {
    wxFrame window(nullptr, wxID_ANY, "paragraph");
    auto* text = new Paragraph(&window, look::Type::Section);
    text->SetSize(600, 20);
    const auto first = wxString::FromUTF8("胡泽宇 · attempt 2"), second = wxString("10 of 11 items");
    text->set(first + "\n" + second);
    const auto* label = dynamic_cast<wxStaticText*>(text->GetChildren().front());
    ASSERT_NE(label, nullptr);
    EXPECT_GE(text->GetMinSize().y, label->GetTextExtent(first).y + label->GetTextExtent(second).y);
    window.Show();
    settle();
    EXPECT_GE(text->GetMinSize().y, label->GetBestSize().y);
}

} // namespace
} // namespace fledgling::ui::test
