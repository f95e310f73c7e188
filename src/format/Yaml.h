#pragma once

#include "format/Problem.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

struct YamlEntry;

/// A part of a restricted YAML document: map, list or text. Nothing is a number, a date or a truth value
/// before a schema reads it.
struct YamlNode {
    enum class Kind { Text, Map, List };
    Kind kind = Kind::Text;
    int line = 0;   ///< where it begins, 1-based
    int column = 0; ///< in characters, 1-based
    std::string text;
    bool quoted = false;            ///< in quotes or a block: an empty one was meant
    std::vector<YamlEntry> entries; ///< of a map, in the file's order, each key once
    std::vector<YamlNode> items;    ///< of a list
};

struct YamlEntry {
    std::string key;
    int line = 0;
    int column = 0;
    YamlNode value;
};

inline constexpr int YAML_DEPTH = 64;

struct YamlReading {
    std::optional<YamlNode>
        root; ///< also there when problems could be worked around, so that the rest is checked too
    Problems problems;
    /// Top-level keys whose block had to be left out because of a problem already reported: their absence is
    /// no news.
    std::set<std::string> leftOut;
};

/// Reads maps, lists and texts from valid UTF-8 with LF line ends. Anchors, aliases, tags, merge keys,
/// further documents, keys given twice, depth over 64: problems. All of a file's problems are found in one
/// pass: a faulty line is reported, mended in memory (or its top-level block left out), and reading goes on.
/// `firstLine` is the line of the file in which the text begins (front matter).
[[nodiscard]] YamlReading readYaml(std::string_view text, const std::string& file, int firstLine = 1);

/// A text as a YAML scalar that reads back as the same text, also inside [ ] and { }.
[[nodiscard]] std::string yamlScalar(std::string_view text);

} // namespace fledgling::format
