#include "ui/Look.h"

#include "ui/Harness.h"
#include "ui/Language.h"
#include "ui/Now.h"
#include "ui/Text.h"

#include <set>
#include <wx/settings.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

using look::State;

constexpr State STATES[] = {State::Met,    State::Due,    State::Missing,
                            State::NotYet, State::Waived, State::Changed};

class Looks : public InWindow {};

TEST(Dotted, SentencesAmongOthersLoseTheirFullStop) {
    EXPECT_EQ(dotted({"Nothing is owed.", "", "2 left"}), u8("Nothing is owed · 2 left"));
    EXPECT_EQ(dotted({u8("不欠课。"), u8("还剩两节。")}), u8("不欠课 · 还剩两节"));
    EXPECT_EQ(dotted({"Alone.", ""}), "Alone.") << "a sentence by itself";
    EXPECT_EQ(dotted({"more...", "here"}), u8("more... · here"));
}

TEST(Followed, AFullWidthStopNeedsNoBlankAfterIt) {
    EXPECT_EQ(followed("Two are owed.", "Read on."), "Two are owed. Read on.");
    EXPECT_EQ(followed(u8("欠两次。"), u8("请重读。")), u8("欠两次。请重读。"));
    EXPECT_EQ(followed(u8("今天，12月1日"), u8("（今天无需再记）")), u8("今天，12月1日（今天无需再记）"));
    EXPECT_EQ(followed("Today 9", u8("（今天无需再记）")), u8("Today 9（今天无需再记）"));
    EXPECT_EQ(followed("Today, Tue 1 Dec", "(nothing due)"), "Today, Tue 1 Dec (nothing due)");
    EXPECT_EQ(followed("", "Alone."), "Alone.");
}

TEST(KeyText, NamesAKeyOneWayEverywhere) {
    EXPECT_EQ(keyText("Alt+Left"), u8("Alt+←"));
    EXPECT_EQ(keyText("Alt+Down"), u8("Alt+↓"));
    EXPECT_EQ(keyText("Escape"), "Esc");
    EXPECT_EQ(keyText("Delete"), "Del");
    EXPECT_EQ(keyText("Space"), "Space");
    for (const char* same : {"F9", "Ctrl+Enter", "Ctrl++", "Ctrl+-", "Page Down", "0-9", "L", ""})
        EXPECT_EQ(keyText(same), same);
}

TEST(NumberText, SetsThousandsOffByACommaAndSaysAMinus) {
    EXPECT_EQ(numberText(999), "999");
    EXPECT_EQ(numberText(2065), "2,065");
    EXPECT_EQ(numberText(-1234567), u8("−1,234,567"));
}

TEST(NearDayText, SaysTodayAndTomorrowInsteadOfTheirDates) {
    speak("en");
    const auto today = clockNow().today();
    EXPECT_EQ(nearDayText(today), "today");
    EXPECT_EQ(nearDayText(today.plusDays(1)), "tomorrow");
    EXPECT_EQ(nearDayText(today.plusDays(2)), dayText(today.plusDays(2)));
    EXPECT_EQ(onDayText(today), "today");
    EXPECT_EQ(onDayText(today.plusDays(2)), "on " + dayText(today.plusDays(2)));
}

TEST_F(Looks, EveryStateReadsOnEveryGround) {
    const wxColour list = wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX);
    for (const auto state : STATES)
        for (const auto& ground :
             {list, look::background(), look::raised(), look::selected(), look::cursor()})
            EXPECT_GE(look::contrast(look::colour(state), ground), 4.5)
                << utf8(look::word(state)) << " on " << utf8(ground.GetAsString());
}

TEST_F(Looks, SecondaryTextReadsToo) {
    EXPECT_GE(look::contrast(look::muted(), look::background()), 4.5);
    EXPECT_GE(look::contrast(look::muted(), look::raised()), 4.5);
    EXPECT_GE(look::contrast(look::muted(), look::selected()), 4.5);
    EXPECT_GE(look::contrast(look::muted(), wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX)), 4.5) << "a table's headings";
}

TEST_F(Looks, FieldsAreOfOneHeightWhateverScriptIsInThem) {
    auto& frame = open();
    for (const char* language : {"en", "zh_CN"}) {
        speak(language);
        int heights[2];
        for (const bool chinese : {false, true}) {
            auto* field = new wxTextCtrl(&frame, wxID_ANY, chinese ? u8("吴敏") : wxString("Wu Min"));
            look::levelField(field);
            EXPECT_EQ(field->GetValue(), chinese ? u8("吴敏") : wxString("Wu Min"));
            heights[chinese] = field->GetMinSize().y;
            EXPECT_GE(heights[chinese], field->GetBestSize().y);
        }
        EXPECT_EQ(heights[0], heights[1]) << language;
    }
    speak("en");
}

TEST_F(Looks, InChineseLettersAndCharactersAreOfOneFont) {
    auto& frame = open();
    speak("zh_CN");
    auto* letters = look::label(&frame, "Ag 9");
    auto* both = look::label(&frame, u8("Ag 9 名"));
    EXPECT_EQ(letters->GetBestSize().y, both->GetBestSize().y);
    speak("en");
}

TEST_F(Looks, AStateIsNeverAColourAlone) {
    std::set<wxString> signs, words;
    for (const auto state : STATES) {
        signs.insert(look::sign(state));
        words.insert(look::word(state));
    }
    EXPECT_EQ(signs.size(), std::size(STATES));
    EXPECT_EQ(words.size(), std::size(STATES));
}

TEST_F(Looks, EachKindOfMessageHasASignAWordAndAColourThatReads) {
    std::set<std::string> signs;
    std::set<wxString> words;
    constexpr look::Notice NOTICES[] = {look::Notice::Advice, look::Notice::Success, look::Notice::Warning, look::Notice::Changed};
    for (const auto notice : NOTICES) {
        EXPECT_TRUE(look::icon(look::iconOf(notice)).IsOk()) << look::iconOf(notice);
        EXPECT_GE(look::contrast(look::colour(notice), look::raised()), 4.5) << look::iconOf(notice);
        signs.insert(look::iconOf(notice));
        words.insert(look::word(notice));
    }
    EXPECT_EQ(signs.size(), std::size(NOTICES));
    EXPECT_EQ(words.size(), std::size(NOTICES));
}

TEST_F(Looks, ContrastIsThatOfWcag) {
    EXPECT_NEAR(look::contrast(*wxBLACK, *wxWHITE), 21.0, 0.01);
    EXPECT_NEAR(look::contrast(wxColour(0x77, 0x77, 0x77), *wxWHITE), 4.48, 0.01);
}

TEST_F(Looks, AnIconTakesTheColourAskedFor) {
    const wxImage drawn =
        look::icon("today", 24, wxColour(255, 0, 0)).GetBitmap(wxSize(24, 24)).ConvertToImage();
    bool red = false;
    for (int y = 0; y < 24; ++y)
        for (int x = 0; x < 24; ++x)
            red |= drawn.GetAlpha(x, y) > 200 && drawn.GetRed(x, y) > 200 && drawn.GetGreen(x, y) < 60;
    EXPECT_TRUE(red);
    EXPECT_FALSE(look::icon("no-such-icon").IsOk());
}

} // namespace
} // namespace fledgling::ui::test
