#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "app/problems/WeeklySummary.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <set>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

using TheWeeklyPage = InWindow;

TEST_F(TheWeeklyPage, ComesToRestAtEveryWidthWhateverIsChosen) {
    openSampleAs(app::SAMPLE_MENTOR, "weekly");
    settle();
    const auto problems = [&] { return tableNamed(frame().page(), "Problems of the week"); };
    for (int week = 0; week < 3 && (!problems() || problems()->size() == 0); ++week)
        press("Alt+Left");
    ASSERT_NE(problems(), nullptr);
    const auto order = problems()->order();
    ASSERT_FALSE(order.empty());
    problems()->select(order.back());
    // A line more or less beside a scroll bar, at some of them.
    for (int width = 960; width < 1280 && !HasFailure(); width += 9) {
        frame().SetSize(frame().FromDIP(wxSize(width, 640)));
        settle();
    }
}

TEST_F(TheWeeklyPage, AProblemThatIsInTheBaseIsMarkedForNoOtherAnswer) {
    openSampleAs(app::SAMPLE_MENTOR, "weekly");
    settle();
    auto& desk = frame().session()->desk();
    app::WeeklyView view(desk);
    view.load();
    for (int week = 0; week < 3 && view.problems().empty(); ++week)
        view.load(view.week().plusDays(-7));
    ASSERT_FALSE(view.problems().empty());
    std::set<domain::ProblemId> open;
    for (const auto& one : view.problems())
        if (one.inAnswer.empty()) open.insert(one.id);
    if (!open.empty()) view.agree("Which one first?", "The oldest.", open);
    const auto id = view.problems().front().id.text();
    frame().openPage("weekly", view.week().iso());
    settle();
    auto* problems = tableNamed(frame().page(), "Problems of the week");
    problems->select(id);
    problems->takeFocus();
    EXPECT_TRUE(problems->textAt(id, 4).Contains("in the base"));
    press("Space");
    EXPECT_TRUE(until([&] { return frame().page()->complaint().Contains("in the base already"); })) << utf8(frame().page()->complaint());
    EXPECT_TRUE(named<wxTextCtrl>(frame().page(), "The question, as it comes up")->IsEmpty());
    EXPECT_EQ(problems->textAt(id, 0), "") << "answered: there is nothing to mark";
}

} // namespace
} // namespace fledgling::ui::test
