#include "ui/reports/PagePreview.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"

#include <algorithm>
#include <cstring>
#include <wx/dcbuffer.h>
#include <wx/image.h>
#include <wx/intl.h>
#include <wx/settings.h>

namespace fledgling::ui {

namespace {

constexpr double POINTS_SHORT = 595.28, POINTS_LONG = 841.89;
constexpr int STEP = 20;
/// More pages than anybody scrolls through are seen in the PDF.
constexpr std::size_t MOST_PAGES = 20;

wxBitmap bitmapOf(const format::Picture& picture) {
    wxImage image(picture.width, picture.height, false);
    std::memcpy(image.GetData(), picture.rgb.data(), picture.rgb.size());
    return wxBitmap(image);
}

} // namespace

PagePreview::PagePreview(wxWindow* parent) : wxScrolledCanvas(parent, wxID_ANY) {
    named(this, _("Pages as they will be printed"));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(0, STEP);
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
    m_width = 0;
    fit();
    Scroll(0, 0);
}

void PagePreview::fit() {
    const int width = GetClientSize().x - 2 * look::gap(this);
    if (width == m_width || width < FromDIP(100)) return;
    m_width = width;
    m_pages.clear();
    int height = look::gap(this);
    if (m_report) {
        const double points = m_report->landscape ? POINTS_LONG : POINTS_SHORT;
        // Larger than paper helps nobody.
        const double scale = std::min(width / points, 2.0);
        auto pictures = app::reportPictures(*m_report, scale, tongue);
        if (pictures.size() > MOST_PAGES) pictures.resize(MOST_PAGES);
        for (const auto& picture : pictures) {
            m_pages.push_back(bitmapOf(picture));
            height += picture.height + look::gap(this);
        }
    }
    SetVirtualSize(GetClientSize().x, height);
    Refresh();
}

void PagePreview::draw(wxDC& dc) {
    dc.SetBackground(wxSystemSettings::GetColour(wxSYS_COLOUR_APPWORKSPACE));
    dc.Clear();
    int y = look::gap(this);
    for (const auto& page : m_pages) {
        dc.DrawBitmap(page, std::max(look::gap(this), (GetClientSize().x - page.GetWidth()) / 2), y);
        y += page.GetHeight() + look::gap(this);
    }
}

} // namespace fledgling::ui
