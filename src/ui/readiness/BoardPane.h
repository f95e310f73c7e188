#pragma once

#include <functional>
#include <string>
#include <vector>
#include <wx/scrolwin.h>

class wxDC;

namespace fledgling::ui {

/// Something on a board that can be chosen. `rect` is what arrows and clicks aim at, `whole` what a drop
/// may hit; both in the pane's own coordinates, unscrolled.
struct BoardItem {
    std::string key;
    wxRect rect;
    wxRect whole;
    bool movable = false; ///< can be dragged
    wxString spoken;      ///< what a screen reader says of it
};

/// A scrolled canvas of items: one tab stop, arrows go to the nearest item, the mouse chooses and drags.
/// What they look like and where they stand is the derived pane's.
class BoardPane : public wxScrolled<wxWindow> {
public:
    BoardPane(wxWindow* parent, const wxString& name);

    [[nodiscard]] const std::vector<BoardItem>& items() const { return m_items; }
    [[nodiscard]] const BoardItem* item(const std::string& key) const;
    /// Where an item is seen now, in this window's coordinates.
    [[nodiscard]] wxRect seen(const BoardItem& item) const;
    /// The item under a point of this window; the whole of it counts when `drop`.
    [[nodiscard]] const BoardItem* under(const wxPoint& point, bool drop = false) const;

    [[nodiscard]] const std::string& selected() const { return m_selected; }
    /// Marks it and scrolls it into view; tells nobody.
    void select(const std::string& key);
    /// Chooses the item nearest to that height of this window, at its left or right end.
    void enter(int height, bool fromLeft);
    /// Lays out anew for the present width, after its data changed.
    void layOutAgain();
    /// While something is dragged over it.
    void scrollTowards(const wxPoint& point);

    std::function<void(const std::string& key)> onChosen;
    std::function<void(const std::string& key)> onActivated;
    /// The arrows point past the last item.
    std::function<void(int dx, int dy)> onEdge;
    /// A drag from this item: where the pointer is on the screen; its end with `dropped` false when given up.
    std::function<void(const BoardItem& item)> onDragBegin;
    std::function<void(const wxPoint& screen)> onDragMove;
    std::function<void(const wxPoint& screen, bool dropped)> onDragEnd;

protected:
    /// Fills in the items for that width and gives the height they take.
    virtual int layOut(int width, std::vector<BoardItem>& items) = 0;
    virtual void draw(wxDC& dc) = 0;
    /// Scrolls it into view.
    void showItem(const BoardItem& item);

private:
    void onPaint();
    void onKeyDown(wxKeyEvent& event);
    void onMouse(wxMouseEvent& event);
    bool move(int dx, int dy);
    void choose(const std::string& key);
    void endDrag(const wxPoint& screen, bool dropped);

    wxString m_name;
    std::vector<BoardItem> m_items;
    std::string m_selected;
    std::string m_pressed;
    wxPoint m_from;
    bool m_dragging = false;
    int m_width = 0;
};

/// Text in one line of that width, with an ellipsis where it is too long; its width.
int drawLine(wxDC& dc, const wxString& text, const wxPoint& at, int width);

} // namespace fledgling::ui
