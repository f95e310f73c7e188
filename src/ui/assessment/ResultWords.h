#pragma once

#include "app/quiz/Quizzes.h"
#include "domain/Course.h"

#include <wx/string.h>

namespace fledgling::ui {

/// "85 %"; of a practical check "pass" or "not passed yet".
[[nodiscard]] wxString outcomeText(domain::AssessmentKind kind, int percent, bool passed);
/// "waits for a marker", of an attempt without a result.
[[nodiscard]] wxString begunText(app::BegunState state);

} // namespace fledgling::ui
