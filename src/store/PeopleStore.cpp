#include "store/PeopleStore.h"

#include "store/Among.h"
#include "store/Columns.h"
#include "store/Schema.h"
#include "store/Sql.h"

namespace fledgling::store {

using namespace domain;

std::vector<Person> PeopleStore::where(const std::string& condition, const std::vector<Value>& arguments) {
    // An erased card is blank; nobody is listed without a card.
    const std::string sql = "SELECT t.person, t.roles, t.posts, t.leaning, t.capacity, t.since, "
                            "t.department, t.title, t.shift, t.retired, "
                            "c.name, c.staff_number, c.phone, c.email FROM person t LEFT JOIN person_card c "
                            "ON c.person = t.person AND "
                            "c.absent = 0 AND c.change = (SELECT max(d.change) FROM person_card d WHERE "
                            "d.person = t.person AND d.change <= $1) "
                            "WHERE " +
                            latest("person") + condition;
    using Text = std::string;
    std::vector<Person> found;
    for (auto& [id, roles, posts, leaning, capacity, since, department, title, shift, retired, name, number,
                phone, email] :
         sql::read<Text, Text, Text, Text, std::int64_t, std::optional<Text>, Text, Text, Text, std::int64_t,
                   std::optional<Text>, std::optional<Text>, std::optional<Text>, std::optional<Text>>(
             m_database, sql, asOfWith(m_asOf, arguments))) {
        Person person;
        person.id = PersonId(id);
        person.card = {name.value_or(""), number.value_or(""), phone.value_or(""), email.value_or("")};
        person.roles = valuesOf<Role>(roles, roleOf);
        person.posts = valuesOf<Post>(posts, postOf);
        person.leaning = leaningOf(leaning).value_or(Leaning::AllRound);
        person.capacity = static_cast<int>(capacity);
        person.since = dateOf(since);
        person.department = department;
        person.title = title;
        person.shift = shift;
        person.retired = retired != 0;
        found.push_back(std::move(person));
    }
    return found;
}

std::vector<Person> PeopleStore::people() { return where("", {}); }

std::optional<Person> PeopleStore::person(const PersonId& id) {
    auto found = where(" AND t.person = $2", {id.text()});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Person> PeopleStore::people(const std::set<PersonId>& ids) {
    return among("t.person", ids,
                 [&](const auto& condition, const auto& arguments) { return where(condition, arguments); });
}

std::vector<Person> PeopleStore::byStaffNumber(const std::string& staffNumber) {
    return where(" AND c.staff_number = $2", {staffNumber});
}

std::vector<Person> PeopleStore::withRole(Role role) {
    return where(" AND ',' || t.roles || ',' LIKE $2", {"%," + std::string(keyOf(role)) + ",%"});
}

std::vector<Person> PeopleStore::inNoCohort() {
    return where(" AND t.retired = 0 AND ',' || t.roles || ',' LIKE $2 AND t.person NOT IN (SELECT t.trainee FROM member t WHERE " +
                     latest("member") + " AND t.departed IS NULL)",
                 {"%," + std::string(keyOf(Role::Trainee)) + ",%"});
}

namespace {

std::vector<Leave> leavesWhere(Database& database, ChangeNumber asOf, const std::string& condition,
                               const Arguments& arguments) {
    std::vector<Leave> found;
    for (const auto& [id, person, first, last, state, why] :
         sql::read<std::string, std::string, std::string, std::string, std::string, std::string>(
             database,
             "SELECT t.leave, t.person, t.first, t.last, t.state, t.why FROM leave t WHERE " +
                 latest("leave") + condition + " ORDER BY t.first",
             asOfWith(asOf, arguments)))
        found.push_back({LeaveId(id), PersonId(person), Date::of(first), Date::of(last),
                         leaveStateOf(state).value_or(LeaveState::Asked), why});
    return found;
}

} // namespace

std::vector<Leave> PeopleStore::leavesOf(const PersonId& person) {
    return leavesWhere(m_database, m_asOf, " AND t.person = $2", {person.text()});
}

std::vector<Leave> PeopleStore::leaves(Date first, Date last) {
    return leavesWhere(m_database, m_asOf, " AND t.first <= $2 AND t.last >= $3", {last.iso(), first.iso()});
}

std::optional<Leave> PeopleStore::leave(const LeaveId& id) {
    auto found = leavesWhere(m_database, m_asOf, " AND t.leave = $2", {id.text()});
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::vector<CalendarDay> PeopleStore::calendarDays() {
    std::vector<CalendarDay> days;
    for (const auto& [day, working, name] : sql::read<std::string, std::int64_t, std::string>(
             m_database,
             "SELECT t.day, t.working, t.name FROM calendar_day t WHERE " + latest("calendar_day") +
                 " ORDER BY t.day",
             {m_asOf}))
        days.push_back({Date::of(day), working != 0, name});
    return days;
}

std::map<std::string, std::string> PeopleStore::settings() {
    std::map<std::string, std::string> found;
    for (const auto& [name, value] : sql::read<std::string, std::string>(
             m_database, "SELECT t.name, t.value FROM setting t WHERE " + latest("setting"), {m_asOf}))
        found[name] = value;
    return found;
}

std::vector<Fact> PeopleStore::facts(const Person& person) {
    return {{"person",
             {person.id.text()},
             {wordsOf(person.roles), wordsOf(person.posts), std::string(keyOf(person.leaning)),
              std::int64_t{person.capacity}, column(person.since), person.department, person.title,
              person.shift, column(person.retired)},
             false,
             {}},
            {"person_card",
             {person.id.text()},
             {person.card.name, person.card.staffNumber, person.card.phone, person.card.email},
             false,
             {}}};
}

Fact PeopleStore::fact(const Leave& leave) {
    return {"leave",
            {leave.id.text()},
            {leave.person.text(), leave.first.iso(), leave.last.iso(), std::string(keyOf(leave.state)),
             leave.why},
            false,
            {}};
}

Fact PeopleStore::fact(const CalendarDay& day, const std::string& source) {
    return {"calendar_day", {day.day.iso()}, {column(day.working), day.name, source}, false, {}};
}

Fact PeopleStore::setting(const std::string& name, const std::string& value) {
    return {"setting", {name}, {value}, false, {}};
}

} // namespace fledgling::store
