#include "app/roll/RollView.h"

#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/people/People.h"
#include "domain/Roles.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"
#include "store/evidence/EvidenceStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::AttendanceStore;
using store::ChangeNumber;
using store::CohortStore;

namespace {
/// How far around the day shown the chooser of sessions looks.
constexpr int CHOICE_DAYS = 30;

bool nearer(Date today, const Session& a, const Session& b) {
    const auto distance = [&](const Session& one) { return std::abs(today.daysTo(one.day)); };
    return std::tuple(distance(a), a.day, a.hours.begin(), a.id) <
           std::tuple(distance(b), b.day, b.hours.begin(), b.id);
}

std::vector<Session> sessionsAround(Desk& desk, Date today) {
    auto sessions = CohortStore(desk.database, desk.asOf)
                        .sessionsBetween(today.plusDays(-CHOICE_DAYS), today.plusDays(CHOICE_DAYS));
    std::sort(sessions.begin(), sessions.end(),
              [&](const auto& a, const auto& b) { return nearer(today, a, b); });
    return sessions;
}

std::set<SessionId> closedAmong(Desk& desk, const std::vector<Session>& sessions) {
    std::set<SessionId> ids;
    for (const auto& session : sessions)
        ids.insert(session.id);
    return AttendanceStore(desk.database, desk.asOf).closed(ids);
}
} // namespace

/// One batch of reads for some rows of a roll: few statements, however many rows.
struct RollView::Reading {
    std::vector<Member> members;
    std::map<PersonId, std::vector<store::TakenSession>> taken;
    std::map<PersonId, std::set<std::string>> waived;
    std::map<PersonId, ChangeNumber> saw;
    std::map<PersonId, Evidence> evidence;
    ChangeNumber at = 0;

    Reading(Desk& desk, const Session& session, const Cohort& cohort, const std::set<PersonId>& trainees)
        : at(store::Book(desk.database).last()) {
        members = CohortStore(desk.database, desk.asOf).membersOf(cohort.id);
        AttendanceStore attendance(desk.database, desk.asOf);
        // A mark earned with another cohort counts when it is the same course, whatever its version.
        for (auto& one : attendance.takenBy(trainees))
            if (one.course == cohort.course && !isLater(desk, one.day)) taken[one.trainee].push_back(std::move(one));
        for (const auto& one : attendance.waiversOf(trainees))
            if (one.course == cohort.course) waived[one.trainee].insert(one.courseSession);
        for (const auto& one : attendance.marksIn(session.id))
            saw[one.trainee] = one.change;
        for (auto& [key, given] : store::EvidenceStore(desk.database, desk.asOf).evidenceOf(trainees))
            if (key.course == cohort.course) evidence[key.trainee] = std::move(given);
    }

    [[nodiscard]] const std::vector<store::TakenSession>& takenBy(const PersonId& trainee) const {
        static const std::vector<store::TakenSession> none;
        const auto it = taken.find(trainee);
        return it == taken.end() ? none : it->second;
    }

    [[nodiscard]] std::map<std::string, SessionFacts> factsOf(const PersonId& trainee) const {
        std::map<std::string, SessionFacts> facts;
        for (const auto& one : takenBy(trainee))
            facts[one.courseSession].marks.push_back(one.mark);
        if (const auto it = waived.find(trainee); it != waived.end())
            for (const auto& session : it->second)
                facts[session].waived = true;
        for (auto& [session, one] : facts)
            one.courseSession = session;
        return facts;
    }
};

SessionId RollView::next() {
    const Date today = shownDay(m_desk);
    const auto sessions = sessionsAround(m_desk, today);
    const auto closed = closedAmong(m_desk, sessions);
    const auto open = [&](const Session& one) { return one.day <= today && !closed.contains(one.id); };
    for (const bool own : {true, false})
        for (const auto& one : sessions)
            if (one.day == today && open(one) && (one.trainer == m_desk.actor.id) == own &&
                unmarkedIn(m_desk, one).count > 0)
                return one.id;
    for (const auto& one : sessions)
        if (open(one)) return one.id;
    return sessions.empty() ? SessionId() : sessions.front().id;
}

void RollView::show(const SessionId& session) {
    m_session = {};
    const SessionId wanted = session.empty() ? next() : session;
    if (!wanted.empty()) m_session = sessionOf(m_desk, wanted);
    load();
}

bool RollView::holds(const SessionId& session) {
    return CohortStore(m_desk.database, m_desk.asOf).session(session).has_value();
}

void RollView::load() {
    require(m_desk.actor, Verb::MarkRoll);
    m_seen = store::Book(m_desk.database).last();
    m_rows.clear();
    m_columns.clear();
    m_closed = false;
    if (!empty()) {
        m_session = sessionOf(m_desk, m_session.id);
        m_cohort = cohortOf(m_desk, m_session.cohort);
        m_cohortName = m_cohort.name;
        m_trainerName = m_session.trainer.empty() ? "" : nameOf(m_desk, m_session.trainer);
        m_title = titleOf(m_desk, m_session, m_language);
        loadColumns();
        const auto [first, last] = std::minmax_element(m_columns.begin(), m_columns.end(),
                                                       [](const Column& a, const Column& b) { return a.day < b.day; });
        m_leaves = store::PeopleStore(m_desk.database, m_desk.asOf).leaves(first->day, last->day);
        loadRows();
    }
    if (onChanged) onChanged();
}

bool RollView::stale() { return store::Book(m_desk.database).last() != m_seen; }

void RollView::loadColumns() {
    const auto& course = m_desk.shelf.of(m_cohort);
    AttendanceStore attendance(m_desk.database, m_desk.asOf);
    for (const auto& session : CohortStore(m_desk.database, m_desk.asOf).sessionsOf(m_cohort.id)) {
        const auto* taught = course.session(session.courseSession);
        Column column{session.id,
                      session.courseSession,
                      taught ? taught->title.in(m_language, course.language) : session.courseSession,
                      session.day,
                      session.hours,
                      taught ? taught->when : HalfDay::Morning,
                      session.id == m_session.id,
                      !isLater(m_desk, session.day) && attendance.isClosed(session.id)};
        if (column.current) {
            m_current = static_cast<int>(m_columns.size());
            m_closed = column.closed;
        }
        m_columns.push_back(std::move(column));
    }
}

void RollView::loadRows() {
    const auto roll = rollOf(m_desk, m_session);
    std::set<PersonId> ids;
    for (const auto& member : roll)
        ids.insert(member.person.id);
    const Reading reading(m_desk, m_session, m_cohort, ids);
    for (const auto& member : roll)
        m_rows.push_back(readRow(member, reading));
}

RollView::Row RollView::readRow(const RollMember& member, const Reading& reading) {
    Row row;
    row.trainee = member.person.id;
    row.name = member.person.card.name;
    row.posts = member.person.posts;
    row.guest = member.guest;
    row.readAt = reading.at;
    for (const auto& column : m_columns)
        row.cells.push_back(cellOf(row, column, reading));
    const auto& current = row.cells.at(static_cast<std::size_t>(m_current));
    if (const auto it = reading.saw.find(row.trainee); it != reading.saw.end()) row.saw = it->second;
    if (current.mark)
        if (const auto rule = ruleOf(current.mark->kind)) row.consequence = rule->text;
    const auto facts = reading.factsOf(row.trainee);
    row.totals = totalsOf(m_desk.shelf.of(m_cohort), facts);
    addOwed(row, facts, reading);
    return row;
}

RollView::Cell RollView::cellOf(const Row& row, const Column& column, const Reading& reading) const {
    Cell cell;
    cell.off = !(row.guest && column.current) &&
               std::none_of(reading.members.begin(), reading.members.end(), [&](const Member& one) {
                   return one.trainee == row.trainee && one.on(column.day);
               });
    cell.leave = std::any_of(m_leaves.begin(), m_leaves.end(), [&](const Leave& leave) {
        return leave.person == row.trainee && leave.covers(column.day);
    });
    SessionFacts facts;
    for (const auto& one : reading.takenBy(row.trainee)) {
        if (one.courseSession == column.courseSession) facts.marks.push_back(one.mark);
        if (one.session == column.session) cell.mark = one.mark;
    }
    if (const auto it = reading.waived.find(row.trainee); it != reading.waived.end())
        facts.waived = it->second.contains(column.courseSession);
    if (!cell.mark) return cell;
    cell.off = false; // marked then, and left and came back since
    if (!attended(cell.mark->kind)) {
        const auto state = stateOf(facts, m_desk.shelf.of(m_cohort).attendance);
        cell.owed = state == SessionState::Owed;
        cell.madeUp = isDone(state);
        cell.waived = state == SessionState::Waived;
    }
    cell.unevidenced = !cell.owed && !cell.waived && lacksEvidence(row, column, reading);
    return cell;
}

bool RollView::lacksEvidence(const Row& row, const Column& column, const Reading& reading) const {
    const auto* taught = m_desk.shelf.of(m_cohort).session(column.courseSession);
    if (!taught || !wantsEvidence(*taught) || !isOver(m_desk, column.day, column.hours)) return false;
    static const Evidence none;
    const auto given = reading.evidence.find(row.trainee);
    return !lacking(*taught, given == reading.evidence.end() ? none : given->second).empty();
}

void RollView::addOwed(Row& row, const std::map<std::string, SessionFacts>& facts, const Reading& reading) {
    const auto& course = m_desk.shelf.of(m_cohort);
    for (const auto& day : course.days)
        for (const auto& one : day.sessions) {
            const auto it = facts.find(one.id);
            if (it == facts.end() || stateOf(it->second, course.attendance) != SessionState::Owed) continue;
            Owed owed{one.id, one.title.in(m_language, course.language), {}, {}};
            for (const auto& taken : reading.takenBy(row.trainee))
                if (taken.courseSession == one.id) owed.missed = taken.day;
            row.owes.push_back(owed.title);
            row.owedSessions.push_back(one.id);
            row.owing.push_back(std::move(owed));
        }
    if (row.owing.empty()) return;
    CohortStore cohorts(m_desk.database, m_desk.asOf);
    for (const auto& guest : AttendanceStore(m_desk.database, m_desk.asOf).guestingsOf(row.trainee)) {
        const auto session = cohorts.session(guest.session);
        const auto& taken = reading.takenBy(row.trainee);
        const auto here = [&](const store::TakenSession& one) { return one.session == guest.session; };
        if (!session || session->day < shownDay(m_desk) || std::any_of(taken.begin(), taken.end(), here))
            continue;
        for (auto& owed : row.owing)
            if (owed.courseSession == session->courseSession) owed.planned = choiceOf(*session, false);
    }
}

void RollView::reload(int row) {
    auto& old = m_rows.at(static_cast<std::size_t>(row));
    const RollMember member{personOf(m_desk, old.trainee), old.guest};
    old = readRow(member, Reading(m_desk, m_session, m_cohort, {old.trainee}));
    if (onChanged) onChanged();
}

int RollView::rowOf(const PersonId& trainee) const {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].trainee == trainee) return static_cast<int>(i);
    return -1;
}

int RollView::marked() const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.cells.at(static_cast<std::size_t>(m_current)).mark.has_value();
    }));
}

bool RollView::anyUnevidenced() const {
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return cell.unevidenced; });
    });
}

int RollView::nextUnmarked(int row) const {
    const int size = static_cast<int>(m_rows.size());
    for (int step = 1; step <= size; ++step) {
        const int at = (row + step + size) % size;
        if (!m_rows[static_cast<std::size_t>(at)].cells.at(static_cast<std::size_t>(m_current)).mark)
            return at;
    }
    return -1;
}

std::optional<RollView::Rule> RollView::ruleOf(MarkKind kind, int column) const {
    if (empty()) return std::nullopt;
    const auto& course = m_desk.shelf.of(m_cohort);
    const auto* rule = course.attendance.inForce(kind, m_columns.at(static_cast<std::size_t>(column)).day);
    if (!rule) return std::nullopt;
    return Rule{kind, rule->text.in(m_language, course.language), rule->from};
}

RollView::Choice RollView::choiceOf(const Session& session, bool isClosed) {
    const auto cohort = cohortOf(m_desk, session.cohort);
    return {session.id,  cohort.name,   titleOf(m_desk, session, m_language),
            session.day, session.hours, isClosed};
}

std::vector<RollView::Choice> RollView::choices(int most) {
    auto sessions = sessionsAround(m_desk, shownDay(m_desk));
    if (static_cast<int>(sessions.size()) > most) sessions.resize(static_cast<std::size_t>(most));
    const auto current = [&](const Session& one) { return one.id == m_session.id; };
    if (!empty() && std::none_of(sessions.begin(), sessions.end(), current)) sessions.push_back(m_session);
    const auto closedOnes = closedAmong(m_desk, sessions);
    std::vector<Choice> found;
    for (const auto& session : sessions)
        found.push_back(choiceOf(session, closedOnes.contains(session.id)));
    std::sort(found.begin(), found.end(), [](const Choice& a, const Choice& b) {
        return std::tie(a.day, a.hours, a.cohort) < std::tie(b.day, b.hours, b.cohort);
    });
    return found;
}

ChangeNumber RollView::sawOf(const Row& row) {
    if (row.saw != 0) return row.saw;
    // A mark that was taken back leaves a line behind; one written after the row was read is somebody else's.
    const auto line = store::Book(m_desk.database).current("mark", {m_session.id.text(), row.trainee.text()});
    return line && line->change <= row.readAt ? line->change : 0;
}

ChangeNumber RollView::kept(int row, ChangeNumber number) {
    if (number == m_seen + 1) m_seen = number;
    reload(row);
    return number;
}

ChangeNumber RollView::mark(int row, MarkKind kind, Minutes minutes) {
    const auto& of = m_rows.at(static_cast<std::size_t>(row));
    return kept(row, app::mark(m_desk, m_session.id, of.trainee, Mark{kind, minutes}, sawOf(of)));
}

ChangeNumber RollView::clear(int row) {
    const auto& of = m_rows.at(static_cast<std::size_t>(row));
    return kept(row, app::mark(m_desk, m_session.id, of.trainee, std::nullopt, sawOf(of)));
}

ChangeNumber RollView::correct(int row, int column, const std::optional<Mark>& mark, const std::string& why) {
    return kept(row, correctMark(m_desk, m_columns.at(static_cast<std::size_t>(column)).session,
                                 m_rows.at(static_cast<std::size_t>(row)).trainee, mark, why));
}

ChangeNumber RollView::restPresent() {
    const auto number = markRestPresent(m_desk, m_session.id);
    load();
    return number;
}

ChangeNumber RollView::allPresent(const std::string& why) {
    const auto number = markAll(m_desk, m_session.id, Mark{MarkKind::Present, Minutes()}, why);
    load();
    return number;
}

ChangeNumber RollView::close() {
    const auto number = closeSession(m_desk, m_session.id);
    load();
    return number;
}

ChangeNumber RollView::reopen(const std::string& why) {
    const auto number = reopenSession(m_desk, m_session.id, why);
    load();
    return number;
}

std::vector<RollView::Choice> RollView::makeUpsFor(const std::string& courseSession) {
    CohortStore cohorts(m_desk.database, m_desk.asOf);
    const auto ahead = cohorts.sessionsBetween(shownDay(m_desk), Date::latest());
    const auto closedOnes = closedAmong(m_desk, ahead);
    std::vector<Choice> found;
    for (const auto& session : ahead) {
        if (session.courseSession != courseSession || session.cohort == m_cohort.id ||
            closedOnes.contains(session.id))
            continue;
        const auto held = cohorts.cohort(session.cohort);
        if (held && held->course == m_cohort.course) found.push_back(choiceOf(session, false));
    }
    return found;
}

ChangeNumber RollView::planMakeUp(int row, const SessionId& elsewhere) {
    return kept(row, expectGuest(m_desk, elsewhere, m_rows.at(static_cast<std::size_t>(row)).trainee));
}

ChangeNumber RollView::waive(int row, const std::string& courseSession, const std::string& why) {
    return kept(row,
                app::waive(m_desk, m_rows.at(static_cast<std::size_t>(row)).trainee, courseSession, why));
}

bool RollView::may(Verb verb) const {
    return !m_desk.past() && domain::may(m_desk.actor.roles, verb);
}

} // namespace fledgling::app
