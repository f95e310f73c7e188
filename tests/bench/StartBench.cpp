#include "bench/BigDepartment.h"
#include "bench/Ground.h"
#include "bench/Times.h"

#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace fledgling;

/// A home of its own for the programs measured.
void giveHome() {
    for (const char* one : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        ::setenv(one, bench::ground().folder().c_str(), 1);
    ::setenv("GDK_GL", "disable", 1); // what a graphics driver takes says nothing about the program
}

struct Start {
    double ms = 0;       ///< from the fork to the word "painted"
    double resident = 0; ///< MB at that moment
    double highest = 0;  ///< MB, the most there was until then
};

double megabytes(pid_t process, const std::string& field) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string word; status >> word;)
        if (double kilobytes = 0; word == field + ":" && status >> kilobytes) return kilobytes / 1024;
    return 0;
}

[[noreturn]] void become(const std::vector<std::string>& command, const int* input, const int* output) {
    giveHome();
    ::dup2(input[0], STDIN_FILENO);
    ::dup2(output[1], STDOUT_FILENO);
    for (const int* pipe : {input, output})
        for (int i = 0; i < 2; ++i)
            ::close(pipe[i]);
    std::vector<char*> words;
    for (const auto& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execv(words.front(), words.data());
    ::_exit(127);
}

/// Runs a program that says "painted" and then waits for the end of its input.
Start started(const std::vector<std::string>& command) {
    int input[2], output[2];
    if (::pipe(input) != 0 || ::pipe(output) != 0) throw std::runtime_error("no pipe");
    const auto begin = std::chrono::steady_clock::now();
    const pid_t process = ::fork();
    if (process == 0) become(command, input, output);
    ::close(input[0]);
    ::close(output[1]);
    std::string said;
    for (char one = 0; said.find("painted\n") == std::string::npos && ::read(output[0], &one, 1) == 1;)
        said += one;
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    const Start start{taken.count(), megabytes(process, "VmRSS"), megabytes(process, "VmHWM")};
    ::close(input[1]);
    ::close(output[0]);
    ::waitpid(process, nullptr, 0);
    if (said.find("painted\n") == std::string::npos)
        throw std::runtime_error(command.front() + " painted nothing");
    return start;
}

double medianOf(const std::vector<Start>& starts, double Start::*what) {
    std::vector<double> values;
    for (const auto& one : starts)
        values.push_back(one.*what);
    return bench::median(std::move(values));
}

/// Issue 2, section 11: start to first painted, usable home page against a bare wxWidgets frame, in turns;
/// the counter "ratio" is of the medians, "over_bare_MB" the resident memory above the bare frame's.
void startToHomePage(benchmark::State& state, int cohorts, const char* who) {
    if (!std::getenv("DISPLAY"))
        return state.SkipWithError("needs a display: tests/bench/figures starts one");
    const auto bin = std::string(FLEDGLING_BIN) + "/";
    const std::vector<std::string> bare{bin + "fledgling_bare_frame"};
    const std::vector<std::string> program{
        bin + "fledgling", "--db",  bench::ground().department(cohorts), "--as", who, "--lang", "en",
        "--page",          "today", "--exit-when-painted"};
    std::vector<Start> ours, theirs;
    try {
        started(bare); // both are in the disk cache from here on
        started(program);
        for (auto _ : state) {
            theirs.push_back(started(bare));
            ours.push_back(started(program));
            state.SetIterationTime(ours.back().ms / 1e3);
        }
    } catch (const std::exception& error) {
        return state.SkipWithError(error.what());
    }
    state.counters["bare_ms"] = medianOf(theirs, &Start::ms);
    state.counters["ms"] = medianOf(ours, &Start::ms);
    state.counters["ratio"] = medianOf(ours, &Start::ms) / medianOf(theirs, &Start::ms);
    state.counters["bare_MB"] = medianOf(theirs, &Start::resident);
    state.counters["over_bare_MB"] = medianOf(ours, &Start::resident) - medianOf(theirs, &Start::resident);
    state.counters["highest_over_bare_MB"] = medianOf(ours, &Start::highest) - medianOf(theirs, &Start::highest);
}

constexpr int TURNS = 15;
BENCHMARK_CAPTURE(startToHomePage, manager_empty, 0, "00001")
    ->UseManualTime()
    ->Iterations(TURNS)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(startToHomePage, trainer_empty, 0, "00003")
    ->UseManualTime()
    ->Iterations(TURNS)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(startToHomePage, manager_ten_years, bench::TEN_YEARS, "00001")
    ->UseManualTime()
    ->Iterations(TURNS)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(startToHomePage, trainer_ten_years, bench::TEN_YEARS, "00003")
    ->UseManualTime()
    ->Iterations(TURNS)
    ->Unit(benchmark::kMillisecond);

} // namespace
