#include "ui/PlanningFixture.h"

#include "app/exports/Exports.h"
#include "app/sample/Sample.h"
#include "store/CohortStore.h"
#include "ui/Native.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>
#include <wx/timer.h>

namespace fledgling::ui::test {
namespace {

using namespace domain;

TEST_F(PlanningPages, ACohortIsLaidByKeyboardAlone) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    addTrainee("Wu Min", "09001");
    addTrainee("Zhao Lei", "09002");
    settle();
    const auto before = cohorts().size();
    press("N");
    ASSERT_TRUE(shown("Keep the cohort"));
    type("Spring");
    auto* start = named<wxTextCtrl>(&page(), "First day");
    ASSERT_NE(start, nullptr);
    start->SetFocus();
    start->SetValue("2026-08-03");
    auto* search = named<wxTextCtrl>(&page(), "Name or staff number, then Enter");
    ASSERT_NE(search, nullptr);
    search->SetFocus();
    settle();
    type("09001");
    press("Enter");
    type("Zhao");
    press("Enter");
    screenshot(&frame(), "cohort-form");
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return cohorts().size() == before + 1; })) << utf8(page().complaint());
    const auto cohort = app::findCohort(desk(), "Spring");
    EXPECT_EQ(app::membersOf(desk(), cohort.id).size(), 2U);
    EXPECT_EQ(app::sessionsOf(desk(), cohort.id).size(), 6U);
    settle();
    EXPECT_FALSE(shown("Keep the cohort"));
    EXPECT_EQ(table("Cohorts")->selected(), cohort.id.text());
}

TEST_F(PlanningPages, AltATakesAllWhoAreShownWhereverInTheFormTheKeyboardIs) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const wxString nobody = u8("· 0 chosen");
    addTrainee("Wu Min", "09001");
    addTrainee("Zhao Lei", "09002");
    settle();
    press("N");
    ASSERT_TRUE(until([&] { return named<wxTextCtrl>(&page(), "Name") && named<wxTextCtrl>(&page(), "Name")->HasFocus(); }));
    EXPECT_TRUE(allText(&page()).Contains(nobody));
    press("Alt+A");
    EXPECT_TRUE(until([&] { return !allText(&page()).Contains(nobody); })) << "from the name";
    EXPECT_TRUE(named<wxTextCtrl>(&page(), "Name")->HasFocus()) << "where typing goes on";
    press("Escape");
    settle();
    ASSERT_FALSE(shown("Keep the cohort"));
    press("N");
    ASSERT_TRUE(until([&] { return named<wxTextCtrl>(&page(), "First day") != nullptr; }));
    named<wxTextCtrl>(&page(), "First day")->SetFocus();
    settle();
    press("Alt+A");
    EXPECT_TRUE(until([&] { return !allText(&page()).Contains(nobody); })) << "from the first day";
}

TEST_F(PlanningPages, TabLeadsThroughAChoiceToTheNextField) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    settle();
    press("N");
    ASSERT_TRUE(until([&] { return named<wxTextCtrl>(&page(), "Name") && named<wxTextCtrl>(&page(), "Name")->HasFocus(); }));
    press("Tab"); // the course, a choice
    press("Tab");
    EXPECT_TRUE(until([&] { return named<wxTextCtrl>(&page(), "First day")->HasFocus(); }));
}

TEST_F(PlanningPages, AChosenChipHoldsItsWordsInBold) {
    openSampleAs(app::SAMPLE_TRAINER, "cohorts");
    settle();
    auto* chip = named<wxToggleButton>(frame().page(), "Show: running and coming");
    ASSERT_NE(chip, nullptr);
    ASSERT_TRUE(chip->GetValue());
    const wxFont strong = chip->GetFont().Bold();
    int words = 0;
    chip->GetTextExtent(chip->GetLabel(), &words, nullptr, nullptr, nullptr, &strong);
    EXPECT_GE(chip->GetSize().x, words + frame().FromDIP(12));
    const int on = chip->GetSize().x;
    click(findNamed(frame().page(), "Show: all"));
    settle();
    EXPECT_EQ(chip->GetSize().x, on) << "nothing moves when another one is chosen";
}

TEST_F(PlanningPages, ACohortWithoutANameSaysSoAtTheField) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const auto before = cohorts().size();
    press("N");
    auto* start = named<wxTextCtrl>(&page(), "First day");
    start->SetValue("2026-08-03");
    settle();
    press("Ctrl+Enter");
    EXPECT_TRUE(allText(&page()).Contains("A cohort needs a name."));
    press("Escape");
    settle();
    EXPECT_FALSE(shown("Keep the cohort"));
    EXPECT_EQ(cohorts().size(), before);
}

TEST_F(PlanningPages, ACohortOfNobodyIsKeptOnlyWhenAskedForTwice) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const auto before = cohorts().size();
    press("N");
    type("Nobody");
    named<wxTextCtrl>(&page(), "First day")->SetValue("2026-08-03");
    settle();
    EXPECT_TRUE(allText(&page()).Contains("0 chosen"));
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return page().complaint().Contains("Ctrl+Enter once more keeps the cohort empty"); })) << utf8(page().complaint());
    EXPECT_EQ(cohorts().size(), before);
    frame().openPage("people");
    frame().openPage("cohorts");
    settle();
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return page().complaint().Contains("Ctrl+Enter once more keeps the cohort empty"); })) << "asked anew after another page";
    EXPECT_EQ(cohorts().size(), before);
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return cohorts().size() == before + 1; })) << utf8(page().complaint());
}

TEST_F(PlanningPages, AnEmptyCohortOfThePastAsksForNoRoll) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const auto before = cohorts().size();
    press("N");
    type("Nobody");
    named<wxTextCtrl>(&page(), "First day")->SetValue("2025-08-04");
    settle();
    press("Ctrl+Enter");
    settle();
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return cohorts().size() == before + 1; })) << utf8(page().complaint());
    settle();
    auto* halves = table("Half days");
    ASSERT_NE(halves, nullptr);
    EXPECT_EQ(halves->textAt(halves->order().front(), 4), "nobody to mark");
    auto* list = table("Cohorts");
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->textAt(list->selected(), 1), "over, nobody in it");
}

TEST_F(PlanningPages, EnterOnSomebodyOfAnotherCohortSaysWhereHeIs) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const auto taken = u8(cohorts().front().name);
    press("N");
    auto* search = named<wxTextCtrl>(&page(), "Name or staff number, then Enter");
    ASSERT_NE(search, nullptr);
    search->SetValue(taken);
    search->SetFocus();
    settle();
    press("Enter");
    EXPECT_TRUE(until([&] { return allText(&page()).Contains(" is in " + taken + " already. To change that"); }));
    EXPECT_TRUE(allText(&page()).Contains("0 chosen"));
}

TEST_F(PlanningPages, DatesThatMakeNoSenseAreToldAtTheirFields) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const auto before = cohorts().size();
    press("N");
    type("Dates");
    auto* start = named<wxTextCtrl>(&page(), "First day");
    auto* review = named<wxTextCtrl>(&page(), "Go-live review");
    ASSERT_NE(review, nullptr);
    start->SetValue("abc");
    settle();
    EXPECT_TRUE(allText(&page()).Contains("once the first day is a date"));
    EXPECT_EQ(table("Half days as they would be laid")->size(), 0U) << "no dates of another day";
    start->SetValue("2025-08-04");
    settle();
    wxString warned = allText(&page());
    warned.Replace("\n", " ");
    EXPECT_TRUE(warned.Contains("The first day, Mon 4 Aug 2025, is past. Half days laid before today: 6.")) << utf8(warned);
    EXPECT_TRUE(warned.Contains("The go-live review, ")) << utf8(warned);
    review->SetValue("2025-08-10");
    settle();
    warned = allText(&page());
    warned.Replace("\n", " ");
    EXPECT_TRUE(warned.Contains("Nobody works on Sun 10 Aug 2025")) << utf8(warned);
    review->SetValue("2025-08-04");
    settle();
    screenshot(&frame(), "cohort-dates");
    press("Ctrl+Enter");
    settle();
    wxString all = allText(&page());
    all.Replace("\n", " ");
    EXPECT_TRUE(all.Contains("The review can't come before")) << utf8(all);
    EXPECT_EQ(cohorts().size(), before);
}

TEST_F(PlanningPages, ALongNameLeavesRoomForWhatCanBeDone) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    app::CohortDraft draft;
    draft.name = "A class whose name was brought in from elsewhere and is longer than any heading could ever hold, "
                 "however wide the window of whoever reads it may happen to be";
    draft.course = cohorts().front().course;
    draft.version = cohorts().front().version;
    draft.start = Date(2026, 8, 3);
    const auto id = app::layCohort(desk(), draft);
    frame().openPage("cohorts", id.text());
    settle();
    screenshot(&frame(), "cohort-long-name");
    for (const char* deed : {"Open the roll", "Move"}) {
        auto* button = named<wxButton>(&page(), deed);
        ASSERT_NE(button, nullptr) << deed;
        EXPECT_LE(button->GetRect().GetRight(), button->GetParent()->GetClientSize().x) << deed;
        EXPECT_GE(button->GetSize().x, button->GetBestSize().x) << deed;
        for (auto* beside : button->GetParent()->GetChildren())
            EXPECT_TRUE(beside == button || !beside->GetRect().Intersects(button->GetRect())) << utf8(beside->GetLabel());
    }
    press("N");
    ASSERT_TRUE(shown("Keep the cohort"));
    type("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    EXPECT_EQ(named<wxTextCtrl>(&page(), "Name")->GetValue().length(), 40U);
}

TEST_F(PlanningPages, AClashNamesBothSessionsAndIsNotKept) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const auto before = cohorts();
    press("N");
    type("Twice");
    auto* start = named<wxTextCtrl>(&page(), "First day");
    start->SetValue(u8(before.front().start.iso()));
    settle();
    auto* clashes = table("Clashes");
    ASSERT_NE(clashes, nullptr);
    ASSERT_GT(clashes->size(), 0U);
    const auto first = clashes->order().front();
    EXPECT_TRUE(clashes->textAt(first, 1).StartsWith("Twice"));
    EXPECT_TRUE(clashes->textAt(first, 2).StartsWith(u8(before.front().name)));
    press("Ctrl+Enter");
    EXPECT_EQ(cohorts().size(), before.size());
    screenshot(&frame(), "cohort-clash");
}

TEST_F(PlanningPages, HowManyAreInACohortIsReadInASmallWindow) {
    openSmall(app::SAMPLE_TRAINER, "cohorts");
    auto* cohorts = table("Cohorts");
    ASSERT_NE(cohorts, nullptr);
    auto* view = cohorts->control();
    const auto* people = view->GetColumn(2);
    const wxFont small = view->GetFont().Smaller();
    int heading = 0;
    view->GetTextExtent(people->GetTitle(), &heading, nullptr, nullptr, nullptr, &small);
    EXPECT_TRUE(until([&] { return people->GetWidth() > heading; })) << people->GetWidth() << " for " << heading;
    EXPECT_TRUE(standsAcross(*cohorts));
    for (const auto& id : cohorts->order())
        EXPECT_LT(view->GetTextExtent(cohorts->textAt(id, 1)).x, view->GetColumn(1)->GetWidth()) << utf8(cohorts->textAt(id, 1));
}

TEST_F(PlanningPages, TabGoesFromWhoIsEnrolledToTheFirstDay) {
    openSampleAs(app::SAMPLE_TRAINER, "cohorts");
    settle();
    press("E");
    settle();
    auto* day = named<wxTextCtrl>(&page(), "First day in the cohort");
    ASSERT_NE(day, nullptr);
    ASSERT_FALSE(day->HasFocus());
    std::string way;
    for (int stops = 0; stops < 6 && !day->HasFocus(); ++stops) { // the list and what belongs to it stand between
        press("Tab");
        auto* at = wxWindow::FindFocus();
        way += (at ? utf8(native::accessibleName(at)) : "?") + ", ";
    }
    EXPECT_TRUE(day->HasFocus()) << way;
}

TEST_F(PlanningPages, TheAccountAddressIsSetByKeysAndTakenBack) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    const auto address = [this] { return app::settingOf(desk(), app::HOME_PAGE); };
    const auto before = address();
    press("A");
    auto* field = named<wxTextCtrl>(&page(), "Address of the accounts");
    ASSERT_NE(field, nullptr);
    EXPECT_TRUE(field->HasFocus());
    field->SetValue("lms.example.org");
    press("Ctrl+Enter");
    EXPECT_EQ(address(), before) << "no address";
    ASSERT_NE(named<wxTextCtrl>(&page(), "Address of the accounts"), nullptr) << "the form stays";
    EXPECT_TRUE(field->HasFocus());
    EXPECT_TRUE(allText(&page()).Contains("An address begins with https://")) << utf8(allText(&page()));
    screenshot(&frame(), "account-address");
    field->SetValue(" https://lms.example.org/users ");
    EXPECT_FALSE(allText(&page()).Contains("An address begins with https://")) << "it is being mended";
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return address() == "https://lms.example.org/users"; })) << utf8(page().complaint());
    settle();
    EXPECT_EQ(named<wxTextCtrl>(&page(), "Address of the accounts"), nullptr) << "the form is left";
    press("Ctrl+Z");
    EXPECT_EQ(address(), before);
}

TEST_F(PlanningPages, OnlyTheManagerIsOfferedTheAccountAddress) {
    openSampleAs(app::SAMPLE_TRAINER, "cohorts");
    EXPECT_EQ(findNamed(&page(), "Account address"), nullptr);
    press("A");
    EXPECT_EQ(named<wxTextCtrl>(&page(), "Address of the accounts"), nullptr);
}

TEST_F(PlanningPages, ATraineeIsTakenOutWithAReason) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    auto* trainees = table("Trainees of the cohort");
    ASSERT_NE(trainees, nullptr);
    trainees->takeFocus();
    const PersonId who(trainees->selected());
    // The dialog runs its own loop: answered from inside it.
    wxTimer answer;
    answer.Bind(wxEVT_TIMER, [](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) {
                named<wxTextCtrl>(dialog, "Reason")->SetValue("moved away");
                dialog->EndModal(wxID_OK);
            }
    });
    answer.Start(50);
    press("T");
    ASSERT_TRUE(until(
        [&] { return store::CohortStore(desk().database).membershipsOf(who).back().departed.has_value(); }));
    EXPECT_EQ(store::CohortStore(desk().database).membershipsOf(who).back().why, "moved away");
}

} // namespace
} // namespace fledgling::ui::test
