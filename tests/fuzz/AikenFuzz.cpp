#include "Require.h"
#include "format/Utf8.h"
#include "format/quiz/Aiken.h"

#include <cstdint>

using namespace fledgling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    format::Problems problems;
    const auto text = format::textOf({reinterpret_cast<const char*>(data), size}, "bank", problems);
    if (!text) return 0;
    const auto reading = format::readAiken(*text, "bank");
    for (const auto& question : reading.bank.questions)
        fuzz::require(!(question.type == domain::QuestionType::Single && question.answers.size() < 2),
                      "a choice has options");
    return 0;
}
