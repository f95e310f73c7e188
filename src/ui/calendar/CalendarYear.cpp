#include "ui/calendar/CalendarYear.h"

#include "ui/Named.h"
#include "ui/Text.h"

#include <algorithm>
#include <wx/dcbuffer.h>
#include <wx/intl.h>
#include <wx/settings.h>

namespace fledgling::ui {

using domain::Date;
using look::State;

namespace {

constexpr int MONTHS = 12;
constexpr int WEEK = 7;
constexpr int LINES = 8; ///< name of the month, days of the week, six weeks

int daysIn(int year, unsigned month) {
    const Date first(year, month, 1);
    const Date next = month == MONTHS ? Date(year + 1, 1, 1) : Date(year, month + 1, 1);
    return first.daysTo(next);
}

wxString monthName(unsigned month) {
    // TRANSLATORS: the twelve months' names alone, each above its days
    static const char* const NAMES[] = {
        wxTRANSLATE("January"), wxTRANSLATE("February"),        wxTRANSLATE("March"),
        wxTRANSLATE("April"),   wxTRANSLATE("May (the month)"), wxTRANSLATE("June"),
        wxTRANSLATE("July"),    wxTRANSLATE("August"),          wxTRANSLATE("September"),
        wxTRANSLATE("October"), wxTRANSLATE("November"),        wxTRANSLATE("December")};
    const wxString name = wxGetTranslation(NAMES[month - 1]);
    return name.BeforeFirst('(').Trim();
}

} // namespace

CalendarYear::CalendarYear(wxWindow* parent, const app::CalendarView& view)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxWANTS_CHARS | wxBORDER_THEME),
      m_view(view), m_cursor(view.today()) {
    named(this, _("The year's days"));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(wxSize(leastDay().x * WEEK + look::gap(this, 6), leastDay().y * LINES));
    SetScrollRate(0, look::gap(this));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        DoPrepareDC(dc);
        paint(dc);
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit();
        Refresh();
    });
    const auto again = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, again);
    Bind(wxEVT_KILL_FOCUS, again);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        SetFocus();
        if (const auto day = dayAt(CalcUnscrolledPosition(event.GetPosition()))) setCursor(*day);
    });
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) {
        const auto day = dayAt(CalcUnscrolledPosition(event.GetPosition()));
        if (day && onActivate) onActivate(*day);
    });
    Bind(wxEVT_CHAR_HOOK, &CalendarYear::onKeyDown, this);
}

void CalendarYear::redraw() {
    if (m_cursor.year() != m_view.year())
        m_cursor = m_view.today().year() == m_view.year() ? m_view.today() : Date(m_view.year(), 1, 1);
    fit();
    Refresh();
    tell();
}

void CalendarYear::setCursor(Date day) {
    if (day.year() != m_view.year() || day == m_cursor) return;
    m_cursor = day;
    seeCursor();
    Refresh();
    tell();
    if (onCursor) onCursor(day);
}

void CalendarYear::tell() {
    const auto* differs = m_view.exception(m_cursor);
    wxString what = m_view.working(m_cursor) ? _("working day") : _("day off");
    if (differs) what = dotted({what, u8(differs->name)});
    if (m_view.sessionDays().contains(m_cursor)) what = dotted({what, _("sessions lie on it")});
    native::setAccessible(this, _("The year's days"), dateText(m_cursor) + ": " + what);
}

wxSize CalendarYear::leastDay() const {
    int width = 0, height = 0;
    const wxFont bold = look::font(look::Type::Small).Bold();
    GetTextExtent("30", &width, &height, nullptr, nullptr, &bold);
    return {width + FromDIP(4), std::max(height, GetCharHeight())};
}

CalendarYear::Grid CalendarYear::grid() const {
    const wxSize size = GetClientSize(), least = leastDay();
    Grid grid;
    for (const int columns : {6, 4, 3, 2})
        if (size.x / columns >= least.x * WEEK + look::gap(this, 2) && (columns < 6 || size.x > size.y * 2)) {
            grid.columns = columns;
            break;
        }
    grid.month = size.x / grid.columns;
    grid.high = std::max(size.y * grid.columns / MONTHS, least.y * LINES + look::gap(this));
    grid.cell = (grid.month - look::gap(this, 2)) / WEEK;
    grid.row = std::min((grid.high - look::gap(this)) / LINES, FromDIP(30));
    return grid;
}

void CalendarYear::fit() {
    if (m_view.year() == 0) return;
    const Grid now = grid();
    int unit = 0, high = now.high * MONTHS / now.columns;
    GetScrollPixelsPerUnit(nullptr, &unit);
    // It scrolls by whole units: with one more the last week is reached.
    if (high > GetClientSize().y) high += unit;
    SetVirtualSize(GetClientSize().x, high);
    seeCursor();
}

/// Scrolls as far as the cursor's day needs, with the name of its month where that has room, too.
void CalendarYear::seeCursor() {
    int unit = 0;
    GetScrollPixelsPerUnit(nullptr, &unit);
    if (unit <= 0 || m_view.year() == 0) return;
    const wxRect day = rectOf(grid(), m_cursor);
    const int month = rectOf(grid(), Date(m_cursor.year(), m_cursor.month(), 1)).y - 2 * day.height;
    const int high = GetClientSize().y, top = CalcUnscrolledPosition(wxPoint()).y;
    if (month < top)
        Scroll(-1, std::max(month, day.GetBottom() - high) / unit);
    else if (day.GetBottom() > top + high)
        Scroll(-1, (day.GetBottom() - high + unit) / unit);
}

wxRect CalendarYear::rectOf(const Grid& grid, Date day) const {
    const int month = static_cast<int>(day.month()) - 1;
    const int lead = static_cast<int>(Date(day.year(), day.month(), 1).weekday());
    const int place = lead + static_cast<int>(day.day()) - 1;
    return {month % grid.columns * grid.month + look::gap(this) + place % WEEK * grid.cell,
            month / grid.columns * grid.high + look::gap(this, 0.5) + (2 + place / WEEK) * grid.row,
            grid.cell, grid.row};
}

std::optional<Date> CalendarYear::dayAt(const wxPoint& at) const {
    const Grid now = grid();
    for (unsigned month = 1; month <= MONTHS; ++month)
        for (int day = 1; day <= daysIn(m_view.year(), month); ++day) {
            const Date one(m_view.year(), month, static_cast<unsigned>(day));
            if (rectOf(now, one).Contains(at)) return one;
        }
    return std::nullopt;
}

void CalendarYear::paint(wxDC& dc) {
    dc.SetBackground(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX)));
    dc.Clear();
    if (m_view.year() == 0) return;
    const Grid now = grid();
    for (unsigned month = 1; month <= MONTHS; ++month)
        paintMonth(dc, now, month);
}

void CalendarYear::paintMonth(wxDC& dc, const Grid& now, unsigned month) {
    const wxRect first = rectOf(now, Date(m_view.year(), month, 1));
    const int left = static_cast<int>(month - 1) % now.columns * now.month + look::gap(this);
    const int top = static_cast<int>(month - 1) / now.columns * now.high + look::gap(this, 0.5);
    dc.SetFont(look::font(look::Type::Body).Bold());
    dc.SetTextForeground(look::text());
    dc.DrawLabel(monthName(month), wxRect(left + FromDIP(4), top, now.month, first.height),
                 wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL);
    dc.SetFont(look::font(look::Type::Small).Scaled(0.9f));
    dc.SetTextForeground(look::muted());
    for (int day = 0; day < WEEK; ++day) {
        // In a narrow cell the first letter, or the last character: 周一.
        const wxString name = weekdayText(static_cast<domain::Weekday>(day));
        const wxString brief = name.length() > 2 ? name.Left(2) : name.Right(1);
        dc.DrawLabel(brief, wxRect(left + day * now.cell, top + now.row, now.cell, now.row), wxALIGN_CENTRE);
    }
    for (int day = 1; day <= daysIn(m_view.year(), month); ++day) {
        const Date one(m_view.year(), month, static_cast<unsigned>(day));
        paintDay(dc, rectOf(now, one), one);
    }
}

void CalendarYear::paintDay(wxDC& dc, const wxRect& rect, Date day) {
    const auto* differs = m_view.exception(day);
    const bool working = m_view.working(day);
    const wxRect inner = wxRect(rect).Deflate(FromDIP(1));
    const wxColour ground = wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX);
    wxColour ink = working ? look::text() : look::muted();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    if (differs && !differs->working) {
        // A day off: a filled block.
        dc.SetBrush(wxBrush(look::colour(State::Met)));
        ink = ground;
        dc.DrawRoundedRectangle(inner, FromDIP(3));
    } else if (differs) {
        // A make-up working day: an outlined one.
        dc.SetPen(wxPen(look::colour(State::Due), FromDIP(2)));
        ink = look::colour(State::Due);
        dc.DrawRoundedRectangle(inner, FromDIP(3));
    }
    dc.SetFont(differs || day == m_view.today() ? look::font(look::Type::Small).Bold()
                                                : look::font(look::Type::Small));
    dc.SetTextForeground(ink);
    dc.DrawLabel(wxString::Format("%u", day.day()), rect, wxALIGN_CENTRE);
    if (m_view.sessionDays().contains(day)) {
        dc.SetPen(wxPen(ink == ground ? ground : look::colour(State::Changed), FromDIP(2)));
        // Below the digits' feet, in a filled block within its edge.
        const int y = ink == ground ? inner.GetBottom() - FromDIP(1) : rect.GetBottom();
        dc.DrawLine(inner.x + inner.width / 4, y, inner.GetRight() - inner.width / 4, y);
    }
    if (day != m_cursor) return;
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.SetPen(wxPen(HasFocus() ? look::accent() : look::muted(), FromDIP(HasFocus() ? 2 : 1)));
    dc.DrawRoundedRectangle(rect, FromDIP(3));
}

void CalendarYear::move(int days) {
    const Date to = m_cursor.plusDays(days);
    setCursor(to.year() < m_view.year()   ? Date(m_view.year(), 1, 1)
              : to.year() > m_view.year() ? Date(m_view.year(), 12, 31)
                                          : to);
}

void CalendarYear::onKeyDown(wxKeyEvent& event) {
    if (event.HasAnyModifiers()) return event.Skip();
    switch (event.GetKeyCode()) {
    case WXK_LEFT: return move(-1);
    case WXK_RIGHT: return move(1);
    case WXK_UP: return move(-WEEK);
    case WXK_DOWN: return move(WEEK);
    case WXK_PAGEUP: return move(-daysIn(m_cursor.year(), std::max(1U, m_cursor.month() - 1)));
    case WXK_PAGEDOWN: return move(daysIn(m_cursor.year(), m_cursor.month()));
    case WXK_HOME: return setCursor(Date(m_view.year(), 1, 1));
    case WXK_END: return setCursor(Date(m_view.year(), 12, 31));
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (onActivate) onActivate(m_cursor);
        return;
    default: event.Skip();
    }
}

} // namespace fledgling::ui
