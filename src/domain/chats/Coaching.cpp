#include "domain/chats/Coaching.h"

#include <algorithm>
#include <map>

namespace fledgling::domain {

namespace {

constexpr std::size_t TIMES = 3;
constexpr int WITHIN_DAYS = 7;

/// Days with the chats that show the fault, empty for a day read without it.
using Days = std::map<Date, std::vector<ChatKey>>;

void collect(const std::string& criterion, const Days& days, std::vector<CoachingItem>& found) {
    std::vector<ChatKey> recent;
    std::optional<std::size_t> open;
    for (const auto& [day, chats] : days) {
        if (chats.empty()) {
            if (open) found[*open].closed = day, recent.clear();
            open.reset();
            continue;
        }
        std::erase_if(recent, [&](const ChatKey& one) { return one.day.daysTo(day) >= WITHIN_DAYS; });
        recent.insert(recent.end(), chats.begin(), chats.end());
        if (open) {
            found[*open].chats.insert(found[*open].chats.end(), chats.begin(), chats.end());
        } else if (recent.size() >= TIMES) {
            open = found.size();
            found.push_back({criterion, recent, day, std::nullopt});
        }
    }
}

} // namespace

std::vector<CoachingItem> coachingOf(const std::vector<ChatReview>& reviews) {
    std::map<std::string, Days> byCriterion;
    std::map<Date, std::size_t> read;
    for (const auto& review : reviews) {
        ++read[review.chat.day];
        for (const auto& fault : review.faults)
            byCriterion[fault.criterion][review.chat.day].push_back(review.chat);
    }
    std::vector<CoachingItem> found;
    for (auto& [criterion, days] : byCriterion) {
        for (const auto& [day, count] : read)
            days.try_emplace(day);
        for (auto& [day, chats] : days)
            std::sort(chats.begin(), chats.end());
        collect(criterion, days, found);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const CoachingItem& a, const CoachingItem& b) { return a.since < b.since; });
    return found;
}

} // namespace fledgling::domain
