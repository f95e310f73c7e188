#pragma once

#include "domain/Quiz.h"
#include "format/Problem.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::app {

/// A file of questions beside the bank they are to go into; nothing is kept.
struct BankImport {
    enum class Verdict {
        New,
        There,    ///< the bank, or the file further up, asks it already
        Otherwise ///< it does, with other answers: the bank's stay
    };
    struct Line {
        std::size_t at = 0; ///< in the file's bank
        Verdict verdict = Verdict::New;
        std::string words;
    };
    std::string path;
    domain::QuizBank bank; ///< what could be read
    format::Problems problems;
    std::vector<Line> lines; ///< in the order of the file

    [[nodiscard]] int count(Verdict verdict) const;
    /// What is asked, by type, in the order of the types.
    [[nodiscard]] std::vector<std::pair<domain::QuestionType, int>> types() const;
    /// The questions that are new, with the file's topics.
    [[nodiscard]] domain::QuizBank fresh() const;
};

/// Reads a file as readBankFile does. Throws FormatError.
[[nodiscard]] BankImport readImport(const domain::QuizBank& into, const std::string& path);

} // namespace fledgling::app
