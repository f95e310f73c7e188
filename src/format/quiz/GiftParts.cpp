#include "format/quiz/GiftParts.h"

#include "domain/Text.h"
#include "format/Utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace fledgling::format {

using namespace domain;

namespace {

std::optional<QuizFormat> formatNamed(const std::string& name) {
    if (name == "html") return QuizFormat::Html;
    if (name == "moodle") return QuizFormat::Auto;
    if (name == "plain") return QuizFormat::Plain;
    if (name == "markdown") return QuizFormat::Markdown;
    return std::nullopt;
}

struct Mark {
    std::size_t begin = 0, end = 0; ///< from the bracket to behind the other one
    std::string text;
};

/// The first mark of a line at or after `from` that is closed and holds something.
std::optional<Mark> markFrom(std::string_view comments, std::string_view opening, std::size_t from) {
    for (std::size_t at = comments.find(opening, from); at != std::string_view::npos;) {
        std::string mark;
        std::size_t i = at + opening.size();
        for (; i < comments.size() && comments[i] != ']' && static_cast<unsigned char>(comments[i]) >= 0x20;
             ++i) {
            if (comments.compare(i, 2, "\\]") == 0) ++i;
            mark += comments[i];
        }
        const std::string text(giftTrimmed(mark));
        if (i < comments.size() && comments[i] == ']' && !text.empty()) return Mark{at, i + 1, text};
        at = comments.find(opening, i);
    }
    return std::nullopt;
}

/// A comment without its marks.
std::string unmarked(std::string line) {
    const auto first = [&] {
        const auto id = markFrom(line, "[id:", 0);
        return id ? id : markFrom(line, "[tag:", 0);
    };
    for (auto mark = first(); mark; mark = first()) {
        const bool blankBefore = mark->begin == 0 || line[mark->begin - 1] == ' ';
        const bool blankBehind = mark->end == line.size() || line[mark->end] == ' ';
        // Words on both sides of it stay apart.
        const auto end = std::min(line.size(), mark->end + (blankBefore && blankBehind ? 1 : 0));
        line.replace(mark->begin, end - mark->begin, blankBefore || blankBehind ? "" : " ");
    }
    const auto kept = giftTrimmed(line);
    return kept.empty() ? std::string() : line.substr(0, static_cast<std::size_t>(kept.data() - line.data()) + kept.size());
}

std::string withoutTags(const std::string& text) {
    std::string bare;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        const bool tag = text[i] == '<' &&
                         (std::isalpha(static_cast<unsigned char>(next)) != 0 || next == '/' || next == '!');
        const auto end = tag ? text.find('>', i) : std::string::npos;
        if (end == std::string::npos)
            bare += text[i];
        else
            i = end;
    }
    return std::string(giftTrimmed(bare));
}

} // namespace

QuizText giftFormatted(GiftText part, QuizFormat usual) {
    QuizFormat format = usual;
    if (part.startsWith("[")) {
        const auto end = part.find("]");
        const auto named = end == GiftText::NONE ? std::nullopt : formatNamed(part.until(end).from(1).raw());
        if (named) {
            format = *named;
            part = part.from(end + 1);
        }
    }
    std::string text = part.text();
    return {text, text.empty() ? usual : format};
}

QuizAnswer giftAnswer(GiftText part, QuizFormat usual) {
    const auto hash = part.find("#");
    QuizAnswer answer;
    answer.text = giftFormatted(part.until(hash).trimmed(), usual);
    answer.feedback = {"", usual};
    if (hash != GiftText::NONE) answer.feedback = giftFormatted(part.from(hash + 1).trimmed(), usual);
    return answer;
}

std::string giftName(const QuizText& text) {
    const std::string bare = withoutTags(text.text);
    if (lengthOf(bare) <= 80) return bare;
    std::size_t end = 0, cut = 0;
    for (int count = 0; count < 77; ++count) {
        const auto point = codePointAt(bare, end);
        end += point.size;
        if (point.value == ' ' || point.value == '.' || isWide(point.value)) cut = end;
    }
    return bare.substr(0, cut == 0 ? end : cut) + "...";
}

std::string giftDecimal(double value) {
    std::array<char, 40> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value == 0 ? 0.0 : value).ptr;
    return {digits.data(), end};
}

std::vector<std::string> GiftComments::marks(std::string_view opening) const {
    std::vector<std::string> marks;
    for (const auto& line : m_lines)
        for (auto mark = markFrom(line.text, opening, 0); mark; mark = markFrom(line.text, opening, mark->end))
            if (std::find(marks.begin(), marks.end(), mark->text) == marks.end()) marks.push_back(mark->text);
    return marks;
}

std::string GiftComments::paragraph() const {
    std::string all;
    for (const auto& line : m_lines) {
        if (&line != &m_lines.front()) all += '\n';
        all += line.text;
    }
    return all;
}

std::vector<QuizComment> GiftComments::of(int begins, const std::vector<int>& parts) const {
    std::vector<QuizComment> found;
    for (const auto& line : m_lines) {
        auto text = unmarked(std::string(line.text));
        if (text.empty() && !line.text.empty()) continue; // id and tags stand in the question
        if (line.number < begins) {
            found.push_back({QuizComment::Place::Above, 0, std::move(text)});
            continue;
        }
        const auto before = std::count_if(parts.begin(), parts.end(), [&](int part) { return part < line.number; });
        found.push_back({QuizComment::Place::Inside, static_cast<std::size_t>(before), std::move(text)});
    }
    return found;
}

std::size_t giftWeightSize(std::string_view text) {
    if (!text.starts_with('%')) return 0;
    std::size_t at = 1;
    while (at < text.size() && text[at] == '-')
        ++at;
    const std::size_t digits = at;
    bool point = false;
    for (; at < text.size(); ++at) {
        const bool digit = text[at] >= '0' && text[at] <= '9';
        if (!digit && (text[at] != '.' || point || at == digits)) break;
        point = point || text[at] == '.';
    }
    return at > digits && at < text.size() && text[at] == '%' ? at + 1 : 0;
}

} // namespace fledgling::format
