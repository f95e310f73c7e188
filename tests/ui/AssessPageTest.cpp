#include "app/assessment/ResultsView.h"
#include "app/sample/Sample.h"
#include "store/AssessmentStore.h"
#include "store/quiz/QuizStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/choice.h>

namespace fledgling::ui::test {
namespace {

class Assess : public InWindow {
protected:
    void SetUp() override {
        InWindow::SetUp();
        if (IsSkipped()) return;
        openSampleAs(app::SAMPLE_TRAINER, "assess");
        settle();
        table = tableNamed(frame().page(), "Results");
        ASSERT_NE(table, nullptr);
    }
    /// Another cohort by the drop-down, as a person chooses it.
    void chooseCohort(int index) {
        auto* pick = named<wxChoice>(frame().page(), "Cohort");
        ASSERT_NE(pick, nullptr);
        pick->SetSelection(index);
        wxCommandEvent event(wxEVT_CHOICE, pick->GetId());
        event.SetInt(index);
        pick->GetEventHandler()->ProcessEvent(event);
        settle();
    }
    std::vector<store::KeptAttempt> attemptsOf(const std::string& trainee) {
        return store::AssessmentStore(frame().session()->desk().database).attemptsOf({domain::PersonId(trainee)});
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

TEST_F(Assess, WhatIsTypedOnANameGoesToTheFirstResultThatWaits) {
    const auto order = table->order();
    press("Left");
    ASSERT_EQ(table->column(), 1);
    press("Left");
    ASSERT_EQ(table->column(), 0);
    press("Enter");
    EXPECT_EQ(table->selected(), order[0]) << "Enter doesn't lead on to the next name";
    EXPECT_EQ(table->column(), 2);
    press("Left");
    type("85");
    EXPECT_TRUE(table->textAt(order[0], 2).Contains("85")) << utf8(table->textAt(order[0], 2));
    press("Enter");
    EXPECT_TRUE(until([&] { return attemptsOf(order[0]).size() == 1; })) << utf8(frame().page()->complaint());
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

TEST_F(Assess, AResultGoesToWhomTheCursorShowsAfterTheCohortChanged) {
    const auto before = table->order();
    const int chosen = named<wxChoice>(frame().page(), "Cohort")->GetSelection();
    chooseCohort(chosen == 0 ? 1 : 0);
    table = tableNamed(frame().page(), "Results");
    const auto after = table->order();
    ASSERT_NE(after.front(), before.front());
    table->takeFocus();
    EXPECT_EQ(table->selected(), after.front());
    type("83");
    EXPECT_TRUE(table->textAt(after.front(), 2).Contains("83"));
    press("Enter");
    EXPECT_TRUE(until([&] { return attemptsOf(after.front()).size() == 1; }));
    EXPECT_TRUE(attemptsOf(before.front()).empty());
}

TEST_F(Assess, WhatWasTypedIsKeptWhenAnotherPageOpens) {
    const auto order = table->order();
    type("77");
    press("Alt+1");
    EXPECT_TRUE(until([&] { return attemptsOf(order[0]).size() == 1; }));
}

TEST_F(Assess, TheCursorStaysOnANameWhenSomethingChanges) {
    const auto order = table->order();
    press("Down");
    press("Left");
    app::enterResult(frame().session()->desk(), {domain::PersonId(order[3]), "final", 90, {}, {}});
    EXPECT_TRUE(until([&] { return table->textAt(order[3], 2).Contains("90 %"); }));
    EXPECT_EQ(table->selected(), order[1]);
    EXPECT_EQ(table->column(), 1);
}

TEST_F(Assess, GGrantsAFurtherAttemptOnceAllAreUsedUp) {
    const auto order = table->order();
    auto& database = frame().session()->desk().database;
    press("G");
    EXPECT_TRUE(store::QuizStore(database).grantsOf({domain::PersonId(order[0])}).empty()) << "there are attempts left";
    for (int attempt = 0; attempt < 2; ++attempt) {
        type("40");
        press("Enter");
        EXPECT_TRUE(until([&] { return attemptsOf(order[0]).size() == static_cast<std::size_t>(attempt) + 1; }));
        press("Up");
    }
    answerWith("Reason", "ill on the day");
    press("G");
    EXPECT_TRUE(until([&] { return store::QuizStore(database).grantsOf({domain::PersonId(order[0])}).size() == 1; }))
        << utf8(frame().page()->complaint());
}

TEST_F(Assess, AGreyKeySaysWhichOfItsReasonsItIs) {
    const auto order = table->order();
    const auto said = [&](const char* button) {
        auto* found = findNamed(frame().page(), button);
        EXPECT_FALSE(found->IsEnabled()) << button;
        return found->GetToolTipText();
    };
    EXPECT_TRUE(said("Grant").Contains("has 2 attempts left here")) << utf8(said("Grant"));
    EXPECT_TRUE(said("Correct").Contains("no result here yet"));
    press("Left");
    EXPECT_TRUE(said("Grant").Contains("Choose a trainee's result"));
    EXPECT_TRUE(said("Correct").Contains("Choose a trainee's result"));
    press("Right");
    type("90");
    press("Enter");
    press("Up");
    ASSERT_EQ(table->selected(), order[0]);
    EXPECT_TRUE(said("Grant").Contains("has passed here")) << utf8(said("Grant"));
    EXPECT_TRUE(said("Correct").Contains("Type the right percentage first"));
    press("F2");
    EXPECT_TRUE(frame().page()->statusText().Contains("Type the right percentage first")) << "by the key, too";
    type("8");
    EXPECT_TRUE(findNamed(frame().page(), "Correct")->IsEnabled());
    press("Escape");
}

TEST_F(Assess, F2CorrectsWithAReason) {
    const auto order = table->order();
    type("75");
    press("Enter");
    press("Up");
    answerWith("Reason", "counted again");
    type("88");
    press("F2");
    EXPECT_TRUE(until([&] { return table->textAt(order[0], 2).Contains("88 %"); })) << utf8(frame().page()->complaint());
    EXPECT_EQ(attemptsOf(order[0]).size(), 1u) << "the attempt was corrected, not followed by another";
}

TEST_F(Assess, WhatCantBeAFurtherAttemptStaysTypedForF2) {
    const auto order = table->order();
    type("85");
    press("Enter");
    press("Up");
    ASSERT_EQ(table->selected(), order[0]);
    type("82");
    press("Enter");
    EXPECT_TRUE(until([&] { return frame().page()->complaint().Contains("has passed"); })) << utf8(frame().page()->complaint());
    EXPECT_TRUE(frame().page()->statusText().Contains("F2 corrects")) << utf8(frame().page()->statusText());
    answerWith("Reason", "read wrongly");
    press("F2");
    EXPECT_TRUE(until([&] { return table->textAt(order[0], 2).Contains("82 %"); })) << utf8(frame().page()->complaint());
}

} // namespace
} // namespace fledgling::ui::test
