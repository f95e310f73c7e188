#pragma once

#include "app/reports/Reports.h"

#include <functional>
#include <vector>
#include <wx/bitmap.h>
#include <wx/scrolwin.h>

namespace fledgling::ui {

/// A report's pages as they will be printed, one under the other: as wide as the window, or as large as somebody chose.
class PagePreview : public wxScrolledCanvas {
public:
    explicit PagePreview(wxWindow* parent);

    /// Null: an empty desk. The report must stay where it is until the next set.
    void set(const format::Report* report);
    [[nodiscard]] std::size_t pages() const { return m_pages.size(); }
    /// False where the report has more pages than are drawn.
    [[nodiscard]] bool all() const { return m_all; }

    /// The next size in that direction; 1 larger, -1 smaller.
    void zoom(int direction);
    /// Percent of the paper's size; 0: as wide as the window, whatever width that is.
    void zoomTo(int percent);
    [[nodiscard]] bool fitsWidth() const { return m_percent == 0; }
    /// What the pages are drawn at.
    [[nodiscard]] int percent() const;
    /// They are drawn at another size.
    std::function<void()> onZoom;

private:
    void draw(wxDC& dc);
    void fit();
    /// Pixels of the window to a point of the paper.
    [[nodiscard]] double scale() const;
    /// Dots of the screen to a pixel of the window that pages are drawn with: letters are as sharp as the screen.
    [[nodiscard]] int dots() const;

    const format::Report* m_report = nullptr;
    std::vector<wxBitmap> m_pages;
    bool m_all = true;
    int m_percent = 0;
    double m_drawn = 0; ///< dots to a point they were drawn at
    int m_width = 0;    ///< of the widest page with its margins
};

} // namespace fledgling::ui
