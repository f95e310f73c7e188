#include "app/mentors/Mentors.h"

#include "../DeskFixture.h"
#include "app/history/History.h"
#include "app/mentors/MentorToDo.h"
#include "app/pairing/Pairing.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class Mentors : public DeskFixture {
protected:
    Mentors() {
        cohort = addCohort("Mar", today);
        wu = addTrainee("Wu Min", cohort);
        chen = addMentor("Chen Bo");
        addPair(wu, chen, today);
    }
    Evaluation word(Occasion occasion = Occasion::FirstShift) { return {wu, chen, occasion, {5, 4, 3}, "patient"}; }
    const MentorRow& row(const PersonId& who) {
        m_view = std::make_unique<MentorsView>(at(who), "en");
        m_view->load();
        return *m_view->row(chen);
    }
    CohortId cohort;
    PersonId wu, chen;
    std::unique_ptr<MentorsView> m_view;
};

TEST_F(Mentors, ATraineeIsAskedAfterTheFirstShiftAndOnce) {
    EXPECT_TRUE(askedEvaluations(at(wu)).empty()) << "not on the first day";
    EXPECT_EQ(refusedBy([&] { evaluateMentor(at(wu), word()); }), Rule::NotAsked);
    today = today.plusDays(1);
    ASSERT_EQ(askedEvaluations(at(wu)).size(), 1U);
    EXPECT_EQ(askedEvaluations(at(wu))[0].name, "Chen Bo");
    EXPECT_EQ(mentorRecordToDo(at(wu), Role::Trainee, "en").size(), 1U);
    EXPECT_GT(evaluateMentor(at(wu), word()), 0);
    EXPECT_TRUE(askedEvaluations(at(wu)).empty());
    EXPECT_EQ(refusedBy([&] { evaluateMentor(at(wu), word()); }), Rule::NotAsked);
}

TEST_F(Mentors, AndAtTheEnd) {
    today = today.plusDays(3);
    evaluateMentor(at(wu), word());
    write({store::MentoringStore::fact(Pair{wu, chen, today.plusDays(-3), today.plusDays(-1), ""})});
    ASSERT_EQ(askedEvaluations(at(wu)).size(), 1U);
    EXPECT_EQ(askedEvaluations(at(wu))[0].occasion, Occasion::End);
    EXPECT_GT(evaluateMentor(at(wu), word(Occasion::End)), 0);
}

TEST_F(Mentors, OnlyTheManagerReadsWhatTraineesSay) {
    today = today.plusDays(1);
    const auto number = evaluateMentor(at(wu), word());
    EXPECT_EQ(row(manager).evaluations.size(), 1U);
    EXPECT_TRUE(row(supervisor).evaluations.empty());
    EXPECT_TRUE(row(chen).evaluations.empty());
    EXPECT_TRUE(fieldsOf(at(trainer), number).empty()) << "not in the history either";
    EXPECT_FALSE(fieldsOf(at(manager), number).empty());
    EXPECT_EQ(refusedBy([&] { (void)row(wu); }), Rule::NotYourRight);
}

TEST_F(Mentors, AMentorSeesOnlyTheOwnRow) {
    addMentor("Li Na");
    (void)row(chen);
    EXPECT_EQ(m_view->rows().size(), 1U);
    (void)row(manager);
    EXPECT_EQ(m_view->rows().size(), 2U);
}

TEST_F(Mentors, LateLogsCostPunctualityAndTheProposalSaysSo) {
    addEntry(wu, chen, today);
    today = today.plusDays(2);
    addEntry(wu, chen, today.plusDays(-1)); // written a day late
    const auto& led = row(manager).led;
    EXPECT_EQ(led.logsDue, 2);
    EXPECT_EQ(led.logsOnTime, 1);
    const auto pool = pairingPool(at(manager));
    ASSERT_EQ(pool.mentors.size(), 1U);
    EXPECT_EQ(pool.mentors[0].record, 50);
}

} // namespace
} // namespace fledgling::app::test
