#pragma once

#include "domain/Course.h"

#include <string>

namespace fledgling::app {

/// The title of a session, skill, assessment or text to sign by its id in the course, of a film by its path: that of the
/// session that shows it, numbered where it shows several. The id where it has none.
[[nodiscard]] std::string titleOf(const domain::Course& course, const std::string& subject, const std::string& language);

} // namespace fledgling::app
