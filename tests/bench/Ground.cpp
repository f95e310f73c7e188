#include "bench/Ground.h"

#include "app/Clock.h"
#include "bench/BigDepartment.h"

#include <cstdio>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace fledgling::bench {

Ground::Ground() : m_folder(std::filesystem::path(FLEDGLING_BIN) / ("bench-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(m_folder);
}

Ground::~Ground() {
    std::error_code gone;
    std::filesystem::remove_all(m_folder, gone);
}

const std::string& Ground::department(int cohorts, int daysRead) {
    auto& made = m_made[{cohorts, daysRead}];
    if (!made.empty()) return made;
    const auto where = file("department-" + std::to_string(cohorts) + "-" + std::to_string(daysRead) + ".fledgling");
    writeDepartment(where, cohorts, app::systemClock().today(), daysRead);
    return made = where;
}

Ground& ground() {
    static Ground one;
    return one;
}

std::string saidBy(const std::string& command) {
    auto* pipe = ::popen(command.c_str(), "r");
    if (!pipe) throw std::runtime_error("no pipe");
    std::string said;
    char some[4096];
    while (const auto length = std::fread(some, 1, sizeof some, pipe))
        said.append(some, length);
    if (::pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return said;
}

} // namespace fledgling::bench
