#include "domain/chats/SecondReading.h"

#include "domain/Keys.h"

namespace fledgling::domain {

namespace {
constexpr Keys<Reading, 2> READINGS{{{Reading::First, "first"}, {Reading::Second, "second"}}};
} // namespace

std::string_view keyOf(Reading reading) { return READINGS.key(reading); }
std::optional<Reading> readingOf(std::string_view key) { return READINGS.value(key); }

bool differ(const ChatReview& first, const ChatReview& second, const std::vector<Appeal>& appeals) {
    return standing(first, appeals).empty() != standing(second, appeals).empty();
}

bool hangs(const DayTally& tally, const Unsettled& unsettled, const PointRules& rules) {
    DayTally best = tally, worst = tally;
    best.failed -= unsettled.couldPass;
    worst.failed += unsettled.couldFail;
    return costOf(best, rules) != costOf(worst, rules);
}

} // namespace fledgling::domain
