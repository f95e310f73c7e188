#include "app/quiz/QuizToDo.h"

#include "app/Record.h"
#include "app/quiz/QuizMarkingView.h"
#include "app/quiz/QuizView.h"
#include "store/CohortStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

void addOpenAnswers(Desk& desk, std::vector<ToDo>& list) {
    Date oldest = shownDay(desk);
    if (const int count = openAnswers(desk, oldest); count > 0)
        list.push_back(toDo(ToDoKind::MarkAnswers, "marking", "", "", oldest, count));
}

/// The course is over, or its last day is here: before, a quiz about all of it is only news.
bool courseOver(Desk& desk, const Cohort& cohort) {
    const auto sessions = store::CohortStore(desk.database, desk.asOf).sessionsOf(cohort.id);
    return std::none_of(sessions.begin(), sessions.end(),
                        [today = shownDay(desk)](const Session& one) { return one.day > today; });
}

void addOwnQuizzes(Desk& desk, const std::string& language, std::vector<ToDo>& list) {
    if (store::CohortStore(desk.database, desk.asOf).membershipsOf(desk.actor.id).empty()) return;
    QuizView view(desk, language);
    view.load();
    const bool over = courseOver(desk, recordOf(desk, desk.actor.id).cohort);
    for (const auto& row : view.rows()) {
        const bool underWay = row.state == QuizState::UnderWay;
        if (!underWay && (row.practice || !row.mayBegin())) continue;
        auto todo = toDo(underWay ? ToDoKind::GoOnWithQuiz : ToDoKind::TakeQuiz, "quiz", row.assessment, row.title,
                         shownDay(desk), row.allowed - row.used);
        todo.due = underWay || over;
        list.push_back(std::move(todo));
    }
}

} // namespace

std::vector<ToDo> quizToDo(Desk& desk, Role role, const std::string& language) {
    std::vector<ToDo> list;
    if (role == Role::Trainer || role == Role::Supervisor || role == Role::Manager) closeOverdue(desk);
    if (role == Role::Trainer || role == Role::Supervisor) addOpenAnswers(desk, list);
    if (role == Role::Trainee) addOwnQuizzes(desk, language, list);
    return list;
}

} // namespace fledgling::app
