#include "domain/chats/Fairness.h"

#include <algorithm>
#include <cmath>

namespace fledgling::domain {

namespace {

constexpr double NORMAL_95 = 1.959964; ///< two-sided 95 % of the normal distribution
constexpr double CHANCE = 0.025;

void count(Agreement& agreement, bool first, bool second) {
    ++(first ? (second ? agreement.both : agreement.firstOnly)
             : (second ? agreement.secondOnly : agreement.neither));
}

/// P(X >= least) for X of the binomial distribution with n trials of probability p.
double atLeast(int least, int n, double p) {
    if (least <= 0) return 1;
    if (p <= 0) return 0;
    if (p >= 1) return least <= n ? 1 : 0;
    double below = 0;
    for (int k = 0; k < least && k <= n; ++k)
        below += std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                          k * std::log(p) + (n - k) * std::log1p(-p));
    return std::max(0.0, 1 - below);
}

void reckon(Strictness& one, int othersFailed, const PointRules& rules) {
    const double n = one.readings, more = one.aloneFailed, less = one.alonePassed;
    const double base = othersFailed / n, difference = (more - less) / n;
    // The paired difference of two shares and its standard error, as in McNemar's setting; one of each kind
    // is added so that few readings without any disagreement don't look certain.
    const double b = more + 1, c = less + 1, of = n + 2;
    const double error = std::sqrt(b + c - (b - c) * (b - c) / of) / of;
    const auto points = [&](double by) { return expectedLoss(base + by, rules) - expectedLoss(base, rules); };
    one.pointsPerMonth = points(difference);
    one.low = points(difference - NORMAL_95 * error);
    one.high = points(difference + NORMAL_95 * error);
    // The sign test on the chats judged differently: an even reader is as often the stricter as the milder
    // one.
    const int differing = one.aloneFailed + one.alonePassed;
    one.flagged =
        differing > 0 && atLeast(std::max(one.aloneFailed, one.alonePassed), differing, 0.5) < CHANCE;
}

} // namespace

std::optional<double> Agreement::kappa() const {
    const double n = count();
    if (n == 0) return std::nullopt;
    const double first = (both + firstOnly) / n, second = (both + secondOnly) / n;
    const double chance = first * second + (1 - first) * (1 - second);
    if (1 - chance < 1e-12) return std::nullopt;
    return ((both + neither) / n - chance) / (1 - chance);
}

std::map<std::string, Agreement> agreements(const std::vector<DoubleReading>& readings,
                                            const std::vector<std::string>& criteria) {
    std::map<std::string, Agreement> found;
    found[""];
    for (const auto& id : criteria)
        found[id];
    for (const auto& one : readings) {
        count(found[""], one.first.fails(), one.second.fails());
        for (const auto& id : criteria)
            if (!one.first.notApplicable.contains(id) && !one.second.notApplicable.contains(id))
                count(found[id], one.first.fault(id) != nullptr, one.second.fault(id) != nullptr);
    }
    return found;
}

std::vector<Strictness> strictnessOf(const std::vector<DoubleReading>& readings, const PointRules& rules) {
    std::map<PersonId, std::pair<Strictness, int>> byReader; // with the chats the others failed
    const auto add = [&](const PersonId& reader, bool failed, bool otherFailed) {
        auto& [one, others] = byReader[reader];
        one.reader = reader;
        ++one.readings;
        if (failed && !otherFailed) ++one.aloneFailed;
        if (!failed && otherFailed) ++one.alonePassed;
        if (otherFailed) ++others;
    };
    for (const auto& one : readings) {
        add(one.firstReader, one.first.fails(), one.second.fails());
        add(one.secondReader, one.second.fails(), one.first.fails());
    }
    std::vector<Strictness> found;
    for (auto& [reader, of] : byReader) {
        reckon(of.first, of.second, rules);
        found.push_back(of.first);
    }
    return found;
}

double expectedLoss(double failingShare, const PointRules& rules) {
    return rules.points * atLeast(rules.failsCostPoint, rules.perDay, std::clamp(failingShare, 0.0, 1.0));
}

} // namespace fledgling::domain
