#pragma once

#include "app/Desk.h"
#include "app/today/ToDo.h"
#include "store/practical/PracticalStore.h"

#include <vector>

namespace fledgling::app {

/// Practical checks that wait for the actor: to confirm as the second person, or sent back to be completed.
[[nodiscard]] std::vector<ToDo> practicalToDo(Desk& desk, domain::Role role);
/// The sheets of all the actor's roles: those sent back first, then those to confirm, longest waiting first.
[[nodiscard]] std::vector<store::KeptSheet> waitingPracticals(Desk& desk);

} // namespace fledgling::app
