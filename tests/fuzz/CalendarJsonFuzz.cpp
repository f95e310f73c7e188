#include "format/FormatError.h"
#include "format/calendar/CalendarFiles.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Any bytes as the JSON of year and days: read, or refused with FormatError.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fledgling;
    try {
        (void)format::jsonCalendar(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.json");
    } catch (const format::FormatError&) {
        return 0;
    }
    return 0;
}
