#include "ui/Harness.h"

#include "app/people/People.h"
#include "app/sample/Sample.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"
#include "ui/Page.h"
#include "ui/Text.h"

#include <wx/dialog.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

using namespace domain;

/// The list of people, of somebody whom others depend on.
class WhoLeavesOrIsAway : public InWindow {
protected:
    app::Desk& desk() { return frame().session()->desk(); }
    Page& page() { return *frame().page(); }
};

TEST_F(WhoLeavesOrIsAway, RetiringSaysWhichPairAndCohortEndWithIt) {
    openSampleAs(app::SAMPLE_MANAGER, "people");
    const auto pair = store::MentoringStore(desk().database).currentPairs().front();
    const auto member = store::CohortStore(desk().database).membershipsOf(pair.trainee).back();
    const auto cohort = store::CohortStore(desk().database).cohort(member.cohort)->name;
    frame().openPage("people", pair.trainee.text());
    settle();
    wxString said;
    wxTimer answer;
    answer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) {
                said = allText(dialog);
                said.Replace("\n", ""); // a line may break within a name
                named<wxTextCtrl>(dialog, "Reason")->SetValue("found other work");
                dialog->EndModal(wxID_OK);
            }
    });
    answer.Start(50);
    press("R");
    ASSERT_TRUE(until([&] { return store::MentoringStore(desk().database).pairOf(pair.trainee)->until.has_value(); }))
        << utf8(page().complaint());
    answer.Stop();
    EXPECT_TRUE(said.Contains(u8(app::nameOf(desk(), pair.mentor)))) << utf8(said);
    EXPECT_TRUE(said.Contains(u8(cohort))) << utf8(said);
    EXPECT_TRUE(store::CohortStore(desk().database).membershipsOf(pair.trainee).back().departed.has_value());
    press("Ctrl+Z");
    EXPECT_TRUE(until([&] { return !store::MentoringStore(desk().database).pairOf(pair.trainee)->until; }));
}

TEST_F(WhoLeavesOrIsAway, AMentorWhoLeadsIsNotAskedWhyBeforeTheRefusal) {
    openSampleAs(app::SAMPLE_MANAGER, "people");
    const auto pair = store::MentoringStore(desk().database).currentPairs().front();
    frame().openPage("people", pair.mentor.text());
    settle();
    int dialogs = 0;
    wxTimer answer;
    answer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        for (auto* window : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog && dialog->IsModal()) ++dialogs, dialog->EndModal(wxID_CANCEL);
    });
    answer.Start(50);
    press("R");
    EXPECT_TRUE(until([&] { return !page().complaint().empty(); }));
    answer.Stop();
    EXPECT_EQ(dialogs, 0);
    EXPECT_TRUE(page().complaint().Contains("still leads")) << utf8(page().complaint());
    EXPECT_TRUE(page().complaint().Contains(u8(app::nameOf(desk(), pair.trainee)))) << utf8(page().complaint());
    EXPECT_TRUE(page().complaint().Contains("hand over first")) << utf8(page().complaint());
}

TEST_F(WhoLeavesOrIsAway, ApprovingAMentorsLeaveNamesTheTraineesLedThen) {
    openSampleAs(app::SAMPLE_MANAGER, "people");
    const auto pair = store::MentoringStore(desk().database).currentPairs().front();
    const auto trainee = u8(app::nameOf(desk(), pair.trainee));
    const auto leave = app::askLeave(desk(), pair.mentor, desk().today().plusDays(30), desk().today().plusDays(31), "rest");
    frame().openPage("people", leave.text());
    settle();
    EXPECT_TRUE(allText(&page()).Contains("Leads on those days")) << "before it is decided";
    press("Y");
    ASSERT_TRUE(until([&] { return store::PeopleStore(desk().database).leave(leave)->state == LeaveState::Approved; }));
    EXPECT_TRUE(page().complaint().Contains("stands in")) << utf8(page().complaint());
    EXPECT_TRUE(page().complaint().Contains(trainee)) << utf8(page().complaint());
}

} // namespace
} // namespace fledgling::ui::test
