#include "ui/pairing/PairingPage.h"

#include "app/pairing/Pairing.h"
#include "app/sample/Sample.h"
#include "store/MentoringStore.h"
#include "ui/Harness.h"
#include "ui/Text.h"
#include "ui/controls/Table.h"
#include "ui/pairing/PairingBoard.h"

namespace fledgling::ui::test {
namespace {

/// The sample's board, with a pair that is made and taken back, or a mentor that is looked for.
class APairingTakenBackOrLeft : public InWindow {
protected:
    void openBoard() {
        openSampleAs(app::SAMPLE_MANAGER, "pairing");
        page = dynamic_cast<PairingPage*>(frame().page());
        ASSERT_NE(page, nullptr);
        until([this] { return !board().selected().empty(); });
        before = pairs();
    }
    PairingBoard& board() { return page->board(); }
    app::Desk& desk() { return frame().session()->desk(); }
    std::size_t pairs() { return store::MentoringStore(desk().database).currentPairs().size(); }
    Table* mentors() { return tableNamed(page, "Mentors to choose from"); }
    std::string firstProposed() {
        for (const auto& pool = app::pairingPool(desk()); const auto& one : pool.trainees)
            if (board().has(proposedKey(one.person.id.text()))) return one.person.id.text();
        return {};
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

TEST_F(APairingTakenBackOrLeft, TakingAPairBackChoosesWhoWasPaired) {
    openBoard();
    press("P");
    const auto proposed = firstProposed();
    choose(waitingKey(proposed));
    board().takeFocus();
    settle();
    press("Enter");
    ASSERT_EQ(pairs(), before + 1);
    ASSERT_NE(traineeOf(board().selected()), proposed) << "the next card is chosen";
    press("Ctrl+Z");
    ASSERT_TRUE(until([this] { return pairs() == before; }));
    EXPECT_TRUE(until([&] { return traineeOf(board().selected()) == proposed; })) << board().selected();
    EXPECT_TRUE(page->statusText().Contains("Taken back")) << utf8(page->statusText());
}

TEST_F(APairingTakenBackOrLeft, TakingBackWhatWasPairedByHandKeepsTheTraineeChosen) {
    openBoard();
    click(findNamed(page, "Shown as: List"));
    auto* list = tableNamed(page, "Trainees and their mentors");
    const auto key = board().selected();
    press("M");
    press("Enter");
    ASSERT_EQ(pairs(), before + 1) << utf8(page->complaint());
    EXPECT_EQ(list->selected(), ledKey(traineeOf(key)));
    press("Ctrl+Z");
    ASSERT_TRUE(until([this] { return pairs() == before; }));
    settle();
    EXPECT_EQ(board().selected(), key) << "the list's row is another one then";
    EXPECT_EQ(list->selected(), key);
}

TEST_F(APairingTakenBackOrLeft, WhatIsAskedAtTheFootGoesWithEscape) {
    openBoard();
    choose(ledKey(firstLed()));
    board().takeFocus();
    settle();
    press("H");
    EXPECT_TRUE(page->statusText().Contains("Choose the mentor who takes")) << utf8(page->statusText());
    press("Escape");
    EXPECT_FALSE(page->statusText().Contains("Choose the mentor")) << utf8(page->statusText());
}

TEST_F(APairingTakenBackOrLeft, AMentorIsFoundByThePinyinOfTheName) {
    openBoard();
    press("M");
    type("pengf");
    ASSERT_EQ(mentors()->size(), 1U);
    EXPECT_EQ(mentors()->textAt(mentors()->selected(), 0), u8("彭飞"));
    press("Escape");
    EXPECT_GT(mentors()->size(), 1U);
}

} // namespace
} // namespace fledgling::ui::test
