#pragma once

#include "domain/QuizPaper.h"

#include <map>
#include <optional>
#include <string>

namespace fledgling::domain {

/// The question of another version's bank that stands for the one asked: of the same id where the author gave
/// one, else of the same type and words. Null when there is none.
[[nodiscard]] const Question* counterpart(const QuizBank& asked, const std::string& key, const QuizBank& other);

/// A response in the places of one wording of a question as one in the places of another: options, pairs and
/// partners are told by their words, and those whose words changed by their order. Nothing where the type
/// changed, or what was chosen has no place there.
[[nodiscard]] std::optional<Response> carried(const Question& from, const Question& to, const Response& response);

/// A paper marked with the questions of another version. A question that is not there any more, or asks for
/// something else, keeps the mark it has by `asked`, an open answer the one a person gave.
[[nodiscard]] Marking regraded(const Paper& paper, const QuizBank& asked, const QuizBank& other,
                               const std::map<std::string, Response>& answers,
                               const std::map<std::string, int>& marks);

} // namespace fledgling::domain
