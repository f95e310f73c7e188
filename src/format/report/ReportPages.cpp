// How a report lies on its pages: one description for paper, screen and PDF.
#include "format/report/Report.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace fledgling::format {

namespace {

// In points, of which 72 are an inch: A4, and margins of 15 mm.
constexpr double SHORT_SIDE = 595.28, LONG_SIDE = 841.89, MARGIN = 42.5, PADDING = 3, FOOT = 20;
constexpr double HEADING = 16, SECTION = 12, BODY = 9, FOOTNOTE = 7.5;
/// The same in a table that is set tighter.
constexpr double TIGHT_PADDING = 1.2, TIGHT_BODY = 8;
constexpr Ink SHADE{0.93, 0.93, 0.93}, RULE{0.6, 0.6, 0.6};

/// What is learnt by laying a report out before it is drawn.
struct Plan {
    int pages = 0;
    bool tight = false;       ///< its tables are set tighter
    std::vector<double> rows; ///< heights, headings, rows and totals in the order in which they were laid
};

using RowsLaid = std::function<void(std::size_t rows)>;

/// Lays a report out from top to bottom, page after page, and draws it where the pen draws.
class Drawing {
public:
    /// `plan`: of the same report on the same kind of paper, so that no text is measured twice; nullptr: none yet, its tables
    /// `tight` or not. `onRow` is told how many rows are laid.
    Drawing(const Report& report, const std::string& page, const Plan* plan, Pen& pen, RowsLaid onRow = {}, bool tight = false)
        : m_report(report), m_page(page), m_plan(plan), m_tight(plan ? plan->tight : tight), m_width(report.landscape ? LONG_SIDE : SHORT_SIDE),
          m_height(report.landscape ? SHORT_SIDE : LONG_SIDE), m_pen(pen), m_onRow(std::move(onRow)) {}

    Plan draw() {
        begin();
        if (m_report.certificate) {
            drawCertificate();
        } else {
            put(m_report.title, HEADING, true);
            if (!m_report.past.words.empty()) put(m_report.past.words, BODY, true);
            for (const auto& line : m_report.lines)
                put(line, BODY, false);
            for (const auto& chart : m_report.charts)
                drawCharts(chart);
            for (const auto& table : m_report.tables)
                drawTable(table);
        }
        end();
        m_pen.finish(m_report.title + ".pdf");
        m_found.pages = m_number;
        m_found.tight = m_tight;
        return std::move(m_found);
    }

private:
    [[nodiscard]] double inner() const { return m_width - 2 * MARGIN; }
    [[nodiscard]] double rowPadding() const { return m_tight ? TIGHT_PADDING : PADDING; } ///< above and below its words
    [[nodiscard]] double bottom() const { return m_height - MARGIN - FOOT; }

    void begin() {
        ++m_number;
        m_y = MARGIN;
    }
    void end() {
        std::string number = m_page;
        const auto set = [&number](const std::string& what, int value) {
            if (const auto at = number.find(what); at != std::string::npos) number.replace(at, what.size(), std::to_string(value));
        };
        set("{0}", m_number);
        set("{1}", std::max(m_plan ? m_plan->pages : 0, m_number));
        constexpr double ROOM_OF_NUMBER = 80;
        const double y = m_height - MARGIN - FOOT + PADDING * 2;
        const auto& past = m_report.past.words;
        const std::string foot = past.empty() ? m_report.foot : past + " · " + m_report.foot;
        m_pen.write({foot, FOOTNOTE, false, inner() - ROOM_OF_NUMBER}, MARGIN, y);
        m_pen.write({number, FOOTNOTE, false, ROOM_OF_NUMBER, Pen::Align::Right}, m_width - MARGIN - ROOM_OF_NUMBER, y);
        m_pen.nextPage();
    }
    void turn() {
        end();
        begin();
    }

    void put(const std::string& text, double size, bool bold) {
        const Pen::Words words{text, size, bold, inner()};
        const double height = m_pen.heightOf(words);
        if (m_y + height > bottom()) turn();
        m_pen.write(words, MARGIN, m_y);
        m_y += height + PADDING;
    }

    /// What a certificate says, from top to bottom, at that part of its full size.
    [[nodiscard]] std::vector<Pen::Words> certificateWords(double scale) const {
        constexpr double LARGE = 34, NAME = 24, PLAIN = 15;
        std::vector<Pen::Words> words{{m_report.title, LARGE * scale, true, inner(), Pen::Align::Centre}};
        // The name of whom it is for stands first, and larger.
        for (const auto& line : m_report.lines)
            words.push_back({line, (words.size() == 1 ? NAME : PLAIN) * scale, words.size() == 1, inner(), Pen::Align::Centre});
        if (const auto& past = m_report.past.words; !past.empty())
            words.push_back({past, PLAIN * scale, true, inner(), Pen::Align::Centre});
        return words;
    }

    /// A frame in a frame, title and lines in the middle of it, from left to right and from top to bottom: all of it above
    /// the foot, smaller where it is much.
    void drawCertificate() {
        constexpr double OUTER = 24, INSET = 5, AIR = 16, SMALLEST = 0.4, STEP = 0.05;
        m_pen.frame(OUTER, OUTER, m_width - 2 * OUTER, m_height - 2 * OUTER, RULE, 2);
        m_pen.frame(OUTER + INSET, OUTER + INSET, m_width - 2 * (OUTER + INSET), m_height - 2 * (OUTER + INSET), RULE);
        const double top = m_height / 8;
        double scale = 1;
        // The title has twice the air below it.
        const auto height = [&] {
            double all = AIR * scale;
            for (const auto& words : certificateWords(scale))
                all += m_pen.heightOf(words) + AIR * scale;
            return all;
        };
        while (scale > SMALLEST && top + height() > bottom())
            scale -= STEP;
        m_y = std::max(top, (OUTER + bottom() - height() + AIR * scale) / 2);
        bool title = true;
        for (const auto& words : certificateWords(scale)) {
            m_y += m_pen.write(words, MARGIN, m_y) + (title ? 2 : 1) * AIR * scale;
            title = false;
        }
    }

    /// A chart of many rows begins under what stands on the page already, unless little of it is left.
    void drawCharts(const ReportChart& chart) {
        const double whole = bottom() - MARGIN - PADDING * 2, left = bottom() - m_y - PADDING * 2;
        for (const auto& part : chartParts(m_pen, chart, inner(), left > whole / 2 ? left : whole))
            drawChart(part);
    }

    /// A chart, or its part, stays whole: it goes to the next page where there is no room, unless it stands at the top already.
    void drawChart(const ReportChart& chart) {
        const double height = heightOf(m_pen, chart, inner());
        if (height <= 0) return;
        m_y += PADDING * 2;
        if (m_y + height > bottom() && m_y > MARGIN + HEADING) turn();
        fledgling::format::draw(m_pen, chart, MARGIN, m_y, inner());
        m_y += height + PADDING * 2;
    }

    [[nodiscard]] std::vector<double> widths(const ReportTable& table) const {
        double all = 0;
        for (const auto& column : table.columns)
            all += column.share;
        std::vector<double> found;
        for (const auto& column : table.columns)
            found.push_back(inner() * column.share / all);
        return found;
    }

    /// A row as it is going to stand: words for each column, and how high.
    struct Laid {
        std::vector<Pen::Words> cells;
        double height = 0;
    };

    void drawTable(const ReportTable& whole) {
        const auto left = withoutCharted(whole);
        const auto& table = left ? *left : whole;
        if (table.columns.empty()) return;
        m_y += PADDING * 2;
        const auto columns = widths(table);
        std::vector<ReportCell> titles, sums = table.totals;
        for (const auto& column : table.columns)
            titles.push_back({column.title, {}, true});
        for (auto& cell : sums)
            cell.bold = true;
        const Laid heading = laid(table, titles, columns, 0);
        const Laid totals = sums.empty() ? Laid() : laid(table, sums, columns, 0);
        const double name = table.title.empty() ? 0 : m_pen.heightOf({table.title, SECTION, true, inner()}) + PADDING;
        const double room = bottom() - MARGIN - PADDING * 2 - name - heading.height;
        bool fresh = false; // nothing of the rows stands on this page
        const auto head = [&] {
            drawRow(heading, columns, true);
            fresh = true;
        };
        const auto place = [&](const Laid& row, double with) {
            if (m_y + row.height + with > bottom() && !fresh) {
                turn();
                head();
            }
            drawRow(row, columns, false);
            fresh = false;
        };
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const auto pieces = piecesOf(table, table.rows[i], columns, room);
            // Totals alone at the top of a page say nothing.
            const double with = i + 1 == table.rows.size() ? totals.height : 0;
            if (i == 0) {
                // A heading alone at a page's end leads nobody.
                openTable(table, name + heading.height + pieces.front().height + (pieces.size() == 1 ? with : 0));
                head();
            }
            for (const auto& piece : pieces)
                place(piece, &piece == &pieces.back() ? with : 0);
        }
        if (table.rows.empty()) {
            openTable(table, name + heading.height + totals.height);
            head();
        }
        if (sums.empty()) return;
        if (m_y + totals.height > bottom() && !fresh) {
            turn();
            head();
        }
        drawRow(totals, columns, true);
    }

    /// Turns the page where what the table begins with has no room, and names the table.
    void openTable(const ReportTable& table, double needed) {
        if (m_y + needed > bottom() && m_y > MARGIN + HEADING) turn();
        if (!table.title.empty()) put(table.title, SECTION, true);
    }

    /// The words of a row's cells.
    [[nodiscard]] std::vector<Pen::Words> wordsOf(const ReportTable& table, const std::vector<ReportCell>& row,
                                                  const std::vector<double>& columns) const {
        std::vector<Pen::Words> cells;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool there = i < row.size();
            cells.push_back({there ? row[i].text : std::string(), m_tight ? TIGHT_BODY : BODY, there && row[i].bold, columns[i] - 2 * PADDING,
                             table.columns[i].right ? Pen::Align::Right : Pen::Align::Left});
        }
        return cells;
    }

    /// Measuring takes as long as drawing, and tables say the same again and again.
    double measured(const Pen::Words& words) {
        const auto [known, fresh] = m_heights.try_emplace({words.width, words.bold, words.text});
        if (fresh) known->second = m_pen.heightOf(words);
        return known->second;
    }

    double highest(const std::vector<Pen::Words>& cells, double least) {
        for (const auto& words : cells)
            least = std::max(least, measured(words) + 2 * rowPadding());
        return least;
    }

    Laid laid(const ReportTable& table, const std::vector<ReportCell>& row, const std::vector<double>& columns, double least) {
        Laid one{wordsOf(table, row, columns), 0};
        const bool known = m_plan && m_found.rows.size() < m_plan->rows.size();
        one.height = known ? m_plan->rows[m_found.rows.size()] : highest(one.cells, least);
        m_found.rows.push_back(one.height);
        if (m_onRow) m_onRow(m_found.rows.size());
        return one;
    }

    /// The row; one that is higher than a page in as many pieces as it takes, cut between lines.
    std::vector<Laid> piecesOf(const ReportTable& table, const std::vector<ReportCell>& row, const std::vector<double>& columns,
                               double room) {
        std::vector<Laid> pieces;
        pieces.push_back(laid(table, row, columns, table.rowHeight));
        if (pieces.front().height <= room) return pieces;
        auto rest = std::move(pieces.front().cells);
        pieces.clear();
        const auto left = [&rest] { return std::any_of(rest.begin(), rest.end(), [](const auto& one) { return !one.text.empty(); }); };
        do {
            Laid piece{rest, 0};
            for (std::size_t i = 0; i < rest.size(); ++i) {
                const auto end = m_pen.fitting(rest[i], room - 2 * rowPadding());
                piece.cells[i].text = rest[i].text.substr(0, end);
                rest[i].text.erase(0, end);
                // A line break at the end would be an empty line more.
                if (auto& text = piece.cells[i].text; text.ends_with('\n')) text.pop_back();
            }
            piece.height = highest(piece.cells, 0);
            pieces.push_back(std::move(piece));
        } while (left());
        return pieces;
    }

    void drawRow(const Laid& row, const std::vector<double>& columns, bool shaded) {
        double x = MARGIN;
        for (std::size_t i = 0; i < columns.size() && m_pen.draws(); ++i) {
            if (shaded) m_pen.fill(x, m_y, columns[i], row.height, SHADE);
            m_pen.frame(x, m_y, columns[i], row.height, RULE);
            m_pen.write(row.cells[i], x + PADDING, m_y + rowPadding());
            x += columns[i];
        }
        m_y += row.height;
    }

    const Report& m_report;
    const std::string& m_page;
    const Plan* m_plan;
    bool m_tight;
    Plan m_found;
    std::map<std::tuple<double, bool, std::string>, double> m_heights; ///< by width, weight and text
    double m_width, m_height, m_y = MARGIN;
    int m_number = 0;
    Pen& m_pen;
    RowsLaid m_onRow;
};

struct Size {
    double width, height;
};
Size sizeOf(const Report& report) {
    return report.landscape ? Size{LONG_SIDE, SHORT_SIDE} : Size{SHORT_SIDE, LONG_SIDE};
}

Plan planOf(const Report& report, const std::string& page, const RowsLaid& onRow = {}) {
    const auto size = sizeOf(report);
    const auto laid = [&](const RowsLaid& told, bool tight) {
        Pen nowhere(size.width, size.height);
        return Drawing(report, page, nullptr, nowhere, told, tight).draw();
    };
    auto plan = laid(onRow, false);
    if (plan.pages != 2 || report.certificate) return plan;
    // A second sheet for a name or two and the totals is a sheet too many.
    auto tighter = laid({}, true);
    return tighter.pages == 1 ? tighter : plan;
}

/// Every row is laid twice: measured, then drawn.
RowsLaid layingOf(const Report& report, const ReportAt& at, bool second) {
    if (!at || report.certificate) return {};
    std::size_t rows = 0;
    for (const auto& table : report.tables)
        if (!table.columns.empty()) rows += table.rows.size() + (table.totals.empty() ? 1 : 2);
    return [&at, rows, second](std::size_t laid) { at(second ? rows + laid : laid, 2 * rows); };
}

} // namespace

std::string reportPdf(const Report& report, const std::string& page, const ReportAt& at) {
    const auto plan = planOf(report, page, layingOf(report, at, false));
    const auto size = sizeOf(report);
    std::string bytes;
    {
        Pen pen(size.width, size.height, bytes, titleInFile(report));
        Drawing(report, page, &plan, pen, layingOf(report, at, true)).draw();
    }
    return bytes;
}

std::vector<Picture> reportPictures(const Report& report, const std::string& page, double scale) {
    const auto plan = planOf(report, page);
    const auto size = sizeOf(report);
    std::vector<Picture> pictures;
    Pen pen(size.width, size.height, pictures, scale);
    Drawing(report, page, &plan, pen).draw();
    return pictures;
}

} // namespace fledgling::format
