#pragma once

#include "domain/MentorLog.h"

#include <optional>
#include <string>

namespace fledgling::ui {

/// A half-typed log entry as one line of plain letters, to be remembered on this desktop across starts.
[[nodiscard]] std::string draftText(const domain::LogEntry& draft);
/// The entry again, of that trainee; nothing for what isn't a draft.
[[nodiscard]] std::optional<domain::LogEntry> draftFrom(const std::string& text, const domain::PersonId& trainee);

} // namespace fledgling::ui
