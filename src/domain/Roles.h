#pragma once

#include "domain/Person.h"

#include <stdexcept>
#include <string_view>

namespace fledgling::domain {

/// Everything that can be done or seen. A verb's name in the book and on the command line is its key.
enum class Verb {
    ManagePeople, ///< add, correct, retire, import a roster
    ErasePerson,
    ApproveLeave,
    AskLeave,
    LoadCourse,
    ImportCalendar,
    LayCohort, ///< make a cohort, lay and move its sessions
    EnrolTrainee,
    GiveEvidence,    ///< the trainee's own sheets, films and exercises
    ConfirmExercise, ///< a mentor those of the own trainees
    MarkRoll,
    CloseSession,
    WaiveSession,
    ProposePairs,
    AcceptPairs,
    HandOver,
    WriteLog,
    SignSkill,
    WriteProblem,
    AnswerProblem,
    AgreeAnswer, ///< sum up a week's problems into the question-and-answer base
    Acknowledge,
    EnterResult, ///< record and correct results of quizzes and practical checks
    TakeQuiz,
    GrantAttempt,     ///< one attempt more than the course allows
    MarkAnswers,      ///< give open answers their marks
    MarkPractical,    ///< a mentor those of the own trainees
    ConfirmPractical, ///< or send back: never who marked it
    SeeMentors,     ///< load, exams, punctuality; a mentor only the own
    EvaluateMentor, ///< the trainee's word on the mentor
    SeeEvaluations,
    RegradeQuiz,      ///< mark kept papers again with the questions of another course version
    EditQuestions,    ///< keep a changed bank as a new course version
    ReviewChats,      ///< read a day's chats, first or second reading
    ImportChats,
    AppealFault, ///< against a criterion one was failed in
    DecideAppeal,
    SettleReading, ///< say which of two readings stands: neither reader's
    CloseMonth,
    DecideGoLive,
    SeeReadiness,
    SeeHistory,
    CopyBook,  ///< take the whole book away to work on it elsewhere
    MergeBook, ///< bring a copy's changes back and decide between both sides
    UndoOwn,
    SetDepartment
};

/// The table of rights: the only place that says who may do what.
[[nodiscard]] bool may(const std::set<Role>& roles, Verb verb);
/// Every verb, in the order of the table.
[[nodiscard]] std::vector<Verb> allVerbs();
/// The word for it in refusals, the book and the command line: "mark-roll".
[[nodiscard]] std::string_view keyOf(Verb verb);
/// Throws Refused(NotYourRight).
void require(const Person& actor, Verb verb);

} // namespace fledgling::domain
