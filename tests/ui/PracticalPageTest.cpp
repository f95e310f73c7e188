#include "app/cohorts/Cohorts.h"
#include "app/practical/PracticalToDo.h"
#include "app/sample/Sample.h"
#include "store/AssessmentStore.h"
#include "store/PeopleStore.h"
#include "store/practical/PracticalStore.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class PracticalChecks : public InWindow {
protected:
    void open(const char* who, const std::string& trainee) {
        openSampleAs(who);
        for (const auto& person : store::PeopleStore(frame().session()->desk().database).people())
            if (person.card.staffNumber == trainee) id = person.id;
        ASSERT_FALSE(id.empty());
        frame().openPage("practical", id.text() + " desk");
        settle();
        grid = tableNamed(frame().page(), "Trainees by items");
        sheet = tableNamed(frame().page(), "Items of the check");
        ASSERT_NE(sheet, nullptr);
    }
    domain::PracticalSheet kept() {
        return store::PracticalStore(frame().session()->desk().database).sheetsOf({id}).back().sheet;
    }
    domain::PersonId id;
    Table* grid = nullptr;
    Table* sheet = nullptr;
};

TEST_F(PracticalChecks, AMentorMarksOnByDigitsAndHandsOn) {
    open(app::SAMPLE_MENTOR, "01005");
    EXPECT_EQ(grid->selected(), id.text());
    press("F8");
    sheet->select("route");
    settle();
    press("2");
    settle();
    EXPECT_EQ(kept().marks.at("route").step, 1);
    EXPECT_EQ(sheet->selected(), "tone") << "the cursor goes on";
    press("9");
    EXPECT_EQ(frame().page()->complaint(), "This check has the steps 1 to 2.");
    press("1");
    settle();
    EXPECT_FALSE(kept().marks.contains("tone")) << "kept with what is missing, not before";
    EXPECT_TRUE(allText(frame().page()).Contains("say what is missing"));
    press("Enter");
    settle();
    EXPECT_TRUE(frame().page()->complaint().Contains("Say what you saw at")) << utf8(frame().page()->complaint());
    EXPECT_FALSE(kept().marks.contains("tone"));
    type("one short word");
    press("Enter");
    settle();
    EXPECT_EQ(kept().marks.at("tone"), (domain::ItemMark{0, "one short word"}));
    press("F9");
    settle();
    EXPECT_TRUE(frame().page()->complaint().Contains("Not marked yet")) << utf8(frame().page()->complaint());
    for (int i = 0; i < 4; ++i) {
        press("2");
        settle();
    }
    press("F9");
    settle();
    EXPECT_EQ(kept().state, domain::SheetState::HandedOn) << utf8(frame().page()->complaint());
    screenshot(&frame(), "practical-mentor");
}

TEST_F(PracticalChecks, ACheckThatWasBegunGoesOnAtItsFirstItemWithoutAMark) {
    open(app::SAMPLE_MENTOR, "01005");
    ASSERT_FALSE(kept().marks.empty());
    const auto order = sheet->order();
    const auto open = std::find_if(order.begin(), order.end(), [&](const auto& item) { return !kept().marks.contains(item); });
    ASSERT_NE(open, order.end());
    ASSERT_NE(*open, order.front());
    EXPECT_EQ(sheet->selected(), *open);
}

TEST_F(PracticalChecks, TheBestStepDropsWhatWasMissing) {
    open(app::SAMPLE_MENTOR, "01005");
    press("F8");
    sheet->select("restate");
    settle();
    const auto words = kept().marks.at("restate").evidence;
    ASSERT_FALSE(words.empty());
    press("2");
    settle();
    EXPECT_EQ(kept().marks.at("restate"), (domain::ItemMark{1, ""}));
    sheet->select("restate");
    settle();
    press("1");
    settle();
    EXPECT_EQ(kept().marks.at("restate"), (domain::ItemMark{1, ""})) << "a lower step asks for its words again";
    type("half of it");
    press("Enter");
    settle();
    EXPECT_EQ(kept().marks.at("restate"), (domain::ItemMark{0, "half of it"}));
}

TEST_F(PracticalChecks, EscapeOrAnotherItemDropsAStepWithoutWords) {
    open(app::SAMPLE_MENTOR, "01005");
    press("F8");
    sheet->select("tone");
    settle();
    press("1");
    press("Escape");
    settle();
    EXPECT_FALSE(allText(frame().page()).Contains("say what is missing"));
    press("1");
    settle();
    sheet->select("route");
    settle();
    EXPECT_TRUE(frame().page()->complaint().Contains("was not kept")) << utf8(frame().page()->complaint());
    EXPECT_FALSE(kept().marks.contains("tone"));
    sheet->takeFocus();
    press("1");
    settle();
    type("to the wrong desk");
    sheet->select("tone");
    settle();
    EXPECT_EQ(kept().marks.at("route"), (domain::ItemMark{0, "to the wrong desk"})) << "what was typed isn't lost";
}

TEST_F(PracticalChecks, OpensWhereACheckWaitsForThisPerson) {
    openSampleAs(app::SAMPLE_TRAINER, "today");
    std::string waiting;
    for (const auto& one : app::waitingPracticals(frame().session()->desk()))
        if (waiting.empty()) waiting = one.sheet.key.trainee.text();
    ASSERT_FALSE(waiting.empty());
    std::string other;
    for (const auto& cohort : app::cohortsOf(frame().session()->desk()))
        for (const auto& member : app::membersOf(frame().session()->desk(), cohort.id))
            if (member.trainee.text() == waiting) other = cohort.id.text();
    for (const auto& cohort : app::cohortsOf(frame().session()->desk()))
        if (cohort.id.text() != other) frame().session()->remember("cohort", cohort.id.text());
    frame().openPage("practical");
    settle();
    EXPECT_EQ(tableNamed(frame().page(), "Trainees by items")->selected(), waiting);
}

TEST_F(PracticalChecks, TheSecondPersonConfirmsWithOneKey) {
    open(app::SAMPLE_TRAINER, "01008");
    EXPECT_TRUE(frame().page()->primary()->GetName().Contains("Confirm")) << "what is done next stands out";
    press("C");
    settle();
    EXPECT_TRUE(frame().page()->primary()->GetName().Contains("Hand on"));
    EXPECT_EQ(kept().state, domain::SheetState::Confirmed) << utf8(frame().page()->complaint());
    const auto attempts = store::AssessmentStore(frame().session()->desk().database).attemptsOf({id});
    EXPECT_TRUE(std::any_of(attempts.begin(), attempts.end(), [](const store::KeptAttempt& one) {
        return one.attempt.assessment == "desk" && one.attempt.passed;
    }));
    screenshot(&frame(), "practical-trainer");
}

TEST_F(PracticalChecks, OpensOnItsOwnAndChoosesSomebody) {
    openSampleAs(app::SAMPLE_TRAINER, "practical");
    settle();
    EXPECT_EQ(frame().page()->complaint(), "");
    EXPECT_FALSE(tableNamed(frame().page(), "Trainees by items")->selected().empty());
}

TEST_F(PracticalChecks, MentorsWhoAreDueAreCountedWhereTraineesAreShown) {
    openSampleAs(app::SAMPLE_TRAINER, "practical");
    settle();
    const wxString figure = frame().page()->figureText();
    EXPECT_TRUE(figure.Contains("mentor due") || figure.Contains("mentors due")) << utf8(figure);
    EXPECT_FALSE(figure.StartsWith(look::sign(look::State::Met))) << utf8(figure);
}

TEST_F(PracticalChecks, AllElevenItemsAreSeenAtOnceIn1280By800) {
    open(app::SAMPLE_TRAINER, "01008");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    ASSERT_EQ(sheet->size(), 11U);
    auto* view = sheet->control();
    const auto last = view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(10));
    EXPECT_GE(last.height, sheet->GetCharHeight()) << "still read";
    EXPECT_LE(last.GetBottom(), view->GetSize().y);
    screenshot(&frame(), "practical.1280");
}

TEST_F(PracticalChecks, TheGridOfElevenItemsNeedsNoScrollingSidewaysInASmallWindow) {
    open(app::SAMPLE_TRAINER, "01008");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    EXPECT_TRUE(standsAcross(*grid));
    screenshot(&frame(), "practical.small");
}

TEST_F(PracticalChecks, WhatWasSentBackSaysWhatIsMissing) {
    open("00016", "01012");
    EXPECT_EQ(kept().state, domain::SheetState::SentBack);
    EXPECT_TRUE(grid->textAt(id.text(), 1).Contains("sent back"));
}

TEST_F(PracticalChecks, TheTraineeReadsTheOwnSheetAndChangesNothing) {
    open("01007", "01007");
    EXPECT_EQ(grid, nullptr) << "others are none of the trainee's business";
    EXPECT_TRUE(sheet->textAt("greet", 2).Contains("pass"));
    press("1");
    settle();
    EXPECT_EQ(kept().marks.at("ready").step, 1);
    screenshot(&frame(), "practical-trainee");
}

TEST_F(PracticalChecks, TheTraineeReadsThatTheNextAttemptIsMarkedAndWhatTheLastCameTo) {
    open("01005", "01005");
    const wxString all = allText(frame().page());
    EXPECT_TRUE(all.Contains("attempt 2 of 2 is being marked")) << utf8(all);
    EXPECT_TRUE(all.Contains("attempt 1 of 2")) << utf8(all);
    EXPECT_TRUE(all.Contains("8 of 11 items at the best step")) << utf8(all);
    EXPECT_FALSE(all.Contains("not begun")) << utf8(all);
}

TEST_F(PracticalChecks, TodayNamesAMentorWhoseCheckIsDue) {
    openSampleAs(app::SAMPLE_TRAINER, "today");
    settle();
    EXPECT_TRUE(allText(frame().page()).Contains("Examine the mentor"));
}

TEST_F(PracticalChecks, AMentorsDueCheckIsMarkedLikeATrainees) {
    open(app::SAMPLE_TRAINER, "00018");
    EXPECT_EQ(grid->selected(), id.text());
    EXPECT_TRUE(grid->textAt(id.text(), 1).Contains("never examined")) << utf8(grid->textAt(id.text(), 1));
    screenshot(&frame(), "practical-mentors");
    press("F8");
    settle();
    const auto items = sheet->size();
    for (std::size_t i = 0; i < items; ++i) {
        press("2");
        settle();
    }
    press("F9");
    settle();
    EXPECT_EQ(kept().state, domain::SheetState::HandedOn) << utf8(frame().page()->complaint());
    EXPECT_TRUE(grid->textAt(id.text(), 1).Contains("to confirm"));
    EXPECT_TRUE(allText(frame().page()).Contains("confirmed, it is a pass")) << "what a second person would sign";
    const wxString figure = frame().page()->figureText();
    EXPECT_TRUE(figure.Contains("1 check due") && figure.Contains("1 check to confirm")) << utf8(figure);
}

TEST_F(PracticalChecks, TheFigureTellsNothingThereIsNoneOf) {
    open(app::SAMPLE_TRAINER, "00018");
    EXPECT_FALSE(frame().page()->figureText().Contains("0 checks")) << utf8(frame().page()->figureText());
}

} // namespace
} // namespace fledgling::ui::test
