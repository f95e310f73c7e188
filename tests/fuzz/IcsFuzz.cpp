#include "format/FormatError.h"
#include "format/calendar/CalendarFiles.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Any bytes as an .ics file: its events are used, left to the user or listed as bad; days ascend.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fledgling;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const auto file = format::icsCalendar(bytes, "fuzz.ics", {2025, 2028});
        for (std::size_t i = 1; i < file.days.size(); ++i)
            if (!(file.days[i - 1].day < file.days[i].day)) std::abort();
        for (const auto& event : file.undecided)
            if (event.last < event.first) std::abort();
    } catch (const format::FormatError&) {
        return 0;
    }
    return 0;
}
