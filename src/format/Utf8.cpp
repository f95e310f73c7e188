#include "format/Utf8.h"

#include <cstdio>

namespace fledgling::format {

namespace {

unsigned byteOrZero(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

/// Length of the valid sequence at `at`; 0 when there is none.
std::size_t sequenceAt(std::string_view bytes, std::size_t at) {
    const unsigned lead = byteOrZero(bytes, at);
    if (lead < 0x80) return 1;
    const std::size_t size = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    if (size == 0 || at + size > bytes.size()) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((byteOrZero(bytes, at + i) & 0xC0U) != 0x80U) return 0;
    const unsigned second = byteOrZero(bytes, at + 1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return size;
}

/// Whether every byte above ASCII belongs to a pair or quadruple of GB18030.
bool isGb18030(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned lead = byteOrZero(bytes, i), second = byteOrZero(bytes, i + 1);
        if (lead < 0x80) {
            ++i;
        } else if (lead < 0x81 || lead > 0xFE) {
            return false;
        } else if ((second >= 0x40 && second <= 0x7E) || (second >= 0x80 && second <= 0xFE)) {
            i += 2;
        } else if (second >= 0x30 && second <= 0x39 && byteOrZero(bytes, i + 2) >= 0x81 &&
                   byteOrZero(bytes, i + 3) >= 0x30 && byteOrZero(bytes, i + 3) <= 0x39) {
            i += 4;
        } else {
            return false;
        }
    }
    return true;
}

bool isUtf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    std::size_t zeros = 0;
    const auto head = bytes.substr(0, 256);
    for (const char c : head)
        zeros += c == '\0' ? 1U : 0U;
    return zeros * 4 > head.size();
}

/// The place of a byte in a text that need not be valid UTF-8 from there on.
Problem problemAt(ProblemKind kind, const std::string& file, std::string_view bytes, std::size_t at,
                  std::vector<std::string> arguments = {}) {
    const Place place = placeOf(bytes, at);
    return {kind, file, place.line, place.column, std::move(arguments)};
}

std::string withUnixLineEnds(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r')
            text += bytes[i];
        else if (byteOrZero(bytes, i + 1) != '\n')
            text += '\n';
    }
    return text;
}

bool isControl(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

} // namespace

std::size_t invalidUtf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const auto size = sequenceAt(bytes, i);
        if (size == 0) return i;
        i += size;
    }
    return std::string_view::npos;
}

std::optional<std::string> textOf(std::string_view bytes, const std::string& file, Problems& problems) {
    if (bytes.size() > TEXT_LIMIT) {
        problems.push_back({ProblemKind::TextTooBig, file, 0, 0, {std::to_string(TEXT_LIMIT >> 20U)}});
        return std::nullopt;
    }
    if (isUtf16(bytes)) {
        problems.push_back({ProblemKind::LooksLikeUtf16, file, 1, 1, {}});
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const auto bad = invalidUtf8(bytes); bad != std::string_view::npos) {
        const auto kind = isGb18030(bytes) ? ProblemKind::LooksLikeGb18030 : ProblemKind::NotUtf8;
        problems.push_back(problemAt(kind, file, bytes, bad));
        return std::nullopt;
    }
    std::string text = withUnixLineEnds(bytes);
    bool clean = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isControl(text[i])) continue;
        char code[8];
        std::snprintf(code, sizeof code, "U+%04X",
                      static_cast<unsigned>(static_cast<unsigned char>(text[i])));
        if (clean) problems.push_back(problemAt(ProblemKind::ControlCharacter, file, text, i, {code}));
        clean = false;
    }
    return clean ? std::optional(std::move(text)) : std::nullopt;
}

CodePoint codePointAt(std::string_view utf8, std::size_t at) {
    const unsigned lead = byteOrZero(utf8, at);
    if (lead < 0xC0) return {static_cast<char32_t>(lead), 1};
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
        value = (value << 6U) | (byteOrZero(utf8, at + i) & 0x3FU);
    return {value, size};
}

bool isWide(char32_t point) {
    return (point >= 0x2E80 && point <= 0x9FFF) || (point >= 0xAC00 && point <= 0xD7A3) ||
           (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFE30 && point <= 0xFE4F) ||
           (point >= 0xFF00 && point <= 0xFF60) || (point >= 0x20000 && point <= 0x3FFFD);
}

int columnOf(std::string_view line, std::size_t at) {
    if (at > 4096) return 0;
    int column = 1;
    for (std::size_t i = 0; i < at && i < line.size(); ++i)
        if ((static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U) ++column;
    return column;
}

Place placeOf(std::string_view text, std::size_t at) {
    Place place;
    std::size_t lineStart = 0;
    for (std::size_t i = 0; i < at && i < text.size(); ++i) {
        if (text[i] != '\n') continue;
        ++place.line;
        lineStart = i + 1;
    }
    place.column = columnOf(text.substr(lineStart), at - lineStart);
    return place;
}

} // namespace fledgling::format
