#pragma once

#include "domain/Refused.h"

#include <functional>
#include <optional>
#include <string>
#include <wx/string.h>

namespace fledgling::store {
class Conflict;
}

namespace fledgling::ui {

/// Thrown by Progress when the user asked to stop.
struct Stopped {};

/// Any failure as one plain sentence, and its details to fold away.
struct Sentence {
    wxString sentence;
    wxString details;
};

using SayRefused = std::function<std::string(const domain::Refused&)>;
using SayConflict = std::function<std::string(const store::Conflict&)>;

/// The window's only net: runs it, and says in one sentence what stopped it; nothing when it ran to its end.
/// `sayRefused` and `sayConflict` say a refusal and who wrote in between with the department's names and titles.
[[nodiscard]] std::optional<Sentence> tried(const std::function<void()>& doing, const SayRefused& sayRefused = {},
                                            const SayConflict& sayConflict = {});

/// Runs it; whether the user asked to stop meanwhile. For work that has to be waited for all the same.
[[nodiscard]] bool stopped(const std::function<void()>& telling);

} // namespace fledgling::ui
