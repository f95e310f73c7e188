#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/controls/Table.h"

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

} // namespace
} // namespace fledgling::ui::test
