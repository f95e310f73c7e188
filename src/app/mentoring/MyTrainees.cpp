#include "app/mentoring/MyTrainees.h"

#include "app/PastDay.h"
#include "app/Record.h"
#include "app/calendar/Calendars.h"
#include "app/mentoring/MentoringState.h"
#include "app/today/Soon.h"
#include "domain/MentorLog.h"
#include "domain/Refused.h"
#include "domain/Roles.h"
#include "format/Collation.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::MentoringStore;

namespace {

MyTrainees::Row rowOf(Desk& desk, const Record& record, const std::string& language, Date today) {
    const auto calendar = calendarOf(desk, record.course->workingWeek);
    const auto away = leavesOfPair(desk, record);
    MyTrainees::Row row;
    row.trainee = record.person.id;
    row.name = record.person.card.name;
    row.posts = record.person.posts;
    row.leaning = record.person.leaning;
    row.cohort = record.cohort.name;
    row.since = record.pair->since;
    row.told = record.pair->note;
    row.day = mentoringDay(record, calendar, today);
    row.days = record.course->mentoring.days;
    row.logged = daysMentored(record.person.id, record.entries, calendar);
    row.logDue = logDue(record, calendar, away, today);
    row.missing = missingDays(record, calendar, away, today);
    row.signable = signableSkills(record, language);
    for (const auto* rule : unsignedRules(record))
        row.unsignedTexts.push_back(rule->title.in(language, record.course->language));
    for (const auto* skill : record.course->skillsFor(record.post())) {
        ++row.skills;
        if (record.level(skill->id) >= skill->need) ++row.skillsDone;
    }
    const auto facts = factsOf(record, calendar, today);
    const auto readiness = readinessOf(*record.course, facts);
    row.ready = readiness.verdict == Verdict::Ready;
    row.steps = static_cast<int>(readiness.steps.size());
    const bool ahead = facts.reviewDay && today <= *facts.reviewDay && !record.approvedOn(today);
    if (ahead && *facts.reviewDay <= soonUntil(calendar, today, REVIEW_SOON)) row.reviewSoon = facts.reviewDay;
    return row;
}

} // namespace

MyTrainees::MyTrainees(Desk& desk, std::string language, PersonId mentor)
    : m_desk(desk), m_language(std::move(language)),
      m_mentor(mentor.empty() ? desk.actor.id : std::move(mentor)) {}

void MyTrainees::load() {
    if (m_mentor != m_desk.actor.id && !seesEverybody(m_desk.actor))
        throw Refused(Rule::NotYourRight, {std::string(keyOf(Verb::SeeReadiness))});
    MentoringStore mentoring(m_desk.database, m_desk.asOf);
    std::set<PersonId> trainees;
    for (const auto& pair : pairsInForce(m_desk, m_mentor))
        trainees.insert(pair.trainee);
    m_rows.clear();
    for (const auto& record : recordsOfPeople(m_desk, trainees))
        m_rows.push_back(rowOf(m_desk, record, m_language, shownDay(m_desk)));
    for (const auto& problem : withoutLater(m_desk, mentoring.problemsOf(trainees), [](const auto& one) { return one.day; }))
        for (auto& row : m_rows)
            if (row.trainee == problem.person && problem.answer.empty()) ++row.problems;
    std::vector<std::pair<std::pair<int, std::string>, Row>> keyed;
    for (auto& row : m_rows)
        keyed.push_back({{-row.due(), format::sortKey(row.name)}, std::move(row)});
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(keyed.begin(), keyed.end(), m_rows.begin(),
                   [](auto& one) { return std::move(one.second); });
    if (onChanged) onChanged();
}

const MyTrainees::Row* MyTrainees::row(const PersonId& trainee) const {
    for (const auto& one : m_rows)
        if (one.trainee == trainee) return &one;
    return nullptr;
}

int MyTrainees::logsDue() const {
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.logDue; }));
}

} // namespace fledgling::app
