#include "app/readiness/Readiness.h"

#include "app/PastDay.h"
#include "app/calendar/Calendars.h"
#include "app/roll/Roll.h"
#include "domain/Decision.h"
#include "domain/Refused.h"
#include "domain/Roles.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;
using store::MentoringStore;

namespace {

BoardRow rowOf(Record record, const Calendar& calendar, Date today,
               const std::map<PersonId, std::string>& names) {
    BoardRow row;
    row.facts = factsOf(record, calendar, today);
    row.readiness = readinessOf(*record.course, row.facts);
    row.name = names.at(record.person.id);
    // Approving ends the pairing: who led until then is the mentor that the approval rests on.
    if (record.pair && row.facts.hasMentor) row.mentorName = names.at(record.pair->mentor);
    if (record.decision) {
        row.decisionInForce = record.decision->decision.inForce(today);
        row.changed = changedCriteria(record.decision->decision, row.readiness);
    }
    row.record = std::move(record);
    return row;
}

/// A mentor who is nothing else sees the own trainees only.
void keepVisible(const Desk& desk, std::vector<Record>& records) {
    if (seesEverybody(desk.actor)) return;
    std::erase_if(records, [&](const Record& record) { return record.mentor() != desk.actor.id; });
}

} // namespace

std::vector<BoardRow> boardOf(Desk& desk, std::vector<Record> records) {
    std::set<PersonId> people;
    std::map<const Course*, Calendar> calendars;
    for (const auto& record : records) {
        people.insert(record.person.id);
        if (record.pair) people.insert(record.pair->mentor);
        if (!calendars.contains(record.course))
            calendars[record.course] = calendarOf(desk, record.course->workingWeek);
    }
    const auto names = namesOf(desk, people);
    const Date today = shownDay(desk);
    std::vector<BoardRow> rows;
    for (auto& record : records) {
        const auto& calendar = calendars.at(record.course);
        rows.push_back(rowOf(std::move(record), calendar, today, names));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const BoardRow& a, const BoardRow& b) { return nearer(a.readiness, b.readiness); });
    return rows;
}

std::vector<BoardRow> board(Desk& desk, const CohortId& cohort) {
    require(desk.actor, Verb::SeeReadiness);
    (void)cohortOf(desk, cohort);
    auto records = recordsOf(desk, membersOn(desk, cohort));
    std::erase_if(records, [](const Record& record) { return record.person.retired; });
    keepVisible(desk, records);
    return boardOf(desk, std::move(records));
}

std::vector<BoardRow> boardOfAll(Desk& desk) { return boardOfCohorts(desk, openCohorts(desk)); }

std::vector<BoardRow> boardOfCohorts(Desk& desk, const std::vector<Cohort>& cohorts) {
    require(desk.actor, Verb::SeeReadiness);
    std::vector<Member> members;
    std::set<PersonId> seen;
    for (const auto& cohort : cohorts)
        for (auto& member : membersOn(desk, cohort.id))
            if (seen.insert(member.trainee).second) members.push_back(std::move(member));
    auto records = recordsOf(desk, members);
    std::erase_if(records, [](const Record& record) { return record.person.retired; });
    keepVisible(desk, records);
    return boardOf(desk, std::move(records));
}

std::vector<Cohort> openCohorts(Desk& desk) {
    std::map<CohortId, Cohort> open;
    for (const auto& member : inTraining(desk))
        if (!open.contains(member.cohort)) open.emplace(member.cohort, cohortOf(desk, member.cohort));
    std::vector<Cohort> cohorts;
    for (auto& [id, cohort] : open)
        cohorts.push_back(std::move(cohort));
    std::sort(cohorts.begin(), cohorts.end(), [](const Cohort& a, const Cohort& b) {
        return std::tie(b.start, a.name) < std::tie(a.start, b.name);
    });
    return cohorts;
}

} // namespace fledgling::app
