#pragma once

#include "app/Clock.h"
#include "app/Words.h"

#include <string>

namespace fledgling::app {

/// The reason of a change as people read it. One that a merge brought over says when it was made in the copy, in the
/// department's own time; any other stays as it is.
[[nodiscard]] std::string whyInWords(const std::string& why, const Clock& clock, const Tongue& tr);

} // namespace fledgling::app
