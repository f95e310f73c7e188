#include "store/Value.h"

namespace fledgling::store {

std::string canonical(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return "i" + std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value))
        return "s" + std::to_string(text->size()) + ":" + *text;
    return "-";
}

namespace {

/// Length of the UTF-8 sequence at the front (RFC 3629, section 4); 0 when it is none.
std::size_t sequenceLength(std::string_view bytes) {
    const auto at = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    const auto follows = [&](std::size_t i, unsigned low, unsigned high) {
        return at(i) >= low && at(i) <= high;
    };
    const unsigned lead = at(0);
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;  // overlong below
        const unsigned high = lead == 0xED ? 0x9F : 0xBF; // surrogates above
        return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF; // past U+10FFFF above
        return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

} // namespace

bool isText(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte == 0) return false;
        const std::size_t length = byte < 0x80 ? 1 : sequenceLength(bytes.substr(at));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

} // namespace fledgling::store
