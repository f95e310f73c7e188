#include "ui/readiness/BoardPane.h"

#include "ui/Look.h"
#include "ui/Named.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <wx/control.h>
#include <wx/dcclient.h>
#include <wx/dcgraph.h>

namespace fledgling::ui {
namespace {

wxPoint middle(const wxRect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

/// How far `to` is in that direction, sideways steps counting threefold; nothing when it isn't ahead.
int distance(const wxRect& from, const wxRect& to, int dx, int dy) {
    const wxPoint a = middle(from);
    const wxPoint b = middle(to);
    const int ahead = dx != 0 ? (b.x - a.x) * dx : (b.y - a.y) * dy;
    const int aside = std::abs(dx != 0 ? b.y - a.y : b.x - a.x);
    if (ahead <= 2) return std::numeric_limits<int>::max();
    // Sideways, what stands in the same column is no neighbour.
    if (dx != 0 && to.GetRight() > from.x && from.GetRight() > to.x) return std::numeric_limits<int>::max();
    return ahead + 3 * aside;
}

} // namespace

BoardPane::BoardPane(wxWindow* parent, const wxString& name)
    : wxScrolled<wxWindow>(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxWANTS_CHARS),
      m_name(name) {
    named(this, name);
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(0, look::gap(this, 2));
    DisableKeyboardScrolling();
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { onPaint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (GetClientSize().x != m_width) CallAfter([this] { layOutAgain(); });
    });
    Bind(wxEVT_KEY_DOWN, &BoardPane::onKeyDown, this);
    for (const auto type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_UP, wxEVT_LEFT_DCLICK, wxEVT_MOTION})
        Bind(type, &BoardPane::onMouse, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { endDrag({}, false); });
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
        if (!item(m_selected) && !m_items.empty())
            CallAfter([this] {
                if (HasFocus() && !item(m_selected) && !m_items.empty()) choose(m_items.front().key);
            });
    });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    });
}

const BoardItem* BoardPane::item(const std::string& key) const {
    const auto at =
        std::find_if(m_items.begin(), m_items.end(), [&](const BoardItem& one) { return one.key == key; });
    return key.empty() || at == m_items.end() ? nullptr : &*at;
}

wxRect BoardPane::seen(const BoardItem& one) const {
    return {CalcScrolledPosition(one.rect.GetPosition()), one.rect.GetSize()};
}

const BoardItem* BoardPane::under(const wxPoint& point, bool drop) const {
    const wxPoint there = CalcUnscrolledPosition(point);
    // Rows stand after the tile they lie on.
    for (auto it = m_items.rbegin(); it != m_items.rend(); ++it)
        if ((drop ? it->whole : it->rect).Contains(there)) return &*it;
    return nullptr;
}

void BoardPane::select(const std::string& key) {
    m_selected = key;
    const auto* one = item(key);
    if (one) showItem(*one);
    native::setAccessible(this, m_name, one ? one->spoken : wxString());
    Refresh();
}

void BoardPane::choose(const std::string& key) {
    select(key);
    if (onChosen) onChosen(std::string(key));
}

void BoardPane::showItem(const BoardItem& one) {
    int unit = 1;
    GetScrollPixelsPerUnit(nullptr, &unit);
    const wxRect now = seen(one);
    const int top = GetViewStart().y;
    if (now.y < 0)
        Scroll(-1, one.rect.y / std::max(unit, 1));
    else if (now.GetBottom() > GetClientSize().y)
        Scroll(-1, top + (now.GetBottom() - GetClientSize().y) / std::max(unit, 1) + 1);
}

void BoardPane::layOutAgain() {
    m_width = GetClientSize().x;
    m_items.clear();
    const int height = layOut(m_width, m_items);
    SetVirtualSize(m_width, height);
    if (const auto* one = item(m_selected)) native::setAccessible(this, m_name, one->spoken);
    Refresh();
}

void BoardPane::onPaint() {
    wxPaintDC paint(this);
    wxGCDC dc(paint);
    dc.SetBackground(wxBrush(look::background()));
    dc.Clear();
    DoPrepareDC(dc);
    draw(dc);
}

bool BoardPane::move(int dx, int dy) {
    const auto* from = item(m_selected);
    if (!from) {
        if (m_items.empty()) return false;
        choose(m_items.front().key);
        return true;
    }
    const BoardItem* best = nullptr;
    int nearest = std::numeric_limits<int>::max();
    for (const auto& one : m_items) {
        const int far = distance(from->rect, one.rect, dx, dy);
        if (far < nearest) nearest = far, best = &one;
    }
    if (!best) return false;
    choose(std::string(best->key));
    return true;
}

void BoardPane::enter(int height, bool fromLeft) {
    const BoardItem* best = nullptr;
    int nearest = std::numeric_limits<int>::max();
    for (const auto& one : m_items) {
        const wxRect now = seen(one);
        const int far =
            std::abs(middle(now).y - height) + 3 * (fromLeft ? now.x : GetClientSize().x - now.GetRight());
        if (far < nearest) nearest = far, best = &one;
    }
    SetFocus();
    if (best) choose(std::string(best->key));
}

void BoardPane::onKeyDown(wxKeyEvent& event) {
    const auto go = [this](int dx, int dy) {
        if (!move(dx, dy) && onEdge) onEdge(dx, dy);
    };
    switch (event.GetKeyCode()) {
    case WXK_UP: return go(0, -1);
    case WXK_DOWN: return go(0, 1);
    case WXK_LEFT: return go(-1, 0);
    case WXK_RIGHT: return go(1, 0);
    case WXK_HOME: return m_items.empty() ? void() : choose(std::string(m_items.front().key));
    case WXK_END: return m_items.empty() ? void() : choose(std::string(m_items.back().key));
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    case WXK_ESCAPE:
        if (m_dragging) return endDrag({}, false);
        break;
    default: break;
    }
    event.Skip();
}

void BoardPane::onMouse(wxMouseEvent& event) {
    const wxPoint at = event.GetPosition();
    if (event.LeftDown() || event.LeftDClick()) {
        SetFocus();
        const auto* one = under(at);
        m_pressed = one && one->movable ? one->key : std::string();
        m_from = at;
        if (!one) return;
        const std::string key = one->key;
        choose(key);
        if (event.LeftDClick() && onActivated) onActivated(key);
        return;
    }
    if (event.LeftUp()) {
        m_pressed.clear();
        if (m_dragging) endDrag(ClientToScreen(at), true);
        return;
    }
    if (!event.Dragging() || !event.LeftIsDown() || m_pressed.empty()) return event.Skip();
    const int threshold = look::gap(this);
    if (!m_dragging && std::abs(at.x - m_from.x) + std::abs(at.y - m_from.y) > threshold) {
        const auto* one = item(m_pressed);
        if (!one || !onDragBegin) return;
        m_dragging = true;
        CaptureMouse();
        SetCursor(wxCursor(wxCURSOR_HAND));
        onDragBegin(*one);
    }
    if (m_dragging && onDragMove) onDragMove(ClientToScreen(at));
}

void BoardPane::endDrag(const wxPoint& screen, bool dropped) {
    if (!m_dragging) return;
    m_dragging = false;
    m_pressed.clear();
    if (HasCapture()) ReleaseMouse();
    SetCursor(wxNullCursor);
    Refresh();
    if (onDragEnd) onDragEnd(screen, dropped);
}

void BoardPane::scrollTowards(const wxPoint& point) {
    const int edge = look::gap(this, 4);
    const int top = GetViewStart().y;
    if (point.y < edge)
        Scroll(-1, std::max(0, top - 1));
    else if (point.y > GetClientSize().y - edge)
        Scroll(-1, top + 1);
}

int drawLine(wxDC& dc, const wxString& text, const wxPoint& at, int width) {
    if (text.empty() || width <= 0) return 0;
    const wxString shown = wxControl::Ellipsize(text, dc, wxELLIPSIZE_END, width);
    dc.DrawText(shown, at);
    return dc.GetTextExtent(shown).x;
}

} // namespace fledgling::ui
