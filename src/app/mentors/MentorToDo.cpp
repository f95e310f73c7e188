#include "app/mentors/MentorToDo.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/mentors/Mentors.h"
#include "store/practical/PracticalStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

/// A mentor's practical check that is due, and how far it has come.
struct DueCheck {
    ExamState exam;
    std::optional<store::KeptSheet> open; ///< being marked, handed on or sent back
};

std::vector<DueCheck> dueChecks(Desk& desk, const Person& mentor, const std::vector<std::string>& practicals) {
    std::vector<DueCheck> due;
    for (auto& exam : examsOf(desk, mentor))
        if (exam.isDue(shownDay(desk)) && std::find(practicals.begin(), practicals.end(), exam.assessment) != practicals.end())
            due.push_back({std::move(exam), {}});
    if (due.empty()) return due;
    for (auto& kept : store::PracticalStore(desk.database, desk.asOf).sheetsOf({mentor.id}))
        for (auto& one : due)
            if (kept.sheet.open() && !isLater(desk, kept.sheet.day) && kept.sheet.key.assessment == one.exam.assessment)
                one.open = kept;
    return due;
}

ToDo examToDo(ToDoKind kind, const char* page, std::string subject, std::string name, const ExamState& exam) {
    auto todo = toDo(kind, page, std::move(subject), std::move(name), exam.due, static_cast<int>(exam.counting.size()));
    todo.of = exam.passed ? 1 : 0;
    return todo;
}

/// Mentors whose practical check is due: to begin, or to go on with where the actor marks it.
void addMentorsToExamine(Desk& desk, std::vector<ToDo>& list) {
    const auto practicals = practicalExams(desk);
    if (practicals.empty()) return;
    for (const auto& mentor : examinedMentors(desk)) {
        if (mentor.id == desk.actor.id) continue;
        for (const auto& [exam, open] : dueChecks(desk, mentor, practicals)) {
            if (open && !(open->sheet.state == SheetState::Marking && open->sheet.marker == desk.actor.id)) continue;
            list.push_back(examToDo(ToDoKind::ExamineMentor, "practical", mentor.id.text() + " " + exam.assessment,
                                    mentor.card.name, exam));
        }
    }
}

void addOwnExams(Desk& desk, const std::string& language, std::vector<ToDo>& list) {
    const auto practicals = practicalExams(desk);
    for (const auto& exam : examsOf(desk, desk.actor))
        if (exam.isDue(shownDay(desk)) && std::find(practicals.begin(), practicals.end(), exam.assessment) == practicals.end())
            list.push_back(examToDo(ToDoKind::TakeExam, "quiz", exam.assessment, examTitle(desk, exam.assessment, language), exam));
    for (const auto& [exam, open] : dueChecks(desk, desk.actor, practicals))
        if (!open)
            list.push_back(examToDo(ToDoKind::TakePractical, "practical", desk.actor.id.text() + " " + exam.assessment,
                                    examTitle(desk, exam.assessment, language), exam));
}

} // namespace

std::vector<ToDo> mentorRecordToDo(Desk& desk, Role role, const std::string& language) {
    std::vector<ToDo> list;
    if (role == Role::Trainee)
        for (const auto& one : askedEvaluations(desk))
            list.push_back(toDo(ToDoKind::EvaluateMentor, "evaluate",
                                one.mentor.text() + " " + std::string(keyOf(one.occasion)), one.name, one.since));
    if (role == Role::Mentor) addOwnExams(desk, language, list);
    if (role == Role::Trainer || role == Role::Supervisor) addMentorsToExamine(desk, list);
    return list;
}

} // namespace fledgling::app
