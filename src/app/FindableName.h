#pragma once

#include <optional>
#include <string>

namespace fledgling::app {

/// A name as it is looked for wherever one types to find somebody or something: by a part of it in either case, and a Chinese
/// one also by its pinyin, with or without blanks. The pinyin is made when it is first asked for: a long list is searched less
/// often than read.
class FindableName {
public:
    FindableName() = default;
    explicit FindableName(const std::string& name);

    /// Where the text begins in the name or in its pinyin, whichever comes first; npos: nowhere. An empty text stands at the
    /// beginning of every name.
    [[nodiscard]] std::size_t find(const std::string& text) const;
    [[nodiscard]] bool has(const std::string& text) const { return find(text) != std::string::npos; }

private:
    std::string m_lower;
    bool m_latin = true; ///< typed on Latin keys as it stands
    mutable std::optional<std::string> m_pinyin;
};

} // namespace fledgling::app
