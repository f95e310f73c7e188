#include "app/pairing/Pairing.h"

#include "DeskFixture.h"
#include "app/pairing/PairingView.h"
#include "app/people/Settings.h"
#include "store/Conflict.h"
#include "store/MentoringStore.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

class Pairing : public DeskFixture {
protected:
    Pairing() {
        cohort = addCohort("Mar-1", Date(2026, 3, 12)); // sessions on Thursday 12 and Friday 13
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        chen = addMentor("Chen Bo", 1);
        lin = addMentor("Lin Yue", 2);
    }
    std::optional<Pair> standing(const PersonId& trainee) {
        return store::MentoringStore(m_database).pairOf(trainee);
    }
    CohortId cohort;
    PersonId wu, zhao, chen, lin;
};

TEST_F(Pairing, APairIsKeptWithItsFirstDay) {
    const auto number = pair(at(supervisor), wu, chen, today);
    EXPECT_EQ(number, last());
    EXPECT_EQ(standing(wu), (Pair{wu, chen, today, std::nullopt, ""}));
    EXPECT_EQ(store::Book(m_database).change(number)->head.verb, "pair");
}

TEST_F(Pairing, TheSamePairAgainWritesNothing) {
    pair(at(supervisor), wu, chen, today);
    const auto before = last();
    EXPECT_EQ(pair(at(supervisor), wu, chen, today), 0);
    EXPECT_EQ(last(), before);
}

TEST_F(Pairing, OnlyManagerAndSupervisorPair) {
    for (const auto& who : {trainer, chen, wu})
        EXPECT_EQ(refusedBy([&] { pair(at(who), wu, chen, today); }), Rule::NotYourRight);
    EXPECT_EQ(standing(wu), std::nullopt);
}

TEST_F(Pairing, ATraineeHasOneMentor) {
    pair(at(supervisor), wu, chen, today);
    EXPECT_EQ(refusedBy([&] { pair(at(manager), wu, lin, today); }), Rule::AlreadyPaired);
}

TEST_F(Pairing, AMentorLeadsNoMoreThanTheCapacity) {
    pair(at(supervisor), wu, chen, today);
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), zhao, chen, today); }), Rule::MentorFull);
}

TEST_F(Pairing, HardRulesAreAskedOfEveryPair) {
    const auto orders = addTrainee("Sun Qi", cohort, Post::Order);
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), orders, lin, today); }), Rule::PostDiffers);
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), wu, trainer, today); }), Rule::NotMentor);
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), trainer, lin, today); }), Rule::Unknown);
    addLeave(lin, today.plusDays(1), today.plusDays(2));
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), wu, lin, today); }), Rule::MentorAway);
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), wu, lin, today.plusDays(3)); }), std::nullopt);
}

TEST_F(Pairing, HowMuchAMentorMayMissIsASetting) {
    addLeave(lin, today.plusDays(1), today.plusDays(1));
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), wu, lin, today); }), Rule::MentorAway);
    write({store::PeopleStore::setting("pairing.may-miss", "1")});
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), wu, lin, today); }), std::nullopt);
}

TEST_F(Pairing, AcceptedPairsAreOneChangeOrNone) {
    const auto before = last();
    EXPECT_EQ(refusedBy([&] {
                  acceptPairs(at(supervisor), {{wu, chen, today}, {zhao, chen, today}});
              }),
              Rule::MentorFull);
    EXPECT_EQ(last(), before);
    EXPECT_EQ(refusedBy([&] {
                  acceptPairs(at(supervisor), {{wu, chen, today}, {wu, lin, today}});
              }),
              Rule::AlreadyPaired);
    EXPECT_EQ(last(), before);
    acceptPairs(at(supervisor), {{wu, chen, today}, {zhao, lin, today}});
    EXPECT_EQ(last(), before + 1);
    EXPECT_EQ(standing(zhao)->mentor, lin);
}

TEST_F(Pairing, AcceptingNothingWritesNothing) {
    const auto before = last();
    EXPECT_EQ(acceptPairs(at(supervisor), {}), 0);
    EXPECT_EQ(last(), before);
}

TEST_F(Pairing, UndoTakesAcceptedPairsBackTogether) {
    acceptPairs(at(supervisor), {{wu, chen, today}, {zhao, lin, today}});
    undo(at(supervisor));
    EXPECT_EQ(standing(wu), std::nullopt);
    EXPECT_EQ(standing(zhao), std::nullopt);
    EXPECT_TRUE(pairHistory(at(supervisor), wu).empty());
}

TEST_F(Pairing, AHandOverTellsTheNextMentorAndIsRemembered) {
    pair(at(supervisor), wu, chen, today);
    today = Date(2026, 3, 18);
    handOver(at(supervisor), wu, lin, "shy on the phone", today);
    const auto spells = pairHistory(at(manager), wu);
    ASSERT_EQ(spells.size(), 2u);
    EXPECT_EQ(spells[0].mentorName, "Chen Bo");
    EXPECT_EQ(spells[0].until, Date(2026, 3, 17));
    EXPECT_EQ(spells[1].mentorName, "Lin Yue");
    EXPECT_EQ(spells[1].note, "shy on the phone");
    EXPECT_EQ(spells[1].until, std::nullopt);
    EXPECT_EQ(currentMentor(at(manager), wu)->id, lin);
}

TEST_F(Pairing, UndoOfAHandOverGivesTheFormerMentorBack) {
    pair(at(supervisor), wu, chen, today);
    handOver(at(supervisor), wu, lin, "note", today);
    undo(at(supervisor));
    const auto spells = pairHistory(at(supervisor), wu);
    ASSERT_EQ(spells.size(), 1u);
    EXPECT_EQ(spells[0].mentor, chen);
    EXPECT_EQ(spells[0].until, std::nullopt);
}

TEST_F(Pairing, AHandOverNeedsANoteAMentorAndAPlace) {
    EXPECT_EQ(refusedBy([&] { handOver(at(supervisor), wu, lin, "note", today); }), Rule::NotPaired);
    pair(at(supervisor), wu, lin, today);
    pair(at(supervisor), zhao, chen, today);
    EXPECT_EQ(refusedBy([&] { handOver(at(supervisor), wu, chen, " ", today); }), Rule::ReasonNeeded);
    EXPECT_EQ(refusedBy([&] { handOver(at(supervisor), wu, chen, "note", today); }), Rule::MentorFull);
    EXPECT_EQ(refusedBy([&] { handOver(at(supervisor), zhao, lin, "note", today.plusDays(-1)); }),
              Rule::DatesReversed);
    EXPECT_EQ(handOver(at(supervisor), wu, lin, "note", today), 0);
}

TEST_F(Pairing, AHandOverOfAPairThatHasChangedIsAConflict) {
    const auto seen = pair(at(supervisor), wu, chen, today);
    handOver(at(manager), wu, lin, "note", today);
    const auto third = addMentor("Third");
    EXPECT_THROW(handOver(at(supervisor), wu, third, "note", today, seen), store::Conflict);
    EXPECT_EQ(standing(wu)->mentor, lin);
}

TEST_F(Pairing, AnEndedPairingFreesThePlace) {
    pair(at(supervisor), wu, chen, today);
    EXPECT_EQ(refusedBy([&] { endPairing(at(supervisor), wu, "", today); }), Rule::ReasonNeeded);
    EXPECT_EQ(refusedBy([&] { endPairing(at(supervisor), wu, "left", today.plusDays(-1)); }),
              Rule::DatesReversed);
    endPairing(at(supervisor), wu, "left", today);
    EXPECT_EQ(currentMentor(at(supervisor), wu), std::nullopt);
    EXPECT_EQ(refusedBy([&] { pair(at(supervisor), zhao, chen, today); }), std::nullopt);
    EXPECT_EQ(pairHistory(at(supervisor), wu).front().until, today);
}

TEST_F(Pairing, ThePoolHoldsWhoIsInTrainingAndHasNoMentor) {
    const auto left = addTrainee("Left", cohort);
    write(
        {store::CohortStore::fact(Member{cohort, left, Date(2026, 3, 1), Date(2026, 3, 10), "moved away"})});
    addPerson("Not enrolled", {Role::Trainee});
    addPair(zhao, lin, today);
    const auto pool = pairingPool(at(supervisor));
    ASSERT_EQ(pool.trainees.size(), 1u);
    EXPECT_EQ(pool.trainees[0].person.id, wu);
    EXPECT_EQ(pool.trainees[0].start, today); // the course is over: today, a Monday
    EXPECT_EQ(pool.daysPerTrainee, 3);
}

TEST_F(Pairing, ATraineeBeginsOnTheFirstWorkingDayAfterTheCourse) {
    const auto later = addCohort("Mar-2", Date(2026, 3, 19)); // Thursday and Friday
    const auto sun = addTrainee("Sun Qi", later);
    for (const auto& one : pairingPool(at(supervisor)).trainees)
        EXPECT_EQ(one.start, one.person.id == sun ? Date(2026, 3, 23) : today); // the Monday after
}

TEST_F(Pairing, AMentorCarriesTheDaysStillAheadOfTheTrainees) {
    addPair(wu, lin, Date(2026, 3, 12));
    addPair(zhao, lin, Date(2026, 3, 12));
    addEntry(wu, lin, Date(2026, 3, 12));
    addEntry(wu, lin, Date(2026, 3, 13));
    const auto pool = pairingPool(at(supervisor));
    const auto found = std::find_if(pool.mentors.begin(), pool.mentors.end(),
                                    [&](const auto& one) { return one.person.id == lin; });
    EXPECT_EQ(found->trainees, 2);
    EXPECT_EQ(found->traineeDays, 1 + 3); // of three days each, two are done for one
}

TEST_F(Pairing, WeightsAreSettingsAndRubbishCountsAsUnset) {
    write({store::PeopleStore::setting("weights.same-leaning", "7"),
           store::PeopleStore::setting("weights.tenure", "much")});
    const auto weights = pairingPool(at(supervisor)).weights;
    EXPECT_EQ(weights.sameLeaning, 7);
    EXPECT_EQ(weights.tenurePerYear, PairingWeights().tenurePerYear);
}

TEST_F(Pairing, EverySettingOfAFormIsOneTheProgramReads) {
    for (const auto& one : pairingSettings(at(manager))) {
        const auto* known = settingNamed(one.name);
        ASSERT_NE(known, nullptr) << one.name;
        EXPECT_TRUE(known->fits(std::to_string(one.value))) << one.name;
        EXPECT_TRUE(known->fits(std::to_string(one.most))) << one.name;
        EXPECT_FALSE(known->fits(std::to_string(one.most + 1))) << one.name;
    }
    for (const auto& known : knownSettings())
        if (known.name.starts_with("weights.") || known.name.starts_with("pairing.")) {
            const auto all = pairingSettings(at(manager));
            EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.name == known.name; })) << known.name;
        }
}

TEST_F(Pairing, IsWeighedAnewByTheManagerInOneChangeThatCanBeTakenBack) {
    PairingView view(at(manager));
    view.load();
    const auto before = store::Book(m_database).last();
    EXPECT_EQ(view.weigh({{"weights.same-leaning", "7"}, {"pairing.may-miss", "2"}}), before + 1);
    EXPECT_EQ(pairingPool(at(manager)).weights.sameLeaning, 7);
    EXPECT_EQ(awayRule(at(manager)).mayMiss, 2);
    EXPECT_EQ(view.weigh({{"weights.same-leaning", "7"}}), 0) << "it stands already";
    undo(at(manager));
    EXPECT_EQ(pairingPool(at(manager)).weights, PairingWeights());
    EXPECT_EQ(awayRule(at(manager)), AwayRule());
}

TEST_F(Pairing, IsNotWeighedBySupervisorsNorWithRubbish) {
    PairingView view(at(supervisor));
    EXPECT_EQ(refusedBy([&] { view.weigh({{"weights.load", "3"}}); }), Rule::NotYourRight);
    PairingView managers(at(manager));
    const auto before = store::Book(m_database).last();
    EXPECT_EQ(refusedBy([&] { managers.weigh({{"weights.all-round", "5"}, {"weights.load", "much"}}); }), Rule::SettingUnfit);
    EXPECT_EQ(store::Book(m_database).last(), before);
}

class PairingBoard : public Pairing {
protected:
    PairingView view{at(supervisor)};
};

TEST_F(PairingBoard, TellsApartWhoseCohortBeginsLater) {
    addTrainee("Xu Lan", addCohort("Mar-2", today.plusDays(7)));
    view.load();
    EXPECT_EQ(view.unpaired().size(), 3u);
    EXPECT_EQ(view.laterUnpaired(), 1) << "Today counts the other two";
}

TEST_F(PairingBoard, ShowsCardsAndMentorsWithTheirLoadByName) {
    addPair(zhao, lin, today);
    view.load();
    ASSERT_EQ(view.unpaired().size(), 1u);
    EXPECT_EQ(view.unpaired()[0].name, "Wu Min");
    EXPECT_EQ(view.unpaired()[0].cohort, "Mar-1");
    ASSERT_EQ(view.mentors().size(), 2u);
    EXPECT_EQ(view.mentors()[0].name, "Chen Bo");
    EXPECT_EQ(view.mentors()[1].trainees.at(0).name, "Zhao Lei");
    EXPECT_EQ(view.mentors()[1].trainees.at(0).cohort, "Mar-1");
    EXPECT_EQ(view.mentors()[1].trainees.at(0).posts, std::set<Post>{Post::Agent});
    EXPECT_EQ(view.mentors()[1].places(), 1);
    EXPECT_EQ(view.places(), 2);
}

TEST_F(PairingBoard, NothingIsKeptBeforeAccept) {
    view.load();
    const auto before = last();
    view.propose();
    EXPECT_EQ(view.proposed().size(), 2u);
    for (const auto& one : view.proposed()) {
        int sum = 0;
        for (const auto& term : one.terms)
            sum += term.points;
        EXPECT_EQ(sum, one.score);
    }
    view.cancel();
    EXPECT_FALSE(view.proposing());
    EXPECT_TRUE(view.proposed().empty());
    EXPECT_EQ(last(), before);
}

TEST_F(PairingBoard, AcceptingOneLeavesTheRestDrawn) {
    view.load();
    view.propose();
    const auto other = view.proposedFor(zhao)->mentor;
    view.accept(wu);
    EXPECT_TRUE(standing(wu));
    EXPECT_FALSE(standing(zhao));
    ASSERT_TRUE(view.proposedFor(zhao));
    EXPECT_EQ(view.proposedFor(zhao)->mentor, other);
    EXPECT_EQ(view.accept(wu), 0);
}

TEST_F(PairingBoard, AcceptingAllIsOneChange) {
    view.load();
    view.propose();
    const auto before = last();
    EXPECT_EQ(view.acceptAll(), before + 1);
    EXPECT_TRUE(view.unpaired().empty());
    EXPECT_FALSE(view.proposing());
}

TEST_F(PairingBoard, ALockHoldsWhileTheRestIsSolvedAgain) {
    view.load();
    view.propose();
    view.lock(wu, chen);
    EXPECT_EQ(view.proposedFor(wu)->mentor, chen);
    EXPECT_TRUE(view.proposedFor(wu)->locked);
    EXPECT_EQ(view.proposedFor(zhao)->mentor, lin);
    EXPECT_EQ(refusedBy([&] { view.lock(zhao, chen); }), Rule::MentorFull);
    EXPECT_TRUE(view.proposedFor(wu)->locked); // the drawing stays
    view.unlock(wu);
    EXPECT_FALSE(view.proposedFor(wu)->locked);
}

TEST_F(PairingBoard, ALockThatNoLongerFitsIsDropped) {
    view.load();
    view.propose();
    view.lock(wu, chen);
    addPair(zhao, chen, today); // another desk took the place
    view.load();
    EXPECT_EQ(view.proposedFor(wu)->mentor, lin);
    EXPECT_FALSE(view.proposedFor(wu)->locked);
}

TEST_F(PairingBoard, SaysWhyNotForEveryMentor) {
    const auto orders = addMentor("Orders only", 2, {Post::Order});
    view.load();
    EXPECT_TRUE(view.whyNot(wu).empty()); // nothing is drawn yet
    view.propose();
    const auto rows = view.whyNot(wu);
    ASSERT_EQ(rows.size(), view.mentors().size());
    int proposed = 0;
    for (const auto& row : rows) {
        proposed += row.why.proposed ? 1 : 0;
        if (row.why.mentor == orders) {
            EXPECT_EQ(row.why.hindrances.front().obstacle, Obstacle::PostDiffers);
        }
    }
    EXPECT_EQ(proposed, 1);
}

TEST_F(PairingBoard, NamesWhoCompetesForTooFewPlaces) {
    addTrainee("Sun Qi", cohort);
    addTrainee("Li Na", cohort);
    view.load();
    view.propose();
    EXPECT_EQ(view.proposed().size(), 3u);
    ASSERT_EQ(view.shortages().size(), 1u);
    EXPECT_EQ(view.shortages()[0].trainees.size(), 4u);
    EXPECT_EQ(view.shortages()[0].places, 3);
    EXPECT_FALSE(view.shortages()[0].remedies.empty());
}

TEST_F(PairingBoard, PairsByHandHandsOverAndEnds) {
    int told = 0;
    view.onChanged = [&] { ++told; };
    view.load();
    view.pairByHand(wu, chen);
    EXPECT_EQ(view.mentors()[0].trainees.at(0).name, "Wu Min");
    view.handOver(wu, lin, "note", today);
    EXPECT_EQ(view.mentors()[1].trainees.at(0).name, "Wu Min");
    view.end(wu, "gone", today);
    EXPECT_EQ(view.unpaired().size(), 2u);
    EXPECT_EQ(view.history(wu).size(), 2u);
    EXPECT_GE(told, 4);
}

TEST_F(PairingBoard, APairToComeIsHandedOverFromItsFirstDayOn) {
    view.load();
    EXPECT_EQ(view.handOverFrom(wu), today);
    view.pairByHand(wu, chen, today.plusDays(2));
    EXPECT_EQ(view.handOverFrom(wu), today.plusDays(2));
    EXPECT_NO_THROW(view.requireMayTakeOver(wu, lin));
    const auto zhou = addMentor("Zhou", 0);
    view.load();
    EXPECT_EQ(refusedBy([&] { view.requireMayTakeOver(wu, zhou); }), Rule::MentorFull);
}

TEST_F(PairingBoard, IsNotForTrainees) {
    PairingView theirs(at(wu));
    EXPECT_EQ(refusedBy([&] { theirs.load(); }), Rule::NotYourRight);
}

} // namespace
} // namespace fledgling::app::test
