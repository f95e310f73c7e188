#include "app/Department.h"
#include "app/roll/Roll.h"
#include "bench/Ground.h"
#include "bench/Times.h"
#include "store/AttendanceStore.h"
#include "store/CohortStore.h"
#include "store/Hash.h"
#include "store/PeopleStore.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <stdexcept>
#include <vector>

namespace {

using namespace fledgling;
using namespace fledgling::store;
using domain::MarkKind;
using domain::Minutes;
using bench::median;
using bench::taken;

ChangeHead head() {
    static const std::string WHO = randomUuid();
    ChangeHead one;
    one.command = domain::CommandId(randomUuid());
    one.who = domain::PersonId(WHO);
    one.at = {1'795'000'000'000};
    one.localDate = domain::Date(2026, 11, 24);
    one.zone = "+08:00";
    one.verb = "mark";
    return one;
}

/// A roll: the cells are every session with every trainee.
struct Roll {
    std::vector<domain::SessionId> sessions;
    std::vector<domain::PersonId> trainees;
    domain::Person trainer;
    std::size_t next = 0;

    [[nodiscard]] std::pair<domain::SessionId, domain::PersonId> cell() {
        const auto at = next++;
        return {sessions[at / trainees.size() % sessions.size()], trainees[at % trainees.size()]};
    }
};

const domain::Date DAY(2026, 11, 24);

domain::Person personOf(const std::string& name, domain::Role role) {
    domain::Person person;
    person.id = domain::PersonId(randomUuid());
    person.card = {name, "00" + name, "", ""};
    person.roles = {role};
    person.posts = {domain::Post::Agent};
    return person;
}

Roll layRoll(Database& database, int sessions, int trainees) {
    Roll roll;
    std::vector<Fact> facts;
    const auto add = [&](const domain::Person& person) {
        for (auto& fact : PeopleStore::facts(person))
            facts.push_back(std::move(fact));
    };
    roll.trainer = personOf("讲师", domain::Role::Trainer);
    add(roll.trainer);
    domain::Cohort cohort;
    cohort.id = domain::CohortId(randomUuid());
    cohort.name = "A";
    facts.push_back(CohortStore::fact(cohort));
    for (int i = 0; i < trainees; ++i) {
        const auto person = personOf("吴敏", domain::Role::Trainee);
        add(person);
        facts.push_back(CohortStore::fact(domain::Member{cohort.id, person.id, DAY, {}, ""}));
        roll.trainees.push_back(person.id);
    }
    for (int i = 0; i < sessions; ++i) {
        domain::Session session;
        session.id = domain::SessionId(randomUuid());
        session.cohort = cohort.id;
        session.day = DAY;
        session.hours = domain::Hours(domain::TimeOfDay(7, 0), domain::TimeOfDay(11, 30));
        facts.push_back(CohortStore::fact(session));
        roll.sessions.push_back(session.id);
    }
    Book(database).append(head(), facts);
    return roll;
}

domain::Mark lateBy(std::size_t minutes) {
    return {MarkKind::Late, Minutes(1 + static_cast<std::int64_t>(minutes % 30))};
}

/// The same change and mark written by nothing but SQLite's own interface: the same pragmas, tables and
/// triggers, four statements prepared once.
class BareWriter {
public:
    explicit BareWriter(const std::string& path) {
        require(sqlite3_open(path.c_str(), &m_file));
        for (const char* one :
             {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
              "PRAGMA foreign_keys=ON", "PRAGMA recursive_triggers=ON", "PRAGMA trusted_schema=OFF",
              "PRAGMA cell_size_check=ON", "PRAGMA secure_delete=ON"})
            require(sqlite3_exec(m_file, one, nullptr, nullptr, nullptr));
        m_begin = prepare("BEGIN IMMEDIATE");
        m_change = prepare(
            "INSERT INTO change (number, command, who, at, local_date, zone, verb, why, undoes, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        m_mark = prepare("INSERT INTO mark (change, line, saw, absent, session, trainee, kind, minutes) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        m_commit = prepare("COMMIT");
    }
    ~BareWriter() {
        for (auto* one : {m_begin, m_change, m_mark, m_commit})
            sqlite3_finalize(one);
        sqlite3_close(m_file);
    }
    BareWriter(const BareWriter&) = delete;
    BareWriter& operator=(const BareWriter&) = delete;

    void write(ChangeNumber number, const ChangeHead& one, const std::string& hash, ChangeNumber saw,
               const std::pair<domain::SessionId, domain::PersonId>& cell, const domain::Mark& mark) {
        run(m_begin, {});
        run(m_change, {number, one.command.text(), one.who.text(), one.at.ms, one.localDate.iso(), one.zone,
                       one.verb, one.why, one.undoes, hash});
        run(m_mark, {number, std::int64_t{1}, saw, std::int64_t{0}, cell.first.text(), cell.second.text(),
                     std::string(keyOf(mark.kind)), mark.minutes.count()});
        run(m_commit, {});
    }

private:
    void require(int code) const {
        if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(m_file));
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        require(sqlite3_prepare_v2(m_file, sql, -1, &statement, nullptr));
        return statement;
    }
    void run(sqlite3_stmt* statement, const std::vector<Value>& values) const {
        int at = 0;
        for (const auto& value : values) {
            ++at;
            if (const auto* number = std::get_if<std::int64_t>(&value))
                sqlite3_bind_int64(statement, at, *number);
            else if (const auto* text = std::get_if<std::string>(&value))
                sqlite3_bind_text(statement, at, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
        }
        require(sqlite3_step(statement));
        require(sqlite3_reset(statement));
    }

    sqlite3* m_file = nullptr;
    sqlite3_stmt* m_begin = nullptr;
    sqlite3_stmt* m_change = nullptr;
    sqlite3_stmt* m_mark = nullptr;
    sqlite3_stmt* m_commit = nullptr;
};

/// A durable mark against the same rows through the bare interface. Both write in turns into files of their
/// own, so that whatever else the disk does falls on both; the counter "ratio" is of the medians.
template <class Mark>
void durableMark(benchmark::State& state, Mark markWith) {
    const auto file = [name = randomUuid()](const char* what) { return bench::ground().file(name + what); };
    Database database(file("book.db"), Database::Mode::Create);
    Roll roll = layRoll(database, 600, 20);
    Roll bareRoll;
    {
        Database other(file("bare.db"), Database::Mode::Create);
        bareRoll = layRoll(other, 600, 20);
    }
    BareWriter bare(file("bare.db"));
    const auto mark = markWith(database, roll);
    std::vector<double> ours, theirs;
    for (auto _ : state) {
        const auto wanted = lateBy(roll.next);
        const auto cell = roll.cell();
        ours.push_back(taken([&] { mark(cell, wanted); }));
        const auto bareCell = bareRoll.cell();
        const auto number = static_cast<ChangeNumber>(bareRoll.next) + 1;
        const std::string hash = std::string(48, '0') + std::to_string(1'000'000'000'000'000 + number);
        theirs.push_back(taken([&] { bare.write(number, head(), hash, 0, bareCell, wanted); }));
        state.SetIterationTime(ours.back());
    }
    state.counters["bare_us"] = median(theirs) * 1e6;
    state.counters["ours_us"] = median(ours) * 1e6;
    state.counters["ratio"] = median(ours) / median(theirs);
}

using Cell = std::pair<domain::SessionId, domain::PersonId>;

/// Issue 2, section 11: through verb, store and book.
void durableMarkByVerb(benchmark::State& state) {
    durableMark(state, [](Database& database, const Roll& roll) {
        struct Desk {
            app::Events events;
            app::UndoList undo;
            app::CourseShelf shelf;
            app::Desk desk;
            Desk(Database& where, const domain::Person& trainer)
                : shelf(where), desk{where, trainer, {}, randomUuid, events, undo, shelf} {
                desk.clock.now = [clock = app::Clock()] { return clock.at(DAY, domain::TimeOfDay(9, 0)); };
            }
        };
        return [desk = std::make_shared<Desk>(database, roll.trainer)](const Cell& cell,
                                                                       const domain::Mark& wanted) {
            app::mark(desk->desk, cell.first, cell.second, wanted, ChangeNumber{0});
        };
    });
}
BENCHMARK(durableMarkByVerb)->UseManualTime()->Iterations(4000)->Unit(benchmark::kMicrosecond);

/// The same through the book alone, without the verb's reads.
void durableMarkByBook(benchmark::State& state) {
    durableMark(state, [](Database& database, const Roll&) {
        return [&database](const Cell& cell, const domain::Mark& wanted) {
            Book(database).append(head(),
                                  {AttendanceStore::fact(cell.first, cell.second, wanted, ChangeNumber{0})});
        };
    });
}
BENCHMARK(durableMarkByBook)->UseManualTime()->Iterations(4000)->Unit(benchmark::kMicrosecond);

/// A department with that many marks, one change each, kept for all benchmarks that ask for it.
struct Department {
    Database database{":memory:", Database::Mode::Create};
    Roll roll;

    explicit Department(int marks) {
        roll = layRoll(database, std::max(20, marks / 20), 20);
        Book book(database);
        Book::Transaction transaction(database);
        for (int i = 0; i < marks; ++i) {
            const auto mark = lateBy(roll.next);
            const auto [session, trainee] = roll.cell();
            book.append(head(), {AttendanceStore::fact(session, trainee, mark)});
        }
        transaction.commit();
    }
};

void verifyBook(benchmark::State& state) {
    Department department(static_cast<int>(state.range(0)));
    Book book(department.database);
    for (auto _ : state) {
        const auto verified = book.verify();
        if (!verified.good()) state.SkipWithError("the book is damaged");
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(verifyBook)->Arg(20'000)->Arg(200'000)->Iterations(1)->Unit(benchmark::kMillisecond);

/// The marks of one session and the freshness poll, with 2,000 marks in the book and with 200,000: the
/// counter "ratio" is of the second to the first.
template <class Ask>
void withHistory(benchmark::State& state, Ask ask) {
    static Department small(2'000), large(200'000);
    std::vector<double> before, after;
    for (auto _ : state) {
        before.push_back(taken([&] { ask(small); }));
        after.push_back(taken([&] { ask(large); }));
        state.SetIterationTime(after.back());
    }
    state.counters["ratio"] = median(after) / median(before);
}

void rollOfOneSession(benchmark::State& state) {
    withHistory(state, [](Department& one) {
        benchmark::DoNotOptimize(AttendanceStore(one.database).marksIn(one.roll.sessions[7]));
    });
}
BENCHMARK(rollOfOneSession)->UseManualTime()->Iterations(2000)->Unit(benchmark::kMicrosecond);

void freshnessPoll(benchmark::State& state) {
    withHistory(state, [](Department& one) { benchmark::DoNotOptimize(Book(one.database).last()); });
}
BENCHMARK(freshnessPoll)->UseManualTime()->Iterations(5000)->Unit(benchmark::kMicrosecond);

} // namespace
