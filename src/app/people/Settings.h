#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::app {

/// A setting of the department that the program reads; anything else kept under a name would change nothing.
struct Setting {
    std::string_view name;  ///< "weights.load"
    std::string_view takes; ///< what its value may be, for a terminal's help
    bool (*fits)(const std::string& value);
    int most = 0; ///< of a whole number; 0: it is something else
};

/// All of them, in the order of their names.
[[nodiscard]] const std::vector<Setting>& knownSettings();
/// The setting of that name; null when the program reads none.
[[nodiscard]] const Setting* settingNamed(std::string_view name);

} // namespace fledgling::app
