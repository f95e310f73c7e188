#pragma once

#include "app/Desk.h"
#include "app/today/ToDo.h"

#include <vector>

namespace fledgling::app {

/// What the mentors' record asks of the actor: a trainee's word on the mentor, a mentor's exam, and, of whoever
/// examines, a mentor whose practical check is due.
[[nodiscard]] std::vector<ToDo> mentorRecordToDo(Desk& desk, domain::Role role, const std::string& language);

} // namespace fledgling::app
