#pragma once

#include "format/Problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// Markdown as simple HTML 4 for wxHtmlWindow: headings, paragraphs, lists, task lists (as ☐ and ☑), tables,
/// quotes, code, rules, links, pictures. HTML in the text is shown as text. Pictures get their package path
/// ("media/flow.png") as src; links go to http, https, mailto or a package path, anything else is shown
/// without a link, and a picture from elsewhere as its text. `file` is the package path of the text, from
/// which its paths count. No <html> or <body> around it.
[[nodiscard]] std::string toHtml(std::string_view markdown, const std::string& file = {});

/// A destination that a text names, and where.
struct MarkdownLink {
    bool picture = false;
    std::string destination;
    int line = 0;   ///< of the text, 1-based
    int column = 0; ///< of the destination
    std::string text = {}; ///< between its brackets, as written; empty where it has none of its own
};

/// More links than this in one text are not looked at.
inline constexpr std::size_t LINK_LIMIT = 5000;

/// Every link and picture of a text, code left out.
[[nodiscard]] std::vector<MarkdownLink> linksOf(std::string_view markdown);
/// What a text calls that package path where it links to it first; empty where it doesn't. `file`: the text's own path.
[[nodiscard]] std::string nameOfLink(std::string_view markdown, const std::string& file, const std::string& path);

/// "https" of "https://x", in lower case; empty for a path.
[[nodiscard]] std::string schemeOf(std::string_view destination);
/// A destination as a package path: without #fragment and ?query, %20 and the like decoded.
[[nodiscard]] std::string pathOfLink(std::string_view destination);

/// The text of the first "# heading", code left out; empty when there is none.
[[nodiscard]] std::string firstHeading(std::string_view markdown);

/// Keeps account of ``` and ~~~ as lines go by.
class CodeFence {
public:
    /// True while the line is code, or opens or closes it.
    bool covers(std::string_view line);

private:
    char m_mark = 0;
    std::size_t m_length = 0;
};

} // namespace fledgling::format
