#pragma once

#include "domain/QuizPaper.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::domain {

/// The same question in the bank of another language: of that key, and asking for the same, so that places and truths
/// answered to the one are those of the other. Null when there is none.
[[nodiscard]] const Question* inLanguage(const Question& asked, const std::string& key, const QuizBank& other);

/// The question of another language with the right answers that this one was given, where nothing but they changed since
/// it asked for the same. Nothing where they are the same, or it can't be told which answers are which: other words may
/// ask for something else.
[[nodiscard]] std::optional<Question> followed(const Question& was, const Question& is, const Question& other);

/// A response to a question in the words of the other, which inLanguage gave or was given: partners are called by their
/// words, which differ; everything else stays.
[[nodiscard]] Response reworded(const Question& from, const Question& to, const Response& response);

} // namespace fledgling::domain
