#include "store/AttendanceStore.h"

#include "store/Among.h"
#include "store/Columns.h"
#include "store/Schema.h"
#include "store/Sql.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace fledgling::store {

using namespace domain;

std::vector<KeptMark> AttendanceStore::marksWhere(const std::string& condition,
                                                  const std::vector<Value>& arguments) {
    std::vector<KeptMark> found;
    for (const auto& [session, trainee, kind, minutes, change] :
         sql::read<std::string, std::string, std::string, std::int64_t, std::int64_t>(
             m_database,
             "SELECT t.session, t.trainee, t.kind, t.minutes, t.change FROM mark t WHERE " + latest("mark") +
                 condition,
             asOfWith(m_asOf, arguments)))
        found.push_back({SessionId(session), PersonId(trainee),
                         Mark{markKindOf(kind).value_or(MarkKind::Absent), Minutes(minutes)}, change});
    return found;
}

std::vector<KeptMark> AttendanceStore::marksIn(const SessionId& session) {
    return marksWhere(" AND t.session = $2", {session.text()});
}

std::vector<KeptMark> AttendanceStore::marksOf(const PersonId& trainee) {
    return marksWhere(" AND t.trainee = $2", {trainee.text()});
}

std::optional<KeptMark> AttendanceStore::mark(const SessionId& session, const PersonId& trainee) {
    auto found = marksWhere(" AND t.session = $2 AND t.trainee = $3", {session.text(), trainee.text()});
    if (found.empty()) return std::nullopt;
    return found.front();
}

bool AttendanceStore::hasMarks(const SessionId& session) { return !marksIn(session).empty(); }

bool AttendanceStore::isClosed(const SessionId& session) {
    return sql::one<std::int64_t>(m_database,
                                  "SELECT t.closed FROM roll_closed t WHERE " + latest("roll_closed") +
                                      " AND t.session = $2",
                                  {m_asOf, session.text()})
               .value_or(0) == 1;
}

std::set<SessionId> AttendanceStore::closed(const std::set<SessionId>& sessions) {
    const auto rows =
        among("t.session", sessions, [&](const std::string& condition, const std::vector<Value>& arguments) {
            return sql::read<std::string>(m_database,
                                          "SELECT t.session FROM roll_closed t WHERE " + latest("roll_closed") +
                                              " AND t.closed = 1" + condition,
                                          asOfWith(m_asOf, arguments));
        });
    std::set<SessionId> found;
    for (const auto& [session] : rows)
        found.insert(SessionId(session));
    return found;
}

std::vector<Guest> AttendanceStore::guestsWhere(const std::string& condition,
                                                const std::vector<Value>& arguments) {
    std::vector<Guest> found;
    for (const auto& [session, trainee] :
         sql::read<std::string, std::string>(m_database,
                                             "SELECT t.session, t.trainee FROM guest t WHERE " +
                                                 latest("guest") + " AND t.expected = 1" + condition,
                                             asOfWith(m_asOf, arguments)))
        found.push_back({SessionId(session), PersonId(trainee)});
    return found;
}

std::vector<Guest> AttendanceStore::guestsIn(const SessionId& session) {
    return guestsWhere(" AND t.session = $2", {session.text()});
}

std::vector<Guest> AttendanceStore::guestingsOf(const PersonId& trainee) {
    return guestsWhere(" AND t.trainee = $2", {trainee.text()});
}

std::set<SessionId> AttendanceStore::everGuestIn(const PersonId& trainee) {
    std::set<SessionId> found;
    for (const auto& [session] : sql::read<std::string>(
             m_database, "SELECT DISTINCT t.session FROM guest t WHERE t.change <= $1 AND t.trainee = $2", {m_asOf, trainee.text()}))
        found.insert(SessionId(session));
    return found;
}

std::vector<Waiver> AttendanceStore::waiversOf(const PersonId& trainee) {
    std::vector<Waiver> found;
    for (auto& [course, courseSession, why] : sql::read<std::string, std::string, std::string>(
             m_database,
             "SELECT t.course, t.course_session, t.why FROM waiver t WHERE " + latest("waiver") +
                 " AND t.trainee = $2",
             {m_asOf, trainee.text()}))
        found.push_back({trainee, course, courseSession, why});
    return found;
}

std::vector<TakenSession> AttendanceStore::takenBy(const std::set<PersonId>& trainees) {
    const auto marks = among("t.trainee", trainees, [&](const auto& condition, const auto& arguments) {
        return marksWhere(condition, arguments);
    });
    std::set<SessionId> ids;
    for (const auto& kept : marks)
        ids.insert(kept.session);
    // Many marks share few sessions: those are read once each and not once a mark.
    using Text = std::string;
    const auto sessions =
        among("t.session", ids, [&](const std::string& condition, const std::vector<Value>& arguments) {
            return sql::read<Text, Text, Text, Text, Text, std::int64_t>(
                m_database,
                "SELECT t.session, t.cohort, c.course, t.course_session, t.day, t.begins FROM session t JOIN "
                "cohort c ON c.cohort = "
                "t.cohort AND c.absent = 0 AND c.change = (SELECT max(y.change) FROM cohort y WHERE y.cohort "
                "= t.cohort AND y.change "
                "<= $1) WHERE " +
                    latest("session") + condition,
                asOfWith(m_asOf, arguments));
        });
    std::map<SessionId, std::pair<TakenSession, std::int64_t>> held;
    for (const auto& [session, cohort, course, courseSession, day, begins] : sessions)
        held[SessionId(session)] = {
            {{}, SessionId(session), CohortId(cohort), course, courseSession, Date::of(day), {}}, begins};
    std::vector<std::pair<std::tuple<Date, std::int64_t, SessionId>, TakenSession>> ordered;
    for (const auto& kept : marks) {
        const auto found = held.find(kept.session);
        if (found == held.end()) continue;
        auto [one, begins] = found->second;
        one.trainee = kept.trainee;
        one.mark = kept.mark;
        ordered.emplace_back(std::tuple(one.day, begins, one.session), std::move(one));
    }
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<TakenSession> taken;
    taken.reserve(ordered.size());
    for (auto& [when, one] : ordered)
        taken.push_back(std::move(one));
    return taken;
}

std::vector<Waiver> AttendanceStore::waiversOf(const std::set<PersonId>& trainees) {
    return among("t.trainee", trainees,
                 [&](const std::string& condition, const std::vector<Value>& arguments) {
                     std::vector<Waiver> found;
                     for (auto& [trainee, course, courseSession, why] :
                          sql::read<std::string, std::string, std::string, std::string>(
                              m_database,
                              "SELECT t.trainee, t.course, t.course_session, t.why FROM waiver t WHERE " +
                                  latest("waiver") + condition,
                              asOfWith(m_asOf, arguments)))
                         found.push_back({PersonId(trainee), course, courseSession, why});
                     return found;
                 });
}

Fact AttendanceStore::fact(const SessionId& session, const PersonId& trainee, const std::optional<Mark>& mark,
                           std::optional<ChangeNumber> saw) {
    Fact fact{"mark", {session.text(), trainee.text()}, {}, true, saw};
    if (mark) {
        fact.absent = false;
        fact.values = {std::string(keyOf(mark->kind)), mark->minutes.count()};
    }
    return fact;
}

Fact AttendanceStore::closedFact(const SessionId& session, bool closed) {
    return {"roll_closed", {session.text()}, {column(closed)}, false, {}};
}

Fact AttendanceStore::fact(const Guest& guest, bool expected) {
    return {"guest", {guest.session.text(), guest.trainee.text()}, {column(expected)}, false, {}};
}

Fact AttendanceStore::fact(const Waiver& waiver) {
    return {"waiver", {waiver.trainee.text(), waiver.course, waiver.courseSession}, {waiver.why}, false, {}};
}

} // namespace fledgling::store
