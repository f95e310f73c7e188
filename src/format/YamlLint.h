#pragma once

#include "format/Problem.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// The slips of people who write YAML by hand, told better than a parser can, and mended so that it can go
/// on.
struct YamlLint {
    std::vector<std::string> lines; ///< mended
    Problems problems;              ///< with lines counted from 1
    std::set<int> faulty;           ///< lines with a problem
};

[[nodiscard]] YamlLint lintYaml(std::string_view text, const std::string& file);

} // namespace fledgling::format
