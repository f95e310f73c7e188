#include "Places.h"

#include <algorithm>
#include <set>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;
using domain::Date;
using domain::DecisionKind;
using domain::Member;
using domain::PersonId;

/// What a board asks for many people at once is what it would get asking for each of them.
class ManyPeopleTest : public InEveryPlace {
protected:
    void SetUp() override {
        InEveryPlace::SetUp();
        if (IsSkipped()) return;
        sample = kept();
        everybody = {sample.trainee.id, sample.other.id, sample.mentor.id, newId<PersonId>()};
    }
    ChangeNumber add(const std::vector<Fact>& facts) {
        return book().append(headOf("x", sample.mentor.id), facts);
    }
    /// One by one, strung together as the batch strings its answers.
    template <class Read>
    auto oneByOne(Read read) {
        decltype(read(PersonId())) all;
        for (const auto& id : everybody)
            for (auto& one : read(id))
                all.push_back(std::move(one));
        return all;
    }
    BookSample sample;
    std::set<PersonId> everybody;
};
FLEDGLING_EVERY_PLACE(ManyPeopleTest);

TEST_P(ManyPeopleTest, PeopleByTheirIds) {
    auto found = PeopleStore(database()).people(everybody);
    EXPECT_EQ(found.size(), 3U);
    for (const auto& one : found)
        EXPECT_EQ(PeopleStore(database()).person(one.id), one);
    EXPECT_TRUE(PeopleStore(database()).people(std::set<PersonId>()).empty());
}

TEST_P(ManyPeopleTest, MoreThanOneStatementTakes) {
    std::vector<Fact> facts;
    std::set<PersonId> ids;
    for (int i = 0; i < 450; ++i) {
        const auto person = personOf("Somebody", domain::Role::Trainee);
        ids.insert(person.id);
        for (auto& fact : PeopleStore::facts(person))
            facts.push_back(std::move(fact));
    }
    add(facts);
    EXPECT_EQ(PeopleStore(database()).people(ids).size(), 450U);
}

TEST_P(ManyPeopleTest, PairsEntriesAndProblems) {
    MentoringStore mentoring(database());
    EXPECT_EQ(mentoring.pairsOf(everybody).size(), oneByOne([&](const auto& id) {
                                                       const auto pair = mentoring.pairOf(id);
                                                       return pair ? std::vector{*pair}
                                                                   : std::vector<domain::Pair>();
                                                   }).size());
    const auto entries = mentoring.entriesOf(everybody);
    EXPECT_FALSE(entries.empty());
    EXPECT_EQ(entries.size(), oneByOne([&](const auto& id) { return mentoring.entriesOf(id); }).size());
    EXPECT_EQ(mentoring.problemsOf(everybody).size(),
              oneByOne([&](const auto& id) { return mentoring.problemsOf(id); }).size());
    EXPECT_EQ(mentoring.acknowledgementsOf(everybody).size(),
              oneByOne([&](const auto& id) { return mentoring.acknowledgementsOf(std::set{id}); }).size());
}

TEST_P(ManyPeopleTest, SignsWithTheirDayAndChange) {
    add({MentoringStore::fact(
        domain::SkillSign{sample.trainee.id, "closing", domain::SkillLevel::None, {}, {}, "why"})});
    MentoringStore mentoring(database());
    const auto signs = mentoring.signsOf(everybody);
    EXPECT_EQ(signs.size(),
              mentoring.skillsOf(sample.trainee.id).size() + mentoring.skillsOf(sample.other.id).size());
    const auto mine =
        std::find_if(signs.begin(), signs.end(), [](const auto& one) { return one.sign.skill == "closing"; });
    ASSERT_NE(mine, signs.end());
    EXPECT_EQ(mine->sign.by, sample.mentor.id);
    EXPECT_EQ(mine->change, book().last());
    EXPECT_EQ(mine->day, book().change(mine->change)->head.localDate);
}

TEST_P(ManyPeopleTest, OnlyTheDecisionThatStands) {
    add({MentoringStore::fact({sample.other.id, DecisionKind::Hold, "sick", {}, {}, {}, 1})});
    const auto second = add({MentoringStore::fact(
        {sample.other.id, DecisionKind::Extend, "later", Date(2026, 12, 1), {}, {}, 1})});
    MentoringStore mentoring(database());
    const auto stands = [&] {
        for (const auto& one : mentoring.decisionsOf(everybody))
            if (one.decision.trainee == sample.other.id) return std::optional(one.decision.kind);
        return std::optional<DecisionKind>();
    };
    const auto lastOf = [&] {
        for (const auto& [trainee, change] : mentoring.lastDecisionChanges(everybody))
            if (trainee == sample.other.id) return change;
        return ChangeNumber{0};
    };
    EXPECT_EQ(stands(), DecisionKind::Extend);
    EXPECT_EQ(lastOf(), second);
    add(book().reversal(second));
    EXPECT_EQ(stands(), DecisionKind::Hold);
    EXPECT_EQ(lastOf(), book().last());
}

TEST_P(ManyPeopleTest, MarksWithTheSessionTheyWereGivenIn) {
    AttendanceStore attendance(database());
    const auto taken = attendance.takenBy(everybody);
    EXPECT_EQ(taken.size(), oneByOne([&](const auto& id) { return attendance.marksOf(id); }).size());
    EXPECT_FALSE(taken.empty());
    for (const auto& one : taken) {
        const auto session = CohortStore(database()).session(one.session);
        ASSERT_TRUE(session);
        EXPECT_EQ(one.day, session->day);
        EXPECT_EQ(one.courseSession, session->courseSession);
        EXPECT_EQ(one.course, CohortStore(database()).cohort(one.cohort)->course);
    }
    EXPECT_TRUE(std::is_sorted(taken.begin(), taken.end(),
                               [](const auto& a, const auto& b) { return a.day < b.day; }));
    EXPECT_EQ(attendance.waiversOf(everybody).size(),
              oneByOne([&](const auto& id) { return attendance.waiversOf(id); }).size());
}

TEST_P(ManyPeopleTest, StandingPairsAreThoseWithoutAnEnd) {
    MentoringStore mentoring(database());
    const auto pairs = mentoring.currentPairs();
    const auto kept = mentoring.standingPairs();
    ASSERT_EQ(kept.size(), pairs.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        EXPECT_EQ(kept[i].pair, pairs[i]);
        EXPECT_EQ(kept[i].change, book().current("pairing", {pairs[i].trainee.text()})->change);
    }
}

TEST_P(ManyPeopleTest, InTrainingIsWhoHasNeitherLeftNorRetiredNorBeenApproved) {
    const Date day(2030, 1, 10);
    auto fresh = personOf("Fresh", domain::Role::Trainee);
    auto facts = PeopleStore::facts(fresh);
    const domain::Cohort cohort{newId<domain::CohortId>(), "B", "course", "1", day, {}};
    facts.push_back(CohortStore::fact(cohort));
    const Member member{cohort.id, fresh.id, day, std::nullopt, ""};
    facts.push_back(CohortStore::fact(member));
    add(facts);
    const auto there = [&](Date on) {
        const auto found = MentoringStore(database()).inTraining(on);
        return std::any_of(found.begin(), found.end(),
                           [&](const Member& one) { return one.trainee == fresh.id; });
    };
    EXPECT_TRUE(there(day));
    const auto approved = add(
        {MentoringStore::fact({fresh.id, DecisionKind::Approve, "ready", day.plusDays(5), {"x"}, {}, 1})});
    EXPECT_FALSE(there(day.plusDays(5)));
    EXPECT_TRUE(there(day.plusDays(6))); // the approval has run out
    add(book().reversal(approved));
    EXPECT_TRUE(there(day));
    add({CohortStore::fact(Member{cohort.id, fresh.id, day, day.plusDays(2), "left"})});
    EXPECT_TRUE(there(day.plusDays(1)));
    EXPECT_FALSE(there(day.plusDays(2)));
    add({CohortStore::fact(member)});
    fresh.retired = true;
    add(PeopleStore::facts(fresh));
    EXPECT_FALSE(there(day));
}

TEST_P(ManyPeopleTest, WhoWasApprovedForGoodIsInTrainingOnlyUpToThen) {
    const Date day(2030, 1, 10);
    const auto fresh = personOf("Fresh", domain::Role::Trainee);
    auto facts = PeopleStore::facts(fresh);
    const domain::Cohort cohort{newId<domain::CohortId>(), "B", "course", "1", day, {}};
    facts.push_back(CohortStore::fact(cohort));
    facts.push_back(CohortStore::fact(Member{cohort.id, fresh.id, day, std::nullopt, ""}));
    add(facts);
    const auto there = [&](ChangeNumber asOf, ChangeNumber settled) {
        const auto found = MentoringStore(database(), asOf).inTraining(day, settled);
        return std::any_of(found.begin(), found.end(),
                           [&](const Member& one) { return one.trainee == fresh.id; });
    };
    EXPECT_TRUE(there(NOW, NOW));
    const auto approved =
        add({MentoringStore::fact({fresh.id, DecisionKind::Approve, "ready", std::nullopt, {}, {}, 1})});
    EXPECT_FALSE(there(NOW, NOW));
    EXPECT_TRUE(there(approved - 1, NOW));
    EXPECT_TRUE(there(NOW, approved - 1));
    const auto held = add({MentoringStore::fact({fresh.id, DecisionKind::Hold, "wait", std::nullopt, {}, {}, 1})});
    EXPECT_TRUE(there(NOW, NOW));
    EXPECT_FALSE(there(NOW, held - 1));
    add({MentoringStore::fact({fresh.id, DecisionKind::Approve, "ready", std::nullopt, {}, {}, 1})});
    EXPECT_FALSE(there(NOW, NOW));
    const auto last = book().last();
    add(book().reversal(last));
    EXPECT_TRUE(there(NOW, NOW)) << "the hold stands again";
}

} // namespace
