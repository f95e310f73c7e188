#pragma once

#include "domain/Quiz.h"
#include "format/Problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

struct InlineQuizReading {
    std::vector<domain::Question> questions; ///< texts in Markdown, named "1", "2" ... in their order
    Problems problems;
};

/// The questions below "## Quiz" or "## 小测" of a session's text (see courses/README.md). Questions with an
/// error are left out. `firstLine` is the line of the file in which the text begins.
[[nodiscard]] InlineQuizReading readInlineQuiz(std::string_view markdown, const std::string& file,
                                               int firstLine = 1);

/// The text without its quiz sections: what is shown before the quiz is taken.
[[nodiscard]] std::string withoutQuiz(std::string_view markdown);

} // namespace fledgling::format
