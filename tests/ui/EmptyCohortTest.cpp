#include "ui/PlanningFixture.h"

#include "app/cohorts/CohortsView.h"
#include "app/sample/Sample.h"
#include "store/CohortStore.h"
#include "ui/Text.h"

#include <wx/button.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

/// A cohort whose course days are over and into which nobody was enrolled.
class AnEmptyCohort : public PlanningPages {
protected:
    void SetUp() override {
        PlanningPages::SetUp();
        if (IsSkipped()) return;
        openSampleAs(app::SAMPLE_SUPERVISOR, "today");
        settle();
        app::CohortsView view(desk(), "en");
        view.load();
        auto draft = view.draft();
        draft.name = "Empty";
        draft.start = desk().today().plusDays(-21);
        draft.review.reset();
        draft.trainees.clear();
        draft.choices = {};
        cohort = view.lay(draft);
    }
    wxString said() {
        wxString all = allText(&page());
        all.Replace("\n", " ");
        return all;
    }
    domain::CohortId cohort;
};

TEST_F(AnEmptyCohort, IsWarnedOfWhereSomebodyWouldMissItAll) {
    addTrainee("Wu Min", "09001");
    const wxString line = "In no cohort: 1 (Wu Min)";
    ASSERT_TRUE(until([&] { return named<wxButton>(&page(), line) != nullptr; }));
    click(named<wxButton>(&page(), line));
    ASSERT_TRUE(until([&] { return named<wxTextCtrl>(&page(), "First day in the cohort") != nullptr; })) << "the form is open";
    press("Escape");
    ASSERT_TRUE(until([&] { return named<wxTextCtrl>(&page(), "First day in the cohort") == nullptr; }));
    frame().session()->go("cohorts", cohort.text() + " enrol");
    ASSERT_TRUE(until([&] { return named<wxTextCtrl>(&page(), "First day in the cohort") != nullptr; }));
    EXPECT_TRUE(until([&] { return said().Contains("misses 6 of 6 half days"); })) << utf8(said());
    auto* day = named<wxTextCtrl>(&page(), "First day in the cohort");
    day->SetFocus();
    day->SetValue(u8(desk().today().plusDays(-40).iso()));
    EXPECT_TRUE(until([&] { return !said().Contains("half days here"); })) << utf8(said());
}

TEST_F(AnEmptyCohort, HasNothingToMarkOrCloseOnItsRolls) {
    const auto first = store::CohortStore(desk().database).sessionsOf(cohort).front();
    frame().session()->go("roll", first.id.text());
    settle();
    EXPECT_EQ(page().figureText(), "nobody is on this roll");
    EXPECT_FALSE(named<wxButton>(&page(), "Close session")->IsEnabled());
    EXPECT_FALSE(named<wxButton>(&page(), "All present")->IsEnabled());
    const auto before = store::Book(desk().database).last();
    press("Ctrl+P");
    EXPECT_TRUE(until([&] { return page().statusText().Contains("nothing to mark or close"); })) << utf8(page().statusText());
    press("F9");
    settle();
    EXPECT_EQ(store::Book(desk().database).last(), before);
}

} // namespace
} // namespace fledgling::ui::test
