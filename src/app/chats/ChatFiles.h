#pragma once

#include "app/Words.h"
#include "app/chats/ChatReviews.h"
#include "format/chats/ChatFiles.h"

#include <map>
#include <string>
#include <vector>

namespace fledgling::app {

/// What a file of chats holds for one person's day.
struct ChatsRead {
    ChatImport import;
    std::vector<format::ChatProblem> problems; ///< lines left out
    int others = 0;                            ///< chats of other people or days
    std::vector<std::string> theirs;           ///< agent and day of these as the file says it, each once; the first few
};

/// Reads a file for that person and day: chats whose agent is the person's staff number or name. Throws
/// FormatError for a file that is neither text, table nor JSON.
[[nodiscard]] ChatsRead readChats(Desk& desk, const std::string& path, const domain::PersonId& agent,
                                  domain::Date day);
/// Draws of them and keeps that. Refused(ChatColumnsMissing, NoConversation, ChatFileEmpty) where there are none, and what is refused of
/// any import.
store::ChangeNumber importChats(Desk& desk, const ChatsRead& read);

[[nodiscard]] std::string sentence(const format::ChatProblem& problem, const Tongue& tr);

/// An appeal that waits for its decision.
struct OpenAppeal {
    domain::Appeal appeal;
    std::string name;
    domain::Date on;
    store::ChangeNumber saw = 0;
    bool mine = false; ///< the actor may decide it: neither the person's own nor the first reader's
};
/// Of everybody, who waits longest first.
[[nodiscard]] std::vector<OpenAppeal> openAppeals(Desk& desk);

} // namespace fledgling::app
