#pragma once

#include <set>
#include <vector>
#include <wx/sizer.h>

namespace fledgling::ui {

/// Items side by side, on as many lines as the width takes: a narrow window folds a row of buttons instead of
/// pushing the last ones out of sight. On each line the first item with a proportion takes what is left over.
/// With Side::End the first item and the last ones stay on the first line, and what stands between folds.
class FlowSizer : public wxSizer {
public:
    enum class Side { Start, End };
    /// `between` pixels from line to line; `side` is where a line without a stretching item stands.
    explicit FlowSizer(int between, Side side = Side::Start) : m_between(between), m_side(side) {}

    /// Whether it stands on the line of the item before it where one line has room for all that belong together: a
    /// field and its label.
    void keepWithPrevious(const wxWindow* window, bool kept);

    wxSize CalcMin() override;
    void RepositionChildren(const wxSize& minSize) override;
    bool InformFirstDirection(int direction, int size, int availableOtherDir) override;

private:
    struct Line {
        std::vector<wxSizerItem*> items = {};
        int width = 0;
        int height = 0;
        void add(wxSizerItem* item);
    };
    using Items = std::vector<wxSizerItem*>::const_iterator;
    /// What fits beside each other at that width; 0: everything.
    [[nodiscard]] std::vector<Line> linesAt(int width) const;
    [[nodiscard]] int heightOf(const std::vector<Line>& lines) const;
    void place(const Line& line, wxPoint at) const;
    [[nodiscard]] bool isKept(const wxSizerItem* item) const;
    [[nodiscard]] bool startsAnew(Items item, Items end, int used, int width) const;

    int m_between;
    Side m_side;
    std::set<const wxWindow*> m_kept; ///< with the item before
    int m_width = 0; ///< the width last given; 0: not known yet
};

} // namespace fledgling::ui
