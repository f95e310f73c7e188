#pragma once

#include "domain/Quiz.h"
#include "format/Problem.h"

#include <cstddef>
#include <string>

namespace fledgling::app {

/// What a bank of questions on disk holds, and what is wrong with it.
struct BankCheck {
    std::size_t questions = 0; ///< that can be asked
    format::Problems problems;
};
/// Reads a bank in GIFT, Moodle XML, Aiken or a question table. Throws FormatError for a file that is none.
[[nodiscard]] BankCheck checkBank(const std::string& path);

/// Writes a bank as the target's ending says (.gift .txt .xml .csv .xlsx). Nothing is written while a problem
/// is an error. Refused(BankExists) for a target that is there, unless `replace`; Refused(BankKindUnknown).
[[nodiscard]] BankCheck convertBank(const std::string& path, const std::string& target, bool replace);

struct BankRead {
    domain::QuizBank bank;
    format::Problems problems;
};
[[nodiscard]] BankRead readBankFile(const std::string& path);
/// Writes a bank of the book, as convertBank does.
[[nodiscard]] BankCheck exportBank(const domain::QuizBank& bank, const std::string& target, bool replace);

/// The questions of another bank behind these; an id that is taken here is given up.
void addTo(domain::QuizBank& bank, domain::QuizBank more);

enum class Onto { New, Append, Replace };
/// Writes a bank of any kind into a course folder, as GIFT and if wanted behind the questions that stand there.
/// The problems are the bank's, then those of the course with it; nothing is written while the bank has an
/// error, or the target lies in no course folder (a problem). Refused: BankKindUnknown for a target that isn't
/// .gift, BankExists for one that is there unless `append` or `replace`.
[[nodiscard]] BankCheck importBank(const std::string& path, const std::string& target, Onto onto);

} // namespace fledgling::app
