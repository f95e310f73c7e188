#include "Require.h"
#include "format/Utf8.h"
#include "format/quiz/Gift.h"

#include <cstdint>

using namespace fledgling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    format::Problems problems;
    const auto text = format::textOf({reinterpret_cast<const char*>(data), size}, "bank.gift", problems);
    if (!text) {
        fuzz::require(!problems.empty(), "a text is refused with a reason");
        return 0;
    }
    const auto reading = format::readGift(*text, "bank.gift");
    const auto again = format::readGift(format::writeGift(reading.bank), "again.gift");
    fuzz::require(again.bank.questions == reading.bank.questions, "a bank reads back the same");
    fuzz::require(again.bank.comments == reading.bank.comments, "and its last comments, too");
    fuzz::require(!format::hasErrors(again.problems), "what was accepted is accepted again");
    for (const auto& question : reading.bank.questions)
        static_cast<void>(domain::fractionOf(question, std::string("3.14 *")));
    return 0;
}
