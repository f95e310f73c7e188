#include "format/RosterText.h"

#include "domain/Text.h"
#include "format/Csv.h"
#include "format/Utf8.h"

#include <array>

namespace fledgling::format {

namespace {

constexpr std::array<std::string_view, 9> NOTHING{"无", "暂无", "-", "--", "/", "\\", "n/a", "null", "none"};

/// Without brackets of any kind and what stands in them, unless nothing else is left.
std::string withoutBrackets(const std::string& text) {
    std::string bare;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) bare += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return domain::trimmed(bare).empty() ? text : bare;
}

bool isBlank(char32_t point) {
    return point == ' ' || point == 0xA0 || point == 0x3000 || point == '\t' || point == '\n';
}

} // namespace

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string wordKey(std::string_view text) {
    std::string plain = domain::lowerAscii(domain::halfWidth(text));
    replaceAll(plain, "【", "[");
    replaceAll(plain, "】", "]");
    std::string key;
    for (const char c : withoutBrackets(plain)) {
        if (c == '#') key += "number";
        if (static_cast<unsigned char>(c) > ' ' &&
            std::string_view("_-*.:#'\"/\\,()[]|!?").find(c) == std::string_view::npos)
            key += c;
    }
    return key;
}

std::string meant(std::string_view cell) {
    std::string text = domain::trimmed(undefended(domain::trimmed(cell)));
    if (text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"'))
        text = text.substr(2, text.size() - 3);
    if (text.size() > 1 && text.front() == '\'' && text[1] >= '0' && text[1] <= '9') text.erase(0, 1);
    const std::string lower = domain::lowerAscii(text);
    for (const auto nothing : NOTHING)
        if (lower == nothing) return {};
    return domain::trimmed(text);
}

bool isDestroyedNumber(std::string_view cell) {
    const std::string text = domain::lowerAscii(std::string(cell));
    if (!text.empty() && text.find_first_not_of('#') == std::string::npos) return true;
    const auto e = text.find('e');
    if (e == std::string::npos || e == 0 || e + 1 >= text.size()) return false;
    const bool mantissa = text.find_first_not_of("0123456789.,") == e && text.find_first_of(".,") < e;
    const bool signedExponent = text[e + 1] == '+';
    const auto exponent = text.substr(e + (signedExponent ? 2 : 1));
    // 12E5 without sign or point is a plausible staff number; 1.38E+10 is not.
    return (mantissa || (signedExponent && text.find_first_not_of("0123456789") == e)) && !exponent.empty() &&
           exponent.find_first_not_of("0123456789") == std::string::npos;
}

bool isWideText(std::string_view text) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = codePointAt(text, at);
        const bool neutral = isBlank(point.value) || point.value == 0xB7 || point.value == 0x2022;
        if (!neutral && !isWide(point.value)) return false;
        any = any || !neutral;
        at += point.size;
    }
    return any;
}

std::string tidyName(std::string_view name) {
    const bool wide = isWideText(name);
    std::string tidy;
    for (std::size_t at = 0; at < name.size();) {
        const auto point = codePointAt(name, at);
        if (!isBlank(point.value))
            tidy += name.substr(at, point.size);
        else if (!wide && !tidy.ends_with(' '))
            tidy += ' ';
        at += point.size;
    }
    return domain::trimmed(tidy);
}

std::string joinedName(std::string_view family, std::string_view middle, std::string_view given) {
    const bool wide = (family.empty() || isWideText(family)) && (given.empty() || isWideText(given));
    if (wide) return tidyName(std::string(family) + std::string(middle) + std::string(given));
    std::vector<std::string> parts;
    for (const auto part : {given, middle, family})
        if (!part.empty()) parts.emplace_back(part);
    return tidyName(domain::joined(parts, " "));
}

} // namespace fledgling::format
