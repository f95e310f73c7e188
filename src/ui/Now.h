#pragma once

#include "app/Clock.h"

#include <functional>

namespace fledgling::ui {

/// The clock the window goes by: for departments it opens, for what a typed date means, for which year needs no saying.
/// The machine's, in the zone it is in at that moment.
[[nodiscard]] app::Clock clockNow();
/// Another one from now on; nothing: the machine's again. Tests stand on a day of their own.
void useClock(std::function<app::Clock()> clock);

} // namespace fledgling::ui
