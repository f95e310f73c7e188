// How a report lies on its pages: one description for paper, screen and PDF.
#include "format/report/Report.h"

#include <algorithm>

namespace fledgling::format {

namespace {

// In points, of which 72 are an inch: A4, and margins of 15 mm.
constexpr double SHORT_SIDE = 595.28, LONG_SIDE = 841.89, MARGIN = 42.5, PADDING = 3, FOOT = 20;
constexpr double HEADING = 16, SECTION = 12, BODY = 9, FOOTNOTE = 7.5;
constexpr Ink SHADE{0.93, 0.93, 0.93}, RULE{0.6, 0.6, 0.6};

/// Draws a report from top to bottom, page after page.
class Drawing {
public:
    Drawing(const Report& report, const std::string& page, int pages, Pen& pen)
        : m_report(report), m_page(page), m_pages(pages), m_width(report.landscape ? LONG_SIDE : SHORT_SIDE),
          m_height(report.landscape ? SHORT_SIDE : LONG_SIDE), m_pen(pen) {}

    /// How many pages it took.
    int draw() {
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
        return m_number;
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
        set("{1}", std::max(m_pages, m_number));
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

    /// False when the page has no room left for it, unless it stands at the top already.
    bool drawRow(const ReportTable& table, const std::vector<ReportCell>& row, bool shaded, double least) {
        const auto columns = widths(table);
        std::vector<Pen::Words> cells;
        double height = least;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool there = i < row.size();
            cells.push_back({there ? row[i].text : std::string(), BODY, there && row[i].bold, columns[i] - 2 * PADDING,
                             table.columns[i].right ? Pen::Align::Right : Pen::Align::Left});
            height = std::max(height, m_pen.heightOf(cells.back()) + 2 * PADDING);
        }
        if (m_y + height > bottom() && m_y > MARGIN + HEADING) return false;
        double x = MARGIN;
        for (std::size_t i = 0; i < columns.size(); ++i) {
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
    int m_pages;
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

int pagesOf(const Report& report, const std::string& page) {
    const auto size = sizeOf(report);
    Pen nowhere(size.width, size.height);
    return Drawing(report, page, 0, nowhere).draw();
}

} // namespace

std::string reportPdf(const Report& report, const std::string& page) {
    const int pages = pagesOf(report, page);
    const auto size = sizeOf(report);
    std::string bytes;
    {
        Pen pen(size.width, size.height, bytes, report.title);
        Drawing(report, page, pages, pen).draw();
    }
    return bytes;
}

std::vector<Picture> reportPictures(const Report& report, const std::string& page, double scale) {
    const int pages = pagesOf(report, page);
    const auto size = sizeOf(report);
    std::vector<Picture> pictures;
    Pen pen(size.width, size.height, pictures, scale);
    Drawing(report, page, pages, pen).draw();
    return pictures;
}

} // namespace fledgling::format
