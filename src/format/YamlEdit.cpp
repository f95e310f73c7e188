#include "format/YamlEdit.h"

#include "domain/Text.h"

#include <algorithm>
#include <charconv>

namespace fledgling::format {

using Kind = YamlNode::Kind;

namespace {

/// A line is written as {...} or [...] up to this many characters.
constexpr std::size_t FLOW_WIDTH = 110;

std::optional<std::size_t> placeIn(const YamlNode& node, const std::string& step) {
    if (node.kind == Kind::Map) {
        for (std::size_t at = 0; at < node.entries.size(); ++at)
            if (node.entries[at].key == step) return at;
        return std::nullopt;
    }
    std::size_t at = 0;
    const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), at);
    const bool whole = error == std::errc() && end == step.data() + step.size();
    return node.kind == Kind::List && whole && at < node.items.size() ? std::optional(at) : std::nullopt;
}

const YamlNode& childOf(const YamlNode& node, std::size_t at) {
    return node.kind == Kind::Map ? node.entries[at].value : node.items[at];
}

std::size_t sizeOf(const YamlNode& node) { return node.kind == Kind::Map ? node.entries.size() : node.items.size(); }

YamlNode nested(const YamlPath& path, std::size_t from, const YamlNode& value) {
    return from == path.size() ? value : yamlMap({{path[from], nested(path, from + 1, value)}});
}

/// The same change in a tree that is going to be printed.
void setIn(YamlNode& node, const YamlPath& path, std::size_t from, const YamlNode& value) {
    if (from == path.size()) {
        node = value;
        return;
    }
    if (const auto at = placeIn(node, path[from]))
        return setIn(node.kind == Kind::Map ? node.entries[*at].value : node.items[*at], path, from + 1, value);
    if (node.kind == Kind::List) {
        node.items.push_back(nested(path, from + 1, value));
        return;
    }
    if (node.kind == Kind::Text) node = yamlMap({});
    node.entries.push_back({path[from], 0, 0, nested(path, from + 1, value)});
}

/// True when the node itself has nothing left and is to go.
bool removeIn(YamlNode& node, const YamlPath& path, std::size_t from) {
    const auto at = placeIn(node, path[from]);
    if (!at) return false;
    const auto offset = static_cast<std::ptrdiff_t>(*at);
    auto& child = node.kind == Kind::Map ? node.entries[*at].value : node.items[*at];
    if (from + 1 < path.size() && !removeIn(child, path, from + 1)) return false;
    if (node.kind == Kind::Map)
        node.entries.erase(node.entries.begin() + offset);
    else
        node.items.erase(node.items.begin() + offset);
    return node.kind == Kind::Map && node.entries.empty();
}

bool holdsMaps(const YamlNode& node) {
    if (node.kind == Kind::List)
        return std::any_of(node.items.begin(), node.items.end(), [](const YamlNode& one) { return one.kind != Kind::Text; });
    return std::any_of(node.entries.begin(), node.entries.end(),
                       [](const YamlEntry& one) { return holdsMaps(one.value); });
}

/// `head` is what stands before the value on its line: blanks and "key:" or "-".
void print(std::vector<std::string>& lines, const std::string& head, std::size_t indent, const YamlNode& node) {
    const auto flow = flowText(node);
    const bool empty = node.kind != Kind::Text && sizeOf(node) == 0;
    const bool fits = domain::lengthOf(head) + domain::lengthOf(flow) < FLOW_WIDTH;
    if (node.kind == Kind::Text || empty || (fits && !holdsMaps(node))) {
        lines.push_back(head + " " + flow);
        return;
    }
    const std::string blanks(indent + 2, ' ');
    if (node.kind == Kind::List) {
        lines.push_back(head);
        for (const auto& item : node.items)
            print(lines, blanks + "-", indent + 2, item);
        return;
    }
    // The first key of an item stands on the line of its dash.
    bool onHead = head.ends_with('-');
    if (!onHead) lines.push_back(head);
    for (const auto& entry : node.entries) {
        print(lines, (onHead ? head + " " : blanks) + yamlScalar(entry.key) + ":", indent + 2, entry.value);
        onHead = false;
    }
}

bool isBlank(const std::string& line) { return line.find_first_not_of(" \t") == std::string::npos; }
std::size_t indentOf(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }
bool isComment(const std::string& line) {
    const auto at = line.find_first_not_of(" \t");
    return at != std::string::npos && line[at] == '#';
}

/// " # ..." behind the value of a line that holds one whole value; empty when there is none.
std::string commentBehind(const std::string& line) {
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quote == '"' && line[i] == '\\')
            ++i;
        else if (quote)
            quote = line[i] == quote ? char(0) : quote;
        else if ((line[i] == '"' || line[i] == '\'') && i > 0 && std::string_view(" [{,:").find(line[i - 1]) != std::string_view::npos)
            quote = line[i];
        else if (line[i] == '#' && i > 0 && line[i - 1] == ' ')
            return " " + line.substr(i);
    }
    return {};
}

} // namespace

std::string flowText(const YamlNode& node) {
    if (node.kind == Kind::Text) return yamlScalar(node.text);
    std::vector<std::string> parts;
    for (const auto& entry : node.entries)
        parts.push_back(yamlScalar(entry.key) + ": " + flowText(entry.value));
    for (const auto& item : node.items)
        parts.push_back(flowText(item));
    const auto all = domain::joined(parts, ", ");
    return node.kind == Kind::Map ? "{" + all + "}" : "[" + all + "]";
}

YamlNode yamlText(std::string text) {
    YamlNode node;
    node.text = std::move(text);
    return node;
}

YamlNode yamlList(const std::vector<std::string>& texts) {
    YamlNode node;
    node.kind = Kind::List;
    for (const auto& text : texts)
        node.items.push_back(yamlText(text));
    return node;
}

YamlNode yamlMap(const std::vector<std::pair<std::string, YamlNode>>& entries) {
    YamlNode node;
    node.kind = Kind::Map;
    for (const auto& [key, value] : entries)
        node.entries.push_back({key, 0, 0, value});
    return node;
}

const YamlNode* yamlAt(const YamlNode& root, const YamlPath& path, std::size_t from) {
    if (from == path.size()) return &root;
    const auto at = placeIn(root, path[from]);
    return at ? yamlAt(childOf(root, *at), path, from + 1) : nullptr;
}

/// The innermost block container on the way to a path, and the child through which the way goes on.
struct YamlEdit::Place {
    const YamlNode* container = nullptr;
    std::optional<std::size_t> child; ///< nothing: the container has none such
    std::size_t depth = 0;            ///< steps of the path down to the container
    Chunk chunk;                      ///< of the child, or of the container where there is none
};

YamlEdit::YamlEdit(std::string text) : m_text(std::move(text)) { read(); }

void YamlEdit::read() {
    m_crlf = m_text.find("\r\n") != std::string::npos;
    m_lines = domain::split(m_text, '\n');
    if (m_crlf)
        for (auto& line : m_lines)
            if (line.ends_with('\r')) line.pop_back();
    if (!m_lines.empty() && m_lines.back().empty()) m_lines.pop_back();
    const auto reading = readYaml(domain::joined(m_lines, "\n") + "\n", "");
    m_readable = reading.problems.empty() && reading.root && reading.root->kind == Kind::Map &&
                 isBlock(*reading.root);
    m_root = reading.root ? *reading.root : YamlNode{};
    if (m_lines.empty() || std::all_of(m_lines.begin(), m_lines.end(), [](const auto& line) { return isBlank(line) || isComment(line); })) {
        m_root = yamlMap({});
        m_readable = true;
    }
}

bool YamlEdit::isBlock(const YamlNode& node) const {
    if (node.kind == Kind::Text || node.line < 1 || static_cast<std::size_t>(node.line) > m_lines.size()) return false;
    if (sizeOf(node) == 0) return false;
    const auto& line = m_lines[static_cast<std::size_t>(node.line) - 1];
    const auto at = static_cast<std::size_t>(node.column) - 1;
    // Before a block container there is nothing but blanks and dashes; its column counts bytes as well.
    if (line.find_first_not_of(" -") < at) return false;
    return at < line.size() && line[at] != '{' && line[at] != '[';
}

std::size_t YamlEdit::dashLine(const YamlNode& list, std::size_t at) const {
    const auto column = static_cast<std::size_t>(list.column) - 1;
    auto line = static_cast<std::size_t>(list.items[at].line) - 1;
    while (line > static_cast<std::size_t>(list.line) - 1 &&
           (m_lines[line].size() <= column || m_lines[line][column] != '-' || indentOf(m_lines[line]) > column))
        --line;
    return line;
}

std::size_t YamlEdit::firstLine(const YamlNode& container, std::size_t at) const {
    return container.kind == Kind::Map ? static_cast<std::size_t>(container.entries[at].line) - 1 : dashLine(container, at);
}

/// `begin` and `end`: the lines in which the container's children stand.
YamlEdit::Chunk YamlEdit::chunkOf(const YamlNode& container, std::size_t at, std::size_t begin, std::size_t end) const {
    Chunk chunk;
    chunk.first = firstLine(container, at);
    chunk.indent = static_cast<std::size_t>(container.kind == Kind::Map ? container.entries[at].column : container.column) - 1;
    chunk.dashed = container.kind == Kind::Map && m_lines[chunk.first].find_first_not_of(' ') != chunk.indent;
    chunk.end = at + 1 < sizeOf(container) ? firstLine(container, at + 1) : end;
    while (chunk.end > chunk.first + 1 &&
           (isBlank(m_lines[chunk.end - 1]) ||
            (isComment(m_lines[chunk.end - 1]) && indentOf(m_lines[chunk.end - 1]) <= chunk.indent)))
        --chunk.end;
    chunk.lead = chunk.first;
    const std::size_t above = at == 0 ? begin : chunkOf(container, at - 1, begin, chunk.first).end;
    while (!chunk.dashed && chunk.lead > above && isComment(m_lines[chunk.lead - 1]))
        --chunk.lead;
    return chunk;
}

YamlEdit::Place YamlEdit::reach(const YamlPath& path) const {
    Place place;
    const YamlNode* node = &m_root;
    Chunk within;
    within.end = m_lines.size();
    std::size_t begin = 0;
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        place = {node, placeIn(*node, path[depth]), depth, within};
        if (!place.child) return place;
        place.chunk = chunkOf(*node, *place.child, begin, within.end);
        const YamlNode& child = childOf(*node, *place.child);
        if (depth + 1 == path.size() || !isBlock(child)) return place;
        within = place.chunk;
        begin = std::min(firstLine(child, 0), within.first + 1);
        node = &child;
    }
    return place;
}

void YamlEdit::splice(std::size_t first, std::size_t end, const std::vector<std::string>& lines) {
    const auto from = m_lines.begin() + static_cast<std::ptrdiff_t>(first);
    m_lines.erase(from, m_lines.begin() + static_cast<std::ptrdiff_t>(end));
    m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin(), lines.end());
    const std::string ending = m_crlf ? "\r\n" : "\n";
    m_text = m_lines.empty() ? std::string() : domain::joined(m_lines, ending) + ending;
    read();
}

/// The child of the place as that value.
void YamlEdit::rewrite(const Place& place, const YamlNode& value) {
    const auto& chunk = place.chunk;
    const std::string before = m_lines[chunk.first].substr(0, chunk.indent);
    std::string head = before + "-";
    if (place.container->kind == Kind::Map) {
        // The key as it stands there: not every plain one would be written plain.
        const auto& key = place.container->entries[*place.child].key;
        const bool plain = m_lines[chunk.first].compare(chunk.indent, key.size(), key) == 0;
        head = before + (plain ? key : yamlScalar(key)) + ":";
    }
    std::vector<std::string> lines;
    print(lines, head, chunk.indent, value);
    if (chunk.end == chunk.first + 1 && lines.size() == 1) lines.front() += commentBehind(m_lines[chunk.first]);
    splice(chunk.first, chunk.end, lines);
}

void YamlEdit::addEntry(const Place& place, const std::string& key, const YamlNode& value) {
    const auto& container = *place.container;
    const bool map = container.kind == Kind::Map;
    const std::size_t indent = sizeOf(container) == 0 ? 0
                               : map                  ? static_cast<std::size_t>(container.entries.back().column) - 1
                                                      : static_cast<std::size_t>(container.column) - 1;
    const std::size_t last = sizeOf(container) == 0
                                 ? m_lines.size()
                                 : chunkOf(container, sizeOf(container) - 1, place.chunk.first, place.chunk.end).end;
    std::vector<std::string> lines;
    print(lines, std::string(indent, ' ') + (map ? yamlScalar(key) + ":" : std::string("-")), indent, value);
    splice(last, last, lines);
}

void YamlEdit::set(const YamlPath& path, const YamlNode& value) {
    if (!m_readable || path.empty()) return;
    const auto place = reach(path);
    if (!place.child) return addEntry(place, path[place.depth], nested(path, place.depth + 1, value));
    YamlNode changed = childOf(*place.container, *place.child);
    setIn(changed, path, place.depth + 1, value);
    rewrite(place, changed);
}

void YamlEdit::remove(const YamlPath& path) {
    if (!m_readable || path.empty() || !find(path)) return;
    const auto place = reach(path);
    const YamlPath child(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(place.depth) + 1);
    if (child.size() < path.size()) {
        YamlNode changed = childOf(*place.container, *place.child);
        if (removeIn(changed, path, child.size())) return remove(child);
        return rewrite(place, changed);
    }
    const YamlPath parent(child.begin(), child.end() - 1);
    if (sizeOf(*place.container) == 1 && !parent.empty())
        return place.container->kind == Kind::Map ? remove(parent) : set(parent, yamlList({}));
    if (!place.chunk.dashed) return splice(place.chunk.lead, place.chunk.end, {});
    YamlNode item = *place.container;
    item.entries.erase(item.entries.begin());
    set(parent, item);
}

void YamlEdit::insert(const YamlPath& list, std::size_t at, const YamlNode& value) {
    if (!m_readable || list.empty()) return;
    const YamlNode* node = find(list);
    if (!node || node->kind != Kind::List || !isBlock(*node)) {
        YamlNode changed = node && node->kind == Kind::List ? *node : yamlList({});
        // A single value is a list of one.
        if (node && node->kind != Kind::List && (node->kind == Kind::Map || !node->text.empty())) changed.items.push_back(*node);
        changed.items.insert(changed.items.begin() + static_cast<std::ptrdiff_t>(std::min(at, changed.items.size())), value);
        return set(list, changed);
    }
    YamlPath item = list;
    const bool last = at >= node->items.size();
    item.push_back(std::to_string(last ? node->items.size() - 1 : at));
    const auto chunk = reach(item).chunk;
    std::vector<std::string> lines;
    print(lines, std::string(chunk.indent, ' ') + "-", chunk.indent, value);
    splice(last ? chunk.end : chunk.lead, last ? chunk.end : chunk.lead, lines);
}

void YamlEdit::exchange(const YamlPath& one, const YamlPath& other) {
    if (!m_readable || one == other || !find(one) || !find(other)) return;
    auto a = reach(one), b = reach(other);
    const bool lines = a.depth + 1 == one.size() && b.depth + 1 == other.size() && a.chunk.indent == b.chunk.indent &&
                       !a.chunk.dashed && !b.chunk.dashed;
    if (!lines) {
        const YamlNode first = *find(one), second = *find(other);
        set(one, second);
        return set(other, first);
    }
    if (b.chunk.lead < a.chunk.lead) std::swap(a, b);
    const auto part = [this](std::size_t from, std::size_t to) {
        return std::vector<std::string>(m_lines.begin() + static_cast<std::ptrdiff_t>(from),
                                        m_lines.begin() + static_cast<std::ptrdiff_t>(to));
    };
    auto swapped = part(b.chunk.lead, b.chunk.end);
    for (auto&& piece : {part(a.chunk.end, b.chunk.lead), part(a.chunk.lead, a.chunk.end)})
        swapped.insert(swapped.end(), piece.begin(), piece.end());
    splice(a.chunk.lead, b.chunk.end, swapped);
}

} // namespace fledgling::format
