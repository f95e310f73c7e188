#include "app/problems/WeeklySummary.h"

#include "../DeskFixture.h"
#include "app/mentoring/Problems.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

class TheWeeklySummary : public DeskFixture {
protected:
    TheWeeklySummary() {
        cohort = addCohort("Mar", today);
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
        mentor = addMentor("Chen Bo");
        writeProblem(at(wu), "Paid, nothing arrived?", today);
        writeProblem(at(zhao), "Money gone, no goods", today);
    }
    std::set<ProblemId> problems() { return problemsOf({}); }
    std::set<ProblemId> problemsOf(std::optional<Date> week) {
        WeeklyView view(at(mentor));
        view.load(week);
        std::set<ProblemId> ids;
        for (const auto& one : view.problems())
            ids.insert(one.id);
        return ids;
    }
    CohortId cohort;
    PersonId wu, zhao, mentor;
};

TEST_F(TheWeeklySummary, WhatTheWeekBeforeLeftOpenIsToldToo) {
    WeeklyView view(at(mentor));
    view.load(today.plusDays(7));
    EXPECT_EQ(view.open(), 0);
    EXPECT_EQ(view.openBefore(), 2);
    view.load(today);
    EXPECT_EQ(view.openBefore(), 0);
}

TEST_F(TheWeeklySummary, OpensAtTheNewestWeekThatIsNotSummedUp) {
    const Date written = weekOf(today);
    today = today.plusDays(21);
    WeeklyView view(at(mentor));
    view.load();
    EXPECT_EQ(view.week(), written);
    agreeAnswer(at(mentor), {"", written, "Paid?", "Look at the state.", problems()});
    WeeklyView after(at(mentor));
    after.load();
    EXPECT_EQ(after.week(), weekOf(today)) << "everything is summed up";
}

TEST_F(TheWeeklySummary, OneAnswerAnswersEveryProblemOfItsKind) {
    WeeklyView view(at(mentor));
    view.load();
    EXPECT_EQ(view.open(), 2);
    view.agree("Paid, nothing arrived?", "Look at the order's state first.", problems());
    EXPECT_EQ(view.open(), 0);
    for (const auto& one : view.problems())
        EXPECT_EQ(one.answer, "Look at the order's state first.");
    ASSERT_EQ(view.answers().size(), 1U);
    EXPECT_EQ(view.answers()[0].by, "Chen Bo");
    EXPECT_NE(answerBaseHtml(at(wu)).find("Look at the order"), std::string::npos) << "trainees read the base";
}

TEST_F(TheWeeklySummary, AnAnswerGivenBeforeStays) {
    const auto first = *problems().begin();
    answerProblem(at(trainer), first, "Ask me.", {});
    agreeAnswer(at(mentor), {"", weekOf(today), "Paid?", "Look at the state.", problems()});
    WeeklyView view(at(mentor));
    view.load();
    for (const auto& one : view.problems())
        EXPECT_EQ(one.answer, one.id == first ? "Ask me." : "Look at the state.");
}

TEST_F(TheWeeklySummary, AProblemGoesIntoOneCommonAnswerOnly) {
    WeeklyView view(at(mentor));
    view.load();
    const auto both = problems();
    const std::set<ProblemId> first{*both.begin()};
    view.agree("Paid?", "Look at the state.", first);
    EXPECT_EQ(refusedBy([&] { view.agree("Money gone?", "Ask the channel.", both); }), Rule::ProblemInBase);
    EXPECT_EQ(view.answers().size(), 1U) << "nothing of it was kept";
    EXPECT_EQ(view.open(), 1);
    const auto id = view.answers()[0].kept.answer.id;
    EXPECT_GT(view.agree("Paid?", "Look at the state, then the channel.", both, id), 0) << "its own answer takes it again";
    view.drop(id, "no longer true");
    EXPECT_GT(view.agree("Money gone?", "Ask the channel.", both), 0) << "once that is out of the base";
}

TEST_F(TheWeeklySummary, IsChangedAndTakenOutWithAReason) {
    WeeklyView view(at(mentor));
    view.load();
    view.agree("Paid?", "Look at the state.", {});
    const auto id = view.answers()[0].kept.answer.id;
    view.agree("Paid?", "Look at the state, then the channel.", {}, id);
    ASSERT_EQ(view.answers().size(), 1U);
    EXPECT_EQ(view.answers()[0].kept.answer.answer, "Look at the state, then the channel.");
    EXPECT_EQ(refusedBy([&] { view.drop(id, " "); }), Rule::ReasonNeeded);
    view.drop(id, "no longer true");
    EXPECT_TRUE(view.answers().empty());
    EXPECT_EQ(refusedBy([&] { view.drop(id, "again"); }), Rule::Unknown);
}

TEST_F(TheWeeklySummary, TraineesReadButDontAgree) {
    EXPECT_EQ(refusedBy([&] { agreeAnswer(at(wu), {"", weekOf(today), "Q", "A", {}}); }), Rule::NotYourRight);
    WeeklyView view(at(wu));
    EXPECT_EQ(refusedBy([&] { view.load(); }), Rule::NotYourRight);
}

TEST_F(TheWeeklySummary, IsAskedOfWhoseTurnItIsAtTheWeeksEnd) {
    ASSERT_EQ(weeklyToDo(at(mentor), Role::Mentor).size(), 1U) << "a Monday: last week had no problems, this one is told";
    EXPECT_FALSE(weeklyToDo(at(mentor), Role::Mentor)[0].due);
    today = today.plusDays(4);
    ASSERT_EQ(weeklyToDo(at(mentor), Role::Mentor).size(), 1U) << "the only mentor has every turn";
    EXPECT_EQ(weeklyToDo(at(mentor), Role::Mentor)[0].count, 2);
    EXPECT_TRUE(weeklyToDo(at(mentor), Role::Mentor)[0].due);
    today = today.plusDays(3);
    const auto after = weeklyToDo(at(mentor), Role::Mentor);
    ASSERT_EQ(after.size(), 2U) << "still asked the week after";
    EXPECT_TRUE(after[0].due);
    EXPECT_FALSE(after[1].due) << "the new week's turn, with nothing written down yet";
    EXPECT_EQ(after[1].count, 0);
    agreeAnswer(at(mentor), {"", weekOf(today.plusDays(-3)), "Paid?", "Look at the state.", problemsOf(today.plusDays(-3))});
    EXPECT_EQ(weeklyToDo(at(mentor), Role::Mentor).size(), 1U);
}

} // namespace
} // namespace fledgling::app::test
