#include "domain/evidence/Watched.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace fledgling::domain {
namespace {

Watched seen(std::initializer_list<std::pair<int, int>> stretches) {
    Watched watched;
    for (const auto& [from, to] : stretches)
        watched.add(from, to);
    return watched;
}

TEST(WatchedFilm, CountsAStretchSeenTwiceOnce) {
    EXPECT_EQ(seen({{0, 30}, {10, 40}}).seconds(), 40);
    EXPECT_EQ(seen({{0, 30}, {10, 40}}).text(), "0-40");
}

TEST(WatchedFilm, LeavesTheGapOfAJumpAhead) {
    const auto watched = seen({{0, 20}, {60, 100}});
    EXPECT_EQ(watched.text(), "0-20,60-100");
    EXPECT_EQ(watched.percentOf(100), 60) << "60 % of a required 90 % is not complete";
}

TEST(WatchedFilm, IgnoresWhatLiesBeyondTheEnd) {
    EXPECT_EQ(seen({{0, 200}}).percentOf(100), 100);
    EXPECT_EQ(seen({{0, 50}}).percentOf(0), 0);
}

TEST(WatchedFilm, AddsNothingForBackwardAndEmptyStretches) {
    EXPECT_EQ(seen({{10, 10}, {20, 5}, {-5, 5}}).seconds(), 0);
}

TEST(WatchedFilm, RefusesTextsThatSayNothing) {
    for (const char* text : {"5", "5-", "-5", "9-3", "a-b", "0-5,", "0-5;6-7"})
        EXPECT_FALSE(Watched::parse(text)) << text;
    EXPECT_EQ(Watched::parse("")->seconds(), 0);
}

RC_GTEST_PROP(WatchedFilm, IsTheSetOfItsSeconds, ()) {
    const auto stretches = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 120), rc::gen::inRange(0, 120)));
    Watched watched;
    std::set<int> seconds;
    for (const auto& [from, to] : stretches) {
        watched.add(from, to);
        for (int second = from; second < to; ++second)
            seconds.insert(second);
    }
    RC_ASSERT(watched.seconds() == static_cast<int>(seconds.size()));
    RC_ASSERT(Watched::parse(watched.text()) == watched);
    Watched oneByOne;
    for (const int second : seconds)
        oneByOne.add(second, second + 1);
    RC_ASSERT(oneByOne == watched);
}

TEST(TheWatchClock, CountsWhatRunsOnAndNotAJump) {
    WatchClock clock;
    for (const int second : {0, 1, 2, 3, 40, 41, 42})
        clock.at(second);
    EXPECT_EQ(clock.watched().text(), "0-3,40-42");
}

TEST(TheWatchClock, BeginsAnewAfterAStop) {
    WatchClock clock;
    clock.at(5);
    clock.stop();
    clock.at(6);
    EXPECT_EQ(clock.watched().seconds(), 0) << "moved by hand: nothing ran between";
    clock.at(7);
    EXPECT_EQ(clock.watched().text(), "6-7");
}

TEST(TheWatchClock, GoesBackWithoutLosingAnything) {
    WatchClock clock;
    for (const int second : {10, 11, 12, 4, 5, 6})
        clock.at(second);
    EXPECT_EQ(clock.watched().text(), "4-6,10-12");
}

} // namespace
} // namespace fledgling::domain
