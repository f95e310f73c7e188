#pragma once

#include "domain/chats/Conversation.h"

#include <string>
#include <vector>

namespace fledgling::store {

/// A conversation's lines as the text of a column, and back: one a line, its second, who spoke and what, with
/// tabs between; line ends and tabs in what was said are blanks. Internal to the room.
[[nodiscard]] std::string textOf(const std::vector<domain::ChatLine>& lines);
[[nodiscard]] std::vector<domain::ChatLine> chatLinesOf(const std::string& text);

} // namespace fledgling::store
