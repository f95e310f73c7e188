// Makes the big department of the README's figures: ten years, 2,000 trainees, some 200,000 facts.

#include "app/Clock.h"
#include "bench/BigDepartment.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

int main(int argc, char** argv) {
    using namespace fledgling;
    if (argc < 2 || argc > 3) {
        std::fputs("fledgling_big FILE [COHORTS]: writes a department of ten years (or of that many cohorts "
                   "of eight)\n",
                   stderr);
        return 2;
    }
    try {
        const int cohorts = argc > 2 ? std::atoi(argv[2]) : bench::TEN_YEARS;
        const auto written = bench::writeDepartment(argv[1], cohorts, app::systemClock().today());
        std::printf("%d trainees, %lld facts in %lld changes\n", written.trainees,
                    static_cast<long long>(written.facts), static_cast<long long>(written.changes));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fledgling_big: %s\n", error.what());
        return 1;
    }
}
