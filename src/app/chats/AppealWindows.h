#pragma once

#include "app/chats/ChatReviews.h"
#include "app/chats/Points.h"

#include <map>
#include <set>
#include <utility>

namespace fledgling::app {

/// The last days of appeals against the readings of some people: the calendar and the rules are read once.
class AppealWindows {
public:
    AppealWindows(Desk& desk, const std::set<domain::PersonId>& agents) : m_desk(desk), m_standing(desk, agents, desk.asOf) {}
    [[nodiscard]] domain::Date until(const store::KeptReview& counting) {
        const auto card = m_standing.scorecard(counting.review.chat.agent, counting.review.chat.day);
        auto [found, fresh] = m_until.try_emplace({card.of, counting.on});
        if (fresh) found->second = appealUntil(m_desk, card, counting.on);
        return found->second;
    }

private:
    Desk& m_desk;
    Standing m_standing;
    std::map<std::pair<const domain::Course*, domain::Date>, domain::Date> m_until;
};

} // namespace fledgling::app
