#pragma once

#include "domain/Course.h"
#include "domain/Id.h"
#include "domain/Refused.h"
#include "domain/chats/Conversation.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::domain {

using ChatId = Id<struct ChatTag>;

/// The criterion every scorecard has besides its own: the first reply within PointRules::firstReplySeconds.
inline constexpr const char* FIRST_REPLY = "first-reply";

/// One of the chats read of a person's day: the 1st to the 20th.
struct ChatKey {
    PersonId agent;
    Date day;
    int number = 1;
    friend auto operator<=>(const ChatKey&, const ChatKey&) = default;
    friend bool operator==(const ChatKey&, const ChatKey&) = default;
};

/// What was wrong in one criterion, for the person judged to read.
struct Fault {
    std::string criterion;
    std::string reason;
    std::string quote; ///< the line of the chat that shows it; empty where no text was at hand
    friend bool operator==(const Fault&, const Fault&) = default;
};

/// One reading of one chat.
struct ChatReview {
    ChatKey chat;
    std::string course, version;         ///< whose scorecard it was judged by, for ever
    std::vector<Fault> faults;           ///< in the scorecard's order
    std::set<std::string> notApplicable; ///< criteria that couldn't show in this chat
    std::optional<int> replySeconds;     ///< to the first reply, where it was measured
    ChatId record;                       ///< the chat's text; empty when none was loaded
    [[nodiscard]] bool fails() const { return !faults.empty(); }
    [[nodiscard]] const Fault* fault(const std::string& criterion) const;
    friend bool operator==(const ChatReview&, const ChatReview&) = default;
};

/// The scorecard's criteria in order, FIRST_REPLY last.
[[nodiscard]] std::vector<std::string> criteriaOf(const ChatReviewRules& rules);

/// Texts trimmed, faults in the scorecard's order. Refuses a number beyond the day's chats (ChatOutOfRange),
/// a day to come (ReviewInFuture), a criterion the card hasn't (UnknownCriterion), a fault without a reason
/// or one that is not applicable at the same time (FaultUnexplained).
[[nodiscard]] ChatReview checked(ChatReview review, const ChatReviewRules& rules, Date today);

/// Why that fault can't be shown by what it quotes: somebody else wrote it in that chat (QuoteNotAgents). A late first
/// reply may quote the line that waited, and where the person judged wrote nothing any line will do; words that stand
/// nowhere in the chat are the reader's own.
[[nodiscard]] std::optional<Refused> quoteRefusal(const Fault& fault, const Conversation& chat);

enum class AppealState { Open, Upheld, Rejected };
[[nodiscard]] std::string_view keyOf(AppealState state); ///< "open", "upheld", "rejected"
[[nodiscard]] std::optional<AppealState> appealStateOf(std::string_view key);

/// A person's appeal against one fault.
struct Appeal {
    ChatKey chat;
    std::string criterion;
    AppealState state = AppealState::Open;
    std::string plea;
    std::string answer; ///< of who decided
    PersonId decidedBy; ///< empty while open
    friend bool operator==(const Appeal&, const Appeal&) = default;
};

/// What is left of the review's faults once upheld appeals are taken off.
[[nodiscard]] std::vector<Fault> standing(const ChatReview& review, const std::vector<Appeal>& appeals);

} // namespace fledgling::domain
