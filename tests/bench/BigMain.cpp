// Makes the big department of the README's figures: ten years, 2,000 trainees, some 200,000 lines of the book; with 45
// days of chats read of each, two million.

#include "app/Clock.h"
#include "bench/BigDepartment.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

int main(int argc, char** argv) {
    using namespace fledgling;
    if (argc < 2 || argc > 4) {
        std::fputs("fledgling_big FILE [COHORTS [DAYS]]: writes a department of ten years (or of that many cohorts "
                   "of eight), with so many days of chats read of each trainee\n",
                   stderr);
        return 2;
    }
    try {
        const int cohorts = argc > 2 ? std::atoi(argv[2]) : bench::TEN_YEARS;
        const int daysRead = argc > 3 ? std::atoi(argv[3]) : 0;
        const auto written = bench::writeDepartment(argv[1], cohorts, app::systemClock().today(), daysRead);
        std::printf("%d trainees, %lld facts in %lld changes\n", written.trainees,
                    static_cast<long long>(written.facts), static_cast<long long>(written.changes));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fledgling_big: %s\n", error.what());
        return 1;
    }
}
