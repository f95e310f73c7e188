#include "BankReader.h"
#include "format/quiz/Aiken.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fledgling::fuzz::readBank(data, size, fledgling::format::readAiken);
}
