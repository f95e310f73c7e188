#pragma once

#include "app/Desk.h"
#include "app/Words.h"

#include <string>

namespace fledgling::app {

/// The sentence of a refusal in which what a course calls by an id - an assessment, a skill, a session, a criterion
/// of the scorecard, an item - has its title, as the newest course version of the book that knows it calls it in that
/// language. What none knows stays as it is.
[[nodiscard]] std::string sentence(Desk& desk, const domain::Refused& refused, const std::string& language,
                                   const Tongue& tr);

/// The sentence of a conflict, in which the one who wrote has a name, what a course calls by an id its title, and ids
/// nobody knows are left out.
[[nodiscard]] std::string sentence(Desk& desk, const store::Conflict& conflict, const std::string& language,
                                   const Tongue& tr);

} // namespace fledgling::app
