#include "app/Words.h"

#include "domain/Text.h"

namespace fledgling::app {

namespace {

/// What a line is about: a session with its cohort, where that has to be said.
std::string aboutOf(const ToDo& todo, const Tongue& tr) {
    // TRANSLATORS: {0} a session's title, {1} its cohort
    return todo.cohort.empty() ? todo.name : filled(tr("{0} ({1})"), {todo.name, todo.cohort});
}

/// Since when an exam is due only says something where a pass has lapsed: else it is the day on which the mentor joined.
std::string aboutExam(const ToDo& todo, const Tongue& tr) {
    const bool failed = todo.count > 0, never = !failed && todo.of == 0;
    if (todo.kind == ToDoKind::TakeExam)
        return failed  ? tr("Take {0} again: not passed yet")
               : never ? tr("Take {0}: you never took it")
                       : tr("Take {0} again: due since {3}");
    if (todo.kind == ToDoKind::TakePractical)
        return failed  ? tr("{0}: not passed yet. A trainer marks it: ask for a time")
               : never ? tr("{0}: you were never examined. A trainer marks it: ask for a time")
                       : tr("{0}: due again since {3}. A trainer marks it: ask for a time");
    return failed  ? tr("Examine the mentor {0}: practical check not passed yet")
           : never ? tr("Examine the mentor {0}: never examined in the practical check")
                   : tr("Examine the mentor {0}: practical check due since {3}");
}

} // namespace

std::string sentence(const ToDo& todo, domain::Date today, const Tongue& tr) {
    const std::string names = domain::joined(todo.names, tr(todo.kind == ToDoKind::PlanMakeUps ? "; " : ", "));
    const std::string date = shortDate(todo.date, today, tr);
    const std::vector<std::string> arguments{aboutOf(todo, tr), std::to_string(todo.count), std::to_string(todo.of), date, names, todo.room,
                                             nearDate(todo.date, today, tr), onDate(todo.date, today, tr)};
    const auto with = [&](const std::string& message) { return filled(message, arguments); };
    switch (todo.kind) {
    case ToDoKind::MarkSession: return with(tr("Mark {0}: {1} of {2} not marked"));
    case ToDoKind::CloseSession: return with(tr("Close {0}: everybody is marked"));
    case ToDoKind::ComingSession: return with(tr("{3}: {0}, {1} people"));
    case ToDoKind::PlanMakeUps: return with(tr("Make-ups owed in {0}: {1} ({4})"));
    case ToDoKind::PlanReplan: return with(tr("Sessions that no longer lie on a working day: {1}"));
    case ToDoKind::LoadCourse: return tr("Load a course: everything else begins with it");
    case ToDoKind::LayCohort: return tr("Plan the first cohort");
    case ToDoKind::AddPeople: return tr("Add people or import a roster");
    case ToDoKind::EnrolTrainees: return with(tr("In no cohort: {1} ({4})"));
    case ToDoKind::PairTrainees: return with(tr("Without a mentor: {1} ({4})"));
    case ToDoKind::DecideLeave: return with(tr("{0} asks for leave from {6}"));
    case ToDoKind::DecideGoLive: return with(tr("Decide on {0}: go-live review {6}"));
    case ToDoKind::FactsChanged: return with(tr("{0}: facts have changed since the decision"));
    case ToDoKind::ReviewAhead:
        if (todo.names.empty()) return with(tr("{0} is reviewed {7}: {1} ready, {2} not"));
        if (todo.names.size() > 1) return with(tr("Training extended, reviewed {7}: {4} of {0}, {1} ready, {2} not"));
        if (todo.count == 1) return with(tr("Training extended: {4} of {0} is reviewed {7} and ready"));
        return with(tr("Training extended: {4} of {0} is reviewed {7} and not ready yet"));
    case ToDoKind::ReviewNotReady: return with(tr("{0} is reviewed {7} and not ready yet (steps missing: {1})"));
    case ToDoKind::ApprovalEnds: return with(tr("The approval of {0} ends {7}: decide again"));
    case ToDoKind::StuckTrainee: return with(tr("{0} is stuck"));
    case ToDoKind::MentorLoad: return with(tr("{0} leads {1} of {2}"));
    case ToDoKind::WriteLog:
        if (todo.count == 0) return with(tr("Write today's log of {0}"));
        return with(tr("Write the log of {0} (days missing: {1})"));
    case ToDoKind::SignSkill: return with(tr("Skills of {0} to sign off: {1}"));
    case ToDoKind::AnswerProblem: return with(tr("Answer a problem of {0}"));
    case ToDoKind::NextSession: return with(tr("{3}: {0}"));
    case ToDoKind::AcknowledgeText: return with(tr("Read and sign for: {0}"));
    case ToDoKind::OwedMakeUp: return with(tr("You owe a make-up: {0}"));
    case ToDoKind::ReadChats: return with(tr("Read the chats of {0} on {3}: {1} of {2} read"));
    case ToDoKind::DecideAppeal:
        if (todo.count == 0) return with(tr("Decide an appeal of {0}: a chat on {3} (handed in today)"));
        return with(tr("Decide an appeal of {0}: a chat on {3} (days waiting: {1})"));
    case ToDoKind::AppealEnds: return with(tr("You may appeal until {6} against failed chats of yours: {1}"));
    case ToDoKind::SettleReadings: return with(tr("Two readings of the chats of {0} on {3} differ and a point hangs on it: {1} to decide"));
    case ToDoKind::ReadAgain: return with(tr("Read chats a second time, blind, where one decides the point (days: {1})"));
    case ToDoKind::CloseMonth: return with(tr("Close the month {0}"));
    case ToDoKind::ConfirmPractical: return with(tr("Confirm the practical check of {0} ({3})"));
    case ToDoKind::EvaluateMentor: return with(tr("Say how your mentor {0} leads you: only the manager reads it"));
    case ToDoKind::TakeExam:
    case ToDoKind::TakePractical:
    case ToDoKind::ExamineMentor: return with(aboutExam(todo, tr));
    case ToDoKind::MendPractical: return with(tr("The practical check of {0} was sent back: complete it"));
    case ToDoKind::ChatsFailed: return with(tr("{1} of your {2} chats read on {3} failed: see why"));
    case ToDoKind::MarkAnswers: return with(tr("Open answers to mark: {1}, the oldest of {3}"));
    case ToDoKind::TakeQuiz: return with(tr("Take the quiz: {0}"));
    case ToDoKind::GoOnWithQuiz: return with(tr("Go on with the quiz: {0}"));
    case ToDoKind::GiveEvidence: return with(tr("Complete your evidence of {0}: {1} missing"));
    case ToDoKind::ConfirmExercises: return with(tr("Exercises of {0} to confirm: {1}"));
    case ToDoKind::SumUpWeek:
        if (todo.count == 0) return with(tr("Your turn to sum up the problems of the week from {3}: none written down yet"));
        return with(tr("Your turn to sum up the problems of the week from {3}: {1} open"));
    case ToDoKind::CalendarUnknown: return with(tr("The holidays of {1} are not known yet"));
    }
    return {};
}

} // namespace fledgling::app
