#include "app/cohorts/Cohorts.h"

#include "app/Keep.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/people/People.h"
#include "app/roll/Roll.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
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

/// Sessions this far around a plan can clash with it.
constexpr int CLASH_DAYS = 60;

bool onTheFloor(const Course& course, const std::string& courseSession) {
    const auto* taught = course.session(courseSession);
    return taught && taught->kind == SessionKind::Shadowing;
}

/// A session of the book with its people and whether it is taken.
LaidSession laidOf(Desk& desk, const Session& session, const Cohort& cohort) {
    LaidSession laid{session.id, session.cohort, session.courseSession, session.day, session.hours, session.room, session.trainer,
                     {}, onTheFloor(desk.shelf.of(cohort), session.courseSession),
                     AttendanceStore(desk.database).hasMarks(session.id)};
    for (const auto& member : CohortStore(desk.database).membersOf(session.cohort))
        if (member.on(session.day)) laid.trainees.insert(member.trainee);
    return laid;
}

std::vector<LaidSession> standing(Desk& desk, Date first, Date last) {
    std::map<CohortId, Cohort> cohorts;
    for (const auto& cohort : CohortStore(desk.database).cohorts()) cohorts[cohort.id] = cohort;
    std::vector<LaidSession> all;
    for (const auto& session : CohortStore(desk.database).sessionsBetween(first, last)) {
        const auto it = cohorts.find(session.cohort);
        if (it != cohorts.end()) all.push_back(laidOf(desk, session, it->second));
    }
    return all;
}

std::string named(Desk& desk, const LaidSession& session, const std::string& newName) {
    std::string cohort = newName;
    if (const auto known = CohortStore(desk.database).cohort(session.cohort)) cohort = known->name;
    return cohort + " " + session.courseSession + " " + session.day.iso() + " " + session.hours.text();
}

std::vector<NamedClash> inWords(Desk& desk, const std::vector<Clash>& found, const std::string& newName) {
    std::vector<NamedClash> all;
    for (const auto& clash : found)
        all.push_back({clash.kind, clash.kind == ClashKind::Room ? clash.room : nameOf(desk, clash.person),
                       named(desk, clash.one, newName), named(desk, clash.other, newName), clash});
    return all;
}

void requireNone(const std::vector<NamedClash>& clashes) {
    if (!clashes.empty()) throw Refused(Rule::Clash, {clashes.front().who, clashes.front().one, clashes.front().other});
}

LayPreview laidPreview(Desk& desk, const CohortDraft& draft, const CohortId& id) {
    const auto& course = desk.shelf.course(draft.course, draft.version);
    LayPreview preview;
    const Calendar calendar = calendarOf(desk, course.workingWeek);
    preview.plan = plan(course, calendar, draft.start, draft.choices);
    const auto& halves = preview.plan.sessions;
    if (draft.review)
        preview.review = reviewRefusal(*draft.review, halves.empty() ? std::nullopt : std::optional(halves.back().day), calendar);
    if (halves.empty()) return preview;
    preview.pastHalves = static_cast<int>(
        std::count_if(halves.begin(), halves.end(), [&](const PlannedSession& one) { return one.day < desk.today(); }));
    const auto wanted = laid(preview.plan, id, {draft.trainees.begin(), draft.trainees.end()});
    const auto first = draft.start.plusDays(-1), last = preview.plan.sessions.back().day.plusDays(1);
    preview.clashes = inWords(desk, clashes(wanted, standing(desk, first, last)), draft.name);
    return preview;
}

void requireTrainees(Desk& desk, const std::vector<PersonId>& trainees) {
    for (const auto& id : trainees) {
        const Person person = personOf(desk, id);
        if (person.retired || !person.is(Role::Trainee)) throw Refused(Rule::Unknown, {person.card.name});
    }
}

} // namespace

LayPreview previewLay(Desk& desk, const CohortDraft& draft) { return laidPreview(desk, draft, CohortId(desk.newId())); }

CohortId layCohort(Desk& desk, const CohortDraft& draft) {
    const CohortId id(desk.newId());
    perform(desk, Verb::LayCohort, [&] {
        const std::string name = line(draft.name, "name");
        if (name.empty()) throw Refused(Rule::NameMissing);
        requireTrainees(desk, draft.trainees);
        const auto preview = laidPreview(desk, draft, id);
        requireNone(preview.clashes);
        if (preview.review) throw Refused(*preview.review);
        Deed deed{"lay-cohort", {}, {Topic::Cohorts, Topic::Roll}, "", 0, {}};
        deed.facts.push_back(CohortStore::fact(Cohort{id, name, draft.course, draft.version, draft.start, draft.review}));
        for (const auto& one : preview.plan.sessions)
            deed.facts.push_back(CohortStore::fact(Session{SessionId(desk.newId()), id, one.courseSession, one.day, one.hours,
                                                           line(one.room, "room"), one.trainer}));
        const Date joined = preview.plan.sessions.empty() ? draft.start : std::min(draft.start, preview.plan.sessions.front().day);
        for (const auto& trainee : draft.trainees) deed.facts.push_back(CohortStore::fact(Member{id, trainee, joined, {}, ""}));
        return deed;
    });
    return id;
}

namespace {

std::vector<NamedClash> clashesOf(Desk& desk, const Session& moved) {
    const Cohort cohort = cohortOf(desk, moved.cohort);
    return inWords(desk, clashes({laidOf(desk, moved, cohort)}, standing(desk, moved.day, moved.day)), cohort.name);
}

bool isElsewhere(const Session& before, const Session& moved) {
    return before.day != moved.day || before.hours != moved.hours;
}

} // namespace

MovePreview previewMove(Desk& desk, const Session& moved) {
    require(desk.actor, Verb::LayCohort);
    MovePreview preview;
    preview.before = sessionOf(desk, moved.id);
    const Cohort cohort = cohortOf(desk, moved.cohort);
    const Course& course = desk.shelf.of(cohort);
    const Calendar calendar = calendarOf(desk, course.workingWeek);
    preview.day = moved.day;
    preview.working = calendar.isWorking(moved.day);
    preview.known = calendar.knows(moved.day.year());
    preview.marked = isElsewhere(preview.before, moved) && AttendanceStore(desk.database).hasMarks(moved.id);
    preview.clashes = clashesOf(desk, moved);
    if (!isElsewhere(preview.before, moved)) return preview;
    preview.past = moved.day != preview.before.day && moved.day < desk.today();
    std::vector<LaidSession> sessions;
    for (const auto& session : CohortStore(desk.database).sessionsOf(cohort.id)) sessions.push_back(laidOf(desk, session, cohort));
    const auto after = laidOf(desk, moved, cohort);
    preview.nobody = after.trainees.empty() && !laidOf(desk, preview.before, cohort).trainees.empty();
    preview.outOfOrder = outOfOrder(course, sessions, after);
    preview.guests = static_cast<int>(AttendanceStore(desk.database).guestsIn(moved.id).size());
    return preview;
}

ChangeNumber moveSession(Desk& desk, const Session& moved, const std::string& why) {
    return perform(desk, Verb::LayCohort, [&] {
        const Session before = sessionOf(desk, moved.id);
        if (before == moved) return Deed{};
        if (isElsewhere(before, moved)) requireMovable(laidOf(desk, before, cohortOf(desk, before.cohort)));
        Session after = moved;
        after.room = line(moved.room, "room");
        requireNone(clashesOf(desk, after));
        return Deed{"move-session", {CohortStore::fact(after)}, {Topic::Cohorts, Topic::Roll}, why, 0, {}};
    });
}

namespace {

/// Sessions of cohorts that still have one ahead; finished cohorts never move.
std::vector<NamedMove> movesUnder(Desk& desk, const std::vector<CalendarDay>& also) {
    std::vector<NamedMove> all;
    CohortStore store(desk.database);
    const Date today = desk.today();
    std::set<CohortId> ahead;
    for (const auto& session : store.sessionsBetween(today.plusDays(-CLASH_DAYS), Date::latest())) ahead.insert(session.cohort);
    auto days = store::PeopleStore(desk.database).calendarDays();
    days.insert(days.end(), also.begin(), also.end());
    for (const auto& id : ahead) {
        const Cohort cohort = cohortOf(desk, id);
        std::vector<LaidSession> sessions;
        for (const auto& session : store.sessionsOf(id)) sessions.push_back(laidOf(desk, session, cohort));
        for (const auto& move : replan(sessions, Calendar(desk.shelf.of(cohort).workingWeek, days), today))
            for (const auto& session : sessions)
                if (session.id == move.session) all.push_back({move, cohort.name, session.courseSession});
    }
    return all;
}

} // namespace

std::vector<NamedMove> previewReplan(Desk& desk) { return movesUnder(desk, {}); }
std::vector<NamedMove> previewReplan(Desk& desk, const std::vector<CalendarDay>& also) { return movesUnder(desk, also); }

ChangeNumber applyReplan(Desk& desk) {
    return perform(desk, Verb::LayCohort, [&] {
        Deed deed{"replan", {}, {Topic::Cohorts, Topic::Roll}, "", 0, {}};
        for (const auto& one : movesUnder(desk, {})) {
            Session session = sessionOf(desk, one.move.session);
            session.day = one.move.to;
            deed.facts.push_back(CohortStore::fact(session));
        }
        return deed;
    });
}

namespace {

store::Fact joining(Desk& desk, const Cohort& cohort, const PersonId& trainee, Date joined) {
    const Person person = personOf(desk, trainee);
    requireTrainees(desk, {trainee});
    for (const auto& member : CohortStore(desk.database).membershipsOf(trainee))
        if (!member.departed || joined < *member.departed) {
            const auto other = CohortStore(desk.database).cohort(member.cohort);
            if (member.cohort == cohort.id || (other && other->course == cohort.course))
                throw Refused(Rule::AlreadyMember, {person.card.name, other ? other->name : "–"});
        }
    return CohortStore::fact(Member{cohort.id, trainee, joined, {}, ""});
}

store::Fact departing(Desk& desk, const Cohort& cohort, const PersonId& trainee, Date departed, const std::string& why) {
    for (auto member : CohortStore(desk.database).membershipsOf(trainee)) {
        if (member.cohort != cohort.id || member.departed) continue;
        if (departed < member.joined) throw Refused(Rule::DatesReversed, {member.joined.iso(), departed.iso()});
        member.departed = departed;
        member.why = reason(why);
        return CohortStore::fact(member);
    }
    throw Refused(Rule::NotMember, {nameOf(desk, trainee), cohort.name});
}

} // namespace

ChangeNumber enrol(Desk& desk, const CohortId& id, const std::vector<PersonId>& trainees, Date joined) {
    return perform(desk, Verb::EnrolTrainee, [&] {
        const Cohort cohort = cohortOf(desk, id);
        Deed deed{"enrol", {}, {Topic::Cohorts, Topic::Roll}, "", 0, {}};
        for (const auto& trainee : trainees) deed.facts.push_back(joining(desk, cohort, trainee, joined));
        return deed;
    });
}

ChangeNumber leaveCohort(Desk& desk, const CohortId& id, const PersonId& trainee, Date departed, const std::string& why) {
    return perform(desk, Verb::EnrolTrainee, [&] {
        return Deed{"leave-cohort", {departing(desk, cohortOf(desk, id), trainee, departed, why)}, {Topic::Cohorts, Topic::Roll}, why, 0, {}};
    });
}

ChangeNumber moveTrainee(Desk& desk, const CohortId& from, const CohortId& to, const PersonId& trainee, Date on,
                         const std::string& why) {
    return perform(desk, Verb::EnrolTrainee, [&] {
        const Cohort source = cohortOf(desk, from), target = cohortOf(desk, to);
        for (const auto& member : CohortStore(desk.database).membersOf(to))
            if (member.trainee == trainee && !member.departed)
                throw Refused(Rule::AlreadyMember, {nameOf(desk, trainee), target.name});
        return Deed{"enrol",
                    {departing(desk, source, trainee, on, why), CohortStore::fact(Member{to, trainee, on, {}, ""})},
                    {Topic::Cohorts, Topic::Roll},
                    why,
                    0,
                    {}};
    });
}

std::optional<Refused> reviewWrong(Desk& desk, const CohortId& id, Date review) {
    std::optional<Date> last;
    for (const auto& session : sessionsOf(desk, id))
        last = std::max(last, std::optional(session.day));
    return reviewRefusal(review, last, calendarOf(desk, desk.shelf.of(cohortOf(desk, id)).workingWeek));
}

ChangeNumber planReview(Desk& desk, const CohortId& id, std::optional<Date> review) {
    return perform(desk, Verb::LayCohort, [&] {
        Cohort cohort = cohortOf(desk, id);
        if (cohort.review == review) return Deed{};
        if (review)
            if (const auto wrong = reviewWrong(desk, id, *review)) throw Refused(*wrong);
        cohort.review = review;
        return Deed{"lay-cohort", {CohortStore::fact(cohort)}, {Topic::Cohorts}, "", 0, {}};
    });
}

std::vector<Cohort> cohortsOf(Desk& desk) { return CohortStore(desk.database, desk.asOf).cohorts(); }

const Cohort* cohortShown(const std::vector<Cohort>& cohorts, const std::optional<CohortId>& wanted, Date today) {
    auto found = std::find_if(cohorts.begin(), cohorts.end(),
                              [&](const Cohort& one) { return wanted && one.id == *wanted; });
    if (found == cohorts.end())
        found = std::max_element(cohorts.begin(), cohorts.end(), [today](const Cohort& a, const Cohort& b) {
            return std::pair(a.start <= today, a.start) < std::pair(b.start <= today, b.start);
        });
    return found == cohorts.end() ? nullptr : &*found;
}

Cohort cohortFor(Desk& desk, const std::optional<CohortId>& wanted) {
    const auto cohorts = cohortsOf(desk);
    const auto* found = cohortShown(cohorts, wanted, shownDay(desk));
    if (!found || (wanted && found->id != *wanted)) throw Refused(Rule::Unknown, {"cohort"});
    return *found;
}

std::vector<Session> sessionsOf(Desk& desk, const CohortId& cohort) {
    return CohortStore(desk.database, desk.asOf).sessionsOf(cohort);
}

std::vector<Member> membersOf(Desk& desk, const CohortId& cohort) {
    return CohortStore(desk.database, desk.asOf).membersOf(cohort);
}

Cohort findCohort(Desk& desk, const std::string& text) {
    for (const auto& cohort : cohortsOf(desk))
        if (cohort.id.text() == text || cohort.name == text) return cohort;
    throw Refused(Rule::Unknown, {text});
}

std::optional<Cohort> currentCohort(Desk& desk, const PersonId& trainee) {
    const auto memberships = CohortStore(desk.database, desk.asOf).membershipsOf(trainee);
    if (memberships.empty()) return std::nullopt;
    return CohortStore(desk.database, desk.asOf).cohort(memberships.back().cohort);
}

} // namespace fledgling::app
