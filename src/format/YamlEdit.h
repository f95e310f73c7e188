#pragma once

#include "format/Yaml.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::format {

/// Where a value stands: keys, and places in lists counted from 0 ("days", "1", "sessions", "0", "kind").
using YamlPath = std::vector<std::string>;

[[nodiscard]] YamlNode yamlText(std::string text);
[[nodiscard]] YamlNode yamlList(const std::vector<std::string>& texts);
/// Entries in that order.
[[nodiscard]] YamlNode yamlMap(const std::vector<std::pair<std::string, YamlNode>>& entries);
/// The value on one line, maps and lists in brackets.
[[nodiscard]] std::string flowText(const YamlNode& node);
/// The value at a path; null when it isn't there.
[[nodiscard]] const YamlNode* yamlAt(const YamlNode& root, const YamlPath& path, std::size_t from = 0);

/// A YAML text changed value by value. Only the lines of what is changed are written anew; every other line stays
/// byte for byte, comments with it, and a comment right above an entry or item goes where that goes.
class YamlEdit {
public:
    /// Valid UTF-8 with LF line ends, or with CRLF, which stay.
    explicit YamlEdit(std::string text);

    /// False when the text's syntax has an error or it holds no map: then nothing may be changed.
    [[nodiscard]] bool readable() const { return m_readable; }
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const YamlNode& root() const { return m_root; }
    [[nodiscard]] const YamlNode* find(const YamlPath& path) const { return yamlAt(m_root, path); }

    /// Gives a value, adding its key (last) and the maps above it where they are missing.
    void set(const YamlPath& path, const YamlNode& value);
    /// Takes a key or item away; nothing when it isn't there. A map that gets empty goes with it, a list becomes [].
    void remove(const YamlPath& path);
    /// Puts an item into a list, which is made where it is missing; `at` past the end appends.
    void insert(const YamlPath& list, std::size_t at, const YamlNode& value);
    /// Two items of lists, neither inside the other, change places.
    void exchange(const YamlPath& one, const YamlPath& other);

private:
    /// The lines of an entry or item written in block style.
    struct Chunk {
        std::size_t lead = 0;   ///< where the comments right above it begin
        std::size_t first = 0;
        std::size_t end = 0;    ///< behind its last line
        std::size_t indent = 0; ///< of the key or dash
        bool dashed = false;    ///< the entry begins on the line of an item's dash
    };
    struct Place;

    void read();
    [[nodiscard]] bool isBlock(const YamlNode& node) const;
    [[nodiscard]] Place reach(const YamlPath& path) const;
    [[nodiscard]] Chunk chunkOf(const YamlNode& container, std::size_t at, std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t dashLine(const YamlNode& list, std::size_t at) const;
    [[nodiscard]] std::size_t firstLine(const YamlNode& container, std::size_t at) const;
    void rewrite(const Place& place, const YamlNode& value);
    void addEntry(const Place& place, const std::string& key, const YamlNode& value);
    void splice(std::size_t first, std::size_t end, const std::vector<std::string>& lines);

    std::string m_text;
    std::vector<std::string> m_lines; ///< of m_text, without their ends
    bool m_crlf = false;
    YamlNode m_root;
    bool m_readable = false;
};

} // namespace fledgling::format
