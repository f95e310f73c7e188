#pragma once

#include "format/quiz/Gift.h"

#include <string>
#include <string_view>

namespace fledgling::format {

/// Reads a Moodle XML question bank from valid UTF-8: multichoice, truefalse, shortanswer, numerical,
/// matching, essay, description and categories, with feedback, tags and id numbers. Other types, and parts a
/// bank has no place for (files, hints, units ...), are warnings that name the question; hidden questions are left
/// out with one. A document type is refused, so no entity can reach outside. Texts lose white space at both ends.
[[nodiscard]] GiftReading readMoodleXml(std::string_view text, const std::string& file);

/// A category without the place where Moodle keeps it: "$course$/top/Day 1" is the topic "Day 1".
[[nodiscard]] std::string moodleTopic(std::string category);

/// Moodle XML that reads back as the same bank, but for the places of categories (moodleTopic). Throws
/// std::invalid_argument for Ordering.
[[nodiscard]] std::string writeMoodleXml(const domain::QuizBank& bank);

} // namespace fledgling::format
