#pragma once

#include "domain/Id.h"
#include "domain/Refused.h"

#include <functional>
#include <optional>
#include <string>
#include <wx/string.h>

namespace fledgling::ui {

/// Thrown by Progress when the user asked to stop.
struct Stopped {};

/// Any failure as one plain sentence, and its details to fold away.
struct Sentence {
    wxString sentence;
    wxString details;
};

using NameOf = std::function<std::string(const domain::PersonId&)>;
using SayRefused = std::function<std::string(const domain::Refused&)>;

/// The window's only net: runs it, and says in one sentence what stopped it; nothing when it ran to its end.
/// `nameOf` names the one who wrote in between, in a conflict; `sayRefused` says a refusal with the department's titles.
[[nodiscard]] std::optional<Sentence> tried(const std::function<void()>& doing, const NameOf& nameOf = {},
                                            const SayRefused& sayRefused = {});

} // namespace fledgling::ui
