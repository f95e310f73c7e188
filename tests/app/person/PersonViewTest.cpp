#include "app/person/PersonView.h"

#include "app/DeskFixture.h"
#include "app/history/History.h"
#include "app/readiness/Decisions.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

class ThePerson : public DeskFixture {
protected:
    ThePerson() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10), Date(2026, 3, 20));
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        chen = addMentor("Chen Bo");
        addPair(wu, chen, Date(2026, 3, 12));
        addMark(cohort, "d1-am", wu, MarkKind::Late, 12);
    }
    PersonView viewOf(const PersonId& reader, const PersonId& person) {
        PersonView view(at(reader), "en", english(), person);
        view.load();
        return view;
    }
    static const PersonView::Entry* first(const PersonView& view, EntryKind kind) {
        const auto found = std::find_if(view.entries().begin(), view.entries().end(),
                                        [&](const auto& one) { return one.kind == kind; });
        return found == view.entries().end() ? nullptr : &*found;
    }
    CohortId cohort;
    PersonId wu, zhao, chen;
};

TEST_F(ThePerson, HasCohortMentorAndEveryLineWithWhoAndWhen) {
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    const auto view = viewOf(manager, wu);
    EXPECT_EQ(view.head().name, "Wu Min");
    EXPECT_EQ(view.head().cohort, "Mar-1");
    EXPECT_EQ(view.head().mentor, "Chen Bo");
    EXPECT_EQ(view.head().verdict, Verdict::Stuck);
    const auto* decision = first(view, EntryKind::Decision);
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ(decision->who, "Manager");
    EXPECT_NE(decision->detail.find("wait for the quiz"), std::string::npos);
    EXPECT_GT(decision->change, 0);
    EXPECT_EQ(decision->page, "readiness");
    EXPECT_NE(first(view, EntryKind::Session), nullptr);
    EXPECT_NE(first(view, EntryKind::Pairing), nullptr);
    EXPECT_TRUE(std::is_sorted(view.entries().begin(), view.entries().end(),
                               [](const auto& a, const auto& b) { return a.day > b.day; }));
}

TEST_F(ThePerson, ATraineeSeesNoVerdictAndNoReasonsOfThoseWhoDecide) {
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    const auto view = viewOf(wu, wu);
    EXPECT_FALSE(view.head().verdict);
    EXPECT_TRUE(view.head().way.empty());
    const auto* decision = first(view, EntryKind::Decision);
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ(decision->detail.find("wait"), std::string::npos);
    EXPECT_TRUE(decision->why.empty());
}

TEST_F(ThePerson, IsClosedToOtherTraineesAndToMentorsOfOthers) {
    EXPECT_THROW(viewOf(zhao, wu), Refused);
    EXPECT_THROW(viewOf(addMentor("Li Na"), wu), Refused);
    EXPECT_NO_THROW(viewOf(chen, wu));
}

TEST_F(ThePerson, ShowsAPastMomentAsItWasKnown) {
    const auto before = store::Book(at(manager).database).last();
    decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    at(manager).asOf = before;
    const auto view = viewOf(manager, wu);
    EXPECT_EQ(first(view, EntryKind::Decision), nullptr);
    EXPECT_NE(first(view, EntryKind::Pairing), nullptr);
}

TEST_F(ThePerson, WhatChangedSinceAMomentLeavesOutWhatStoodBeforeAndCameAfter) {
    const auto since = store::Book(at(manager).database).last();
    const auto hold = decide(at(manager), wu, DecisionKind::Hold, "wait for the quiz");
    decide(at(manager), wu, DecisionKind::Hold, "wait for the practical");
    BookNames names(at(manager));
    const auto rows = historySince(at(manager), {}, since, hold, names);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().number, hold);
    EXPECT_TRUE(historySince(at(manager), {}, hold, since, names).empty());
    EXPECT_THROW((void)historySince(at(wu), {}, since, hold, names), Refused);
}

} // namespace
} // namespace fledgling::app::test
