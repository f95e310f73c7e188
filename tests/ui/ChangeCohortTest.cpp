#include "app/cohorts/Cohorts.h"
#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

using ChangeOfCohort = InWindow;

TEST_F(ChangeOfCohort, ProposesTodayOrTheDayTheOtherOneBegins) {
    openSampleAs(app::SAMPLE_MANAGER, "cohorts");
    settle();
    press("O");
    auto* others = named<wxChoice>(frame().page(), "Cohort");
    auto* first = named<wxTextCtrl>(frame().page(), "First day there");
    ASSERT_TRUE(others && first) << utf8(frame().page()->complaint());
    const auto& desk = frame().session()->desk();
    bool ahead = false;
    for (unsigned i = 0; i < others->GetCount(); ++i) {
        others->SetSelection(static_cast<int>(i));
        wxCommandEvent chosen(wxEVT_CHOICE, others->GetId());
        others->ProcessWindowEvent(chosen);
        const auto name = utf8(others->GetString(i));
        const auto cohorts = app::cohortsOf(frame().session()->desk());
        const auto at = std::find_if(cohorts.begin(), cohorts.end(), [&](const auto& one) { return name.starts_with(one.name); });
        ASSERT_NE(at, cohorts.end()) << name;
        EXPECT_EQ(utf8(first->GetValue()), std::max(at->start, desk.today()).iso()) << name;
        ahead = ahead || at->start > desk.today();
    }
    EXPECT_TRUE(ahead) << "the sample has a cohort that has not begun";
}

} // namespace
} // namespace fledgling::ui::test
