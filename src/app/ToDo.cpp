#include "app/ToDo.h"

#include "app/Calendars.h"
#include "app/Cohorts.h"
#include "app/People.h"
#include "app/Roll.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::AttendanceStore;
using store::CohortStore;

namespace {

/// Sessions left open this many days ago still show up; older ones are history.
constexpr int OPEN_DAYS = 14;

ToDo sessionToDo(Desk& desk, const Session& session, const std::string& language, const std::set<SessionId>& closed) {
    ToDo todo;
    todo.page = "roll";
    todo.subject = session.id.text();
    todo.name = titleOf(desk, session, language);
    todo.date = session.day;
    todo.hours = session.hours;
    todo.room = session.room;
    const auto roll = rollOf(desk, session);
    todo.of = static_cast<int>(roll.size());
    if (session.day > desk.today()) {
        todo.kind = ToDoKind::ComingSession;
        todo.count = todo.of;
        todo.due = false;
        return todo;
    }
    const int marked = static_cast<int>(AttendanceStore(desk.database, desk.asOf).marksIn(session.id).size());
    todo.count = todo.of - marked;
    todo.kind = todo.count > 0 ? ToDoKind::MarkSession : ToDoKind::CloseSession;
    todo.due = !closed.contains(session.id);
    return todo;
}

/// Sessions of today and before that are still open, then those of the next days.
void addSessions(Desk& desk, const std::string& language, std::vector<ToDo>& list) {
    const Date today = desk.today();
    const auto closed = AttendanceStore(desk.database, desk.asOf).closed();
    int coming = 0;
    for (const auto& session : CohortStore(desk.database, desk.asOf).sessionsBetween(today.plusDays(-OPEN_DAYS), today.plusDays(OPEN_DAYS))) {
        if (session.day <= today && closed.contains(session.id)) continue;
        if (session.day > today && ++coming > 3) continue;
        list.push_back(sessionToDo(desk, session, language, closed));
    }
    // Today's first, then what was left open, then what comes.
    std::stable_sort(list.begin(), list.end(), [&](const ToDo& a, const ToDo& b) {
        const auto rank = [&](const ToDo& one) { return one.date == today ? 0 : one.date < today ? 1 : 2; };
        return rank(a) < rank(b);
    });
}

void addOwed(Desk& desk, std::vector<ToDo>& list) {
    ToDo owed;
    owed.kind = ToDoKind::PlanMakeUps;
    owed.page = "cohorts";
    owed.date = desk.today();
    for (const auto& cohort : CohortStore(desk.database, desk.asOf).cohorts()) {
        if (cohort.start < desk.today().plusDays(-60) || cohort.start > desk.today()) continue;
        const auto& rules = desk.shelf.of(cohort).attendance;
        for (const auto& member : CohortStore(desk.database, desk.asOf).membersOf(cohort.id)) {
            int here = 0;
            for (const auto& [id, facts] : sessionFactsOf(desk, member.trainee, cohort))
                if (stateOf(facts, rules) == SessionState::Owed) ++here;
            if (here == 0 || member.departed) continue;
            owed.count += here;
            owed.names.push_back(nameOf(desk, member.trainee));
            owed.subject = cohort.id.text();
        }
    }
    if (owed.count > 0) list.push_back(std::move(owed));
}

void addPlanning(Desk& desk, std::vector<ToDo>& list) {
    const auto add = [&](ToDoKind kind, const char* page, int count) {
        ToDo todo;
        todo.kind = kind;
        todo.page = page;
        todo.date = desk.today();
        todo.count = count;
        list.push_back(std::move(todo));
    };
    CohortStore cohorts(desk.database, desk.asOf);
    if (cohorts.courses().empty()) return add(ToDoKind::LoadCourse, "course", 0);
    if (store::PeopleStore(desk.database, desk.asOf).withRole(Role::Trainee).empty()) return add(ToDoKind::AddPeople, "people", 0);
    if (cohorts.cohorts().empty()) return add(ToDoKind::LayCohort, "cohorts", 0);
    const int moves = static_cast<int>(previewReplan(desk).size());
    if (moves > 0) add(ToDoKind::PlanReplan, "cohorts", moves);
}

} // namespace

std::vector<ToDo> trainerToDo(Desk& desk, const std::string& language) {
    std::vector<ToDo> list;
    addSessions(desk, language, list);
    addOwed(desk, list);
    addPlanning(desk, list);
    return list;
}

std::vector<News> newsSince(Desk& desk, store::ChangeNumber since, int most) {
    store::Book book(desk.database);
    std::vector<News> news;
    // Ours are no news to us; a run of keys on one roll is one piece of news.
    for (const auto& change : book.changes(since, desk.asOf, most * 40)) {
        if (change.head.who == desk.actor.id || change.head.who.empty()) continue;
        const std::string who = nameOf(desk, change.head.who);
        if (!news.empty() && news.back().verb == change.head.verb && news.back().who == who) continue;
        News one{change.number, change.head.at, change.head.verb, who, "", change.head.why};
        for (const auto& kept : book.factsOf(change.number)) {
            const auto& table = kept.fact.table;
            const std::size_t at = table == "mark" || table == "member" ? 1 : 0;
            const bool aboutPerson = table == "mark" || table == "member" || table == "pairing" || table == "skill" ||
                                     table == "decision" || table == "person" || table == "acknowledgement" || table == "waiver";
            if (aboutPerson) one.about = nameOf(desk, PersonId(kept.fact.key.at(at)));
            if (!aboutPerson && (table == "log_entry" || table == "leave" || table == "problem") && !kept.fact.values.empty())
                if (const auto* id = std::get_if<std::string>(&kept.fact.values.front())) one.about = nameOf(desk, PersonId(*id));
            if (!one.about.empty()) break;
        }
        news.push_back(std::move(one));
        if (static_cast<int>(news.size()) == most) break;
    }
    return news;
}

} // namespace fledgling::app
