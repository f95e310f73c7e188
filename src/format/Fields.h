#pragma once

#include "domain/Course.h"
#include "format/FileTree.h"
#include "format/Problem.h"
#include "format/Yaml.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fledgling::format {

/// What reading one YAML text needs to know and adds to.
struct FieldsOf {
    std::string file;
    Problems& problems;
    const FileTree& tree;
    std::string language = "zh-CN"; ///< of plain texts
    std::set<std::string> leftOut;  ///< see YamlReading

    /// The likely word for a misspelt one; empty once there are so many problems that guessing would take
    /// long.
    [[nodiscard]] std::string likely(const std::string& word,
                                     const std::vector<std::string>& candidates) const;
    void problem(ProblemKind kind, const YamlNode& where, std::vector<std::string> arguments = {});
    void problem(ProblemKind kind, int line, int column, std::vector<std::string> arguments = {});
    /// Tells that the key names none of these ids.
    void unknownId(const std::string& key, const std::string& id, const std::vector<std::string>& ids, const YamlNode& where);
};

/// A map of the schema: its keys looked up by name. Anything but a map, and keys that the schema doesn't
/// know, are problems as soon as it is made. `where` names it in messages ("a session").
class Fields {
public:
    Fields(FieldsOf& of, const YamlNode& node, std::string where, const std::vector<std::string>& keys);

    [[nodiscard]] bool isMap() const { return m_node.kind == YamlNode::Kind::Map; }
    /// The entry's value; null when the key is not there.
    [[nodiscard]] const YamlNode* find(std::string_view key) const;
    /// As find; a missing key is a problem (unless its block had to be left out).
    const YamlNode* must(const std::string& key);
    [[nodiscard]] const YamlNode& node() const { return m_node; }

    // Each reads a key that may be absent; absent or faulty: the value given.
    std::string text(const std::string& key, bool needed);
    domain::LocalText localText(const std::string& key, bool needed);
    std::string id(const std::string& key);
    int number(const std::string& key, int usual, int lowest, int highest);
    int percent(const std::string& key, int usual);
    std::optional<domain::Hours> span(const std::string& key);
    std::optional<domain::Date> date(const std::string& key);
    /// A path of the package whose file is there; empty otherwise.
    std::string path(const std::string& key, bool needed);
    std::vector<std::string> paths(const std::string& key);
    /// The items of a list; a single value counts as a list of one. A needed list may not be empty.
    std::vector<const YamlNode*> list(const std::string& key, bool needed);

    /// A word of a closed set.
    template <class Enum>
    std::optional<Enum> word(const std::string& key, bool needed, const std::vector<Enum>& all) {
        const YamlNode* value = needed ? must(key) : find(key);
        return value ? wordAt(key, *value, all) : std::nullopt;
    }
    /// Words of a closed set, each once, in the file's order.
    template <class Enum>
    std::vector<Enum> words(const std::string& key, const std::vector<Enum>& all) {
        std::vector<Enum> found;
        for (const YamlNode* item : list(key, false)) {
            const auto one = wordAt(key, *item, all);
            if (!one) continue;
            if (std::find(found.begin(), found.end(), *one) == found.end())
                found.push_back(*one);
            else
                m_of.problem(ProblemKind::WordTwice, *item, {key, item->text});
        }
        return found;
    }

private:
    template <class Enum>
    std::optional<Enum> wordAt(const std::string& key, const YamlNode& value, const std::vector<Enum>& all) {
        std::vector<std::string> words;
        for (const Enum one : all)
            words.emplace_back(keyOf(one));
        const auto index = indexOfWord(key, value, words);
        return index ? std::optional(all[*index]) : std::nullopt;
    }
    std::optional<std::size_t> indexOfWord(const std::string& key, const YamlNode& value,
                                           const std::vector<std::string>& words);

    FieldsOf& m_of;
    const YamlNode& m_node;
    std::string m_where;
    std::set<std::string> m_meant; ///< keys that misspelt ones stand for: their absence is told already
};

/// A single value, not empty; nothing and a problem otherwise.
[[nodiscard]] std::optional<std::string> scalarAt(FieldsOf& of, const std::string& key,
                                                  const YamlNode& value);
[[nodiscard]] std::optional<domain::LocalText> localTextAt(FieldsOf& of, const std::string& key,
                                                           const YamlNode& value);
[[nodiscard]] std::optional<std::string> pathAt(FieldsOf& of, const std::string& key, const YamlNode& value);
[[nodiscard]] std::optional<std::string> idAt(FieldsOf& of, const std::string& what, const YamlNode& value);

/// Tells a package path that is not there, with the likely one; true when it is there.
bool pathIsThere(FieldsOf& of, const std::string& path, const YamlNode& where);

/// Remembers ids and tells the second use of one.
class Ids {
public:
    Ids(FieldsOf& of, std::string what) : m_of(of), m_what(std::move(what)) {}
    /// True when the id is new. Empty ids (already told) are never twice.
    bool add(const std::string& id, const YamlNode& where);
    [[nodiscard]] bool has(const std::string& id) const { return m_lines.contains(id); }
    [[nodiscard]] std::vector<std::string> all() const;
    /// Tells a name that is none of them.
    bool knows(const std::string& key, const std::string& id, const YamlNode& where);

private:
    FieldsOf& m_of;
    std::string m_what;
    std::map<std::string, int> m_lines;
};

/// "zh-CN", "en", "ug".
[[nodiscard]] bool isLanguage(std::string_view tag);

} // namespace fledgling::format
