#include "ui/Harness.h"

#include "app/sample/Sample.h"
#include "ui/Native.h"
#include "ui/Page.h"
#include "ui/Pages.h"
#include "ui/Text.h"

#include <libintl.h>
#include <set>
#include <wx/image.h>

/// The window in the other language.
namespace fledgling::ui::test {
namespace {

using TheFrame = InWindow;

TEST_F(TheFrame, SpeaksTheOtherLanguageWithoutARestart) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER, "help");
    ASSERT_NE(frame.page(), nullptr);
    EXPECT_EQ(frame.page()->title(), "Keys and about");
    frame.setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame.page()->title(), u8("快捷键与关于"));
    EXPECT_EQ(frame.pageId(), "help") << "the same page, in the other language";
    screenshot(&frame, "help.zh_CN");
    frame.setLanguage("en");
    settle();
    EXPECT_EQ(frame.page()->title(), "Keys and about");
}

TEST_F(TheFrame, SpeaksItsLanguageInTheToolkitsOwnDialogs) {
    auto& frame = openSampleAs(app::SAMPLE_TRAINER, "help");
    // As a file dialog looks for the words of its button.
    const auto cancel = [] { return wxString::FromUTF8(::dgettext("gtk30", "Stock label\004_Cancel")); };
    for (int again = 0; again < 2; ++again) {
        frame.setLanguage("zh_CN");
        settle();
        EXPECT_TRUE(cancel().Contains(u8("取消"))) << utf8(cancel());
        frame.setLanguage("en");
        settle();
        EXPECT_TRUE(cancel().EndsWith("_Cancel")) << utf8(cancel());
    }
}

TEST_F(TheFrame, AnotherLanguageLeavesEveryPageWhereItStood) {
    openSampleAs(app::SAMPLE_MENTOR);
    for (const auto* entry : railOf(domain::Role::Mentor)) {
        frame().openPage(entry->id);
        settle();
        press("Down");
        press("Down");
        const auto stood = frame().page()->whereabouts();
        for (const char* language : {"zh_CN", "en"}) {
            frame().setLanguage(language);
            settle();
            EXPECT_EQ(frame().pageId(), entry->id);
            EXPECT_EQ(frame().page()->whereabouts(), stood) << entry->id << " in " << language;
        }
    }
}

/// How many different colours stand in the lower half of what a window shows: a page that was never painted
/// has one.
std::size_t coloursBelow(wxWindow& window) {
    const wxImage seen = native::portrait(&window);
    std::set<unsigned> colours;
    for (int y = seen.GetHeight() / 4; y < seen.GetHeight() * 3 / 4; ++y)
        for (int x = seen.GetWidth() / 4; x < seen.GetWidth(); x += 2)
            colours.insert(static_cast<unsigned>((seen.GetRed(x, y) << 16) | (seen.GetGreen(x, y) << 8) |
                                                 seen.GetBlue(x, y)));
    return colours.size();
}

TEST_F(TheFrame, PaintsTheHomePageAnewInTheOtherLanguage) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "today");
    ASSERT_TRUE(until([&] { return coloursBelow(frame) > 8; }));
    frame.setLanguage("zh_CN");
    EXPECT_TRUE(until([&] { return coloursBelow(frame) > 8; }));
    settle();
    EXPECT_GT(coloursBelow(frame), 8u) << "and it stays painted after the news came in";
    screenshot(&frame, "today.zh_CN");
}

TEST_F(TheFrame, IconsKeepTheirGapInTheOtherLanguage) {
    auto& frame = openSampleAs(app::SAMPLE_MANAGER, "help");
    const auto width = [&] {
        settle();
        auto* who = findNamed(&frame, u8(frame.session()->actor().card.name + " · manager"));
        return who ? who->GetBestSize().x : 0;
    };
    const int before = width();
    ASSERT_GT(before, 0);
    frame.setLanguage("zh_CN");
    settle();
    frame.setLanguage("en");
    EXPECT_EQ(width(), before);
}

} // namespace
} // namespace fledgling::ui::test
