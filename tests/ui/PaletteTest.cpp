#include "ui/frame/Palette.h"

#include "app/sample/Sample.h"
#include "ui/Harness.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/frame/PageDeeds.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>

namespace fledgling::ui::test {
namespace {

class ThePalette : public InWindow {
protected:
    /// Takes the first of what is found for the text.
    void take(const std::string& text) {
        press("Ctrl+K");
        ASSERT_NE(frame().palette(), nullptr);
        type(text);
        press("Enter");
        settle();
    }
};

TEST_F(ThePalette, StandsInTheMiddleOfTheFrameNearItsTop) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    frame.Move(200, 150);
    settle();
    press("Ctrl+K");
    ASSERT_NE(frame.palette(), nullptr);
    const int tolerance = frame.FromDIP(24); // borders, as the window manager draws them
    const auto middle = [](const wxRect& one) { return one.x + one.width / 2; };
    EXPECT_TRUE(until([&] {
        return std::abs(middle(frame.palette()->GetScreenRect()) - middle(frame.GetScreenRect())) <= tolerance;
    })) << middle(frame.palette()->GetScreenRect()) << " in " << middle(frame.GetScreenRect());
    const int below = frame.palette()->GetScreenPosition().y - frame.GetScreenPosition().y;
    EXPECT_GT(below, 0);
    EXPECT_LT(below, frame.GetSize().y / 3);
}

TEST_F(ThePalette, OpensTheReportNamed) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    take("load");
    ASSERT_EQ(frame.pageId(), "reports");
    EXPECT_EQ(tableNamed(frame.page(), "Reports")->selected(), "mentors");
}

TEST_F(ThePalette, NamesReportsInTheLanguageInUse) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    press("Ctrl+K");
    press("Escape");
    frame.setLanguage("zh_CN");
    settle();
    bool found = false;
    for (const auto& provider : frame.session()->providers())
        for (const auto& entry : provider(u8("签到表")))
            found |= entry.title == u8("签到表");
    EXPECT_TRUE(found);
}

TEST_F(ThePalette, LeadsToTheReadersOfChats) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    take("readers");
    ASSERT_EQ(frame.pageId(), "points");
    EXPECT_NE(tableNamed(frame.page(), "Readers"), nullptr);
}

TEST_F(ThePalette, LandsWhereTheKeyOfADeedIsReady) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "help");
    take("retire a person");
    ASSERT_EQ(frame.pageId(), "people");
    EXPECT_TRUE(frame.page()->statusText().Contains("R")) << utf8(frame.page()->statusText());
    EXPECT_TRUE(frame.page()->statusText().Contains("Retire a person"));
}

TEST_F(ThePalette, BeginsWhatNeedsNobodyChosen) {
    auto& frame = openSampleAs(app::SAMPLE_SUPERVISOR, "help");
    take("add a person");
    ASSERT_EQ(frame.pageId(), "people");
    EXPECT_NE(findNamed(frame.page(), "Full name"), nullptr) << "the form for somebody new";
}

TEST_F(ThePalette, LeadsATrainerToTheViewsOfPointsThoughNoRailDoes) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER, "help");
    take("readers");
    ASSERT_EQ(frame.pageId(), "points");
    EXPECT_NE(tableNamed(frame.page(), "Readers"), nullptr);
    take("second readings");
    EXPECT_EQ(frame.pageId(), "points");
    const auto where = frame.page()->whereabouts();
    ASSERT_TRUE(where);
    EXPECT_TRUE(where->ends_with(" differ")) << *where;
}

TEST_F(ThePalette, SaysThatNothingIsFound) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    press("Ctrl+K");
    ASSERT_NE(frame.palette(), nullptr);
    type("qqqqqq");
    settle();
    const auto says = [&](const wxString& words) {
        for (const auto* child : frame.palette()->GetChildren())
            if (child->IsShown() && child->GetLabel().Contains(words)) return true;
        return false;
    };
    EXPECT_TRUE(says("qqqqqq"));
    EXPECT_TRUE(says("Nothing found"));
}

TEST_F(ThePalette, OffersOnlyWhatTheReaderMayDo) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINEE, "help");
    for (const auto& deed : pageDeedsFor(*frame.session()))
        EXPECT_NE(deed.page, "people") << deed.words;
    EXPECT_FALSE(pageDeedsFor(*frame.session()).empty());
}

TEST_F(ThePalette, EveryDeedOfItHasItsKeyOnItsPage) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    auto& department = frame.session()->department();
    std::set<std::string> seen;
    for (const char* who : {app::SAMPLE_MANAGER, app::SAMPLE_SUPERVISOR, app::SAMPLE_TRAINER, app::SAMPLE_MENTOR, app::SAMPLE_TRAINEE}) {
        frame.signIn(department.find(who).front().id);
        for (const auto& deed : pageDeedsFor(*frame.session())) {
            seen.insert(deed.words);
            if (deed.key.empty()) continue;
            frame.openPage(deed.page);
            const auto keys = frame.page()->keys();
            EXPECT_TRUE(std::any_of(keys.begin(), keys.end(), [&](const KeyHint& hint) { return hint.keys == u8(deed.key); }))
                << deed.words << " by " << deed.key << " for " << who;
        }
    }
    for (const auto& deed : pageDeeds())
        EXPECT_TRUE(seen.contains(deed.words)) << deed.words << " is offered to nobody";
}

} // namespace
} // namespace fledgling::ui::test
