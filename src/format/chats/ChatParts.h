#pragma once

#include "format/chats/ChatFiles.h"

#include <map>
#include <optional>

namespace fledgling::format {

/// What the forms of chat files have in common. Internal to the room.

/// "customer", "客户", "agent", "客服", "system" ... ; nothing for any other word.
[[nodiscard]] std::optional<domain::Speaker> speakerWord(std::string_view word);

/// A moment as the forms write it: HH:MM or HH:MM:SS, with a day YYYY-MM-DD (or with / or .) before it or
/// not, a blank or T between.
struct ChatMoment {
    std::optional<domain::Date> day;
    std::int64_t second = 0; ///< of the day
};
[[nodiscard]] std::optional<ChatMoment> momentOf(std::string_view text);
/// A day alone, in the same forms.
[[nodiscard]] std::optional<domain::Date> chatDayOf(std::string_view text);

/// Puts chats together line by line, whatever order the lines come in.
class ChatCollector {
public:
    /// The chat of that id, made when new; its agent, day and customer are set where they were empty.
    void describe(const std::string& id, const std::string& agent, std::optional<domain::Date> day,
                  const std::string& customer);
    /// `speaker`: a word of speakerWord, or the agent's or customer's name.
    void add(const std::string& id, const std::string& moment, const std::string& speaker,
             const std::string& text, int line);
    /// More of the last line's text.
    void continueLast(const std::string& id, const std::string& text);
    void problem(ChatFault fault, int line, std::string subject);
    [[nodiscard]] ChatFile finish();

private:
    struct Open {
        FileChat chat;
        std::optional<domain::Date> day;
        int line = 0; ///< where it begins
        std::int64_t last = 0;
        int midnights = 0;
    };
    [[nodiscard]] Open& open(const std::string& id, int line);

    std::vector<Open> m_chats;
    std::map<std::string, std::size_t> m_byId;
    ChatFile m_file;
};

} // namespace fledgling::format
