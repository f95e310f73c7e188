#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/PeopleStore.h"
#include "store/Sql.h"
#include "support/BookPlace.h"
#include "support/BookSample.h"
#include "support/Child.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <gtest/gtest.h>
#include <random>
#include <thread>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using namespace fledgling::test;

/// A roll of one session, and the marks somebody at the keyboard gives: the n-th change marks the n-th cell
/// with minutes that tell n.
struct Roll {
    domain::SessionId session;
    std::vector<domain::PersonId> trainees;

    [[nodiscard]] const domain::PersonId& cell(ChangeNumber n) const {
        return trainees[static_cast<std::size_t>(n) % trainees.size()];
    }
    [[nodiscard]] static domain::Mark mark(ChangeNumber n) {
        return {domain::MarkKind::Late, domain::Minutes(1 + n % 1000)};
    }
};

Roll layRoll(const std::string& file) {
    Database database(file, Database::Mode::Create);
    BookSample sample;
    sample.keepIn(Book(database));
    Roll roll{sample.later.id, {}};
    std::vector<Fact> people;
    for (int i = 0; i < 20; ++i) {
        const auto trainee = personOf("T" + std::to_string(i), domain::Role::Trainee);
        for (auto& fact : PeopleStore::facts(trainee))
            people.push_back(std::move(fact));
        roll.trainees.push_back(trainee.id);
    }
    Book(database).append(headOf("set-up"), people);
    return roll;
}

/// Marks cell after cell until it is killed, and says each change's number once it is kept.
void markOn(const std::string& file, const Roll& roll, const Child::Say& say) {
    Database database(file, Database::Mode::OpenExisting);
    Book book(database);
    for (;;) {
        const auto n = book.last() + 1;
        book.append(headOf("mark"), {AttendanceStore::fact(roll.session, roll.cell(n), Roll::mark(n))});
        say(std::to_string(n));
    }
}

/// The last number said to be kept; 0 for none.
ChangeNumber saidBy(Child& child) {
    ChangeNumber said = 0;
    while (const auto line = child.line()) {
        EXPECT_FALSE(line->starts_with("died")) << *line;
        said = std::stoll("0" + *line);
    }
    return said;
}

/// Opens the file as the next start would and looks for every mark up to `said`.
ChangeNumber expectKept(const std::string& file, const Roll& roll, ChangeNumber from, ChangeNumber said) {
    Database database(file, Database::Mode::OpenExisting);
    Book book(database);
    EXPECT_GE(book.last(), said) << "said to be kept, and gone";
    EXPECT_LE(book.last(), std::max(from, said) + 1) << "kept one at most that was not said yet";
    for (auto n = from + 1; n <= said; ++n) {
        const auto kept = AttendanceStore(database, n).mark(roll.session, roll.cell(n));
        EXPECT_TRUE(kept && kept->change == n && kept->mark == Roll::mark(n)) << n;
    }
    EXPECT_TRUE(book.verify().good());
    EXPECT_EQ(sql::one<std::string>(database, "PRAGMA integrity_check"), "ok");
    return book.last();
}

constexpr int KILLS = 200;
constexpr int KILLS_PER_FILE = 20; // a short book is verified quickly

/// One file of those that the kills are spread over: they wait, so parts of the tests wait for some each.
class SuddenDeathOfOne : public testing::TestWithParam<int> {};

TEST_P(SuddenDeathOfOne, LosesNothingThatWasSaidToBeKeptAndNeedsNoRepair) {
    std::mt19937 random(20261124U + static_cast<unsigned>(GetParam()));
    ChangeNumber marks = 0;
    unsigned span = 25'000; // microseconds
    const Folder folder;
    const auto file = folder.file("roll.fledgling");
    const Roll roll = layRoll(file);
    ChangeNumber last = Book(*std::make_unique<Database>(file, Database::Mode::OpenExisting)).last();
    for (int i = 0; i < KILLS_PER_FILE && !testing::Test::HasFailure(); ++i) {
        Child child([&](const Child::Say& say) { markOn(file, roll, say); });
        // Anywhere from before the file is open to some ten marks later; a busy machine gets there later.
        if (marks < i) span = std::min(span + span / 4, 500'000U);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % span));
        child.kill();
        const auto said = saidBy(child);
        const auto now = expectKept(file, roll, last, said);
        marks += now - last;
        last = now;
    }
    EXPECT_GT(marks, KILLS_PER_FILE) << "too few were killed between two marks to prove anything";
}

INSTANTIATE_TEST_SUITE_P(Files, SuddenDeathOfOne, testing::Range(0, KILLS / KILLS_PER_FILE));

TEST(SuddenDeath, LeavesNoLockBehind) {
    const Folder folder;
    const auto file = folder.file("roll.fledgling");
    const auto roll = layRoll(file);
    Child child([&](const Child::Say& say) { markOn(file, roll, say); });
    ASSERT_TRUE(child.line());
    child.kill();
    EXPECT_TRUE(std::filesystem::exists(file + ".open")) << "it had no time to clean up";
    { const Database next(file, Database::Mode::OpenExisting); }
    EXPECT_FALSE(std::filesystem::exists(file + ".open"));
    EXPECT_FALSE(std::filesystem::exists(file + "-wal"));
}

} // namespace
