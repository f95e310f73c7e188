#include "app/cohorts/CohortPlanning.h"

#include "app/Department.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/courses/Courses.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <map>
#include <set>

namespace fledgling::app {

using namespace domain;

namespace {

/// How far around today a session's room counts as in use.
constexpr int DAYS_AROUND = 400;
/// Working days looked at for one on which a new cohort clashes with nothing.
constexpr int DAYS_TRIED = 30;
/// Rooms offered from the latest sessions.
constexpr std::size_t ROOMS = 12;

} // namespace

std::vector<CohortPlanning::CourseChoice> CohortPlanning::courses() {
    std::vector<CourseChoice> all;
    for (const auto& entry : coursesOf(m_desk)) {
        const auto& course = m_desk.shelf.course(entry.course, entry.version);
        all.push_back({entry.course, entry.version, course.title.in(m_language, course.language)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.version > b.version; });
    return all;
}

std::vector<CohortPlanning::Someone> CohortPlanning::trainers() {
    std::map<PersonId, Person> may;
    for (const Role role : {Role::Trainer, Role::Supervisor, Role::Manager})
        for (auto& person : store::PeopleStore(m_desk.database, m_desk.asOf).withRole(role))
            if (!person.retired) may.emplace(person.id, std::move(person));
    std::vector<Person> people;
    for (auto& [id, person] : may)
        people.push_back(std::move(person));
    sortByName(people);
    std::vector<Someone> all;
    for (const auto& person : people)
        all.push_back({person.id, person.card.name});
    return all;
}

std::vector<std::string> CohortPlanning::rooms() {
    const Date today = shownDay(m_desk);
    auto sessions = store::CohortStore(m_desk.database, m_desk.asOf)
                        .sessionsBetween(today.plusDays(-DAYS_AROUND), today.plusDays(DAYS_AROUND));
    std::vector<std::string> rooms;
    for (auto it = sessions.rbegin(); it != sessions.rend() && rooms.size() < ROOMS; ++it)
        if (!it->room.empty() && std::find(rooms.begin(), rooms.end(), it->room) == rooms.end())
            rooms.push_back(it->room);
    return rooms;
}

CohortDraft CohortPlanning::draft(const CohortId& latest) {
    CohortDraft draft;
    draft.start = m_desk.today().plusDays(1);
    const auto all = courses();
    if (all.empty()) return draft;
    draft.course = all.front().course;
    draft.version = all.front().version;
    const Calendar calendar =
        calendarOf(m_desk, m_desk.shelf.course(draft.course, draft.version).workingWeek);
    if (const auto next = calendar.workingDays(draft.start, 1); !next.empty()) draft.start = next.front();
    if (latest.empty()) return draft;
    const auto sessions = sessionsOf(m_desk, latest);
    if (!sessions.empty()) draft.choices.everywhere = {sessions.front().room, sessions.front().trainer};
    draft.start = freeStart(draft, calendar);
    return draft;
}

Date CohortPlanning::freeStart(CohortDraft draft, const Calendar& calendar) {
    const Date offered = draft.start;
    for (const Date& day : calendar.workingDays(offered, DAYS_TRIED)) {
        draft.start = day;
        if (previewLay(m_desk, draft).clashes.empty()) return day;
    }
    return offered;
}

std::optional<Date> CohortPlanning::reviewFor(const CohortDraft& draft) {
    if (draft.course.empty()) return std::nullopt;
    const auto& course = m_desk.shelf.course(draft.course, draft.version);
    const Calendar calendar = calendarOf(m_desk, course.workingWeek);
    const int days = static_cast<int>(course.days.size()) + course.mentoring.days + 1;
    const auto list = calendar.workingDays(draft.start, days);
    if (static_cast<int>(list.size()) < days) return std::nullopt;
    return list.back();
}

CohortPlanning::Preview CohortPlanning::preview(const CohortDraft& draft) {
    Preview preview;
    if (draft.course.empty()) return preview;
    const auto& course = m_desk.shelf.course(draft.course, draft.version);
    const auto laid = previewLay(m_desk, draft);
    preview.unknownYears = laid.plan.unknownYears;
    preview.pastHalves = laid.pastHalves;
    preview.pastReview = draft.review && *draft.review < m_desk.today();
    preview.reviewRefused = laid.review;
    preview.clashes = linesOf(m_desk, laid.clashes, m_language, draft.name, &course);
    std::map<PersonId, std::string> names;
    for (const auto& someone : trainers())
        names[someone.id] = someone.name;
    std::set<Date> days;
    for (const auto& one : laid.plan.sessions) {
        const auto* taught = course.session(one.courseSession);
        days.insert(one.day);
        const bool clash = std::any_of(laid.clashes.begin(), laid.clashes.end(), [&](const NamedClash& c) {
            return c.between.one.courseSession == one.courseSession;
        });
        preview.halves.push_back({one.courseSession,
                                  taught ? taught->title.in(m_language, course.language) : one.courseSession,
                                  taught ? taught->when : HalfDay::Morning, static_cast<int>(days.size()),
                                  one, one.trainer.empty() ? "" : names[one.trainer], clash});
    }
    if (!days.empty()) readLater(preview, draft, *days.begin());
    return preview;
}

void CohortPlanning::readLater(Preview& preview, const CohortDraft& draft, Date first) {
    auto people = store::PeopleStore(m_desk.database).people({draft.trainees.begin(), draft.trainees.end()});
    sortByName(people);
    for (const auto& person : people)
        if (person.since && first < *person.since) preview.laterIn.push_back(person.card.name);
}

} // namespace fledgling::app
