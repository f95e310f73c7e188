#pragma once

#include <exception>
#include <string>
#include <vector>

namespace fledgling::domain {

/// Every reason for which the program says no. app/Words has a sentence for each (the compiler insists).
enum class Rule {
    // rights and records
    NotYourRight,       ///< {verb}
    ReasonNeeded,       ///< {}
    NothingToUndo,      ///< {}
    PastIsReadOnly,     ///< {} shown as of a past moment
    Unknown,            ///< {what was asked for}
    TextTooLong,        ///< {field, limit}
    // people
    NameMissing,        ///< {}
    StaffNumberTaken,   ///< {staff number, who has it}
    StaffNumberUnreadable, ///< {what was given}
    PhoneUnreadable,    ///< {what was given}
    EmailUnreadable,    ///< {what was given}
    RoleMissing,        ///< {name} a person has at least one role
    PostMissing,        ///< {name}
    CapacityOutOfRange, ///< {lowest, highest}
    StillLeads,         ///< {name, whom he or she leads ...} a mentor hands over before leaving
    NotRetired,         ///< {name} a card is erased once its person has left
    SettingUnfit,       ///< {setting, value} a value the program can't read there
    // calendar and cohorts
    DayUnknown,         ///< {year} no calendar for that year (a warning; refused only where a plan must be firm)
    ReviewEarly,        ///< {the last half day} a go-live review comes after it
    ReviewNotWorking,   ///< {date, the next working day; empty: none} a go-live review is held on a working day
    NoSuchSession,      ///< {course session}
    Clash,              ///< {person or room, one session, the other session}
    SessionTaken,       ///< {session} already has marks: never moved
    CohortLaid,         ///< {cohort} has its sessions already
    CourseNotLoaded,    ///< {course, version}
    CourseVersionTaken, ///< {course, version} same version, other content
    AlreadyMember,      ///< {name, cohort}
    NotMember,          ///< {name, cohort}
    DatesReversed,      ///< {first, last}
    // roll
    SessionClosed,      ///< {session}
    SessionOpen,        ///< {session}
    Unmarked,           ///< {name...} a session is not closed while somebody is unmarked
    NotOnRoll,          ///< {name, session}
    MinutesOutOfRange,  ///< {lowest, highest}
    LeaveNotApproved,   ///< {name, date}
    FutureSession,      ///< {session, date}
    NothingOwed,        ///< {name, course session}
    // what a half day wants beyond the roll
    SheetIncomplete,    ///< {field...} "whom", "chats", "learnt", "question"
    NotShadowing,       ///< {session} only shadowing half days have a sheet
    UnknownFilm,        ///< {film}
    UnknownExercise,    ///< {exercise}
    EvidenceTooEarly,   ///< {course session, date}
    NotTicked,          ///< {exercise} the trainee says first that it is done
    // pairing
    MentorFull,         ///< {mentor, capacity}
    NotMentor,          ///< {name}
    PostDiffers,        ///< {mentor, post}
    MentorAway,         ///< {mentor, first, last}
    OwnMentor,          ///< {name}
    AlreadyPaired,      ///< {trainee, mentor}
    NotPaired,          ///< {trainee}
    // the mentors' record
    RatingOutOfRange,   ///< {lowest, highest}
    NotAsked,           ///< {} nothing is asked about that mentor now, or it was answered
    // mentoring
    NotTheMentor,       ///< {trainee, current mentor}
    EvidenceNeeded,     ///< {skill} a level rises only with a log entry
    LevelOutOfOrder,    ///< {skill}
    LogEmpty,           ///< {}
    LogHowMissing,      ///< {} skills were practised, and nobody says how
    NothingWritten,     ///< {} a problem or an answer without a word
    LogInFuture,        ///< {date}
    UnknownSkill,       ///< {skill}
    AlreadyAcknowledged, ///< {text}
    AnswerIncomplete,   ///< {} a question and its answer
    ProblemInBase,      ///< {question of the answer it went into}
    // assessment
    UnknownAssessment,  ///< {assessment}
    ResultOutOfRange,   ///< {lowest, highest}
    ResultInFuture,     ///< {date}
    AlreadyPassed,      ///< {trainee, assessment}
    AttemptsUsedUp,     ///< {trainee, assessment, attempts}
    NoResult,           ///< {trainee, assessment}
    // quizzes taken in the window
    QuizUnderWay,       ///< {assessment} one attempt at a time
    QuizNotUnderWay,    ///< {assessment} nothing is open to answer or hand in
    QuizTimeOver,       ///< {assessment} what was answered in time is kept and handed in
    UnknownQuestion,    ///< {question}
    NothingToMark,      ///< {question} it isn't open, or has its mark
    MarkOutOfRange,     ///< {lowest, highest}
    // practical checks
    UnknownItem,        ///< {item}
    StepOutOfRange,     ///< {lowest, highest} of the scale, from 1
    ItemsUnmarked,      ///< {item...}
    EvidenceMissing,    ///< {item...} below the best step without a word on what was seen: ids or titles
    NoSheet,            ///< {trainee} nothing is being marked
    NotTheMarker,       ///< {who marks it} a sheet stays in one hand until it is handed on
    NotHandedOn,        ///< {trainee} nothing waits for a second person
    OwnMarking,         ///< {who marked} somebody else confirms
    SheetOpen,          ///< {trainee} a check is being marked: it gives the result
    SheetStands,        ///< {trainee} two people signed this result: it is sent back, not corrected
    SheetHandedOn,      ///< {trainee} it waits for the second person
    AttemptsLeft,       ///< {trainee, attempts} a further one is granted when none is left
    QuizWaits,          ///< {assessment} a further attempt waits for the former one's mark
    NothingToRegrade,   ///< {assessment, version} no kept paper would change
    BankExists,         ///< {file} a target that is there
    ReportKindUnknown,  ///< {file} its ending names no form of a report
    BankKindUnknown,    ///< {file} its ending names no kind of bank
    // chat reviews
    ChatOutOfRange,     ///< {lowest, highest}
    ReviewInFuture,     ///< {date}
    OwnChats,           ///< {name} nobody reads the own chats
    UnknownCriterion,   ///< {criterion}
    FaultUnexplained,   ///< {criterion} a failed criterion needs its reason
    QuoteNotAgents,     ///< {criterion} a fault is shown by what the person judged wrote
    NotReviewed,        ///< {name, date, chat}
    OwnReading,         ///< {name} a second reading or a decision is somebody else's
    ReadTwice,          ///< {name, date, chat}
    NotFailed,          ///< {criterion}
    AppealTooLate,      ///< {last day}
    AppealStands,       ///< {criterion} there is one already, open or decided
    NoAppeal,           ///< {criterion} nothing open to decide
    NotYourChats,       ///< {name} only who was judged appeals
    NothingToSettle,    ///< {name, date, chat} read once, or alike
    ReadingSettled,     ///< {name, date, chat} a third person decided which reading stands
    AppealFirst,        ///< {name, date, chat} an open appeal decides before
    ReadingsDiffer,     ///< {month, chats} differing readings on which a point hangs
    MonthClosed,        ///< {month}
    ClosingStands,      ///< {month} a closing isn't taken back
    MonthNotOver,       ///< {month}
    AppealsOpen,        ///< {month, count}
    ChatsLoaded,        ///< {name, date} a day's sample is drawn once
    ChatsRead,          ///< {name, date} every chat was read before a file came: nothing is left to draw
    ChatColumnsMissing, ///< {file, headings} a table that can't be read without
    NoConversation,     ///< {file} it was read and holds no chat at all
    ChatFileEmpty,      ///< {name, date, chats, whose...} the file has so many chats, none of that person and day
    // go-live
    CriteriaUnmet,      ///< {criterion...} approving against them needs an expiry
    ExpiryNeeded,       ///< {} an extension says until when
    ExtensionShortens,  ///< {the planned review} an extension ends after it
    DateInPast,         ///< {date}
    AlreadyDecided,     ///< {trainee, decision}
    // merging a copy of the book
    MergeForeign,       ///< {file} no change in common: another department's book
    MergeBroken,        ///< {file, change} the copy was tampered with
    MergeOwnBroken,     ///< {change} our own book was
    MergeUndecided,     ///< {count} both sides changed the same and nobody has chosen
    MergeNeedsUntaken,  ///< {change there} what it builds on was not taken
    MergeRowRefused     ///< {the database's words}
};

/// A rule said no; nothing was written.
class Refused : public std::exception {
public:
    /// The arguments are ready to show: names, dates, amounts, in the order the rule's comment gives.
    explicit Refused(Rule rule, std::vector<std::string> arguments = {})
        : m_rule(rule), m_arguments(std::move(arguments)) {}

    [[nodiscard]] Rule rule() const { return m_rule; }
    [[nodiscard]] const std::vector<std::string>& arguments() const { return m_arguments; }
    /// For logs only; people read the sentence of app/Words.
    [[nodiscard]] const char* what() const noexcept override { return "refused by a rule"; }

private:
    Rule m_rule;
    std::vector<std::string> m_arguments;
};

} // namespace fledgling::domain
