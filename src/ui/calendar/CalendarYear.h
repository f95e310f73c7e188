#pragma once

#include "app/calendar/CalendarView.h"
#include "ui/Look.h"

#include <functional>
#include <wx/scrolwin.h>

namespace fledgling::ui {

/// The twelve months of a year: days off and make-up working days by shape and colour, days with sessions
/// underlined, a cursor that arrows move. What it shows stands in the list beside it too. Where twelve months have no
/// room side by side they stand in fewer columns, and it scrolls.
class CalendarYear : public wxScrolledWindow {
public:
    CalendarYear(wxWindow* parent, const app::CalendarView& view);

    /// Another year, or other days.
    void redraw();
    [[nodiscard]] domain::Date cursor() const { return m_cursor; }
    void setCursor(domain::Date day);

    std::function<void(domain::Date)> onCursor;
    /// Enter or a double click.
    std::function<void(domain::Date)> onActivate;

private:
    struct Grid {
        int columns = 1, month = 0, high = 0, cell = 0, row = 0;
    };
    [[nodiscard]] Grid grid() const;
    /// What a day needs to be read.
    [[nodiscard]] wxSize leastDay() const;
    void fit();
    void seeCursor();
    [[nodiscard]] wxRect rectOf(const Grid& grid, domain::Date day) const;
    [[nodiscard]] std::optional<domain::Date> dayAt(const wxPoint& at) const;
    void paint(wxDC& dc);
    void paintMonth(wxDC& dc, const Grid& grid, unsigned month);
    void paintDay(wxDC& dc, const wxRect& rect, domain::Date day);
    void onKeyDown(wxKeyEvent& event);
    void move(int days);
    void tell();

    const app::CalendarView& m_view;
    domain::Date m_cursor;
};

} // namespace fledgling::ui
