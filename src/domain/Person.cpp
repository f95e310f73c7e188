#include "domain/Person.h"

#include "domain/Keys.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::domain {

namespace {
constexpr Keys<Role, 5> ROLES{{{Role::Trainee, "trainee"},
                               {Role::Mentor, "mentor"},
                               {Role::Trainer, "trainer"},
                               {Role::Supervisor, "supervisor"},
                               {Role::Manager, "manager"}}};
constexpr Keys<LeaveState, 3> LEAVE_STATES{
    {{LeaveState::Asked, "asked"}, {LeaveState::Approved, "approved"}, {LeaveState::Refused, "refused"}}};

constexpr std::string_view EXTENSION_MARKS[] = {"转", "ext.", "ext", "x", "#"};
constexpr int FEWEST_PHONE_DIGITS = 3;

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// As it would be kept.
Person tidied(Person person) {
    person.card.name = line(person.card.name, "name");
    person.card.staffNumber = line(halfWidth(person.card.staffNumber), "staff number");
    person.card.phone = line(halfWidth(person.card.phone), "phone");
    person.card.email = line(halfWidth(person.card.email), "e-mail");
    person.department = line(person.department, "department");
    person.title = line(person.title, "title");
    person.shift = line(person.shift, "shift");
    if (!person.is(Role::Mentor)) person.capacity = 0;
    return person;
}
} // namespace

std::string_view keyOf(Role role) { return ROLES.key(role); }
std::optional<Role> roleOf(std::string_view key) { return ROLES.value(key); }
std::string_view keyOf(LeaveState state) { return LEAVE_STATES.key(state); }
std::optional<LeaveState> leaveStateOf(std::string_view key) { return LEAVE_STATES.value(key); }

bool looksLikeStaffNumber(std::string_view text) {
    return text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_") == std::string_view::npos;
}

bool looksLikePhone(std::string_view text) {
    for (const std::string_view mark : EXTENSION_MARKS)
        if (const auto at = text.find(mark); at != std::string_view::npos) {
            if (!isDigits(trimmed(text.substr(at + mark.size())))) return false;
            text = text.substr(0, at);
            break;
        }
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return text.empty() || (digits >= FEWEST_PHONE_DIGITS && text.find_first_not_of("0123456789 +-/()") == std::string_view::npos);
}

bool looksLikeEmail(std::string_view text) {
    if (text.empty()) return true;
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos) return false;
    if (text.find_first_of(" \t\"<>()[],;:\\") != std::string_view::npos) return false;
    const auto labels = split(text.substr(at + 1), '.');
    return labels.size() > 1 && std::none_of(labels.begin(), labels.end(), [](const std::string& one) {
               return one.empty() || one.front() == '-' || one.back() == '-';
           });
}

bool needsPost(const std::set<Role>& roles) { return roles.contains(Role::Trainee) || roles.contains(Role::Mentor); }

std::vector<Refused> faultsIn(const Person& given, const PersonCard& before) {
    const Person person = tidied(given);
    const auto& card = person.card;
    std::vector<Refused> faults;
    const auto refuse = [&](bool wrong, Rule rule, std::vector<std::string> arguments) {
        if (wrong) faults.emplace_back(rule, std::move(arguments));
    };
    refuse(card.name.empty(), Rule::NameMissing, {});
    refuse(card.staffNumber != before.staffNumber && !looksLikeStaffNumber(card.staffNumber), Rule::StaffNumberUnreadable,
           {card.staffNumber});
    refuse(card.phone != before.phone && !looksLikePhone(card.phone), Rule::PhoneUnreadable, {card.phone});
    refuse(card.email != before.email && !looksLikeEmail(card.email), Rule::EmailUnreadable, {card.email});
    refuse(person.roles.empty(), Rule::RoleMissing, {card.name});
    refuse(needsPost(person.roles) && person.posts.empty(), Rule::PostMissing, {card.name});
    refuse(person.is(Role::Mentor) && (person.capacity < 1 || person.capacity > HIGHEST_CAPACITY), Rule::CapacityOutOfRange,
           {"1", std::to_string(HIGHEST_CAPACITY)});
    return faults;
}

std::optional<Refused> faultIn(const Person& person, const PersonCard& before) {
    const auto faults = faultsIn(person, before);
    return faults.empty() ? std::nullopt : std::optional(faults.front());
}

Person checked(Person person, const PersonCard& before) {
    if (const auto fault = faultIn(person, before)) throw *fault;
    return tidied(std::move(person));
}

int tenureMonths(const Person& person, Date on) {
    if (!person.since || on < *person.since) return 0;
    const int months = (on.year() - person.since->year()) * 12 + static_cast<int>(on.month()) -
                       static_cast<int>(person.since->month());
    return on.day() < person.since->day() ? months - 1 : months;
}

} // namespace fledgling::domain
