#include "format/XlsxNumber.h"

#include "domain/Time.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

namespace fledgling::format {

namespace {

constexpr double WHOLE_WITHOUT_LOSS = 1e15;
constexpr int LAST_SERIAL = 2'958'465; // 9999-12-31
constexpr int MINUTES_A_DAY = 1440;

std::optional<double> number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string plain(double value) {
    char text[400];
    if (std::abs(value) < WHOLE_WITHOUT_LOSS && value == std::floor(value)) {
        std::snprintf(text, sizeof text, "%.0f", value);
        return text;
    }
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    return error == std::errc() ? std::string(text, end) : std::string();
}

std::string clock(int minutes) {
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
    return text;
}

/// Day 1 is 1900-01-01; day 60 is the 29 February 1900 that never was, kept by Excel for Lotus's sake.
std::optional<domain::Date> dayOf(int serial, bool date1904) {
    if (date1904) serial += 1462;
    if (serial < 1 || serial == 60 || serial > LAST_SERIAL) return std::nullopt;
    return domain::Date(1899, 12, serial < 60 ? 31 : 30).plusDays(serial);
}

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The first section of a format without what is only shown: quoted and escaped text, colours, padding.
std::string placeholders(std::string_view code) {
    std::string bare;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') break;
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto close = std::min(code.find(']', i + 1), code.size());
            const auto inside = code.substr(i + 1, close - i - 1);
            const bool elapsed =
                !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
            if (elapsed) bare += 'h';
            i = close;
        } else {
            bare += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (const auto half = bare.find("am/pm"); half != std::string::npos) bare.replace(half, 5, "h");
    return bare;
}

} // namespace

NumberShape builtInShape(unsigned formatId) {
    NumberShape shape;
    shape.date = (formatId >= 14 && formatId <= 17) || formatId == 22 || (formatId >= 27 && formatId <= 31) ||
                 formatId == 36 || (formatId >= 50 && formatId <= 54) || formatId == 57 || formatId == 58;
    shape.time = (formatId >= 18 && formatId <= 22) || (formatId >= 32 && formatId <= 35) ||
                 (formatId >= 45 && formatId <= 47) || formatId == 55 || formatId == 56;
    return shape;
}

NumberShape shapeOf(std::string_view formatCode) {
    const std::string bare = placeholders(formatCode);
    NumberShape shape;
    if (bare.find("general") != std::string::npos) return shape;
    shape.time = bare.find_first_of("hs") != std::string::npos;
    shape.date =
        bare.find_first_of("yd") != std::string::npos || (!shape.time && bare.find('m') != std::string::npos);
    if (!bare.empty() && bare.find_first_not_of('0') == std::string::npos)
        shape.zeros = std::min<std::size_t>(bare.size(), 40);
    return shape;
}

std::string numberText(std::string_view raw, const NumberShape& shape, bool date1904) {
    const auto value = number(raw);
    if (!value) return std::string(raw);
    if ((shape.date || shape.time) && *value >= 0 && *value <= LAST_SERIAL) {
        const int all = static_cast<int>(std::floor(*value));
        const int minutes = static_cast<int>(std::lround((*value - all) * MINUTES_A_DAY));
        if (!shape.date && *value < 1) return clock(minutes);
        const auto day = dayOf(all + minutes / MINUTES_A_DAY, date1904);
        if (day)
            return shape.time && minutes % MINUTES_A_DAY > 0 ? day->iso() + " " + clock(minutes) : day->iso();
    }
    std::string text = isDigits(raw) ? std::string(raw) : plain(*value);
    if (isDigits(text) && text.size() < shape.zeros) text.insert(0, shape.zeros - text.size(), '0');
    return text;
}

} // namespace fledgling::format
