// The only file that speaks pango and cairo: Chinese is embedded and its text can be copied out again.
#include "format/FormatError.h"
#include "format/report/Report.h"

#include <algorithm>
#include <memory>
#include <pango/pangocairo.h>
#include <cairo-pdf.h>

namespace fledgling::format {

namespace {

// In points, of which 72 are an inch: A4, and margins of 15 mm.
constexpr double SHORT_SIDE = 595.28, LONG_SIDE = 841.89, MARGIN = 42.5, PADDING = 3, FOOT = 20;
constexpr double TITLE = 16, SECTION = 12, BODY = 9, SMALL = 7.5;

struct Unref {
    void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
    void operator()(cairo_t* one) const { cairo_destroy(one); }
    void operator()(PangoLayout* one) const { g_object_unref(one); }
    void operator()(PangoFontDescription* one) const { pango_font_description_free(one); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// Draws a report from top to bottom, page after page. With `count` it draws nowhere, to learn how many pages
/// there are.
class Drawing {
public:
    Drawing(const Report& report, const std::string& page, int pages, std::string* bytes)
        : m_report(report), m_page(page), m_pages(pages), m_width(report.landscape ? LONG_SIDE : SHORT_SIDE),
          m_height(report.landscape ? SHORT_SIDE : LONG_SIDE),
          m_surface(bytes ? cairo_pdf_surface_create_for_stream(append, bytes, m_width, m_height)
                          : cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr)),
          m_cairo(cairo_create(m_surface.get())) {
        if (bytes) cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_TITLE, report.title.c_str());
    }

    /// How many pages it took.
    int draw() {
        begin();
        put(m_report.title, TITLE, true);
        for (const auto& line : m_report.lines)
            put(line, BODY, false);
        for (const auto& table : m_report.tables)
            drawTable(table);
        end();
        cairo_surface_finish(m_surface.get());
        if (const auto status = cairo_surface_status(m_surface.get()); status != CAIRO_STATUS_SUCCESS)
            throw FormatError(Fault::FileNotWritten, m_report.title + ".pdf", 0, 0, cairo_status_to_string(status));
        return m_number;
    }

private:
    Owned<PangoLayout> layout(const std::string& text, double size, bool bold, double width, bool right) {
        Owned<PangoLayout> one(pango_cairo_create_layout(m_cairo.get()));
        const Owned<PangoFontDescription> font(pango_font_description_new());
        pango_font_description_set_family(font.get(), "Noto Sans CJK SC, Sans");
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        if (bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(one.get(), font.get());
        pango_layout_set_text(one.get(), text.data(), static_cast<int>(text.size()));
        pango_layout_set_width(one.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(one.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(one.get(), right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        return one;
    }
    static double heightOf(PangoLayout* one) {
        int height = 0;
        pango_layout_get_size(one, nullptr, &height);
        return static_cast<double>(height) / PANGO_SCALE;
    }
    void show(PangoLayout* one, double x, double y) {
        cairo_move_to(m_cairo.get(), x, y);
        pango_cairo_show_layout(m_cairo.get(), one);
    }
    [[nodiscard]] double inner() const { return m_width - 2 * MARGIN; }
    [[nodiscard]] double bottom() const { return m_height - MARGIN - FOOT; }

    void begin() {
        ++m_number;
        m_y = MARGIN;
        cairo_set_source_rgb(m_cairo.get(), 0, 0, 0);
    }
    void end() {
        std::string number = m_page;
        const auto set = [&number](const std::string& what, int value) {
            if (const auto at = number.find(what); at != std::string::npos) number.replace(at, what.size(), std::to_string(value));
        };
        set("{0}", m_number);
        set("{1}", std::max(m_pages, m_number));
        constexpr double ROOM_OF_NUMBER = 80;
        show(layout(m_report.foot, SMALL, false, inner() - ROOM_OF_NUMBER, false).get(), MARGIN, m_height - MARGIN - FOOT + PADDING * 2);
        show(layout(number, SMALL, false, ROOM_OF_NUMBER, true).get(), m_width - MARGIN - ROOM_OF_NUMBER,
             m_height - MARGIN - FOOT + PADDING * 2);
        cairo_show_page(m_cairo.get());
    }
    void turn() {
        end();
        begin();
    }

    void put(const std::string& text, double size, bool bold) {
        const auto one = layout(text, size, bold, inner(), false);
        const double height = heightOf(one.get());
        if (m_y + height > bottom()) turn();
        show(one.get(), MARGIN, m_y);
        m_y += height + PADDING;
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
        std::vector<Owned<PangoLayout>> cells;
        double height = least;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool there = i < row.size();
            cells.push_back(layout(there ? row[i].text : std::string(), BODY, there && row[i].bold, columns[i] - 2 * PADDING,
                                   table.columns[i].right));
            height = std::max(height, heightOf(cells.back().get()) + 2 * PADDING);
        }
        if (m_y + height > bottom() && m_y > MARGIN + TITLE) return false;
        double x = MARGIN;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            cairo_rectangle(m_cairo.get(), x, m_y, columns[i], height);
            if (shaded) {
                cairo_set_source_rgb(m_cairo.get(), 0.93, 0.93, 0.93);
                cairo_fill_preserve(m_cairo.get());
            }
            cairo_set_source_rgb(m_cairo.get(), 0.6, 0.6, 0.6);
            cairo_set_line_width(m_cairo.get(), 0.5);
            cairo_stroke(m_cairo.get());
            cairo_set_source_rgb(m_cairo.get(), 0, 0, 0);
            show(cells[i].get(), x + PADDING, m_y + PADDING);
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
    Owned<cairo_surface_t> m_surface;
    Owned<cairo_t> m_cairo;
};

} // namespace

std::string reportPdf(const Report& report, const std::string& page) {
    const int pages = Drawing(report, page, 0, nullptr).draw();
    std::string bytes;
    Drawing(report, page, pages, &bytes).draw();
    return bytes;
}

} // namespace fledgling::format
