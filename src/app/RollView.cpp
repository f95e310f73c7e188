#include "app/RollView.h"

#include "app/Keep.h"
#include "app/People.h"
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
/// How far around today the chooser of sessions looks.
constexpr int CHOICE_DAYS = 30;

bool nearer(Date today, const Session& a, const Session& b) {
    const auto distance = [&](const Session& one) { return std::abs(today.daysTo(one.day)); };
    return std::tuple(distance(a), a.day, a.hours.begin(), a.id) < std::tuple(distance(b), b.day, b.hours.begin(), b.id);
}
} // namespace

SessionId RollView::next() {
    const Date today = m_desk.today();
    auto sessions = CohortStore(m_desk.database, m_desk.asOf).sessionsBetween(today.plusDays(-CHOICE_DAYS), today.plusDays(CHOICE_DAYS));
    AttendanceStore attendance(m_desk.database, m_desk.asOf);
    const auto closed = attendance.closed();
    std::stable_sort(sessions.begin(), sessions.end(), [&](const auto& a, const auto& b) { return nearer(today, a, b); });
    for (const auto& session : sessions)
        if (session.day == today && !closed.contains(session.id)) return session.id;
    return sessions.empty() ? SessionId() : sessions.front().id;
}

void RollView::show(const SessionId& session) {
    m_session = {};
    const SessionId wanted = session.empty() ? next() : session;
    if (!wanted.empty()) m_session = sessionOf(m_desk, wanted);
    load();
}

void RollView::load() {
    m_rows.clear();
    m_columns.clear();
    if (!empty()) {
        m_session = sessionOf(m_desk, m_session.id);
        m_cohort = cohortOf(m_desk, m_session.cohort);
        m_cohortName = m_cohort.name;
        m_trainerName = m_session.trainer.empty() ? "" : nameOf(m_desk, m_session.trainer);
        m_title = titleOf(m_desk, m_session, m_language);
        m_leaves = store::PeopleStore(m_desk.database, m_desk.asOf).leaves(m_session.day, m_session.day);
        loadColumns();
        loadRows();
    }
    if (onChanged) onChanged();
}

void RollView::loadColumns() {
    const auto& course = m_desk.shelf.of(m_cohort);
    AttendanceStore attendance(m_desk.database, m_desk.asOf);
    for (const auto& session : CohortStore(m_desk.database, m_desk.asOf).sessionsOf(m_cohort.id)) {
        const auto* taught = course.session(session.courseSession);
        Column column{session.id, session.courseSession, taught ? taught->title.in(m_language, course.language) : session.courseSession,
                      session.day, taught ? taught->when : HalfDay::Morning, session.id == m_session.id,
                      attendance.isClosed(session.id)};
        if (column.current) {
            m_current = static_cast<int>(m_columns.size());
            m_closed = column.closed;
        }
        m_columns.push_back(std::move(column));
    }
}

void RollView::loadRows() {
    for (const auto& member : rollOf(m_desk, m_session)) m_rows.push_back(rowOf(member));
}

RollView::Row RollView::rowOf(const RollMember& member) {
    const auto& course = m_desk.shelf.of(m_cohort);
    Row row{member.person.id, member.person.card.name, member.person.posts, member.guest, false, {}, 0, {}, {}, {}, ""};
    row.leaveToday = std::any_of(m_leaves.begin(), m_leaves.end(), [&](const Leave& leave) {
        return leave.person == member.person.id && leave.covers(m_session.day);
    });
    const auto memberships = CohortStore(m_desk.database, m_desk.asOf).membershipsOf(row.trainee);
    const auto marks = AttendanceStore(m_desk.database, m_desk.asOf).marksOf(row.trainee);
    const auto facts = sessionFactsOf(m_desk, row.trainee, m_cohort);
    for (const auto& column : m_columns) {
        Cell cell;
        cell.off = !(member.guest && column.current) &&
                   std::none_of(memberships.begin(), memberships.end(),
                                [&](const Member& one) { return one.cohort == m_cohort.id && one.on(column.day); });
        for (const auto& kept : marks) {
            if (kept.session != column.session) continue;
            cell.mark = kept.mark;
            if (column.current) row.saw = kept.change;
        }
        const auto it = facts.find(column.courseSession);
        const auto state = it == facts.end() ? SessionState::Ahead : stateOf(it->second, course.attendance);
        const bool missed = cell.mark && !attended(cell.mark->kind);
        cell.owed = missed && state == SessionState::Owed;
        cell.madeUp = missed && isDone(state);
        if (column.current && cell.mark)
            if (const auto* rule = ruleFor(cell.mark->kind)) row.consequence = rule->text.in(m_language, course.language);
        row.cells.push_back(cell);
    }
    row.totals = totalsOf(course, facts);
    for (const auto& day : course.days)
        for (const auto& one : day.sessions)
            if (const auto it = facts.find(one.id); it != facts.end() && stateOf(it->second, course.attendance) == SessionState::Owed) {
                row.owes.push_back(one.title.in(m_language, course.language));
                row.owedSessions.push_back(one.id);
            }
    return row;
}

void RollView::reload(int row) {
    auto& old = m_rows.at(static_cast<std::size_t>(row));
    old = rowOf({personOf(m_desk, old.trainee), old.guest});
    if (onChanged) onChanged();
}

int RollView::marked() const {
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.cells.at(static_cast<std::size_t>(m_current)).mark.has_value();
    }));
}

int RollView::firstUnmarked() const {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (!m_rows[i].cells.at(static_cast<std::size_t>(m_current)).mark) return static_cast<int>(i);
    return -1;
}

const Consequence* RollView::ruleFor(MarkKind kind) const {
    if (empty()) return nullptr;
    return m_desk.shelf.of(m_cohort).attendance.inForce(kind, m_session.day);
}

RollView::Choice RollView::choiceOf(const Session& session, const std::set<SessionId>& closed) {
    return {session.id, cohortOf(m_desk, session.cohort).name, titleOf(m_desk, session, m_language), session.day, session.hours,
            closed.contains(session.id)};
}

std::vector<RollView::Choice> RollView::choices(int most) {
    const Date today = m_desk.today();
    auto sessions = CohortStore(m_desk.database, m_desk.asOf).sessionsBetween(today.plusDays(-CHOICE_DAYS), today.plusDays(CHOICE_DAYS));
    std::sort(sessions.begin(), sessions.end(), [&](const auto& a, const auto& b) { return nearer(today, a, b); });
    if (static_cast<int>(sessions.size()) > most) sessions.resize(static_cast<std::size_t>(most));
    const auto closed = AttendanceStore(m_desk.database, m_desk.asOf).closed();
    std::vector<Choice> found;
    for (const auto& session : sessions) found.push_back(choiceOf(session, closed));
    std::sort(found.begin(), found.end(), [](const Choice& a, const Choice& b) {
        return std::tie(a.day, a.hours, a.cohort) < std::tie(b.day, b.hours, b.cohort);
    });
    return found;
}

ChangeNumber RollView::mark(int row, MarkKind kind, Minutes minutes) {
    const auto& of = m_rows.at(static_cast<std::size_t>(row));
    const auto& stands = of.cells.at(static_cast<std::size_t>(m_current)).mark;
    // A mark that was taken back leaves a line behind, so only what was seen as a mark is named as seen.
    const auto number = app::mark(m_desk, m_session.id, of.trainee, Mark{kind, minutes},
                                  stands ? std::optional<ChangeNumber>(of.saw) : std::nullopt);
    reload(row);
    return number;
}

ChangeNumber RollView::clear(int row) {
    const auto number = app::mark(m_desk, m_session.id, m_rows.at(static_cast<std::size_t>(row)).trainee, std::nullopt);
    reload(row);
    return number;
}

ChangeNumber RollView::correct(int row, int column, const std::optional<Mark>& mark, const std::string& why) {
    const auto number = correctMark(m_desk, m_columns.at(static_cast<std::size_t>(column)).session,
                                    m_rows.at(static_cast<std::size_t>(row)).trainee, mark, why);
    reload(row);
    return number;
}

ChangeNumber RollView::restPresent() {
    const auto number = markRestPresent(m_desk, m_session.id);
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
    const auto closed = AttendanceStore(m_desk.database, m_desk.asOf).closed();
    std::vector<Choice> found;
    for (const auto& session : cohorts.sessionsBetween(m_desk.today(), Date(9999, 12, 31))) {
        if (session.courseSession != courseSession || session.cohort == m_cohort.id || closed.contains(session.id)) continue;
        const auto held = cohorts.cohort(session.cohort);
        if (held && held->course == m_cohort.course) found.push_back(choiceOf(session, closed));
    }
    return found;
}

ChangeNumber RollView::planMakeUp(int row, const SessionId& elsewhere) {
    const auto number = expectGuest(m_desk, elsewhere, m_rows.at(static_cast<std::size_t>(row)).trainee);
    reload(row);
    return number;
}

ChangeNumber RollView::waive(int row, const std::string& courseSession, const std::string& why) {
    const auto number = app::waive(m_desk, m_rows.at(static_cast<std::size_t>(row)).trainee, courseSession, why);
    reload(row);
    return number;
}

bool RollView::may(Verb verb) const { return m_desk.asOf == store::NOW && domain::may(m_desk.actor.roles, verb); }

} // namespace fledgling::app
