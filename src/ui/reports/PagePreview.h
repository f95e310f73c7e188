#pragma once

#include "app/reports/Reports.h"

#include <vector>
#include <wx/bitmap.h>
#include <wx/scrolwin.h>

namespace fledgling::ui {

/// A report's pages as they will be printed, one under the other, as wide as the window.
class PagePreview : public wxScrolledCanvas {
public:
    explicit PagePreview(wxWindow* parent);

    /// Null: an empty desk. The report must stay where it is until the next set.
    void set(const format::Report* report);
    [[nodiscard]] std::size_t pages() const { return m_pages.size(); }

private:
    void draw(wxDC& dc);
    void fit();

    const format::Report* m_report = nullptr;
    std::vector<wxBitmap> m_pages;
    int m_width = 0; ///< they were drawn for
};

} // namespace fledgling::ui
