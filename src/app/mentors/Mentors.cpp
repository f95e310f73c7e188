#include "app/mentors/Mentors.h"

#include "app/Keep.h"
#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/chats/Points.h"
#include "domain/Refused.h"
#include "format/Collation.h"
#include "store/AssessmentStore.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"
#include "store/chats/ChatStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::ChangeNumber;
using store::MentorStore;

namespace {

/// The version loaded last: mentors belong to no cohort. Null where there is none.
const Course* newestCourse(Desk& desk) {
    const auto newest = store::CohortStore(desk.database, desk.asOf).newest();
    return newest ? &desk.shelf.course(newest->course, newest->version) : nullptr;
}

std::set<PersonId> idsOf(const std::vector<Person>& people) {
    std::set<PersonId> ids;
    for (const auto& one : people)
        ids.insert(one.id);
    return ids;
}

std::vector<ExamState> examsIn(const Course& course, const Person& mentor, const std::vector<Attempt>& attempts, Date today) {
    std::vector<ExamState> exams;
    for (const auto& assessment : course.mentoring.examine)
        exams.push_back(examOf(assessment, attempts, mentor.since.value_or(today), course.mentoring.examineEveryDays, today));
    return exams;
}

/// Attempts at that course's assessments, by who made them.
std::map<PersonId, std::vector<Attempt>> attemptsOf(Desk& desk, const Course& course, const std::set<PersonId>& people) {
    std::map<PersonId, std::vector<Attempt>> attempts;
    for (const auto& kept : withoutLater(desk, store::AssessmentStore(desk.database, desk.asOf).attemptsOf(people),
                                          [](const store::KeptAttempt& one) { return one.attempt.day; }))
        if (kept.attempt.course == course.id) attempts[kept.attempt.trainee].push_back(kept.attempt);
    return attempts;
}

void addExams(Desk& desk, const std::vector<Person>& mentors, std::map<PersonId, MentorRow>& rows) {
    const auto* course = newestCourse(desk);
    if (!course) return;
    auto attempts = attemptsOf(desk, *course, idsOf(mentors));
    for (const auto& mentor : mentors)
        rows.at(mentor.id).exams = examsIn(*course, mentor, attempts[mentor.id], shownDay(desk));
}

/// What became of those a mentor led: whether they went live, and how their chats read after it.
void addOutcomes(Desk& desk, const std::vector<LedPeriod>& periods, std::vector<MentorRow>& rows) {
    std::map<PersonId, std::set<PersonId>> led; // trainees by the last who led them
    std::map<PersonId, const LedPeriod*> latest;
    const auto shown = [&](const PersonId& mentor) {
        return std::any_of(rows.begin(), rows.end(), [&](const MentorRow& one) { return one.mentor == mentor; });
    };
    for (const auto& period : periods)
        if (auto& last = latest[period.trainee]; !last || last->first <= period.first) last = &period;
    std::set<PersonId> trainees;
    for (const auto& [trainee, period] : latest) {
        if (!shown(period->mentor)) continue;
        led[period->mentor].insert(trainee);
        trainees.insert(trainee);
    }
    const Standing standing(desk, trainees, desk.asOf);
    const Date today = shownDay(desk);
    std::map<PersonId, std::pair<int, int>> chats;
    for (const auto& one : store::ChatStore(desk.database, desk.asOf).tallies(trainees))
        if (!isLater(desk, one.day) && !standing.practice(one.agent, one.day)) {
            chats[one.agent].first += one.read;
            chats[one.agent].second += one.failed;
        }
    for (auto& row : rows)
        for (const auto& trainee : led[row.mentor]) {
            row.chatsRead += chats[trainee].first;
            row.chatsFailed += chats[trainee].second;
            if (!standing.practice(trainee, today)) ++row.wentLive;
        }
}

} // namespace

bool MentorRow::examDue(Date today) const {
    return std::any_of(exams.begin(), exams.end(), [&](const ExamState& one) { return one.isDue(today); });
}

std::optional<int> MentorRow::failedPercent() const {
    return chatsRead == 0 ? std::nullopt : std::optional((chatsFailed * 100 + chatsRead / 2) / chatsRead);
}

std::vector<MentorRow> mentorRows(Desk& desk) {
    auto mentors = store::PeopleStore(desk.database, desk.asOf).withRole(Role::Mentor);
    std::erase_if(mentors, [](const Person& one) { return one.retired; });
    std::map<PersonId, MentorRow> rows;
    for (const auto& one : mentors) {
        auto& row = rows[one.id];
        row.mentor = one.id;
        row.name = one.card.name;
        row.capacity = one.capacity;
    }
    MentorStore store(desk.database, desk.asOf);
    const auto periods = ledPeriods(store.pairSteps());
    const Date today = shownDay(desk), first = today.plusDays(-MENTOR_WINDOW);
    const auto* course = newestCourse(desk);
    const auto calendar = course ? calendarOf(desk, course->workingWeek) : calendarOf(desk);
    auto away = store::PeopleStore(desk.database, desk.asOf).leaves(first, today);
    std::erase_if(away, [](const Leave& one) { return one.state != LeaveState::Approved; });
    for (auto& [mentor, figures] : ledFigures(periods, store.entriesSince(first), away, calendar, first, today, today))
        if (const auto found = rows.find(mentor); found != rows.end()) found->second.led = figures;
    for (const auto& [pair, change] : pairsInForce(desk))
        if (const auto found = rows.find(pair.mentor); found != rows.end()) ++found->second.leads;
    addExams(desk, mentors, rows);
    std::vector<std::pair<std::string, MentorRow>> keyed;
    for (auto& [id, row] : rows)
        keyed.emplace_back(format::sortKey(row.name), std::move(row));
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<MentorRow> all;
    for (auto& [key, row] : keyed)
        all.push_back(std::move(row));
    return all;
}

std::vector<Person> examinedMentors(Desk& desk) {
    auto mentors = store::PeopleStore(desk.database, desk.asOf).withRole(Role::Mentor);
    std::erase_if(mentors, [](const Person& one) { return one.retired || one.is(Role::Trainee); });
    return mentors;
}

std::vector<std::string> practicalExams(Desk& desk) {
    const auto* course = newestCourse(desk);
    if (!course) return {};
    auto exams = course->mentoring.examine;
    std::erase_if(exams, [&](const std::string& id) {
        const auto* one = course->assessment(id);
        return !one || one->kind != AssessmentKind::Practical;
    });
    return exams;
}

std::vector<ExamState> examsOf(Desk& desk, const Person& mentor) {
    const auto* course = newestCourse(desk);
    if (!course) return {};
    return examsIn(*course, mentor, attemptsOf(desk, *course, {mentor.id})[mentor.id], shownDay(desk));
}

std::string examTitle(Desk& desk, const std::string& assessment, const std::string& language) {
    const auto* course = newestCourse(desk);
    const auto* found = course ? course->assessment(assessment) : nullptr;
    return found ? found->title.in(language, course->language) : assessment;
}

MentorsView::MentorsView(Desk& desk, std::string language) : m_desk(desk), m_language(std::move(language)) {}

void MentorsView::load() {
    require(m_desk.actor, Verb::SeeMentors);
    m_rows = mentorRows(m_desk);
    if (!seesEverybody(m_desk.actor)) std::erase_if(m_rows, [&](const MentorRow& one) { return one.mentor != m_desk.actor.id; });
    addOutcomes(m_desk, ledPeriods(MentorStore(m_desk.database, m_desk.asOf).pairSteps()), m_rows);
    std::set<PersonId> people;
    if (seesEvaluations())
        for (auto& kept : MentorStore(m_desk.database, m_desk.asOf).evaluations())
            for (auto& row : m_rows)
                if (row.mentor == kept.evaluation.mentor) {
                    people.insert(kept.evaluation.trainee);
                    row.evaluations.push_back(kept);
                }
    m_names = namesOf(m_desk, people);
    m_practicals = practicalExams(m_desk);
    if (onChanged) onChanged();
}

const MentorRow* MentorsView::row(const PersonId& mentor) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const MentorRow& one) { return one.mentor == mentor; });
    return found == m_rows.end() ? nullptr : &*found;
}

bool MentorsView::seesEvaluations() const { return may(m_desk.actor.roles, Verb::SeeEvaluations); }

std::string MentorsView::titleOf(const std::string& assessment) const { return examTitle(m_desk, assessment, m_language); }

std::string MentorsView::practicalOf(const MentorRow& row) const {
    std::string found;
    for (const auto& exam : row.exams) {
        if (std::find(m_practicals.begin(), m_practicals.end(), exam.assessment) == m_practicals.end()) continue;
        if (exam.isDue(shownDay(m_desk))) return exam.assessment;
        if (found.empty()) found = exam.assessment;
    }
    return found;
}

std::string MentorsView::nameOf(const PersonId& person) const {
    const auto found = m_names.find(person);
    return found == m_names.end() ? std::string() : found->second;
}

std::vector<AskedEvaluation> askedEvaluations(Desk& desk) {
    MentorStore store(desk.database, desk.asOf);
    const auto steps = store.pairSteps(desk.actor.id);
    const auto kept = store.evaluations(desk.actor.id);
    const auto given = [&](const PersonId& mentor, Occasion occasion) {
        return std::any_of(kept.begin(), kept.end(), [&](const store::KeptEvaluation& one) {
            return one.evaluation.mentor == mentor && one.evaluation.occasion == occasion;
        });
    };
    const Date today = shownDay(desk);
    std::vector<AskedEvaluation> asked;
    std::set<PersonId> mentors;
    for (const auto& period : ledPeriods(steps)) {
        const bool ended = period.last && *period.last < today;
        // Whoever was asked at the end isn't asked about the beginning any more.
        const auto occasion = ended ? Occasion::End : Occasion::FirstShift;
        const bool due = ended || period.first < today;
        if (!due || given(period.mentor, occasion)) continue;
        AskedEvaluation one{period.mentor, {}, period.first, occasion};
        if (std::none_of(asked.begin(), asked.end(), [&](const auto& other) { return other.mentor == one.mentor && other.occasion == occasion; }))
            asked.push_back(one), mentors.insert(period.mentor);
    }
    const auto names = namesOf(desk, mentors);
    for (auto& one : asked)
        one.name = names.at(one.mentor);
    return asked;
}

ChangeNumber evaluateMentor(Desk& desk, const Evaluation& evaluation) {
    return perform(desk, Verb::EvaluateMentor, [&] {
        auto one = checked(evaluation);
        one.trainee = desk.actor.id;
        const auto asked = askedEvaluations(desk);
        if (std::none_of(asked.begin(), asked.end(), [&](const AskedEvaluation& a) { return a.mentor == one.mentor && a.occasion == one.occasion; }))
            throw Refused(Rule::NotAsked);
        auto fact = MentorStore::fact(one);
        fact.saw = 0;
        return Deed{"evaluate-mentor", {std::move(fact)}, {Topic::Pairing}, "", 0, {}};
    });
}

} // namespace fledgling::app
