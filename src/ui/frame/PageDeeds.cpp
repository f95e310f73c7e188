#include "ui/frame/PageDeeds.h"

#include "ui/Pages.h"
#include "ui/frame/Session.h"

#include <algorithm>
#include <wx/translation.h>

namespace fledgling::ui {

const std::vector<PageDeed>& pageDeeds() {
    using enum domain::Verb;
    static const std::vector<PageDeed> all{
        {wxTRANSLATE("Add a person"), "people", "N", ManagePeople, "", true},
        {wxTRANSLATE("Import a roster"), "people", "I", ManagePeople, "", true},
        {wxTRANSLATE("Correct a person's card"), "people", "Enter", ManagePeople},
        {wxTRANSLATE("Retire a person"), "people", "R", ManagePeople},
        {wxTRANSLATE("Ask for leave"), "people", "L", AskLeave},
        {wxTRANSLATE("Ask for leave"), "training", "L", AskLeave, "", true},
        {wxTRANSLATE("Ask for leave"), "trainees", "L", AskLeave, "", true},
        {wxTRANSLATE("Decide on leave"), "people", "Y", ApproveLeave},
        {wxTRANSLATE("New cohort"), "cohorts", "N", LayCohort, "", true},
        {wxTRANSLATE("Enrol trainees"), "cohorts", "E", EnrolTrainee},
        {wxTRANSLATE("Move a half day"), "cohorts", "M", LayCohort},
        {wxTRANSLATE("Plan a review day"), "cohorts", "V", LayCohort},
        {wxTRANSLATE("Set the account address for learning records"), "cohorts", "A", SetDepartment, "", true},
        {wxTRANSLATE("Set a day of the calendar"), "calendar", "Enter", ImportCalendar},
        {wxTRANSLATE("Set the working week"), "calendar", "W", SetDepartment, "", true},
        {wxTRANSLATE("Import a calendar"), "calendar", "I", ImportCalendar, "", true},
        {wxTRANSLATE("Open a course folder"), "course", "Ctrl+O", LoadCourse, "", true},
        {wxTRANSLATE("Move a cohort to another version"), "course", "Ctrl+M", LoadCourse},
        {wxTRANSLATE("Mark everybody present"), "roll", "Ctrl+P", MarkRoll},
        {wxTRANSLATE("Close a session"), "roll", "F9", CloseSession},
        {wxTRANSLATE("Plan a make-up"), "roll", "M", MarkRoll},
        {wxTRANSLATE("Grant another attempt"), "assess", "G", GrantAttempt},
        {wxTRANSLATE("Confirm a practical check"), "practical", "C", ConfirmPractical},
        {wxTRANSLATE("Add a question"), "questions", "N", EditQuestions},
        {wxTRANSLATE("Import questions"), "questions", "Ctrl+O", EditQuestions, "", true},
        {wxTRANSLATE("Export questions"), "questions", "Ctrl+E", EditQuestions, "", true},
        {wxTRANSLATE("Mark papers again"), "questions", "G", RegradeQuiz},
        {wxTRANSLATE("Propose pairs"), "pairing", "P", ProposePairs},
        {wxTRANSLATE("Hand a trainee over"), "pairing", "H", HandOver},
        {wxTRANSLATE("End a pairing"), "pairing", "E", HandOver},
        {wxTRANSLATE("Weigh what makes a pair good"), "pairing", "W", SetDepartment, "", true},
        {wxTRANSLATE("Decide on going live"), "readiness", "D", DecideGoLive},
        {wxTRANSLATE("Close the month"), "points", "F9", CloseMonth},
        {wxTRANSLATE("Appeal against a deduction"), "points", "A", AppealFault},
        {wxTRANSLATE("Readers"), "points", "", SettleReading, "readers"},
        {wxTRANSLATE("Second readings"), "points", "", SettleReading, "differ"},
        {wxTRANSLATE("Load chats"), "chats", "Ctrl+O", ImportChats, "", true},
        {wxTRANSLATE("Write today's log"), "log", "Ctrl+Enter", WriteLog},
        {wxTRANSLATE("Sign a skill off"), "log", "Ctrl+S", SignSkill},
        {wxTRANSLATE("Write a problem down"), "problems", "Ctrl+Enter", WriteProblem},
        {wxTRANSLATE("Agree on an answer"), "weekly", "Ctrl+Enter", AgreeAnswer},
        {wxTRANSLATE("Begin a quiz"), "quiz", "F5", TakeQuiz},
        {wxTRANSLATE("Sign that I have read something"), "training", "F9", Acknowledge},
        {wxTRANSLATE("Export my calendar"), "training", "Ctrl+E", {}, "", true},
        {wxTRANSLATE("Save a report"), "reports", "Ctrl+S", {}, "", true},
        {wxTRANSLATE("Print a report"), "reports", "Ctrl+P"},
        {wxTRANSLATE("Verify the chain"), "history", "V", SeeHistory},
        {wxTRANSLATE("Copy the book to work away"), "history", "C", CopyBook, "", true},
        {wxTRANSLATE("Merge a copy"), "history", "G", MergeBook, "", true},
    };
    return all;
}

std::vector<PageDeed> pageDeedsFor(const Session& session) {
    const auto rail = railOf(session.role());
    std::vector<PageDeed> mine;
    std::copy_if(pageDeeds().begin(), pageDeeds().end(), std::back_inserter(mine), [&](const PageDeed& deed) {
        const bool there = std::any_of(rail.begin(), rail.end(), [&](const PageEntry* entry) { return entry->id == deed.page; });
        // A view of a page is offered to whoever may see it, whether or not the page stands on the rail.
        return (there || !deed.subject.empty()) && (!deed.verb || session.may(*deed.verb));
    });
    return mine;
}

} // namespace fledgling::ui
