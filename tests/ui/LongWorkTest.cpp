#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "ui/Page.h"
#include "ui/frame/Doors.h"
#include "ui/frame/StartPage.h"

#include <chrono>
#include <filesystem>
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
    using Clock = std::chrono::steady_clock;
    Page& page = *openSampleAs(app::SAMPLE_MANAGER, "help").page();
    const auto shownWithin = [&](int milliseconds) {
        bool shown = false;
        EXPECT_TRUE(page.attemptLong("At work", [&](Progress& progress) {
            for (const auto end = Clock::now() + std::chrono::milliseconds(milliseconds); Clock::now() < end;) {
                progress.at(0, 0);
                shown = shown || findNamed(&page, "Stop") != nullptr;
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        }));
        return shown;
    };
    EXPECT_FALSE(shownWithin(300));
    EXPECT_TRUE(shownWithin(900));
    EXPECT_EQ(findNamed(&page, "Stop"), nullptr);
    EXPECT_EQ(page.complaint(), "");
}

} // namespace
} // namespace fledgling::ui::test
