#include "app/readiness/Readiness.h"

#include "DeskFixture.h"
#include "app/calendar/Calendars.h"
#include "app/mentoring/Mentoring.h"
#include "app/pairing/Pairing.h"
#include "app/readiness/Decisions.h"
#include "app/readiness/ReadinessView.h"
#include "store/Conflict.h"
#include "support/StepsDone.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

class GoLive : public DeskFixture {
protected:
    GoLive() {
        cohort = addCohort("Mar-1", Date(2026, 3, 10), Date(2026, 3, 20));
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        chen = addMentor("Chen Bo");
        lin = addMentor("Lin Yue");
        addPair(wu, chen, Date(2026, 3, 12));
    }
    /// Everything the small course asks of an agent.
    void makeReady(const PersonId& trainee) {
        addAllMarks(cohort, trainee);
        for (const Date day : {Date(2026, 3, 12), Date(2026, 3, 13)})
            addEntry(trainee, chen, day, {"greeting", "closing"});
        signSkill(at(chen), trainee, "greeting", SkillLevel::Alone);
        signSkill(at(chen), trainee, "closing", SkillLevel::Helped);
        acknowledge(at(trainee), trainee, "rules/conduct.md");
    }
    Facts factsOf(const PersonId& trainee) {
        const auto record = recordOf(at(manager), trainee);
        return app::factsOf(record, calendarOf(at(manager), record.course->workingWeek), shownDay(at(manager)));
    }
    /// Whether that person may see a trainee's details.
    void see(const PersonId& who, const PersonId& trainee) {
        requireMaySee(at(who), trainee, recordOf(at(who), trainee).mentor());
    }
    Readiness readinessOf(const PersonId& trainee) {
        for (auto& row : board(at(manager), cohort))
            if (row.record.person.id == trainee) return row.readiness;
        return {};
    }
    CriterionState state(const PersonId& trainee, const std::string& criterion) {
        return readinessOf(trainee).cell(criterion)->state;
    }
    CohortId cohort;
    PersonId wu, zhao, chen, lin;
};

TEST_F(GoLive, FactsComeFromTheBook) {
    addMark(cohort, "d1-am", wu);
    addMark(cohort, "d1-pm", wu, MarkKind::Absent);
    addEntry(wu, chen, Date(2026, 3, 12), {"greeting"});
    addEntry(wu, chen, Date(2026, 3, 14)); // a Saturday counts for nothing
    signSkill(at(chen), wu, "greeting", SkillLevel::Alone);
    acknowledge(at(wu), wu, "rules/conduct.md");
    const auto facts = factsOf(wu);
    EXPECT_EQ(facts.sessions.at("d1-am"), SessionState::Attended);
    EXPECT_EQ(facts.sessions.at("d1-pm"), SessionState::Owed);
    EXPECT_EQ(facts.daysMentored, 1);
    EXPECT_EQ(facts.skills.at("greeting"), SkillLevel::Alone);
    EXPECT_TRUE(facts.acknowledged.contains("rules/conduct.md"));
    EXPECT_TRUE(facts.hasMentor);
    EXPECT_EQ(facts.reviewDay, Date(2026, 3, 20));
    EXPECT_TRUE(facts.upcoming.empty()); // no cohort holds anything any more
}

TEST_F(GoLive, WhatAnotherCohortHoldsCountsAndCanBeMadeUp) {
    const auto later = addCohort("Mar-2", Date(2026, 3, 18));
    addMark(cohort, "d1-am", wu, MarkKind::Absent);
    EXPECT_TRUE(factsOf(wu).upcoming.contains("d1-am"));
    today = Date(2026, 3, 18);
    addMark(later, "d1-am", wu);
    EXPECT_EQ(factsOf(wu).sessions.at("d1-am"), SessionState::MadeUp);
    time = TimeOfDay(12, 0);
    EXPECT_FALSE(factsOf(wu).upcoming.contains("d1-am")); // this morning is over
    EXPECT_TRUE(factsOf(wu).upcoming.contains("d1-pm"));
}

TEST_F(GoLive, AMovedTraineeKeepsTheMarksEarned) {
    addMark(cohort, "d1-am", wu);
    const auto later = addCohort("Mar-2", Date(2026, 3, 18));
    write({store::CohortStore::fact(Member{cohort, wu, Date(2026, 3, 1), Date(2026, 3, 15), "moved"}),
           store::CohortStore::fact(Member{later, wu, Date(2026, 3, 15), std::nullopt, ""})});
    const auto rows = board(at(manager), later);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].facts.sessions.at("d1-am"), SessionState::Attended);
    EXPECT_EQ(board(at(manager), cohort).size(), 1u); // the other one
}

TEST_F(GoLive, TheBoardPutsTheNearestFirst) {
    makeReady(wu);
    const auto rows = board(at(manager), cohort);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].name, "Wu Min");
    EXPECT_EQ(rows[0].readiness.verdict, Verdict::Ready);
    EXPECT_EQ(rows[0].mentorName, "Chen Bo");
    EXPECT_EQ(rows[1].readiness.verdict, Verdict::OnTheWay);
}

TEST_F(GoLive, DoingTheStepsMakesReady) {
    addMark(cohort, "d1-am", zhao, MarkKind::Absent);
    for (const auto& row : board(at(manager), cohort)) {
        auto facts = row.facts;
        for (const auto& step : row.readiness.steps)
            facts = apply(*row.record.course, facts, step);
        EXPECT_EQ(domain::readinessOf(*row.record.course, facts).verdict, Verdict::Ready);
    }
}

TEST_F(GoLive, WhatNobodyAssessedIsNeverMet) {
    loadPackage(coursePackage(
                    "3", "  - {id: desk, title: Desk check, measure: assessment_passed, assessment: desk}\n"),
                "3");
    const auto strict = addCohort("Mar-3", Date(2026, 3, 10), {}, "3");
    const auto sun = addTrainee("Sun Qi", strict);
    const auto rows = board(at(manager), strict);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].record.person.id, sun);
    EXPECT_EQ(rows[0].readiness.cell("desk")->state, CriterionState::NotYetAssessed);
}

TEST_F(GoLive, AMentorSeesTheOwnTraineesOnTheBoardAndATraineeNothing) {
    const auto rows = board(at(chen), cohort);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].record.person.id, wu);
    EXPECT_TRUE(board(at(lin), cohort).empty());
    EXPECT_EQ(refusedBy([&] { (void)board(at(wu), cohort); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { see(wu, zhao); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { see(chen, zhao); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { see(wu, wu); }), std::nullopt);
}

TEST_F(GoLive, OnlyTheManagerDecides) {
    makeReady(wu);
    for (const auto& who : {supervisor, trainer, chen, wu})
        EXPECT_EQ(refusedBy([&] { decide(at(who), wu, DecisionKind::Approve, "ready"); }),
                  Rule::NotYourRight);
}

TEST_F(GoLive, AnApprovalKeepsWhatItRestsOnAndFreesTheMentor) {
    makeReady(wu);
    decide(at(manager), wu, DecisionKind::Approve, "ready");
    const auto kept = store::MentoringStore(m_database).decisionOf(wu);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->decision.basis.size(), 5u);
    EXPECT_TRUE(kept->decision.unmet.empty());
    EXPECT_EQ(currentMentor(at(manager), wu), std::nullopt);
    EXPECT_EQ(store::MentoringStore(m_database).pairOf(wu)->until, today);
    // The mentor the approval rests on still counts, and nothing has changed by the decision itself.
    EXPECT_EQ(state(wu, "mentor"), CriterionState::Met);
    EXPECT_FALSE(board(at(manager), cohort)[0].factsChanged());
    for (const auto& one : pairingPool(at(manager)).trainees)
        EXPECT_NE(one.person.id, wu);
}

TEST_F(GoLive, UndoOfAnApprovalGivesTheMentorBack) {
    makeReady(wu);
    decide(at(manager), wu, DecisionKind::Approve, "ready");
    undo(at(manager));
    EXPECT_EQ(currentMentor(at(manager), wu)->id, chen);
    EXPECT_FALSE(store::MentoringStore(m_database).decisionOf(wu));
}

TEST_F(GoLive, TheFreedPlaceCanBeTakenAtOnce) {
    const auto solo = addMentor("Solo", 1);
    handOver(at(manager), wu, solo, "note", today);
    EXPECT_EQ(refusedBy([&] { pair(at(manager), zhao, solo, today); }), Rule::MentorFull);
    addAllMarks(cohort, wu);
    decide(at(manager), wu, DecisionKind::Approve, "urgent", today.plusDays(5));
    EXPECT_EQ(refusedBy([&] { pair(at(manager), zhao, solo, today); }), std::nullopt);
}

TEST_F(GoLive, ApprovingAgainstUnmetCriteriaNeedsAReasonAndAnExpiry) {
    EXPECT_EQ(refusedBy([&] { decide(at(manager), wu, DecisionKind::Approve, ""); }), Rule::ReasonNeeded);
    EXPECT_EQ(refusedBy([&] { decide(at(manager), wu, DecisionKind::Approve, "urgent"); }), Rule::CriteriaUnmet);
    EXPECT_EQ(
        refusedBy([&] { decide(at(manager), wu, DecisionKind::Approve, "urgent", today.plusDays(-1)); }),
        Rule::DateInPast);
    decide(at(manager), wu, DecisionKind::Approve, "urgent", today.plusDays(2));
    EXPECT_EQ(state(wu, "attended"), CriterionState::Waived);
    EXPECT_EQ(state(wu, "mentor"), CriterionState::Met);
    const auto history = decisionHistory(at(manager), wu);
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].kept.decision.unmet,
              (std::vector<std::string>{"attended", "skills", "mentored", "rules"}));
    EXPECT_EQ(history[0].by, "Manager");
    today = today.plusDays(3); // past its date
    EXPECT_NE(state(wu, "attended"), CriterionState::Waived);
    EXPECT_NE(state(wu, "mentor"), CriterionState::Met);
    EXPECT_FALSE(decisionHistory(at(manager), wu)[0].inForce);
    const auto pool = pairingPool(at(manager)).trainees;
    EXPECT_TRUE(std::any_of(pool.begin(), pool.end(), [&](const auto& one) { return one.person.id == wu; }));
}

TEST_F(GoLive, ALaterChangeMarksTheDecision) {
    makeReady(wu);
    decide(at(manager), wu, DecisionKind::Approve, "ready");
    addMark(cohort, "d2-pm", wu, MarkKind::Absent);
    const auto rows = board(at(manager), cohort);
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.record.person.id == wu; });
    EXPECT_EQ(row->changed, std::vector<std::string>{"attended"});
}

TEST_F(GoLive, ADecisionIsSupersededAndNeverEdited) {
    decide(at(manager), wu, DecisionKind::Hold, "sick");
    EXPECT_EQ(refusedBy([&] { decide(at(manager), wu, DecisionKind::Hold, "sick"); }), Rule::AlreadyDecided);
    EXPECT_TRUE(factsOf(wu).held);
    decide(at(manager), wu, DecisionKind::Extend, "two more days", Date(2026, 3, 24));
    EXPECT_FALSE(factsOf(wu).held);
    EXPECT_EQ(factsOf(wu).reviewDay, Date(2026, 3, 24));
    const auto history = decisionHistory(at(manager), wu);
    ASSERT_EQ(history.size(), 2u);
    EXPECT_TRUE(history[0].stands);
    EXPECT_FALSE(history[1].stands);
    EXPECT_EQ(history[1].kept.decision.reason, "sick");
    EXPECT_FALSE(history[0].takenBack);
    EXPECT_FALSE(history[1].takenBack) << "another decision took its place";
    undo(at(manager));
    const auto back = decisionHistory(at(manager), wu);
    ASSERT_EQ(back.size(), 2u);
    EXPECT_TRUE(back[0].takenBack);
    EXPECT_FALSE(back[1].takenBack) << "it stands again";
    EXPECT_EQ(std::count_if(back.begin(), back.end(), [](const auto& row) { return row.stands; }), 1);
    EXPECT_TRUE(factsOf(wu).held);
}

TEST_F(GoLive, ADecisionGivenAgainIsNotTakenBack) {
    decide(at(manager), wu, DecisionKind::Hold, "sick");
    const auto back = undo(at(manager));
    ASSERT_EQ(decisionHistory(at(manager), wu).size(), 1u);
    EXPECT_TRUE(decisionHistory(at(manager), wu)[0].takenBack);
    undoChange(at(manager), back, "sick after all");
    for (const auto& row : decisionHistory(at(manager), wu))
        EXPECT_FALSE(row.takenBack);
}

TEST_F(GoLive, TheBoardNamesTheMentorAnApprovalRestsOn) {
    makeReady(wu);
    decide(at(manager), wu, DecisionKind::Approve, "ready");
    for (const auto& row : board(at(manager), cohort))
        if (row.record.person.id == wu) {
            EXPECT_FALSE(row.record.paired()) << "approving ends the pairing";
            EXPECT_EQ(row.mentorName, "Chen Bo");
        }
}

TEST_F(GoLive, AnApprovalTakenBackByAHoldNeedsAMentorAgain) {
    makeReady(wu);
    decide(at(manager), wu, DecisionKind::Approve, "ready");
    decide(at(manager), wu, DecisionKind::Hold, "complaint came in");
    EXPECT_EQ(state(wu, "mentor"), CriterionState::Missing);
    const auto rows = board(at(manager), cohort);
    EXPECT_TRUE(std::none_of(rows.begin(), rows.end(), [](const auto& row) { return row.factsChanged(); }));
}

TEST_F(GoLive, AnApprovalIsGivenOnce) {
    makeReady(wu);
    decide(at(manager), wu, DecisionKind::Approve, "ready");
    EXPECT_EQ(refusedBy([&] { decide(at(manager), wu, DecisionKind::Approve, "really"); }),
              Rule::AlreadyDecided);
}

TEST_F(GoLive, TheBoardOfAPastMomentShowsWhatWasKnown) {
    addMark(cohort, "d1-am", wu);
    const auto then = last();
    addMark(cohort, "d1-pm", wu);
    auto past = at(manager);
    past.asOf = then;
    const auto rows = board(past, cohort);
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.record.person.id == wu; });
    EXPECT_EQ(row->readiness.cell("attended")->have, 1);
    EXPECT_EQ(readinessOf(wu).cell("attended")->have, 2);
}

class ReadinessPage : public GoLive {
protected:
    ReadinessView view{at(manager), "en"};
};

TEST_F(ReadinessPage, CountsAndFiltersRows) {
    makeReady(wu);
    const auto sun = addTrainee("Sun Qi", cohort, Post::Complaint);
    decide(at(manager), sun, DecisionKind::Hold, "sick");
    view.load();
    EXPECT_EQ(view.counts().ready, 1);
    EXPECT_EQ(view.counts().onTheWay, 1);
    EXPECT_EQ(view.counts().stuck, 1);
    ASSERT_EQ(view.columns().size(), 5u);
    EXPECT_EQ(view.columns()[1].title, "Skills signed off");
    view.setFilter({{}, Post::Complaint, {}, {}});
    ASSERT_EQ(view.rows().size(), 1u);
    EXPECT_EQ(view.rows()[0].stuck.at(0).reason.by, StuckBy::Held);
    view.setFilter({{}, {}, chen, {}});
    ASSERT_EQ(view.rows().size(), 1u);
    EXPECT_EQ(view.rows()[0].name, "Wu Min");
    view.setFilter({{}, {}, {}, Verdict::OnTheWay});
    ASSERT_EQ(view.rows().size(), 1u);
    EXPECT_EQ(view.rows()[0].name, "Zhao Lei");
    EXPECT_EQ(view.counts().ready, 1); // counts don't depend on the verdict chosen
}

TEST_F(ReadinessPage, ShowsOneCohortOrAllInTraining) {
    const auto other = addCohort("Mar-2", Date(2026, 3, 18));
    addTrainee("Sun Qi", other);
    view.load();
    EXPECT_EQ(view.cohorts().size(), 2u);
    EXPECT_EQ(view.cohorts()[0].name, "Mar-2"); // newest first
    EXPECT_EQ(view.rows().size(), 3u);
    view.setFilter({other, {}, {}, {}});
    EXPECT_EQ(view.rows().size(), 1u);
}

TEST_F(ReadinessPage, StepsAreNamedAsTheCourseNamesThem) {
    addMark(cohort, "d1-am", zhao, MarkKind::Absent);
    view.load();
    const auto& steps = view.row(zhao)->steps;
    EXPECT_EQ(steps.front().step.kind, StepKind::AssignMentor);
    EXPECT_EQ(steps.front().subject, "");
    EXPECT_TRUE(std::any_of(steps.begin(), steps.end(), [](const auto& one) {
        return one.step.kind == StepKind::MakeUpSession && one.subject == "Attitude";
    }));
}

TEST_F(ReadinessPage, OpensTheRowsBehindACell) {
    makeReady(wu);
    addMark(cohort, "d1-pm", wu, MarkKind::Late, 12);
    view.load();
    const auto sessions = view.rowsBehind(wu, "attended");
    ASSERT_EQ(sessions.size(), 4u);
    EXPECT_EQ(sessions[1].title, "Follow along");
    EXPECT_EQ(sessions[1].mark->minutes, Minutes(12));
    EXPECT_EQ(sessions[1].day, Date(2026, 3, 10));
    const auto skills = view.rowsBehind(wu, "skills");
    ASSERT_EQ(skills.size(), 2u);
    EXPECT_EQ(skills[0].by, "Chen Bo");
    const auto days = view.rowsBehind(wu, "mentored");
    ASSERT_EQ(days.size(), 3u); // the count, and the two days
    EXPECT_EQ(days[1].day, Date(2026, 3, 13));
    EXPECT_EQ(view.rowsBehind(wu, "rules").at(0).day, today);
    EXPECT_TRUE(view.rowsBehind(wu, "juggling").empty());
}

TEST_F(ReadinessPage, DecidesOnWhatItShows) {
    makeReady(wu);
    view.load();
    EXPECT_TRUE(view.mayDecide());
    view.decide(wu, DecisionKind::Approve, "ready");
    view.setFilter({cohort, {}, {}, {}});
    ASSERT_TRUE(view.row(wu)->decision);
    EXPECT_TRUE(view.row(wu)->decisionInForce);
    EXPECT_FALSE(view.row(wu)->factsChanged());
    addMark(cohort, "d2-am", wu, MarkKind::Absent);
    view.load();
    EXPECT_EQ(view.row(wu)->changed, std::vector<std::string>{"Sessions done"});
    EXPECT_EQ(view.history(wu).size(), 1u);
}

TEST_F(ReadinessPage, ADecisionOnADecisionThatHasChangedIsAConflict) {
    const auto second = addPerson("Second", {Role::Manager});
    view.load();
    decide(at(second), wu, DecisionKind::Hold, "sick");
    EXPECT_THROW(view.decide(wu, DecisionKind::Extend, "later", Date(2026, 3, 30)), store::Conflict);
    view.load();
    EXPECT_NE(view.decide(wu, DecisionKind::Extend, "later", Date(2026, 3, 30)), 0);
}

TEST_F(ReadinessPage, AfterATakingBackOneDecidesAnew) {
    decide(at(manager), wu, DecisionKind::Hold, "sick");
    undo(at(manager));
    view.load();
    EXPECT_FALSE(view.row(wu)->decision);
    EXPECT_NE(view.decide(wu, DecisionKind::Extend, "later", Date(2026, 3, 30)), 0);
}

} // namespace
} // namespace fledgling::app::test
