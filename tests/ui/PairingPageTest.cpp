#include "ui/pairing/PairingPage.h"

#include "app/pairing/Pairing.h"
#include "app/sample/Sample.h"
#include "store/MentoringStore.h"
#include "ui/Harness.h"
#include "ui/Text.h"
#include "ui/controls/RichText.h"
#include "ui/controls/Table.h"
#include "ui/pairing/PairingBoard.h"
#include "ui/pairing/PairingSide.h"

#include <algorithm>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/spinctrl.h>
#include <wx/textctrl.h>
#include <wx/uiaction.h>

namespace fledgling::ui::test {
namespace {

using domain::PersonId;

/// The sample's board, as the manager sees it; more trainees wait than there are places.
class ThePairingPage : public InWindow {
protected:
    void openBoard(const std::string& who = app::SAMPLE_MANAGER) {
        openSampleAs(who, "pairing");
        page = dynamic_cast<PairingPage*>(frame().page());
        ASSERT_NE(page, nullptr);
        until([this] { return !board().selected().empty(); });
        before = pairs();
    }
    PairingBoard& board() { return page->board(); }
    app::Desk& desk() { return frame().session()->desk(); }
    std::size_t pairs() { return store::MentoringStore(desk().database).currentPairs().size(); }
    store::ChangeNumber last() { return store::Book(desk().database).last(); }
    std::optional<PersonId> mentorOf(const std::string& trainee) {
        const auto mentor = app::currentMentor(desk(), PersonId(trainee));
        return mentor ? std::optional(mentor->id) : std::nullopt;
    }
    wxString story() { return named<RichText>(page, "Why this pair")->plainText(); }
    Table* mentors() { return tableNamed(page, "Mentors to choose from"); }
    /// The first trainee of the board with a pair proposed, by way of the list.
    std::string firstProposed() {
        for (const auto& pool = waiting(); const auto& id : pool)
            if (board().has(proposedKey(id))) return id;
        return {};
    }
    std::vector<std::string> waiting() {
        std::vector<std::string> ids;
        for (const auto& one : app::pairingPool(desk()).trainees)
            ids.push_back(one.person.id.text());
        return ids;
    }
    std::string firstLed() {
        const auto all = store::MentoringStore(desk().database).currentPairs();
        for (const auto& one : all)
            if (board().has(ledKey(one.trainee.text()))) return one.trainee.text();
        return {};
    }
    void choose(const std::string& key) {
        board().select(key);
        board().onChosen(key);
        settle();
    }

    PairingPage* page = nullptr;
    std::size_t before = 0;
};

TEST_F(ThePairingPage, DrawsAProposalAndKeepsNothing) {
    openBoard();
    const auto kept = last();
    press("P");
    EXPECT_TRUE(page->figureText().Contains("proposed")) << utf8(page->figureText());
    const auto pool = waiting();
    const auto left = std::find_if(pool.begin(), pool.end(), [this](const auto& id) { return !board().has(proposedKey(id)); });
    ASSERT_NE(left, pool.end());
    choose(waitingKey(*left));
    EXPECT_TRUE(story().Contains("Not everybody can have a mentor")) << utf8(story());
    EXPECT_EQ(last(), kept);
    const auto proposed = firstProposed();
    ASSERT_FALSE(proposed.empty());
    choose(waitingKey(proposed));
    EXPECT_TRUE(story().Contains("in all")) << "the terms add up to the score: " << utf8(story());
    screenshot(&frame(), "pairing");
    press("Escape");
    EXPECT_FALSE(board().has(proposedKey(proposed)));
    EXPECT_EQ(last(), kept);
}

TEST_F(ThePairingPage, TheTermsAddUpToTheScore) {
    openBoard();
    press("P");
    for (const auto& id : waiting()) {
        if (!board().has(proposedKey(id))) continue;
        choose(waitingKey(id));
        const wxString text = story().AfterFirst(':');
        long sum = 0, total = 0;
        for (const auto& line : wxSplit(story(), '\n')) {
            const wxString figure = line.Strip(wxString::both).AfterLast('\n');
            wxString digits;
            for (const wxUniChar c : figure)
                if (wxIsdigit(c) || c == '+' || c == '-')
                    digits += c;
                else if (c == 0x2212) // how a minus is said
                    digits += '-';
                else if (!digits.empty())
                    break;
            long value = 0;
            if (digits.empty() || !digits.ToLong(&value)) continue;
            if (line.Contains("in all"))
                total = value;
            else if (line.Contains("leanings") || line.Contains("carries") || line.Contains("tenure") ||
                     line.Contains("shift") || line.Contains("exams"))
                sum += value;
        }
        EXPECT_EQ(sum, total) << utf8(text);
    }
}

TEST_F(ThePairingPage, EnterAcceptsOneProposedPairAndGoesOn) {
    openBoard();
    press("P");
    const auto proposed = firstProposed();
    choose(waitingKey(proposed));
    board().takeFocus();
    settle();
    press("Enter");
    EXPECT_EQ(pairs(), before + 1);
    EXPECT_NE(mentorOf(proposed), std::nullopt);
    EXPECT_NE(board().selected(), ledKey(proposed)) << "the next card is chosen";
    EXPECT_TRUE(page->statusText().Contains("Kept"));
}

TEST_F(ThePairingPage, AfterEachAcceptedPairTheNextProposedOneIsChosen) {
    openBoard();
    press("P");
    choose(waitingKey(firstProposed()));
    board().takeFocus();
    settle();
    const auto proposedNow = [this] {
        const auto pool = waiting();
        return std::count_if(pool.begin(), pool.end(), [this](const auto& id) { return board().has(proposedKey(id)); });
    };
    std::size_t accepted = 0;
    while (proposedNow() > 0) {
        press("Enter");
        ASSERT_EQ(pairs(), before + ++accepted) << "each Enter meets a proposed pair";
    }
    EXPECT_GT(accepted, 1U);
}

TEST_F(ThePairingPage, CtrlEnterAcceptsAllAsOneChange) {
    openBoard();
    const auto kept = last();
    press("P");
    press("Ctrl+Enter");
    EXPECT_GT(pairs(), before + 1);
    EXPECT_EQ(last(), kept + 1);
    press("Ctrl+Z");
    ASSERT_TRUE(until([this] { return pairs() == before; }));
    EXPECT_TRUE(page->figureText().Contains("without a mentor"));
}

TEST_F(ThePairingPage, ALockHoldsWhileTheRestIsSolvedAgain) {
    openBoard();
    press("P");
    const auto proposed = firstProposed();
    choose(waitingKey(proposed));
    board().takeFocus();
    settle();
    press("L");
    EXPECT_TRUE(board().spoken(proposedKey(proposed)).Contains("locked"));
    press("L");
    EXPECT_FALSE(board().spoken(proposedKey(proposed)).Contains("locked"));
}

TEST_F(ThePairingPage, SaysWhyNotForEveryMentor) {
    openBoard();
    press("P");
    choose(waitingKey(firstProposed()));
    auto* table = mentors();
    ASSERT_NE(table, nullptr);
    const auto order = table->order();
    EXPECT_EQ(order.size(), app::pairingPool(desk()).mentors.size());
    EXPECT_EQ(table->textAt(order.front(), 2), look::signed_(look::State::Changed, "proposed"));
    for (const auto& id : order)
        EXPECT_FALSE(table->textAt(id, 2).empty());
}

TEST_F(ThePairingPage, SaysWhatSpeaksForAMentorBeforeAnythingIsProposed) {
    openBoard();
    auto* table = mentors();
    ASSERT_NE(table, nullptr);
    const auto order = table->order();
    EXPECT_TRUE(table->textAt(order.front(), 2).Contains("can lead, ")) << utf8(table->textAt(order.front(), 2));
    EXPECT_TRUE(story().Contains(table->textAt(order.front(), 0) + ": can lead")) << utf8(story());
    EXPECT_TRUE(story().Contains("in all")) << "its terms stand below";
    table->select(order.back());
    settle();
    EXPECT_TRUE(story().Contains(table->textAt(order.back(), 0) + ": ")) << "why not: " << utf8(story());
    EXPECT_FALSE(story().Contains("in all"));
    screenshot(&frame(), "pairing.why");
}

TEST_F(ThePairingPage, ReasonsStandBesideTheBoardInASmallWindowToo) {
    openBoard();
    frame().SetSize(frame().FromDIP(wxSize(960, 560)));
    settle();
    for (wxWindow* part : {static_cast<wxWindow*>(mentors()), static_cast<wxWindow*>(named<RichText>(page, "Why this pair"))}) {
        EXPECT_GE(part->GetSize().x, frame().FromDIP(200));
        EXPECT_LE(part->GetScreenRect().GetRight(), frame().GetScreenRect().GetRight());
    }
    screenshot(&frame(), "pairing.small");
}

TEST_F(ThePairingPage, ACardDraggedOntoAMentorIsAPair) {
    openBoard();
    const auto key = board().selected();
    auto* table = mentors();
    ASSERT_NE(table, nullptr);
    const std::string mentor = table->order().front();
    const auto middle = [](const wxRect& rect) {
        return wxPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
    };
    wxUIActionSimulator mouse;
    mouse.MouseMove(middle(board().onScreen(key)));
    settle();
    mouse.MouseDown();
    settle();
    mouse.MouseMove(middle(board().onScreen(key)) + wxPoint(30, 10));
    settle();
    mouse.MouseMove(middle(board().onScreen(mentorKey(mentor))));
    settle();
    mouse.MouseUp();
    ASSERT_TRUE(until([this] { return pairs() == before + 1; })) << utf8(page->complaint());
    EXPECT_EQ(mentorOf(traineeOf(key)), PersonId(mentor));
}

TEST_F(ThePairingPage, PairsByHandFromTheKeyboard) {
    openBoard();
    const auto key = board().selected();
    press("M");
    const std::string mentor = mentors()->selected();
    press("Enter");
    EXPECT_EQ(mentorOf(traineeOf(key)), PersonId(mentor));
    EXPECT_EQ(board().selected(), ledKey(traineeOf(key))) << "the trainee stays chosen, with the mentor";
}

TEST_F(ThePairingPage, RefusesInPlaceWhatAHardRuleForbids) {
    openBoard();
    press("M");
    auto* table = mentors();
    const std::string impossible = table->order().back();
    ASSERT_TRUE(table->textAt(impossible, 2).StartsWith(look::sign(look::State::Missing)));
    table->select(impossible);
    press("Enter");
    EXPECT_FALSE(page->complaint().empty());
    EXPECT_EQ(pairs(), before);
}

TEST_F(ThePairingPage, HandsOverWithANoteAndShowsTheHistory) {
    openBoard();
    // One for whom somebody else may lead: ids, and so the order of pairs, are others at every run.
    std::string trainee, next;
    Table* table = nullptr;
    for (const auto& pair : store::MentoringStore(desk().database).currentPairs()) {
        trainee = pair.trainee.text();
        if (!board().has(ledKey(trainee))) continue;
        choose(ledKey(trainee));
        board().takeFocus();
        settle();
        press("H");
        table = mentors();
        for (const auto& id : table->order())
            if (next.empty() && id != pair.mentor.text() && !table->textAt(id, 2).StartsWith(look::sign(look::State::Missing))) next = id;
        if (!next.empty()) break;
        press("Escape");
        settle();
    }
    ASSERT_FALSE(next.empty());
    const auto former = mentorOf(trainee);
    table->select(next);
    answerWith("What the next mentor must know", "shy on the phone");
    press("Enter");
    ASSERT_TRUE(until([&] { return mentorOf(trainee) != former; })) << utf8(page->complaint());
    settle();
    EXPECT_EQ(mentorOf(trainee), PersonId(next));
    EXPECT_TRUE(story().Contains("shy on the phone"));
}

TEST_F(ThePairingPage, EndsAPairing) {
    openBoard();
    const auto trainee = firstLed();
    choose(ledKey(trainee));
    board().takeFocus();
    settle();
    answerWith("Reason", "left the shift");
    press("E");
    ASSERT_TRUE(until([&] { return pairs() == before - 1; })) << utf8(page->complaint());
    EXPECT_EQ(mentorOf(trainee), std::nullopt);
}

TEST_F(ThePairingPage, ArrowsGoFromTheCardsToTheMentorsAndBack) {
    openBoard();
    board().takeFocus();
    settle();
    const auto key = board().selected();
    press("Right");
    EXPECT_NE(board().selected(), key);
    EXPECT_TRUE(traineeOf(board().selected()).empty() || board().selected().front() == 'l');
    press("Left");
    EXPECT_EQ(board().selected().front(), 'w');
    press("Down");
    EXPECT_EQ(board().selected().front(), 'w');
}

TEST_F(ThePairingPage, TheListHoldsEverybodyTheBoardDraws) {
    openBoard();
    click(findNamed(page, "Shown as: List"));
    auto* list = tableNamed(page, "Trainees and their mentors");
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->size(), waiting().size() + before);
    for (const auto& id : list->order())
        for (const int column : {1, 2, 3})
            EXPECT_FALSE(list->textAt(id, column).empty()) << id << " has no " << column;
    press("P");
    const auto proposed = firstProposed();
    EXPECT_EQ(list->textAt(waitingKey(proposed), 7), look::signed_(look::State::Changed, "proposed"));
    screenshot(&frame(), "pairing-list");
}

TEST_F(ThePairingPage, OpensAtTheMentorItIsAskedFor) {
    openBoard();
    const auto mentor = app::pairingPool(desk()).mentors.back().person;
    frame().openPage("pairing", mentor.id.text());
    settle();
    EXPECT_EQ(board().selected(), mentorKey(mentor.id.text()));
    EXPECT_TRUE(story().Contains(u8(mentor.card.name)));
}

TEST_F(ThePairingPage, WhatMakesAPairGoodIsWeighedByKeysAndTakenBack) {
    openBoard();
    press("P");
    const auto changes = last();
    press("W");
    auto* leaning = named<wxSpinCtrl>(page, "Same leaning");
    ASSERT_NE(leaning, nullptr);
    EXPECT_FALSE(findNamed(page, "Accept all")->IsEnabled()) << "the board is out of sight";
    for (const char* label : {"One is all-round", "Same shift", "A year of tenure", "Years that count", "A trainee-day carried",
                              "Exams and logs", "First days", "Of these, away"})
        EXPECT_NE(named<wxSpinCtrl>(page, label), nullptr) << label;
    screenshot(&frame(), "pairing-weights");
    const int usual = leaning->GetValue();
    press("Up");
    EXPECT_EQ(leaning->GetValue(), usual + 1) << "the first field has the keyboard";
    press("Ctrl+Enter");
    ASSERT_TRUE(until([&] { return app::pairingPool(desk()).weights.sameLeaning == usual + 1; })) << utf8(page->complaint());
    settle();
    EXPECT_EQ(last(), changes + 1);
    EXPECT_EQ(named<wxSpinCtrl>(page, "Same leaning"), nullptr) << "the board is there again";
    EXPECT_TRUE(findNamed(page, "Accept all")->IsEnabled()) << "and what was proposed is solved anew";
    press("Ctrl+Z");
    EXPECT_EQ(app::pairingPool(desk()).weights.sameLeaning, usual);
}

TEST_F(ThePairingPage, TheWeightsAreLeftAsTheyWereByEscape) {
    openBoard();
    const auto changes = last();
    press("W");
    ASSERT_NE(named<wxSpinCtrl>(page, "Same leaning"), nullptr);
    press("Escape");
    settle();
    EXPECT_EQ(named<wxSpinCtrl>(page, "Same leaning"), nullptr);
    EXPECT_FALSE(board().selected().empty());
    EXPECT_EQ(last(), changes);
}

TEST_F(ThePairingPage, ThePastIsOnlyShown) {
    openBoard();
    frame().session()->setAsOf(domain::Instant{desk().clock.now().ms});
    settle();
    auto* again = dynamic_cast<PairingPage*>(frame().page());
    ASSERT_NE(again, nullptr);
    EXPECT_FALSE(findNamed(again, "Propose")->IsEnabled());
    EXPECT_FALSE(findNamed(again, "Hand over")->IsEnabled());
    const auto told = named<RichText>(again, "Why this pair")->plainText();
    EXPECT_TRUE(told.Contains("No mentor yet.")) << utf8(told);
    EXPECT_FALSE(told.Contains("P proposes")) << utf8(told) << ": not in the past";
}

} // namespace
} // namespace fledgling::ui::test
