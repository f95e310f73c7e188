#include "ui/Harness.h"

#include "app/readiness/Readiness.h"
#include "app/sample/Sample.h"
#include "ui/Look.h"
#include "ui/Page.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"

#include <algorithm>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/radiobut.h>
#include <wx/textctrl.h>

namespace fledgling::ui::test {
namespace {

class TheReadinessPage : public InWindow {
protected:
    Table* openAs(const std::string& who) {
        openSampleAs(who, "readiness");
        return board();
    }
    Table* tableNamed(const wxString& name) {
        return test::tableNamed(&frame(), name);
    }
    Table* board() { return tableNamed("Readiness board"); }
    /// The column with that head, whatever line break it has.
    int columnOf(const wxString& head) {
        auto* control = board()->control();
        for (unsigned i = 0; i < control->GetColumnCount(); ++i) {
            wxString title = control->GetColumn(i)->GetTitle();
            title.Replace("\n", " ");
            if (title == head) return static_cast<int>(i);
        }
        return -1;
    }
    /// Of those the board shows.
    std::size_t readyOnes() {
        const auto order = board()->order();
        return static_cast<std::size_t>(std::count_if(order.begin(), order.end(), [&](const auto& id) {
            return board()->textAt(id, columnOf("verdict")).Contains("ready");
        }));
    }
    /// The nearest one who isn't ready and lacks at least two criteria, with how many.
    std::pair<std::string, std::size_t> nearestUnready() {
        const auto rows = app::boardOfAll(frame().session()->desk());
        for (const auto& id : board()->order())
            for (const auto& row : rows) {
                const auto& cells = row.readiness.cells;
                const auto lacking = std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.fulfilled(); });
                if (row.record.person.id.text() == id && lacking > 1) return {id, static_cast<std::size_t>(lacking)};
            }
        return {};
    }
    void chooseCohort(unsigned at) {
        auto* cohorts = named<wxChoice>(&frame(), "Cohort");
        cohorts->SetSelection(static_cast<int>(at));
        wxCommandEvent chosen(wxEVT_CHOICE, cohorts->GetId());
        chosen.SetEventObject(cohorts);
        cohorts->ProcessWindowEvent(chosen);
        settle();
    }
    std::string firstWith(const wxString& head, const wxString& text) {
        for (const auto& id : board()->order())
            if (board()->textAt(id, columnOf(head)).Contains(text)) return id;
        return {};
    }
};

TEST_F(TheReadinessPage, SaysAtAGlanceWhoIsReadyAndPutsTheNearestFirst) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    ASSERT_NE(table, nullptr);
    EXPECT_GT(readyOnes(), 0u);
    EXPECT_TRUE(frame().page()->figureText().Contains(wxString::Format("%zu ready", readyOnes())));
    EXPECT_GT(table->size(), 20u);
    EXPECT_TRUE(table->textAt(table->order().front(), columnOf("verdict")).Contains("ready"));
    screenshot(&frame(), "readiness");
}

TEST_F(TheReadinessPage, TheDecisionIsReadIn1280By800AndTheWayStandsBelow) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    const int decision = columnOf("decision");
    ASSERT_GE(decision, 0);
    int across = 0;
    for (int i = 0; i <= decision; ++i)
        across += table->control()->GetColumn(static_cast<unsigned>(i))->GetWidth();
    EXPECT_LE(across, table->control()->GetSize().x);
    const auto waiting = firstWith("verdict", "steps");
    ASSERT_NE(waiting, "");
    const auto rows = app::boardOfAll(frame().session()->desk());
    table->setCursor(waiting, 0);
    EXPECT_TRUE(until([&] {
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
            return row.record.person.id.text() == waiting && allText(frame().page()).Contains(u8(row.record.person.card.name) + " ");
        });
    })) << "whose way it is";
    screenshot(&frame(), "readiness.1280");
}

TEST_F(TheReadinessPage, TheVerdictIsReadInASmallWindow) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    const auto across = [&] { return widthOfColumns(*table, columnOf("verdict") + 1); };
    EXPECT_TRUE(until([&] { return across() <= table->control()->GetSize().x; })) << across() << " of " << table->control()->GetSize().x;
    screenshot(&frame(), "readiness.960");
}

TEST_F(TheReadinessPage, NoStripWithoutAHeadingStandsBesideTheDecision) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    for (const auto& size : {wxSize(1280, 800), wxSize(1920, 1080)}) {
        frame().SetSize(frame().FromDIP(size));
        settle();
        auto* control = table->control();
        EXPECT_NE(control->GetColumn(control->GetColumnCount() - 1)->GetTitle(), "") << size.x;
    }
}

TEST_F(TheReadinessPage, WhatOneColumnIsCalledDoesNotHangOnTheWidth) {
    openAs(app::SAMPLE_MANAGER);
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    EXPECT_EQ(columnOf("not yet assessed"), -1) << "only the practicals of posts are open in everybody";
    EXPECT_GE(columnOf("post's practical"), 0);
}

TEST_F(TheReadinessPage, BesideTheOpenSideEveryColumnIsInSightIn1280By800) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    table->setCursor(table->order().front(), columnOf("skills"));
    table->takeFocus();
    press("Enter");
    ASSERT_TRUE(allText(&frame()).Contains("Skills signed off"));
    const auto across = [&] { return widthOfColumns(*table, columnOf("verdict") + 1); };
    EXPECT_TRUE(until([&] { return across() <= table->control()->GetSize().x; })) << across() << " of " << table->control()->GetSize().x;
    for (const auto& id : table->order())
        EXPECT_FALSE(table->textAt(id, columnOf("skills")).Contains("/")) << "what it is out of stands on the side";
    screenshot(&frame(), "readiness.beside");
}

TEST_F(TheReadinessPage, EveryCellHasASignBesideItsColour) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    const wxString signs = look::sign(look::State::Met) + look::sign(look::State::Due) +
                           look::sign(look::State::Missing) + look::sign(look::State::NotYet) +
                           look::sign(look::State::Waived);
    for (const auto& id : table->order())
        for (const char* head : {"sessions", "skills", "days", "rules", "verdict"})
            EXPECT_TRUE(signs.Contains(table->textAt(id, columnOf(head)).Left(1)))
                << head << ": " << utf8(table->textAt(id, columnOf(head)));
}

TEST_F(TheReadinessPage, EnterOpensTheRowsBehindACellBesideTheBoard) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    const auto owing = firstWith("sessions", look::sign(look::State::Missing));
    ASSERT_FALSE(owing.empty());
    table->setCursor(owing, columnOf("sessions"));
    table->takeFocus();
    press("Enter");
    auto* behind = tableNamed("Rows behind the cell");
    ASSERT_NE(behind, nullptr);
    EXPECT_EQ(behind->size(), 6u);
    EXPECT_TRUE(until([&] { return widthOfColumns(*behind, 3) <= behind->GetSize().x; })) << "the day is in sight";
    EXPECT_TRUE(allText(&frame()).Contains("Sessions done"));
    EXPECT_TRUE(board()->control()->IsShownOnScreen()) << "beside, never over";
    EXPECT_EQ(board()->selected(), owing);
    screenshot(&frame(), "readiness.behind");
    press("Escape");
    EXPECT_EQ(tableNamed("Rows behind the cell"), nullptr);
}

TEST_F(TheReadinessPage, TheSideFollowsTheCursor) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    table->setCursor(table->order().at(1), columnOf("skills"));
    table->takeFocus();
    press("Enter");
    press("Right");
    EXPECT_TRUE(allText(&frame()).Contains("Days mentored"));
}

TEST_F(TheReadinessPage, DecidesByKeyboardAloneAndAsksForTheReason) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    const auto [trainee, unmet] = nearestUnready();
    const auto before = readyOnes();
    ASSERT_NE(trainee, "");
    table->setCursor(trainee, 0);
    table->takeFocus();
    press("D");
    ASSERT_NE(findNamed(&frame(), "What the decision rests on"), nullptr);
    type("Because");
    ASSERT_NE(named<wxTextCtrl>(&frame(), "Reason"), nullptr);
    EXPECT_EQ(named<wxTextCtrl>(&frame(), "Reason")->GetValue(), "Because") << "no letter is lost";
    named<wxTextCtrl>(&frame(), "Reason")->Clear();
    named<wxRadioButton>(&frame(), "Approve")->SetFocus();
    press("Space");
    EXPECT_TRUE(allText(&frame()).Contains(wxString::Format("Against %zu unmet criteria, listed for ever: ", unmet)));
    press("Ctrl+Enter");
    EXPECT_TRUE(allText(&frame()).Contains("Say why"));
    type("Needed on the floor");
    screenshot(&frame(), "readiness.decide");
    press("Ctrl+Enter");
    EXPECT_EQ(utf8(frame().page()->complaint()), "");
    EXPECT_TRUE(frame().page()->statusText().Contains("Kept"));
    EXPECT_TRUE(frame().page()->figureText().Contains(wxString::Format("%zu ready", before + 1)));
    EXPECT_EQ(board()->selected(), trainee) << "the cursor stays on whom it was about";
    auto* decisions = named<wxTextCtrl>(&frame(), "Decisions");
    ASSERT_NE(decisions, nullptr);
    EXPECT_TRUE(decisions->GetValue().Contains("Needed on the floor"));
    EXPECT_TRUE(decisions->GetValue().Contains("Against: "));
}

TEST_F(TheReadinessPage, ADecisionIsTakenInASmallWindow) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    table->setCursor(nearestUnready().first, 0);
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    for (const char* language : {"en", "zh_CN"}) {
        frame().setLanguage(language);
        settle();
        auto* shown = test::tableNamed(&frame(), _("Readiness board"));
        shown->setCursor(shown->order().at(10), 0);
        shown->takeFocus();
        press("D");
        settle();
        for (const auto& name : {_("Cancel"), _("Keep")}) {
            auto* button = findNamed(&frame(), name);
            ASSERT_NE(button, nullptr) << utf8(name);
            EXPECT_TRUE(frame().page()->GetScreenRect().Contains(button->GetScreenRect())) << language << " " << utf8(name);
            EXPECT_GE(button->GetSize().y, button->GetBestSize().y) << language << " " << utf8(name);
        }
        auto* basis = test::tableNamed(&frame(), _("What the decision rests on"));
        ASSERT_NE(basis, nullptr);
        EXPECT_GE(basis->GetSize().y, basis->FromDIP(128)) << language;
        auto* why = named<wxTextCtrl>(&frame(), _("Reason"));
        EXPECT_TRUE(why->GetParent()->GetParent()->GetScreenRect().Contains(why->GetScreenRect())) << "what is typed is seen";
        screenshot(&frame(), std::string("readiness.decide.960.") + language);
        press("Escape");
    }
    frame().setLanguage("en");
}

TEST_F(TheReadinessPage, WhatACountOfUnassessedStandsForIsSaidBelow) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    frame().SetSize(frame().FromDIP(wxSize(1280, 800)));
    settle();
    chooseCohort(1); // the newest, of which nobody was assessed in much
    table = board();
    const int column = columnOf("not yet assessed");
    ASSERT_GE(column, 0);
    const auto open = firstWith("not yet assessed", look::sign(look::State::NotYet));
    ASSERT_FALSE(open.empty());
    table->setCursor(open, column);
    EXPECT_TRUE(until([&] { return allText(frame().page()).Contains(": not yet assessed"); }));
}

TEST_F(TheReadinessPage, TheFormStaysWithItsTraineeWhereverTheCursorGoes) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    const auto first = table->order().at(1), second = table->order().at(2);
    table->setCursor(first, 0);
    table->takeFocus();
    press("D");
    named<wxTextCtrl>(&frame(), "Reason")->SetValue("for the first");
    table->setCursor(second, 0);
    press("Ctrl+Enter");
    EXPECT_EQ(board()->selected(), first);
    EXPECT_TRUE(named<wxTextCtrl>(&frame(), "Decisions")->GetValue().Contains("for the first"));
}

TEST_F(TheReadinessPage, FiltersByCohortAndVerdict) {
    auto* table = openAs(app::SAMPLE_MANAGER);
    const auto all = table->size();
    chooseCohort(named<wxChoice>(&frame(), "Cohort")->GetCount() - 1); // the oldest
    EXPECT_LT(board()->size(), all);
    click(findNamed(&frame(), "Verdict: ready"));
    EXPECT_GT(board()->size(), 0u);
    EXPECT_EQ(board()->size(), readyOnes());
    chooseCohort(1); // the newest
    EXPECT_TRUE(allText(&frame()).Contains("Nobody in training passes these filters"));
    screenshot(&frame(), "readiness.none");
    wxWindow* everybody = nullptr;
    for (auto* child : frame().page()->GetChildren())
        for (auto* below : child->GetChildren())
            if (below->GetLabel() == "Show everybody") everybody = below;
    everybody->SetFocus();
    press("Enter");
    EXPECT_EQ(board()->size(), all);
    EXPECT_TRUE(until([&] { return board()->hasKeyboard(); })) << "and it goes on in the board";
}

TEST_F(TheReadinessPage, IsReadOnlyForWhoDoesNotDecideAndInThePast) {
    openAs(app::SAMPLE_MENTOR);
    auto* decide = findNamed(&frame(), "Decide");
    ASSERT_NE(decide, nullptr);
    EXPECT_FALSE(decide->IsEnabled());
    EXPECT_LT(board()->size(), 6u) << "a mentor sees the own trainees";
    board()->takeFocus();
    press("D");
    EXPECT_EQ(findNamed(&frame(), "What the decision rests on"), nullptr);
}

TEST_F(TheReadinessPage, ShowsWhatWasKnownAtAPastMoment) {
    openAs(app::SAMPLE_MANAGER);
    auto* session = frame().session();
    session->setAsOf(domain::Instant{session->desk().clock.now().ms - 5LL * 86'400'000});
    settle();
    ASSERT_NE(board(), nullptr);
    EXPECT_FALSE(findNamed(&frame(), "Decide")->IsEnabled());
    EXPECT_TRUE(frame().page()->figureText().Contains("0 ready")) << utf8(frame().page()->figureText());
}

TEST_F(TheReadinessPage, SpeaksChinese) {
    openAs(app::SAMPLE_MANAGER);
    frame().setLanguage("zh_CN");
    settle();
    EXPECT_EQ(frame().page()->title(), u8("上岗准备度"));
    screenshot(&frame(), "readiness.zh_CN");
    frame().setLanguage("en");
}

TEST(Tints, LeaveEveryStateReadable) {
    if (!windowSystem()) GTEST_SKIP() << "no display and no Xvfb: nothing to draw windows on";
    for (const auto state : {look::State::Met, look::State::Due, look::State::Missing, look::State::NotYet,
                             look::State::Waived, look::State::Changed})
        EXPECT_GE(look::contrast(look::colour(state), look::tint(state)), 4.5) << utf8(look::word(state));
}

} // namespace
} // namespace fledgling::ui::test
