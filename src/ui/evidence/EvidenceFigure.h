#pragma once

#include "ui/controls/Table.h"

namespace fledgling::ui {

/// How a trainee's sheets, films and exercises stand, in the state readiness gives them: pieces missing by now, pieces
/// that wait for somebody else, all of them there, or what lacks belonging to half days ahead.
[[nodiscard]] Cell evidenceFigure(int missing, int toConfirm, bool complete);

} // namespace fledgling::ui
