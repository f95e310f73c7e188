#include "store/mentors/MentorStore.h"
#include "store/MentoringStore.h"
#include "store/Places.h"

namespace fledgling::test {
namespace {

using namespace domain;
using namespace store;

class MentorStoreTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (!IsSkipped()) sample = kept();
    }
    BookSample sample;
};

TEST_P(MentorStoreTest, EveryStepOfAPairingIsKept) {
    auto ended = sample.pair;
    ended.until = sample.pair.since.plusDays(5);
    book().append(headOf("end-pairing"), {MentoringStore::fact(ended)});
    const auto steps = MentorStore(database()).pairSteps(sample.pair.trainee);
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[1].pair->until, ended.until);
    EXPECT_EQ(MentorStore(database()).pairSteps().size(), 2U);
    EXPECT_TRUE(MentorStore(database()).pairSteps(sample.mentor.id).empty());
}

TEST_P(MentorStoreTest, AnEntryCountsAsItWasFirstWritten) {
    const auto entries = MentorStore(database()).entriesSince(sample.entry.day);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].day, sample.entry.day);
    auto corrected = sample.entry;
    corrected.wentWell = "better";
    book().append(headOf("correct-log", sample.mentor.id), {MentoringStore::fact(corrected)});
    EXPECT_EQ(MentorStore(database()).entriesSince(sample.entry.day).size(), 1U);
    EXPECT_TRUE(MentorStore(database()).entriesSince(sample.entry.day.plusDays(1)).empty());
}

TEST_P(MentorStoreTest, AnEvaluationComesBack) {
    const auto kept = MentorStore(database()).evaluations(sample.trainee.id);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].evaluation, sample.evaluation);
    EXPECT_EQ(MentorStore(database()).evaluations().size(), 1U);
    EXPECT_TRUE(MentorStore(database()).evaluations(sample.mentor.id).empty());
    EXPECT_TRUE(MentorStore(database(), kept[0].change - 1).evaluations().empty());
}

TEST_P(MentorStoreTest, AnEvaluationBackByUndoIsAsOldAsItWas) {
    const auto taken = [&](ChangeNumber number) {
        auto undo = headOf("undo");
        undo.undoes = number;
        undo.localDate = undo.localDate.plusDays(3);
        return book().append(undo, book().reversal(number));
    };
    const auto first = MentorStore(database()).evaluations(sample.trainee.id).at(0);
    const auto away = taken(first.change);
    EXPECT_TRUE(MentorStore(database()).evaluations(sample.trainee.id).empty());
    taken(away);
    const auto back = MentorStore(database()).evaluations(sample.trainee.id);
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(back[0].evaluation, first.evaluation);
    EXPECT_EQ(back[0].day, first.day);
    EXPECT_GT(back[0].change, first.change);
}

TEST_P(MentorStoreTest, AGoLiveBackByUndoIsAsOldAsItWas) {
    const auto lives = [&] { return MentoringStore(database()).goLives({sample.trainee.id}); };
    const auto first = lives();
    ASSERT_EQ(first.size(), 1U);
    ASSERT_TRUE(first[0].live);
    auto hold = sample.decision;
    hold.kind = DecisionKind::Hold;
    hold.until.reset();
    auto later = headOf("decide");
    later.localDate = later.localDate.plusDays(2);
    const auto held = book().append(later, {MentoringStore::fact(hold)});
    ASSERT_EQ(lives().size(), 2U);
    EXPECT_FALSE(lives()[1].live);
    auto undo = headOf("undo");
    undo.undoes = held;
    undo.localDate = later.localDate.plusDays(2);
    book().append(undo, book().reversal(held));
    const auto back = lives();
    ASSERT_EQ(back.size(), 1U) << "the hold was taken back: it never counted";
    EXPECT_TRUE(back[0].live);
    EXPECT_EQ(back[0].on, first[0].on);
    EXPECT_EQ(MentoringStore(database(), held).goLives({sample.trainee.id}).size(), 2U) << "until then it did";
}

FLEDGLING_EVERY_PLACE(MentorStoreTest);

} // namespace
} // namespace fledgling::test
