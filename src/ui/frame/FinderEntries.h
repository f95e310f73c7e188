#pragma once

#include "ui/frame/Session.h"

namespace fledgling::ui {

/// The palette's people, cohorts, sessions and reports, for the person and role of that session. `session` must
/// outlive it.
[[nodiscard]] PaletteProvider finderEntries(Session& session);

} // namespace fledgling::ui
