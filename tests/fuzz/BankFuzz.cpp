#include "Require.h"
#include "format/FormatError.h"
#include "format/quiz/BankFile.h"

#include <cstdint>

using namespace fledgling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        // Whatever kind the bytes are taken for: question tables above all, which no other target reads.
        const auto reading = format::readBank({reinterpret_cast<const char*>(data), size}, "bank");
        const auto written = format::writeBank(reading.bank, format::BankKind::Csv, "again.csv");
        if (format::hasErrors(written.problems)) return 0;
        const auto again = format::readBank(written.bytes, "again.csv");
        fuzz::require(!format::hasErrors(again.problems), "what was written is read");
        fuzz::require(again.bank.drawable() == reading.bank.drawable(), "no question is lost");
    } catch (const format::FormatError&) {
    }
    return 0;
}
