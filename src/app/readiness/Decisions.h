#pragma once

#include "app/Desk.h"
#include "domain/Decision.h"
#include "store/MentoringStore.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// Decides on a trainee's go-live on the facts as they stand, and keeps what it rested on. What
/// domain::decide refuses; AlreadyDecided when the same decision stands on the same facts. An approval ends
/// the pairing with today in the same change, so that the mentor's place is free. `saw`: the change of the
/// decision the page showed, 0 for none.
store::ChangeNumber decide(Desk& desk, const domain::PersonId& trainee, domain::DecisionKind kind,
                           const std::string& why, std::optional<domain::Date> until = {},
                           std::optional<store::ChangeNumber> saw = {});

/// A decision with who took it and when.
struct DecisionRow {
    store::KeptDecision kept;
    std::string by;
    domain::Date on;
    bool stands = false;  ///< the latest and not taken back
    bool inForce = false; ///< stands, and its date hasn't passed
    bool takenBack = false; ///< undone, not followed by another decision
};
/// Every decision ever taken on the trainee, latest first. Those against unmet criteria list them for ever. With their
/// reasons, so for who sees readiness and this trainee: Refused(NotYourRight).
[[nodiscard]] std::vector<DecisionRow> decisionHistory(Desk& desk, const domain::PersonId& trainee);

} // namespace fledgling::app
