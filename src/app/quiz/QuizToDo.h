#pragma once

#include "app/Desk.h"
#include "app/today/ToDo.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// What waits of the quizzes in that role: open answers to mark (trainer, supervisor), a quiz that readiness
/// asks for and can be taken or gone on with now (trainee). Papers whose time is over are handed in first.
[[nodiscard]] std::vector<ToDo> quizToDo(Desk& desk, domain::Role role, const std::string& language);

} // namespace fledgling::app
