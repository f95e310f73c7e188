#pragma once

#include "domain/chats/ChatReview.h"

#include <vector>

namespace fledgling::domain {

/// A fault that came back: what to work on, until a good result.
struct CoachingItem {
    std::string criterion;
    std::vector<ChatKey> chats; ///< those that gave rise to it, by day
    Date since;                 ///< of the fault that made it one too many
    std::optional<Date> closed; ///< the first later day on which chats were read and none had it
    friend bool operator==(const CoachingItem&, const CoachingItem&) = default;
};

/// Three faults of one criterion within seven days, in at least three chats, make an item; the next day read
/// without it closes it. Of one person's reviews in any order, faults that upheld appeals took off already
/// gone; oldest first, then in the order of criterion ids.
[[nodiscard]] std::vector<CoachingItem> coachingOf(const std::vector<ChatReview>& reviews);

} // namespace fledgling::domain
