#include "format/FormatError.h"
#include "format/Xlsx.h"
#include "format/XlsxArchive.h"
#include "format/XlsxNumber.h"

#include <pugixml.hpp>

#include <charconv>
#include <map>
#include <optional>

namespace fledgling::format {

namespace {

constexpr unsigned LAST_ROW = 1'048'576;
constexpr std::size_t MOST_SHEETS = 100;
/// A few shared strings, named by a million cells, would fill any memory.
constexpr std::size_t MOST_TEXT = 256ULL * 1024 * 1024;

std::string_view local(const char* qualified) {
    const std::string_view name = qualified;
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Namespace prefixes differ from writer to writer; local names don't.
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const auto& node : parent.children())
        if (local(node.name()) == name) return node;
    return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const auto& one : node.attributes())
        if (local(one.name()) == name) return one.value();
    return {};
}

std::optional<unsigned> whole(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// _x000D_ and the like: how the format writes characters that XML cannot.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const bool shape = text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_';
        if (shape) {
            const auto [end, error] = std::from_chars(text.data() + i + 2, text.data() + i + 6, code, 16);
            if (error == std::errc() && end == text.data() + i + 6 && code > 0 && code < 0x80) {
                plain += static_cast<char>(code);
                i += 6;
                continue;
            }
        }
        plain += text[i];
    }
    return plain;
}

/// The text of a string item: <t> alone, or the runs of rich text; phonetic readings are left out.
std::string stringItem(const pugi::xml_node& item) {
    std::string text;
    for (const auto& node : item.children()) {
        if (local(node.name()) == "t") text += node.text().get();
        if (local(node.name()) == "r") text += child(node, "t").text().get();
    }
    return unescaped(text);
}

/// "BC12" -> 54; nothing when it names no column.
std::optional<std::size_t> columnOfReference(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (column > 20'000) return std::nullopt;
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

std::string resolved(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string base(folder);
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto slash = base.rfind('/', base.size() < 2 ? 0 : base.size() - 2);
        base = slash == std::string::npos ? std::string() : base.substr(0, slash + 1);
    }
    return base + std::string(target.starts_with("./") ? target.substr(2) : target);
}

class Workbook {
public:
    Workbook(std::string_view bytes, const std::string& fileName)
        : m_archive(bytes, fileName), m_file(fileName) {}

    std::vector<Table> tables() {
        locate();
        pugi::xml_document book;
        if (!load(m_bookPart, book)) throw FormatError(Fault::NotAWorkbook, m_file);
        const auto root = book.document_element();
        const auto setting = attribute(child(root, "workbookPr"), "date1904");
        m_date1904 = setting == "1" || setting == "true";
        loadStrings();
        loadShapes();
        std::vector<Table> sheets;
        unsigned position = 0;
        for (const auto& sheet : child(root, "sheets").children()) {
            ++position;
            const auto state = attribute(sheet, "state");
            if (state == "hidden" || state == "veryHidden" || sheets.size() >= MOST_SHEETS) continue;
            if (auto table = sheetTable(sheet, position)) sheets.push_back(*std::move(table));
        }
        return sheets;
    }

private:
    bool load(const std::string& part, pugi::xml_document& document) {
        auto content = m_archive.part(part);
        if (!content) return false;
        const auto result = document.load_buffer(content->data(), content->size(),
                                                 pugi::parse_default | pugi::parse_ws_pcdata_single);
        if (!result) throw FormatError(Fault::WorkbookDamaged, m_file, 0, 0, part);
        return true;
    }

    std::map<std::string, std::string> relations(const std::string& part, std::string_view folder,
                                                 bool byType) {
        std::map<std::string, std::string> targets;
        pugi::xml_document document;
        if (!load(part, document)) return targets;
        for (const auto& one : document.document_element().children()) {
            const auto type = attribute(one, "Type");
            const auto key =
                byType ? type.substr(std::min(type.size(), type.rfind('/') + 1)) : attribute(one, "Id");
            targets.emplace(std::string(key), resolved(folder, attribute(one, "Target")));
        }
        return targets;
    }

    void locate() {
        const auto top = relations("_rels/.rels", "", true);
        const auto book = top.find("officeDocument");
        m_bookPart = book == top.end() ? "xl/workbook.xml" : book->second;
        const auto slash = m_bookPart.rfind('/');
        m_folder = slash == std::string::npos ? "" : m_bookPart.substr(0, slash + 1);
        m_relations = m_folder + "_rels/" + m_bookPart.substr(m_folder.size()) + ".rels";
        m_sheetParts = relations(m_relations, m_folder, false);
        m_byType = relations(m_relations, m_folder, true);
    }

    std::string partOfType(const std::string& type, const std::string& usual) const {
        const auto found = m_byType.find(type);
        return found == m_byType.end() ? m_folder + usual : found->second;
    }

    void loadStrings() {
        pugi::xml_document document;
        if (!load(partOfType("sharedStrings", "sharedStrings.xml"), document)) return;
        for (const auto& item : document.document_element().children())
            if (local(item.name()) == "si") m_strings.push_back(stringItem(item));
    }

    void loadShapes() {
        pugi::xml_document document;
        if (!load(partOfType("styles", "styles.xml"), document)) return;
        const auto root = document.document_element();
        std::map<unsigned, NumberShape> custom;
        for (const auto& one : child(root, "numFmts").children())
            if (const auto id = whole(attribute(one, "numFmtId")))
                custom[*id] = shapeOf(attribute(one, "formatCode"));
        for (const auto& one : child(root, "cellXfs").children()) {
            const unsigned id = whole(attribute(one, "numFmtId")).value_or(0);
            const auto found = custom.find(id);
            m_shapes.push_back(found == custom.end() ? builtInShape(id) : found->second);
        }
    }

    std::optional<Table> sheetTable(const pugi::xml_node& sheet, unsigned position) {
        const auto part = m_sheetParts.find(std::string(attribute(sheet, "id")));
        pugi::xml_document document;
        const std::string usual = m_folder + "worksheets/sheet" + std::to_string(position) + ".xml";
        if (!load(part == m_sheetParts.end() ? usual : part->second, document)) return std::nullopt;
        const auto root = document.document_element();
        if (local(root.name()) != "worksheet") return std::nullopt;
        Table table{std::string(attribute(sheet, "name")), {}, false};
        unsigned line = 0;
        for (const auto& row : child(root, "sheetData").children()) {
            if (local(row.name()) != "row") continue;
            line = whole(attribute(row, "r")).value_or(line + 1);
            if (line < 1 || line > LAST_ROW || table.rows.size() >= MOST_ROWS)
                throw FormatError(Fault::TooManyRows, m_file);
            auto cells = rowCells(row);
            if (!cells.empty()) table.rows.push_back({static_cast<int>(line), std::move(cells)});
        }
        return table;
    }

    std::vector<std::string> rowCells(const pugi::xml_node& row) {
        std::vector<std::string> cells;
        std::size_t next = 0;
        for (const auto& cell : row.children()) {
            if (local(cell.name()) != "c") continue;
            const std::size_t column = columnOfReference(attribute(cell, "r")).value_or(next);
            next = column + 1;
            auto text = cellText(cell);
            if (text.find_first_not_of(" \t\r\n") == std::string::npos) continue;
            if (column >= MOST_COLUMNS) throw FormatError(Fault::TooManyColumns, m_file);
            if (cells.size() <= column) {
                m_cells += column + 1 - cells.size();
                cells.resize(column + 1);
            }
            m_textBytes += text.size();
            if (m_textBytes > MOST_TEXT) throw FormatError(Fault::WorkbookTooLarge, m_file);
            cells[column] = std::move(text);
        }
        if (m_cells > MOST_CELLS) throw FormatError(Fault::WorkbookTooLarge, m_file);
        return cells;
    }

    std::string cellText(const pugi::xml_node& cell) const {
        const auto type = attribute(cell, "t");
        if (type == "inlineStr") return stringItem(child(cell, "is"));
        const std::string_view value = child(cell, "v").text().get();
        if (type == "s") {
            const auto index = whole(value);
            return index && *index < m_strings.size() ? m_strings[*index] : std::string();
        }
        if (type == "str") return unescaped(value);
        if (type == "b") return value == "1" ? "TRUE" : "FALSE";
        if (type == "e") return std::string(value);
        if (type == "d") return std::string(value.substr(0, value.find("T00:00")));
        const unsigned style = whole(attribute(cell, "s")).value_or(0);
        return numberText(value, style < m_shapes.size() ? m_shapes[style] : NumberShape{}, m_date1904);
    }

    XlsxArchive m_archive;
    const std::string& m_file;
    std::string m_bookPart, m_folder, m_relations;
    std::map<std::string, std::string> m_sheetParts, m_byType;
    std::vector<std::string> m_strings;
    std::vector<NumberShape> m_shapes;
    std::size_t m_cells = 0;
    std::size_t m_textBytes = 0;
    bool m_date1904 = false;
};

} // namespace

std::vector<Table> xlsxTables(std::string_view bytes, const std::string& fileName) {
    return Workbook(bytes, fileName).tables();
}

} // namespace fledgling::format
