#pragma once

#include "app/Desk.h"
#include "app/today/ToDo.h"

#include <vector>

namespace fledgling::app {

/// What waits of the chat reviews in that role: sheets of the last working day and of today to read (mentor),
/// open appeals (who decides them, who waits longest first), a month to close (manager), one's own deductions of the
/// last day read (trainee), own failed chats against which an appeal is possible a few days more (who may appeal).
[[nodiscard]] std::vector<ToDo> chatToDo(Desk& desk, domain::Role role);

} // namespace fledgling::app
