#include "store/chats/ChatLines.h"

#include "domain/Text.h"

#include <algorithm>
#include <charconv>

namespace fledgling::store {

using namespace domain;

std::string textOf(const std::vector<ChatLine>& lines) {
    std::string all;
    for (const auto& line : lines) {
        std::string said = line.text;
        std::replace_if(
            said.begin(), said.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
        all += std::to_string(line.at) + "\t" + std::string(keyOf(line.speaker)) + "\t" + said + "\n";
    }
    return all;
}

std::vector<ChatLine> chatLinesOf(const std::string& text) {
    std::vector<ChatLine> lines;
    for (const auto& one : split(text, '\n')) {
        const auto first = one.find('\t'), second = one.find('\t', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        ChatLine line;
        std::from_chars(one.data(), one.data() + first, line.at);
        line.speaker = speakerOf(one.substr(first + 1, second - first - 1)).value_or(Speaker::System);
        line.text = one.substr(second + 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace fledgling::store
