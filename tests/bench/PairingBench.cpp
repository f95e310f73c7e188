#include "domain/PairingProposal.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <random>

namespace {

using namespace fledgling::domain;

const Date START = Date::of("2026-11-23");

PersonId id(int n) {
    char text[40];
    std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", n);
    return PersonId(text);
}

/// A department of that size from a fixed seed: every mentor leads for two posts and has up to `places`
/// places.
Pool poolOf(int trainees, int mentors, int places) {
    std::mt19937 random(20261124);
    const auto any = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    Pool pool;
    for (int i = 0; i < trainees + mentors; ++i) {
        Person one;
        one.id = id(any(1'000'000) * 1000 + i);
        one.card.name = "Person";
        one.leaning = static_cast<Leaning>(any(3));
        one.shift = any(2) == 0 ? "early" : "late";
        one.posts = {static_cast<Post>(any(3))};
        if (i < trainees) {
            one.roles = {Role::Trainee};
            pool.trainees.push_back({one, START.plusDays(any(5))});
            continue;
        }
        one.roles = {Role::Mentor};
        one.posts.insert(static_cast<Post>(any(3)));
        one.capacity = 1 + any(places);
        one.since = START.plusDays(-any(4000));
        PoolMentor mentor{one, 0, any(30), {}};
        if (any(8) == 0) {
            Leave leave;
            leave.person = one.id;
            leave.first = leave.last = START.plusDays(any(10));
            leave.state = LeaveState::Approved;
            mentor.away.push_back(leave);
        }
        pool.mentors.push_back(std::move(mentor));
    }
    return pool;
}

/// Issue 2: 200 trainees with 80 mentors in under a second. Arguments: trainees, mentors, most places of a
/// mentor.
void proposePairs(benchmark::State& state) {
    const auto pool = poolOf(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)),
                             static_cast<int>(state.range(2)));
    std::size_t unpaired = 0;
    for (auto _ : state) {
        const auto proposal = propose(pool);
        unpaired = proposal.unpaired().size();
        benchmark::DoNotOptimize(proposal.total());
    }
    state.counters["unpaired"] = static_cast<double>(unpaired);
}
BENCHMARK(proposePairs)
    ->Args({24, 8, 4})
    ->Args({200, 80, 4})
    ->Args({200, 80, 20})
    ->Args({200, 80, 3})
    ->Unit(benchmark::kMillisecond);

/// What the side panel asks when a trainee is selected: every other mentor's "why not".
void whyNotsOfOneTrainee(benchmark::State& state) {
    const auto pool = poolOf(200, 80, static_cast<int>(state.range(0)));
    const auto proposal = propose(pool);
    const auto trainee = pool.trainees.front().person.id;
    for (auto _ : state)
        benchmark::DoNotOptimize(proposal.whyNots(trainee));
}
BENCHMARK(whyNotsOfOneTrainee)->Arg(4)->Arg(20)->Unit(benchmark::kMillisecond);

} // namespace
