#include "format/TextFile.h"

#include "domain/Text.h"
#include "format/Utf8.h"

#include <algorithm>

namespace fledgling::format {

namespace {

bool isFence(const std::string& line) { return line.starts_with("---") && domain::trimmed(line) == "---"; }

} // namespace

TextFile::TextFile(const std::string& bytes) {
    Problems problems;
    const auto text = textOf(bytes, "", problems);
    m_readable = text.has_value();
    if (!text) return;
    std::size_t body = 0;
    const auto firstEnd = std::min(text->find('\n'), text->size());
    if (isFence(text->substr(0, firstEnd))) {
        std::size_t at = std::min(firstEnd + 1, text->size());
        const std::size_t begin = at;
        m_readable = false;
        while (at < text->size()) {
            const auto end = std::min(text->find('\n', at), text->size());
            const bool fence = isFence(text->substr(at, end - at));
            if (fence) {
                m_front = YamlEdit(text->substr(begin, at - begin));
                m_hasFront = true;
                m_readable = m_front.readable();
                body = std::min(end + 1, text->size());
                break;
            }
            at = end + 1;
        }
        if (!m_hasFront) return;
    }
    const auto words = std::min(text->find_first_not_of('\n', body), text->size());
    m_gap = text->substr(body, words - body);
    m_body = text->substr(words);
    m_bodyLine = 1 + static_cast<int>(std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(words), '\n'));
}

void TextFile::setBody(std::string body) {
    // Blank lines before the text are no part of it.
    body.erase(0, std::min(body.find_first_not_of('\n'), body.size()));
    if (!body.empty() && body.back() != '\n') body += '\n';
    m_body = std::move(body);
}

std::string TextFile::bytes() const {
    const auto& front = m_front.text();
    // A text that begins with a rule would pass for front matter.
    if (front.empty() && !m_body.starts_with("---")) return m_body;
    const std::string gap = m_hasFront ? m_gap : "\n";
    return "---\n" + front + "---\n" + (m_body.empty() ? "" : gap + m_body);
}

} // namespace fledgling::format
