#include "app/roll/Roll.h"

#include "app/Department.h"
#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/people/People.h"
#include "domain/Refused.h"
#include "domain/Text.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::AttendanceStore;
using store::ChangeNumber;
using store::CohortStore;

namespace {

/// How a session is called in a refusal: its id within the course and its day.
std::string called(const Session& session) { return session.courseSession + " " + session.day.iso(); }

void requireOpen(Desk& desk, const Session& session) {
    if (AttendanceStore(desk.database).isClosed(session.id)) throw Refused(Rule::SessionClosed, {called(session)});
}

void requireHeld(Desk& desk, const Session& session) {
    if (desk.today() < session.day) throw Refused(Rule::FutureSession, {called(session), session.day.iso()});
}

OnRoll rollIn(Desk& desk, const Session& session) {
    AttendanceStore attendance(desk.database, desk.asOf);
    std::set<PersonId> marked, expected;
    for (const auto& one : attendance.marksIn(session.id)) marked.insert(one.trainee);
    for (const auto& one : attendance.guestsIn(session.id)) expected.insert(one.trainee);
    return onRoll(session, CohortStore(desk.database, desk.asOf).membersOf(session.cohort), marked, expected);
}

/// Asked at every key, and therefore of that trainee's facts alone. `stands`: the mark there is.
void requireOnRoll(Desk& desk, const Session& session, const Person& trainee, const std::optional<store::KeptMark>& stands) {
    std::set<PersonId> marked, expected;
    if (stands) marked.insert(trainee.id);
    for (const auto& one : AttendanceStore(desk.database).guestingsOf(trainee.id))
        if (one.session == session.id) expected.insert(trainee.id);
    if (!onRoll(session, CohortStore(desk.database).membershipsOf(trainee.id), marked, expected).has(trainee.id))
        throw Refused(Rule::NotOnRoll, {trainee.card.name, called(session)});
}

bool onLeave(const std::vector<Leave>& leaves, const PersonId& person, Date day) {
    return std::any_of(leaves.begin(), leaves.end(), [&](const Leave& one) { return one.person == person && one.covers(day); });
}

/// A mark that may stand for this trainee in this session.
std::optional<Mark> checkedFor(Desk& desk, const Session& session, const Person& trainee, const std::optional<Mark>& wanted) {
    if (!wanted) return wanted;
    if (wanted->kind == MarkKind::OnLeave &&
        !onLeave(store::PeopleStore(desk.database).leavesOf(trainee.id), trainee.id, session.day))
        throw Refused(Rule::LeaveNotApproved, {trainee.card.name, session.day.iso()});
    return checkedMark(wanted->kind, wanted->minutes, session.hours);
}

Deed markDeed(Desk& desk, const Session& session, const PersonId& traineeId, const std::optional<Mark>& wanted,
              std::optional<ChangeNumber> saw) {
    const Person trainee = personOf(desk, traineeId);
    const auto stands = AttendanceStore(desk.database).mark(session.id, traineeId);
    requireOnRoll(desk, session, trainee, stands);
    requireHeld(desk, session);
    const auto checked = checkedFor(desk, session, trainee, wanted);
    if (stands.has_value() == checked.has_value() && (!stands || stands->mark == *checked)) return {};
    return {"mark", {AttendanceStore::fact(session.id, traineeId, checked, saw)}, {Topic::Roll}, "", 0, {}};
}

} // namespace

Session sessionOf(Desk& desk, const SessionId& id) {
    auto session = CohortStore(desk.database, desk.asOf).session(id);
    if (!session) throw Refused(Rule::Unknown, {id.text()});
    return std::move(*session);
}

Cohort cohortOf(Desk& desk, const CohortId& id) {
    auto cohort = CohortStore(desk.database, desk.asOf).cohort(id);
    if (!cohort) throw Refused(Rule::Unknown, {id.text()});
    return std::move(*cohort);
}

std::string titleOf(Desk& desk, const Session& session, const std::string& language) {
    const auto& course = desk.shelf.of(cohortOf(desk, session.cohort));
    const auto* taught = course.session(session.courseSession);
    return taught ? taught->title.in(language, course.language) : session.courseSession;
}

std::vector<RollMember> rollOf(Desk& desk, const Session& session) {
    const auto ids = rollIn(desk, session);
    std::vector<RollMember> roll;
    store::PeopleStore people(desk.database, desk.asOf);
    for (const auto* some : {&ids.members, &ids.guests}) {
        auto found = people.people(*some);
        sortByName(found);
        for (auto& person : found) roll.push_back({std::move(person), some == &ids.guests});
    }
    return roll;
}

Unmarked unmarkedIn(Desk& desk, const Session& session) {
    const auto ids = rollIn(desk, session);
    const auto of = static_cast<int>(ids.members.size() + ids.guests.size());
    int marked = 0;
    if (isLater(desk, session.day)) return {of, of};
    for (const auto& one : AttendanceStore(desk.database, desk.asOf).marksIn(session.id))
        marked += static_cast<int>(ids.has(one.trainee));
    return {of - marked, of};
}

std::map<std::string, SessionFacts> sessionFactsOf(Desk& desk, const PersonId& trainee, const Cohort& cohort) {
    CohortStore cohorts(desk.database, desk.asOf);
    AttendanceStore attendance(desk.database, desk.asOf);
    const auto marks = attendance.marksOf(trainee);
    std::set<SessionId> ids;
    for (const auto& one : marks) ids.insert(one.session);
    std::map<std::string, SessionFacts> facts;
    for (const auto& session : withoutLater(desk, cohorts.sessions(ids), [](const Session& one) { return one.day; })) {
        // A mark earned with another cohort counts when it is the same course, whatever its version.
        const auto held = cohorts.cohort(session.cohort);
        if (!held || held->course != cohort.course) continue;
        auto& one = facts[session.courseSession];
        one.courseSession = session.courseSession;
        for (const auto& kept : marks)
            if (kept.session == session.id) one.marks.push_back(kept.mark);
    }
    for (const auto& waiver : attendance.waiversOf(trainee))
        if (waiver.course == cohort.course) {
            facts[waiver.courseSession].courseSession = waiver.courseSession;
            facts[waiver.courseSession].waived = true;
        }
    return facts;
}

ChangeNumber mark(Desk& desk, const SessionId& sessionId, const PersonId& trainee, const std::optional<Mark>& wanted,
                  std::optional<ChangeNumber> saw) {
    return perform(desk, Verb::MarkRoll, [&] {
        const Session session = sessionOf(desk, sessionId);
        requireOpen(desk, session);
        return markDeed(desk, session, trainee, wanted, saw);
    });
}

ChangeNumber correctMark(Desk& desk, const SessionId& sessionId, const PersonId& trainee, const std::optional<Mark>& wanted,
                         const std::string& why) {
    return perform(desk, Verb::MarkRoll, [&] {
        const std::string given = reason(why);
        Deed deed = markDeed(desk, sessionOf(desk, sessionId), trainee, wanted, {});
        deed.verb = "correct-mark";
        deed.why = given;
        return deed;
    });
}

ChangeNumber markRestPresent(Desk& desk, const SessionId& sessionId) {
    return perform(desk, Verb::MarkRoll, [&] {
        const Session session = sessionOf(desk, sessionId);
        requireOpen(desk, session);
        requireHeld(desk, session);
        Deed deed{"mark-all", {}, {Topic::Roll}, "", 0, {}};
        std::set<PersonId> marked;
        for (const auto& one : AttendanceStore(desk.database).marksIn(sessionId)) marked.insert(one.trainee);
        const auto leaves = store::PeopleStore(desk.database).leaves(session.day, session.day);
        for (const auto& member : rollOf(desk, session)) {
            if (marked.contains(member.person.id)) continue;
            const auto kind = onLeave(leaves, member.person.id, session.day) ? MarkKind::OnLeave : MarkKind::Present;
            deed.facts.push_back(AttendanceStore::fact(sessionId, member.person.id, Mark{kind, Minutes()}));
        }
        return deed;
    });
}

ChangeNumber markAll(Desk& desk, const SessionId& sessionId, const Mark& wanted, const std::string& why) {
    return perform(desk, Verb::MarkRoll, [&] {
        const Session session = sessionOf(desk, sessionId);
        requireOpen(desk, session);
        Deed deed{"mark-all", {}, {Topic::Roll}, "", 0, {}};
        for (const auto& member : rollOf(desk, session))
            for (auto& fact : markDeed(desk, session, member.person.id, wanted, {}).facts) deed.facts.push_back(std::move(fact));
        if (!AttendanceStore(desk.database).marksIn(sessionId).empty()) deed.why = reason(why);
        return deed;
    });
}

ChangeNumber closeSession(Desk& desk, const SessionId& sessionId) {
    return perform(desk, Verb::CloseSession, [&] {
        const Session session = sessionOf(desk, sessionId);
        AttendanceStore attendance(desk.database);
        if (attendance.isClosed(sessionId)) return Deed{};
        requireHeld(desk, session);
        std::set<PersonId> marked;
        for (const auto& one : attendance.marksIn(sessionId)) marked.insert(one.trainee);
        std::vector<std::string> unmarked;
        for (const auto& member : rollOf(desk, session))
            if (!marked.contains(member.person.id)) unmarked.push_back(member.person.card.name);
        if (!unmarked.empty()) throw Refused(Rule::Unmarked, unmarked);
        return Deed{"close-session", {AttendanceStore::closedFact(sessionId, true)}, {Topic::Roll}, "", 0, {}};
    });
}

ChangeNumber reopenSession(Desk& desk, const SessionId& sessionId, const std::string& why) {
    return perform(desk, Verb::CloseSession, [&] {
        const Session session = sessionOf(desk, sessionId);
        if (!AttendanceStore(desk.database).isClosed(sessionId)) throw Refused(Rule::SessionOpen, {called(session)});
        return Deed{"reopen-session", {AttendanceStore::closedFact(sessionId, false)}, {Topic::Roll}, reason(why), 0, {}};
    });
}

namespace {

/// The cohort under whose course a trainee's sessions count: the latest joined.
Cohort homeCohort(Desk& desk, const Person& trainee) {
    const auto memberships = CohortStore(desk.database, desk.asOf).membershipsOf(trainee.id);
    if (memberships.empty()) throw Refused(Rule::NotMember, {trainee.card.name, "–"});
    return cohortOf(desk, memberships.back().cohort);
}

void requireOwed(Desk& desk, const Person& trainee, const Cohort& cohort, const std::string& courseSession) {
    const auto& course = desk.shelf.of(cohort);
    if (!course.session(courseSession)) throw Refused(Rule::NoSuchSession, {courseSession});
    const auto facts = sessionFactsOf(desk, trainee.id, cohort);
    const auto it = facts.find(courseSession);
    if (it == facts.end() || stateOf(it->second, course.attendance) != SessionState::Owed)
        throw Refused(Rule::NothingOwed, {trainee.card.name, courseSession});
}

/// Where the trainee was to make that session up until now: who is expected elsewhere isn't missed there.
std::vector<store::Fact> plannedElsewhere(Desk& desk, const PersonId& trainee, const Session& session) {
    AttendanceStore attendance(desk.database);
    CohortStore cohorts(desk.database);
    std::vector<store::Fact> facts;
    for (const auto& guest : attendance.guestingsOf(trainee)) {
        const auto other = cohorts.session(guest.session);
        const bool waits = other && other->id != session.id && other->courseSession == session.courseSession && desk.today() <= other->day;
        if (waits && !attendance.isClosed(other->id) && !attendance.mark(other->id, trainee)) facts.push_back(AttendanceStore::fact(guest, false));
    }
    return facts;
}

} // namespace

ChangeNumber expectGuest(Desk& desk, const SessionId& sessionId, const PersonId& traineeId) {
    return perform(desk, Verb::MarkRoll, [&] {
        const Session session = sessionOf(desk, sessionId);
        requireOpen(desk, session);
        const Person trainee = personOf(desk, traineeId);
        const Cohort home = homeCohort(desk, trainee);
        if (home.course != cohortOf(desk, session.cohort).course) throw Refused(Rule::NoSuchSession, {session.courseSession});
        requireOwed(desk, trainee, home, session.courseSession);
        auto facts = plannedElsewhere(desk, traineeId, session);
        facts.push_back(AttendanceStore::fact(store::Guest{sessionId, traineeId}, true));
        return Deed{"expect-guest", std::move(facts), {Topic::Roll}, "", 0, {}};
    });
}

ChangeNumber waive(Desk& desk, const PersonId& traineeId, const std::string& courseSession, const std::string& why) {
    return perform(desk, Verb::WaiveSession, [&] {
        const Person trainee = personOf(desk, traineeId);
        const Cohort home = homeCohort(desk, trainee);
        requireOwed(desk, trainee, home, courseSession);
        return Deed{"waive",
                    {AttendanceStore::fact(store::Waiver{traineeId, home.course, courseSession, reason(why)})},
                    {Topic::Roll},
                    why,
                    0,
                    {}};
    });
}

} // namespace fledgling::app
