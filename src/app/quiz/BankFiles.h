#pragma once

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

} // namespace fledgling::app
