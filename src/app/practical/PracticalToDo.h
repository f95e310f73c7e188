#pragma once

#include "app/Desk.h"
#include "app/today/ToDo.h"

#include <vector>

namespace fledgling::app {

/// Practical checks that wait for the actor: to confirm as the second person, or sent back to be completed.
[[nodiscard]] std::vector<ToDo> practicalToDo(Desk& desk, domain::Role role);

} // namespace fledgling::app
