#include "domain/Text.h"

#include "domain/Refused.h"

namespace fledgling::domain {

namespace {
constexpr std::string_view IDEOGRAPHIC_SPACE = "\xE3\x80\x80";
constexpr std::string_view ASCII_SPACE = " \t\r\n\v\f";

/// A character of a text and the ASCII one it stands for, 0 where it stands for itself.
struct Twin {
    std::size_t size = 1;
    char ascii = 0;
};

Twin twinAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
    if (byte(0) == 0xC2 && byte(1) == 0xA0) return {2, ' '};
    if (text.substr(at).starts_with(IDEOGRAPHIC_SPACE)) return {IDEOGRAPHIC_SPACE.size(), ' '};
    // U+FF01 to U+FF5E are EF BC 81 to EF BD 9E, and stand for '!' to '~'.
    if (byte(0) != 0xEF || (byte(1) != 0xBC && byte(1) != 0xBD)) return {};
    const unsigned place = (byte(1) - 0xBCU) * 0x40U + (byte(2) & 0x3FU);
    if (byte(2) == 0 || place < 1 || place > '~' - '!' + 1U) return {};
    return {3, static_cast<char>('!' + static_cast<int>(place) - 1)};
}

std::string limited(std::string text, std::string_view field, int limit) {
    if (lengthOf(text) > static_cast<std::size_t>(limit))
        throw Refused(Rule::TextTooLong, {std::string(field), std::to_string(limit)});
    return text;
}
} // namespace

std::size_t lengthOf(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    return count;
}

std::string trimmed(std::string_view text) {
    for (bool again = true; again && !text.empty();) {
        again = true;
        if (ASCII_SPACE.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        else if (text.starts_with(IDEOGRAPHIC_SPACE))
            text.remove_prefix(IDEOGRAPHIC_SPACE.size());
        else if (ASCII_SPACE.find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        else if (text.ends_with(IDEOGRAPHIC_SPACE))
            text.remove_suffix(IDEOGRAPHIC_SPACE.size());
        else
            again = false;
    }
    return std::string(text);
}

std::string halfWidth(std::string_view text, bool (*which)(char twin)) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto twin = twinAt(text, at);
        const bool wanted = twin.ascii != 0 && (!which || which(twin.ascii));
        plain += wanted ? std::string_view(&twin.ascii, 1) : text.substr(at, twin.size);
        at += twin.size;
    }
    return plain;
}

std::string lowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string line(std::string_view text, std::string_view field) {
    std::string one = trimmed(text);
    for (char& c : one)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return limited(std::move(one), field, LINE_LIMIT);
}

std::string note(std::string_view text, std::string_view field) {
    return limited(trimmed(text), field, NOTE_LIMIT);
}

std::string reason(std::string_view text) {
    std::string given = note(text, "reason");
    if (given.empty()) throw Refused(Rule::ReasonNeeded);
    return given;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    if (text.empty()) return parts;
    for (std::size_t at = 0;;) {
        const auto next = text.find(separator, at);
        parts.emplace_back(text.substr(at, next - at));
        if (next == std::string_view::npos) return parts;
        at = next + 1;
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string all;
    for (const auto& part : parts) {
        if (!all.empty()) all += separator;
        all += part;
    }
    return all;
}

} // namespace fledgling::domain
