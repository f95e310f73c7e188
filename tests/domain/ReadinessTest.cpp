#include "domain/Readiness.h"

#include "ReadinessCourse.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace fledgling::domain {
namespace {

using test::factsOfReady;
using test::readinessCourse;

Course courseWith(std::vector<Criterion> criteria) {
    auto course = readinessCourse();
    course.readiness = std::move(criteria);
    return course;
}

Criterion percentOf(Measure measure, int atLeast) {
    Criterion one;
    one.id = std::string(keyOf(measure));
    one.measure = measure;
    one.atLeast = atLeast;
    return one;
}

CriterionState stateOf(const Course& course, const Facts& facts, const std::string& criterion) {
    return readinessOf(course, facts).cell(criterion)->state;
}

std::vector<Step> steps(const Course& course, const Facts& facts) { return readinessOf(course, facts).steps; }

TEST(Readiness, WhoHasEverythingIsReady) {
    const auto readiness = readinessOf(readinessCourse(), factsOfReady());
    EXPECT_EQ(readiness.verdict, Verdict::Ready);
    EXPECT_TRUE(readiness.steps.empty());
    for (const auto& cell : readiness.cells)
        EXPECT_EQ(cell.state, CriterionState::Met) << cell.criterion;
}

TEST(Readiness, ACellSaysHowManyOfHowMany) {
    auto facts = factsOfReady();
    facts.sessions.erase("d1-pm");
    const auto readiness = readinessOf(readinessCourse(), facts);
    EXPECT_EQ(*readiness.cell("attended"),
              (Cell{"attended", Measure::SessionsDone, CriterionState::Due, 3, 4, 4, 75, true}));
}

TEST(Readiness, AnOwedSessionIsMissingAndOneAheadIsDue) {
    auto facts = factsOfReady();
    facts.sessions["d1-pm"] = SessionState::Ahead;
    EXPECT_EQ(stateOf(readinessCourse(), facts, "attended"), CriterionState::Due);
    facts.sessions["d1-pm"] = SessionState::Owed;
    EXPECT_EQ(stateOf(readinessCourse(), facts, "attended"), CriterionState::Missing);
}

TEST(Readiness, WaivedAndMadeUpSessionsAreDone) {
    auto facts = factsOfReady();
    facts.sessions["d1-am"] = SessionState::Waived;
    facts.sessions["d1-pm"] = SessionState::MadeUp;
    EXPECT_EQ(readinessOf(readinessCourse(), facts).verdict, Verdict::Ready);
}

TEST(Readiness, WhatNobodyMeasuredIsNeverMet) {
    const auto course = readinessCourse();
    auto facts = factsOfReady();
    facts.assessments.clear();
    facts.chatPoints.reset();
    facts.chatDaysReviewed.reset();
    const auto readiness = readinessOf(course, facts);
    EXPECT_EQ(readiness.verdict, Verdict::OnTheWay);
    for (const auto* id : {"quiz", "points", "reviewed"}) {
        EXPECT_EQ(readiness.cell(id)->state, CriterionState::NotYetAssessed) << id;
        EXPECT_FALSE(readiness.cell(id)->assessed);
    }
    for (const auto& cell : readiness.cells)
        EXPECT_EQ(cell.fulfilled(), cell.assessed) << cell.criterion;
}

TEST(Readiness, NotEvenAThresholdOfNoughtIsMetUnmeasured) {
    const auto course = courseWith({percentOf(Measure::ChatPoints, 0)});
    EXPECT_EQ(stateOf(course, Facts{}, "chat_points"), CriterionState::NotYetAssessed);
    EXPECT_EQ(steps(course, Facts{}),
              (std::vector<Step>{{StepKind::KeepChatPoints, {}, 0, SkillLevel::None, 0, 26}}));
}

TEST(Readiness, PointsAreKeptOfThoseOfAMonth) {
    auto facts = factsOfReady();
    facts.chatPoints = 18;
    EXPECT_EQ(steps(readinessCourse(), facts), (std::vector<Step>{{StepKind::KeepChatPoints, {}, 2, SkillLevel::None, 20, 26}}));
    facts.chatPoints.reset();
    EXPECT_EQ(steps(readinessCourse(), facts), (std::vector<Step>{{StepKind::KeepChatPoints, {}, 20, SkillLevel::None, 20, 26}}));
}

TEST(Readiness, AFailedAssessmentIsMissingWithItsResult) {
    auto facts = factsOfReady();
    facts.assessments["final"] = {false, 55, 1};
    const auto readiness = readinessOf(readinessCourse(), facts);
    const auto* cell = readiness.cell("quiz");
    EXPECT_EQ(cell->state, CriterionState::Missing);
    EXPECT_EQ(cell->percent, 55);
}

TEST(Readiness, CriteriaOfOtherPostsDoNotCount) {
    auto course = readinessCourse();
    course.readiness[0].posts = {Post::Order};
    auto facts = factsOfReady();
    facts.sessions.clear();
    EXPECT_EQ(readinessOf(course, facts).cell("attended"), nullptr);
    facts.post = Post::Order;
    EXPECT_NE(readinessOf(course, facts).cell("attended"), nullptr);
}

TEST(Readiness, SkillsCountForThePostAtTheLevelTheyNeed) {
    const auto course = courseWith({percentOf(Measure::SkillsSigned, 100)});
    Facts facts;
    facts.skills = {
        {"greeting", SkillLevel::Helped}, {"refunds", SkillLevel::Alone}, {"closing", SkillLevel::Alone}};
    const auto readiness = readinessOf(course, facts);
    EXPECT_EQ(readiness.cells[0].have, 2);
    EXPECT_EQ(readiness.cells[0].total, 3); // "channels" is for order handlers
    EXPECT_EQ(readiness.steps, (std::vector<Step>{{StepKind::SignSkill, "greeting", 1, SkillLevel::Alone}}));
    facts.post = Post::Order;
    EXPECT_EQ(readinessOf(course, facts).cells[0].total, 4);
}

TEST(Readiness, APercentageIsReachedExactlyAtItsNumber) {
    Facts facts;
    facts.sessions = {{"d1-am", SessionState::Attended},
                      {"d1-pm", SessionState::Attended},
                      {"d2-am", SessionState::Attended}};
    for (const auto& [atLeast, need] : std::vector<std::pair<int, int>>{
             {0, 0}, {1, 1}, {25, 1}, {26, 2}, {75, 3}, {76, 4}, {100, 4}, {150, 4}}) {
        const auto course = courseWith({percentOf(Measure::SessionsDone, atLeast)});
        const auto readiness = readinessOf(course, facts);
        EXPECT_EQ(readiness.cells[0].need, need) << atLeast;
        EXPECT_EQ(readiness.verdict == Verdict::Ready, need <= 3) << atLeast;
    }
}

TEST(Readiness, TwoThirdsAreLessThanSixtySevenPercent) {
    auto facts = factsOfReady();
    facts.skills.erase("greeting");
    EXPECT_EQ(readinessOf(courseWith({percentOf(Measure::SkillsSigned, 66)}), facts).verdict, Verdict::Ready);
    const auto readiness = readinessOf(courseWith({percentOf(Measure::SkillsSigned, 67)}), facts);
    EXPECT_EQ(readiness.cells[0].percent, 66);
    EXPECT_EQ(readiness.cells[0].need, 3);
    EXPECT_EQ(readiness.verdict, Verdict::OnTheWay);
}

TEST(Readiness, BelowHundredPercentTheFewestAndNearestAreAsked) {
    auto course = courseWith({percentOf(Measure::SessionsDone, 50), percentOf(Measure::SkillsSigned, 60)});
    Facts facts;
    facts.sessions = {{"d1-am", SessionState::Owed}, {"d1-pm", SessionState::Attended}};
    facts.skills = {{"closing", SkillLevel::Helped}, {"refunds", SkillLevel::Helped}};
    // Of four sessions two: the one ahead comes anyway. Of three skills two: refunds stands, closing lacks
    // one level.
    EXPECT_EQ(steps(course, facts),
              (std::vector<Step>{{StepKind::AttendSession, "d2-am", 1, SkillLevel::None},
                                 {StepKind::SignSkill, "closing", 1, SkillLevel::Alone}}));
}

TEST(Readiness, TwoCriteriaShareTheirSteps) {
    auto greeting = percentOf(Measure::SkillsSigned, 50), closing = percentOf(Measure::SkillsSigned, 50);
    greeting.skills = {"greeting", "closing"};
    closing.id = "other";
    closing.skills = {"closing", "refunds"};
    // One skill stands in both; each alone would have taken its nearest.
    Facts facts;
    facts.skills = {{"greeting", SkillLevel::Helped}, {"refunds", SkillLevel::Shown}};
    EXPECT_EQ(steps(courseWith({greeting, closing}), facts),
              (std::vector<Step>{{StepKind::SignSkill, "closing", 3, SkillLevel::Alone}}));
}

TEST(Readiness, OfEquallyManyStepsTheLeastWorkIsAsked) {
    // Any two of the three skills do for three criteria over two each; "refunds" is furthest.
    std::vector<Criterion> criteria(3, percentOf(Measure::SkillsSigned, 50));
    criteria[0].skills = {"greeting", "closing"};
    criteria[1].skills = {"greeting", "refunds"};
    criteria[2].skills = {"closing", "refunds"};
    Facts facts;
    facts.skills = {{"greeting", SkillLevel::Helped}, {"closing", SkillLevel::Helped}};
    EXPECT_EQ(steps(courseWith(criteria), facts),
              (std::vector<Step>{{StepKind::SignSkill, "greeting", 1, SkillLevel::Alone},
                                 {StepKind::SignSkill, "closing", 1, SkillLevel::Alone}}));
}

TEST(Readiness, TheLongerOfTwoWaitsCountsOnce) {
    auto more = percentOf(Measure::DaysMentored, 10);
    more.id = "more";
    Facts facts;
    facts.daysMentored = 3;
    EXPECT_EQ(steps(courseWith({percentOf(Measure::DaysMentored, 5), more}), facts),
              (std::vector<Step>{{StepKind::MentoredDays, {}, 7, SkillLevel::None}}));
}

TEST(Readiness, ANewTraineeIsToldEverythingInOrder) {
    const auto way = steps(readinessCourse(), Facts{});
    std::vector<StepKind> kinds;
    for (const auto& step : way)
        if (kinds.empty() || kinds.back() != step.kind) kinds.push_back(step.kind);
    EXPECT_EQ(kinds, (std::vector{StepKind::AssignMentor, StepKind::AttendSession, StepKind::SignSkill,
                                  StepKind::MentoredDays, StepKind::AcknowledgeText, StepKind::PassAssessment,
                                  StepKind::KeepChatPoints, StepKind::ReviewChatDays}));
    EXPECT_EQ(way.size(), 1u + 4 + 3 + 1 + 2 + 1 + 1 + 1);
}

TEST(Readiness, AnOwedSessionWithNoneAheadIsStuck) {
    auto facts = factsOfReady();
    facts.sessions["d1-pm"] = SessionState::Owed;
    const auto stuck = readinessOf(readinessCourse(), facts);
    EXPECT_EQ(stuck.verdict, Verdict::Stuck);
    EXPECT_EQ(stuck.stuck, (std::vector<StuckReason>{{StuckBy::NoMakeUpAhead, "d1-pm"}}));
    facts.upcoming = {"d1-pm"};
    const auto way = readinessOf(readinessCourse(), facts);
    EXPECT_EQ(way.verdict, Verdict::OnTheWay);
    EXPECT_EQ(way.steps, (std::vector<Step>{{StepKind::MakeUpSession, "d1-pm", 1, SkillLevel::None}}));
}

TEST(Readiness, AHoldAUsedUpAssessmentAndALateReviewAreStuck) {
    auto facts = factsOfReady();
    facts.daysMentored = 9;
    facts.reviewDay = facts.today = Date::of("2026-11-27");
    EXPECT_EQ(readinessOf(readinessCourse(), facts).verdict, Verdict::OnTheWay);
    facts.today = Date::of("2026-11-28");
    EXPECT_EQ(readinessOf(readinessCourse(), facts).stuck,
              (std::vector<StuckReason>{{StuckBy::ReviewDayPassed, {}}}));
    facts.held = true;
    facts.assessments["final"] = {false, 70, 2};
    EXPECT_EQ(readinessOf(readinessCourse(), facts).stuck,
              (std::vector<StuckReason>{
                  {StuckBy::Held, {}}, {StuckBy::AttemptsUsedUp, "final"}, {StuckBy::ReviewDayPassed, {}}}));
    facts.assessments["final"].attempts = 1;
    EXPECT_EQ(readinessOf(readinessCourse(), facts).stuck.size(), 2u);
}

TEST(Readiness, WhoMeetsEverythingIsReadyEvenWhenHeld) {
    auto facts = factsOfReady();
    facts.held = true;
    facts.reviewDay = Date::of("2026-01-01");
    facts.today = Date::of("2026-02-01");
    const auto readiness = readinessOf(readinessCourse(), facts);
    EXPECT_EQ(readiness.verdict, Verdict::Ready);
    EXPECT_TRUE(readiness.stuck.empty());
}

TEST(Readiness, AWaivedCriterionShowsAsWaivedOnlyWhileUnmet) {
    auto facts = factsOfReady();
    facts.waived = {"mentored", "quiz"};
    facts.daysMentored = 4;
    const auto readiness = readinessOf(readinessCourse(), facts);
    EXPECT_EQ(readiness.cell("mentored")->state, CriterionState::Waived);
    EXPECT_EQ(readiness.cell("quiz")->state, CriterionState::Met);
    EXPECT_EQ(readiness.verdict, Verdict::Ready);
    EXPECT_TRUE(readiness.steps.empty());
}

TEST(Readiness, ABoardBeginsWithWhoIsNearest) {
    auto oneStep = factsOfReady(), oneLongStep = factsOfReady(), twoSteps = factsOfReady(),
         stuck = factsOfReady();
    oneStep.daysMentored = 9;
    oneLongStep.daysMentored = 2;
    twoSteps.daysMentored = 9;
    twoSteps.hasMentor = false;
    stuck.held = true;
    stuck.daysMentored = 9;
    std::vector<Readiness> board;
    for (const auto& facts : {stuck, twoSteps, oneLongStep, oneStep, factsOfReady()})
        board.push_back(readinessOf(readinessCourse(), facts));
    const auto expected = std::vector(board.rbegin(), board.rend());
    std::sort(board.begin(), board.end(), nearer);
    EXPECT_EQ(board, expected);
    EXPECT_FALSE(nearer(board[0], board[0]));
}

TEST(Readiness, TheRowsBehindACellAddUpToIt) {
    auto facts = factsOfReady();
    facts.sessions["d1-pm"] = SessionState::Owed;
    facts.skills["greeting"] = SkillLevel::Shown;
    const auto readiness = readinessOf(readinessCourse(), facts);
    for (const auto* id : {"attended", "skills", "rules"}) {
        const auto rows = rowsBehind(readinessCourse(), facts, id);
        EXPECT_EQ(static_cast<int>(rows.size()), readiness.cell(id)->total);
        EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const CellRow& row) { return row.met; }),
                  readiness.cell(id)->have);
    }
    EXPECT_EQ(rowsBehind(readinessCourse(), facts, "attended")[1].session, SessionState::Owed);
    EXPECT_EQ(rowsBehind(readinessCourse(), facts, "skills")[0].level, SkillLevel::Shown);
    EXPECT_EQ(rowsBehind(readinessCourse(), facts, "mentored")[0].need, 10);
    EXPECT_TRUE(rowsBehind(readinessCourse(), facts, "nothing").empty());
}

TEST(Readiness, ACourseWithoutCriteriaHoldsNobodyBack) {
    EXPECT_EQ(readinessOf(courseWith({}), Facts{}).verdict, Verdict::Ready);
    auto bare = courseWith({percentOf(Measure::SessionsDone, 100)});
    bare.days.clear();
    EXPECT_EQ(readinessOf(bare, Facts{}).cells[0].percent, 100);
    EXPECT_EQ(readinessOf(bare, Facts{}).verdict, Verdict::Ready);
}

TEST(Readiness, EveryWordHasAKey) {
    for (int i = 0; i <= static_cast<int>(CriterionState::Waived); ++i)
        EXPECT_EQ(criterionStateOf(keyOf(static_cast<CriterionState>(i))), static_cast<CriterionState>(i));
    for (int i = 0; i <= static_cast<int>(Verdict::Stuck); ++i)
        EXPECT_FALSE(keyOf(static_cast<Verdict>(i)).empty()) << i;
}

} // namespace
} // namespace fledgling::domain
