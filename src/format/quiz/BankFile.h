#pragma once

#include "format/quiz/Gift.h"

#include <optional>
#include <string>
#include <string_view>

namespace fledgling::format {

enum class BankKind { Gift, Aiken, MoodleXml, Csv, Xlsx };

struct BankReading {
    domain::QuizBank bank;
    Problems problems;
    BankKind kind = BankKind::Gift;
};

/// Reads a bank of questions, its kind told by content and not by name: a workbook, Moodle XML, Aiken, a
/// question table as CSV, else GIFT. UTF-8, UTF-16 and GB18030, any line ends. FormatError for what is no
/// text, or a broken workbook.
[[nodiscard]] BankReading readBank(std::string_view bytes, const std::string& file);

/// The kind that a target's ending names (.gift .txt .xml .csv .xlsx, in any case); nothing for others.
[[nodiscard]] std::optional<BankKind> bankKindOf(std::string_view fileName);

struct BankWriting {
    std::string bytes; ///< empty when a problem is an error
    Problems problems; ///< questions that cannot be written, and what is lost of others
};
/// Writes a bank and reads it again: a question that would come back otherwise is an error. Aiken is not
/// written.
[[nodiscard]] BankWriting writeBank(const domain::QuizBank& bank, BankKind kind, const std::string& file);

/// The question without what nobody sees: comments, the format of an empty text, of a typed answer.
[[nodiscard]] domain::Question settled(domain::Question question);

} // namespace fledgling::format
