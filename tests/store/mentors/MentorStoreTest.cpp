#include "store/mentors/MentorStore.h"
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

FLEDGLING_EVERY_PLACE(MentorStoreTest);

} // namespace
} // namespace fledgling::test
