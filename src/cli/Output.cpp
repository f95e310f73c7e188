#include "cli/Output.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/TextIterator.h>
#include <Poco/UTF8Encoding.h>

#include <algorithm>
#include <stdexcept>

namespace fledgling::cli {

namespace {

Poco::Dynamic::Var jsonOf(const Item& item) {
    switch (item.kind()) {
    case Item::Kind::Nothing: return {};
    case Item::Kind::Flag: return item.number() != 0;
    case Item::Kind::Number: return static_cast<Poco::Int64>(item.number());
    case Item::Kind::Text: return item.text();
    case Item::Kind::List: break;
    }
    Poco::JSON::Array::Ptr array = new Poco::JSON::Array;
    for (const auto& one : item.list()) array->add(one);
    return array;
}

/// Ranges of East Asian Wide and Fullwidth characters (Unicode UAX #11), coarsely.
bool isWide(int code) {
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xAC00 && code <= 0xD7A3) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
           (code >= 0xFFE0 && code <= 0xFFE6) || (code >= 0x1F300 && code <= 0x1F64F) || (code >= 0x20000 && code <= 0x3FFFD);
}

} // namespace

std::size_t displayWidth(const std::string& utf8) {
    const Poco::UTF8Encoding encoding;
    std::size_t width = 0;
    for (Poco::TextIterator it(utf8, encoding), end(utf8); it != end; ++it) width += isWide(*it) ? 2 : 1;
    return width;
}

std::string Item::text() const {
    switch (m_kind) {
    case Kind::Nothing: return m_text;
    case Kind::Flag: return m_number != 0 ? "yes" : "no";
    case Kind::Number: return std::to_string(m_number);
    case Kind::Text: return m_text;
    case Kind::List: break;
    }
    // A long list would push everything else off the screen; JSON has it whole.
    constexpr std::size_t SHOWN = 4;
    std::string all;
    for (std::size_t i = 0; i < m_list.size() && i < SHOWN; ++i) all += (i == 0 ? "" : ", ") + m_list[i];
    return m_list.size() > SHOWN ? all + " (+" + std::to_string(m_list.size() - SHOWN) + ")" : all;
}

void Output::table(std::vector<std::string> columns) {
    m_hasTable = true;
    m_columns = std::move(columns);
}

void Output::row(std::vector<Item> values) {
    if (values.size() != m_columns.size()) throw std::logic_error("a row that doesn't fit its table");
    m_rows.push_back(std::move(values));
}

void Output::printText(std::ostream& out) const {
    for (const auto& text : m_sentences) out << text << '\n';
    if (m_sentences.empty())
        for (const auto& [key, value] : m_figures) out << key << ": " << value.text() << '\n';
    if (!m_hasTable || m_rows.empty()) return;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t widest = displayWidth(m_columns[i]);
        for (const auto& row : m_rows) widest = std::max(widest, displayWidth(row[i].text()));
        widths.push_back(widest);
    }
    const auto line = [&](auto textAt) {
        std::string text;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const std::string cell = textAt(i);
            text += cell;
            if (i + 1 < m_columns.size()) text += std::string(widths[i] - displayWidth(cell) + 2, ' ');
        }
        out << text << '\n';
    };
    line([&](std::size_t i) { return m_columns[i]; });
    for (const auto& row : m_rows) line([&](std::size_t i) { return row[i].text(); });
}

void Output::printJson(std::ostream& out) const {
    Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("ok", true);
    for (const auto& [key, value] : m_figures) object.set(key, jsonOf(value));
    if (m_hasTable) {
        Poco::JSON::Array::Ptr rows = new Poco::JSON::Array;
        for (const auto& row : m_rows) {
            Poco::JSON::Object::Ptr one = new Poco::JSON::Object(Poco::JSON_PRESERVE_KEY_ORDER);
            for (std::size_t i = 0; i < row.size(); ++i) one->set(m_columns[i], jsonOf(row[i]));
            rows->add(one);
        }
        object.set("rows", rows);
    }
    object.stringify(out, 1);
    out << '\n';
}

void printJsonError(std::ostream& out, const std::string& kind, const std::string& message) {
    Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("ok", false);
    object.set("error", kind);
    object.set("message", message);
    object.stringify(out, 1);
    out << '\n';
}

} // namespace fledgling::cli
