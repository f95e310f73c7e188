#include "store/merge/Away.h"
#include "support/Child.h"

#include <chrono>
#include <gtest/gtest.h>
#include <random>
#include <thread>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

constexpr int CHANGES = 120;

/// A book and a copy that has done much, half of it differently from what was done here.
void diverge(const std::string& here, const std::string& there) {
    Database ours(here, Database::Mode::Create);
    BookSample().keepIn(Book(ours));
    ours.copyTo(there);
    Database theirs(there, Database::Mode::OpenExisting);
    for (int i = 0; i < CHANGES; ++i) {
        const auto name = "key" + std::to_string(i);
        Book(theirs).append(headOf("set"), {PeopleStore::setting(name, "theirs")});
        if (i % 2 == 0) Book(ours).append(headOf("set"), {PeopleStore::setting(name, "ours")});
    }
}

void mergeAndSay(const std::string& here, const std::string& there, const Child::Say& say) {
    Database ours(here, Database::Mode::OpenExisting), theirs(there, Database::Mode::OpenExisting);
    const auto copy = readOther(ours, theirs);
    say("begun");
    merge(ours, copy, merger(), always(Side::Ours));
    say("done");
}

TEST(SuddenDeathInAMerge, LeavesAllOrNothingAndRunningAgainFinishes) {
    std::mt19937 random(20261125);
    int inside = 0;
    for (int times = 0; times < 12; ++times) {
        const Folder folder;
        const auto here = folder.file("here.fledgling"), there = folder.file("there.fledgling");
        diverge(here, there);
        bool done = false;
        {
            Child child([&](const Child::Say& say) { mergeAndSay(here, there, say); });
            EXPECT_EQ(child.line(), "begun");
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
            child.kill();
            done = child.line().has_value();
        }
        inside += done ? 0 : 1;
        Database ours(here, Database::Mode::OpenExisting), theirs(there, Database::Mode::OpenExisting);
        const auto taken = Book(ours).last();
        EXPECT_TRUE(Book(ours).verify().good());
        const auto result = bring(ours, theirs, Side::Ours);
        EXPECT_TRUE(result.carried.empty() || result.carried.size() == CHANGES);
        if (done) {
            EXPECT_EQ(Book(ours).last(), taken);
        }
        for (const auto& [name, value] : PeopleStore(ours).settings())
            if (name.starts_with("key")) {
                EXPECT_EQ(value, std::stoi(name.substr(3)) % 2 == 0 ? "ours" : "theirs") << name;
            }
        EXPECT_TRUE(Book(ours).verify().good());
    }
    EXPECT_GT(inside, 0) << "none was killed inside";
}

} // namespace
