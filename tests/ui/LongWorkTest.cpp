#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "ui/Page.h"
#include "ui/frame/Doors.h"
#include "ui/frame/StartPage.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <thread>
#include <wx/event.h>
#include <wx/timer.h>

namespace fledgling::ui::test {
namespace {

class LongWork : public InWindow {};

TEST_F(LongWork, MakesTheSampleInTheWindowAndOpensItAsAsked) {
    auto& frame = open({.sample = true, .who = app::SAMPLE_TRAINER, .page = "roll"});
    ASSERT_TRUE(until([&] { return frame.page() != nullptr; }));
    EXPECT_EQ(frame.pageId(), "roll");
    EXPECT_EQ(frame.session()->role(), domain::Role::Trainer);
    EXPECT_FALSE(frame.busy());
}

TEST_F(LongWork, TheMakingOfTheSampleIsStoppedAndLeavesNothing) {
    auto& frame = this->open();
    bool shown = false;
    wxTimer watch;
    watch.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        auto* stop = findNamed(&frame, "Stop");
        if (!stop) return;
        shown = true;
        watch.Stop();
        EXPECT_TRUE(frame.busy());
        EXPECT_FALSE(findNamed(&frame, "Start an empty department")->IsEnabled());
        wxCommandEvent event(wxEVT_BUTTON, stop->GetId());
        event.SetEventObject(stop);
        stop->ProcessWindowEvent(event);
    });
    watch.Start(20);
    auto* open = findNamed(&frame, "Open the sample department");
    wxCommandEvent pressed(wxEVT_BUTTON, open->GetId());
    pressed.SetEventObject(open);
    open->ProcessWindowEvent(pressed);
    watch.Stop();
    settle();
    if (!shown) GTEST_SKIP() << "the sample was made before a bar was worth showing";
    ASSERT_NE(frame.startPage(), nullptr);
    EXPECT_EQ(frame.startPage()->complaint(), "Stopped; nothing was kept.");
    EXPECT_FALSE(std::filesystem::exists(doors::samplePath()));
    EXPECT_TRUE(findNamed(&frame, "Start an empty department")->IsEnabled());
    EXPECT_FALSE(frame.busy());
}

TEST_F(LongWork, OnlyLongWorkShowsABarAndItGoesWithTheWork) {
    using namespace std::chrono_literals;
    using Clock = std::chrono::steady_clock;
    Page& page = *openSampleAs(app::SAMPLE_MANAGER, "help").page();
    // When the bar was first seen, where it was at all; by the clock, for a busy machine may stand still in between.
    const auto shownAfter = [&](Clock::duration most) {
        std::optional<Clock::duration> shown;
        const auto begin = Clock::now();
        EXPECT_TRUE(page.attemptLong("At work", [&](Progress& progress) {
            while (!shown && Clock::now() - begin < most) {
                progress.at(0, 0);
                if (findNamed(&page, "Stop")) shown = Clock::now() - begin;
                std::this_thread::sleep_for(5ms);
            }
        }));
        return shown;
    };
    const auto early = shownAfter(300ms);
    EXPECT_TRUE(!early || *early >= 500ms) << "work this short flickers";
    EXPECT_TRUE(shownAfter(20s));
    EXPECT_EQ(findNamed(&page, "Stop"), nullptr);
    EXPECT_EQ(page.complaint(), "");
}

} // namespace
} // namespace fledgling::ui::test
