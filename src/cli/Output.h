#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace fledgling::cli {

/// One value of an answer, as JSON types it.
class Item {
public:
    enum class Kind { Nothing, Flag, Number, Text, List };

    Item() = default;
    Item(bool flag) : m_kind(Kind::Flag), m_number(flag ? 1 : 0) {}
    Item(std::int64_t number) : m_kind(Kind::Number), m_number(number) {}
    Item(std::string text) : m_kind(Kind::Text), m_text(std::move(text)) {}
    Item(const char* text) : Item(std::string(text)) {}
    Item(std::vector<std::string> list) : m_kind(Kind::List), m_list(std::move(list)) {}

    /// Nothing, which people read in these words.
    [[nodiscard]] static Item absent(std::string words) {
        Item item(std::move(words));
        item.m_kind = Kind::Nothing;
        return item;
    }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] std::int64_t number() const { return m_number; }
    [[nodiscard]] const std::vector<std::string>& list() const { return m_list; }
    /// As people read it; a long list is cut and counted.
    [[nodiscard]] std::string text() const;

private:
    Kind m_kind = Kind::Nothing;
    std::int64_t m_number = 0;
    std::string m_text;
    std::vector<std::string> m_list;
};

/// What a command answers: single figures, and one table of rows. Printed as plain text or as one JSON object.
///
/// JSON: {"ok": true, FIGURE: value, ..., "rows": [{COLUMN: value, ...}, ...]}; "rows" only where a command has a table.
/// Keys are the names below, stable across versions; absent values are null.
class Output {
public:
    void say(std::string key, Item value) { m_figures.emplace_back(std::move(key), std::move(value)); }
    /// The sentence people read instead of the figures; not part of JSON.
    void sentence(std::string text) { m_sentences.push_back(std::move(text)); }
    /// Column keys, in order; text output shows them as headings.
    void table(std::vector<std::string> columns);
    /// As many values as there are columns.
    void row(std::vector<Item> values);

    void printText(std::ostream& out) const;
    void printJson(std::ostream& out) const;

private:
    std::vector<std::pair<std::string, Item>> m_figures;
    std::vector<std::string> m_sentences;
    bool m_hasTable = false;
    std::vector<std::string> m_columns;
    std::vector<std::vector<Item>> m_rows;
};

/// {"ok": false, "error": kind, "message": sentence}.
void printJsonError(std::ostream& out, const std::string& kind, const std::string& message);

/// Columns a terminal needs for a text: East Asian wide characters take two.
[[nodiscard]] std::size_t displayWidth(const std::string& utf8);

} // namespace fledgling::cli
