#include "ui/reports/PagePreview.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <wx/dcbuffer.h>
#include <wx/image.h>
#include <wx/intl.h>
#include <wx/settings.h>

namespace fledgling::ui {

namespace {

constexpr double POINTS_SHORT = 595.28, POINTS_LONG = 841.89;
constexpr int STEP = 20;
/// Sizes one goes through, in percent of the paper; larger ones cost more memory than they show.
constexpr int SIZES[] = {33, 50, 67, 80, 100, 125, 150, 200};
constexpr double POINTS_PER_INCH = 72, DOTS_PER_INCH = 96;
/// As wide as the window, but larger than this helps nobody.
constexpr double LARGEST_FIT = 2.0;
/// Dots of the screen to a point that pages are drawn at; where they would have more, their dots are drawn larger.
constexpr double FINEST = 4.0;
/// More pages than anybody scrolls through are seen in the PDF.
constexpr std::size_t MOST_PAGES = 20;

/// Pixels of the window to a point at the paper's own size.
double paperScale(const wxWindow* window) { return window->FromDIP(1000) / 1000.0 * DOTS_PER_INCH / POINTS_PER_INCH; }

/// `dots` of the picture to a pixel of the window.
wxBitmap bitmapOf(const format::Picture& picture, int dots) {
    wxImage image(picture.width, picture.height, false);
    std::memcpy(image.GetData(), picture.rgb.data(), picture.rgb.size());
    return wxBitmap(image, wxBITMAP_SCREEN_DEPTH, dots);
}

} // namespace

PagePreview::PagePreview(wxWindow* parent) : wxScrolledCanvas(parent, wxID_ANY) {
    named(this, _("Pages as they will be printed"));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(STEP, STEP);
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        if (!event.ControlDown()) return event.Skip();
        zoom(event.GetWheelRotation() > 0 ? 1 : -1);
    });
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        DoPrepareDC(dc);
        draw(dc);
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        // While the window is dragged wider every step would draw all pages anew.
        CallAfter([this] { fit(); });
    });
}

void PagePreview::set(const format::Report* report) {
    m_report = report;
    m_drawn = 0;
    fit();
    Scroll(0, 0);
}

void PagePreview::zoom(int direction) {
    const int now = percent();
    int next = now;
    for (const int size : SIZES) {
        if (direction < 0 && size < now) next = size;
        if (direction > 0 && size > now && next == now) next = size;
    }
    if (next != now) zoomTo(next);
}

void PagePreview::zoomTo(int percent) {
    m_percent = percent;
    fit();
}

double PagePreview::scale() const {
    if (m_percent > 0) return m_percent / 100.0 * paperScale(this);
    const double points = m_report && m_report->landscape ? POINTS_LONG : POINTS_SHORT;
    // The bar's room is left free whether it is there or not: a page that needs it only without it would be drawn for ever.
    const int room = GetSize().x - wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this);
    return std::min((room - 2 * look::gap(this)) / points, LARGEST_FIT);
}

int PagePreview::percent() const {
    return m_percent > 0 ? m_percent : static_cast<int>(std::lround(scale() / paperScale(this) * 100));
}

int PagePreview::dots() const {
    int dots = static_cast<int>(std::lround(GetContentScaleFactor()));
    while (dots > 1 && scale() * dots > FINEST)
        --dots;
    return std::max(dots, 1);
}

void PagePreview::fit() {
    const int dots = this->dots();
    const double wanted = scale() * dots;
    if (wanted == m_drawn || GetClientSize().x < FromDIP(100)) return;
    m_drawn = wanted;
    m_pages.clear();
    m_width = 0;
    int height = look::gap(this);
    if (m_report) {
        auto pictures = app::reportPictures(*m_report, wanted, tongue);
        m_all = pictures.size() <= MOST_PAGES;
        if (!m_all) pictures.resize(MOST_PAGES);
        for (const auto& picture : pictures) {
            m_pages.push_back(bitmapOf(picture, dots));
            const wxSize size = m_pages.back().GetLogicalSize();
            height += size.y + look::gap(this);
            m_width = std::max(m_width, size.x + 2 * look::gap(this));
        }
    }
    // Pages as wide as the window never scroll sideways, whatever a pixel more or less.
    SetVirtualSize(m_percent == 0 ? 0 : m_width, height);
    Refresh();
    if (onZoom) onZoom();
}

void PagePreview::draw(wxDC& dc) {
    dc.SetBackground(wxSystemSettings::GetColour(wxSYS_COLOUR_APPWORKSPACE));
    dc.Clear();
    const int room = m_percent == 0 ? GetClientSize().x : std::max(GetClientSize().x, m_width);
    int y = look::gap(this);
    for (const auto& page : m_pages) {
        const wxSize size = page.GetLogicalSize();
        dc.DrawBitmap(page, std::max(look::gap(this), (room - size.x) / 2), y);
        y += size.y + look::gap(this);
    }
}

} // namespace fledgling::ui
