#include "domain/ItemFigures.h"

#include "domain/QuizPaper.h"

#include <cmath>

namespace fledgling::domain {

namespace {

constexpr std::size_t FEWEST = 3;
/// Below this a sum of squares is rounding, not variance.
constexpr double NO_VARIANCE = 1e-12;
constexpr double EASY = 0.9, HARD = 0.3, POOR = 0.2;

double share(const ItemAnswer& one) { return static_cast<double>(one.fraction) / FULL_MARK; }

std::optional<double> correlation(const std::vector<ItemAnswer>& answers) {
    if (answers.size() < FEWEST) return std::nullopt;
    const auto count = static_cast<double>(answers.size());
    double item = 0, rest = 0;
    for (const auto& one : answers) {
        item += share(one) / count;
        rest += one.rest / count;
    }
    double together = 0, itemAlone = 0, restAlone = 0;
    for (const auto& one : answers) {
        const double a = share(one) - item, b = one.rest - rest;
        together += a * b;
        itemAlone += a * a;
        restAlone += b * b;
    }
    if (itemAlone < NO_VARIANCE || restAlone < NO_VARIANCE) return std::nullopt;
    return together / std::sqrt(itemAlone * restAlone);
}

} // namespace

ItemFigures figuresOf(const Question& question, const std::vector<ItemAnswer>& answers) {
    ItemFigures figures;
    figures.papers = static_cast<int>(answers.size());
    const bool options = question.type == QuestionType::Single || question.type == QuestionType::Multiple;
    if (options) figures.chosen.assign(question.answers.size(), 0);
    double sum = 0;
    for (const auto& one : answers) {
        sum += share(one);
        if (isBlank(one.response)) ++figures.blank;
        const auto* places = std::get_if<std::vector<std::size_t>>(&one.response);
        if (!options || !places) continue;
        for (const std::size_t at : *places)
            if (at < figures.chosen.size()) ++figures.chosen[at];
    }
    if (!answers.empty()) figures.difficulty = sum / static_cast<double>(answers.size());
    figures.discrimination = correlation(answers);
    return figures;
}

std::optional<int> ItemFigures::difficultyPercent() const {
    if (!difficulty) return std::nullopt;
    constexpr double WHOLE = 100;
    return static_cast<int>(std::lround(*difficulty * WHOLE));
}

std::vector<std::size_t> idleDistractors(const Question& question, const ItemFigures& figures) {
    std::vector<std::size_t> idle;
    for (std::size_t at = 0; at < figures.chosen.size() && at < question.answers.size(); ++at)
        if (question.answers[at].fraction <= 0 && figures.chosen[at] == 0) idle.push_back(at);
    return idle;
}

std::vector<ItemFinding> findingsOf(const Question& question, const ItemFigures& figures) {
    if (figures.papers < FEWEST_PAPERS || !figures.difficulty) return {ItemFinding::FewPapers};
    std::vector<ItemFinding> found;
    if (figures.discrimination && *figures.discrimination < 0) found.push_back(ItemFinding::Misleads);
    if (*figures.difficulty < HARD) found.push_back(ItemFinding::TooHard);
    if (*figures.difficulty > EASY) found.push_back(ItemFinding::TooEasy);
    if (figures.discrimination && *figures.discrimination >= 0 && *figures.discrimination < POOR)
        found.push_back(ItemFinding::SeparatesLittle);
    if (!idleDistractors(question, figures).empty()) found.push_back(ItemFinding::IdleDistractor);
    if (found.empty()) found.push_back(ItemFinding::Good);
    return found;
}

} // namespace fledgling::domain
