#include "ui/Harness.h"

#include "app/evidence/EvidenceView.h"
#include "app/problems/WeeklySummary.h"
#include "app/sample/Sample.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/html/htmlcell.h>
#include <wx/html/htmlwin.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class TheEvidencePage : public InWindow {
protected:
    Page* page() { return frame().page(); }
    Table* list() { return tableNamed(page(), "Evidence"); }
    app::EvidenceView view() {
        app::EvidenceView all(frame().session()->desk(), "en");
        all.load();
        return all;
    }
    /// The newest week that has so many problems, on the page of problem summaries.
    Table* weekWith(std::size_t problems) {
        for (int back = 0; back < 3 && tableNamed(page(), "Problems of the week")->size() < problems; ++back)
            press("Alt+Left");
        return tableNamed(page(), "Problems of the week");
    }
};

TEST_F(TheEvidencePage, ATraineeWritesTheSheetThatIsMissing) {
    openSampleAs("01017", "evidence");
    settle();
    const int before = view().missing();
    ASSERT_GT(before, 0);
    ASSERT_NE(list(), nullptr);
    EXPECT_TRUE(list()->textAt(list()->selected(), 2).Contains("not evidenced")) << "opens at what is missing";
    // Found by hand: with nobody chosen the program ended.
    press("Ctrl+Enter");
    EXPECT_TRUE(page()->complaint().Contains("shadowing sheet")) << utf8(page()->complaint());
    EXPECT_TRUE(named<wxChoice>(page(), "Whom did you watch?")->HasFocus()) << "what is said to be missing can be written at once";
    named<wxChoice>(page(), "Whom did you watch?")->SetSelection(2);
    named<wxTextCtrl>(page(), "Which chats?")->SetValue("two of them");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return named<wxTextCtrl>(page(), "What did you learn?")->HasFocus(); }));
    for (const char* field : {"Which chats?", "What did you learn?", "One question you asked, and the answer"}) {
        named<wxTextCtrl>(page(), field)->SetValue("two of them");
    }
    screenshot(&frame(), "evidence.sheet");
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return view().missing() == before - 1; })) << utf8(page()->complaint());
}

TEST_F(TheEvidencePage, AChoiceKeepsTheKeyboardAndIsChosenFromByArrows) {
    openSampleAs("01017", "evidence");
    settle();
    list()->takeFocus();
    const auto line = list()->selected();
    auto* whom = named<wxChoice>(page(), "Whom did you watch?");
    ASSERT_NE(whom, nullptr);
    ASSERT_EQ(whom->GetSelection(), 0);
    // Found by hand: the first key given to it went to the list, and so did every other.
    press("Tab");
    press("Down");
    press("Down");
    EXPECT_EQ(whom->GetSelection(), 2);
    EXPECT_EQ(list()->selected(), line);
}

TEST_F(TheEvidencePage, AnotherLineTakesTheWordAboutTheFormerAway) {
    openSampleAs("01017", "evidence");
    settle();
    press("Ctrl+Enter");
    ASSERT_FALSE(page()->complaint().empty());
    const auto order = list()->order();
    ASSERT_GT(order.size(), 1U);
    list()->select(order.front() == list()->selected() ? order.back() : order.front());
    settle();
    EXPECT_TRUE(page()->complaint().empty()) << utf8(page()->complaint());
}

TEST_F(TheEvidencePage, ASheetThatWasBegunIsNotLostOnTheWay) {
    openSampleAs("01017", "evidence");
    settle();
    const auto sheet = list()->selected();
    EXPECT_EQ(page()->unkept(), "");
    named<wxTextCtrl>(page(), "Which chats?")->SetValue("two of them");
    EXPECT_NE(page()->unkept(), "") << "the window may not close on it";
    const auto order = list()->order();
    ASSERT_GT(order.size(), 1U);
    list()->select(order.front() == sheet ? order.back() : order.front());
    settle();
    EXPECT_NE(page()->unkept(), "");
    list()->select(sheet);
    settle();
    EXPECT_EQ(named<wxTextCtrl>(page(), "Which chats?")->GetValue(), "two of them");
    named<wxTextCtrl>(page(), "Which chats?")->Clear();
    EXPECT_EQ(page()->unkept(), "");
}

TEST_F(TheEvidencePage, EveryStateIsReadIn1280By800) {
    openSampleAs(app::SAMPLE_TRAINER, "evidence");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    EXPECT_TRUE(standsAcross(*list()));
    const auto longest = look::signed_(look::State::Missing, "attended, not evidenced");
    EXPECT_GE(list()->control()->GetColumn(3)->GetWidth(), list()->control()->GetTextExtent(longest).x);
    screenshot(&frame(), "evidence.1280");
}

TEST_F(TheEvidencePage, AMentorConfirmsWithTheSpaceBar) {
    openSampleAs("00013", "evidence");
    settle();
    const int before = view().waiting();
    ASSERT_GT(before, 0);
    list()->takeFocus();
    press("Space");
    EXPECT_TRUE(until([&] { return view().waiting() == before - 1; })) << utf8(page()->complaint());
    screenshot(&frame(), "evidence.confirmed");
}

TEST_F(TheEvidencePage, TomorrowsExerciseSaysFromWhichDayItIsTicked) {
    openSampleAs("01020", "evidence"); // in the second day of the course
    settle();
    const auto all = view();
    const auto early = std::find_if(all.lines().begin(), all.lines().end(), [](const auto& line) {
        return line.early && line.kind == app::EvidenceView::Kind::Exercise;
    });
    ASSERT_NE(early, all.lines().end());
    const auto id = early->id;
    list()->select(id);
    settle();
    list()->takeFocus();
    auto said = allText(page());
    said.Replace("\n", " "); // it wraps where the column ends
    EXPECT_TRUE(said.Contains("This half day is held on")) << utf8(said);
    press("Space");
    EXPECT_TRUE(page()->complaint().Contains("only held on")) << utf8(page()->complaint());
    const auto after = view();
    EXPECT_EQ(after.line(id)->exercise, domain::ExerciseState::Open);
}

TEST_F(TheEvidencePage, TodaysSheetMayBeWrittenAndIsWhatThePageOpensAt) {
    openSampleAs("01020", "evidence");
    settle();
    const auto all = view();
    const auto today = std::find_if(all.lines().begin(), all.lines().end(), [](const auto& line) {
        return line.kind == app::EvidenceView::Kind::Sheet && line.day && !line.early && !line.attended && !line.over;
    });
    if (today == all.lines().end()) GTEST_SKIP() << "no half day of shadowing is today";
    EXPECT_EQ(list()->selected(), today->id);
    EXPECT_TRUE(list()->textAt(today->id, 2).Contains("may be written now")) << utf8(list()->textAt(today->id, 2));
}

TEST_F(TheEvidencePage, AMentorWithNothingToConfirmSeesFirstWhatIsMissing) {
    openSampleAs("00011", "evidence");
    settle();
    if (view().waiting() > 0) GTEST_SKIP() << "what is to be confirmed comes first";
    ASSERT_GT(view().missing(), 0);
    EXPECT_TRUE(list()->textAt(list()->selected(), 3).Contains("not evidenced")) << utf8(list()->textAt(list()->selected(), 3));
}

TEST_F(TheEvidencePage, AFilmIsPlayedAndWhatRanIsCounted) {
    openSampleAs("01015", "evidence");
    settle();
    const auto film = [&] {
        const auto all = view();
        for (const auto& line : all.lines())
            if (line.kind == app::EvidenceView::Kind::Film) return line;
        return app::EvidenceView::Line();
    };
    ASSERT_EQ(film().film.watched.seconds(), 0);
    list()->select(film().id);
    list()->onSelect(film().id);
    auto* play = findNamed(page(), "Play or pause");
    ASSERT_NE(play, nullptr);
    if (!until([&] { return play->IsEnabled() || allText(page()).Contains("another program;"); }) || !play->IsEnabled())
        GTEST_SKIP() << "no library here plays films: " << utf8(allText(page()));
    list()->takeFocus();
    press("Space");
    EXPECT_TRUE(until([&] { return filmSecond(page()) >= 3; })) << utf8(allText(page()));
    press("Space");
    EXPECT_TRUE(until([&] { return film().film.watched.seconds() >= 2; })) << "counted once it pauses";
    EXPECT_FALSE(film().complete);
    screenshot(&frame(), "evidence.film");
}

TEST_F(TheEvidencePage, AFilmToldToPlayWhileItLoadsPlaysOnceItIsReady) {
    openSampleAs("01015", "evidence");
    settle();
    std::string film;
    const auto all = view();
    for (const auto& line : all.lines())
        if (line.kind == app::EvidenceView::Kind::Film) film = line.id;
    list()->takeFocus();
    list()->setCursor(film, 0);
    press("Space");
    auto* play = findNamed(page(), "Play or pause");
    ASSERT_NE(play, nullptr);
    if (!until([&] { return play->IsEnabled() || allText(page()).Contains("another program;"); }) || !play->IsEnabled())
        GTEST_SKIP() << "no library here plays films: " << utf8(allText(page()));
    EXPECT_TRUE(until([&] { return filmSecond(page()) >= 2; })) << utf8(allText(page()));
}

TEST_F(TheEvidencePage, TheStateOfTheWeeksProblemsIsReadInASmallWindow) {
    openSampleAs(app::SAMPLE_MENTOR, "weekly");
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    EXPECT_TRUE(standsAcross(*weekWith(1)));
}

TEST_F(TheEvidencePage, WhoConfirmsReadsWhoseItIsAndTheKeyTheButtonShows) {
    openSampleAs(app::SAMPLE_TRAINER, "evidence");
    settle();
    const auto all = view();
    const auto waiting = std::find_if(all.lines().begin(), all.lines().end(), [](const auto& one) { return one.toConfirm; });
    ASSERT_NE(waiting, all.lines().end());
    list()->select(waiting->id);
    settle();
    const auto shown = [&] {
        wxString text = allText(page());
        text.Replace("\n", " "); // where its lines break
        return text;
    };
    const wxString text = shown();
    EXPECT_TRUE(text.Contains(dotted({u8(waiting->name), u8(waiting->sessionTitle)}))) << utf8(text);
    EXPECT_TRUE(text.Contains("Space confirms it.")) << utf8(text);
    EXPECT_TRUE(text.Contains("Confirm  Space")) << utf8(text);
    const auto sheet = std::find_if(all.lines().begin(), all.lines().end(), [](const auto& one) { return one.sheet.has_value(); });
    ASSERT_NE(sheet, all.lines().end());
    list()->select(sheet->id);
    settle();
    EXPECT_TRUE(shown().Contains(dotted({u8(sheet->name), u8(sheet->sessionTitle)}))) << utf8(shown());
}

TEST_F(TheEvidencePage, InASmallWindowWhatIsChosenStandsBelowTheListOfWhoConfirms) {
    openSampleAs(app::SAMPLE_TRAINER, "evidence");
    frame().SetSize(frame().FromDIP(wxSize(960, 600)));
    settle();
    ASSERT_NE(list(), nullptr);
    auto* rows = list()->control();
    const int room = page()->GetClientSize().x;
    EXPECT_TRUE(until([&] { return rows->GetSize().x > room * 9 / 10; })) << rows->GetSize().x << " of " << room;
    screenshot(&frame(), "evidence.small");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    EXPECT_TRUE(until([&] { return rows->GetSize().x < page()->GetClientSize().x * 3 / 4; })) << rows->GetSize().x;
}

TEST_F(TheEvidencePage, TheChosenProblemIsReadWholeWhereThereIsRoom) {
    openSampleAs(app::SAMPLE_MENTOR, "weekly");
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    auto* problems = weekWith(1);
    auto* whole = named<wxHtmlWindow>(page(), "The chosen problem");
    for (const auto& id : problems->order()) {
        problems->select(id);
        settle();
        EXPECT_TRUE(until([&] { return whole->GetInternalRepresentation()->GetHeight() <= whole->GetClientSize().y; }))
            << whole->GetInternalRepresentation()->GetHeight() << " of " << whole->GetClientSize().y;
    }
}

TEST_F(TheEvidencePage, TheWeeksProblemsBecomeOneAnswer) {
    openSampleAs(app::SAMPLE_MENTOR, "weekly");
    settle();
    auto* problems = weekWith(2);
    ASSERT_GT(problems->size(), 1U);
    const auto before = app::answerBase(frame().session()->desk()).size();
    const auto order = problems->order();
    const auto open = std::find_if(order.rbegin(), order.rend(), [&](const auto& id) { return !problems->textAt(id, 4).Contains("in the base"); });
    ASSERT_NE(open, order.rend());
    problems->select(*open);
    problems->takeFocus();
    EXPECT_NE(findNamed(page(), "The chosen problem"), nullptr) << "where it is read whole";
    EXPECT_NE(findNamed(page(), "Week before"), nullptr) << "for the mouse";
    press("Space");
    EXPECT_FALSE(named<wxTextCtrl>(page(), "The question, as it comes up")->IsEmpty()) << "the problem gives the question";
    press("Tab");
    EXPECT_EQ(wxWindow::FindFocus(), named<wxTextCtrl>(page(), "The question, as it comes up")) << "what was marked is answered next";
    press("Tab");
    EXPECT_EQ(wxWindow::FindFocus(), named<wxTextCtrl>(page(), "The one answer everybody gives"));
    type("Look at the state first.");
    screenshot(&frame(), "weekly");
    EXPECT_NE(page()->unkept(), "") << "the window may not close on it";
    auto* base = tableNamed(page(), "Question-and-answer base");
    ASSERT_GT(base->size(), 0U);
    base->takeFocus();
    press("Enter");
    EXPECT_TRUE(named<wxTextCtrl>(page(), "The one answer everybody gives")->GetValue().Contains("Look at the state first."))
        << "another answer doesn't open over it";
    EXPECT_TRUE(page()->complaint().Contains("Agree on the answer you began")) << utf8(page()->complaint());
    press("Ctrl+Enter");
    EXPECT_TRUE(until([&] { return app::answerBase(frame().session()->desk()).size() == before + 1; })) << utf8(page()->complaint());
    EXPECT_EQ(page()->unkept(), "");
}

} // namespace
} // namespace fledgling::ui::test
