#include "app/Department.h"

#include "app/Keep.h"
#include "app/calendar/Calendars.h"
#include "domain/Refused.h"
#include "format/Collation.h"
#include "store/Hash.h"
#include "store/PeopleStore.h"

#include <algorithm>

namespace fledgling::app {

using namespace domain;

namespace {

/// A new department has nobody yet who could have the right: its set-up is the one change written without an actor's role.
Person founderOf(const Department::Founder& founder) {
    Person person;
    person.id = PersonId(freshId());
    person.card.name = founder.name;
    person.card.staffNumber = founder.staffNumber;
    person.roles = {Role::Manager};
    return checked(std::move(person));
}

} // namespace

std::string freshId() { return store::randomUuid(); }

void sortByName(std::vector<Person>& people) {
    std::vector<std::pair<std::string, Person>> keyed;
    keyed.reserve(people.size());
    for (auto& person : people) keyed.emplace_back(format::sortKey(person.card.name), std::move(person));
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.card.staffNumber, a.second.id) < std::tie(b.first, b.second.card.staffNumber, b.second.id);
    });
    std::transform(keyed.begin(), keyed.end(), people.begin(), [](auto& one) { return std::move(one.second); });
}

Department::Department(const std::string& where, store::Database::Mode mode, Clock clock, const store::Waiting& waiting)
    : m_database(where, mode, waiting), m_clock(std::move(clock)), m_shelf(m_database) {
    m_seen = store::Book(m_database).last();
    m_own = m_events.listen([this](const std::set<Topic>&) { m_seen = store::Book(m_database).last(); });
}

std::unique_ptr<Department> Department::open(const std::string& where, Clock clock, const store::Waiting& waiting) {
    return std::make_unique<Department>(where, store::Database::Mode::OpenExisting, std::move(clock), waiting);
}

std::unique_ptr<Department> Department::create(const std::string& where, const Founder& founder, const std::string& assets,
                                               Clock clock) {
    const Person manager = founderOf(founder); // refused before a file is made
    auto department = std::make_unique<Department>(where, store::Database::Mode::Create, std::move(clock));
    Desk desk{department->m_database, manager, department->m_clock, freshId, department->m_events,
              department->m_undo[manager.id], department->m_shelf};
    Deed deed{"found-department", store::PeopleStore::facts(manager), {Topic::People}, "", 0, {}};
    keep(desk, deed);
    importShippedCalendars(desk, assets);
    desk.undo.done.clear(); // nobody undoes the founding of the department by accident
    return department;
}

std::vector<Person> Department::people() {
    auto all = store::PeopleStore(m_database).people();
    std::erase_if(all, [](const Person& person) { return person.retired; });
    sortByName(all);
    return all;
}

std::vector<Person> Department::find(const std::string& text) {
    auto numbered = store::PeopleStore(m_database).byStaffNumber(text);
    std::erase_if(numbered, [](const Person& person) { return person.retired; });
    if (numbered.size() == 1) return numbered; // without reading everybody who ever worked here
    std::vector<Person> exact, part;
    for (auto& person : people()) {
        if (person.id.text() == text || person.card.staffNumber == text || person.card.name == text)
            exact.push_back(person);
        else if (!text.empty() && person.card.name.find(text) != std::string::npos)
            part.push_back(person);
    }
    return exact.empty() ? part : exact;
}

Desk Department::deskFor(const PersonId& who) {
    auto person = store::PeopleStore(m_database).person(who);
    if (!person || person->retired) throw Refused(Rule::Unknown, {who.text()});
    return Desk{m_database, std::move(*person), m_clock, freshId, m_events, m_undo[who], m_shelf};
}

bool Department::poll() {
    if (store::Book(m_database).last() == m_seen) return false;
    m_events.tell(allTopics());
    return true;
}

} // namespace fledgling::app
