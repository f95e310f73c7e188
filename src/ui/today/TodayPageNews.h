#pragma once

#include "app/Clock.h"
#include "app/today/News.h"

#include <wx/string.h>

namespace fledgling::ui {

/// "Chen Bo signed off "greeting" for Wu Min": one sentence for what somebody else did.
[[nodiscard]] wxString newsText(const app::News& news);
/// "09:02" today, "Mon 23 Nov 16:10" before.
[[nodiscard]] wxString momentText(const app::Clock& clock, domain::Instant at);

} // namespace fledgling::ui
