#include "format/quiz/Gift.h"

#include "format/Utf8.h"
#include "format/quiz/GiftBlock.h"

namespace fledgling::format {

namespace {

/// "\neq" inside $...$ or \(...\) loses its backslash and n to a new line.
void warnOfLatex(const GiftLine& line, const std::string& file, Problems& problems) {
    bool dollar = false, paren = false;
    const auto last = line.text.rfind('$');
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        if (line.text[i] == '$') dollar = !dollar;
        if (line.text[i] != '\\' || i + 1 >= line.text.size()) continue;
        const char next = line.text[++i];
        if (next == '(' || next == '[') paren = true;
        if (next == ')' || next == ']') paren = false;
        const bool closes = last != std::string_view::npos && last > i;
        const bool word = i + 1 < line.text.size() && line.text[i + 1] >= 'a' && line.text[i + 1] <= 'z';
        if (next == 'n' && word && (paren || (dollar && closes)))
            problems.push_back({ProblemKind::GiftLatexNewline,
                                file,
                                line.number,
                                columnOf(line.text, i - 1) + line.column - 1,
                                {}});
    }
}

/// Braces written full-width leave a question without answers, which nobody would notice.
void warnOfWideBraces(const GiftLine& line, const std::string& file, Problems& problems) {
    const auto at = line.text.find("｛");
    if (at != std::string_view::npos && line.text.find('{') == std::string_view::npos)
        problems.push_back({ProblemKind::GiftFullWidth,
                            file,
                            line.number,
                            columnOf(line.text, at) + line.column - 1,
                            {"｛", "{"}});
}

} // namespace

GiftReading readGift(std::string_view text, const std::string& file) {
    GiftReading reading;
    std::string category;
    std::vector<GiftLine> block;
    std::vector<std::string> waiting;
    const auto endBlock = [&] {
        if (!block.empty()) readGiftBlock(block, file, reading, category, waiting);
        block.clear();
    };
    int number = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto whole = text.substr(at, end - at);
        const auto line = giftTrimmed(whole);
        ++number;
        const auto indent = line.empty() ? 0 : static_cast<std::size_t>(line.data() - whole.data());
        if (line.empty() || line == "0") {
            if (line == "0" && !block.empty())
                reading.problems.push_back(
                    {ProblemKind::GiftLoneZero, file, number, static_cast<int>(indent) + 1, {}});
            endBlock();
        } else {
            block.push_back({line, number, static_cast<int>(indent) + 1});
            if (!line.starts_with("//")) {
                warnOfLatex(block.back(), file, reading.problems);
                warnOfWideBraces(block.back(), file, reading.problems);
            }
        }
        at = end + 1;
    }
    endBlock();
    reading.bank.comments = std::move(waiting);
    sortProblems(reading.problems);
    return reading;
}

} // namespace fledgling::format
