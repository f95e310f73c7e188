#pragma once

#include "format/Xlsx.h"
#include "format/report/Chart.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fledgling::format {

/// A report as a value: what is shown on screen, printed and saved is made of the same cells.

struct ReportColumn {
    std::string title;
    double share = 1;       ///< of the page's width, beside the other columns'
    bool right = false;     ///< numbers stand right
    bool charted = false;   ///< a chart above the table draws it: printed pages leave it out, a web page has it as a table of its own, files to reckon with in the table
};

/// A cell as it is read; a spreadsheet takes `value` where there is one.
struct ReportCell {
    std::string text;
    XlsxCell value = {};
    bool bold = false;
};
[[nodiscard]] ReportCell reportText(std::string text);
[[nodiscard]] ReportCell reportStrong(std::string text); ///< bold: what a row is about, and totals
[[nodiscard]] ReportCell reportNumber(std::int64_t number);
[[nodiscard]] ReportCell reportPercent(int percent);
[[nodiscard]] ReportCell reportDate(domain::Date date);
[[nodiscard]] ReportCell reportTime(domain::TimeOfDay time);

struct ReportTable {
    std::string title; ///< empty: none
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows; ///< each as many as there are columns
    std::vector<ReportCell> totals;            ///< empty: none
    double rowHeight = 0;                      ///< in points at least, for what is filled in by hand
};

/// That a report tells of a moment gone by. Pages say it under the title and at their foot; a row that is carried off into
/// another table says it in a last column.
struct ReportPast {
    std::string words;  ///< the sentence; empty: the report is of now
    std::string column; ///< what stands above that column
};

struct Report {
    std::string title;
    std::vector<std::string> lines; ///< under the title: cohort, period, how to read it
    std::vector<ReportChart> charts; ///< above the tables; to read, not to reckon with
    std::vector<ReportTable> tables;
    std::string foot; ///< on every page: head of the chain and the moment
    bool landscape = false;
    bool certificate = false; ///< one framed page: title and lines in large letters, no tables
    ReportPast past = {};
    std::string language = {}; ///< "zh-CN": which a browser chooses its characters' shapes by; empty: unsaid
    std::string about = {}; ///< names a workbook's last sheet, which holds title, lines and foot; empty: no such sheet
};

/// Told how many of how many rows are laid; what it throws ends the work.
using ReportAt = std::function<void(std::size_t done, std::size_t total)>;

/// Each table with its totals as a file of its own (see csvOf): a file has one heading row and rows of one length, as whoever
/// reads it expects. A report without tables is one file of its lines.
[[nodiscard]] std::vector<std::string> reportCsv(const Report& report);
/// Each table with its totals as a sheet of its own, named by its title, typed; then the sheet `about`. FormatError when it
/// can't be written.
[[nodiscard]] std::string reportXlsx(const Report& report);
/// One page that needs nothing else: no scripts, no links.
[[nodiscard]] std::string reportHtml(const Report& report);
/// A4 pages, headings repeated, pages numbered; `page` is "{0} / {1}" in the reader's language. FormatError when
/// it can't be drawn.
[[nodiscard]] std::string reportPdf(const Report& report, const std::string& page, const ReportAt& at = {});

/// The same pages as pictures, so many pixels to the point (1/72 inch).
[[nodiscard]] std::vector<Picture> reportPictures(const Report& report, const std::string& page, double scale);

/// The table without what a chart draws; nothing where it stands on pages as it is.
[[nodiscard]] std::optional<ReportTable> withoutCharted(const ReportTable& table);

/// What the file calls itself: the title, of a moment gone by with it.
[[nodiscard]] std::string titleInFile(const Report& report);

/// By the ending of a file name: "pdf", "xlsx" and "html" are one file, "csv" is one for each table; none for any other.
[[nodiscard]] std::vector<std::string> reportFiles(const Report& report, const std::string& ending, const std::string& page,
                                                   const ReportAt& at = {});

} // namespace fledgling::format
