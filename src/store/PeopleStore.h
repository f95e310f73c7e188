#pragma once

#include "domain/Calendar.h"
#include "domain/Person.h"
#include "store/Book.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace fledgling::store {

/// People, their cards and leave, the department's calendar and settings.
class PeopleStore {
public:
    explicit PeopleStore(Database& database, ChangeNumber asOf = NOW) : m_database(database), m_asOf(asOf) {}

    /// Everybody, retired ones included, in no particular order.
    [[nodiscard]] std::vector<domain::Person> people();
    [[nodiscard]] std::optional<domain::Person> person(const domain::PersonId& id);
    /// Those people, in few statements; who isn't there is left out.
    [[nodiscard]] std::vector<domain::Person> people(const std::set<domain::PersonId>& ids);
    [[nodiscard]] std::vector<domain::Person> byStaffNumber(const std::string& staffNumber);
    /// The people with that role: cheaper than people() where the role is rare.
    [[nodiscard]] std::vector<domain::Person> withRole(domain::Role role);
    /// Trainees who haven't left the department and are a member of no cohort.
    [[nodiscard]] std::vector<domain::Person> inNoCohort();

    [[nodiscard]] std::vector<domain::Leave> leavesOf(const domain::PersonId& person);
    /// Leave of anybody that touches [first, last], whatever its state.
    [[nodiscard]] std::vector<domain::Leave> leaves(domain::Date first, domain::Date last);
    [[nodiscard]] std::optional<domain::Leave> leave(const domain::LeaveId& id);

    [[nodiscard]] std::vector<domain::CalendarDay> calendarDays();
    [[nodiscard]] std::map<std::string, std::string> settings();

    /// Facts that make somebody so; append them with Book.
    [[nodiscard]] static std::vector<Fact> facts(const domain::Person& person);
    [[nodiscard]] static Fact fact(const domain::Leave& leave);
    [[nodiscard]] static Fact fact(const domain::CalendarDay& day, const std::string& source);
    [[nodiscard]] static Fact setting(const std::string& name, const std::string& value);

private:
    [[nodiscard]] std::vector<domain::Person> where(const std::string& condition,
                                                    const std::vector<Value>& arguments);

    Database& m_database;
    ChangeNumber m_asOf;
};

} // namespace fledgling::store
