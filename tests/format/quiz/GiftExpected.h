#pragma once

#include "domain/Quiz.h"
#include "format/quiz/Gift.h"

#include <filesystem>
#include <string>

namespace fledgling::test {

/// The bytes of a file; empty when it is not there.
[[nodiscard]] std::string fileText(const std::filesystem::path& file);
/// Reads a bank as the course reader does: bytes, text, questions.
[[nodiscard]] format::GiftReading giftFile(const std::filesystem::path& file);
/// Compares a bank with what Moodle makes of the same file (a JSON beside it). Questions that we refuse on
/// purpose are skipped, and their number is checked against `refusedOnPurpose`.
void expectAsMoodle(const std::filesystem::path& gift, const std::filesystem::path& json,
                    int refusedOnPurpose = 0);

} // namespace fledgling::test
