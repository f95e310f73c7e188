#include "format/Csv.h"

#include "format/FormatError.h"

#include <algorithm>
#include <map>

namespace fledgling::format {

namespace {

constexpr std::size_t ROWS_TO_JUDGE_BY = 40;
constexpr std::string_view FORMULA_STARTS = "=+-@\t\r";

/// Walks the text once, record by record.
class CsvReader {
public:
    CsvReader(std::string_view text, char separator, const std::string& fileName, int firstLine)
        : m_text(text), m_separator(separator), m_file(fileName), m_line(firstLine) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    TableRow row() {
        TableRow row{m_line, {}};
        for (bool more = true; more;) {
            row.cells.push_back(cell());
            if (row.cells.size() > MOST_COLUMNS) throw FormatError(Fault::TooManyColumns, m_file, m_line);
            more = !atEnd() && m_text[m_at] == m_separator;
            if (more) ++m_at;
        }
        lineBreak();
        return row;
    }

private:
    std::string cell() {
        // Some programs put a blank before the opening quote.
        const auto start = m_text.find_first_not_of(' ', m_at);
        if (start != std::string_view::npos && m_text[start] == '"') {
            m_at = start;
            return quoted();
        }
        const auto end = std::find_if(m_text.begin() + static_cast<std::ptrdiff_t>(m_at), m_text.end(),
                                      [this](char c) { return c == m_separator || c == '\n' || c == '\r'; });
        const auto length = static_cast<std::size_t>(end - m_text.begin()) - m_at;
        std::string text(m_text.substr(m_at, length));
        m_at += length;
        return text;
    }

    std::string quoted() {
        const int openedOn = m_line;
        std::string text;
        for (++m_at; !atEnd(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') {
                    ++m_at;
                    return text + afterQuote();
                }
                ++m_at;
            }
            if (c == '\n' || (c == '\r' && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '\n'))) ++m_line;
            text += c;
        }
        throw FormatError(Fault::QuoteNeverClosed, m_file, openedOn);
    }

    /// What stands between a closing quote and the next separator belongs to the cell, as spreadsheets read
    /// it.
    std::string afterQuote() {
        std::string rest;
        while (!atEnd() && m_text[m_at] != m_separator && m_text[m_at] != '\n' && m_text[m_at] != '\r')
            rest += m_text[m_at++];
        return rest;
    }

    void lineBreak() {
        if (atEnd()) return;
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
        ++m_at;
        ++m_line;
    }

    std::string_view m_text;
    char m_separator;
    const std::string& m_file;
    int m_line;
    std::size_t m_at = 0;
};

bool isEmpty(const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

/// How many of the first rows share the most usual length above one, and that length.
std::pair<std::size_t, std::size_t> agreement(std::string_view text, char separator,
                                              const std::string& fileName) {
    std::map<std::size_t, std::size_t> lengths;
    CsvReader reader(text, separator, fileName, 1);
    try {
        for (std::size_t i = 0; i < ROWS_TO_JUDGE_BY && !reader.atEnd(); ++i)
            if (const auto row = reader.row(); row.cells.size() > 1) ++lengths[row.cells.size()];
    } catch (const FormatError&) {
        // The open quote is told when the file is read in earnest; what came before still counts here.
    }
    std::pair<std::size_t, std::size_t> best{0, 0};
    for (const auto& [length, rows] : lengths)
        best = std::max(best, {rows, length});
    return best;
}

char separatorOf(std::string_view text, const std::string& fileName) {
    char best = ',';
    std::pair<std::size_t, std::size_t> bestAgreement{0, 0};
    for (const char candidate : {',', ';', '\t'}) {
        const auto found = agreement(text, candidate, fileName);
        if (found > bestAgreement) {
            bestAgreement = found;
            best = candidate;
        }
    }
    return best;
}

/// Excel's own first line "sep=;" names the separator; takes it off the text.
std::optional<char> declaredSeparator(std::string_view& text) {
    if (text.size() < 5 || !(text.starts_with("sep=") || text.starts_with("SEP="))) return std::nullopt;
    const char separator = text[4];
    const auto end = text.find_first_of("\r\n");
    if (end != 5 && !(end == std::string_view::npos && text.size() == 5)) return std::nullopt;
    const bool crlf = end != std::string_view::npos && text.substr(end).starts_with("\r\n");
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + (crlf ? 2 : 1));
    return separator;
}

bool isPlainNumber(std::string_view cell) {
    std::size_t at = cell.starts_with('+') || cell.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < cell.size() && cell[at] >= '0' && cell[at] <= '9')
            ++at;
        return at > from;
    };
    if (!digits()) return false;
    if (at < cell.size() && cell[at] == '.') {
        ++at;
        if (!digits()) return false;
    }
    return at == cell.size();
}

void append(std::string& out, std::string_view cell) {
    const std::string safe = defended(cell);
    const bool quotes =
        safe.find_first_of(",;\t\"\r\n") != std::string::npos || safe.starts_with(' ') || safe.ends_with(' ');
    if (!quotes) {
        out += safe;
        return;
    }
    out += '"';
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void appendRow(std::string& out, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        append(out, cells[i]);
    }
    out += "\r\n";
}

} // namespace

Table csvTable(std::string_view utf8, const std::string& fileName, std::optional<char> separator) {
    int firstLine = 1;
    if (const auto declared = declaredSeparator(utf8)) {
        separator = declared;
        firstLine = 2;
    }
    if (!separator) separator = separatorOf(utf8, fileName);
    Table table;
    table.separated = true;
    std::size_t cells = 0;
    CsvReader reader(utf8, *separator, fileName, firstLine);
    while (!reader.atEnd()) {
        auto row = reader.row();
        if (isEmpty(row)) continue;
        cells += row.cells.size();
        if (table.rows.size() >= MOST_ROWS || cells > MOST_CELLS)
            throw FormatError(Fault::TooManyRows, fileName, row.line);
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string csvOf(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    std::string out = "\xEF\xBB\xBF";
    if (!header.empty()) appendRow(out, header);
    for (const auto& row : rows)
        appendRow(out, row);
    return out;
}

std::string defended(std::string_view cell) {
    const bool formula = !cell.empty() && FORMULA_STARTS.find(cell.front()) != std::string_view::npos;
    return formula && !isPlainNumber(cell) ? "'" + std::string(cell) : std::string(cell);
}

std::string undefended(std::string_view cell) {
    const bool added = cell.size() > 1 && cell.front() == '\'' &&
                       FORMULA_STARTS.find(cell[1]) != std::string_view::npos &&
                       !isPlainNumber(cell.substr(1));
    return std::string(added ? cell.substr(1) : cell);
}

} // namespace fledgling::format
