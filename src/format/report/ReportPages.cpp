// How a report lies on its pages: one description for paper, screen and PDF.
#include "format/report/Report.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace fledgling::format {

namespace {

// In points, of which 72 are an inch: A4, and margins of 15 mm.
constexpr double SHORT_SIDE = 595.28, LONG_SIDE = 841.89, MARGIN = 42.5, PADDING = 3, FOOT = 20;
constexpr double HEADING = 16, SECTION = 12, BODY = 9, FOOTNOTE = 7.5;
constexpr Ink SHADE{0.93, 0.93, 0.93}, RULE{0.6, 0.6, 0.6};

/// What is learnt by laying a report out before it is drawn.
struct Plan {
    int pages = 0;
    std::vector<double> rows; ///< heights, in the order in which rows were placed, those that didn't fit among them
};

/// Lays a report out from top to bottom, page after page, and draws it where the pen draws.
class Drawing {
public:
    /// `plan`: of the same report on the same kind of paper, so that no text is measured twice; nullptr: none yet.
    Drawing(const Report& report, const std::string& page, const Plan* plan, Pen& pen)
        : m_report(report), m_page(page), m_plan(plan), m_width(report.landscape ? LONG_SIDE : SHORT_SIDE),
          m_height(report.landscape ? SHORT_SIDE : LONG_SIDE), m_pen(pen) {}

    Plan draw() {
        begin();
        if (m_report.certificate) {
            drawCertificate();
        } else {
            put(m_report.title, HEADING, true);
            for (const auto& line : m_report.lines)
                put(line, BODY, false);
            for (const auto& chart : m_report.charts)
                drawChart(chart);
            for (const auto& table : m_report.tables)
                drawTable(table);
        }
        end();
        m_pen.finish(m_report.title + ".pdf");
        m_found.pages = m_number;
        return std::move(m_found);
    }

private:
    [[nodiscard]] double inner() const { return m_width - 2 * MARGIN; }
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
        m_pen.write({m_report.foot, FOOTNOTE, false, inner() - ROOM_OF_NUMBER}, MARGIN, y);
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

    /// A frame in a frame, title and lines in the middle.
    void drawCertificate() {
        constexpr double OUTER = 24, INSET = 5, LARGE = 34, PLAIN = 15, AIR = 16;
        m_pen.frame(OUTER, OUTER, m_width - 2 * OUTER, m_height - 2 * OUTER, RULE, 2);
        m_pen.frame(OUTER + INSET, OUTER + INSET, m_width - 2 * (OUTER + INSET), m_height - 2 * (OUTER + INSET), RULE);
        m_y = m_height / 6;
        m_y += m_pen.write({m_report.title, LARGE, true, inner(), Pen::Align::Centre}, MARGIN, m_y) + 2 * AIR;
        for (std::size_t i = 0; i < m_report.lines.size(); ++i) {
            // The name of whom it is for stands first, and larger.
            const double size = i == 0 ? LARGE * 0.7 : PLAIN;
            m_y += m_pen.write({m_report.lines[i], size, i == 0, inner(), Pen::Align::Centre}, MARGIN, m_y) + AIR;
        }
    }

    /// A chart stays whole: it goes to the next page where there is no room, unless it stands at the top already.
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

    void drawTable(const ReportTable& table) {
        if (table.columns.empty()) return;
        m_y += PADDING * 2;
        std::vector<ReportCell> heading;
        for (const auto& column : table.columns)
            heading.push_back({column.title, {}, true});
        // A heading alone at a page's end leads nobody.
        constexpr double ROOM = 70;
        if (m_y + ROOM > bottom()) turn();
        if (!table.title.empty()) put(table.title, SECTION, true);
        drawRow(table, heading, true, 0);
        for (const auto& row : table.rows)
            if (!drawRow(table, row, false, table.rowHeight)) {
                turn();
                drawRow(table, heading, true, 0);
                drawRow(table, row, false, table.rowHeight);
            }
        if (!table.totals.empty()) {
            auto totals = table.totals;
            for (auto& cell : totals)
                cell.bold = true;
            if (!drawRow(table, totals, true, 0)) {
                turn();
                drawRow(table, totals, true, 0);
            }
        }
    }

    /// The words of a row's cells.
    [[nodiscard]] static std::vector<Pen::Words> wordsOf(const ReportTable& table, const std::vector<ReportCell>& row,
                                                         const std::vector<double>& columns) {
        std::vector<Pen::Words> cells;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool there = i < row.size();
            cells.push_back({there ? row[i].text : std::string(), BODY, there && row[i].bold, columns[i] - 2 * PADDING,
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

    double rowHeight(const std::vector<Pen::Words>& cells, double least) {
        double height = least;
        if (m_plan && m_found.rows.size() < m_plan->rows.size())
            height = m_plan->rows[m_found.rows.size()];
        else
            for (const auto& words : cells)
                height = std::max(height, measured(words) + 2 * PADDING);
        m_found.rows.push_back(height);
        return height;
    }

    /// False when the page has no room left for it, unless it stands at the top already.
    bool drawRow(const ReportTable& table, const std::vector<ReportCell>& row, bool shaded, double least) {
        const auto columns = widths(table);
        const auto cells = wordsOf(table, row, columns);
        const double height = rowHeight(cells, least);
        if (m_y + height > bottom() && m_y > MARGIN + HEADING) return false;
        double x = MARGIN;
        for (std::size_t i = 0; i < columns.size() && m_pen.draws(); ++i) {
            if (shaded) m_pen.fill(x, m_y, columns[i], height, SHADE);
            m_pen.frame(x, m_y, columns[i], height, RULE);
            m_pen.write(cells[i], x + PADDING, m_y + PADDING);
            x += columns[i];
        }
        m_y += height;
        return true;
    }

    const Report& m_report;
    const std::string& m_page;
    const Plan* m_plan;
    Plan m_found;
    std::map<std::tuple<double, bool, std::string>, double> m_heights; ///< by width, weight and text
    double m_width, m_height, m_y = MARGIN;
    int m_number = 0;
    Pen& m_pen;
};

struct Size {
    double width, height;
};
Size sizeOf(const Report& report) {
    return report.landscape ? Size{LONG_SIDE, SHORT_SIDE} : Size{SHORT_SIDE, LONG_SIDE};
}

Plan planOf(const Report& report, const std::string& page) {
    const auto size = sizeOf(report);
    Pen nowhere(size.width, size.height);
    return Drawing(report, page, nullptr, nowhere).draw();
}

} // namespace

std::string reportPdf(const Report& report, const std::string& page) {
    const auto plan = planOf(report, page);
    const auto size = sizeOf(report);
    std::string bytes;
    {
        Pen pen(size.width, size.height, bytes, report.title);
        Drawing(report, page, &plan, pen).draw();
    }
    return bytes;
}

std::vector<Picture> reportPictures(const Report& report, const std::string& page, double scale) {
    // The pixels of a screen round what paper doesn't: rows are measured there again.
    const Plan plan{planOf(report, page).pages, {}};
    const auto size = sizeOf(report);
    std::vector<Picture> pictures;
    Pen pen(size.width, size.height, pictures, scale);
    Drawing(report, page, &plan, pen).draw();
    return pictures;
}

} // namespace fledgling::format
