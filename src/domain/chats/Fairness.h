#pragma once

#include "domain/chats/ChatReview.h"

#include <map>
#include <optional>
#include <vector>

namespace fledgling::domain {

/// A chat read twice, the second time blind.
struct DoubleReading {
    ChatReview first;
    PersonId firstReader;
    ChatReview second;
    PersonId secondReader;
};

/// Two readers' judgements of one thing, counted: failed by both, by one alone, by neither.
struct Agreement {
    int both = 0, firstOnly = 0, secondOnly = 0, neither = 0;
    [[nodiscard]] int count() const { return both + firstOnly + secondOnly + neither; }
    /// Cohen's kappa: 1 agree always, 0 as by chance. Nothing where chance alone explains everything (both
    /// always judged the same way) or nothing was read.
    [[nodiscard]] std::optional<double> kappa() const;
    friend bool operator==(const Agreement&, const Agreement&) = default;
};

/// Per criterion, where it applied for both readers; the whole chat's verdict under the empty id.
[[nodiscard]] std::map<std::string, Agreement> agreements(const std::vector<DoubleReading>& readings,
                                                          const std::vector<std::string>& criteria);

/// How strict a reader is against whoever read the same chats.
struct Strictness {
    PersonId reader;
    int readings = 0;
    int aloneFailed = 0; ///< failed here, passed by the other
    int alonePassed = 0; ///< passed here, failed by the other
    /// Points a month that a person loses more (less: below 0) with this reader, and its 95 % interval.
    double pointsPerMonth = 0, low = 0, high = 0;
    bool flagged = false; ///< the difference is hardly chance (below 2.5 % for an even reader)
};

/// Of every reader with double readings, as first or second, by person. The numbers are those in force.
[[nodiscard]] std::vector<Strictness> strictnessOf(const std::vector<DoubleReading>& readings,
                                                   const PointRules& rules);

/// Points a month is expected to cost at that share of failing chats, 0 to 1: each day on its own, as many
/// days as the month has points.
[[nodiscard]] double expectedLoss(double failingShare, const PointRules& rules);

} // namespace fledgling::domain
