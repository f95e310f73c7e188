#pragma once

#include "domain/Course.h"

#include <string>

namespace fledgling::app {

/// The title of a session, skill, assessment or text to sign by its id in the course; the id where it has none.
[[nodiscard]] std::string titleOf(const domain::Course& course, const std::string& subject, const std::string& language);

} // namespace fledgling::app
