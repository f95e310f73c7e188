#include "format/YamlLint.h"

#include "domain/Text.h"
#include "format/Utf8.h"

#include <optional>

namespace fledgling::format {

namespace {

constexpr std::string_view FULL_WIDTH_COLON = "\xEF\xBC\x9A";

bool isKeyStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isKeyPart(char c) { return isKeyStart(c) || (c >= '0' && c <= '9') || c == '-'; }

/// A line with more slips than that is not written by hand; looking on would only cost time.
constexpr int SLIPS_OF_A_LINE = 20;

/// Walks through a file line by line and, within a line, piece by piece outside quotes.
class Lint {
public:
    Lint(std::string_view text, std::string file) : m_file(std::move(file)) {
        m_lint.lines = domain::split(text, '\n');
        if (m_lint.lines.empty()) m_lint.lines.emplace_back();
    }

    YamlLint run() {
        for (m_at = 0; m_at < m_lint.lines.size(); ++m_at)
            checkLine();
        return std::move(m_lint);
    }

private:
    [[nodiscard]] std::string& line() { return m_lint.lines[m_at]; }

    void problem(ProblemKind kind, std::size_t column, std::vector<std::string> arguments = {}) {
        const int number = static_cast<int>(m_at) + 1;
        ++m_slips;
        m_lint.problems.push_back({kind, m_file, number, columnOf(line(), column), std::move(arguments)});
        m_lint.faulty.insert(number);
    }

    void checkLine() {
        const std::size_t indent = std::min(line().find_first_not_of(" \t"), line().size());
        m_slips = 0;
        if (indent == line().size()) return;
        if (m_quote) {
            insideQuote(0);
            return;
        }
        if (m_block) {
            if (indent > *m_block) return;
            m_block.reset();
        }
        checkIndent(indent);
        if (!m_brackets.empty() && beginsAnew()) closeBrackets();
        const std::size_t begin = std::min(line().find_first_not_of(' '), line().size());
        checkPieces(begin);
        if (!m_quote && m_brackets.empty() && opensBlock()) m_block = begin;
    }

    void checkIndent(std::size_t indent) {
        const auto tab = line().substr(0, indent).find('\t');
        if (tab == std::string::npos) return;
        if (line()[indent] != '#') problem(ProblemKind::TabIndent, tab);
        std::string spaces;
        for (std::size_t i = 0; i < indent; ++i)
            spaces += line()[i] == '\t' ? "  " : " ";
        line().replace(0, indent, spaces);
    }

    /// A key can stand at the beginning of a line, after "- ", and in a flow map after { or ,.
    void checkPieces(std::size_t at) {
        bool keyCanStand = true;
        while (at < line().size() && m_slips < SLIPS_OF_A_LINE) {
            const char c = line()[at];
            if (c == '#' && (at == 0 || line()[at - 1] == ' ')) return;
            if (c == ' ') {
                ++at;
            } else if ((c == '"' || c == '\'') && valueCanStart(at)) {
                m_quote = c;
                m_quoteLine = m_at;
                m_quoteAt = at;
                at = insideQuote(at + 1);
                keyCanStand = false;
            } else if (std::string_view("{[").find(c) != std::string_view::npos &&
                       (!m_brackets.empty() || valueCanStart(at))) {
                m_brackets.push_back({m_at, at, c});
                keyCanStand = true;
                ++at;
            } else if (!m_brackets.empty() && (c == '}' || c == ']' || c == ',')) {
                if (c != ',') m_brackets.pop_back();
                keyCanStand = c == ',';
                ++at;
            } else if (c == '-' && keyCanStand && m_brackets.empty() && at + 1 < line().size() &&
                       line()[at + 1] == ' ') {
                at += 2;
            } else {
                if (keyCanStand && isKeyStart(c))
                    at = checkKey(at);
                else
                    ++at;
                keyCanStand = false;
            }
        }
    }

    /// Quotes and brackets mean something only where a value begins.
    [[nodiscard]] bool valueCanStart(std::size_t at) {
        const auto before = line().find_last_not_of(' ', at == 0 ? std::string::npos : at - 1);
        if (at == 0 || before == std::string::npos) return true;
        const char c = line()[before];
        if (!m_brackets.empty() && std::string_view("{[,").find(c) != std::string_view::npos) return true;
        if (c == '-') return before + 1 < at && line().find_first_not_of(" -") > before;
        return c == ':' && before + 1 < at;
    }

    std::size_t checkKey(std::size_t begin) {
        std::size_t end = begin;
        while (end < line().size() && isKeyPart(line()[end]))
            ++end;
        const std::string key = line().substr(begin, end - begin);
        const auto colon = line().find_first_not_of(' ', end);
        if (colon == std::string::npos) return end;
        if (line().compare(colon, FULL_WIDTH_COLON.size(), FULL_WIDTH_COLON) == 0) {
            problem(ProblemKind::FullWidthColon, colon, {key});
            line().replace(colon, FULL_WIDTH_COLON.size(), ": ");
            return colon + 2;
        }
        if (colon != end || line()[end] != ':' || end + 1 == line().size()) return end;
        const char after = line()[end + 1];
        if (after == ' ' || after == '/' || after == ':') return end + 1;
        if (!m_brackets.empty() && (after == ',' || after == '}' || after == ']')) return end + 1;
        problem(ProblemKind::ColonWithoutSpace, end, {key});
        line().insert(end + 1, " ");
        return end + 2;
    }

    /// While a bracket is open: a line that can only be the next thing, so that the bracket was forgotten.
    [[nodiscard]] bool beginsAnew() {
        const auto begin = line().find_first_not_of(' ');
        if (line().compare(begin, 2, "- ") == 0) return true;
        std::size_t end = 0;
        while (end < line().size() && isKeyPart(line()[end]))
            ++end;
        return end > 0 && end < line().size() && line()[end] == ':' &&
               (end + 1 == line().size() || line()[end + 1] == ' ');
    }

    void closeBrackets() {
        const auto here = m_at;
        const Bracket open = m_brackets.back();
        m_at = open.line;
        problem(ProblemKind::BracketNeverClosed, open.at,
                {std::string(1, open.kind), open.kind == '[' ? "]" : "}"});
        for (auto between = open.line; between < here; ++between)
            m_lint.faulty.insert(static_cast<int>(between) + 1);
        m_at = here - 1;
        while (m_at > open.line && line().find_first_not_of(' ') == std::string::npos)
            --m_at;
        for (; !m_brackets.empty(); m_brackets.pop_back())
            line() += m_brackets.back().kind == '[' ? ']' : '}';
        m_at = here;
    }

    /// Goes on to the closing quote; where it is never closed, on the line it was opened, closes it there.
    std::size_t insideQuote(std::size_t at) {
        for (; at < line().size(); ++at) {
            if (*m_quote == '"' && line()[at] == '\\') {
                ++at;
            } else if (line()[at] == *m_quote) {
                if (*m_quote == '\'' && at + 1 < line().size() && line()[at + 1] == '\'') {
                    ++at;
                    continue;
                }
                m_quote.reset();
                if (m_at != m_quoteLine) checkPieces(at + 1);
                return at + 1;
            }
        }
        if (!goesOn()) closeQuote();
        return line().size();
    }

    /// A text in quotes may run over several lines, but not over a line that begins like a key, nor to the
    /// end.
    [[nodiscard]] bool goesOn() {
        if (m_at < m_quoteEnd) return true;
        for (std::size_t next = m_at + 1; next < m_lint.lines.size(); ++next) {
            const auto& text = m_lint.lines[next];
            std::size_t at = text.find_first_not_of(" -\t");
            const auto begin = at;
            while (at < text.size() && isKeyPart(text[at]))
                ++at;
            if (begin < text.size() && at > begin && at < text.size() && text[at] == ':') return false;
            if (text.find(*m_quote) == std::string::npos) continue;
            m_quoteEnd = next;
            return true;
        }
        return false;
    }

    void closeQuote() {
        const auto here = m_at;
        m_at = m_quoteLine;
        problem(ProblemKind::QuoteNeverClosed, m_quoteAt, {std::string(1, *m_quote)});
        line() += *m_quote;
        // Brackets that the text swallowed are closed after it.
        while (!m_brackets.empty()) {
            line() += m_brackets.back().kind == '[' ? ']' : '}';
            m_brackets.pop_back();
        }
        for (auto later = m_quoteLine + 1; later <= here; ++later)
            m_lint.lines[later].clear();
        m_at = here;
        m_quote.reset();
    }

    /// "key: |" or "- >-": the lines that are indented deeper are text.
    [[nodiscard]] bool opensBlock() {
        auto last = line().find_last_not_of(" ");
        if (const auto comment = line().rfind(" #"); comment != std::string::npos && comment > 0)
            last = line().find_last_not_of(" ", comment);
        while (last != std::string::npos && last > 0 &&
               std::string_view("+-0123456789").find(line()[last]) != std::string_view::npos)
            --last;
        if (last == std::string::npos || last < 2 || (line()[last] != '|' && line()[last] != '>'))
            return false;
        const auto before = line().find_last_not_of(" ", last - 1);
        return before != std::string::npos && before + 1 < last &&
               (line()[before] == ':' || line()[before] == '-');
    }

    std::string m_file;
    YamlLint m_lint;
    std::size_t m_at = 0;
    int m_slips = 0; ///< told of this line
    struct Bracket {
        std::size_t line;
        std::size_t at;
        char kind;
    };
    std::vector<Bracket> m_brackets; ///< open ones, outermost first
    std::optional<char> m_quote;
    std::size_t m_quoteLine = 0;
    std::size_t m_quoteAt = 0;
    std::size_t m_quoteEnd = 0;         ///< the line in which a text over several lines is known to end
    std::optional<std::size_t> m_block; ///< indent of the line that opened a block scalar
};

} // namespace

YamlLint lintYaml(std::string_view text, const std::string& file) { return Lint(text, file).run(); }

} // namespace fledgling::format
