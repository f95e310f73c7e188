#pragma once

#include "domain/Time.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fledgling::domain {

/// "09:05:30": a second of a day as people write it; past midnight it begins anew.
[[nodiscard]] std::string clockText(std::int64_t second);

enum class Speaker { Customer, Agent, System };
[[nodiscard]] std::string_view keyOf(Speaker speaker); ///< "customer", "agent", "system"
[[nodiscard]] std::optional<Speaker> speakerOf(std::string_view key);

struct ChatLine {
    std::int64_t at = 0; ///< seconds since the chat's day began, local; over 86400 past midnight
    Speaker speaker = Speaker::Customer;
    std::string text;
    friend bool operator==(const ChatLine&, const ChatLine&) = default;
};

/// A chat as it was loaded from a file: lines in the order of time.
struct Conversation {
    std::string id;    ///< as the file names it
    std::string agent; ///< as the file names him or her: staff number or name
    Date day;
    std::vector<ChatLine> lines;
    [[nodiscard]] std::int64_t begin() const { return lines.empty() ? 0 : lines.front().at; }
    friend bool operator==(const Conversation&, const Conversation&) = default;
};

/// A time the customer waited.
struct ReplyGap {
    std::size_t from = 0; ///< index of the customer's first unanswered line
    std::size_t to = 0;   ///< of the agent's line that answered; lines.size() when nobody did
    int seconds = 0;      ///< to the answer, or to the chat's last line
    [[nodiscard]] bool answered(const Conversation& chat) const { return to < chat.lines.size(); }
    friend bool operator==(const ReplyGap&, const ReplyGap&) = default;
};

/// Every wait in order; automatic lines (System) answer nothing and ask nothing.
[[nodiscard]] std::vector<ReplyGap> gapsOf(const Conversation& chat);
/// Seconds from the customer's first line to the agent's first one after it; 0 when the agent wrote first;
/// nothing when nobody answered or nobody asked.
[[nodiscard]] std::optional<int> firstReply(const Conversation& chat);
/// Where the person judged begins to speak: the index of the agent's first line, 0 where he or she never does.
[[nodiscard]] std::size_t firstOfAgent(const Conversation& chat);
/// The longest wait; nothing when the customer never had to.
[[nodiscard]] std::optional<ReplyGap> longestGap(const Conversation& chat);

/// What nobody may see again: numbers of six digits or more (phones, cards, orders), e-mail addresses,
/// what follows "account", "QQ", 账号 and the like, and these names, each as a row of stars that keeps no
/// digit.
[[nodiscard]] std::string masked(const std::string& text, const std::set<std::string>& names);
[[nodiscard]] Conversation masked(Conversation chat, const std::set<std::string>& names);
/// The chat's id as the file names it; the chat's own day in it ("20261124-017") names nobody and stays.
[[nodiscard]] std::string maskedId(const Conversation& chat);

} // namespace fledgling::domain
