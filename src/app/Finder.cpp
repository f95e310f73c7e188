#include "app/Finder.h"

#include "app/Department.h"
#include "app/Record.h"
#include "app/cohorts/Cohorts.h"
#include "app/people/People.h"
#include "app/reports/Reports.h"
#include "app/roll/Roll.h"
#include "domain/Text.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {
/// Sessions further away are found through their cohort.
constexpr int SESSION_DAYS = 30;

} // namespace

void Finder::addPeople() {
    auto people = store::PeopleStore(m_desk.database, m_desk.asOf).people();
    std::erase_if(people, [](const Person& person) { return person.retired; });
    sortByName(people);
    for (const auto& person : people)
        m_rows.push_back({Found::Kind::Person, person.card.name, person.roles, person.card.staffNumber, "", {}, "person", person.id.text()});
}

/// Who finds nobody else finds the own record.
void Finder::addSelf() {
    const Person self = personOf(m_desk, m_desk.actor.id);
    m_rows.push_back({Found::Kind::Person, self.card.name, self.roles, self.card.staffNumber, "", {}, "person", self.id.text()});
}

void Finder::addTrainees() {
    for (const auto& pair : store::MentoringStore(m_desk.database, m_desk.asOf).pairsOfMentor(m_desk.actor.id)) {
        const Person person = personOf(m_desk, pair.trainee);
        m_rows.push_back({Found::Kind::Person, person.card.name, person.roles, person.card.staffNumber, "", {}, "log", person.id.text()});
    }
}

void Finder::addCohorts() {
    const bool marks = m_role != Role::Manager;
    for (const auto& cohort : cohortsOf(m_desk))
        m_rows.push_back({Found::Kind::Cohort, cohort.name, {}, "", "", cohort.start, marks ? "cohorts" : "readiness", cohort.id.text()});
    const Date today = shownDay(m_desk);
    store::CohortStore cohorts(m_desk.database, m_desk.asOf);
    for (const auto& session : cohorts.sessionsBetween(today.plusDays(-SESSION_DAYS), today.plusDays(SESSION_DAYS)))
        m_rows.push_back({Found::Kind::Session, titleOf(m_desk, session, m_language), {}, "", cohortOf(m_desk, session.cohort).name,
                          session.day, "roll", session.id.text()});
}

void Finder::addReports() {
    for (const auto kind : reportKinds())
        if (mayReport(m_desk, kind))
            m_rows.push_back({Found::Kind::Report, word(kind, m_tongue), {}, "", "", {}, "reports", std::string(keyOf(kind))});
}

void Finder::refresh() {
    const auto last = store::Book(m_desk.database).last();
    if (last == m_read) return;
    m_read = last;
    m_rows.clear();
    if (m_role == Role::Mentor) addTrainees();
    if (m_role == Role::Trainee || m_role == Role::Mentor) {
        addSelf();
    } else {
        addPeople();
        addCohorts();
    }
    addReports();
    for (auto& row : m_rows)
        row.named = FindableName(row.name);
}

std::vector<Found> Finder::find(const std::string& text, std::size_t most) {
    refresh();
    const std::string wanted = lowerAscii(text);
    std::vector<Found> first, later;
    for (const auto& row : m_rows) {
        const auto at = row.named.find(wanted);
        if (at == 0 || row.number == text)
            first.push_back(row);
        else if (at != std::string::npos || lowerAscii(row.cohort).find(wanted) != std::string::npos)
            later.push_back(row);
        if (first.size() == most) break;
    }
    for (auto& row : later)
        if (first.size() < most) first.push_back(std::move(row));
    return first;
}

} // namespace fledgling::app
