#include "format/Markdown.h"

#include "domain/Text.h"
#include "format/PackageName.h"
#include "format/Utf8.h"

#include <md4c.h>

#include <optional>

namespace fledgling::format {

namespace {

std::string attributeText(const MD_ATTRIBUTE& attribute) {
    // Entities in a destination or title stay as written; they are escaped like any text.
    return attribute.text ? std::string(attribute.text, attribute.size) : std::string();
}

/// Turns md4c's events into HTML. wxHtmlWindow knows no style sheets, so tables carry their looks themselves.
class HtmlWriter {
public:
    explicit HtmlWriter(const std::string& file) : m_folder(folderOf(file)) {}

    std::string write(std::string_view markdown) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return of(self).enterBlock(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return of(self).leaveBlock(type, detail);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return of(self).enterSpan(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return of(self).leaveSpan(type, detail);
        };
        parser.text = [](MD_TEXTTYPE type, const char* text, MD_SIZE size, void* self) {
            return of(self).text(type, std::string_view(text, size));
        };
        md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
        return std::move(m_out);
    }

private:
    static HtmlWriter& of(void* self) { return *static_cast<HtmlWriter*>(self); }

    int put(std::string_view html) {
        m_out += html;
        return 0;
    }

    int enterBlock(MD_BLOCKTYPE type, void* detail) {
        m_pendingBreak = false;
        m_wideBefore = false;
        switch (type) {
        case MD_BLOCK_QUOTE: return put("<blockquote>\n");
        case MD_BLOCK_UL: return put("<ul>\n");
        case MD_BLOCK_OL: return openOrdered(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        case MD_BLOCK_LI: return openItem(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
        case MD_BLOCK_HR: return put("<hr>\n");
        case MD_BLOCK_H: return put("<h" + level(detail) + ">");
        case MD_BLOCK_CODE: return put("<pre>");
        case MD_BLOCK_P: return put("<p>");
        case MD_BLOCK_TABLE: return put("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n");
        case MD_BLOCK_TR: return put("<tr>");
        case MD_BLOCK_TH: return openCell("th", detail);
        case MD_BLOCK_TD: return openCell("td", detail);
        default: return 0;
        }
    }

    int leaveBlock(MD_BLOCKTYPE type, void* detail) {
        m_pendingBreak = false;
        switch (type) {
        case MD_BLOCK_QUOTE: return put("</blockquote>\n");
        case MD_BLOCK_UL: return put("</ul>\n");
        case MD_BLOCK_OL: return put("</ol>\n");
        case MD_BLOCK_LI: return put("</li>\n");
        case MD_BLOCK_H: return put("</h" + level(detail) + ">\n");
        case MD_BLOCK_CODE: return put("</pre>\n");
        case MD_BLOCK_P: return put("</p>\n");
        case MD_BLOCK_TABLE: return put("</table>\n");
        case MD_BLOCK_TR: return put("</tr>\n");
        case MD_BLOCK_TH: return put("</b></th>");
        case MD_BLOCK_TD: return put("</td>");
        default: return 0;
        }
    }

    int enterSpan(MD_SPANTYPE type, void* detail) {
        if (m_picture > 0) {
            if (type == MD_SPAN_IMG) ++m_picture;
            return 0;
        }
        endBreak(false);
        switch (type) {
        case MD_SPAN_EM: return put("<i>");
        case MD_SPAN_STRONG: return put("<b>");
        case MD_SPAN_DEL: return put("<strike>");
        case MD_SPAN_CODE: return put("<code>");
        case MD_SPAN_A: return openLink(attributeText(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
        case MD_SPAN_IMG: return openPicture(attributeText(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
        default: return 0;
        }
    }

    int leaveSpan(MD_SPANTYPE type, void*) {
        if (m_picture > 0) {
            if (type == MD_SPAN_IMG && --m_picture == 0) closePicture();
            return 0;
        }
        switch (type) {
        case MD_SPAN_EM: return put("</i>");
        case MD_SPAN_STRONG: return put("</b>");
        case MD_SPAN_DEL: return put("</strike>");
        case MD_SPAN_CODE: return put("</code>");
        case MD_SPAN_A: return closeLink();
        default: return 0;
        }
    }

    int text(MD_TEXTTYPE type, std::string_view text) {
        if (m_picture > 0) {
            m_alt += type == MD_TEXT_SOFTBR || type == MD_TEXT_BR ? std::string(" ") : std::string(text);
            return 0;
        }
        switch (type) {
        case MD_TEXT_NULLCHAR: return put("&#65533;");
        case MD_TEXT_BR: return put("<br>\n");
        case MD_TEXT_SOFTBR: m_pendingBreak = true; return 0;
        case MD_TEXT_ENTITY: endBreak(false); return put(text);
        default: break;
        }
        if (text.empty()) return 0;
        endBreak(isWide(codePointAt(text, 0).value));
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U)
            --last;
        m_wideBefore = isWide(codePointAt(text, last).value);
        return put(escaped(text));
    }

    /// A line break inside a paragraph is a blank, but not between two Chinese characters.
    void endBreak(bool wideAfter) {
        if (m_pendingBreak && !(m_wideBefore && wideAfter)) m_out += '\n';
        m_pendingBreak = false;
    }

    static std::string level(void* detail) {
        return std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    }

    int openOrdered(unsigned start) {
        return put(start == 1 ? std::string("<ol>\n") : "<ol start=\"" + std::to_string(start) + "\">\n");
    }

    int openItem(const MD_BLOCK_LI_DETAIL& item) {
        put("<li>");
        if (item.is_task == 0) return 0;
        return put(item.task_mark == ' ' ? "\xE2\x98\x90 " : "\xE2\x98\x91 ");
    }

    int openCell(const char* tag, void* detail) {
        const auto align = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align;
        std::string html = std::string("<") + tag;
        if (align == MD_ALIGN_CENTER) html += " align=\"center\"";
        if (align == MD_ALIGN_RIGHT) html += " align=\"right\"";
        if (align == MD_ALIGN_LEFT) html += " align=\"left\"";
        return put(html + (tag[1] == 'h' ? "><b>" : ">"));
    }

    /// Where a destination leads, when it may be followed.
    [[nodiscard]] std::optional<std::string> allowed(const std::string& destination, bool picture) const {
        const auto scheme = schemeOf(destination);
        if (!scheme.empty()) {
            const bool known = scheme == "http" || scheme == "https" || scheme == "mailto";
            return known && !picture ? std::optional(destination) : std::nullopt;
        }
        if (destination.starts_with('#') && !picture) return destination;
        if (destination.starts_with("//")) return std::nullopt;
        const auto path = resolved(m_folder, pathOfLink(destination));
        // "http%3A" would be a scheme again once decoded, and no package path holds a colon.
        const bool plain = path && !path->empty() && path->find(':') == std::string::npos;
        return plain ? path : std::nullopt;
    }

    int openLink(const std::string& destination) {
        const auto target = allowed(destination, false);
        m_links.push_back(target.has_value());
        return target ? put("<a href=\"" + escaped(*target) + "\">") : 0;
    }

    int closeLink() {
        const bool open = !m_links.empty() && m_links.back();
        if (!m_links.empty()) m_links.pop_back();
        return open ? put("</a>") : 0;
    }

    int openPicture(const std::string& source) {
        m_picture = 1;
        m_alt.clear();
        m_source = allowed(source, true);
        return 0;
    }

    void closePicture() {
        const auto alt = escaped(m_alt);
        put(m_source ? "<img src=\"" + escaped(*m_source) + "\" alt=\"" + alt + "\">" : "[" + alt + "]");
    }

    static std::string escaped(std::string_view text) {
        std::string html;
        for (const char c : text) {
            switch (c) {
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '&': html += "&amp;"; break;
            case '"': html += "&quot;"; break;
            default: html += c;
            }
        }
        return html;
    }

    std::string m_folder;
    std::string m_out;
    std::vector<bool> m_links; ///< for each open link, whether it was written
    int m_picture = 0;         ///< depth of pictures inside a picture's text
    std::string m_alt;
    std::optional<std::string> m_source;
    bool m_pendingBreak = false;
    bool m_wideBefore = false;
};

} // namespace

std::string toHtml(std::string_view markdown, const std::string& file) {
    return HtmlWriter(file).write(markdown);
}

std::string schemeOf(std::string_view destination) {
    std::string scheme;
    for (const char c : destination) {
        const auto byte = static_cast<unsigned char>(c);
        // Browsers skip white space and control characters inside "java script:"; so does this.
        if (byte <= 0x20 || byte == 0x7F) continue;
        if (c == ':') return domain::lowerAscii(scheme);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
        if (!letter && !(later && !scheme.empty())) return {};
        scheme += c;
    }
    return {};
}

std::string pathOfLink(std::string_view destination) {
    std::string path;
    const auto hex = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    for (std::size_t i = 0; i < destination.size(); ++i) {
        const char c = destination[i];
        if (c == '#' || c == '?') break;
        const bool coded = c == '%' && i + 2 < destination.size() && hex(destination[i + 1]) >= 0 &&
                           hex(destination[i + 2]) >= 0;
        path += coded ? static_cast<char>(hex(destination[i + 1]) * 16 + hex(destination[i + 2])) : c;
        if (coded) i += 2;
    }
    return path;
}

bool CodeFence::covers(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t>");
    const char mark = begin == std::string_view::npos ? '\0' : line[begin];
    const auto end =
        mark == '`' || mark == '~' ? std::min(line.find_first_not_of(mark, begin), line.size()) : begin;
    const std::size_t length = end == begin ? 0 : end - begin;
    if (m_mark != 0) {
        const bool closes = mark == m_mark && length >= m_length &&
                            line.find_first_not_of(" \t", end) == std::string_view::npos;
        if (closes) m_mark = 0;
        return true;
    }
    if (length < 3 || (mark == '`' && line.find('`', end) != std::string_view::npos)) return false;
    m_mark = mark;
    m_length = length;
    return true;
}

std::string firstHeading(std::string_view markdown) {
    CodeFence fence;
    for (const auto& line : domain::split(markdown, '\n')) {
        if (fence.covers(line) || !line.starts_with("# ")) continue;
        std::string heading = domain::trimmed(std::string_view(line).substr(2));
        const auto text = heading.find_last_not_of('#');
        if (text == std::string::npos) continue;
        if (text + 1 < heading.size() && heading[text] == ' ') heading.erase(text);
        return domain::trimmed(heading);
    }
    return {};
}

} // namespace fledgling::format
