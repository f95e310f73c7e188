#include "app/Department.h"
#include "app/mentoring/MentoringToDo.h"
#include "app/readiness/Readiness.h"
#include "bench/Times.h"
#include "format/FileTree.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/MentoringStore.h"
#include "store/PeopleStore.h"

#include <benchmark/benchmark.h>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>

namespace {

using namespace fledgling;
using namespace fledgling::domain;
using namespace fledgling::store;

const Date TODAY = Date::of("2026-11-25");
constexpr int TRAINEES = 12;

/// A department whose newest cohort is being mentored; the others are through.
class History {
public:
    explicit History(int cohorts) : m_database(":memory:", Database::Mode::Create), m_shelf(m_database) {
        const auto package =
            format::readPackage(std::filesystem::path(FLEDGLING_SOURCE) / "courses" / "customer-service");
        if (!package.files) throw std::runtime_error("the course that comes with the program can't be read");
        add(CohortStore::facts({"customer-service", "2026.1", "course", "digest"}, package.files->files()));
        for (int i = 0; i < 8; ++i)
            m_mentors.push_back(addPerson("Mentor", {Role::Mentor}));
        const auto manager = addPerson("Manager", {Role::Manager});
        write();
        m_course = &m_shelf.course("customer-service", "2026.1");
        for (int i = cohorts - 1; i >= 0; --i)
            addCohort(TODAY.plusDays(-9 - 7 * i), i > 0);
        app::Clock clock;
        clock.now = [clock] { return clock.at(TODAY, TimeOfDay(9, 0)); };
        m_desk = std::make_unique<app::Desk>(app::Desk{m_database, *PeopleStore(m_database).person(manager),
                                                       clock, app::freshId, m_events, m_undo, m_shelf});
    }
    app::Desk& desk() { return *m_desk; }
    [[nodiscard]] const CohortId& newest() const { return m_newest; }

private:
    void add(std::vector<Fact> facts) {
        for (auto& fact : facts)
            m_facts.push_back(std::move(fact));
    }
    void write() {
        ChangeHead head;
        head.command = CommandId(app::freshId());
        head.localDate = TODAY;
        head.zone = "+08:00";
        head.verb = "history";
        Book(m_database).append(head, m_facts);
        m_facts.clear();
    }
    PersonId addPerson(const std::string& name, const std::set<Role>& roles) {
        Person person;
        person.id = PersonId(app::freshId());
        person.card.name = name;
        person.roles = roles;
        person.posts = {Post::Agent};
        person.capacity = roles.contains(Role::Mentor) ? 20 : 0;
        add(PeopleStore::facts(person));
        return person.id;
    }
    void addCohort(Date start, bool through) {
        const Cohort cohort{
            CohortId(app::freshId()), "cohort " + start.iso(), "customer-service", "2026.1", start, {}};
        add({CohortStore::fact(cohort)});
        std::vector<SessionId> sessions;
        int half = 0;
        for (const auto& day : m_course->days)
            for (const auto& taught : day.sessions) {
                sessions.emplace_back(app::freshId());
                add({CohortStore::fact(Session{sessions.back(),
                                               cohort.id,
                                               taught.id,
                                               start.plusDays(half++ / 2),
                                               m_course->hoursOf(taught),
                                               "Room",
                                               {}})});
            }
        for (int i = 0; i < TRAINEES; ++i)
            addTrainee(cohort, sessions, m_mentors[static_cast<std::size_t>(i) % m_mentors.size()], through);
        write();
        m_newest = cohort.id;
    }
    void addTrainee(const Cohort& cohort, const std::vector<SessionId>& sessions, const PersonId& mentor,
                    bool through) {
        const auto trainee = addPerson("Trainee", {Role::Trainee});
        add({CohortStore::fact(Member{cohort.id, trainee, cohort.start, std::nullopt, ""})});
        for (const auto& session : sessions)
            add({AttendanceStore::fact(session, trainee, Mark{MarkKind::Present, Minutes(0)})});
        const Date since = cohort.start.plusDays(3);
        add({MentoringStore::fact(
            Pair{trainee, mentor, since, through ? std::optional(since.plusDays(14)) : std::nullopt, ""})});
        LogId entry;
        for (int day = 0; day < 10; ++day) {
            entry = LogId(app::freshId());
            add({MentoringStore::fact(LogEntry{entry,
                                               trainee,
                                               mentor,
                                               since.plusDays(day),
                                               {"greeting"},
                                               SkillLevel::Alone,
                                               "went well",
                                               "",
                                               ""})});
        }
        for (const auto* skill : m_course->skillsFor(Post::Agent))
            add({MentoringStore::fact(SkillSign{trainee, skill->id, SkillLevel::Alone, entry, mentor, ""})});
        for (const auto& rule : m_course->acknowledge)
            add({MentoringStore::fact(Acknowledgement{trainee, cohort.course, rule.file, cohort.version,
                                                      app::digestOf(rule), since, 0})});
        if (through)
            add({MentoringStore::fact(
                Decision{trainee, DecisionKind::Approve, "ready", std::nullopt, {}, {}, 1})});
    }

    Database m_database;
    app::Events m_events;
    app::UndoList m_undo;
    app::CourseShelf m_shelf;
    const Course* m_course = nullptr;
    std::vector<PersonId> m_mentors;
    std::vector<Fact> m_facts;
    CohortId m_newest;
    std::unique_ptr<app::Desk> m_desk;
};

History& history(int cohorts) {
    static std::map<int, std::unique_ptr<History>> made;
    auto& slot = made[cohorts];
    if (!slot) slot = std::make_unique<History>(cohorts);
    return *slot;
}

/// Both sides in turns of ten, so that a slow moment of the machine falls on both and neither pays for the
/// other's caches; the ratio of their medians.
void compare(benchmark::State& state, const std::function<void(History&)>& ask) {
    constexpr int TURN = 10;
    History& one = history(1);
    History& hundred = history(100);
    std::vector<double> small, large;
    for (auto _ : state) {
        for (int i = 0; i < TURN; ++i)
            small.push_back(bench::taken([&] { ask(one); }));
        for (int i = 0; i < TURN; ++i)
            large.push_back(bench::taken([&] { ask(hundred); }));
        state.SetIterationTime(large.back());
    }
    state.counters["ms_1x"] = bench::median(small) * 1e3;
    state.counters["ms_100x"] = bench::median(large) * 1e3;
    state.counters["ratio"] = bench::median(large) / bench::median(small);
}

/// Issue 2: the board of one cohort with 1 and with 100 times the history: 1.2 or less.
void readinessBoard(benchmark::State& state) {
    compare(state, [](History& all) { benchmark::DoNotOptimize(app::board(all.desk(), all.newest())); });
}
BENCHMARK(readinessBoard)->UseManualTime()->Iterations(40)->Unit(benchmark::kMillisecond);

/// What the manager's home page asks: it watches the cohorts of the last 45 days, so it grows to those and no
/// further.
void managerHome(benchmark::State& state) {
    compare(state, [](History& all) { benchmark::DoNotOptimize(app::managerToDo(all.desk(), "en")); });
}
BENCHMARK(managerHome)->UseManualTime()->Iterations(5)->Unit(benchmark::kMillisecond);

} // namespace
