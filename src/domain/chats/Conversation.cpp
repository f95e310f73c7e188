#include "domain/chats/Conversation.h"

#include "domain/Keys.h"

#include <algorithm>

namespace fledgling::domain {

namespace {

constexpr Keys<Speaker, 3> SPEAKERS{
    {{Speaker::Customer, "customer"}, {Speaker::Agent, "agent"}, {Speaker::System, "system"}}};

} // namespace

std::string_view keyOf(Speaker speaker) { return SPEAKERS.key(speaker); }
std::optional<Speaker> speakerOf(std::string_view key) { return SPEAKERS.value(key); }

std::string clockText(std::int64_t second) {
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(second / 3600 % 24) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
}

std::vector<ReplyGap> gapsOf(const Conversation& chat) {
    std::vector<ReplyGap> gaps;
    std::optional<std::size_t> asked;
    const auto waited = [&](std::size_t to) {
        return static_cast<int>(chat.lines[to].at - chat.lines[*asked].at);
    };
    for (std::size_t i = 0; i < chat.lines.size(); ++i) {
        const auto speaker = chat.lines[i].speaker;
        if (speaker == Speaker::Customer && !asked) asked = i;
        if (speaker != Speaker::Agent || !asked) continue;
        gaps.push_back({*asked, i, waited(i)});
        asked.reset();
    }
    if (asked) gaps.push_back({*asked, chat.lines.size(), waited(chat.lines.size() - 1)});
    return gaps;
}

std::optional<int> firstReply(const Conversation& chat) {
    const auto gaps = gapsOf(chat);
    if (gaps.empty()) return std::nullopt;
    for (std::size_t i = 0; i < gaps.front().from; ++i)
        if (chat.lines[i].speaker == Speaker::Agent) return 0;
    if (!gaps.front().answered(chat)) return std::nullopt;
    return gaps.front().seconds;
}

std::size_t firstOfAgent(const Conversation& chat) {
    const auto at = std::find_if(chat.lines.begin(), chat.lines.end(),
                                 [](const ChatLine& line) { return line.speaker == Speaker::Agent; });
    return at == chat.lines.end() ? 0 : static_cast<std::size_t>(at - chat.lines.begin());
}

std::optional<ReplyGap> longestGap(const Conversation& chat) {
    std::optional<ReplyGap> longest;
    for (const auto& gap : gapsOf(chat))
        if (!longest || longest->seconds < gap.seconds) longest = gap;
    return longest;
}

} // namespace fledgling::domain
