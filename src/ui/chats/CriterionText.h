#pragma once

#include <string>
#include <wx/string.h>

namespace fledgling::ui {

/// What is judged, by its title, or its id where it has none; the first reply by its `limit` in seconds.
[[nodiscard]] wxString criterionText(const std::string& id, const std::string& title, int limit);

} // namespace fledgling::ui
