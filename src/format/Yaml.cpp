#include "format/Yaml.h"

#include "domain/Text.h"
#include "format/Utf8.h"
#include "format/YamlLint.h"

#include <libfyaml.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

namespace fledgling::format {

namespace {

struct ParserEnd {
    void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct DiagEnd {
    void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};
using Parser = std::unique_ptr<fy_parser, ParserEnd>;
using Diag = std::unique_ptr<fy_diag, DiagEnd>;

/// Where the parser gave up, and its words.
struct SyntaxError {
    int line = 0;
    int column = 0;
    std::string words;
};

/// One run of libfyaml over a text, as events, into our own tree. libfyaml's own documents would resolve
/// aliases and stop at the first key that stands twice.
class Document {
public:
    Document(const std::string& text, std::string file) : m_file(std::move(file)) {
        fy_diag_cfg quiet{};
        fy_diag_cfg_default(&quiet);
        quiet.level = FYET_ERROR;
        quiet.fp = nullptr;
        quiet.output_fn = [](fy_diag*, void*, const char*, size_t) {};
        quiet.colorize = false;
        m_diag.reset(fy_diag_create(&quiet));
        if (m_diag) fy_diag_set_collect_errors(m_diag.get(), true);
        fy_parse_cfg cfg{};
        cfg.flags =
            static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DISABLE_MMAP_OPT);
        cfg.diag = m_diag.get();
        m_parser.reset(fy_parser_create(&cfg));
        if (m_parser) fy_parser_set_string(m_parser.get(), text.data(), text.size());
    }

    /// True when the parser reached the end.
    bool read() {
        int documents = 0;
        while (m_parser) {
            fy_event* event = fy_parser_parse(m_parser.get());
            if (!event) break;
            const auto type = event->type;
            if (type == FYET_DOCUMENT_START && ++documents == 2) problem(ProblemKind::SecondDocument, event);
            if (documents < 2 || type == FYET_STREAM_END) take(event);
            fy_parser_event_free(m_parser.get(), event);
            if (type == FYET_STREAM_END) m_done = true;
            if (m_tooDeep) return true;
        }
        return m_done && !fy_parser_get_stream_error(m_parser.get());
    }

    [[nodiscard]] SyntaxError error() const {
        void* at = nullptr;
        fy_diag_error* error = m_diag ? fy_diag_errors_iterate(m_diag.get(), &at) : nullptr;
        if (!error) return {1, 1, "it cannot be read"};
        return {std::max(error->line, 1), std::max(error->column, 1), error->msg ? error->msg : ""};
    }

    std::optional<YamlNode> root;
    Problems problems;

private:
    struct Open {
        YamlNode node;
        std::optional<YamlEntry> pending; ///< a key that waits for its value
        std::map<std::string, int> keys;  ///< with the line of the first
    };

    void problem(ProblemKind kind, fy_event* event, std::vector<std::string> arguments = {}) {
        const fy_mark* mark = fy_event_start_mark(event);
        const int line = mark ? mark->line + 1 : 1, column = mark ? mark->column + 1 : 1;
        problems.push_back({kind, m_file, line, column, std::move(arguments)});
    }

    /// A problem where a token begins; its mark may stand `behind` its sign.
    void at(ProblemKind kind, fy_token* token, int behind) {
        if (!token) return;
        const fy_mark* mark = fy_token_start_mark(token);
        problems.push_back(
            {kind, m_file, mark ? mark->line + 1 : 1, mark ? std::max(1, mark->column + 1 - behind) : 1, {}});
    }

    static YamlNode nodeAt(fy_event* event, YamlNode::Kind kind) {
        YamlNode node;
        node.kind = kind;
        if (const fy_mark* mark = fy_event_start_mark(event)) {
            node.line = mark->line + 1;
            node.column = mark->column + 1;
        }
        return node;
    }

    void take(fy_event* event) {
        at(ProblemKind::Anchor, fy_event_get_anchor_token(event), 1);
        at(ProblemKind::Tag, fy_event_get_tag_token(event), 0);
        switch (event->type) {
        case FYET_SCALAR: return add(scalar(event), event);
        case FYET_ALIAS: return alias(event);
        case FYET_MAPPING_START: return open(event, YamlNode::Kind::Map);
        case FYET_SEQUENCE_START: return open(event, YamlNode::Kind::List);
        case FYET_MAPPING_END:
        case FYET_SEQUENCE_END: return close(event);
        default: return;
        }
    }

    /// Refused, with a text in its place, so that its absence is not told as well.
    void alias(fy_event* event) {
        YamlNode node = nodeAt(event, YamlNode::Kind::Text);
        node.text = "alias";
        // The parser's mark stands behind the '*'.
        node.column = std::max(1, node.column - 1);
        problems.push_back({ProblemKind::Alias, m_file, node.line, node.column, {}});
        add(std::move(node), event);
    }

    void open(fy_event* event, YamlNode::Kind kind) {
        if (m_open.size() >= static_cast<std::size_t>(YAML_DEPTH)) {
            problem(ProblemKind::TooDeep, event, {std::to_string(YAML_DEPTH)});
            m_tooDeep = true;
            return;
        }
        m_open.push_back({nodeAt(event, kind), std::nullopt, {}});
    }

    void close(fy_event* event) {
        if (m_open.empty()) return;
        YamlNode node = std::move(m_open.back().node);
        m_open.pop_back();
        add(std::move(node), event);
    }

    static YamlNode scalar(fy_event* event) {
        YamlNode node = nodeAt(event, YamlNode::Kind::Text);
        fy_token* token = event->scalar.value;
        std::size_t size = 0;
        const char* text = token ? fy_token_get_text(token, &size) : nullptr;
        if (text) node.text.assign(text, size);
        const auto style = token ? fy_token_scalar_style(token) : FYSS_PLAIN;
        node.quoted = style != FYSS_PLAIN;
        // The parser's mark stands behind the opening quote.
        if (style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED)
            node.column = std::max(1, node.column - 1);
        return node;
    }

    void add(YamlNode node, fy_event* event) {
        if (m_open.empty()) {
            if (!root) root = std::move(node);
            return;
        }
        Open& parent = m_open.back();
        if (parent.node.kind == YamlNode::Kind::List) {
            parent.node.items.push_back(std::move(node));
        } else if (!parent.pending) {
            if (node.kind != YamlNode::Kind::Text) problem(ProblemKind::KeyNotText, event);
            parent.pending = YamlEntry{node.text, node.line, node.column, {}};
        } else {
            keep(parent, std::move(node));
        }
    }

    void keep(Open& parent, YamlNode value) {
        YamlEntry entry = std::move(*parent.pending);
        parent.pending.reset();
        const auto place = [&](ProblemKind kind, std::vector<std::string> arguments) {
            problems.push_back({kind, m_file, entry.line, entry.column, std::move(arguments)});
        };
        if (entry.key == "<<") return place(ProblemKind::MergeKey, {});
        const auto [first, isNew] = parent.keys.emplace(entry.key, entry.line);
        if (!isNew) return place(ProblemKind::KeyTwice, {entry.key, std::to_string(first->second)});
        entry.value = std::move(value);
        if (entry.value.line == 0 ||
            (entry.value.text.empty() && entry.value.kind == YamlNode::Kind::Text && !entry.value.quoted)) {
            entry.value.line = entry.line;
            entry.value.column = entry.column;
        }
        parent.node.entries.push_back(std::move(entry));
    }

    std::string m_file;
    Diag m_diag;
    Parser m_parser;
    std::vector<Open> m_open;
    bool m_tooDeep = false;
    bool m_done = false;
};

bool isTopLevel(const std::string& line) {
    return !line.empty() && std::string_view(" \t#-}]").find(line.front()) == std::string_view::npos;
}

std::string topKey(const std::string& line) { return line.substr(0, line.find(':')); }

/// The lines [first, end) of the top-level block that holds a line.
struct Block {
    std::size_t first = 0;
    std::size_t end = 0;
};

Block blockAt(const std::vector<std::string>& lines, std::size_t at) {
    Block block;
    block.first = std::min(at, lines.size() - 1);
    while (block.first > 0 && !isTopLevel(lines[block.first]))
        --block.first;
    block.end = block.first + 1;
    while (block.end < lines.size() && !isTopLevel(lines[block.end]))
        ++block.end;
    return block;
}

/// Empties them, noting the key; false when there is nothing left to empty.
bool leaveOut(std::vector<std::string>& lines, const Block& block, std::set<std::string>& keys) {
    bool anything = false;
    if (isTopLevel(lines[block.first])) keys.insert(topKey(lines[block.first]));
    for (std::size_t i = block.first; i < block.end; ++i) {
        anything = anything || !lines[i].empty();
        lines[i].clear();
    }
    return anything;
}

std::string wordsOfError(const SyntaxError& error) {
    std::string words = error.words;
    while (!words.empty() && (words.back() == '\n' || words.back() == '.'))
        words.pop_back();
    return words;
}

void shift(YamlNode& node, int lines) {
    node.line += lines;
    for (auto& entry : node.entries) {
        entry.line += lines;
        shift(entry.value, lines);
    }
    for (auto& item : node.items)
        shift(item, lines);
}

/// Characters that no text shows: written as escapes.
bool isHidden(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA1) || point == 0x2028 || point == 0x2029 ||
           point == 0xFEFF || (point & 0xFFFEU) == 0xFFFEU;
}

/// Words and figures that other YAML readers take for something else than text.
bool looksTyped(std::string_view text) {
    static const std::set<std::string, std::less<>> words{"true", "false", "yes", "no", "on",
                                                          "off",  "null",  "y",   "n"};
    if (words.contains(domain::lowerAscii(text))) return true;
    if (text.find_first_not_of("0123456789.+-_eExXoObB") != std::string_view::npos) return false;
    const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
    return !digits || (text.size() > 1 && text.front() == '0');
}

bool canStandPlain(std::string_view text) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || looksTyped(text)) return false;
    if (std::string_view("-~<=?'&*!|>%@`.").find(text.front()) != std::string_view::npos) return false;
    if (text.find_first_of(",[]{}\"#:\\") != std::string_view::npos) return false;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = codePointAt(text, i);
        if (isHidden(point.value)) return false;
        i += point.size;
    }
    // A full-width colon after a plain word is what the reader takes for a slip.
    return text.find("\xEF\xBC\x9A") == std::string_view::npos;
}

std::string escaped(CodePoint point, std::string_view bytes) {
    switch (point.value) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\t': return "\\t";
    default: break;
    }
    if (!isHidden(point.value)) return std::string(bytes);
    char code[16];
    std::snprintf(code, sizeof code, point.value > 0xFFFF ? "\\U%08X" : "\\u%04X",
                  static_cast<unsigned>(point.value));
    return code;
}

} // namespace

YamlReading readYaml(std::string_view text, const std::string& file, int firstLine) {
    YamlReading reading;
    YamlLint lint = lintYaml(text, file);
    reading.problems = std::move(lint.problems);
    // Each round reads to the end or loses at least one line, so that this ends.
    for (int round = 0; round < 20; ++round) {
        std::string mended;
        for (const auto& line : lint.lines)
            mended += line + "\n";
        Document document(mended, file);
        const bool whole = document.read();
        if (whole) {
            reading.root = std::move(document.root);
            reading.problems.insert(reading.problems.end(), document.problems.begin(),
                                    document.problems.end());
            break;
        }
        const SyntaxError error = document.error();
        const Block block = blockAt(lint.lines, static_cast<std::size_t>(error.line - 1));
        const auto faulty = lint.faulty.upper_bound(static_cast<int>(block.first));
        const bool known = faulty != lint.faulty.end() && *faulty <= static_cast<int>(block.end);
        if (!known)
            reading.problems.push_back(
                {ProblemKind::YamlSyntax, file, error.line, error.column, {wordsOfError(error)}});
        if (!leaveOut(lint.lines, block, reading.leftOut)) break;
    }
    for (auto& problem : reading.problems)
        problem.line += firstLine - 1;
    if (reading.root) shift(*reading.root, firstLine - 1);
    return reading;
}

std::string yamlScalar(std::string_view text) {
    if (canStandPlain(text)) return std::string(text);
    std::string quoted = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto point = codePointAt(text, i);
        quoted += escaped(point, text.substr(i, point.size));
        i += point.size;
    }
    return quoted + "\"";
}

} // namespace fledgling::format
