// The only file that speaks pango and cairo.
#include "format/report/Pen.h"

#include "format/FormatError.h"

#include <pango/pangocairo.h>
#include <cairo-pdf.h>

#include <cmath>
#include <cstdint>
#include <cstring>

namespace fledgling::format {

namespace {

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

constexpr double DASH = 3;
constexpr int BYTES_PER_PIXEL = 4;

/// Cairo keeps a pixel as one native 32-bit number; who shows it wants three bytes.
Picture taken(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    Picture picture{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
    const auto* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    picture.rgb.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, rows + y * stride + x * BYTES_PER_PIXEL, sizeof pixel);
            for (const int shift : {16, 8, 0})
                picture.rgb += static_cast<char>((pixel >> shift) & 0xFFU);
        }
    return picture;
}

} // namespace

struct Pen::Inside {
    struct Unref {
        void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
        void operator()(cairo_t* one) const { cairo_destroy(one); }
        void operator()(PangoLayout* one) const { g_object_unref(one); }
        void operator()(PangoFontDescription* one) const { pango_font_description_free(one); }
        void operator()(PangoAttrList* one) const { pango_attr_list_unref(one); }
    };
    template <class T>
    using Owned = std::unique_ptr<T, Unref>;

    double width, height, scale = 1;
    std::vector<Picture>* pictures = nullptr;
    bool nowhere = false;
    Owned<cairo_surface_t> surface = {};
    Owned<cairo_t> cairo = {};
    // One for all texts of a page: a fresh one finds its fonts anew, which takes longer than the text itself.
    Owned<PangoLayout> text = {};
    double fontSize = 0;
    bool fontBold = false;

    void ink(Ink one) { cairo_set_source_rgb(cairo.get(), one.red, one.green, one.blue); }
    void paper() {
        if (!pictures) return;
        surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(width * scale)),
                                                 static_cast<int>(std::ceil(height * scale))));
        text.reset(); // it belongs to the page before
        cairo.reset(cairo_create(surface.get()));
        cairo_scale(cairo.get(), scale, scale);
        ink(WHITE);
        cairo_paint(cairo.get());
    }
    /// A layout that measures alike on a screen and on paper: a screen's whole pixels would break lines and pages elsewhere.
    void newLayout() {
        text.reset(pango_cairo_create_layout(cairo.get()));
        auto* context = pango_layout_get_context(text.get());
        const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> exact(cairo_font_options_create(),
                                                                                                  cairo_font_options_destroy);
        cairo_font_options_set_hint_metrics(exact.get(), CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_hint_style(exact.get(), CAIRO_HINT_STYLE_NONE);
        pango_cairo_context_set_font_options(context, exact.get());
        pango_context_set_round_glyph_positions(context, FALSE);
    }
    void setFont(const Words& words) {
        if (text && fontSize == words.size && fontBold == words.bold) return;
        if (!text) newLayout();
        const Owned<PangoFontDescription> font(pango_font_description_new());
        pango_font_description_set_family(font.get(), "Noto Sans CJK SC, Sans");
        pango_font_description_set_absolute_size(font.get(), words.size * PANGO_SCALE);
        if (words.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
        pango_layout_set_font_description(text.get(), font.get());
        fontSize = words.size;
        fontBold = words.bold;
    }
    /// Latin is taken from a face of its own, in which it looks the same: of "F" and "L" in one subset with a Chinese character
    /// cairo embeds nearly the whole font, 900 kB instead of 60.
    void setLatin(const std::string& words) {
        const auto isLatin = [&](std::size_t at) { return static_cast<unsigned char>(words[at]) < 0x80; };
        const Owned<PangoAttrList> faces(pango_attr_list_new());
        for (std::size_t from = 0, to = 0; from < words.size(); from = to) {
            for (to = from + 1; to < words.size() && isLatin(to) == isLatin(from);)
                ++to;
            if (!isLatin(from)) continue;
            auto* face = pango_attr_family_new("Noto Sans CJK TC, Noto Sans CJK SC, Sans");
            face->start_index = static_cast<guint>(from);
            face->end_index = static_cast<guint>(to);
            pango_attr_list_insert(faces.get(), face);
        }
        pango_layout_set_attributes(text.get(), faces.get());
    }
    /// The words laid out; good until the next ones are.
    PangoLayout* layout(const Words& words) {
        setFont(words);
        auto* one = text.get();
        pango_layout_set_text(one, words.text.data(), static_cast<int>(words.text.size()));
        setLatin(words.text);
        pango_layout_set_width(one, words.width > 0 ? static_cast<int>(words.width * PANGO_SCALE) : -1);
        pango_layout_set_wrap(one, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_single_paragraph_mode(one, words.shortened ? TRUE : FALSE);
        pango_layout_set_ellipsize(one, words.shortened ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
        pango_layout_set_alignment(one, words.align == Align::Right    ? PANGO_ALIGN_RIGHT
                                        : words.align == Align::Centre ? PANGO_ALIGN_CENTER
                                                                       : PANGO_ALIGN_LEFT);
        return one;
    }
};

Pen::Pen(double width, double height) : m_inside(new Inside{width, height}) {
    m_inside->nowhere = true;
    m_inside->surface.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr));
    m_inside->cairo.reset(cairo_create(m_inside->surface.get()));
}

Pen::Pen(double width, double height, std::string& pdf, const std::string& title)
    : m_inside(new Inside{width, height}) {
    m_inside->surface.reset(cairo_pdf_surface_create_for_stream(append, &pdf, width, height));
    cairo_pdf_surface_set_metadata(m_inside->surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    m_inside->cairo.reset(cairo_create(m_inside->surface.get()));
}

Pen::Pen(double width, double height, std::vector<Picture>& pictures, double scale)
    : m_inside(new Inside{width, height}) {
    m_inside->scale = scale;
    m_inside->pictures = &pictures;
    m_inside->paper();
}

Pen::~Pen() = default;

double Pen::heightOf(const Words& words) {
    int height = 0;
    pango_layout_get_size(m_inside->layout(words), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Pen::widthOf(const Words& words) {
    int width = 0;
    pango_layout_get_size(m_inside->layout(words), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

std::size_t Pen::fitting(const Words& words, double height) {
    const std::unique_ptr<PangoLayoutIter, void (*)(PangoLayoutIter*)> line(pango_layout_get_iter(m_inside->layout(words)),
                                                                            pango_layout_iter_free);
    std::size_t end = words.text.size();
    for (bool more = pango_layout_iter_next_line(line.get()) != FALSE; more; more = pango_layout_iter_next_line(line.get()) != FALSE) {
        int top = 0, bottom = 0;
        pango_layout_iter_get_line_yrange(line.get(), &top, &bottom);
        if (bottom <= height * PANGO_SCALE) continue;
        end = static_cast<std::size_t>(pango_layout_iter_get_line_readonly(line.get())->start_index);
        break;
    }
    return end;
}

double Pen::write(const Words& words, double x, double y) {
    if (m_inside->nowhere) return heightOf(words);
    auto* one = m_inside->layout(words);
    m_inside->ink(words.ink);
    cairo_move_to(m_inside->cairo.get(), x, y);
    pango_cairo_show_layout(m_inside->cairo.get(), one);
    int height = 0;
    pango_layout_get_size(one, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

bool Pen::draws() const { return !m_inside->nowhere; }

void Pen::fill(double x, double y, double width, double height, Ink ink) {
    m_inside->ink(ink);
    cairo_rectangle(m_inside->cairo.get(), x, y, width, height);
    cairo_fill(m_inside->cairo.get());
}

void Pen::frame(double x, double y, double width, double height, Ink ink, double line) {
    m_inside->ink(ink);
    cairo_set_line_width(m_inside->cairo.get(), line);
    cairo_rectangle(m_inside->cairo.get(), x, y, width, height);
    cairo_stroke(m_inside->cairo.get());
}

void Pen::line(double x1, double y1, double x2, double y2, Ink ink, double width, bool dashed) {
    auto* cairo = m_inside->cairo.get();
    m_inside->ink(ink);
    cairo_set_line_width(cairo, width);
    cairo_set_dash(cairo, &DASH, dashed ? 1 : 0, 0);
    cairo_move_to(cairo, x1, y1);
    cairo_line_to(cairo, x2, y2);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, nullptr, 0, 0);
}

void Pen::dot(double x, double y, double radius, Ink ink) {
    m_inside->ink(ink);
    cairo_new_path(m_inside->cairo.get()); // an arc would be joined to wherever the last text ended
    cairo_arc(m_inside->cairo.get(), x, y, radius, 0, 2 * G_PI);
    cairo_fill(m_inside->cairo.get());
}

void Pen::nextPage() {
    if (!m_inside->pictures) return cairo_show_page(m_inside->cairo.get());
    m_inside->pictures->push_back(taken(m_inside->surface.get()));
    m_inside->paper();
}

void Pen::finish(const std::string& name) {
    if (!m_inside->pictures) cairo_surface_finish(m_inside->surface.get());
    if (const auto status = cairo_surface_status(m_inside->surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw FormatError(Fault::FileNotWritten, name, 0, 0, cairo_status_to_string(status));
}

std::string pngOf(const Picture& picture) {
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height), cairo_surface_destroy);
    auto* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    std::size_t at = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x, at += 3) {
            std::uint32_t pixel = 0;
            for (std::size_t part = 0; part < 3; ++part)
                pixel = (pixel << 8U) | static_cast<unsigned char>(picture.rgb[at + part]);
            std::memcpy(rows + y * stride + x * BYTES_PER_PIXEL, &pixel, sizeof pixel);
        }
    cairo_surface_mark_dirty(surface.get());
    std::string png;
    cairo_surface_write_to_png_stream(surface.get(), append, &png);
    return png;
}

} // namespace fledgling::format
