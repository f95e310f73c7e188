#include "app/cohorts/Cohorts.h"
#include "app/readiness/Readiness.h"
#include "app/sample/Sample.h"
#include "app/today/ToDo.h"
#include "store/MentoringStore.h"
#include "support/BookPlace.h"
#include "support/Here.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <set>

namespace fledgling::app::test {
namespace {

using namespace domain;

/// The sample told as on that day at nine o'clock.
std::unique_ptr<Department> sampleOn(Date day) {
    Clock clock;
    const auto moment = clock.at(day, TimeOfDay(9, 0));
    clock.now = [moment] { return moment; };
    return createSample(":memory:", {(fledgling::test::source() / "assets").string(), (fledgling::test::source() / "courses").string()}, clock);
}

Desk deskOf(Department& department, const char* number) { return department.deskFor(department.find(number).front().id); }

TEST(Sample, HasTheDepartmentAsTheFirstUserMeetsIt) {
    const auto department = sampleOn(Date(2026, 11, 24));
    std::map<Role, int> count;
    for (const auto& person : department->people())
        for (const Role role : person.roles) ++count[role];
    EXPECT_EQ(count[Role::Trainee], 25);
    EXPECT_EQ(count[Role::Mentor], 8);
    EXPECT_EQ(count[Role::Trainer], 3); // two trainers, and the supervisor who may act as one
    EXPECT_EQ(count[Role::Manager], 1);
    EXPECT_TRUE(store::Book(department->database()).verify().good());
    EXPECT_EQ(store::MentoringStore(department->database()).currentPairs().size(), 11U);
}

TEST(Sample, OneCohortIsInItsSecondDay) {
    const auto department = sampleOn(Date(2026, 11, 24));
    Desk desk = deskOf(*department, SAMPLE_TRAINER);
    const auto list = trainerToDo(desk, "en");
    ASSERT_FALSE(list.empty());
    EXPECT_EQ(list.front().kind, ToDoKind::MarkSession);
    EXPECT_EQ(list.front().date, Date(2026, 11, 24));
    EXPECT_EQ(list.front().count, 9);
}

TEST(Sample, ThatIsStoppedLeavesNoFile) {
    fledgling::test::Folder folder;
    const auto file = folder.file("sample.fledgling");
    const SampleSources sources{(fledgling::test::source() / "assets").string(), (fledgling::test::source() / "courses").string()};
    struct Enough {};
    std::size_t events = 0;
    const auto at = [&](std::size_t done, std::size_t total) {
        events = total;
        if (done == 10) throw Enough{};
    };
    EXPECT_THROW(createSample(file, sources, systemClock(), at), Enough);
    EXPECT_GT(events, 100U);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Sample, CanBeToldOnAnyDayOfTheYear) {
    // Weekends, holidays and the turn of the year move every date of the story.
    for (const Date day : {Date(2026, 1, 2), Date(2026, 2, 20), Date(2026, 5, 9), Date(2026, 10, 8), Date(2026, 12, 31), Date(2027, 1, 3)}) {
        SCOPED_TRACE(day.iso());
        const auto department = sampleOn(day);
        Desk desk = deskOf(*department, SAMPLE_MANAGER);
        EXPECT_EQ(cohortsOf(desk).size(), 4U);
        EXPECT_GE(boardOfAll(desk).size(), 20U);
    }
}

TEST(Sample, IsWrittenInTheOrderOfTime) {
    const auto department = sampleOn(Date(2026, 11, 24));
    store::Book book(department->database());
    const auto changes = book.changes(0, store::NOW, 100'000);
    for (std::size_t i = 1; i < changes.size(); ++i) EXPECT_GE(changes[i - 1].head.at, changes[i].head.at) << changes[i].number;
    // What was known before the second cohort's first log is nothing of its logs.
    Desk desk = deskOf(*department, SAMPLE_MANAGER);
    desk.asOf = book.asOf(desk.clock.at(Date(2026, 11, 13), TimeOfDay(23, 0)));
    for (const auto& row : boardOfAll(desk))
        if (row.record.cohort.start == Date(2026, 11, 12)) {
            EXPECT_EQ(row.facts.daysMentored, 0) << row.name;
        }
}

TEST(Sample, IsTheSameAtEveryTelling) {
    const auto one = sampleOn(Date(2026, 11, 24)), other = sampleOn(Date(2026, 11, 24));
    EXPECT_EQ(store::Book(one->database()).last(), store::Book(other->database()).last());
    Desk a = deskOf(*one, SAMPLE_MANAGER), b = deskOf(*other, SAMPLE_MANAGER);
    const auto left = boardOfAll(a), right = boardOfAll(b);
    ASSERT_EQ(left.size(), right.size());
    std::multiset<std::string> leftNames, rightNames;
    for (const auto& row : left) leftNames.insert(row.name + std::to_string(row.readiness.steps.size()));
    for (const auto& row : right) rightNames.insert(row.name + std::to_string(row.readiness.steps.size()));
    EXPECT_EQ(leftNames, rightNames);
}

} // namespace
} // namespace fledgling::app::test
