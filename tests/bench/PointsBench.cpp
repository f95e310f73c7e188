#include "app/Department.h"
#include "app/chats/ChatReviews.h"
#include "app/chats/PointsView.h"
#include "bench/Ground.h"
#include "bench/Times.h"
#include "format/FileTree.h"
#include "store/CohortStore.h"
#include "store/Hash.h"
#include "store/PeopleStore.h"
#include "store/chats/ChatStore.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace {

using namespace fledgling;
using namespace fledgling::domain;
using namespace fledgling::store;

constexpr int PEOPLE = 200, DAYS = 26, CHATS = 20;

/// The largest department there is: every day of October 200 people's twenty chats, a tenth of them failing;
/// on disk, since what a keystroke costs is the disk.
class Month104k {
public:
    Month104k() : m_path(bench::ground().file("points.fledgling")) {
        m_database = std::make_unique<Database>(m_path, Database::Mode::Create);
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
        sitDown();
    }
    Month104k(const Month104k&) = delete;
    Month104k& operator=(const Month104k&) = delete;

    app::Desk& desk() { return *m_desk; }
    /// Leaves the file to another program: one has it at a time.
    template <class Action>
    void handedOver(Action action) {
        m_desk.reset();
        m_shelf.reset();
        m_database.reset();
        action(m_path);
        m_database = std::make_unique<Database>(m_path, Database::Mode::OpenExisting);
        sitDown();
    }
    [[nodiscard]] const std::vector<PersonId>& agents() const { return m_agents; }

private:
    void sitDown() {
        m_shelf = std::make_unique<app::CourseShelf>(*m_database);
        app::Clock clock;
        clock.now = [clock] { return clock.at(Date(2026, 10, 27), TimeOfDay(9, 0)); };
        m_desk =
            std::make_unique<app::Desk>(app::Desk{*m_database, *PeopleStore(*m_database).person(m_reader),
                                                  clock, app::freshId, m_events, m_undo, *m_shelf});
    }
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

    std::string m_path;
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

/// Issue 3, section 6: everybody's points out of 104,000 readings, in this process: 2 s.
void monthOfPoints(benchmark::State& state) {
    auto& desk = month().desk();
    for (auto _ : state)
        if (app::pointsOf(desk, Month(Date(2026, 10, 1))).size() != PEOPLE)
            state.SkipWithError("people are missing");
}
BENCHMARK(monthOfPoints)->Unit(benchmark::kMillisecond);

/// The same from the command line, from the program's start to its end.
void monthFromTheTerminal(benchmark::State& state) {
    std::vector<double> times;
    try {
        month().handedOver([&](const std::string& file) {
            const auto command = "'" + std::string(FLEDGLING_BIN) + "/fledgling-cli' --db '" + file +
                                 "' --as 1 points team --month 2026-10";
            for (auto _ : state) {
                std::string said;
                times.push_back(bench::taken([&] { said = bench::saidBy(command); }));
                state.SetIterationTime(times.back());
                if (std::count(said.begin(), said.end(), '\n') < PEOPLE) throw std::runtime_error("people are missing");
            }
        });
    } catch (const std::exception& error) {
        return state.SkipWithError(error.what());
    }
    state.counters["median_ms"] = bench::median(times) * 1e3;
}
BENCHMARK(monthFromTheTerminal)->UseManualTime()->Iterations(7)->Unit(benchmark::kMillisecond);

/// Keeps a reading with the verb, again and again, and gives the median time until it is on disk and `after` was done;
/// every time another person's next chat of that day.
template <class After>
void keepReadings(benchmark::State& state, Date day, const char* fault, After after) {
    auto& one = month();
    int next = 0;
    std::vector<double> times;
    for (auto _ : state) {
        ChatReview review;
        review.chat = {one.agents()[static_cast<std::size_t>(next) % PEOPLE], day, 1 + next / PEOPLE % CHATS};
        ++next;
        if (*fault != '\0') review.faults.push_back({fault, "none " + std::to_string(next), ""});
        times.push_back(bench::taken([&] {
            app::reviewChat(one.desk(), review);
            after(one.desk(), review.chat.agent);
        }));
        state.SetIterationTime(times.back());
    }
    state.counters["median_ms"] = bench::median(times) * 1e3;
}

/// Issue 3, section 6: a day's change, a reading kept and the person's ledger reckoned anew: 50 ms.
void changeOfADay(benchmark::State& state) {
    const Date day(2026, 10, 27);
    keepReadings(state, day, "", [&](app::Desk& desk, const PersonId& agent) {
        benchmark::DoNotOptimize(app::pointsOf(desk, Month(day), agent));
    });
}
BENCHMARK(changeOfADay)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(400);

/// Issue 3, section 6: a keystroke of the review sheet until it is on disk, verb and commit: 16 ms, the median.
void reviewKeystroke(benchmark::State& state) {
    keepReadings(state, Date(2026, 10, 25), "greeting", [](app::Desk&, const PersonId&) {});
}
BENCHMARK(reviewKeystroke)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(400);

} // namespace
