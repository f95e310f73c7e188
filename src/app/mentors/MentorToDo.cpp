#include "app/mentors/MentorToDo.h"

#include "app/Record.h"
#include "app/mentors/Mentors.h"

namespace fledgling::app {

using namespace domain;

std::vector<ToDo> mentorRecordToDo(Desk& desk, Role role, const std::string& language) {
    std::vector<ToDo> list;
    if (role == Role::Trainee)
        for (const auto& one : askedEvaluations(desk))
            list.push_back(toDo(ToDoKind::EvaluateMentor, "evaluate",
                                one.mentor.text() + " " + std::string(keyOf(one.occasion)), one.name, one.since));
    if (role != Role::Mentor) return list;
    for (const auto& exam : examsOf(desk, desk.actor))
        if (exam.isDue(shownDay(desk)))
            list.push_back(toDo(ToDoKind::TakeExam, "quiz", exam.assessment, examTitle(desk, exam.assessment, language), exam.due));
    return list;
}

} // namespace fledgling::app
