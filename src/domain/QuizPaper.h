#pragma once

#include "domain/Course.h"
#include "domain/Id.h"
#include "domain/Quiz.h"
#include "domain/Time.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fledgling::domain {

/// One attempt at a quiz: by whom, in which course, and the 1st, 2nd ... of that trainee.
struct PaperKey {
    PersonId trainee;
    std::string course;
    std::string assessment;
    int attempt = 1;
    friend auto operator<=>(const PaperKey&, const PaperKey&) = default;
    friend bool operator==(const PaperKey&, const PaperKey&) = default;
};

/// A paper as it was drawn. It names the course version, whose bank stands in the book for ever: a later
/// version changes nothing of it.
struct Paper {
    PaperKey key;
    std::string version;
    std::string bank;                   ///< package path
    std::vector<std::string> questions; ///< their keys (see questionKeys), in the order asked
    std::uint32_t seed = 0;
    Instant begun;
    int minutes = 0; ///< 0: no limit
    /// True once the minutes have run out; the last millisecond still counts.
    [[nodiscard]] bool over(Instant now) const;
    friend bool operator==(const Paper&, const Paper&) = default;
};

/// A key per question of the bank: its id where the author gave one that no other has, else "#3", its place.
[[nodiscard]] std::vector<std::string> questionKeys(const QuizBank& bank);
/// Null when the bank has no such question.
[[nodiscard]] const Question* questionOf(const QuizBank& bank, const std::string& key);

/// Draws a paper: as many from each topic as the course wants, the rest from anywhere, mixed; every question
/// (and no description) where the course draws none. The same seed draws the same paper on every platform:
/// the generator is fixed by the standard, and the rest is written here.
[[nodiscard]] std::vector<std::string> drawn(const QuizBank& bank, const Assessment& assessment,
                                             std::uint32_t seed);

/// The places of a question's options as they are shown, mixed by the paper's seed and the question's place
/// on it: of answers (Single, Multiple, Ordering), of partners() (Matching). Steps never stand in their right
/// order. Empty for the other types.
[[nodiscard]] std::vector<std::size_t> shownOrder(const Question& question, std::uint32_t seed,
                                                  std::size_t place);
/// What can be chosen as a partner, each once, in the bank's order.
[[nodiscard]] std::vector<std::string> partners(const Question& question);

/// A response in the places shown as one in the bank's places, and back: places of the bank would tell the
/// right order of steps. Throws Refused(UnknownQuestion) naming an option that isn't there.
[[nodiscard]] Response asBank(const Response& shown, const std::vector<std::size_t>& order);
[[nodiscard]] Response asShown(const Response& bank, const std::vector<std::size_t>& order);

/// True where nothing was chosen or typed.
[[nodiscard]] bool isBlank(const Response& response);
/// True where some, but not all, of that many pairs have a partner.
[[nodiscard]] bool isPartial(const Response& response, std::size_t pairs);

/// A paper marked question by question.
struct Marking {
    std::vector<std::optional<int>> fractions; ///< of FULL_MARK, as asked; nothing: waits for a marker
    [[nodiscard]] int waiting() const;
    /// Of the full mark, rounded down: whoever misses the pass mark by a hair has missed it. What thirds lose
    /// is made good first.
    [[nodiscard]] int percent() const;
};

/// Marks a paper. An open question takes its mark from `marks`; one left blank needs no marker and has 0.
[[nodiscard]] Marking marked(const Paper& paper, const QuizBank& bank,
                             const std::map<std::string, Response>& answers,
                             const std::map<std::string, int>& marks);

/// True where readiness of that post asks for the assessment.
[[nodiscard]] bool asksFor(const Course& course, Post post, const std::string& assessment);
/// A quiz that readiness doesn't ask for may be taken freely.
[[nodiscard]] bool isPractice(const Course& course, const std::string& assessment);

} // namespace fledgling::domain
