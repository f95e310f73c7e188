#include "domain/Decision.h"

#include "domain/Keys.h"
#include "domain/Text.h"

#include <algorithm>
#include <utility>

namespace fledgling::domain {

namespace {
constexpr Keys<DecisionKind, 3> DECISIONS{
    {{DecisionKind::Approve, "approve"}, {DecisionKind::Hold, "hold"}, {DecisionKind::Extend, "extend"}}};

/// The same facts: a waiver that came or went with a decision is no fact of the trainee's.
bool sameFacts(const BasisLine& then, const Cell& now) {
    if (then.have != now.have || then.need != now.need) return false;
    return then.state == CriterionState::Waived ||
           (then.state != CriterionState::NotYetAssessed) == now.assessed;
}
} // namespace

std::string_view keyOf(DecisionKind kind) { return DECISIONS.key(kind); }
std::optional<DecisionKind> decisionKindOf(std::string_view key) { return DECISIONS.value(key); }

Decision decide(const Readiness& readiness, DecisionKind kind, const std::string& given,
                std::optional<Date> until, Date today, std::int64_t change) {
    Decision decision{readiness.trainee, kind, reason(given), until, {}, {}, change};
    for (const auto& cell : readiness.cells) {
        if (cell.state != CriterionState::Met) decision.unmet.push_back(cell.criterion);
        decision.basis.push_back({cell.criterion, cell.state, cell.have, cell.need});
    }
    if (kind == DecisionKind::Extend && !until) throw Refused(Rule::ExpiryNeeded);
    if (kind == DecisionKind::Approve && !decision.unmet.empty() && !until)
        throw Refused(Rule::CriteriaUnmet, decision.unmet);
    if (until)
        if (auto refused = untilRefusal(readiness, kind, *until, today)) throw std::move(*refused);
    return decision;
}

std::optional<Refused> untilRefusal(const Readiness& readiness, DecisionKind kind, Date until, Date today) {
    if (until < today) return Refused(Rule::DateInPast, {until.iso()});
    if (kind == DecisionKind::Extend && readiness.reviewDay && until <= *readiness.reviewDay)
        return Refused(Rule::ExtensionShortens, {readiness.reviewDay->iso()});
    return std::nullopt;
}

std::vector<std::string> changedCriteria(const Decision& decision, const Readiness& now) {
    std::vector<std::string> changed;
    for (const auto& line : decision.basis) {
        const auto* cell = now.cell(line.criterion);
        if (!cell || !sameFacts(line, *cell)) changed.push_back(line.criterion);
    }
    for (const auto& cell : now.cells) {
        const bool known =
            std::any_of(decision.basis.begin(), decision.basis.end(),
                        [&](const BasisLine& line) { return line.criterion == cell.criterion; });
        if (!known) changed.push_back(cell.criterion);
    }
    return changed;
}

bool factsChanged(const Decision& decision, const Readiness& now) {
    return !changedCriteria(decision, now).empty();
}

} // namespace fledgling::domain
