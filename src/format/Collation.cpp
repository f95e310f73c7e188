#include "format/Collation.h"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include <cstdint>
#include <vector>

namespace fledgling::format {

namespace {

/// Opened once and only read from then on; nothing when this machine's ICU has no data for Chinese.
const UCollator* chinese() {
    static const UCollator* const collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        UCollator* opened = ucol_open("zh@collation=pinyin", &status);
        return U_SUCCESS(status) ? opened : nullptr;
    }();
    return collator;
}

} // namespace

std::string sortKey(std::string_view name) {
    const UCollator* collator = chinese();
    if (!collator || name.empty() || name.size() > 100'000) return std::string(name);
    std::vector<UChar> wide(name.size() + 1);
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(), static_cast<std::int32_t>(wide.size()), &length, name.data(),
                         static_cast<std::int32_t>(name.size()), 0xFFFD, nullptr, &status);
    if (U_FAILURE(status)) return std::string(name);
    std::vector<std::uint8_t> key(64);
    auto needed =
        ucol_getSortKey(collator, wide.data(), length, key.data(), static_cast<std::int32_t>(key.size()));
    if (needed > static_cast<std::int32_t>(key.size())) {
        key.resize(static_cast<std::size_t>(needed));
        needed = ucol_getSortKey(collator, wide.data(), length, key.data(), needed);
    }
    // The key ends with a zero byte that says nothing.
    return {key.begin(), key.begin() + (needed > 0 ? needed - 1 : 0)};
}

} // namespace fledgling::format
