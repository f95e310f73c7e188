#include "app/today/ToDoKeys.h"

#include "app/Department.h"
#include "app/history/CellHistory.h"
#include "app/sample/Sample.h"
#include "app/today/TodayView.h"
#include "support/Here.h"

#include <gtest/gtest.h>
#include <memory>
#include <set>

namespace fledgling::app::test {
namespace {

using namespace domain;

class ToDoKeys : public testing::Test {
protected:
    ToDoKeys() {
        Clock clock;
        const auto moment = clock.at(Date(2026, 11, 24), TimeOfDay(9, 0));
        clock.now = [moment] { return moment; };
        const auto here = fledgling::test::source();
        department = createSample(":memory:", {(here / "assets").string(), (here / "courses").string()}, clock);
    }
    std::vector<CellLine> historyOf(Desk& desk, const std::vector<BookKey>& keys) {
        return CellHistory(desk, "en", english()).load(keys);
    }
    std::unique_ptr<Department> department;
};

TEST_F(ToDoKeys, WhoReadsALineMayReadWhatItRestsOn) {
    std::set<ToDoKind> told;
    for (const auto& person : department->people()) {
        if (person.retired) continue;
        auto desk = department->deskFor(person.id);
        for (const Role role : person.roles)
            for (const auto& todo : roleToDo(desk, role, "en")) {
                SCOPED_TRACE(person.card.name + ": " + sentence(todo, desk.today(), english()));
                ASSERT_NO_THROW({
                    if (!historyOf(desk, keysBehind(desk, todo)).empty()) told.insert(todo.kind);
                });
            }
    }
    for (const auto kind : {ToDoKind::ComingSession, ToDoKind::WriteLog, ToDoKind::MentorLoad, ToDoKind::NextSession})
        EXPECT_TRUE(told.contains(kind)) << static_cast<int>(kind);
}

TEST_F(ToDoKeys, APieceOfNewsIsTheChangeThatWroteIt) {
    auto desk = department->deskFor(department->find(SAMPLE_MANAGER).front().id);
    const auto news = newsSince(desk, firstNewsSince(desk), 20);
    ASSERT_FALSE(news.empty());
    std::size_t found = 0;
    for (const auto& one : news)
        for (const auto& line : historyOf(desk, keysBehind(desk, one)))
            if (line.change == one.change) {
                ++found;
                break;
            }
    EXPECT_GT(found, news.size() / 2);
}

TEST_F(ToDoKeys, ManyInOneLineRestOnNothingOfTheirOwn) {
    auto desk = department->deskFor(department->find(SAMPLE_MANAGER).front().id);
    ToDo rest;
    rest.kind = ToDoKind::DecideGoLive;
    EXPECT_TRUE(keysBehind(desk, rest).empty());
}

} // namespace
} // namespace fledgling::app::test
