#pragma once

#include "People.h"
#include "domain/PairingProposal.h"

namespace fledgling::test {

inline const domain::Date START = domain::Date::of("2026-11-23");

inline domain::PoolTrainee waiting(int n, domain::Post post = domain::Post::Agent) {
    return {traineeOf(n, post), START};
}

inline domain::PoolMentor offering(int n, int capacity,
                                   std::set<domain::Post> posts = {domain::Post::Agent}) {
    return {mentorOf(n, capacity, std::move(posts)), 0, 0, {}};
}

} // namespace fledgling::test
