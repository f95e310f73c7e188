#include "app/Department.h"
#include "app/person/PersonView.h"
#include "app/readiness/Readiness.h"
#include "app/readiness/ReadinessView.h"
#include "app/roll/RollView.h"
#include "bench/BigDepartment.h"
#include "bench/Ground.h"
#include "bench/Times.h"
#include "store/CohortStore.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <set>
#include <stdexcept>

namespace {

using namespace fledgling;
using namespace fledgling::domain;
using bench::median;
using bench::taken;

/// The person shown began so many cohorts ago, nearly a year.
constexpr int COHORTS_AGO = 24;
constexpr int COHORT = 8;
/// The past moment and the past day that are shown.
constexpr int DAYS_BACK = 14;
constexpr int FIRST_NUMBER = 100000;

/// A department of that many cohorts with chats read of everybody, open as the manager has it; on disk.
class OpenYears {
public:
    explicit OpenYears(int cohorts)
        : m_department(app::Department::open(bench::ground().department(cohorts, bench::DAYS_READ))),
          m_desk(m_department->deskFor(withNumber(1))),
          m_person(withNumber(FIRST_NUMBER + (cohorts - COHORTS_AGO) * COHORT)) {
        for (const auto& member : store::CohortStore(m_department->database()).membersSince(Date(1, 1, 1)))
            m_trainees.insert(member.trainee);
    }
    [[nodiscard]] const app::Desk& desk() const { return m_desk; }
    [[nodiscard]] const PersonId& person() const { return m_person; }
    [[nodiscard]] const std::set<PersonId>& trainees() const { return m_trainees; }

private:
    PersonId withNumber(int number) {
        auto text = std::to_string(number);
        text.insert(0, number < FIRST_NUMBER ? 5 - text.size() : 0, '0');
        const auto found = m_department->find(text);
        if (found.empty()) throw std::runtime_error("nobody has the number " + text);
        return found.front().id;
    }

    std::unique_ptr<app::Department> m_department;
    app::Desk m_desk;
    PersonId m_person;
    std::set<PersonId> m_trainees;
};

OpenYears& years(int cohorts) {
    (void)bench::ground(); // made before what stands on it, it goes after that
    static std::map<int, std::unique_ptr<OpenYears>> made;
    auto& slot = made[cohorts];
    if (!slot) slot = std::make_unique<OpenYears>(cohorts);
    return *slot;
}

using Open = void (*)(app::Desk& desk, const OpenYears& all);

void personPage(app::Desk& desk, const OpenYears& all) {
    app::PersonView view(desk, "zh_CN", app::english(), all.person());
    view.load();
    if (view.entries().empty()) throw std::runtime_error("the page is empty");
}

void board(app::Desk& desk, const OpenYears&) {
    app::ReadinessView view(desk, "zh_CN");
    view.load();
    if (view.rows().empty()) throw std::runtime_error("the board is empty");
}

void matrix(app::Desk& desk, const OpenYears&) {
    app::RollView view(desk, "zh_CN");
    view.show({});
    if (view.rows().empty()) throw std::runtime_error("the matrix is empty");
}

/// How every person of the year stood, on one board.
void boardOfEverybody(app::Desk& desk, const OpenYears& all) {
    if (app::boardOf(desk, app::recordsOfPeople(desk, all.trainees())).empty())
        throw std::runtime_error("the board is empty");
}

/// Issue 4, section 6: a page on ten years of records (2,000 people, 2 million lines of the book) against the same page
/// on one year; in turns, so that a slow moment of the machine falls on both. Making the ten years takes minutes.
void tenYears(benchmark::State& state, Open open) {
    constexpr int TURN = 5;
    std::vector<double> one, ten;
    try {
        app::Desk small = years(bench::ONE_YEAR).desk(), large = years(bench::TEN_YEARS).desk();
        const auto ask = [&](app::Desk& desk, int cohorts) {
            return taken([&] { open(desk, years(cohorts)); });
        };
        ask(small, bench::ONE_YEAR); // reads the course
        ask(large, bench::TEN_YEARS);
        for (auto _ : state) {
            for (int i = 0; i < TURN; ++i)
                one.push_back(ask(small, bench::ONE_YEAR));
            for (int i = 0; i < TURN; ++i)
                ten.push_back(ask(large, bench::TEN_YEARS));
            state.SetIterationTime(ten.back());
        }
    } catch (const std::exception& error) {
        return state.SkipWithError(error.what());
    }
    state.counters["one_ms"] = median(one) * 1e3;
    state.counters["ten_ms"] = median(ten) * 1e3;
    state.counters["ratio"] = median(ten) / median(one);
}

/// Issue 4, section 2: a year of data as it was known at a past moment, and a past day as it is known today. Finding the
/// moment in the book is part of it.
enum class Reading { AsKnownThen, AsKnownToday };

void aYearAsOf(benchmark::State& state, Open open, Reading reading) {
    std::vector<double> times;
    try {
        OpenYears& all = years(bench::ONE_YEAR);
        const auto ask = [&] {
            app::Desk desk = all.desk();
            const Date day = desk.today().plusDays(-DAYS_BACK);
            if (reading == Reading::AsKnownToday)
                desk.day = day;
            else
                desk.asOf = store::Book(desk.database).asOf(desk.clock.at(day, TimeOfDay(18, 0)));
            open(desk, all);
        };
        ask();
        for (auto _ : state) {
            times.push_back(taken(ask));
            state.SetIterationTime(times.back());
        }
    } catch (const std::exception& error) {
        return state.SkipWithError(error.what());
    }
    state.counters["median_ms"] = median(times) * 1e3;
}

#define FLEDGLING_TEN_YEARS(name, open) \
    BENCHMARK_CAPTURE(tenYears, name, open)->UseManualTime()->Iterations(8)->Unit(benchmark::kMillisecond)
FLEDGLING_TEN_YEARS(person, personPage);
FLEDGLING_TEN_YEARS(board, board);
FLEDGLING_TEN_YEARS(matrix, matrix);

#define FLEDGLING_AS_OF(name, open, reading) \
    BENCHMARK_CAPTURE(aYearAsOf, name, open, reading)->UseManualTime()->Iterations(15)->Unit(benchmark::kMillisecond)
FLEDGLING_AS_OF(person_then, personPage, Reading::AsKnownThen);
FLEDGLING_AS_OF(person_today, personPage, Reading::AsKnownToday);
FLEDGLING_AS_OF(board_then, board, Reading::AsKnownThen);
FLEDGLING_AS_OF(board_today, board, Reading::AsKnownToday);
FLEDGLING_AS_OF(matrix_then, matrix, Reading::AsKnownThen);
FLEDGLING_AS_OF(matrix_today, matrix, Reading::AsKnownToday);
FLEDGLING_AS_OF(everybody_then, boardOfEverybody, Reading::AsKnownThen);
FLEDGLING_AS_OF(everybody_today, boardOfEverybody, Reading::AsKnownToday);

} // namespace
