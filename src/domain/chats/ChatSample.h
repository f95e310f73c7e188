#pragma once

#include "domain/chats/Conversation.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace fledgling::domain {

/// Why a chat of the day isn't among those read.
enum class LeftOut {
    NotDrawn,    ///< fair enough: others were drawn
    NoCustomer,  ///< the customer never wrote
    TwiceInFile, ///< the same id again
    Empty
};
[[nodiscard]] std::string_view keyOf(LeftOut why); ///< "not-drawn", "no-customer", "twice", "empty"
[[nodiscard]] std::optional<LeftOut> leftOutOf(std::string_view key);

struct ChatSample {
    std::vector<std::size_t> drawn; ///< indexes into the chats, by time
    std::vector<std::pair<std::size_t, LeftOut>> leftOut;
};

/// Draws so many chats: those that can be judged, ordered by time, are cut into that many runs of equal
/// length and one is taken from each, so that every hour is met as often as it has chats. The same seed draws
/// the same chats everywhere.
[[nodiscard]] ChatSample drawSample(const std::vector<Conversation>& chats, int count, std::uint32_t seed);

} // namespace fledgling::domain
