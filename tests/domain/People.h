#pragma once

#include "domain/Person.h"

#include <cstdio>
#include <string>

namespace fledgling::test {

/// The n-th id of a kind; ids order as their numbers do.
template <class Id>
Id idOf(int n) {
    char text[40];
    std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", n);
    return Id(text);
}

inline domain::PersonId person(int n) { return idOf<domain::PersonId>(n); }

inline domain::Person traineeOf(int n, domain::Post post = domain::Post::Agent) {
    domain::Person one;
    one.id = person(n);
    one.card.name = "Trainee " + std::to_string(n);
    one.roles = {domain::Role::Trainee};
    one.posts = {post};
    return one;
}

inline domain::Person mentorOf(int n, int capacity = 2,
                               std::set<domain::Post> posts = {domain::Post::Agent, domain::Post::Complaint,
                                                               domain::Post::Order}) {
    domain::Person one;
    one.id = person(n);
    one.card.name = "Mentor " + std::to_string(n);
    one.roles = {domain::Role::Mentor};
    one.posts = std::move(posts);
    one.capacity = capacity;
    return one;
}

inline domain::Leave leaveOf(domain::PersonId who, std::string_view first, std::string_view last,
                             domain::LeaveState state = domain::LeaveState::Approved) {
    return {idOf<domain::LeaveId>(1), std::move(who), domain::Date::of(first),
            domain::Date::of(last),   state,          "holiday"};
}

/// The rule that said no to `call`; a test failure's text otherwise.
#define EXPECT_REFUSED(call, expected)                                                                       \
    try {                                                                                                    \
        static_cast<void>(call);                                                                             \
        ADD_FAILURE() << "not refused: " #call;                                                              \
    } catch (const fledgling::domain::Refused& refused) {                                                    \
        EXPECT_EQ(refused.rule(), expected);                                                                 \
    }

} // namespace fledgling::test
