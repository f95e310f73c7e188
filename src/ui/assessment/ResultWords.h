#pragma once

#include "domain/Course.h"

#include <wx/string.h>

namespace fledgling::ui {

/// "85 %"; of a practical check "pass" or "not passed yet".
[[nodiscard]] wxString outcomeText(domain::AssessmentKind kind, int percent, bool passed);

} // namespace fledgling::ui
