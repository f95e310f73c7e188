#pragma once

#include "domain/Readiness.h"
#include "domain/Refused.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// What a go-live review decides.
enum class DecisionKind { Approve, Hold, Extend };
/// "approve", "hold", "extend".
[[nodiscard]] std::string_view keyOf(DecisionKind kind);
[[nodiscard]] std::optional<DecisionKind> decisionKindOf(std::string_view key);

/// A criterion as it stood when the decision was taken.
struct BasisLine {
    std::string criterion;
    CriterionState state = CriterionState::Missing;
    int have = 0;
    int need = 0;
    friend bool operator==(const BasisLine&, const BasisLine&) = default;
};

/// A go-live decision. Superseded by a later one, never edited.
struct Decision {
    PersonId trainee;
    DecisionKind kind = DecisionKind::Hold;
    std::string reason;
    std::optional<Date>
        until; ///< Extend: to that day; Approve against unmet criteria: valid up to it; inclusive
    std::vector<std::string> unmet; ///< criteria not met, waived ones included: listed for ever
    std::vector<BasisLine> basis;   ///< every criterion
    std::int64_t change = 0;        ///< the book's change the facts were read at

    /// False once its date has passed.
    [[nodiscard]] bool inForce(Date on) const { return !until || on <= *until; }
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// Decides on what the readiness says. A reason always (ReasonNeeded); a date to extend (ExpiryNeeded) and to
/// approve against unmet criteria (CriteriaUnmet, with their ids), and none that untilRefusal refuses.
[[nodiscard]] Decision decide(const Readiness& readiness, DecisionKind kind, const std::string& reason,
                              std::optional<Date> until, Date today, std::int64_t change = 0);

/// Why a decision can't hold until that day: it lies before today (DateInPast), or training would be extended to no later
/// day than the review is planned for anyway, by the cohort or by an earlier extension (ExtensionShortens); nothing where
/// it can.
[[nodiscard]] std::optional<Refused> untilRefusal(const Readiness& readiness, DecisionKind kind, Date until, Date today);

/// The criteria whose facts are no longer those the decision rests on, new and dropped ones included.
[[nodiscard]] std::vector<std::string> changedCriteria(const Decision& decision, const Readiness& now);
[[nodiscard]] bool factsChanged(const Decision& decision, const Readiness& now);

} // namespace fledgling::domain
