#include "store/evidence/EvidenceStore.h"
#include "store/Places.h"

namespace fledgling::test {
namespace {

using namespace domain;
using namespace store;

class EvidenceStoreTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (!IsSkipped()) sample = kept();
    }
    [[nodiscard]] EvidenceKey own() const { return {sample.trainee.id, sample.course.course}; }
    BookSample sample;
};

TEST_P(EvidenceStoreTest, SheetFilmAndExerciseComeBack) {
    const auto all = EvidenceStore(database()).evidenceOf({sample.trainee.id, sample.other.id});
    ASSERT_EQ(all.size(), 1U);
    const auto& found = all.at(own());
    EXPECT_EQ(found.sheets.at("d1-pm"), sample.shadowSheet);
    EXPECT_EQ(found.films.at("media/tour.webm"), sample.film);
    EXPECT_EQ(found.exercises.at("d3-am").at("note"), ExerciseState::Confirmed);
}

TEST_P(EvidenceStoreTest, ATickTakenBackIsGone) {
    book().append(headOf("tick-exercise", sample.trainee.id),
                  {EvidenceStore::fact(own(), "d3-am", "log", ExerciseState::Ticked)});
    book().append(headOf("tick-exercise", sample.trainee.id),
                  {EvidenceStore::fact(own(), "d3-am", "log", ExerciseState::Open)});
    const auto all = EvidenceStore(database()).evidenceOf({sample.trainee.id});
    EXPECT_FALSE(all.at(own()).exercises.at("d3-am").contains("log"));
}

TEST_P(EvidenceStoreTest, TheDatabaseItselfRefusesWhoConfirmsAloneOrTheOwn) {
    EXPECT_ANY_THROW(book().append(headOf("confirm-exercise", sample.mentor.id),
                                   {EvidenceStore::fact(own(), "d3-am", "log", ExerciseState::Confirmed)}));
    EXPECT_ANY_THROW(book().append(headOf("confirm-exercise", sample.trainee.id),
                                   {EvidenceStore::fact(own(), "d3-am", "log", ExerciseState::Confirmed, sample.trainee.id)}));
}

TEST_P(EvidenceStoreTest, AnAnswerKnowsWhoAgreedAndIsDropped) {
    const auto kept = EvidenceStore(database()).answers();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].answer, sample.answer);
    EXPECT_EQ(kept[0].by, sample.mentor.id);
    book().append(headOf("drop-answer", sample.mentor.id), {EvidenceStore::dropped(sample.answer)});
    EXPECT_TRUE(EvidenceStore(database()).answers().empty());
    EXPECT_EQ(EvidenceStore(database(), kept[0].change).answers().size(), 1U) << "as it was known then";
}

FLEDGLING_EVERY_PLACE(EvidenceStoreTest);

} // namespace
} // namespace fledgling::test
