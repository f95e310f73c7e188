#include "format/FormatError.h"
#include "format/Xlsx.h"
#include "format/roster/Roster.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Any bytes as a workbook: read, or refused with FormatError.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fledgling;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        (void)format::xlsxTables(bytes, "fuzz.xlsx");
        (void)format::rosterRows(format::rosterSheetOf(bytes, "fuzz.xlsx"));
    } catch (const format::FormatError&) {
        return 0;
    }
    return 0;
}
