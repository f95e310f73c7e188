#include "format/report/Report.h"

#include "format/Csv.h"

#include <Poco/Base64Encoder.h>

#include <algorithm>
#include <sstream>

namespace fledgling::format {

namespace {

/// What every table holds, with its totals as a last row; nothing behind that.
const std::vector<ReportCell>* rowAt(const ReportTable& table, std::size_t at) {
    if (at < table.rows.size()) return &table.rows[at];
    return at == table.rows.size() && !table.totals.empty() ? &table.totals : nullptr;
}

std::vector<std::string> headerOf(const Report& report, const ReportTable& table) {
    std::vector<std::string> header;
    for (const auto& column : table.columns)
        header.push_back(column.title);
    if (!report.past.words.empty()) header.push_back(report.past.column);
    return header;
}

/// What isn't in tables, a line each.
std::vector<std::string> proseOf(const Report& report) {
    std::vector<std::string> prose;
    if (!report.past.words.empty()) prose.push_back(report.past.words);
    prose.insert(prose.end(), report.lines.begin(), report.lines.end());
    if (!report.foot.empty()) prose.push_back(report.foot);
    return prose;
}

/// For other programs a number stands as they read it: with the hyphen for a minus.
std::string plainText(const ReportCell& cell) {
    constexpr std::string_view MINUS = "−";
    const bool number = std::holds_alternative<std::int64_t>(cell.value) || std::holds_alternative<double>(cell.value);
    return number && cell.text.starts_with(MINUS) ? "-" + cell.text.substr(MINUS.size()) : cell.text;
}

XlsxSheet proseSheet(const Report& report, const std::string& name) {
    return {name, {report.title}, [prose = proseOf(report), at = std::size_t{0}](std::vector<XlsxCell>& cells) mutable {
                if (at == prose.size()) return false;
                cells.assign(1, prose[at++]);
                return true;
            }};
}

XlsxSheet tableSheet(const Report& report, const ReportTable& table) {
    return {table.title.empty() ? report.title : table.title, headerOf(report, table),
            [&report, &table, at = std::size_t{0}](std::vector<XlsxCell>& cells) mutable {
                const auto* row = rowAt(table, at++);
                if (!row) return false;
                cells.assign(table.columns.size(), {});
                for (std::size_t i = 0; i < row->size() && i < cells.size(); ++i)
                    if (const auto& cell = (*row)[i]; std::holds_alternative<std::monostate>(cell.value))
                        cells[i] = cell.text;
                    else
                        cells[i] = cell.value;
                if (!report.past.words.empty()) cells.emplace_back(report.past.words);
                return true;
            },
            report.landscape};
}

std::string escapedForHtml(const std::string& text) {
    std::string safe;
    for (const char c : text)
        switch (c) {
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '&': safe += "&amp;"; break;
        case '"': safe += "&quot;"; break;
        default: safe += c;
        }
    return safe;
}

void addRow(std::string& html, const ReportTable& table, const std::vector<ReportCell>& row, bool total) {
    html += total ? "<tr class=\"total\">" : "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i)
        html += (table.columns[i].right ? "<td class=\"right\">" : "<td>") +
                (row[i].bold && !row[i].text.empty() ? "<b>" + escapedForHtml(row[i].text) + "</b>" : escapedForHtml(row[i].text)) + "</td>";
    html += "</tr>\n";
}

std::string base64(const std::string& bytes) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.rdbuf()->setLineLength(0);
    encoder << bytes;
    encoder.close();
    return out.str();
}

void addTable(std::string& html, const ReportTable& table) {
    if (!table.title.empty()) html += "<h2>" + escapedForHtml(table.title) + "</h2>\n";
    html += "<table><thead><tr>";
    for (const auto& column : table.columns)
        html += (column.right ? "<th scope=\"col\" class=\"right\">" : "<th scope=\"col\">") + escapedForHtml(column.title) + "</th>";
    html += "</tr></thead><tbody>\n";
    for (const auto& row : table.rows)
        addRow(html, table, row, false);
    if (!table.totals.empty()) addRow(html, table, table.totals, true);
    html += "</tbody></table>\n";
}

/// The table with these of its columns.
ReportTable ofColumns(const ReportTable& table, const std::function<bool(std::size_t column)>& kept) {
    ReportTable part{table.title, {}, {}, {}, table.rowHeight};
    const auto keep = [&](const auto& all, auto& into) {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (kept(i)) into.push_back(all[i]);
    };
    keep(table.columns, part.columns);
    for (const auto& row : table.rows)
        keep(row, part.rows.emplace_back());
    keep(table.totals, part.totals);
    return part;
}

bool isCharted(const ReportTable& table, std::size_t column) { return column < table.columns.size() && table.columns[column].charted; }

/// What the picture shows, to read: what each row is about and the columns the chart draws, under the chart's title.
void addCharted(std::string& html, const Report& report, const ReportTable& table) {
    auto drawn = ofColumns(table, [&](std::size_t column) { return column == 0 || isCharted(table, column); });
    if (!report.charts.empty()) drawn.title = report.charts.front().title;
    drawn.totals.clear();
    addTable(html, drawn);
}

/// The chart as a picture inside the page: a file that needs no other.
std::string pictureTag(const ReportChart& chart) {
    constexpr double WIDTH = 720, SCALE = 1.5;
    if (isEmpty(chart)) return {};
    Pen nowhere(WIDTH, WIDTH);
    const double height = heightOf(nowhere, chart, WIDTH);
    const auto picture = pictureOf(WIDTH, height, SCALE, [&](Pen& pen) { draw(pen, chart, 0, 0, WIDTH); });
    return "<p><img width=\"" + std::to_string(static_cast<int>(WIDTH)) + "\" alt=\"" + escapedForHtml(chart.title) +
           "\" src=\"data:image/png;base64," + base64(pngOf(picture)) + "\"></p>\n";
}

// Chinese may be broken after every character: without a least width a browser makes columns of one each.
const char* STYLE = "body{font-family:sans-serif;margin:2em;color:#222}h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.5em}"
                    "img{max-width:100%;height:auto}table{border-collapse:collapse}"
                    "th,td{border:1px solid #bbb;padding:.25em .6em;text-align:left;vertical-align:top;min-width:4em}"
                    "td{white-space:pre-line}th{background:#eee}.right{text-align:right}"
                    ".total td{font-weight:bold;border-top:2px solid #222}.foot{color:#666;font-size:.8em;margin-top:2em}"
                    "@media print{body{margin:0;font-size:9pt}tr{break-inside:avoid}}";

/// How a browser prints it: as the PDF lies.
std::string pageStyle(const Report& report) {
    return std::string("@page{size:A4 ") + (report.landscape ? "landscape" : "portrait") + ";margin:15mm}";
}

} // namespace

ReportCell reportText(std::string text) { return {std::move(text), {}, false}; }
ReportCell reportStrong(std::string text) { return {std::move(text), {}, true}; }
ReportCell reportNumber(std::int64_t number) {
    auto text = std::to_string(number);
    if (number < 0) text.replace(0, 1, "−");
    return {std::move(text), number, false};
}
ReportCell reportPercent(int percent) { return {std::to_string(percent) + " %", XlsxPercent{percent}, false}; }
ReportCell reportDate(domain::Date date) { return {date.iso(), date, false}; }
ReportCell reportTime(domain::TimeOfDay time) { return {time.text(), time, false}; }

std::optional<ReportTable> withoutCharted(const ReportTable& table) {
    if (std::none_of(table.columns.begin(), table.columns.end(), [](const auto& column) { return column.charted; })) return std::nullopt;
    return ofColumns(table, [&](std::size_t column) { return !isCharted(table, column); });
}

std::string titleInFile(const Report& report) {
    return report.past.words.empty() ? report.title : report.title + " · " + report.past.words;
}

std::vector<std::string> reportCsv(const Report& report) {
    std::vector<std::string> files;
    for (const auto& table : report.tables) {
        std::vector<std::vector<std::string>> rows;
        for (std::size_t at = 0; const auto* row = rowAt(table, at); ++at) {
            auto& texts = rows.emplace_back();
            for (const auto& cell : *row)
                texts.push_back(plainText(cell));
            texts.resize(table.columns.size());
            if (!report.past.words.empty()) texts.push_back(report.past.words);
        }
        files.push_back(csvOf(headerOf(report, table), rows));
    }
    if (!files.empty()) return files;
    std::vector<std::vector<std::string>> lines;
    for (auto& line : proseOf(report))
        lines.push_back({std::move(line)});
    return {csvOf({report.title}, lines)};
}

std::string reportXlsx(const Report& report) {
    std::vector<XlsxSheet> sheets;
    for (const auto& table : report.tables)
        sheets.push_back(tableSheet(report, table));
    if (sheets.empty())
        sheets.push_back(proseSheet(report, report.title));
    else if (!report.about.empty())
        sheets.push_back(proseSheet(report, report.about));
    return xlsxOf(sheets);
}

std::string reportHtml(const Report& report) {
    const std::string language = report.language.empty() ? "" : " lang=\"" + escapedForHtml(report.language) + "\"";
    std::string html = "<!DOCTYPE html>\n<html" + language + "><head><meta charset=\"utf-8\"><title>" + escapedForHtml(titleInFile(report)) +
                       "</title><style>" + STYLE + pageStyle(report) + "</style></head><body>\n<h1>" + escapedForHtml(report.title) + "</h1>\n";
    if (!report.past.words.empty()) html += "<p><b>" + escapedForHtml(report.past.words) + "</b></p>\n";
    for (const auto& line : report.lines)
        html += "<p>" + escapedForHtml(line) + "</p>\n";
    for (const auto& chart : report.charts)
        html += pictureTag(chart);
    for (const auto& whole : report.tables) {
        const auto left = withoutCharted(whole);
        if (left) addCharted(html, report, whole);
        addTable(html, left ? *left : whole);
    }
    return html + "<p class=\"foot\">" + escapedForHtml(report.foot) + "</p>\n</body></html>\n";
}

std::vector<std::string> reportFiles(const Report& report, const std::string& ending, const std::string& page, const ReportAt& at) {
    std::vector<std::string> files;
    if (ending == "pdf") files.push_back(reportPdf(report, page, at));
    if (ending == "xlsx") files.push_back(reportXlsx(report));
    if (ending == "csv") files = reportCsv(report);
    if (ending == "html") files.push_back(reportHtml(report));
    return files;
}

} // namespace fledgling::format
