#include "ui/tour/TourPage.h"

#include "app/sample/Sample.h"
#include "support/Here.h"
#include "ui/Harness.h"
#include "ui/frame/Palette.h"

#include <filesystem>
#include <wx/button.h>
#include <wx/menu.h>

namespace fledgling::ui::test {
namespace {

namespace fs = std::filesystem;

class TheTour : public InWindow {
protected:
    [[nodiscard]] wxString shown() { return allText(frame().page()); }
    /// True once it runs, false where no library here plays films.
    bool runs() {
        auto* play = named<wxButton>(frame().page(), "Play or pause");
        return until([&] { return filmSecond(frame().page()) >= 2 || shown().Contains("in another program."); }) && play && play->IsEnabled();
    }
};

TEST_F(TheTour, HasAFilmForEachLanguageAndEachIsSmall) {
    constexpr std::uintmax_t MOST = 5'000'000, LEAST = 200'000;
    for (const char* language : {"en", "zh_CN"}) {
        const auto file = fledgling::test::source() / "assets/films" / ("tour." + std::string(language) + ".webm");
        ASSERT_TRUE(fs::exists(file)) << file;
        EXPECT_LT(fs::file_size(file), MOST) << file;
        EXPECT_GT(fs::file_size(file), LEAST) << file;
    }
}

TEST_F(TheTour, IsFoundByCtrlKAndBeginsByItself) {
    openSampleAs(app::SAMPLE_TRAINER, "help");
    EXPECT_TRUE(fs::exists(TourPage::film("en"))) << "it stands beside the icons";
    press("Ctrl+K");
    type("a tour");
    press("Enter");
    ASSERT_TRUE(until([&] { return frame().pageId() == "tour"; }));
    if (!runs()) GTEST_SKIP() << "no library here plays films: " << utf8(shown());
    EXPECT_TRUE(shown().Contains("Pause  Space"));
    screenshot(&frame(), "tour");
    press("Space");
    EXPECT_TRUE(until([&] { return shown().Contains("Play  Space"); })) << "paused";
}

TEST_F(TheTour, StandsInTheHelpMenuInBothLanguages) {
    openSampleAs(app::SAMPLE_TRAINEE, "help");
    for (const std::string language : {"en", "zh_CN"}) {
        frame().setLanguage(language);
        frame().openPage("help");
        settle();
        auto* bar = frame().GetMenuBar();
        auto* menu = bar->GetMenu(bar->GetMenuCount() - 1);
        const int film = menu->FindItem(_("&Film: a tour of the program"));
        ASSERT_NE(film, wxNOT_FOUND) << language;
        wxCommandEvent chosen(wxEVT_MENU, film);
        chosen.SetEventObject(menu);
        menu->ProcessEvent(chosen);
        ASSERT_TRUE(until([&] { return frame().pageId() == "tour"; })) << language;
        settle();
        EXPECT_EQ(frame().page()->title(), _("A tour of the program"));
    }
    frame().setLanguage("en");
}

} // namespace
} // namespace fledgling::ui::test
