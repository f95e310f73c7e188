#pragma once

#include "domain/Id.h"
#include "domain/Post.h"
#include "domain/Refused.h"
#include "domain/Time.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

enum class Role { Trainee, Mentor, Trainer, Supervisor, Manager };

/// "trainee", "mentor", "trainer", "supervisor", "manager".
[[nodiscard]] std::string_view keyOf(Role role);
[[nodiscard]] std::optional<Role> roleOf(std::string_view key);

/// What can be corrected and erased: the book itself knows a person only by id.
struct PersonCard {
    std::string name;
    std::string staffNumber; ///< text: leading zeros count
    std::string phone;
    std::string email;
    friend bool operator==(const PersonCard&, const PersonCard&) = default;
};

/// A person as the department employs him or her.
struct Person {
    PersonId id;
    PersonCard card;
    std::set<Role> roles;
    std::set<Post> posts;  ///< a trainee: the one trained for; a mentor: those he or she can lead for
    Leaning leaning = Leaning::AllRound;
    int capacity = 0;      ///< a mentor: how many trainees at once, 0..20
    std::optional<Date> since; ///< start date; a mentor's tenure runs from it
    std::string department;
    std::string title;
    std::string shift;     ///< as the roster names it; "same shift" weighs in pairing
    bool retired = false;  ///< kept for the record, offered nowhere

    [[nodiscard]] bool is(Role role) const { return roles.contains(role); }
    friend bool operator==(const Person&, const Person&) = default;
};

/// How many trainees a mentor may lead at most, whatever the card says.
inline constexpr int HIGHEST_CAPACITY = 20;

/// What a card takes, from a form, a file or the command line: letters, digits, - and _ in a staff number (leading
/// zeros count); at least three digits, blanks and + - / ( ) in a phone number, with the digits of an extension behind
/// ext, x, # or 转; in an e-mail address one @, a name before it and a dotted domain behind it, no blanks. Nothing is
/// allowed everywhere.
[[nodiscard]] bool looksLikeStaffNumber(std::string_view text);
[[nodiscard]] bool looksLikePhone(std::string_view text);
[[nodiscard]] bool looksLikeEmail(std::string_view text);

/// Why this can't stand, as it would be kept: no name, no role, a trainee or mentor without a post, a mentor's capacity
/// outside 1..20, and a staff number, phone or e-mail that doesn't look like one and is another than `before`: what an
/// older roster brought in doesn't stop a correction of something else. Refused(TextTooLong) past 200 characters.
[[nodiscard]] std::vector<Refused> faultsIn(const Person& person, const PersonCard& before = {});
/// The first of them.
[[nodiscard]] std::optional<Refused> faultIn(const Person& person, const PersonCard& before = {});
/// Who is taught a post or leads for one; others have none.
[[nodiscard]] bool needsPost(const std::set<Role>& roles);

/// The person trimmed, number, phone and e-mail in half width. Throws what faultIn finds.
[[nodiscard]] Person checked(Person person, const PersonCard& before = {});

/// Whole months from the start date to that day; 0 when unknown or later.
[[nodiscard]] int tenureMonths(const Person& person, Date on);

enum class LeaveState { Asked, Approved, Refused };

/// Days a person is away: a trainee's leave, a mentor's holiday. Counts only once approved.
struct Leave {
    LeaveId id;
    PersonId person;
    Date first;
    Date last; ///< inclusive
    LeaveState state = LeaveState::Asked;
    std::string why;

    [[nodiscard]] bool covers(Date day) const { return state == LeaveState::Approved && first <= day && day <= last; }
    friend bool operator==(const Leave&, const Leave&) = default;
};

[[nodiscard]] std::string_view keyOf(LeaveState state);
[[nodiscard]] std::optional<LeaveState> leaveStateOf(std::string_view key);

} // namespace fledgling::domain
