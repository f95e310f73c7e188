#include "domain/chats/ChatReview.h"

#include "domain/Keys.h"
#include "domain/Text.h"

#include <algorithm>

namespace fledgling::domain {

const Fault* ChatReview::fault(const std::string& criterion) const {
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [&](const Fault& one) { return one.criterion == criterion; });
    return found == faults.end() ? nullptr : &*found;
}

std::vector<std::string> criteriaOf(const ChatReviewRules& rules) {
    std::vector<std::string> ids;
    for (const auto& one : rules.criteria)
        ids.push_back(one.id);
    ids.emplace_back(FIRST_REPLY);
    return ids;
}

ChatReview checked(ChatReview review, const ChatReviewRules& rules, Date today) {
    const int perDay = rules.on(review.chat.day).perDay;
    if (review.chat.number < 1 || review.chat.number > perDay)
        throw Refused(Rule::ChatOutOfRange, {"1", std::to_string(perDay)});
    if (today < review.chat.day) throw Refused(Rule::ReviewInFuture, {review.chat.day.iso()});
    const auto criteria = criteriaOf(rules);
    const auto place = [&](const std::string& id) {
        const auto found = std::find(criteria.begin(), criteria.end(), id);
        if (found == criteria.end()) throw Refused(Rule::UnknownCriterion, {id});
        return found;
    };
    for (const auto& id : review.notApplicable)
        (void)place(id);
    std::set<std::string> seen;
    for (auto& fault : review.faults) {
        (void)place(fault.criterion);
        fault.reason = line(fault.reason, "reason");
        fault.quote = line(fault.quote, "quote");
        const bool twice = !seen.insert(fault.criterion).second;
        if (fault.reason.empty() || twice || review.notApplicable.contains(fault.criterion))
            throw Refused(Rule::FaultUnexplained, {fault.criterion});
    }
    std::sort(review.faults.begin(), review.faults.end(),
              [&](const Fault& a, const Fault& b) { return place(a.criterion) < place(b.criterion); });
    return review;
}

std::optional<Refused> quoteRefusal(const Fault& fault, const Conversation& chat) {
    const auto quote = trimmed(fault.quote);
    if (quote.empty() || fault.criterion == FIRST_REPLY) return std::nullopt;
    bool speaks = false, others = false;
    for (const auto& one : chat.lines) {
        const bool same = trimmed(one.text) == quote;
        if (same && one.speaker == Speaker::Agent) return std::nullopt;
        speaks = speaks || one.speaker == Speaker::Agent;
        others = others || same;
    }
    return speaks && others ? std::optional(Refused(Rule::QuoteNotAgents, {fault.criterion})) : std::nullopt;
}

namespace {
constexpr Keys<AppealState, 3> APPEAL_STATES{
    {{AppealState::Open, "open"}, {AppealState::Upheld, "upheld"}, {AppealState::Rejected, "rejected"}}};
} // namespace

std::string_view keyOf(AppealState state) { return APPEAL_STATES.key(state); }
std::optional<AppealState> appealStateOf(std::string_view key) { return APPEAL_STATES.value(key); }

std::vector<Fault> standing(const ChatReview& review, const std::vector<Appeal>& appeals) {
    std::vector<Fault> left;
    for (const auto& fault : review.faults) {
        const bool upheld = std::any_of(appeals.begin(), appeals.end(), [&](const Appeal& one) {
            return one.chat == review.chat && one.criterion == fault.criterion &&
                   one.state == AppealState::Upheld;
        });
        if (!upheld) left.push_back(fault);
    }
    return left;
}

} // namespace fledgling::domain
