#include "app/assessment/ResultsView.h"
#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/dataview.h>

namespace fledgling::ui::test {
namespace {

class Assess : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        openSampleAs(app::SAMPLE_TRAINER, "assess");
        settle();
        auto* control = named<wxDataViewCtrl>(frame().page(), "Results");
        ASSERT_NE(control, nullptr);
        table = dynamic_cast<Table*>(control->GetParent());
        ASSERT_NE(table, nullptr);
    }
    Table* table = nullptr;
};

TEST_F(Assess, DigitsAndEnterKeepAResultAndGoOn) {
    const auto order = table->order();
    ASSERT_GE(order.size(), 2u);
    EXPECT_EQ(table->selected(), order[0]);
    type("85");
    EXPECT_TRUE(table->textAt(order[0], 2).Contains("85"));
    press("Enter");
    EXPECT_TRUE(until([&] { return frame().page()->statusText().Contains("Kept"); })) << utf8(frame().page()->complaint());
    EXPECT_TRUE(table->textAt(order[0], 2).Contains("85 %"));
    EXPECT_EQ(table->selected(), order[1]);
    screenshot(&frame(), "assess");
}

TEST_F(Assess, WhatWasTypedIsKeptWhenTheCellChanges) {
    const auto order = table->order();
    type("91");
    press("Down");
    EXPECT_TRUE(until([&] { return table->textAt(order[0], 2).Contains("91 %"); }));
}

TEST_F(Assess, EscapeForgetsWhatWasTyped) {
    const auto order = table->order();
    const wxString before = table->textAt(order[0], 2);
    type("7");
    press("Escape");
    EXPECT_EQ(table->textAt(order[0], 2), before);
}

TEST_F(Assess, MoreThanAHundredIsRefusedInASentence) {
    type("101");
    press("Enter");
    EXPECT_TRUE(until([&] { return frame().page()->complaint().Contains("percentage"); }));
}

TEST_F(Assess, PPassesAPracticalCheck) {
    const auto order = table->order();
    press("Right");
    press("P");
    EXPECT_TRUE(until([&] { return table->textAt(order[0], 3).Contains("pass"); })) << utf8(frame().page()->complaint());
}

} // namespace
} // namespace fledgling::ui::test
