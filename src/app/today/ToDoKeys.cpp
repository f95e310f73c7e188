#include "app/today/ToDoKeys.h"

#include "app/cohorts/Cohorts.h"
#include "domain/Text.h"
#include "store/AttendanceStore.h"
#include "store/PersonLines.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

/// The actor's own lines of those tables, of one part of the course he or she is in; nothing for who is in none.
std::vector<BookKey> ownOf(Desk& desk, std::initializer_list<const char*> tables, const std::string& part) {
    const auto cohort = currentCohort(desk, desk.actor.id);
    std::vector<BookKey> keys;
    for (const char* table : tables)
        if (cohort) keys.push_back({table, {desk.actor.id.text(), cohort->course, part}});
    return keys;
}

/// The marks with which the actor missed that session of the course.
std::vector<BookKey> ownMarksAt(Desk& desk, const std::string& courseSession) {
    std::vector<BookKey> keys;
    for (const auto& one : store::AttendanceStore(desk.database, desk.asOf).takenBy({desk.actor.id}))
        if (one.courseSession == courseSession) keys.push_back({"mark", {one.session.text(), desk.actor.id.text()}});
    return keys;
}

} // namespace

std::vector<BookKey> keysBehind(Desk& desk, const ToDo& todo) {
    const auto& subject = todo.subject;
    if (subject.empty()) return {}; // many of a kind in one line
    const auto parts = split(subject, ' ');
    const auto first = [&](std::size_t count) {
        return std::vector<std::string>(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(std::min(count, parts.size())));
    };
    const std::string own = desk.actor.id.text();
    switch (todo.kind) {
    case ToDoKind::MarkSession:
    case ToDoKind::CloseSession: return {{"mark", {subject}}, {"session", {subject}}};
    case ToDoKind::ComingSession:
    case ToDoKind::NextSession: return {{"session", {subject}}};
    case ToDoKind::PlanMakeUps: return {{"mark", first(2)}};
    case ToDoKind::DecideLeave: return {{"leave", {subject}}};
    case ToDoKind::DecideGoLive:
    case ToDoKind::FactsChanged:
    case ToDoKind::ReviewNotReady:
    case ToDoKind::ApprovalEnds: return {{"decision", {subject}}};
    case ToDoKind::StuckTrainee: return {{"decision", {subject}}, {"result", {subject}}, {"pairing", {subject}}};
    case ToDoKind::ReviewAhead: return {{todo.names.empty() ? "cohort" : "decision", {subject}}};
    case ToDoKind::MentorLoad: return {{"person", {subject}}};
    case ToDoKind::WriteLog: return {{"pairing", {subject}}};
    case ToDoKind::SignSkill: return {{"skill", {subject}}};
    case ToDoKind::AnswerProblem: return {{"problem", {subject}}};
    case ToDoKind::AcknowledgeText: return ownOf(desk, {"acknowledgement"}, subject);
    case ToDoKind::OwedMakeUp: return ownMarksAt(desk, subject);
    case ToDoKind::ReadChats:
    case ToDoKind::AppealEnds:
    case ToDoKind::ChatsFailed: return {{"chat_review", first(2)}, {"chat_fault", first(2)}};
    case ToDoKind::SettleReadings: return {{"chat_review", first(2)}, {"reading_settled", first(2)}};
    case ToDoKind::DecideAppeal: return {{"appeal", first(4)}};
    case ToDoKind::CloseMonth: return {{"month_closed", {todo.name}}};
    case ToDoKind::ConfirmPractical:
    case ToDoKind::MendPractical: return {{"practical_sheet", first(1)}};
    case ToDoKind::EvaluateMentor: return {{"mentor_evaluation", {own}}};
    case ToDoKind::TakeExam: return {{"result", {own}}};
    case ToDoKind::TakePractical:
    case ToDoKind::ExamineMentor: return {{"result", first(1)}};
    case ToDoKind::TakeQuiz:
    case ToDoKind::GoOnWithQuiz: return ownOf(desk, {"quiz_paper", "result"}, subject);
    case ToDoKind::GiveEvidence: return ownOf(desk, {"shadow_sheet", "exercise"}, subject);
    case ToDoKind::ConfirmExercises: return {{"exercise", {subject}}};
    case ToDoKind::ReadAgain: // blind: the first reading is not shown
    case ToDoKind::PlanReplan:
    case ToDoKind::LoadCourse:
    case ToDoKind::LayCohort:
    case ToDoKind::AddPeople:
    case ToDoKind::EnrolTrainees:
    case ToDoKind::PairTrainees:
    case ToDoKind::MarkAnswers:
    case ToDoKind::SumUpWeek:
    case ToDoKind::CalendarUnknown: return {};
    }
    return {};
}

std::vector<BookKey> keysBehind(Desk& desk, const News& news) {
    const bool ofPerson = news.page == "person";
    if (!ofPerson && news.page != "roll" && news.page != "history") return {};
    const auto person = ofPerson ? split(news.pageSubject, ' ').front() : std::string();
    std::vector<BookKey> keys;
    for (const auto& kept : store::Book(desk.database).factsOf(news.change)) {
        const auto& fact = kept.fact;
        if (fact.table == "course_file") continue; // the version they belong to says it
        if (ofPerson) {
            const auto column = store::personColumn(fact.table);
            if (column.empty() || store::textOf(fact, column) != person) continue;
        }
        keys.push_back({fact.table, fact.key});
    }
    return keys;
}

std::vector<BookKey> keysBehind(const Turn& turn) {
    std::vector<BookKey> keys;
    for (const char* table : {"skill", "result", "acknowledgement", "pairing", "decision"})
        keys.push_back({table, {turn.trainee.text()}});
    return keys;
}

} // namespace fledgling::app
