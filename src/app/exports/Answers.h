#pragma once

#include "domain/Quiz.h"
#include "format/exports/Xapi.h"

#include <optional>
#include <string>

namespace fledgling::app {

/// A question as a learning record store is told of it, and what somebody answered, by ids that are made of the texts
/// alone. Neither an option's place nor its id says which is right, or in which order steps belong.
[[nodiscard]] format::XapiQuestion interactionOf(const domain::Question& question, const std::string& language);
/// Nothing for a question left blank.
[[nodiscard]] std::optional<std::string> responseOf(const domain::Question& question, const domain::Response& response);

} // namespace fledgling::app
