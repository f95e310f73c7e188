#pragma once

#include "format/quiz/Gift.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fledgling::format {

/// The cells of one question, trimmed.
struct QuestionCells {
    std::string type, text, answer, explanation, category, tags, id, name, format;
    std::vector<std::string> options; ///< by letter; without the empty ones at the end
};

/// Tells what is wrong with a row: kind, the column (its standard heading) and the arguments.
using TellCell = std::function<void(ProblemKind, const std::string&, std::vector<std::string>)>;

/// Works out a question from its cells. False, and told why, when it cannot stand.
[[nodiscard]] bool questionOf(const QuestionCells& cells, domain::Question& question, const TellCell& tell);

} // namespace fledgling::format
