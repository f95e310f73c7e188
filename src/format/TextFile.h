#pragma once

#include "format/YamlEdit.h"

#include <string>

namespace fledgling::format {

/// A session's or rule's Markdown file in its two parts, either of which can be changed by itself.
class TextFile {
public:
    /// `bytes` may be empty: a file that is still to be written.
    explicit TextFile(const std::string& bytes);

    /// False when the bytes are no text or the front matter can't be read: then nothing may be changed.
    [[nodiscard]] bool readable() const { return m_readable; }
    /// The Markdown without front matter and without blank lines before it.
    [[nodiscard]] const std::string& body() const { return m_body; }
    void setBody(std::string body);
    [[nodiscard]] YamlEdit& front() { return m_front; }
    [[nodiscard]] const YamlEdit& front() const { return m_front; }
    /// Line of the file in which the body begins; its front matter begins in line 2.
    [[nodiscard]] int bodyLine() const { return m_bodyLine; }
    /// As a file, with LF line ends.
    [[nodiscard]] std::string bytes() const;

private:
    bool m_readable = true;
    bool m_hasFront = false;
    std::string m_gap; ///< the blank lines between front matter and body
    std::string m_body;
    YamlEdit m_front{""};
    int m_bodyLine = 1;
};

} // namespace fledgling::format
