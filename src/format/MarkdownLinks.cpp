#include "domain/Text.h"
#include "format/Markdown.h"
#include "format/PackageName.h"
#include "format/Utf8.h"

namespace fledgling::format {

namespace {

/// The end of a code span that opens at `at`: behind its closing backticks; behind the opening ones when it
/// never closes.
std::size_t behindCode(std::string_view line, std::size_t at) {
    const auto text = std::min(line.find_first_not_of('`', at), line.size());
    const std::size_t ticks = text - at;
    for (std::size_t i = text; i < line.size();) {
        if (line[i] != '`') {
            ++i;
            continue;
        }
        const auto end = std::min(line.find_first_not_of('`', i), line.size());
        if (end - i == ticks) return end;
        i = end;
    }
    return text;
}

/// The destination that begins at `at`: in <...>, or up to white space or the closing parenthesis.
std::string destinationAt(std::string_view whole, std::size_t at) {
    // Nobody names a longer one, and a line of nothing but openings must not be read to its end for each of
    // them.
    const auto line = whole.substr(0, at + 500);
    if (at < line.size() && line[at] == '<') {
        const auto end = line.find('>', at);
        return end == std::string_view::npos ? std::string() : std::string(line.substr(at + 1, end - at - 1));
    }
    std::string destination;
    int open = 0;
    for (; at < line.size() && line[at] != ' ' && line[at] != '\t'; ++at) {
        if (line[at] == '(') ++open;
        if (line[at] == ')' && open-- == 0) break;
        if (line[at] == '\\' && at + 1 < line.size() &&
            std::string_view("()\\<>").find(line[at + 1]) != std::string_view::npos)
            ++at;
        destination += line[at];
    }
    return destination;
}

class LinkFinder {
public:
    std::vector<MarkdownLink> find(std::string_view markdown) {
        CodeFence fence;
        for (const auto& line : domain::split(markdown, '\n')) {
            if (m_links.size() >= LINK_LIMIT) break;
            ++m_number;
            if (!fence.covers(line)) lookAt(line);
        }
        return std::move(m_links);
    }

private:
    void add(std::string_view line, std::size_t at, bool picture, std::string_view text = {}) {
        auto destination = destinationAt(line, at);
        if (!destination.empty())
            m_links.push_back({picture, std::move(destination), m_number, columnOf(line, at), std::string(text)});
    }

    /// A bracket that was opened, and whether it is a picture's.
    struct Opening {
        std::size_t at = 0;
        bool picture = false;
    };

    void lookAt(std::string_view line) {
        if (definition(line)) return;
        std::vector<Opening> open;
        for (std::size_t i = 0; i < line.size() && m_links.size() < LINK_LIMIT; ++i) {
            const char c = line[i];
            if (c == '\\') {
                ++i;
            } else if (c == '`') {
                i = behindCode(line, i) - 1;
            } else if (c == '[') {
                open.push_back({i, i > 0 && line[i - 1] == '!' && (i < 2 || line[i - 2] != '\\')});
            } else if (c == ']' && !open.empty()) {
                const Opening opened = open.back();
                open.pop_back();
                if (i + 1 >= line.size() || line[i + 1] != '(') continue;
                const auto at = line.find_first_not_of(' ', i + 2);
                if (at != std::string_view::npos) add(line, at, opened.picture, line.substr(opened.at + 1, i - opened.at - 1));
            } else if (c == '<') {
                autolink(line, i);
            }
        }
    }

    /// "[name]: destination"
    bool definition(std::string_view line) {
        const auto begin = line.find_first_not_of(' ');
        if (begin == std::string_view::npos || begin > 3 || line[begin] != '[') return false;
        const auto end = line.find("]:", begin);
        if (end == std::string_view::npos || line.find(']', begin) != end ||
            (end > begin && line[begin + 1] == '^'))
            return false;
        const auto at = line.find_first_not_of(' ', end + 2);
        if (at != std::string_view::npos) add(line, at, false);
        return true;
    }

    void autolink(std::string_view line, std::size_t at) {
        const auto end = line.find_first_of("> \t<", at + 1);
        if (end == std::string_view::npos || line[end] != '>') return;
        const auto inside = line.substr(at + 1, end - at - 1);
        if (schemeOf(inside).size() > 1)
            m_links.push_back({false, std::string(inside), m_number, columnOf(line, at + 1)});
    }

    std::vector<MarkdownLink> m_links;
    int m_number = 0;
};

} // namespace

std::vector<MarkdownLink> linksOf(std::string_view markdown) { return LinkFinder().find(markdown); }

std::string nameOfLink(std::string_view markdown, const std::string& file, const std::string& path) {
    for (const auto& link : linksOf(markdown))
        if (!link.picture && schemeOf(link.destination).empty() && resolved(folderOf(file), pathOfLink(link.destination)) == path)
            if (auto name = domain::trimmed(link.text); !name.empty()) return name;
    return {};
}

} // namespace fledgling::format
