#pragma once

#include "domain/chats/Conversation.h"

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Why a chat, or a line of one, could not be read.
enum class ChatFault {
    NoTime,         ///< {what stands there}
    NoDay,          ///< {the chat's id} neither the chat nor its lines say which day
    UnknownSpeaker, ///< {what stands there}
    NoAgent,        ///< {the chat's id}
    LineOutside,    ///< {the line} before the first chat begins
    ColumnMissing,  ///< {the heading} of a table; nothing can be read
    EntryIncomplete ///< {the chat's id} of a JSON file: a message without time, speaker or text
};

struct ChatProblem {
    ChatFault fault = ChatFault::NoTime;
    int line = 0; ///< of the file, or the number of the entry; 1-based
    std::string subject;
};

struct FileChat {
    domain::Conversation chat;
    std::string customer; ///< the name to be masked; may be empty
    friend bool operator==(const FileChat&, const FileChat&) = default;
};

struct ChatFile {
    std::vector<FileChat> chats; ///< as good as they could be read, in the file's order
    std::vector<ChatProblem> problems;
};

/// Chats from a plain text, a table (CSV, XLSX) or JSON, told apart by content; courses/README.md has the
/// forms. A faulty line is told and left out, the rest is read. FormatError when the file is none of these.
[[nodiscard]] ChatFile chatsOf(std::string_view bytes, const std::string& fileName);

} // namespace fledgling::format
