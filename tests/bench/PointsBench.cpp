#include "app/Department.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/PointsView.h"
#include "format/FileTree.h"
#include "store/CohortStore.h"
#include "store/Hash.h"
#include "store/PeopleStore.h"
#include "store/chats/ChatStore.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace {

using namespace fledgling;
using namespace fledgling::domain;
using namespace fledgling::store;

constexpr int PEOPLE = 200, DAYS = 26, CHATS = 20;

/// The largest department there is: every day of October 200 people's twenty chats, a tenth of them failing;
/// on disk, since what a keystroke costs is the disk. Kept beside the build: FLEDGLING_POINTS_FILE names it
/// for other programs.
class Month104k {
public:
    Month104k()
        : m_path(std::filesystem::path(FLEDGLING_BIN) / ("points-bench-" + randomUuid() + ".fledgling")) {
        m_database = std::make_unique<Database>(m_path.string(), Database::Mode::Create);
        m_shelf = std::make_unique<app::CourseShelf>(*m_database);
        const auto package =
            format::readPackage(std::filesystem::path(FLEDGLING_SOURCE) / "courses" / "customer-service");
        if (!package.files) throw std::runtime_error("the course that comes with the program can't be read");
        write(CohortStore::facts({"customer-service", "2026.1", "course", "digest"}, package.files->files()));
        std::vector<Fact> facts;
        m_reader = addPerson("Reader", {Role::Supervisor, Role::Manager}, facts, "1");
        for (int i = 0; i < PEOPLE; ++i)
            m_agents.push_back(addPerson("Agent", {Role::Mentor}, facts, ""));
        write(facts);
        for (int day = 1; day <= DAYS; ++day)
            for (const auto& agent : m_agents)
                write(sheet(agent, Date(2026, 10, static_cast<unsigned>(day))));
        app::Clock clock;
        clock.now = [clock] { return clock.at(Date(2026, 10, 27), TimeOfDay(9, 0)); };
        m_desk =
            std::make_unique<app::Desk>(app::Desk{*m_database, *PeopleStore(*m_database).person(m_reader),
                                                  clock, app::freshId, m_events, m_undo, *m_shelf});
    }
    ~Month104k() {
        m_desk.reset();
        m_shelf.reset();
        m_database.reset();
        std::error_code gone;
        if (const char* kept = std::getenv("FLEDGLING_POINTS_FILE"))
            std::filesystem::rename(m_path, kept, gone);
        else
            std::filesystem::remove(m_path, gone);
    }
    Month104k(const Month104k&) = delete;
    Month104k& operator=(const Month104k&) = delete;

    app::Desk& desk() { return *m_desk; }
    [[nodiscard]] const std::vector<PersonId>& agents() const { return m_agents; }

private:
    void write(const std::vector<Fact>& facts) {
        ChangeHead head;
        head.command = CommandId(app::freshId());
        head.who = m_reader;
        head.localDate = Date(2026, 10, 1);
        head.zone = "+08:00";
        head.verb = "review-chat";
        Book(*m_database).append(head, facts);
    }
    static PersonId addPerson(const std::string& name, const std::set<Role>& roles, std::vector<Fact>& into,
                              const std::string& number) {
        Person person;
        person.id = PersonId(app::freshId());
        person.card = {name, number, "", ""};
        person.roles = roles;
        person.posts = {Post::Agent};
        person.capacity = 1;
        for (auto& fact : PeopleStore::facts(person))
            into.push_back(std::move(fact));
        return person.id;
    }
    std::vector<Fact> sheet(const PersonId& agent, Date day) {
        std::vector<Fact> facts;
        for (int number = 1; number <= CHATS; ++number) {
            ChatReview review;
            review.chat = {agent, day, number};
            review.course = "customer-service";
            review.version = "2026.1";
            if (++m_count % 10 == 0) review.faults.push_back({"closing", "cut off", "bye"});
            for (auto& fact : ChatStore::facts(review))
                facts.push_back(std::move(fact));
        }
        return facts;
    }

    std::filesystem::path m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<app::CourseShelf> m_shelf;
    app::Events m_events;
    app::UndoList m_undo;
    PersonId m_reader;
    std::vector<PersonId> m_agents;
    std::unique_ptr<app::Desk> m_desk;
    int m_count = 0;
};

Month104k& month() {
    static Month104k one;
    return one;
}

/// Everybody's points out of 104,000 readings.
void monthOfPoints(benchmark::State& state) {
    auto& desk = month().desk();
    for (auto _ : state)
        if (app::pointsOf(desk, Month(Date(2026, 10, 1))).size() != PEOPLE)
            state.SkipWithError("people are missing");
}
BENCHMARK(monthOfPoints)->Unit(benchmark::kMillisecond);

/// A reading kept and the person's ledger reckoned anew.
void changeOfADay(benchmark::State& state) {
    auto& one = month();
    int next = 0;
    for (auto _ : state) {
        ChatReview review;
        review.chat = {one.agents()[static_cast<std::size_t>(next) % PEOPLE], Date(2026, 10, 27),
                       1 + next / PEOPLE % CHATS};
        ++next;
        app::reviewChat(one.desk(), review);
        benchmark::DoNotOptimize(app::pointsOf(one.desk(), Month(review.chat.day), review.chat.agent));
    }
}
BENCHMARK(changeOfADay)->Unit(benchmark::kMillisecond)->Iterations(400);

/// Space in the sheet: the verb and its commit on disk.
void reviewKeystroke(benchmark::State& state) {
    auto& one = month();
    int next = 0;
    for (auto _ : state) {
        ChatReview review;
        review.chat = {one.agents()[static_cast<std::size_t>(next) % PEOPLE], Date(2026, 10, 25),
                       1 + next / PEOPLE % CHATS};
        review.faults.push_back({"greeting", "none " + std::to_string(next++), ""});
        app::reviewChat(one.desk(), review);
    }
}
BENCHMARK(reviewKeystroke)->Unit(benchmark::kMillisecond)->Iterations(400);

} // namespace
