#include "app/Words.h"

#include "app/cohorts/Cohorts.h"

#include <cstdlib>

namespace fledgling::app {

using namespace domain;

namespace {

/// What the trainee does is said the same to everybody; what somebody else does is said to the trainee as something to ask for.
std::string stepMessage(const Step& step, bool own, const Tongue& tr) {
    // Points are lost, never earned: who lacks every one that is asked for has had no chat read yet.
    const bool lost = step.count < step.need;
    switch (step.kind) {
    case StepKind::AssignMentor: return own ? tr("your mentor is still to be named: ask your trainer") : tr("assign a mentor");
    case StepKind::AttendSession: return tr("attend {0}");
    case StepKind::MakeUpSession: return tr("make up {0}");
    case StepKind::SignSkill:
        return own ? tr("{0}: practise it and ask your mentor to sign it off ({2})") : tr("sign off {0} ({2})");
    case StepKind::MentoredDays: return own ? tr("{1} more days with your mentor") : tr("{1} more days with the mentor");
    case StepKind::AcknowledgeText: return own ? tr("{0}: read and sign it") : tr("acknowledge {0}");
    case StepKind::PassAssessment: return tr("pass {0}");
    case StepKind::KeepChatPoints:
        if (!lost) return own ? tr("your chats will be read: keep at least {3} of {4} points") : tr("keep at least {3} of {4} points");
        return own ? tr("{1} points are missing: see under Points what they were lost for, and ask your mentor")
                   : tr("keep at least {3} of {4} points: {1} too few now");
    case StepKind::ReviewChatDays:
        return own ? tr("{1} more days: ask your mentor to read your chats") : tr("{1} more days of chat review");
    case StepKind::GiveEvidence: return tr("complete the evidence of {0}");
    }
    return {};
}

std::string stepSentence(const Step& step, const std::string& subject, bool own, const Tongue& tr) {
    return filled(stepMessage(step, own, tr), {subject, std::to_string(step.count), word(step.level, tr), std::to_string(step.need), std::to_string(step.of)});
}

} // namespace

std::string sentence(const Step& step, const std::string& subject, const Tongue& tr) {
    return stepSentence(step, subject, false, tr);
}

std::string ownSentence(const Step& step, const std::string& subject, const Tongue& tr) {
    return stepSentence(step, subject, true, tr);
}

std::string sentence(const StuckReason& reason, const std::string& subject, const Tongue& tr) {
    switch (reason.by) {
    case StuckBy::Held: return tr("put on hold by the manager");
    case StuckBy::NoMakeUpAhead: return filled(tr("{0} is owed and no cohort holds it any more: plan a make-up or waive it"), {subject});
    case StuckBy::AttemptsUsedUp: return filled(tr("{0} was failed as often as it may be taken"), {subject});
    case StuckBy::ReviewDayPassed: return tr("the go-live review day has passed");
    }
    return {};
}

std::string sentence(const Hindrance& hindrance, const Tongue& tr) {
    switch (hindrance.obstacle) {
    case Obstacle::OwnMentor: return tr("is the same person");
    case Obstacle::NotMentor: return tr("is not a mentor");
    case Obstacle::Retired: return tr("has left");
    case Obstacle::PostDiffers: return tr("can't lead for this post");
    case Obstacle::MentorAway:
        return filled(tr("is away from {0} to {1}"), {hindrance.first ? longDate(*hindrance.first, tr) : "", hindrance.last ? longDate(*hindrance.last, tr) : ""});
    case Obstacle::MentorFull: return tr("has no place left");
    case Obstacle::PlacesLocked: return tr("the places left are locked for others");
    case Obstacle::TraineeLocked: return tr("the trainee is locked to another mentor");
    }
    return {};
}

std::string sentence(const Term& term, const Tongue& tr) {
    const std::string points = (term.points > 0 ? "+" : term.points < 0 ? "−" : "") + std::to_string(std::abs(term.points));
    const std::string amount = std::to_string(term.amount);
    switch (term.kind) {
    case TermKind::Leaning:
        return filled(term.points <= 0  ? tr("{0}  leanings differ")
                      : term.amount > 0 ? tr("{0}  leanings differ, one is all-round")
                                        : tr("{0}  leanings agree"),
                      {points});
    case TermKind::Load: return filled(tr("{0}  carries {1} trainee-days already"), {points, amount});
    case TermKind::Tenure: return filled(tr("{0}  {1} full years of tenure"), {points, amount});
    case TermKind::Shift: return filled(term.points > 0 ? tr("{0}  same shift") : tr("{0}  other shift"), {points});
    case TermKind::Record: return filled(tr("{0}  own exams and punctual logs: {1} %"), {points, amount});
    }
    return {};
}

std::string sentence(const Remedy& remedy, const std::string& mentor, const std::string& trainee, const Tongue& tr) {
    switch (remedy.kind) {
    case RemedyKind::RaiseCapacity: return filled(tr("give {0} one more place"), {mentor});
    case RemedyKind::AddPost: return filled(tr("let {0} also lead for {1}"), {mentor, remedy.post ? word(*remedy.post, tr) : ""});
    case RemedyKind::WaitForReturn:
        return filled(tr("let {1} begin on {2}, when {0} is back"), {mentor, trainee, remedy.day ? longDate(*remedy.day, tr) : ""});
    case RemedyKind::Unlock: return filled(tr("unlock {1} from {0}"), {mentor, trainee});
    case RemedyKind::NewMentor: return filled(tr("find one more mentor who can lead {0}"), {trainee});
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> deeds(const Tongue& tr) {
    return {
        {"found-department", tr("set up the department")},
        {"merge-book", tr("merged a copy of the book")},
        {"add-person", tr("added a person")},
        {"correct-person", tr("corrected a person")},
        {"retire-person", tr("retired a person")},
        {"erase-person", tr("erased a person's card")},
        {"import-people", tr("imported a roster")},
        {"ask-leave", tr("asked for leave")},
        {"decide-leave", tr("decided on leave")},
        {"load-course", tr("loaded a course")},
        {"edit-course", tr("kept a changed course as a new version")},
        {"import-calendar", tr("changed the calendar")},
        {"lay-cohort", tr("laid a cohort")},
        {"move-to-version", tr("moved a cohort to another course version")},
        {"move-session", tr("moved a session")},
        {"replan", tr("moved sessions to working days")},
        {"enrol", tr("enrolled a trainee")},
        {"leave-cohort", tr("took a trainee out of a cohort")},
        {"mark", tr("marked the roll")},
        {"mark-all", tr("marked everybody left as present")},
        {"correct-mark", tr("corrected a mark")},
        {"keep-sheet", tr("wrote a shadowing sheet")},
        {"watch-film", tr("watched a film")},
        {"tick-exercise", tr("ticked an exercise")},
        {"confirm-exercise", tr("confirmed an exercise")},
        {"agree-answer", tr("agreed on an answer")},
        {"drop-answer", tr("took an answer out of the base")},
        {"close-session", tr("closed a session")},
        {"reopen-session", tr("reopened a session")},
        {"expect-guest", tr("planned a make-up")},
        {"waive", tr("waived a make-up")},
        {"pair", tr("paired a trainee with a mentor")},
        {"accept-pairs", tr("accepted proposed pairs")},
        {"hand-over", tr("handed a trainee over")},
        {"end-pairing", tr("ended a pairing")},
        {"keep-log", tr("wrote a log entry")},
        {"correct-log", tr("corrected a log entry")},
        {"sign-skill", tr("signed off a skill")},
        {"take-back-skill", tr("took a skill back")},
        {"acknowledge", tr("acknowledged the conduct rules")},
        {"write-problem", tr("wrote down a problem")},
        {"answer-problem", tr("answered a problem")},
        {"enter-result", tr("recorded a result")},
        {"correct-result", tr("corrected a result")},
        {"begin-quiz", tr("began a quiz")},
        {"answer-quiz", tr("answered a question of a quiz")},
        {"hand-in-quiz", tr("handed a quiz in")},
        {"grant-attempt", tr("granted a further attempt")},
        {"mark-answer", tr("marked an open answer")},
        {"evaluate-mentor", tr("evaluated the mentor")},
        {"mark-practical", tr("marked a practical check")},
        {"hand-on-practical", tr("handed a practical check on")},
        {"confirm-practical", tr("confirmed a practical check")},
        {"send-back-practical", tr("sent a practical check back")},
        {"close-overdue-quiz", tr("handed in a quiz whose time was over")},
        {"regrade-quiz", tr("marked papers again")},
        {"edit-questions", tr("kept changed questions as a new version")},
        {"review-chat", tr("reviewed a chat")},
        {"read-again", tr("read a chat again")},
        {"import-chats", tr("loaded chats")},
        {"appeal", tr("appealed against a fault")},
        {"decide-appeal", tr("decided an appeal")},
        {"settle-reading", tr("decided between two readings")},
        {"close-month", tr("closed a month")},
        {"decide", tr("decided on go-live")},
        {"set", tr("changed a setting")},
        {"undo", tr("took a change back")},
    };
}

std::string wordForDeed(const std::string& verb, const Tongue& tr) {
    for (const auto& [key, text] : deeds(tr))
        if (verb == key) return text;
    return verb;
}

std::vector<std::string> moveWarnings(const MovePreview& preview, const std::vector<std::string>& outOfOrder, const Tongue& tr) {
    std::vector<std::string> all;
    if (preview.past)
        all.push_back(filled(tr("{0} is past: right only where it was held then. Its roll is marked afterwards."), {longDate(preview.day, tr)}));
    if (preview.nobody) all.push_back(tr("Nobody is in the cohort on that day: there would be nobody to mark."));
    if (!outOfOrder.empty())
        all.push_back(filled(tr("This breaks the course's order with: {0}."), {enumerated(outOfOrder, tr(", "))}));
    if (preview.guests > 0)
        all.push_back(filled(tr("Make-ups planned there, which move along: {0}. Tell those people."), {std::to_string(preview.guests)}));
    return all;
}

std::string pastStart(Date first, int halves, const Tongue& tr) {
    return filled(tr("The first day, {0}, is past. Half days laid before today: {1}. Mark their roll afterwards, or choose a later first day."),
                  {longDate(first, tr), std::to_string(halves)});
}

} // namespace fledgling::app
