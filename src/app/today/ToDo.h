#pragma once

#include "app/Desk.h"
#include "domain/Time.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// What kind of thing wants doing; the window has a sentence for each.
enum class ToDoKind {
    MarkSession,   ///< subject: session; name: its title; count: people not marked yet
    CloseSession,  ///< subject: session; name: its title
    ComingSession, ///< subject: session; name: its title; count: people
    PlanMakeUps, ///< subject: a session whose roll shows them, blank, the first trainee; count: make-ups owed
                 ///< without a plan; names
    PlanReplan,  ///< count: sessions that no longer lie on a working day
    LoadCourse,  ///< no course is loaded yet
    LayCohort,   ///< no cohort is ahead or running
    AddPeople,   ///< nobody but the founder is there
    EnrolTrainees,   ///< subject: a cohort to enrol into and "enrol"; count: trainees in no cohort; names
    PairTrainees,    ///< count: trainees in mentoring without a mentor; names
    DecideLeave,     ///< subject: leave; name: who; date: its first day
    DecideGoLive,    ///< subject: trainee; name: who; date: review day
    FactsChanged,    ///< subject: trainee; name: who: a decision rests on other facts than today's
    ReviewAhead,     ///< subject: cohort; name: its name; date: review day; count: who is ready; of: who is not. On
                     ///< another day than the cohort's, since training was extended: names, and one of them is subject
    ReviewNotReady,  ///< the mentor's: subject: trainee; name: who; date: review day; count: steps missing
    ApprovalEnds,    ///< subject: trainee; name: who; date: the last day of the approval
    StuckTrainee,    ///< subject: trainee; name: who
    MentorLoad,      ///< subject: mentor; name: who; count: trainees; of: capacity
    WriteLog,        ///< subject: trainee; name: who; date: the day that misses an entry; count: days missing
    SignSkill,       ///< subject: trainee; name: who; count: skills whose evidence is there
    AnswerProblem,   ///< subject: problem; name: who
    NextSession,     ///< the trainee's own: subject: session; name: its title; date
    AcknowledgeText, ///< subject: rule file; name: its title
    OwedMakeUp, ///< the trainee's own: subject: course session; name: its title; count: 1 where it is held
                ///< again, then date
    ReadChats,    ///< subject: trainee and day; name: who; date; count: chats read; of: to read
    DecideAppeal, ///< subject: person, day, chat and criterion; name: who; date: of the chat; count: days it has waited
    AppealEnds,   ///< subject: the actor and the chats' day; date: the last day; count: failed chats
    SettleReadings, ///< subject: person, day and "differ"; name: who; date: of the chats; count: chats
    ReadAgain,    ///< subject: the person, the day and "again" of the newest; date: that day; count: days offered for it
    CloseMonth,   ///< subject: a blank and the month; name: the month
    ConfirmPractical, ///< subject: trainee and check; name: who; date: on which it was done
    EvaluateMentor, ///< the trainee's: subject: mentor and occasion; name: the mentor
    TakeExam,       ///< the mentor's own: subject: assessment; name: its title; date: from which it is due; of: 1
                    ///< where a pass has lapsed; count: attempts that failed since, or since ever
    TakePractical,  ///< the mentor's own: subject: mentor and check; name: its title; date, of and count: the same
    ExamineMentor,  ///< subject: mentor and check; name: the mentor; date, of and count: the same
    MendPractical,    ///< the marker's: the same, sent back
    ChatsFailed,  ///< the trainee's own: subject: trainee and day; date; count: failed; of: read
    MarkAnswers,  ///< count: open answers that wait for a mark; date: the oldest
    TakeQuiz,     ///< the trainee's own: subject: assessment; name: its title; count: attempts left, 0 without end
    GoOnWithQuiz, ///< the trainee's own, under way: subject: assessment; name: its title
    GiveEvidence, ///< the trainee's own: subject: course session; name: its title; count: things missing
    ConfirmExercises, ///< subject: trainee; name: who; count: exercises ticked
    SumUpWeek,    ///< subject and date: the week's Monday; count: problems in no common answer
    CalendarUnknown ///< count: the year nobody has published yet
};

/// One line of a home page.
struct ToDo {
    ToDoKind kind = ToDoKind::MarkSession;
    std::string
        page; ///< the page on which Enter does it: "roll", "cohorts", "pairing", "log", "readiness", ...
    std::string subject; ///< id to open there, as text; may be empty
    std::string name;
    std::vector<std::string> names;
    domain::Date date;
    std::optional<domain::Hours> hours;
    int count = 0;
    int of = 0;
    std::string room;
    std::string who; ///< a session's trainer; empty: open, or the actor
    std::string cohort; ///< a session's, where those around now are of more than one
    bool due = true; ///< false: only news, nothing to do about it yet
    friend bool operator==(const ToDo&, const ToDo&) = default;
};

/// One about somebody or something, due.
[[nodiscard]] ToDo toDo(ToDoKind kind, const char* page, std::string subject, std::string name, domain::Date date,
                        int count = 0);

/// Until the first cohort is planned: the next step towards it. Of whoever can take it: trainer, supervisor, manager.
[[nodiscard]] std::vector<ToDo> setUpToDo(Desk& desk);
/// What waits for the trainer: today's sessions, those left open, the next ones, make-ups to plan, and what
/// stops planning.
[[nodiscard]] std::vector<ToDo> trainerToDo(Desk& desk, const std::string& language);
/// Trainees in no cohort while there are cohorts: one line, or none. Of whoever enrols: trainer, supervisor, manager.
[[nodiscard]] std::vector<ToDo> unenrolledToDo(Desk& desk);
/// Who is in training in a cohort that has begun and has no mentor: one line, or none. The supervisor's and the
/// manager's.
[[nodiscard]] std::vector<ToDo> unpairedToDo(Desk& desk);
/// The supervisor's: the same, and who in training has no mentor.
[[nodiscard]] std::vector<ToDo> supervisorToDo(Desk& desk, const std::string& language);

} // namespace fledgling::app
