#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "support/SilentServer.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/frame/Doors.h"
#include "ui/frame/StartPage.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <thread>
#include <wx/event.h>
#include <wx/stattext.h>
#include <wx/timer.h>

namespace fledgling::ui::test {
namespace {

using Clock = std::chrono::steady_clock;
using fledgling::test::SilentServer;

class LongWork : public InWindow {};

void pressAsAClick(wxWindow* button) {
    wxCommandEvent event(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
}

TEST_F(LongWork, MakesTheSampleInTheWindowAndOpensItAsAsked) {
    auto& frame = open({.sample = true, .who = app::SAMPLE_TRAINER, .page = "roll"});
    ASSERT_TRUE(until([&] { return frame.page() != nullptr; }));
    EXPECT_EQ(frame.pageId(), "roll");
    EXPECT_EQ(frame.session()->role(), domain::Role::Trainer);
    EXPECT_FALSE(frame.busy());
}

TEST_F(LongWork, GivesThePageTheKeyboardThatADialogTookAlong) {
    openSampleAs(app::SAMPLE_TRAINER, "reports");
    auto& page = *frame().page();
    page.Disable(); // as the dialog that asks for a file does
    settle();
    page.Enable();
    ASSERT_FALSE(page.IsDescendant(wxWindow::FindFocus()));
    EXPECT_TRUE(page.attemptLong("At work", [](Progress&) {}));
    EXPECT_TRUE(until([&] { return page.IsDescendant(wxWindow::FindFocus()); })) << "its keys are heard again";
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
        pressAsAClick(stop);
    });
    watch.Start(20);
    pressAsAClick(findNamed(&frame, "Open the sample department"));
    watch.Stop();
    settle();
    if (!shown) GTEST_SKIP() << "the sample was made before a bar was worth showing";
    ASSERT_NE(frame.startPage(), nullptr);
    EXPECT_EQ(frame.startPage()->complaint(), "Stopped; nothing was kept.");
    EXPECT_FALSE(std::filesystem::exists(doors::samplePath()));
    EXPECT_TRUE(findNamed(&frame, "Start an empty department")->IsEnabled());
    EXPECT_FALSE(frame.busy());
}

TEST_F(LongWork, TheTimeLeftStandsBesideTheBarAndNotUnderIt) {
    auto& frame = this->open();
    bool said = false;
    wxTimer watch;
    watch.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        auto* stop = findNamed(&frame, "Stop");
        auto* bar = findNamed(&frame, "Progress");
        if (!stop || !bar) return;
        for (auto* one : stop->GetParent()->GetChildren())
            if (auto* text = dynamic_cast<wxStaticText*>(one); text && text->GetLabel().Contains(" s left")) {
                said = true;
                EXPECT_LE(text->GetPosition().x + text->GetTextExtent(text->GetLabel()).x, bar->GetPosition().x) << utf8(text->GetLabel());
            }
        EXPECT_LE(stop->GetRect().GetRight(), stop->GetParent()->GetClientSize().x);
    });
    watch.Start(20);
    pressAsAClick(findNamed(&frame, "Open the sample department"));
    watch.Stop();
    settle();
    if (!said) GTEST_SKIP() << "the sample was made before a bar was worth showing";
}

TEST_F(LongWork, AServerThatDoesNotAnswerIsWaitedForInTheWindowAndStopped) {
    const SilentServer server;
    ASSERT_TRUE(server.listens());
    wxString shown, title;
    wxTimer watch;
    watch.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        auto* stop = findNamed(&frame(), "Stop");
        if (!stop) return;
        watch.Stop();
        EXPECT_TRUE(frame().busy());
        EXPECT_TRUE(stop->HasFocus()) << "the keyboard can stop it, too";
        shown = frame().startPage()->complaint();
        title = allText(&frame()) + frame().GetTitle();
        pressAsAClick(stop);
    });
    open();
    watch.Start(20);
    EXPECT_EQ(frame().startPage()->connected(server.where()), nullptr);
    ASSERT_FALSE(shown.empty());
    EXPECT_FALSE(frame().busy());
    EXPECT_EQ(shown, "Connecting to 127.0.0.1");
    EXPECT_FALSE(title.Contains("geheim")) << utf8(title);
    EXPECT_EQ(frame().startPage()->complaint(), "Stopped; nothing was kept.");
    EXPECT_TRUE(findNamed(&frame(), "Start an empty department")->IsEnabled());
}

TEST_F(LongWork, ClosingTheWindowStopsTheWaitingForAServerAndThenCloses) {
    const SilentServer server;
    ASSERT_TRUE(server.listens());
    open();
    int asked = 0;
    bool busy = false;
    frame().Bind(wxEVT_CLOSE_WINDOW, [&](wxCloseEvent& event) {
        ++asked;
        busy = frame().busy();
        // The first is the person's, to which the frame answers; the other its own: the harness destroys it.
        asked == 1 ? event.Skip() : event.Veto();
    });
    wxTimer watch;
    watch.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        if (!findNamed(&frame(), "Stop")) return;
        watch.Stop();
        frame().Close();
    });
    watch.Start(20);
    EXPECT_EQ(frame().startPage()->connected(server.where()), nullptr);
    EXPECT_TRUE(until([&] { return asked == 2; })) << asked;
    EXPECT_FALSE(busy) << "nothing is under way that could hold it";
    EXPECT_TRUE(server.isLeft()) << "the attempt is not left to its timeout";
}

TEST_F(LongWork, AServerThatIsNotThereIsSaidOnTheStartPageWithoutThePassword) {
    open({.where = "postgresql:host=/no/such/folder dbname=d password=geheim"});
    ASSERT_NE(frame().startPage(), nullptr);
    ASSERT_TRUE(until([&] { return frame().startPage()->complaint().StartsWith("No shared database answers"); }))
        << utf8(frame().startPage()->complaint());
    EXPECT_TRUE(frame().startPage()->complaint().Contains("dbname=d host=/no/such/folder"));
    click(findNamed(&frame(), "Details"));
    screenshot(&frame(), "no-server");
    const wxString said = allText(&frame()) + frame().GetTitle();
    EXPECT_FALSE(said.Contains("geheim")) << utf8(said);
    EXPECT_TRUE(doors::recent().empty()) << "what didn't open, and what holds a password, is not offered again";
}

TEST_F(LongWork, WhatIsNoAddressIsSaidSo) {
    open({.where = "postgresql:password=geheim nonsense"});
    ASSERT_TRUE(until([&] { return frame().startPage()->complaint().StartsWith("That is no address"); }))
        << utf8(frame().startPage()->complaint());
    EXPECT_FALSE(allText(&frame()).Contains("geheim"));
}

TEST_F(LongWork, AnAddressWithAPasswordIsNeverKept) {
    doors::remember("postgresql://u:geheim@db.example.org/d");
    EXPECT_TRUE(doors::recent().empty());
    doors::remember("postgresql:host=db.example.org dbname=d");
    EXPECT_EQ(doors::recent(), std::vector<std::string>{"postgresql:host=db.example.org dbname=d"});
    EXPECT_EQ(doors::nameOf("postgresql://u:geheim@db.example.org/d").find("geheim"), std::string::npos);
}

TEST_F(LongWork, OnlyLongWorkShowsABarAndItGoesWithTheWork) {
    using namespace std::chrono_literals;
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
