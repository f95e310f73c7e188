#include "app/exports/CalendarEvents.h"

#include "app/Record.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"

#include <algorithm>
#include <tuple>

namespace fledgling::app {

using namespace domain;
using format::CalendarEvent;
using store::AttendanceStore;
using store::ChangeNumber;
using store::CohortStore;

namespace {

constexpr int SESSION_ALARM = 30;
constexpr int REVIEW_ALARM = 24 * 60;

/// What moves an appointment, and not how it is called.
auto moving(const Session& session) { return std::tie(session.day, session.hours, session.room, session.trainer); }

} // namespace

Instant CalendarEvents::at(ChangeNumber change) {
    const auto known = m_at.find(change);
    if (known != m_at.end()) return known->second;
    const auto found = store::Book(m_desk.database).change(change);
    return m_at[change] = found ? found->head.at : Instant{};
}

CalendarEvents::Life CalendarEvents::lifeOf(const SessionId& session) {
    Life life;
    for (const auto& kept : store::Book(m_desk.database).historyOf("session", {session.text()})) {
        if (kept.change > m_desk.asOf) break;
        const auto value = CohortStore::sessionIn(kept.fact);
        if (!value && !life.last) continue;
        const bool moved = life.last && (value.has_value() != life.stands || (value && moving(*value) != moving(*life.last)));
        life.sequence += moved;
        if (life.first == 0) life.first = kept.change;
        life.latest = kept.change;
        life.stands = value.has_value();
        if (value) life.last = value;
    }
    return life;
}

CalendarEvents::Place CalendarEvents::placeOf(const std::string& table, const std::vector<std::string>& key) {
    Place place;
    for (const auto& kept : store::Book(m_desk.database).historyOf(table, key)) {
        if (kept.change > m_desk.asOf) break;
        if (place.latest != 0) ++place.changes;
        place.latest = kept.change;
    }
    return place;
}

CalendarEvent CalendarEvents::eventOf(const Life& life, bool here, const Place& place) {
    const auto& session = *life.last;
    CalendarEvent event;
    event.uid = "session-" + session.id.text() + "@fledgling";
    event.sequence = life.sequence + place.changes;
    event.made = at(life.first);
    event.changed = at(std::max(life.latest, place.latest));
    event.cancelled = !here || !life.stands;
    event.day = session.day;
    event.hours = session.hours;
    event.summary = titleOf(m_desk, session, m_language);
    event.location = session.room;
    event.alarmMinutes = SESSION_ALARM;
    const auto cohort = cohortOf(m_desk, session.cohort);
    if (const auto* taught = m_desk.shelf.of(cohort).session(session.courseSession))
        event.categories = {word(taught->kind, m_tr)};
    // TRANSLATORS: {0} is a person's name
    event.description = session.trainer.empty() ? m_tr("Trainer: not named yet") : filled(m_tr("Trainer: {0}"), {nameOf(m_desk, session.trainer)});
    event.description += "\n" + cohort.name;
    return event;
}

std::optional<CalendarEvent> CalendarEvents::reviewOf(const CohortId& cohort, const std::optional<Member>& member, const Place& place) {
    CalendarEvent event;
    std::optional<Date> day;
    std::optional<Cohort> latest;
    ChangeNumber first = 0, last = place.latest;
    for (const auto& kept : store::Book(m_desk.database).historyOf("cohort", {cohort.text()})) {
        if (kept.change > m_desk.asOf) break;
        const auto value = CohortStore::cohortIn(kept.fact);
        const auto review = value ? value->review : std::nullopt;
        if (value) latest = value;
        if (first == 0 && !review) continue;
        if (first == 0) first = kept.change;
        else if (review != day) ++event.sequence;
        if (review) event.day = *review;
        day = review;
        last = std::max(last, kept.change);
    }
    if (first == 0 || !latest || (member && event.day < member->joined)) return std::nullopt;
    event.uid = "review-" + cohort.text() + "@fledgling";
    event.sequence += place.changes;
    event.made = at(first);
    event.changed = at(last);
    event.cancelled = !day || (member && !member->on(event.day));
    event.summary = filled(m_tr("Go-live review: {0}"), {latest->name});
    event.categories = {m_tr("go-live review")};
    event.alarmMinutes = REVIEW_ALARM;
    return event;
}

format::CalendarOut CalendarEvents::ofCohort(const Cohort& cohort) {
    Events events;
    for (const auto& id : CohortStore(m_desk.database, m_desk.asOf).everLaidFor(cohort.id))
        if (const auto life = lifeOf(id); life.last) events.push_back(eventOf(life, true, {}));
    if (const auto review = reviewOf(cohort.id, {}, {})) events.push_back(*review);
    return calendar(cohort.name, std::move(events));
}

void CalendarEvents::addAttended(Events& events, const Member& member) {
    const auto place = placeOf("member", {member.cohort.text(), member.trainee.text()});
    for (const auto& id : CohortStore(m_desk.database, m_desk.asOf).everLaidFor(member.cohort)) {
        const auto life = lifeOf(id);
        // What was held before somebody came was never in the own calendar.
        if (!life.last || life.last->day < member.joined) continue;
        events.push_back(eventOf(life, member.on(life.last->day), place));
    }
    if (const auto review = reviewOf(member.cohort, member, place)) events.push_back(*review);
}

void CalendarEvents::addGuestings(Events& events, const PersonId& person, const std::optional<CohortId>& cohort) {
    AttendanceStore attendance(m_desk.database, m_desk.asOf);
    std::set<SessionId> expected;
    for (const auto& guest : attendance.guestingsOf(person))
        expected.insert(guest.session);
    for (const auto& id : attendance.everGuestIn(person)) {
        const auto life = lifeOf(id);
        if (!life.last || (cohort && life.last->cohort != *cohort)) continue;
        events.push_back(eventOf(life, expected.contains(id), placeOf("guest", {id.text(), person.text()})));
    }
}

void CalendarEvents::addTaught(Events& events, const PersonId& person, const std::optional<CohortId>& cohort) {
    for (const auto& id : CohortStore(m_desk.database, m_desk.asOf).everHeldBy(person)) {
        const auto life = lifeOf(id);
        if (!life.last || (cohort && life.last->cohort != *cohort)) continue;
        events.push_back(eventOf(life, life.last->trainer == person, {}));
    }
}

format::CalendarOut CalendarEvents::ofPerson(const Person& person, const std::optional<CohortId>& cohort) {
    Events events;
    for (const auto& member : CohortStore(m_desk.database, m_desk.asOf).membershipsOf(person.id))
        if (!cohort || member.cohort == *cohort) addAttended(events, member);
    addGuestings(events, person.id, cohort);
    addTaught(events, person.id, cohort);
    return calendar(person.card.name, std::move(events));
}

format::CalendarOut CalendarEvents::calendar(const std::string& name, Events events) const {
    const auto begins = [](const CalendarEvent& event) { return event.hours ? event.hours->begin() : TimeOfDay(); };
    // One that stands comes before a cancelled one of the same session: a guest may have been a member there once.
    std::sort(events.begin(), events.end(), [&](const CalendarEvent& a, const CalendarEvent& b) {
        return std::tuple(a.day, begins(a), a.uid, a.cancelled) < std::tuple(b.day, begins(b), b.uid, b.cancelled);
    });
    events.erase(std::unique(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.uid == b.uid; }), events.end());
    return {name, m_desk.clock.offsetMinutes, std::move(events)};
}

} // namespace fledgling::app
