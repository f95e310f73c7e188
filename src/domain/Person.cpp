#include "domain/Person.h"

#include "domain/Keys.h"
#include "domain/Refused.h"
#include "domain/Text.h"

namespace fledgling::domain {

namespace {
constexpr Keys<Role, 5> ROLES{{{Role::Trainee, "trainee"},
                               {Role::Mentor, "mentor"},
                               {Role::Trainer, "trainer"},
                               {Role::Supervisor, "supervisor"},
                               {Role::Manager, "manager"}}};
constexpr Keys<LeaveState, 3> LEAVE_STATES{
    {{LeaveState::Asked, "asked"}, {LeaveState::Approved, "approved"}, {LeaveState::Refused, "refused"}}};
} // namespace

std::string_view keyOf(Role role) { return ROLES.key(role); }
std::optional<Role> roleOf(std::string_view key) { return ROLES.value(key); }
std::string_view keyOf(LeaveState state) { return LEAVE_STATES.key(state); }
std::optional<LeaveState> leaveStateOf(std::string_view key) { return LEAVE_STATES.value(key); }

bool looksLikeStaffNumber(std::string_view text) {
    return text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_") == std::string_view::npos;
}

bool looksLikePhone(std::string_view text) {
    const bool digits = text.find_first_of("0123456789") != std::string_view::npos;
    return text.empty() || (digits && text.find_first_not_of("0123456789 +-()") == std::string_view::npos);
}

bool looksLikeEmail(std::string_view text) {
    if (text.empty()) return true;
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t<>()") == std::string_view::npos;
}

Person checked(Person person) {
    person.card.name = line(person.card.name, "name");
    person.card.staffNumber = line(person.card.staffNumber, "staff number");
    person.card.phone = line(person.card.phone, "phone");
    person.card.email = line(person.card.email, "e-mail");
    person.department = line(person.department, "department");
    person.title = line(person.title, "title");
    person.shift = line(person.shift, "shift");
    if (person.card.name.empty()) throw Refused(Rule::NameMissing);
    if (person.roles.empty()) throw Refused(Rule::RoleMissing, {person.card.name});
    if ((person.is(Role::Trainee) || person.is(Role::Mentor)) && person.posts.empty())
        throw Refused(Rule::PostMissing, {person.card.name});
    if (!person.is(Role::Mentor)) person.capacity = 0;
    if (person.is(Role::Mentor) && (person.capacity < 1 || person.capacity > HIGHEST_CAPACITY))
        throw Refused(Rule::CapacityOutOfRange, {"1", std::to_string(HIGHEST_CAPACITY)});
    return person;
}

int tenureMonths(const Person& person, Date on) {
    if (!person.since || on < *person.since) return 0;
    const int months = (on.year() - person.since->year()) * 12 + static_cast<int>(on.month()) -
                       static_cast<int>(person.since->month());
    return on.day() < person.since->day() ? months - 1 : months;
}

} // namespace fledgling::domain
