#pragma once

#include "domain/chats/Points.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// Which of a chat's two readings.
enum class Reading { First, Second };
[[nodiscard]] std::string_view keyOf(Reading reading); ///< "first", "second"
[[nodiscard]] std::optional<Reading> readingOf(std::string_view key);

/// What a third person decided of a chat that one reader failed and the other passed.
struct Settlement {
    ChatKey chat;
    Reading stands = Reading::First;
    std::string why;
    friend bool operator==(const Settlement&, const Settlement&) = default;
};

/// True when one reading fails the chat and the other passes it, upheld appeals taken off both.
[[nodiscard]] bool differ(const ChatReview& first, const ChatReview& second, const std::vector<Appeal>& appeals);

/// Chats of a day that were read twice with different verdicts and that nobody has decided on.
struct Unsettled {
    int couldPass = 0; ///< fail by the first reading
    int couldFail = 0; ///< pass by it
    friend bool operator==(const Unsettled&, const Unsettled&) = default;
};

/// True when deciding them one way or the other can change what the day costs.
[[nodiscard]] bool hangs(const DayTally& tally, const Unsettled& unsettled, const PointRules& rules);

} // namespace fledgling::domain
