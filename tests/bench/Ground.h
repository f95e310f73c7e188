#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace fledgling::bench {

/// A folder for what benchmarks write, on the disk the build stands on, since /tmp may be memory and cost nothing. Gone
/// when the program ends.
class Ground {
public:
    Ground();
    ~Ground();
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] std::string file(const std::string& name) const { return (m_folder / name).string(); }
    /// A big department (see BigDepartment.h), made when it is first asked for.
    const std::string& department(int cohorts, int daysRead = 0);

private:
    std::filesystem::path m_folder;
    std::map<std::pair<int, int>, std::string> m_made;
};

[[nodiscard]] Ground& ground();

/// What a command line says, its quotes included in it; throws std::runtime_error unless it ends with 0.
[[nodiscard]] std::string saidBy(const std::string& command);

} // namespace fledgling::bench
