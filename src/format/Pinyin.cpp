#include "format/Pinyin.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include <cstdint>
#include <mutex>
#include <vector>

namespace fledgling::format {

namespace {

constexpr std::size_t LONGEST_NAME = 1'000;
/// A Chinese character becomes at most seven letters and a blank: "zhuang ".
constexpr std::size_t LETTERS_PER_CHARACTER = 8;

/// Opened once, which reads a table of all characters; nothing when this machine's ICU lacks that table.
const UTransliterator* toLatin() {
    static const UTransliterator* const opened = [] {
        UErrorCode status = U_ZERO_ERROR;
        const UTransliterator* made = utrans_openU(u"Han-Latin; Latin-ASCII; Lower; [:White_Space:] Remove", -1, UTRANS_FORWARD,
                                                   nullptr, 0, nullptr, &status);
        return U_SUCCESS(status) ? made : nullptr;
    }();
    return opened;
}

} // namespace

std::string pinyinOf(std::string_view name) {
    // A transliterator keeps notes while it works: one name at a time.
    static std::mutex oneAtATime;
    const std::lock_guard alone(oneAtATime);
    const UTransliterator* latin = toLatin();
    if (!latin || name.empty() || name.size() > LONGEST_NAME) return {};
    std::vector<UChar> wide(name.size() * LETTERS_PER_CHARACTER + 1);
    const auto room = static_cast<std::int32_t>(wide.size());
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(), room, &length, name.data(), static_cast<std::int32_t>(name.size()), 0xFFFD, nullptr, &status);
    std::int32_t end = length;
    utrans_transUChars(latin, wide.data(), &length, room, 0, &end, &status);
    if (U_FAILURE(status)) return {};
    std::string letters(static_cast<std::size_t>(length) * 3 + 1, '\0');
    std::int32_t bytes = 0;
    u_strToUTF8(letters.data(), static_cast<std::int32_t>(letters.size()), &bytes, wide.data(), length, &status);
    if (U_FAILURE(status)) return {};
    letters.resize(static_cast<std::size_t>(bytes));
    return letters;
}

} // namespace fledgling::format
