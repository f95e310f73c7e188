#pragma once

#include <string>

namespace fledgling::app {

/// The folder of icons, calendars, catalogues and films: the one that FLEDGLING_ASSETS names, else share/fledgling where the
/// program stands (store/Installation). Where neither has them, the first of the two, for whoever says that they are missing.
[[nodiscard]] std::string assetsFolder();

} // namespace fledgling::app
