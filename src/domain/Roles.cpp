#include "domain/Roles.h"

#include "domain/Refused.h"

#include <initializer_list>

namespace fledgling::domain {

namespace {

struct Right {
    Verb verb;
    std::string_view key;
    std::initializer_list<Role> roles;
};

using enum Role;

// Whose work each verb is: domain.md section 1. A manager may do what a supervisor or trainer may, since he or she
// stands in for them; nobody but a manager decides on go-live, and only mentors write logs and sign skills.
const Right RIGHTS[] = {
    {Verb::ManagePeople, "manage-people", {Supervisor, Manager}},
    {Verb::ErasePerson, "erase-person", {Manager}},
    {Verb::ApproveLeave, "approve-leave", {Manager}},
    {Verb::AskLeave, "ask-leave", {Trainee, Mentor, Trainer, Supervisor, Manager}},
    {Verb::LoadCourse, "load-course", {Trainer, Supervisor, Manager}},
    {Verb::ImportCalendar, "import-calendar", {Supervisor, Manager}},
    {Verb::LayCohort, "lay-cohort", {Trainer, Supervisor, Manager}},
    {Verb::EnrolTrainee, "enrol-trainee", {Trainer, Supervisor, Manager}},
    {Verb::GiveEvidence, "give-evidence", {Trainee}},
    {Verb::ConfirmExercise, "confirm-exercise", {Mentor, Trainer, Supervisor, Manager}},
    {Verb::MarkRoll, "mark-roll", {Trainer, Supervisor, Manager}},
    {Verb::CloseSession, "close-session", {Trainer, Supervisor, Manager}},
    {Verb::WaiveSession, "waive-session", {Manager}},
    {Verb::ProposePairs, "propose-pairs", {Supervisor, Manager}},
    {Verb::AcceptPairs, "accept-pairs", {Supervisor, Manager}},
    {Verb::HandOver, "hand-over", {Supervisor, Manager}},
    {Verb::WriteLog, "write-log", {Mentor}},
    {Verb::SignSkill, "sign-skill", {Mentor}},
    {Verb::WriteProblem, "write-problem", {Trainee, Mentor}},
    {Verb::AnswerProblem, "answer-problem", {Mentor, Trainer, Supervisor, Manager}},
    {Verb::AgreeAnswer, "agree-answer", {Mentor, Trainer, Supervisor, Manager}},
    {Verb::Acknowledge, "acknowledge", {Trainee, Trainer, Supervisor, Manager}},
    {Verb::EnterResult, "enter-result", {Trainer, Supervisor, Manager}},
    {Verb::TakeQuiz, "take-quiz", {Trainee, Mentor}},
    {Verb::GrantAttempt, "grant-attempt", {Trainer, Supervisor, Manager}},
    {Verb::MarkAnswers, "mark-answers", {Trainer, Supervisor, Manager}},
    {Verb::MarkPractical, "mark-practical", {Mentor, Trainer, Supervisor, Manager}},
    {Verb::ConfirmPractical, "confirm-practical", {Trainer, Supervisor, Manager}},
    {Verb::SeeMentors, "see-mentors", {Mentor, Supervisor, Manager}},
    {Verb::EvaluateMentor, "evaluate-mentor", {Trainee}},
    {Verb::SeeEvaluations, "see-evaluations", {Manager}},
    {Verb::RegradeQuiz, "regrade-quiz", {Trainer, Supervisor, Manager}},
    {Verb::EditQuestions, "edit-questions", {Trainer, Supervisor, Manager}},
    {Verb::ReviewChats, "review-chats", {Mentor, Trainer, Supervisor, Manager}},
    {Verb::ImportChats, "import-chats", {Mentor, Trainer, Supervisor, Manager}},
    {Verb::AppealFault, "appeal", {Trainee, Mentor}},
    {Verb::DecideAppeal, "decide-appeal", {Trainer, Supervisor, Manager}},
    {Verb::SettleReading, "settle-reading", {Trainer, Supervisor, Manager}},
    {Verb::CloseMonth, "close-month", {Manager}},
    {Verb::DecideGoLive, "decide-go-live", {Manager}},
    {Verb::SeeReadiness, "see-readiness", {Mentor, Trainer, Supervisor, Manager}},
    {Verb::SeeHistory, "see-history", {Trainer, Supervisor, Manager}},
    {Verb::CopyBook, "copy-book", {Supervisor, Manager}},
    {Verb::MergeBook, "merge-book", {Supervisor, Manager}},
    {Verb::UndoOwn, "undo", {Trainee, Mentor, Trainer, Supervisor, Manager}},
    {Verb::SetDepartment, "set-department", {Manager}},
};

const Right& rightFor(Verb verb) {
    for (const auto& right : RIGHTS)
        if (right.verb == verb) return right;
    throw std::logic_error("a verb without a right");
}

} // namespace

bool may(const std::set<Role>& roles, Verb verb) {
    for (const Role role : rightFor(verb).roles)
        if (roles.contains(role)) return true;
    return false;
}

std::vector<Verb> allVerbs() {
    std::vector<Verb> verbs;
    for (const auto& right : RIGHTS) verbs.push_back(right.verb);
    return verbs;
}

std::string_view keyOf(Verb verb) { return rightFor(verb).key; }

void require(const Person& actor, Verb verb) {
    if (actor.retired || !may(actor.roles, verb)) throw Refused(Rule::NotYourRight, {std::string(keyOf(verb))});
}

} // namespace fledgling::domain
