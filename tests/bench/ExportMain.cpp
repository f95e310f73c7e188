// Makes a big report, saves it, and says how much memory the program took before and at most, in MB.

#include "bench/BigReport.h"
#include "format/FileBytes.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

double megabytesOf(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (double kilobytes = 0; word == field + ":" && status >> kilobytes) return kilobytes / 1024;
    return 0;
}

/// Linux: the highest resident size begins anew (proc(5), clear_refs).
void forgetHighest() { std::ofstream("/proc/self/clear_refs") << "5"; }

} // namespace

int main(int argc, char** argv) {
    using namespace fledgling;
    if (argc != 3) {
        std::fputs("fledgling_export FILE.pdf|xlsx|csv|html ROWS\n", stderr);
        return 2;
    }
    try {
        const std::filesystem::path file = argv[1];
        const auto ending = file.extension().string().substr(1);
        // Fonts and libraries are loaded by the first page of the day, not by a big report.
        (void)format::reportFiles(bench::bigReport(1), ending, "{0} / {1}");
        forgetHighest();
        const double idle = megabytesOf("VmRSS");
        const auto files = format::reportFiles(bench::bigReport(std::atoi(argv[2])), ending, "{0} / {1}");
        format::keepBytes(file, files.at(0));
        std::printf("%.1f %.1f\n", idle, megabytesOf("VmHWM"));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "fledgling_export: %s\n", error.what());
        return 1;
    }
}
