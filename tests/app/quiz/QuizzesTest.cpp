#include "QuizFixture.h"

#include "app/assessment/Results.h"
#include "app/assessment/ResultsView.h"
#include "app/calendar/Calendars.h"
#include "app/quiz/QuizMarkingView.h"
#include "app/quiz/QuizToDo.h"
#include "app/readiness/Readiness.h"
#include "app/today/TodayView.h"

#include <algorithm>

namespace fledgling::app::test {
namespace {

using namespace domain;

TEST_F(Quizzes, AMentorTakesAgainWhatTheCourseExaminesAndAPassLapses) {
    auto files = withQuiz("3");
    auto& course = files.at("course.yaml");
    course.replace(course.find("mentoring: {days: 3, log: daily}"), 32,
                   "mentoring: {days: 3, log: daily, examine: [final], examine_every_days: 100}");
    loadPackage(files, "3");
    const auto mentor = addMentor("Chen Bo");
    take(mentor, "", true);
    const auto kept = store::AssessmentStore(m_database).attemptsOf({mentor});
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_TRUE(kept[0].attempt.passed);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(mentor), "final", "en"); }), Rule::AlreadyPassed);
    today = today.plusDays(100);
    EXPECT_EQ(viewOf(mentor).shown()->state, QuizState::ToTake) << "the pass has lapsed";
    take(mentor, "", false);
    const auto again = store::AssessmentStore(m_database).attemptsOf({mentor});
    ASSERT_EQ(again.size(), 2U) << "the former result stands beside it";
    EXPECT_EQ(again[1].attempt.number, 2);
    EXPECT_FALSE(again[1].attempt.passed);
}

TEST_F(Quizzes, WithNothingToReadTheResultStandsAtOnce) {
    take(wu, "", true);
    const auto attempts = attemptsOf(wu);
    ASSERT_EQ(attempts.size(), 1u);
    EXPECT_EQ(attempts[0].percent, 75);
    EXPECT_TRUE(attempts[0].passed);
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::Passed);
}

TEST_F(Quizzes, APassStandsWithItsOwnPercentageWhateverPractiseGivesLater) {
    auto files = withQuiz("3");
    auto& course = files.at("course.yaml");
    const std::string asked = "  - {id: quiz, title: Quiz, measure: assessment_passed, assessment: final}\n";
    course.erase(course.find(asked), asked.size());
    loadPackage(files, "3");
    const auto sun = addTrainee("Sun Li", addCohort("later", Date(2026, 3, 16), {}, "3"));
    take(sun, "", true);
    take(sun, "", false);
    const auto view = viewOf(sun);
    ASSERT_TRUE(view.shown()->practice);
    EXPECT_EQ(view.shown()->state, QuizState::Passed);
    EXPECT_EQ(view.shown()->result->percent, 75);
    EXPECT_EQ(view.shown()->since->percent, 0);
    EXPECT_FALSE(view.shown()->waits);
    take(sun, "words to be marked", false);
    const auto handedIn = viewOf(sun);
    EXPECT_EQ(handedIn.shown()->state, QuizState::Passed);
    EXPECT_TRUE(handedIn.shown()->waits) << "the result is of an earlier paper than the answers shown";
    EXPECT_FALSE(handedIn.reviewed().empty());
    markAnswer(at(trainer), paperOf(sun, 3)->paper.key, "q4", 60, "short");
    EXPECT_FALSE(viewOf(sun).shown()->waits);
    EXPECT_EQ(viewOf(sun).shown()->since->number, 3);
    take(wu, "", false);
    EXPECT_EQ(viewOf(wu).shown()->result->percent, 0);
    EXPECT_FALSE(viewOf(wu).shown()->since);
}

TEST_F(Quizzes, AnOpenAnswerWaitsForItsMarkAndThenTheResultIsKept) {
    take(wu, "I answer by 11:15.", true);
    EXPECT_TRUE(attemptsOf(wu).empty());
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::Waiting);
    const auto key = paperOf(wu)->paper.key;
    EXPECT_THROW(markAnswer(at(wu), key, "q4", 100, ""), Refused) << "nobody marks the own one";
    EXPECT_EQ(refusedBy([&] { markAnswer(at(trainer), key, "q4", 101, ""); }), Rule::MarkOutOfRange);
    EXPECT_EQ(refusedBy([&] { markAnswer(at(trainer), key, "q1", 50, ""); }), Rule::NothingToMark);
    markAnswer(at(trainer), key, "q4", 60, "no greeting");
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 90);
    EXPECT_EQ(refusedBy([&] { markAnswer(at(trainer), key, "q4", 70, ""); }), Rule::NothingToMark);
    undo(at(trainer));
    EXPECT_TRUE(attemptsOf(wu).empty()) << "the mark and what came of it";
}

TEST_F(Quizzes, EveryAnswerStandsAfterTheProgramStopped) {
    {
        auto view = viewOf(wu);
        view.begin();
        answerAll(view, "half a sen");
    }
    auto again = viewOf(wu);
    EXPECT_EQ(again.shown()->state, QuizState::UnderWay);
    EXPECT_TRUE(again.open().empty());
    EXPECT_EQ(again.asked()[placeOf(again, "q4")].response, Response(std::string("half a sen")));
    EXPECT_EQ(again.answer(placeOf(again, "q3"), std::string("60")), 0) << "it stands so already";
    again.answer(placeOf(again, "q3"), Response());
    EXPECT_EQ(again.open(), (std::vector{static_cast<int>(placeOf(again, "q3")) + 1}));
}

TEST_F(Quizzes, OneIsTakenAtATimeAndOnlyByTheTraineeOfTheCourse) {
    viewOf(wu).begin();
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "final", "en"); }), Rule::QuizUnderWay);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "desk", "en"); }), Rule::UnknownAssessment);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(trainer), "final", "en"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(zhao), "final", "q2", true); }), Rule::QuizNotUnderWay)
        << "the paper of another is out of reach";
}

TEST_F(Quizzes, AnAnswerOfTheWrongKindIsRefused) {
    viewOf(wu).begin();
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q2", std::string("true")); }),
              Rule::UnknownQuestion);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q9", true); }), Rule::UnknownQuestion);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q1", std::vector<std::size_t>{7}); }),
              Rule::UnknownQuestion);
    EXPECT_TRUE(paperOf(wu)->answers.empty());
}

TEST_F(Quizzes, WhatWasAnsweredInTimeIsHandedInWhenTheTimeIsOver) {
    auto view = viewOf(wu);
    view.begin();
    EXPECT_EQ(view.secondsLeft(), 30 * 60);
    view.answer(placeOf(view, "q2"), false);
    time = TimeOfDay(9, 30);
    EXPECT_EQ(view.secondsLeft(), 0);
    EXPECT_GT(view.answer(placeOf(view, "q3"), std::string("60")), 0) << "the last moment still counts";
    time = TimeOfDay(9, 31);
    EXPECT_EQ(refusedBy([&] { answerQuestion(at(wu), "final", "q3", std::string("61")); }),
              Rule::QuizTimeOver);
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 50);
    EXPECT_TRUE(paperOf(wu)->handedIn->timedOut);
    EXPECT_TRUE(viewOf(wu).timedOut());
}

TEST_F(Quizzes, WhoComesBackAfterTheTimeFindsItHandedIn) {
    viewOf(wu).begin();
    today = today.plusDays(1);
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::Failed);
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].day, Date(2026, 3, 16)) << "the day on which it was taken";
}

TEST_F(Quizzes, NothingOfItCanBeTakenBack) {
    take(wu, "", false);
    EXPECT_EQ(refusedBy([&] { undo(at(wu)); }), Rule::NothingToUndo);
    const auto handedIn =
        store::Book(m_database).current("quiz_handed_in", {wu.text(), "small", "final", "1"});
    ASSERT_TRUE(handedIn);
    EXPECT_EQ(refusedBy([&] { undoChange(at(wu), handedIn->change, "I know it now"); }), Rule::NothingToUndo);
    EXPECT_EQ(refusedBy([&] { undoChange(at(manager), handedIn->change, "a favour"); }), Rule::NothingToUndo);
}

TEST_F(Quizzes, AttemptsAreLimitedAndAFurtherOneIsGrantedWithAReason) {
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(trainer), wu, "final", "ill"); }), Rule::AttemptsLeft);
    take(wu, "", false);
    enterResult(at(trainer), {wu, "final", 40, {}, {}});
    EXPECT_EQ(attemptsOf(wu).back().number, 2) << "on paper or in the window, numbers go on";
    EXPECT_EQ(viewOf(wu).shown()->state, QuizState::UsedUp);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "final", "en"); }), Rule::AttemptsUsedUp);
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(wu), wu, "final", "please"); }), Rule::NotYourRight);
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(trainer), wu, "final", " "); }), Rule::ReasonNeeded);
    EXPECT_GT(grantAttempt(at(trainer), wu, "final", "ill on the day"), 0);
    take(wu, "", true);
    EXPECT_EQ(attemptsOf(wu).back().number, 3);
    EXPECT_EQ(refusedBy([&] { grantAttempt(at(trainer), wu, "final", "again"); }), Rule::AlreadyPassed);
}

TEST_F(Quizzes, WhoWasGrantedAnAttemptIsNotStuck) {
    const auto stuck = [&] {
        const auto record = recordOf(at(manager), wu);
        const auto facts = factsOf(record, calendarOf(at(manager), record.course->workingWeek), today);
        const auto readiness = readinessOf(*record.course, facts);
        return std::any_of(readiness.stuck.begin(), readiness.stuck.end(),
                           [](const StuckReason& one) { return one.by == StuckBy::AttemptsUsedUp; });
    };
    take(wu, "", false);
    take(wu, "", false);
    EXPECT_TRUE(stuck());
    grantAttempt(at(trainer), wu, "final", "ill on the day");
    EXPECT_FALSE(stuck());
    take(wu, "", false);
    EXPECT_TRUE(stuck());
}

TEST_F(Quizzes, APaperThatWaitsKeepsItsNumber) {
    take(wu, "words", false);
    enterResult(at(trainer), {wu, "final", 40, {}, {}});
    EXPECT_EQ(attemptsOf(wu)[0].number, 2);
    markAnswer(at(trainer), paperOf(wu)->paper.key, "q4", 0, "");
    EXPECT_EQ(attemptsOf(wu).size(), 2u);
}

TEST_F(Quizzes, NoFurtherAttemptBeginsWhileTheFormerWaitsForItsMark) {
    take(wu, "words", false);
    EXPECT_EQ(refusedBy([&] { beginQuiz(at(wu), "final", "en"); }), Rule::QuizWaits);
    markAnswer(at(trainer), paperOf(wu)->paper.key, "q4", 0, "");
    EXPECT_GT(beginQuiz(at(wu), "final", "en"), 0);
}

TEST_F(Quizzes, APaperWhoseTimeIsOverIsHandedInWhenTheTrainerLooks) {
    auto view = viewOf(wu);
    view.begin();
    view.answer(placeOf(view, "q2"), false);
    EXPECT_EQ(closeOverdue(at(trainer)), 0);
    time = TimeOfDay(9, 31);
    EXPECT_EQ(closeOverdue(at(zhao)), 0) << "not for another trainee to do";
    ResultsView results(at(trainer), "en");
    results.load();
    ASSERT_EQ(attemptsOf(wu).size(), 1u);
    EXPECT_EQ(attemptsOf(wu)[0].percent, 25);
    EXPECT_TRUE(paperOf(wu)->handedIn->timedOut);
    EXPECT_EQ(refusedBy([&] { undo(at(trainer)); }), Rule::NothingToUndo) << "the trainer did nothing";
}

TEST_F(Quizzes, TodayTellsTheTrainerWhatWaitsAndTheTraineeWhatCanBeTaken) {
    const auto trainees = quizToDo(at(wu), Role::Trainee, "en");
    ASSERT_EQ(trainees.size(), 1u);
    EXPECT_EQ(trainees[0].kind, ToDoKind::TakeQuiz);
    EXPECT_EQ(trainees[0].subject, "final");
    EXPECT_TRUE(quizToDo(at(trainer), Role::Trainer, "en").empty());
    viewOf(wu).begin();
    EXPECT_EQ(quizToDo(at(wu), Role::Trainee, "en").at(0).kind, ToDoKind::GoOnWithQuiz);
    auto view = viewOf(wu);
    answerAll(view, "words");
    view.handIn();
    EXPECT_TRUE(quizToDo(at(wu), Role::Trainee, "en").empty());
    const auto waiting = quizToDo(at(trainer), Role::Trainer, "en");
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].kind, ToDoKind::MarkAnswers);
    EXPECT_EQ(waiting[0].count, 1);
    EXPECT_EQ(waiting[0].page, "marking");
}

TEST_F(Quizzes, TheRailCountsAnswersToMarkAsTheirPageDoes) {
    take(wu, "some words", true);
    take(zhao, "other words", true);
    TodayView home(at(trainer), Role::Trainer, "en");
    home.load();
    EXPECT_EQ(home.dueByPage().at("marking"), 2);
    QuizMarkingView marking(at(trainer), "en");
    marking.load();
    ASSERT_EQ(marking.waiting().size(), 2U);
    const auto first = marking.waiting().front();
    marking.mark(first, 100, "");
    ASSERT_TRUE(marking.cameTo());
    EXPECT_EQ(marking.cameTo()->trainee, first.paper.trainee);
    EXPECT_EQ(marking.cameTo()->percent, 100);
}

TEST_F(Quizzes, APaperThatWaitsForItsMarkIsAnAttemptOnTheAssessPageToo) {
    take(wu, "", false);
    take(wu, "some words", false);
    ResultsView view(at(trainer), "en");
    view.load(cohort);
    const auto* row = view.row(wu);
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->cells[0].size(), 1U);
    EXPECT_EQ(row->used(0), 2);
    EXPECT_EQ(row->begun[0], (std::map<int, BegunState>{{2, BegunState::ToMark}}));
    EXPECT_EQ(refusedBy([&] { view.enter(wu, 0, 85); }), Rule::AttemptsUsedUp) << "which the page says beforehand";
    EXPECT_EQ(view.row(zhao)->used(0), 0);
    viewOf(zhao).begin();
    view.load(cohort);
    EXPECT_EQ(view.row(zhao)->begun[0], (std::map<int, BegunState>{{1, BegunState::UnderWay}}));
}

} // namespace
} // namespace fledgling::app::test
