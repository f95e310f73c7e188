#pragma once

#include "domain/mentors/Evaluation.h"

#include <wx/string.h>

namespace fledgling::ui {

[[nodiscard]] wxString aspectText(domain::Aspect aspect);
[[nodiscard]] wxString occasionText(domain::Occasion occasion);
/// Tenths as "4.3 of 5".
[[nodiscard]] wxString ratingText(int tenths);

} // namespace fledgling::ui
