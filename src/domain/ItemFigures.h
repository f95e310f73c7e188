#pragma once

#include "domain/Quiz.h"

#include <optional>
#include <vector>

namespace fledgling::domain {

/// How one paper did on a question, and on the others.
struct ItemAnswer {
    int fraction = 0; ///< of FULL_MARK
    double rest = 0;  ///< mean share of the full mark over the paper's other questions, 0 to 1
    Response response;
};

/// How a question works. What can't be said is nothing, never 0.
struct ItemFigures {
    int papers = 0;
    std::optional<double> difficulty; ///< mean share of the full mark, 0 to 1: the higher, the easier
    /// Correlation of the item's score with the rest score (point-biserial for right or wrong): near 1 tells
    /// apart who knows, below 0 misleads. Nothing for fewer than three papers or where one side never varies.
    std::optional<double> discrimination;
    std::vector<int> chosen; ///< Single, Multiple: how often each option was, by its place in the bank
    int blank = 0;           ///< papers that left it open
    /// The difficulty as it is said everywhere: in whole percent.
    [[nodiscard]] std::optional<int> difficultyPercent() const;
};

[[nodiscard]] ItemFigures figuresOf(const Question& question, const std::vector<ItemAnswer>& answers);

/// What the figures of a question mean. The bounds are those usual in item analysis (assumed: an index of
/// discrimination below 20 hundredths is poor).
enum class ItemFinding {
    FewPapers,       ///< fewer than FEWEST_PAPERS: nothing can be said
    TooEasy,         ///< nearly everybody has it right
    TooHard,         ///< hardly anybody has
    Misleads,        ///< who knows the rest gets it wrong: look at the key first
    SeparatesLittle, ///< who knows the rest does hardly better
    IdleDistractor,  ///< a wrong option that nobody takes; see idleDistractors
    Good
};
inline constexpr int FEWEST_PAPERS = 5;
/// What stands out, the gravest first; Good alone when nothing does.
[[nodiscard]] std::vector<ItemFinding> findingsOf(const Question& question, const ItemFigures& figures);
/// The places of wrong options that nobody chose, of Single and Multiple.
[[nodiscard]] std::vector<std::size_t> idleDistractors(const Question& question, const ItemFigures& figures);

} // namespace fledgling::domain
