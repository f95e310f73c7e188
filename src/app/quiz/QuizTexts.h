#pragma once

#include "domain/Course.h"
#include "domain/Quiz.h"

#include <optional>
#include <string>
#include <vector>

namespace fledgling::app {

/// A text of a quiz as simple HTML: Markdown as format::toHtml does it, anything else as its words.
[[nodiscard]] std::string htmlOf(const domain::QuizText& text);
/// Its words alone, for controls and the command line; tags of an HTML text are left out.
[[nodiscard]] std::string plainOf(const domain::QuizText& text);

/// An answer put in words: of a true/false question which, else one part per option, pair or step.
struct Said {
    std::optional<bool> truth;
    std::vector<std::string> parts;
    [[nodiscard]] bool empty() const { return !truth && parts.empty(); }
};
[[nodiscard]] Said saidOf(const domain::Question& question, const domain::Response& response);
/// The right answer. Empty for an open question.
[[nodiscard]] Said rightOf(const domain::Question& question);
/// The feedback that belongs to what was answered; may be empty.
[[nodiscard]] std::string feedbackOf(const domain::Question& question, const domain::Response& response);

/// The part of the course a question comes from: a tag or its category names a session, by id or title.
[[nodiscard]] const domain::CourseSession* sessionOf(const domain::Course& course,
                                                     const domain::Question& question);

} // namespace fledgling::app
