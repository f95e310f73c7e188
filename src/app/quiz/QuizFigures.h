#pragma once

#include "app/Desk.h"
#include "domain/ItemFigures.h"

#include <string>
#include <vector>

namespace fledgling::app {

/// Figures of one question of a course version.
struct QuestionFigures {
    std::string course;
    std::string version;
    std::string question;             ///< its key
    std::string text;                 ///< its words
    std::vector<std::string> options; ///< beside ItemFigures::chosen
    domain::ItemFigures figures;
    std::vector<domain::ItemFinding> findings;
};

/// Of every question of that quiz that was ever handed in, by version in the order of the bank; an answer
/// that waits for its mark is left out. Refused(NotYourRight) for who may not mark, Refused(UnknownAssessment) for what
/// no course in the book has as a quiz.
[[nodiscard]] std::vector<QuestionFigures> quizFigures(Desk& desk, const std::string& assessment);

} // namespace fledgling::app
