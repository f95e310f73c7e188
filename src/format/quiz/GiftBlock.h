#pragma once

#include "format/quiz/Gift.h"
#include "format/quiz/GiftText.h"

#include <string>
#include <vector>

namespace fledgling::format {

/// Reads one block of lines between blank lines into the bank: a question, a category, or only comments.
/// `category` is the one in force, and is replaced by a category block. `waiting` are paragraphs of comments that
/// belong to the next question.
void readGiftBlock(const std::vector<GiftLine>& lines, const std::string& file, GiftReading& reading,
                   std::string& category, std::vector<std::string>& waiting);

} // namespace fledgling::format
