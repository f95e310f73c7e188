#include "ui/controls/FlowSizer.h"

#include "ui/Harness.h"

#include <algorithm>
#include <vector>
#include <wx/frame.h>
#include <wx/panel.h>

namespace fledgling::ui::test {
namespace {

/// Boxes of a known width in a row that folds.
class FlowSizers : public InWindow {
protected:
    void TearDown() override {
        if (m_top) m_top->Destroy();
        InWindow::TearDown();
    }
    void lay(FlowSizer* row, const std::vector<int>& widths) {
        m_top = new wxFrame(nullptr, wxID_ANY, "flow");
        m_row = row;
        m_panel = new wxPanel(m_top);
        m_panel->SetSizer(row);
        for (const int width : widths) {
            m_boxes.push_back(new wxPanel(m_panel));
            m_boxes.back()->SetMinSize(wxSize(width, 20));
            row->Add(m_boxes.back());
        }
    }
    /// On which line each stands where the row is so wide.
    std::vector<int> linesAt(int width) {
        m_panel->SetSize(width, 200);
        m_row->SetDimension(0, 0, width, 200);
        std::vector<int> tops, lines;
        for (auto* box : m_boxes)
            tops.push_back(box->GetPosition().y);
        const int first = *std::min_element(tops.begin(), tops.end());
        for (const int top : tops)
            lines.push_back((top - first) / 24);
        return lines;
    }
    wxFrame* m_top = nullptr;
    wxPanel* m_panel = nullptr;
    FlowSizer* m_row = nullptr;
    std::vector<wxPanel*> m_boxes;
};

TEST_F(FlowSizers, AFieldGoesWithItsLabelToTheNextLine) {
    lay(new FlowSizer(4), {100, 40, 100});
    m_row->keepWithPrevious(m_boxes[2], true);
    EXPECT_EQ(linesAt(300), (std::vector<int>{0, 0, 0}));
    EXPECT_EQ(linesAt(200), (std::vector<int>{0, 1, 1})) << "the label alone would have had room above";
    EXPECT_EQ(linesAt(120), (std::vector<int>{0, 1, 2})) << "no line holds both";
}

TEST_F(FlowSizers, WhatStandsLastStaysBesideTheFirst) {
    lay(new FlowSizer(4, FlowSizer::Side::End), {100, 60, 60, 60});
    EXPECT_EQ(linesAt(300), (std::vector<int>{0, 0, 0, 0}));
    EXPECT_EQ(linesAt(230), (std::vector<int>{0, 1, 0, 0}));
    EXPECT_EQ(linesAt(170), (std::vector<int>{0, 1, 1, 0}));
}

TEST_F(FlowSizers, APairFoldsTogether) {
    lay(new FlowSizer(4, FlowSizer::Side::End), {100, 60, 60, 60});
    m_row->keepWithPrevious(m_boxes[2], true);
    EXPECT_EQ(linesAt(300), (std::vector<int>{0, 0, 0, 0}));
    EXPECT_EQ(linesAt(230), (std::vector<int>{0, 1, 1, 0})) << "the second of them would have had room";
}

} // namespace
} // namespace fledgling::ui::test
