#include "domain/Roster.h"
#include "format/FormatError.h"
#include "format/roster/Roster.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Any bytes as a roster: decoded, read, mapped and judged, or refused with FormatError; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fledgling;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // Workbooks have their own program.
    if (bytes.starts_with("PK")) return 0;
    try {
        const auto rows = format::rosterRows(format::rosterSheetOf(bytes, "fuzz.csv"));
        (void)domain::rosterDecisions(rows, {});
    } catch (const format::FormatError&) {
        return 0;
    }
    return 0;
}
