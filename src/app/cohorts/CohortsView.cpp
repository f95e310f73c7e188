#include "app/cohorts/CohortsView.h"

#include "app/Department.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/courses/Courses.h"
#include "app/roll/Roll.h"
#include "domain/Roles.h"
#include "domain/Text.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <map>

namespace fledgling::app {

using namespace domain;
using store::AttendanceStore;
using store::ChangeNumber;
using store::CohortStore;

namespace {

CohortStage stageOf(const CohortsView::Row& row, Date last, bool someoneInTraining, Date today) {
    if (row.day == 0) return CohortStage::Coming;
    if (today <= last) return CohortStage::Running;
    if (!someoneInTraining) return CohortStage::Done;
    return row.cohort.review && *row.cohort.review <= today ? CohortStage::AtReview : CohortStage::Mentoring;
}

} // namespace

void CohortsView::show(const CohortId& cohort) {
    m_shown = cohort;
    load();
}

void CohortsView::load() {
    require(m_desk.actor, Verb::LayCohort);
    loadRows();
    const auto there = [&](const Row& row) { return row.cohort.id == m_shown; };
    if (std::none_of(m_rows.begin(), m_rows.end(), there)) {
        const auto running = [](const Row& row) { return row.stage == CohortStage::Running; };
        const auto first = std::find_if(m_rows.begin(), m_rows.end(), running);
        m_shown = m_rows.empty()          ? CohortId()
                  : first != m_rows.end() ? first->cohort.id
                                          : m_rows.front().cohort.id;
    }
    m_halves.clear();
    m_trainees.clear();
    m_owed.clear();
    m_courseTitle.clear();
    if (current()) {
        const auto& course = m_desk.shelf.of(current()->cohort);
        m_courseTitle = course.title.in(m_language, course.language);
        loadHalves();
        loadTrainees();
        loadOwed();
    }
    // What the calendar sends elsewhere is a question of now.
    m_moves = !m_desk.past() ? linesOf(m_desk, previewReplan(m_desk), m_language)
                                        : std::vector<MoveLine>();
    if (onChanged) onChanged();
}

void CohortsView::loadRows() {
    const Date today = shownDay(m_desk);
    CohortStore store(m_desk.database, m_desk.asOf);
    std::map<CohortId, std::set<Date>> days;
    for (const auto& session : store.sessionsBetween(Date::earliest(), Date::latest()))
        days[session.cohort].insert(session.day);
    std::map<CohortId, int> trainees;
    for (const auto& member : store.membersSince(Date::earliest()))
        if (!member.departed || today < *member.departed) ++trainees[member.cohort];
    std::set<CohortId> training;
    for (const auto& member : inTraining(m_desk))
        training.insert(member.cohort);
    m_rows.clear();
    for (auto& cohort : store.cohorts()) {
        Row row{std::move(cohort), CohortStage::Coming, 0, 0, 0};
        auto& laid = days[row.cohort.id];
        if (laid.empty()) laid.insert(row.cohort.start);
        row.days = static_cast<int>(laid.size());
        row.day = static_cast<int>(
            std::count_if(laid.begin(), laid.end(), [&](const Date& day) { return day <= today; }));
        row.trainees = trainees[row.cohort.id];
        row.stage = stageOf(row, *laid.rbegin(), training.contains(row.cohort.id), today);
        m_rows.push_back(std::move(row));
    }
}

void CohortsView::loadHalves() {
    const Cohort& cohort = current()->cohort;
    const auto& course = m_desk.shelf.of(cohort);
    const Calendar calendar = calendarOf(m_desk, course.workingWeek);
    AttendanceStore attendance(m_desk.database, m_desk.asOf);
    std::map<PersonId, std::string> names;
    std::set<Date> days;
    for (const auto& session : sessionsOf(m_desk, cohort.id)) {
        const auto* taught = course.session(session.courseSession);
        const auto unmarked = unmarkedIn(m_desk, session);
        days.insert(session.day);
        Half half;
        half.session = session;
        half.title = taught ? taught->title.in(m_language, course.language) : session.courseSession;
        half.when = taught ? taught->when : HalfDay::Morning;
        half.day = static_cast<int>(days.size());
        if (!session.trainer.empty()) {
            auto [at, fresh] = names.try_emplace(session.trainer);
            if (fresh) at->second = namesOf(m_desk, {session.trainer}).at(session.trainer);
            half.trainer = at->second;
        }
        half.closed = attendance.isClosed(session.id);
        half.taken = attendance.hasMarks(session.id);
        half.marked = unmarked.of - unmarked.count;
        half.of = unmarked.of;
        half.working = calendar.isWorking(session.day);
        m_halves.push_back(std::move(half));
    }
}

void CohortsView::loadTrainees() {
    const Date today = shownDay(m_desk);
    const auto members = membersOf(m_desk, current()->cohort.id);
    std::set<PersonId> ids, mentors;
    for (const auto& member : members)
        ids.insert(member.trainee);
    auto people = store::PeopleStore(m_desk.database, m_desk.asOf).people(ids);
    sortByName(people);
    std::map<PersonId, PersonId> mentorOf;
    for (const auto& pair : store::MentoringStore(m_desk.database, m_desk.asOf).pairsOf(ids))
        if (!pair.until) mentorOf[pair.trainee] = pair.mentor, mentors.insert(pair.mentor);
    const auto names = namesOf(m_desk, mentors);
    for (const auto& person : people)
        for (const auto& member : members) {
            if (member.trainee != person.id) continue;
            const bool here = !member.departed || today < *member.departed;
            const auto mentor = mentorOf.find(person.id);
            m_trainees.push_back({person.id, person.card.name.empty() ? "–" : person.card.name, person.posts,
                                  member.joined, member.departed, member.why,
                                  mentor == mentorOf.end() ? "" : names.at(mentor->second), here});
        }
    std::stable_partition(m_trainees.begin(), m_trainees.end(), [](const Trainee& one) { return one.here; });
}

void CohortsView::loadOwed() {
    const Cohort& cohort = current()->cohort;
    const auto& course = m_desk.shelf.of(cohort);
    std::vector<Member> members;
    for (const auto& member : membersOf(m_desk, cohort.id))
        if (!member.departed || shownDay(m_desk) < *member.departed) members.push_back(member);
    AttendanceStore attendance(m_desk.database, m_desk.asOf);
    for (const auto& record : recordsOf(m_desk, members))
        for (const auto& [id, facts] : record.sessionFacts()) {
            if (stateOf(facts, course.attendance) != SessionState::Owed) continue;
            const auto* taught = course.session(id);
            Owed owed{record.person.id,
                      record.person.card.name,
                      id,
                      taught ? taught->title.in(m_language, course.language) : id,
                      {},
                      {}};
            for (const auto& taken : record.taken)
                if (taken.courseSession == id) owed.missed = taken.day;
            for (const auto& guest : attendance.guestingsOf(record.person.id)) {
                const auto session = CohortStore(m_desk.database, m_desk.asOf).session(guest.session);
                if (!session || session->courseSession != id || session->day < shownDay(m_desk) ||
                    attendance.mark(session->id, record.person.id))
                    continue;
                owed.planned =
                    Way{session->id,
                        {cohortOf(m_desk, session->cohort).name, owed.title, session->day, session->hours}};
            }
            m_owed.push_back(std::move(owed));
        }
    std::stable_partition(m_owed.begin(), m_owed.end(), [](const Owed& one) { return !one.planned; });
}

const CohortsView::Row* CohortsView::current() const {
    for (const auto& row : m_rows)
        if (row.cohort.id == m_shown) return &row;
    return nullptr;
}

const CohortsView::Half* CohortsView::half(const std::string& session) const {
    for (const auto& half : m_halves)
        if (half.session.id.text() == session) return &half;
    return nullptr;
}

int CohortsView::count(CohortStage stage) const {
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.stage == stage; }));
}

// ---- what forms ask for

int CohortsView::missedFrom(Date joined) const {
    return static_cast<int>(std::count_if(m_halves.begin(), m_halves.end(), [&](const Half& one) { return one.session.day < joined; }));
}

std::vector<CohortsView::Candidate> CohortsView::candidates(const std::string& course) {
    std::map<CohortId, std::string> takes;
    for (const auto& row : m_rows)
        if (row.cohort.course == course) takes[row.cohort.id] = row.cohort.name;
    std::map<PersonId, std::string> in;
    for (const auto& member : CohortStore(m_desk.database, m_desk.asOf).membersSince(Date::earliest()))
        if (!member.departed && takes.contains(member.cohort)) in[member.trainee] = takes.at(member.cohort);
    auto people = store::PeopleStore(m_desk.database, m_desk.asOf).withRole(Role::Trainee);
    std::erase_if(people, [](const Person& person) { return person.retired || person.card.name.empty(); });
    sortByName(people);
    std::vector<Candidate> all;
    for (const auto& person : people) {
        const auto cohort = in.find(person.id);
        all.push_back({person.id, person.card.name, person.card.staffNumber, person.posts, person.since,
                       cohort == in.end() ? "" : cohort->second, FindableName(person.card.name)});
    }
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple(!a.cohort.empty(), b.since) < std::tuple(!b.cohort.empty(), a.since);
    });
    return all;
}

std::vector<CohortsView::Candidate> CohortsView::filtered(const std::vector<Candidate>& all,
                                                          const std::string& text) {
    std::vector<std::string> words;
    for (const auto& word : split(text, ' '))
        if (!word.empty()) words.push_back(word);
    std::vector<Candidate> found;
    for (const auto& one : all) {
        const std::string where = one.staffNumber + "\n" + one.cohort;
        const bool holds = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return where.find(word) != std::string::npos || one.named.has(word);
        });
        if (holds && (!words.empty() || one.cohort.empty())) found.push_back(one);
    }
    return found;
}

CohortsView::Moving CohortsView::moving(const Session& moved) {
    Moving one{previewMove(m_desk, moved), {}, {}};
    for (const auto& half : m_halves)
        if (std::ranges::count(one.preview.outOfOrder, half.session.courseSession) > 0) one.outOfOrder.push_back(half.title);
    one.clashes = linesOf(m_desk, one.preview.clashes, m_language);
    return one;
}

std::vector<CohortsView::Way> CohortsView::waysFor(const Owed& owed) {
    std::vector<Way> ways;
    const auto* row = current();
    if (!row) return ways;
    const Date today = shownDay(m_desk);
    CohortStore store(m_desk.database, m_desk.asOf);
    AttendanceStore attendance(m_desk.database, m_desk.asOf);
    for (const auto& session : store.sessionsBetween(today, today.plusDays(PLANNED_AHEAD))) {
        if (session.courseSession != owed.courseSession || session.cohort == row->cohort.id) continue;
        const auto cohort = store.cohort(session.cohort);
        if (!cohort || cohort->course != row->cohort.course || attendance.isClosed(session.id)) continue;
        ways.push_back({session.id, {cohort->name, owed.title, session.day, session.hours}});
    }
    return ways;
}

std::vector<CohortsView::Row> CohortsView::others() const {
    std::vector<Row> others;
    const auto* shown = current();
    for (const auto& row : m_rows)
        if (shown && row.cohort.id != shown->cohort.id && row.cohort.course == shown->cohort.course &&
            row.stage != CohortStage::Done)
            others.push_back(row);
    return others;
}

// ---- verbs

ChangeNumber CohortsView::kept(ChangeNumber number) {
    load();
    return number;
}

CohortId CohortsView::lay(const CohortDraft& draft) {
    const CohortId id = layCohort(m_desk, draft);
    show(id);
    return id;
}

ChangeNumber CohortsView::move(const Session& moved, const std::string& why) {
    return kept(moveSession(m_desk, moved, why));
}

ChangeNumber CohortsView::enrol(const std::vector<PersonId>& trainees, Date joined) {
    return kept(app::enrol(m_desk, m_shown, trainees, joined));
}

ChangeNumber CohortsView::takeOut(const PersonId& trainee, Date departed, const std::string& why) {
    return kept(leaveCohort(m_desk, m_shown, trainee, departed, why));
}

ChangeNumber CohortsView::moveTo(const CohortId& other, const PersonId& trainee, Date on,
                                 const std::string& why) {
    return kept(moveTrainee(m_desk, m_shown, other, trainee, on, reason(why)));
}

std::optional<Refused> CohortsView::reviewWrong(std::optional<Date> review) {
    return review ? app::reviewWrong(m_desk, m_shown, *review) : std::nullopt;
}

ChangeNumber CohortsView::planReview(std::optional<Date> review) {
    return kept(app::planReview(m_desk, m_shown, review));
}

ChangeNumber CohortsView::replan() { return kept(applyReplan(m_desk)); }

ChangeNumber CohortsView::planMakeUp(const Owed& owed, const SessionId& elsewhere) {
    return kept(expectGuest(m_desk, elsewhere, owed.trainee));
}

ChangeNumber CohortsView::waive(const Owed& owed, const std::string& why) {
    return kept(app::waive(m_desk, owed.trainee, owed.courseSession, why));
}

} // namespace fledgling::app
