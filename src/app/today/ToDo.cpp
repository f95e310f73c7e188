#include "app/today/ToDo.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/courses/CourseTitles.h"
#include "app/roll/Roll.h"
#include "domain/Text.h"
#include "format/Collation.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::AttendanceStore;
using store::CohortStore;

namespace {

/// Sessions left open this many days ago still show up; older ones are history.
constexpr int OPEN_DAYS = 14;
/// How many of the sessions to come are named.
constexpr std::size_t COMING = 3;
/// Make-ups of cohorts that began longer ago are looked up on their roll.
constexpr int OWED_DAYS = 60;
/// Plans reach no further than this.
constexpr int PLAN_DAYS = 400;

std::string trainerOf(Desk& desk, const Session& session) {
    if (session.trainer.empty() || session.trainer == desk.actor.id) return {};
    return namesOf(desk, {session.trainer}).at(session.trainer);
}

ToDo sessionToDo(Desk& desk, const Session& session, const std::string& language) {
    ToDo todo;
    todo.page = "roll";
    todo.subject = session.id.text();
    todo.name = titleOf(desk, session, language);
    todo.date = session.day;
    todo.hours = session.hours;
    todo.room = session.room;
    todo.who = trainerOf(desk, session);
    const auto unmarked = unmarkedIn(desk, session);
    todo.of = unmarked.of;
    if (session.day > shownDay(desk)) {
        todo.kind = ToDoKind::ComingSession;
        todo.count = unmarked.of;
        todo.due = false;
        return todo;
    }
    todo.count = unmarked.count;
    todo.kind = todo.count > 0 ? ToDoKind::MarkSession : ToDoKind::CloseSession;
    return todo;
}

/// Today's open sessions, then what was left open, latest first, then what comes.
void addSessions(Desk& desk, const std::string& language, std::vector<ToDo>& list) {
    const Date today = shownDay(desk);
    AttendanceStore attendance(desk.database, desk.asOf);
    std::vector<Session> now, before, coming;
    std::set<CohortId> around;
    for (const auto& session : CohortStore(desk.database, desk.asOf)
                                   .sessionsBetween(today.plusDays(-OPEN_DAYS), today.plusDays(OPEN_DAYS))) {
        around.insert(session.cohort);
        if (session.day > today && coming.size() < COMING) coming.push_back(session);
        if (session.day > today || attendance.isClosed(session.id)) continue;
        (session.day == today ? now : before).push_back(session);
    }
    std::reverse(before.begin(), before.end());
    for (const auto* some : {&now, &before, &coming})
        for (const auto& session : *some) {
            auto todo = sessionToDo(desk, session, language);
            if (todo.due && todo.of == 0) continue; // nobody is on its roll: there is nothing to close
            list.push_back(std::move(todo));
            if (around.size() > 1) list.back().cohort = cohortOf(desk, session.cohort).name;
        }
}

void sortNames(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        return std::pair(format::sortKey(a), a) < std::pair(format::sortKey(b), b);
    });
}

/// Owed sessions of one cohort that nothing is planned for.
struct Unplanned {
    int count = 0;
    std::vector<std::string> names; ///< with what each owes
    PersonId first;
};

Unplanned unplannedIn(Desk& desk, const Cohort& cohort, const std::string& language) {
    const Date today = shownDay(desk);
    std::set<PersonId> trainees;
    for (const auto& member : CohortStore(desk.database, desk.asOf).membersOf(cohort.id))
        if (member.on(today)) trainees.insert(member.trainee);
    AttendanceStore attendance(desk.database, desk.asOf);
    std::map<PersonId, std::map<std::string, SessionFacts>> facts;
    for (const auto& one : attendance.takenBy(trainees))
        if (one.course == cohort.course && !isLater(desk, one.day))
            facts[one.trainee][one.courseSession].marks.push_back(one.mark);
    for (const auto& one : attendance.waiversOf(trainees))
        if (one.course == cohort.course) facts[one.trainee][one.courseSession].waived = true;
    const auto& course = desk.shelf.of(cohort);
    const auto& rules = course.attendance;
    std::map<PersonId, std::set<std::string>> owed;
    for (const auto& [trainee, sessions] : facts)
        for (const auto& [session, one] : sessions)
            if (stateOf(one, rules) == SessionState::Owed) owed[trainee].insert(session);
    Unplanned unplanned;
    std::map<std::string, PersonId> byName;
    for (auto& [trainee, sessions] : owed) {
        for (const auto& guest : attendance.guestingsOf(trainee)) {
            const auto session = CohortStore(desk.database, desk.asOf).session(guest.session);
            if (session && session->day >= today && !attendance.mark(guest.session, trainee))
                sessions.erase(session->courseSession);
        }
        unplanned.count += static_cast<int>(sessions.size());
        const auto name = namesOf(desk, {trainee}).at(trainee);
        if (!sessions.empty()) byName.emplace(format::sortKey(name) + name, trainee);
        std::vector<std::string> titles;
        for (const auto& session : sessions)
            titles.push_back(titleOf(course, session, language));
        if (!sessions.empty()) unplanned.names.push_back(joined({name, joined(titles, " · ")}, " · "));
    }
    sortNames(unplanned.names);
    if (!byName.empty()) unplanned.first = byName.begin()->second;
    return unplanned;
}

/// A roll on which that trainee stands: the cohort's latest session so far.
std::string rollFor(Desk& desk, const Cohort& cohort, const PersonId& trainee) {
    std::string latest;
    for (const auto& session : CohortStore(desk.database, desk.asOf).sessionsOf(cohort.id))
        if (session.day <= shownDay(desk)) latest = session.id.text();
    return latest.empty() ? latest : latest + " " + trainee.text();
}

void addOwed(Desk& desk, const std::string& language, std::vector<ToDo>& list) {
    const Date today = shownDay(desk);
    for (const auto& cohort : CohortStore(desk.database, desk.asOf).cohorts()) {
        if (cohort.start < today.plusDays(-OWED_DAYS) || cohort.start > today) continue;
        auto unplanned = unplannedIn(desk, cohort, language);
        if (unplanned.count == 0) continue;
        ToDo owed;
        owed.kind = ToDoKind::PlanMakeUps;
        owed.page = "roll";
        owed.date = today;
        owed.subject = rollFor(desk, cohort, unplanned.first);
        owed.name = cohort.name;
        owed.count = unplanned.count;
        owed.names = std::move(unplanned.names);
        list.push_back(std::move(owed));
    }
}

/// Sessions ahead that a holiday has come to lie on; those already marked are over.
int displaced(Desk& desk) {
    const Date today = shownDay(desk);
    std::map<CohortId, Calendar> calendars;
    int count = 0;
    CohortStore cohorts(desk.database, desk.asOf);
    const auto days = store::PeopleStore(desk.database, desk.asOf).calendarDays();
    for (const auto& session : cohorts.sessionsBetween(today, today.plusDays(PLAN_DAYS))) {
        if (!calendars.contains(session.cohort))
            calendars.emplace(session.cohort,
                              Calendar(desk.shelf.of(cohortOf(desk, session.cohort)).workingWeek, days));
        if (calendars.at(session.cohort).isWorking(session.day)) continue;
        if (!AttendanceStore(desk.database, desk.asOf).hasMarks(session.id)) ++count;
    }
    return count;
}

void addPlanning(Desk& desk, std::vector<ToDo>& list) {
    for (auto& some : {setUpToDo(desk), unenrolledToDo(desk)})
        list.insert(list.end(), some.begin(), some.end());
    if (const int moved = displaced(desk); moved > 0)
        list.push_back(toDo(ToDoKind::PlanReplan, "cohorts", "", "", shownDay(desk), moved));
}

/// In which who begins today has most of the course before them; the latest where none has any.
CohortId cohortToJoin(Desk& desk) {
    const Date today = shownDay(desk);
    CohortStore cohorts(desk.database, desk.asOf);
    std::map<CohortId, int> ahead;
    for (const auto& session : cohorts.sessionsBetween(today, today.plusDays(PLAN_DAYS)))
        ++ahead[session.cohort];
    auto all = cohorts.cohorts();
    const auto best = std::max_element(all.begin(), all.end(), [&](const Cohort& a, const Cohort& b) {
        const int first = ahead[a.id], second = ahead[b.id];
        // Of those with as much before them the one that begins sooner.
        return std::pair(first, first > 0 ? b.start : a.start) < std::pair(second, first > 0 ? a.start : b.start);
    });
    return best == all.end() ? CohortId() : best->id;
}

} // namespace

ToDo toDo(ToDoKind kind, const char* page, std::string subject, std::string name, Date date, int count) {
    ToDo todo;
    todo.kind = kind;
    todo.page = page;
    todo.subject = std::move(subject);
    todo.name = std::move(name);
    todo.date = date;
    todo.count = count;
    return todo;
}

std::vector<ToDo> setUpToDo(Desk& desk) {
    CohortStore cohorts(desk.database, desk.asOf);
    if (!cohorts.cohorts().empty()) return {};
    const auto next = [&](ToDoKind kind, const char* page) { return std::vector{toDo(kind, page, "", "", shownDay(desk))}; };
    if (cohorts.courses().empty()) return next(ToDoKind::LoadCourse, "course");
    if (store::PeopleStore(desk.database, desk.asOf).withRole(Role::Trainee).empty())
        return next(ToDoKind::AddPeople, "people");
    return next(ToDoKind::LayCohort, "cohorts");
}

std::vector<ToDo> unenrolledToDo(Desk& desk) {
    std::vector<std::string> names;
    for (const auto& person : store::PeopleStore(desk.database, desk.asOf).inNoCohort())
        names.push_back(person.card.name);
    std::erase(names, std::string()); // an erased card
    const auto cohort = names.empty() ? CohortId() : cohortToJoin(desk);
    if (cohort.empty()) return {};
    auto todo = toDo(ToDoKind::EnrolTrainees, "cohorts", cohort.text() + " enrol", "", shownDay(desk), static_cast<int>(names.size()));
    todo.names = std::move(names);
    sortNames(todo.names);
    return {std::move(todo)};
}

std::vector<ToDo> unpairedToDo(Desk& desk) {
    std::set<PersonId> paired, alone;
    for (const auto& kept : pairsInForce(desk))
        paired.insert(kept.pair.trainee);
    std::map<CohortId, bool> begun;
    for (const auto& member : inTraining(desk)) {
        auto [found, fresh] = begun.try_emplace(member.cohort);
        if (fresh) found->second = cohortOf(desk, member.cohort).start <= shownDay(desk);
        if (found->second && !paired.contains(member.trainee)) alone.insert(member.trainee);
    }
    if (alone.empty()) return {};
    auto todo = toDo(ToDoKind::PairTrainees, "pairing", "", "", shownDay(desk), static_cast<int>(alone.size()));
    for (const auto& [id, name] : namesOf(desk, alone))
        todo.names.push_back(name);
    sortNames(todo.names);
    return {std::move(todo)};
}

std::vector<ToDo> trainerToDo(Desk& desk, const std::string& language) {
    std::vector<ToDo> list;
    addSessions(desk, language, list);
    addOwed(desk, language, list);
    addPlanning(desk, list);
    std::stable_partition(list.begin(), list.end(), [](const ToDo& one) { return one.due; });
    return list;
}

std::vector<ToDo> supervisorToDo(Desk& desk, const std::string& language) {
    auto list = trainerToDo(desk, language);
    for (auto& one : unpairedToDo(desk))
        list.push_back(std::move(one));
    std::stable_partition(list.begin(), list.end(), [](const ToDo& one) { return one.due; });
    return list;
}

} // namespace fledgling::app
