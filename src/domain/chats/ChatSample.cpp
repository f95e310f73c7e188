#include "domain/chats/ChatSample.h"

#include "domain/Keys.h"

#include <algorithm>
#include <random>

namespace fledgling::domain {

namespace {

constexpr Keys<LeftOut, 4> REASONS{{{LeftOut::NotDrawn, "not-drawn"},
                                    {LeftOut::NoCustomer, "no-customer"},
                                    {LeftOut::TwiceInFile, "twice"},
                                    {LeftOut::Empty, "empty"}}};

std::optional<LeftOut> unfit(const Conversation& chat, std::set<std::string>& seen) {
    if (chat.lines.empty()) return LeftOut::Empty;
    if (!chat.id.empty() && !seen.insert(chat.id).second) return LeftOut::TwiceInFile;
    const auto wrote = [](const ChatLine& one) { return one.speaker == Speaker::Customer; };
    if (std::none_of(chat.lines.begin(), chat.lines.end(), wrote)) return LeftOut::NoCustomer;
    return std::nullopt;
}

} // namespace

std::string_view keyOf(LeftOut why) { return REASONS.key(why); }
std::optional<LeftOut> leftOutOf(std::string_view key) { return REASONS.value(key); }

ChatSample drawSample(const std::vector<Conversation>& chats, int count, std::uint32_t seed) {
    ChatSample sample;
    std::vector<std::size_t> fit;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < chats.size(); ++i) {
        if (const auto why = unfit(chats[i], seen))
            sample.leftOut.emplace_back(i, *why);
        else
            fit.push_back(i);
    }
    std::stable_sort(fit.begin(), fit.end(),
                     [&](std::size_t a, std::size_t b) { return chats[a].begin() < chats[b].begin(); });
    const auto wanted = std::min(fit.size(), static_cast<std::size_t>(std::max(count, 0)));
    // The standard fixes the generator's numbers, not how its distributions use them.
    std::mt19937 random(seed);
    std::set<std::size_t> drawn;
    for (std::size_t run = 0; run < wanted; ++run) {
        const auto from = run * fit.size() / wanted, to = (run + 1) * fit.size() / wanted;
        drawn.insert(fit[from + random() % (to - from)]);
    }
    for (const auto index : fit)
        if (drawn.contains(index))
            sample.drawn.push_back(index);
        else
            sample.leftOut.emplace_back(index, LeftOut::NotDrawn);
    return sample;
}

} // namespace fledgling::domain
