#pragma once

#include "Require.h"
#include "format/Utf8.h"
#include "format/quiz/Gift.h"

#include <cstdint>

namespace fledgling::fuzz {

/// Reads the bytes as text by that reader of banks; a question it lets through can be asked and marked.
template <class Read>
int readBank(const std::uint8_t* data, std::size_t size, Read read) {
    format::Problems problems;
    const auto text = format::textOf({reinterpret_cast<const char*>(data), size}, "bank", problems);
    if (!text) return 0;
    const format::GiftReading reading = read(*text, "bank");
    for (const auto& question : reading.bank.questions) {
        using domain::QuestionType;
        const bool choice = question.type == QuestionType::Single || question.type == QuestionType::Multiple;
        require(!choice || question.answers.size() >= 2, "a choice has options");
        static_cast<void>(domain::fractionOf(question, std::string("3.14 *")));
    }
    return 0;
}

} // namespace fledgling::fuzz
