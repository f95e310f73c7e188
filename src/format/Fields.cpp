#include "format/Fields.h"

#include "domain/Text.h"
#include "format/PackageName.h"

#include <algorithm>

namespace fledgling::format {

using namespace domain;

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<int> digits(std::string_view text) {
    if (text.empty() || text.size() > 7 || !std::all_of(text.begin(), text.end(), domain::isDigit))
        return std::nullopt;
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    return value;
}

/// At most twenty of them.
std::string listed(std::vector<std::string> words) {
    const bool more = words.size() > 20;
    if (more) words.resize(20);
    return joined(words, ", ") + (more ? " ..." : "");
}

} // namespace

bool isLanguage(std::string_view tag) {
    const auto parts = split(tag, '-');
    if (parts.empty() || parts[0].size() < 2 || parts[0].size() > 3) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto fits = [i](char c) { return isLetter(c) || (i > 0 && domain::isDigit(c)); };
        if (parts[i].empty() || parts[i].size() > 8 || !std::all_of(parts[i].begin(), parts[i].end(), fits))
            return false;
    }
    return true;
}

std::string FieldsOf::likely(const std::string& word, const std::vector<std::string>& candidates) const {
    return problems.size() > 500 ? std::string() : nearest(word, candidates);
}

void FieldsOf::problem(ProblemKind kind, const YamlNode& where, std::vector<std::string> arguments) {
    problem(kind, where.line, where.column, std::move(arguments));
}

void FieldsOf::problem(ProblemKind kind, int line, int column, std::vector<std::string> arguments) {
    problems.push_back({kind, file, line, column, std::move(arguments)});
}

void FieldsOf::unknownId(const std::string& key, const std::string& id, const std::vector<std::string>& ids,
                         const YamlNode& where) {
    if (ids.empty()) return problem(ProblemKind::NoneDefined, where, {key, id});
    const auto near = likely(id, ids);
    if (near.empty())
        problem(ProblemKind::UnknownId, where, {key, id, listed(ids)});
    else
        problem(ProblemKind::MisspeltId, where, {key, id, near});
}

Fields::Fields(FieldsOf& of, const YamlNode& node, std::string where, const std::vector<std::string>& keys)
    : m_of(of), m_node(node), m_where(std::move(where)) {
    if (!isMap()) {
        m_of.problem(ProblemKind::NotAMap, node, {m_where});
        return;
    }
    for (const auto& entry : node.entries) {
        if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
        const auto likely = m_of.likely(domain::lowerAscii(entry.key), keys);
        m_meant.insert(likely);
        if (likely.empty())
            m_of.problem(ProblemKind::UnknownKey, entry.line, entry.column,
                         {entry.key, m_where, listed(keys)});
        else
            m_of.problem(ProblemKind::MisspeltKey, entry.line, entry.column, {entry.key, m_where, likely});
    }
}

const YamlNode* Fields::find(std::string_view key) const {
    for (const auto& entry : m_node.entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

const YamlNode* Fields::must(const std::string& key) {
    const YamlNode* value = find(key);
    if (!value && isMap() && !m_of.leftOut.contains(key) && !m_meant.contains(key))
        m_of.problem(ProblemKind::KeyMissing, m_node, {key, m_where});
    return value;
}

std::optional<std::string> scalarAt(FieldsOf& of, const std::string& key, const YamlNode& value) {
    if (value.kind != YamlNode::Kind::Text) {
        of.problem(ProblemKind::NotText, value, {key});
        return std::nullopt;
    }
    std::string text = trimmed(value.text);
    if (text.empty()) {
        of.problem(ProblemKind::NoValue, value, {key});
        return std::nullopt;
    }
    return text;
}

std::optional<LocalText> localTextAt(FieldsOf& of, const std::string& key, const YamlNode& value) {
    LocalText text;
    if (value.kind == YamlNode::Kind::Text) {
        const auto plain = scalarAt(of, key, value);
        if (!plain) return std::nullopt;
        text.byLanguage[of.language] = *plain;
        return text;
    }
    if (value.kind == YamlNode::Kind::List) {
        of.problem(ProblemKind::NotText, value, {key});
        return std::nullopt;
    }
    for (const auto& entry : value.entries) {
        if (!isLanguage(entry.key)) {
            of.problem(ProblemKind::NotLanguage, entry.line, entry.column, {entry.key});
            continue;
        }
        if (const auto plain = scalarAt(of, entry.key, entry.value)) text.byLanguage[entry.key] = *plain;
    }
    if (value.entries.empty()) of.problem(ProblemKind::NoValue, value, {key});
    const bool told = std::any_of(value.entries.begin(), value.entries.end(),
                                  [&](const YamlEntry& one) { return one.key == of.language; });
    if (!told && !text.empty()) of.problem(ProblemKind::LanguageMissing, value, {key, of.language});
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> idAt(FieldsOf& of, const std::string& what, const YamlNode& value) {
    const auto id = scalarAt(of, what, value);
    if (!id) return std::nullopt;
    const bool fits =
        id->size() <= 64 && id->front() != '-' &&
        std::all_of(id->begin(), id->end(), [](char c) { return isLetter(c) || domain::isDigit(c) || c == '-'; });
    if (fits) return id;
    of.problem(ProblemKind::NotId, value, {what, *id});
    return std::nullopt;
}

bool pathIsThere(FieldsOf& of, const std::string& path, const YamlNode& where) {
    if (of.tree.has(path)) return true;
    if (const auto same = of.tree.sameButCase(path); !same.empty()) {
        of.problem(ProblemKind::FileCase, where, {path, same});
        return false;
    }
    std::vector<std::string> candidates;
    for (const auto& [name, bytes] : of.tree.files())
        candidates.push_back(name);
    const auto likely = of.likely(path, candidates);
    if (likely.empty())
        of.problem(ProblemKind::FileMissing, where, {path});
    else
        of.problem(ProblemKind::FileMisspelt, where, {path, likely});
    return false;
}

std::optional<std::string> pathAt(FieldsOf& of, const std::string& key, const YamlNode& value) {
    const auto written = scalarAt(of, key, value);
    if (!written) return std::nullopt;
    const auto parts = split(*written, '/');
    if (written->find('\\') != std::string::npos) {
        std::string slashed = *written;
        std::replace(slashed.begin(), slashed.end(), '\\', '/');
        of.problem(ProblemKind::PathBackslash, value, {*written, slashed});
        return std::nullopt;
    }
    const auto path = resolved("", *written);
    if (!path || path->empty() || std::find(parts.begin(), parts.end(), "..") != parts.end()) {
        of.problem(ProblemKind::PathLeaves, value, {*written});
        return std::nullopt;
    }
    return pathIsThere(of, *path, value) ? path : std::nullopt;
}

std::string Fields::text(const std::string& key, bool needed) {
    const YamlNode* value = needed ? must(key) : find(key);
    return value ? scalarAt(m_of, key, *value).value_or("") : "";
}

LocalText Fields::localText(const std::string& key, bool needed) {
    const YamlNode* value = needed ? must(key) : find(key);
    return value ? localTextAt(m_of, key, *value).value_or(LocalText{}) : LocalText{};
}

std::string Fields::id(const std::string& key) {
    const YamlNode* value = must(key);
    return value ? idAt(m_of, key, *value).value_or("") : "";
}

int Fields::number(const std::string& key, int usual, int lowest, int highest) {
    const YamlNode* value = find(key);
    const auto text = value ? scalarAt(m_of, key, *value) : std::nullopt;
    if (!text) return usual;
    const auto count = digits(*text);
    if (!count) m_of.problem(ProblemKind::NotNumber, *value, {key, *text});
    const bool fits = count && *count >= lowest && *count <= highest;
    if (count && !fits)
        m_of.problem(ProblemKind::OutOfRange, *value,
                     {key, *text, std::to_string(lowest), std::to_string(highest)});
    return fits ? *count : usual;
}

int Fields::percent(const std::string& key, int usual) {
    const YamlNode* value = find(key);
    const auto text = value ? scalarAt(m_of, key, *value) : std::nullopt;
    if (!text) return usual;
    const auto count =
        text->ends_with('%') ? digits(trimmed(text->substr(0, text->size() - 1))) : std::nullopt;
    if (count && *count <= 100) return *count;
    m_of.problem(ProblemKind::NotPercent, *value, {key, *text});
    return usual;
}

std::optional<Hours> Fields::span(const std::string& key) {
    const YamlNode* value = find(key);
    const auto text = value ? scalarAt(m_of, key, *value) : std::nullopt;
    if (!text) return std::nullopt;
    if (const auto hours = Hours::parse(*text)) return hours;
    const auto begin = TimeOfDay::parse(std::string_view(*text).substr(0, 5));
    const auto end = text->size() == 11 && (*text)[5] == '-'
                         ? TimeOfDay::parse(std::string_view(*text).substr(6))
                         : std::nullopt;
    if (begin && end && *end < *begin)
        m_of.problem(ProblemKind::TimeReversed, *value, {key, *text, end->text() + "-" + begin->text()});
    else
        m_of.problem(ProblemKind::NotTimeSpan, *value, {key, *text});
    return std::nullopt;
}

std::optional<Date> Fields::date(const std::string& key) {
    const YamlNode* value = must(key);
    const auto text = value ? scalarAt(m_of, key, *value) : std::nullopt;
    if (!text) return std::nullopt;
    const auto day = Date::parse(*text);
    if (!day) m_of.problem(ProblemKind::NotDate, *value, {key, *text});
    return day;
}

std::string Fields::path(const std::string& key, bool needed) {
    const YamlNode* value = needed ? must(key) : find(key);
    return value ? pathAt(m_of, key, *value).value_or("") : "";
}

std::vector<std::string> Fields::paths(const std::string& key) {
    std::vector<std::string> found;
    for (const YamlNode* item : list(key, false))
        if (auto path = pathAt(m_of, key, *item)) found.push_back(std::move(*path));
    return found;
}

std::vector<const YamlNode*> Fields::list(const std::string& key, bool needed) {
    std::vector<const YamlNode*> items;
    const YamlNode* value = needed ? must(key) : find(key);
    if (!value) return items;
    if (value->kind == YamlNode::Kind::List) {
        for (const auto& item : value->items)
            items.push_back(&item);
        if (items.empty() && needed) m_of.problem(ProblemKind::ListEmpty, *value, {key});
    } else if (value->kind == YamlNode::Kind::Text && value->text.empty() && !value->quoted) {
        m_of.problem(ProblemKind::NoValue, *value, {key});
    } else if (value->kind == YamlNode::Kind::Map) {
        m_of.problem(ProblemKind::NotAList, *value, {key});
    } else {
        items.push_back(value);
    }
    return items;
}

std::optional<std::size_t> Fields::indexOfWord(const std::string& key, const YamlNode& value,
                                               const std::vector<std::string>& words) {
    const auto text = scalarAt(m_of, key, value);
    if (!text) return std::nullopt;
    const auto it = std::find(words.begin(), words.end(), *text);
    if (it != words.end()) return static_cast<std::size_t>(it - words.begin());
    const auto likely = m_of.likely(domain::lowerAscii(*text), words);
    if (likely.empty())
        m_of.problem(ProblemKind::NotWord, value, {key, *text, listed(words)});
    else
        m_of.problem(ProblemKind::MisspeltWord, value, {key, *text, likely});
    return std::nullopt;
}

bool Ids::add(const std::string& id, const YamlNode& where) {
    if (id.empty()) return true;
    const auto [first, isNew] = m_lines.emplace(id, where.line);
    if (!isNew) m_of.problem(ProblemKind::IdTwice, where, {m_what, id, std::to_string(first->second)});
    return isNew;
}

std::vector<std::string> Ids::all() const {
    std::vector<std::string> ids;
    for (const auto& [id, line] : m_lines)
        ids.push_back(id);
    return ids;
}

bool Ids::knows(const std::string& key, const std::string& id, const YamlNode& where) {
    if (id.empty() || has(id)) return true;
    m_of.unknownId(key, id, all(), where);
    return false;
}

} // namespace fledgling::format
