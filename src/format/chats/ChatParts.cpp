#include "format/chats/ChatParts.h"

#include "domain/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace fledgling::format {

using namespace domain;

namespace {

constexpr std::int64_t DAY = 24 * 60 * 60;

/// Up to `most` digits at the front, taken off.
std::optional<int> takeNumber(std::string_view& text, std::size_t most) {
    std::size_t digits = 0;
    while (digits < text.size() && digits < most && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    if (digits == 0) return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + digits, number);
    text.remove_prefix(digits);
    return number;
}

bool takeOne(std::string_view& text, std::string_view of) {
    if (text.empty() || of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> takeDay(std::string_view& text) {
    const auto year = takeNumber(text, 4);
    if (!year || *year < 1900 || !takeOne(text, "-/.")) return std::nullopt;
    const auto month = takeNumber(text, 2);
    if (!month || !takeOne(text, "-/.")) return std::nullopt;
    const auto day = takeNumber(text, 2);
    if (!day) return std::nullopt;
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return Date::parse(std::to_string(*year) + "-" + two(*month) + "-" + two(*day));
}

} // namespace

std::optional<Speaker> speakerWord(std::string_view word) {
    struct Known {
        std::string_view word;
        Speaker speaker;
    };
    static constexpr std::array<Known, 15> WORDS{{{"customer", Speaker::Customer},
                                                  {"Customer", Speaker::Customer},
                                                  {"client", Speaker::Customer},
                                                  {"visitor", Speaker::Customer},
                                                  {"客户", Speaker::Customer},
                                                  {"顾客", Speaker::Customer},
                                                  {"访客", Speaker::Customer},
                                                  {"agent", Speaker::Agent},
                                                  {"Agent", Speaker::Agent},
                                                  {"客服", Speaker::Agent},
                                                  {"坐席", Speaker::Agent},
                                                  {"system", Speaker::System},
                                                  {"System", Speaker::System},
                                                  {"系统", Speaker::System},
                                                  {"机器人", Speaker::System}}};
    for (const auto& one : WORDS)
        if (one.word == word) return one.speaker;
    return std::nullopt;
}

std::optional<Date> chatDayOf(std::string_view text) {
    const auto plain = trimmed(text);
    std::string_view rest = plain;
    const auto day = takeDay(rest);
    return rest.empty() ? day : std::nullopt;
}

std::optional<ChatMoment> momentOf(std::string_view text) {
    const auto plain = trimmed(text);
    std::string_view rest = plain;
    ChatMoment moment;
    if (rest.size() > 4 && (rest[4] == '-' || rest[4] == '/' || rest[4] == '.')) {
        moment.day = takeDay(rest);
        if (!moment.day || !takeOne(rest, " T")) return std::nullopt;
        while (takeOne(rest, " ")) {
        }
    }
    const auto hour = takeNumber(rest, 2);
    if (!hour || *hour > 23 || !takeOne(rest, ":")) return std::nullopt;
    const auto minute = takeNumber(rest, 2);
    if (!minute || *minute > 59) return std::nullopt;
    int second = 0;
    if (takeOne(rest, ":")) {
        const auto given = takeNumber(rest, 2);
        if (!given || *given > 59) return std::nullopt;
        second = *given;
        if (takeOne(rest, ".")) (void)takeNumber(rest, 9); // parts of a second say nothing here
    }
    if (!rest.empty()) return std::nullopt;
    moment.second = (*hour * 60 + *minute) * 60 + second;
    return moment;
}

ChatCollector::Open& ChatCollector::open(const std::string& id, int line) {
    const auto [found, fresh] = m_byId.try_emplace(id, m_chats.size());
    if (fresh) {
        m_chats.emplace_back();
        m_chats.back().chat.chat.id = id;
        m_chats.back().line = line;
    }
    return m_chats[found->second];
}

void ChatCollector::describe(const std::string& id, const std::string& agent, std::optional<Date> day,
                             const std::string& customer) {
    auto& chat = open(id, 0);
    if (chat.chat.chat.agent.empty()) chat.chat.chat.agent = agent;
    if (!chat.day) chat.day = day;
    if (chat.chat.customer.empty()) chat.chat.customer = customer;
}

void ChatCollector::add(const std::string& id, const std::string& moment, const std::string& speaker,
                        const std::string& text, int line) {
    auto& chat = open(id, line);
    const auto when = momentOf(moment);
    if (!when) return problem(ChatFault::NoTime, line, moment);
    auto who = speakerWord(trimmed(speaker));
    const auto name = trimmed(speaker);
    if (!who && !name.empty() && name == chat.chat.chat.agent) who = Speaker::Agent;
    if (!who && !name.empty() && name == chat.chat.customer) who = Speaker::Customer;
    if (!who) return problem(ChatFault::UnknownSpeaker, line, speaker);
    if (when->day && !chat.day) chat.day = when->day;
    std::int64_t at = when->second;
    if (when->day)
        at += DAY * chat.day->daysTo(*when->day);
    else {
        // Without a day a time far earlier than the line before is past midnight.
        if (at + chat.midnights * DAY + DAY / 2 < chat.last) ++chat.midnights;
        at += chat.midnights * DAY;
    }
    chat.last = at;
    chat.chat.chat.lines.push_back({at, *who, trimmed(text)});
}

void ChatCollector::continueLast(const std::string& id, const std::string& text) {
    auto& lines = open(id, 0).chat.chat.lines;
    if (!lines.empty() && !trimmed(text).empty())
        lines.back().text += (lines.back().text.empty() ? "" : " ") + trimmed(text);
}

void ChatCollector::problem(ChatFault fault, int line, std::string subject) {
    m_file.problems.push_back({fault, line, std::move(subject)});
}

ChatFile ChatCollector::finish() {
    for (auto& one : m_chats) {
        auto& chat = one.chat.chat;
        if (!one.day) {
            problem(ChatFault::NoDay, one.line, chat.id);
            continue;
        }
        chat.day = *one.day;
        if (chat.agent.empty()) {
            problem(ChatFault::NoAgent, one.line, chat.id);
            continue;
        }
        std::stable_sort(chat.lines.begin(), chat.lines.end(),
                         [](const ChatLine& a, const ChatLine& b) { return a.at < b.at; });
        m_file.chats.push_back(std::move(one.chat));
    }
    return std::move(m_file);
}

} // namespace fledgling::format
