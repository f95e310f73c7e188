#include "domain/chats/Points.h"

#include <algorithm>

namespace fledgling::domain {

std::optional<Month> Month::parse(std::string_view text) {
    const auto first = Date::parse(std::string(text) + "-01");
    if (text.size() != 7 || !first) return std::nullopt;
    return Month(*first);
}

int Ledger::points() const {
    int left = start;
    for (const auto& line : lines)
        if (!line.tally.practice) left -= line.cost;
    return left;
}

std::optional<int> Ledger::practicePoints() const {
    std::optional<int> left;
    for (const auto& line : lines)
        if (line.tally.practice) left = left.value_or(practiceStart) - line.cost;
    return left;
}

int Ledger::counting() const { return real() ? points() : practicePoints().value_or(points()); }

int Ledger::read() const {
    int count = 0;
    for (const auto& line : lines)
        count += line.tally.read;
    return count;
}

bool Ledger::real() const {
    return std::any_of(lines.begin(), lines.end(),
                       [](const LedgerLine& line) { return !line.tally.practice; });
}

int costOf(const DayTally& tally, const PointRules& rules) {
    return tally.failed >= rules.failsCostPoint ? 1 : 0;
}

bool decides(const DayTally& tally, const PointRules& rules) {
    if (tally.read == 0) return false;
    const bool oneLess = tally.failed == rules.failsCostPoint;
    const bool oneMore = tally.failed == rules.failsCostPoint - 1 && tally.read > tally.failed;
    return oneLess || oneMore;
}

int startingPoints(const PointRules& rules, const Calendar& calendar, Month month, std::optional<Date> from) {
    if (!from || *from <= month.first()) return rules.points;
    if (month.last() < *from) return rules.points;
    const auto days = calendar.workingDaysBetween(*from, month.last());
    const bool whole = calendar.workingDaysBetween(month.first(), from->plusDays(-1)) == 0;
    return whole ? rules.points : std::min(days, rules.points);
}

Ledger ledgerOf(Month month, std::vector<DayTally> days, const ChatReviewRules& rules, int start) {
    std::erase_if(days, [&](const DayTally& one) { return !month.holds(one.day); });
    std::sort(days.begin(), days.end(), [](const DayTally& a, const DayTally& b) { return a.day < b.day; });
    Ledger ledger{month, start, rules.on(month.first()).points, {}};
    int real = ledger.start, practice = ledger.practiceStart;
    for (auto& day : days) {
        const auto& inForce = rules.on(day.day);
        LedgerLine line{day, costOf(day, inForce), 0, decides(day, inForce), inForce.perDay};
        int& balance = day.practice ? practice : real;
        line.balance = balance -= line.cost;
        ledger.lines.push_back(line);
    }
    return ledger;
}

const BonusTier* tierOf(const PointRules& rules, int points) {
    const BonusTier* found = nullptr;
    for (const auto& tier : rules.tiers)
        if (points < tier.below && (!found || tier.below < found->below)) found = &tier;
    return found;
}

std::vector<TierDistance> distances(const PointRules& rules, int points) {
    std::vector<TierDistance> found;
    for (const auto& tier : rules.tiers)
        if (points >= tier.below) found.push_back({tier, points - tier.below + 1});
    std::sort(found.begin(), found.end(),
              [](const TierDistance& a, const TierDistance& b) { return a.points < b.points; });
    return found;
}

} // namespace fledgling::domain
