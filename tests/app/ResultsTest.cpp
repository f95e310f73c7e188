#include "app/assessment/ResultsView.h"

#include "DeskFixture.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/readiness/Readiness.h"
#include "app/training/TraineeView.h"
#include "store/Conflict.h"

namespace fledgling::app::test {
namespace {

using namespace domain;

/// The small course with a quiz that counts for readiness.
std::map<std::string, std::string> examined() {
    auto files = coursePackage("2", "  - {id: quiz, title: Quiz, measure: assessment_passed, assessment: final}\n");
    auto& course = files.at("course.yaml");
    course.insert(course.find("  - {id: desk,"),
                  "  - {id: final, kind: quiz, title: Final quiz, bank: quizzes/final.gift, pass: 80%, attempts: 2}\n");
    files["quizzes/final.gift"] = "::one::Who comes first? {=the customer ~the agent}\n";
    return files;
}

class Results : public DeskFixture {
protected:
    Results() {
        loadPackage(examined(), "2");
        cohort = CohortId(freshId());
        write({store::CohortStore::fact(Cohort{cohort, "Mar", "small", "2", Date(2026, 3, 16), std::nullopt})});
        wu = addTrainee("Wu Min", cohort);
        zhao = addTrainee("Zhao Lei", cohort);
    }
    CriterionState quizOf(const PersonId& trainee) {
        const auto record = recordOf(at(manager), trainee);
        const auto facts = factsOf(record, calendarOf(at(manager), record.course->workingWeek), today);
        return readinessOf(*record.course, facts).cell("quiz")->state;
    }
    Result final(const PersonId& trainee, int percent) { return {trainee, "final", percent, {}, {}}; }

    CohortId cohort;
    PersonId wu, zhao;
};

TEST_F(Results, ReadinessWaitsForThemAndThenCountsThem) {
    EXPECT_EQ(quizOf(wu), CriterionState::NotYetAssessed);
    EXPECT_GT(enterResult(at(trainer), final(wu, 60)), 0);
    EXPECT_EQ(quizOf(wu), CriterionState::Missing);
    EXPECT_GT(enterResult(at(trainer), final(wu, 85)), 0);
    EXPECT_EQ(quizOf(wu), CriterionState::Met);
    EXPECT_EQ(quizOf(zhao), CriterionState::NotYetAssessed);
}

TEST_F(Results, OnlyThoseWhoTeachRecordThem) {
    EXPECT_THROW(enterResult(at(wu), final(wu, 100)), Refused);
    const auto mentor = addMentor("Chen Bo");
    EXPECT_THROW(enterResult(at(mentor), final(wu, 100)), Refused);
    EXPECT_THROW(ResultsView(at(wu), "en").load(cohort), Refused) << "nor does a trainee read those of others";
    EXPECT_EQ(quizOf(wu), CriterionState::NotYetAssessed);
}

TEST_F(Results, ACorrectionNeedsAReasonAndKeepsTheFormerValue) {
    enterResult(at(trainer), final(wu, 58));
    EXPECT_THROW(correctResult(at(trainer), final(wu, 85), " "), Refused);
    EXPECT_GT(correctResult(at(trainer), final(wu, 85), "two pages were stuck together"), 0);
    EXPECT_EQ(quizOf(wu), CriterionState::Met);
    EXPECT_EQ(correctResult(at(trainer), final(wu, 85), "again"), 0) << "nothing to change";
    const auto history = store::Book(m_database).historyOf("result", {wu.text(), "small", "final", "1"});
    EXPECT_EQ(history.size(), 2u);
    EXPECT_THROW(correctResult(at(trainer), final(zhao, 85), "never taken"), Refused);
}

TEST_F(Results, UndoTakesTheAttemptBackAndItCanBeEnteredAgain) {
    enterResult(at(trainer), final(wu, 58));
    undo(at(trainer));
    EXPECT_EQ(quizOf(wu), CriterionState::NotYetAssessed);
    EXPECT_GT(enterResult(at(trainer), final(wu, 85)), 0);
    EXPECT_EQ(recordOf(at(manager), wu).attemptsAt("final").size(), 1u);
}

TEST_F(Results, WhatTheCourseHasNotIsRefused) {
    EXPECT_THROW(enterResult(at(trainer), {wu, "oral", 80, {}, {}}), Refused);
}

TEST_F(Results, TheViewShowsEveryAttemptAndWhatIsOpen) {
    ResultsView view(at(trainer), "en");
    view.load(cohort);
    ASSERT_EQ(view.columns().size(), 2u);
    EXPECT_EQ(view.columns()[0].title, "Final quiz");
    EXPECT_EQ(view.open(), 2) << "readiness asks for the quiz, not for the desk check";
    view.enter(wu, 0, 60);
    view.enter(wu, 0, 90);
    view.enter(wu, 1, 100);
    view.load();
    EXPECT_EQ(view.open(), 1);
    EXPECT_EQ(view.cells(), 2);
    const auto* row = view.row(wu);
    ASSERT_NE(row, nullptr);
    ASSERT_EQ(row->cells[0].size(), 2u);
    EXPECT_EQ(row->cells[0][0].by, "Trainer");
    EXPECT_EQ(row->result(0), (AssessmentResult{true, 90, 2}));
    EXPECT_EQ(row->result(1), (AssessmentResult{true, 100, 1}));
    EXPECT_EQ(view.row(zhao)->result(0), std::nullopt);
}

TEST_F(Results, TheAssessmentAheadIsKnownUntilItBegins) {
    ResultsView view(at(trainer), "en");
    view.load(cohort);
    EXPECT_FALSE(view.ahead()) << "this course has no half day of assessment";
    auto files = examined();
    auto& course = files.at("course.yaml");
    const std::string kind = "id: d2-pm, when: afternoon, kind: shadowing";
    course.replace(course.find(kind), kind.size(), "id: d2-pm, when: afternoon, kind: assessment");
    course.replace(course.find("version: \"2\""), 12, "version: \"3\"");
    loadPackage(files, "3");
    const auto april = addCohort("Apr", today, {}, "3");
    addTrainee("Li Na", april);
    view.load(april);
    ASSERT_TRUE(view.ahead());
    EXPECT_EQ(view.ahead()->day, today.plusDays(1));
    today = today.plusDays(2);
    view.load(april);
    EXPECT_FALSE(view.ahead());
}

TEST_F(Results, TheTraineeSeesTheOwnOnesAndNobodyElses) {
    enterResult(at(trainer), final(wu, 58));
    enterResult(at(trainer), final(wu, 88));
    TraineeView own(at(wu), "en");
    own.load();
    ASSERT_EQ(own.results().size(), 2u);
    EXPECT_EQ(own.results()[0].title, "Final quiz");
    EXPECT_EQ(own.results()[1].attempt.percent, 88);
    EXPECT_EQ(own.results()[1].by, "Trainer");
    EXPECT_THROW(TraineeView(at(zhao), "en", wu).load(), Refused);
}

TEST_F(Results, TwoDesktopsDoNotCorrectOverEachOther) {
    enterResult(at(trainer), final(wu, 58));
    ResultsView view(at(trainer), "en");
    view.load(cohort);
    const auto saw = view.row(wu)->cells[0].back().saw;
    correctResult(at(supervisor), final(wu, 61), "counted again");
    view.load(); // as the page does when it is told, while the dialog asks for the reason
    EXPECT_THROW(view.correct(wu, 0, 85, "two pages", saw), store::Conflict);
}

} // namespace
} // namespace fledgling::app::test
