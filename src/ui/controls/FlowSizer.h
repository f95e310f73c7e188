#pragma once

#include <vector>
#include <wx/sizer.h>

namespace fledgling::ui {

/// Items side by side, on as many lines as the width takes: a narrow window folds a row of buttons instead of
/// pushing the last ones out of sight. On each line the first item with a proportion takes what is left over.
class FlowSizer : public wxSizer {
public:
    enum class Side { Start, End };
    /// `between` pixels from line to line; `side` is where a line without a stretching item stands.
    explicit FlowSizer(int between, Side side = Side::Start) : m_between(between), m_side(side) {}

    wxSize CalcMin() override;
    void RepositionChildren(const wxSize& minSize) override;
    bool InformFirstDirection(int direction, int size, int availableOtherDir) override;

private:
    struct Line {
        std::vector<wxSizerItem*> items = {};
        int width = 0;
        int height = 0;
    };
    /// What fits beside each other at that width; 0: everything.
    [[nodiscard]] std::vector<Line> linesAt(int width) const;
    [[nodiscard]] int heightOf(const std::vector<Line>& lines) const;
    void place(const Line& line, wxPoint at) const;

    int m_between;
    Side m_side;
    int m_width = 0; ///< the width last given; 0: not known yet
};

} // namespace fledgling::ui
