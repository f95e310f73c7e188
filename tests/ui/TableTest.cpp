#include "ui/controls/Table.h"

#include "ui/Harness.h"
#include "ui/Native.h"
#include "ui/Text.h"

#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/uiaction.h>

namespace fledgling::ui::test {
namespace {

class Tables : public InWindow {
protected:
    Table* make(Table::Cursor cursor = Table::Cursor::Rows) {
        m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 400));
        auto* table =
            new Table(m_window, "People", {{"name", 10}, {"points", 6, Column::Align::Right}}, cursor);
        table->set({{"c", {{"Wu Min"}, {"9"}}}, {"a", {{"Chen Bo"}, {"26"}}}, {"b", {{"Lin Yue"}, {"12"}}}});
        m_window->Show();
        until([this] { return m_window->IsActive(); });
        table->takeFocus();
        settle();
        return table;
    }
    void TearDown() override {
        if (m_window) m_window->Destroy();
        InWindow::TearDown();
    }
    wxFrame* m_window = nullptr;
};

TEST_F(Tables, KeepTheSelectionByIdWhenRowsChange) {
    auto* table = make();
    table->select("b");
    table->set({{"b", {{"Lin Yue"}, {"13"}}}, {"d", {{"Zhao Lei"}, {"5"}}}});
    EXPECT_EQ(table->selected(), "b");
    EXPECT_EQ(table->textAt("b", 1), "13");
}

TEST_F(Tables, KeepTheKeyboardInPlaceWhenTheRowGoes) {
    auto* table = make();
    table->select("b");
    table->set({{"c", {{"Wu Min"}, {"9"}}}, {"a", {{"Chen Bo"}, {"26"}}}});
    EXPECT_EQ(table->selected(), "a");
}

TEST_F(Tables, SortFiguresAsFigures) {
    auto* table = make();
    table->sortBy(1);
    EXPECT_EQ(table->order(), (std::vector<std::string>{"c", "b", "a"}));
    table->sortBy(1, false);
    EXPECT_EQ(table->order(), (std::vector<std::string>{"a", "b", "c"}));
    table->sortBy(-1);
    EXPECT_EQ(table->order(), (std::vector<std::string>{"c", "a", "b"}));
}

TEST_F(Tables, SortByEnterOnAHeading) {
    auto* table = make();
    std::string opened;
    table->onActivate = [&](const std::string& id) { opened = id; };
    table->select("c");
    press("Shift+Tab");
    press("Enter");
    EXPECT_EQ(table->order(), (std::vector<std::string>{"a", "b", "c"}));
    press("Enter");
    EXPECT_EQ(table->order(), (std::vector<std::string>{"c", "b", "a"}));
    EXPECT_EQ(opened, "") << "the row has not the keyboard";
}

TEST_F(Tables, MoveByArrowsAndOpenByEnter) {
    auto* table = make();
    std::string opened;
    table->onActivate = [&](const std::string& id) { opened = id; };
    table->select("c");
    press("Down");
    EXPECT_EQ(table->selected(), "a");
    press("Enter");
    EXPECT_EQ(opened, "a");
}

TEST_F(Tables, GiveLettersToThePageBeforeTheToolkitSearches) {
    auto* table = make();
    std::string keys;
    table->onKey = [&](const wxKeyEvent& event, const std::string& id) {
        keys += static_cast<char>(event.GetKeyCode());
        keys += id;
        return true;
    };
    table->select("b");
    press("P");
    EXPECT_EQ(keys, "Pb");
}

TEST_F(Tables, AMatrixMovesACellAndSaysIt) {
    auto* table = make(Table::Cursor::Cells);
    std::vector<std::pair<std::string, int>> cells;
    table->onCell = [&](const std::string& id, int column) { cells.emplace_back(id, column); };
    table->setCursor("c", 0);
    press("Right");
    EXPECT_EQ(table->column(), 1);
    press("Right");
    EXPECT_EQ(table->column(), 1) << "it stays inside";
    press("Down");
    EXPECT_EQ(table->selected(), "a");
    EXPECT_EQ(cells.back(), (std::pair<std::string, int>{"a", 1}));
}

TEST_F(Tables, AWrappedTextStandsWholeAtWhateverWidth) {
    m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 400));
    auto* table = new Table(m_window, "Lines",
                            {{.title = "who", .width = 8}, {.title = "text", .width = 12, .stretches = true, .wraps = true}});
    wxString text;
    for (int word = 0; word < 60; ++word)
        text << "wrapped ";
    table->set({{"long", {{.text = "agent"}, {.text = text}}}, {"short", {{.text = "agent"}, {.text = "yes"}}}});
    m_window->Show();
    const auto height = [&](unsigned row) {
        auto* view = table->control();
        return view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(row)).height;
    };
    EXPECT_TRUE(until([&] { return height(0) > 3 * height(1); })) << height(0) << " " << height(1);
    settle();
    const int narrow = height(0);
    m_window->SetSize(1280, 400);
    EXPECT_TRUE(until([&] { return height(0) < narrow; })) << "a wider column needs fewer lines";
    EXPECT_EQ(table->textAt("long", 1), text) << "the text itself has no breaks";
}

TEST_F(Tables, AWrappedTextIsMeasuredAtTheWidthItIsDrawnIn) {
    m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 400));
    auto* table = new Table(m_window, "Lines", {{.title = "text", .width = 12, .wraps = true}});
    const wxString text = "wrapped wrapped";
    table->set({{"long", {{.text = text}}}, {"short", {{.text = "yes"}}}});
    m_window->Show();
    auto* view = table->control();
    const auto height = [&](unsigned row) {
        return view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(row)).height;
    };
    const int wide = view->GetTextExtent(text).x;
    view->GetColumn(0)->SetWidth(wide + 60);
    ASSERT_TRUE(until([&] { return height(0) > 0 && height(0) == height(1); })) << height(0) << " " << height(1);
    // The air at its sides, and no room for what stands between columns.
    view->GetColumn(0)->SetWidth(wide + 13);
    EXPECT_TRUE(until([&] { return height(0) > height(1); })) << "its second line is not drawn over the next row";
}

TEST_F(Tables, SmallHeadingsAskForLessRoom) {
    m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 400));
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    const auto add = [&](bool small) {
        auto* table = new Table(m_window, "People", {{.title = "a heading of some length"}, {.title = "points"}});
        table->shareWidth();
        if (small) table->smallHeadings();
        table->set({{"c", {{"Wu Min"}, {"9"}}}});
        sizer->Add(table, wxSizerFlags(1).Expand());
        return table;
    };
    auto *usual = add(false), *small = add(true);
    m_window->SetSizer(sizer);
    m_window->Show();
    m_window->Layout();
    const auto width = [](Table* table) { return table->control()->GetColumn(0)->GetWidth(); };
    EXPECT_TRUE(until([&] { return width(small) < width(usual); })) << width(small) << " " << width(usual);
}

TEST_F(Tables, AmongTextsOfOneLengthTheWidestHasItsRoom) {
    m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 300));
    auto* table = new Table(m_window, "Half days", {{.title = "when"}, {.title = "session", .stretches = true}});
    table->shareWidth();
    std::vector<Row> rows;
    for (int i = 0; i < 20; ++i)
        rows.push_back({std::to_string(i), {{.text = i == 17 ? "MWM 30 WWM 07:00" : "Fri 13 Jul 07:00"}, {.text = "Roll"}}});
    table->set(std::move(rows));
    m_window->Show();
    const int widest = table->control()->GetTextExtent("MWM 30 WWM 07:00").x;
    EXPECT_TRUE(until([&] { return table->control()->GetColumn(0)->GetWidth() > widest; })) << widest;
}

TEST_F(Tables, TheChosenRowStaysInSightInASmallerWindow) {
    m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 700));
    auto* table = new Table(m_window, "People", {{.title = "name"}, {.title = "points"}});
    table->showWhole();
    std::vector<Row> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back({std::to_string(i), {{.text = "Wu Min"}, {.text = wxString::Format("%d", i)}}});
    table->set(std::move(rows));
    m_window->Show();
    until([this] { return m_window->IsActive(); });
    table->select("14");
    settle();
    const auto rect = [&] {
        auto* view = table->control();
        return view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(14));
    };
    const int before = table->control()->GetSize().y;
    m_window->SetSize(640, 260);
    ASSERT_TRUE(until([&] { return table->control()->GetSize().y < before; }));
    EXPECT_TRUE(until([&] { return rect().y >= 0 && rect().GetBottom() <= table->control()->GetSize().y; })) << rect().y;
}

TEST_F(Tables, TheRowChosenBeforeItIsShownIsSeenWhole) {
    m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 300));
    auto* table = new Table(m_window, "People", {{.title = "name"}});
    std::vector<Row> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back({std::to_string(i), {{.text = "Wu Min"}}});
    table->set(std::move(rows));
    table->select("9"); // its neighbours stand at the edge, one way or the other
    m_window->Show();
    auto* view = table->control();
    const auto rect = [&](int row) {
        return view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(static_cast<unsigned>(row)));
    };
    ASSERT_TRUE(until([&] { return rect(9).height > 0; }));
    settle();
    EXPECT_TRUE(until([&] { return rect(9).y >= 0 && rect(9).GetBottom() <= view->GetSize().y; })) << rect(9).y << " of " << view->GetSize().y;
    m_window->SetSize(640, 300 + rect(9).height / 2);
    settle();
    EXPECT_LE(rect(9).GetBottom(), view->GetSize().y) << "in a larger window, too";
}

/// Points of exactly that colour.
int pointsOf(const wxImage& picture, const wxColour& colour) {
    int count = 0;
    for (int y = 0; picture.IsOk() && y < picture.GetHeight(); ++y)
        for (int x = 0; x < picture.GetWidth(); ++x)
            count += picture.GetRed(x, y) == colour.Red() && picture.GetGreen(x, y) == colour.Green() && picture.GetBlue(x, y) == colour.Blue();
    return count;
}

TEST_F(Tables, ASelectedRowKeepsTheColoursOfItsStates) {
    auto* table = make();
    table->set({{"a", {{"Wu Min"}, {.text = "9", .state = look::State::Due}}}});
    table->select("a");
    const auto seen = [&](const wxColour& colour) { return pointsOf(native::portrait(m_window), colour); };
    EXPECT_TRUE(until([&] { return seen(look::selected()) > 0; })) << "the row is selected";
    EXPECT_TRUE(until([&] { return seen(look::colour(look::State::Due)) > 0; })) << "and its dot is amber";
}

TEST_F(Tables, RowsThatGrowAreEvenWhateverScriptIsInThem) {
    m_window = new wxFrame(nullptr, wxID_ANY, "table", wxDefaultPosition, wxSize(640, 400));
    auto* table = new Table(m_window, "Lines",
                            {{.title = "who", .width = 8}, {.title = "text", .width = 12, .stretches = true, .wraps = true}});
    table->set({{"letters", {{.text = "Wu Min"}, {.text = "yes"}}}, {"chinese", {{.text = u8("吴敏")}, {.text = u8("好")}}}});
    m_window->Show();
    const auto height = [&](unsigned row) {
        auto* view = table->control();
        return view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(row)).height;
    };
    ASSERT_TRUE(until([&] { return height(0) > 0; }));
    settle(); // it has some other height before its texts are wrapped
    EXPECT_EQ(height(0), height(1));
}

TEST_F(Tables, AnUpdatedRowKeepsEverythingElse) {
    auto* table = make();
    table->select("a");
    table->update({"c", {{"Wu Min"}, {.text = "10", .state = look::State::Met}}});
    EXPECT_EQ(table->selected(), "a");
    EXPECT_EQ(table->textAt("c", 1), look::signed_(look::State::Met, "10"));
}

TEST(Widths, WhoWantsLittleGetsItAndTheWidestGiveWay) {
    EXPECT_EQ(sharedWidths({50, 300, 100}, 500, 40), (std::vector<int>{50, 300, 100})) << "there is room for all";
    EXPECT_EQ(sharedWidths({50, 300, 100}, 300, 40), (std::vector<int>{50, 150, 100}));
    EXPECT_EQ(sharedWidths({50, 300, 260}, 350, 40), (std::vector<int>{50, 150, 150}));
    EXPECT_EQ(sharedWidths({50, 300, 260}, 60, 40), (std::vector<int>{40, 40, 40})) << "then the table scrolls";
}

TEST(Widths, WhatRowsSayGoesBeforeHeadingsAndProse) {
    const std::vector<ColumnNeed> needs{{60, 60, false}, {50, 90, false}, {70, 400, false}};
    EXPECT_EQ(fittedWidths(needs, 600, 40), (std::vector<int>{60, 90, 400})) << "there is room for all";
    EXPECT_EQ(fittedWidths(needs, 300, 40), (std::vector<int>{60, 90, 150})) << "prose gives way";
    EXPECT_EQ(fittedWidths(needs, 180, 40), (std::vector<int>{60, 50, 70}));
}

TEST(Widths, WhatMattersStaysWholeWhereTheRestGivesWay) {
    EXPECT_EQ(fittedWidths({{100, 120, true}, {60, 60, false}, {200, 200, false}}, 260, 40), (std::vector<int>{100, 60, 100}));
    EXPECT_EQ(fittedWidths({{100, 120, true}, {60, 60, false}, {200, 200, false}}, 120, 40), (std::vector<int>{100, 40, 40}))
        << "then the table scrolls";
}

TEST_F(Tables, ColumnsThatShareTheWidthAreAsWideAsTheirTexts) {
    auto* table = make();
    table->shareWidth();
    const wxString title = "Shadowing 1: get to know the department and the floor";
    table->set({{"a", {{title}, {"9"}}}});
    const auto width = [&](unsigned column) { return table->control()->GetColumn(column)->GetWidth(); };
    EXPECT_TRUE(until([&] { return width(0) >= table->control()->GetTextExtent(title).x; }));
    EXPECT_TRUE(until([&] { return width(1) <= 100; }));
    table->set({{"a", {{title + title + title}, {"9"}}}});
    EXPECT_TRUE(until([&] { return width(0) > 400 && width(0) + width(1) <= table->control()->GetSize().x; }));
}

TEST_F(Tables, AColumnOfSignsIsAsWideAsTheWidestOfThem) {
    auto* table = make();
    table->setColumns({{.title = "."}, {.title = "name", .stretches = true}});
    table->shareWidth();
    const auto width = [&] { return table->control()->GetColumn(0)->GetWidth(); };
    const auto fill = [&](const std::vector<look::State>& states) {
        std::vector<Row> rows;
        for (const auto state : states)
            rows.push_back({std::to_string(rows.size()), {{.state = state}, {"Wu Min"}}});
        table->set(std::move(rows));
        settle();
        return width();
    };
    using enum look::State;
    int widest = 0;
    for (const auto state : {Met, Due, Missing, NotYet, Waived})
        widest = std::max(widest, fill({state}));
    EXPECT_EQ(fill({Met, Met, Met, Met, Met, Due, Missing, NotYet, Waived}), widest);
    EXPECT_EQ(fill({Missing, Missing, Missing, Missing, Waived, Due, NotYet}), widest);
}

TEST_F(Tables, RowsStandCloserWhereAllAreThenSeenAtOnce) {
    auto* table = make();
    table->showWhole();
    const auto heightOf = [&](unsigned row) {
        auto* view = table->control();
        const auto* rows = dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel());
        return view->GetItemRect(rows->GetItem(row + 1)).y - view->GetItemRect(rows->GetItem(row)).y;
    };
    const auto fill = [&](int count) {
        std::vector<Row> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back({std::to_string(i), {{"Wu Min"}, {"9"}}});
        table->set(std::move(rows));
        settle();
    };
    fill(5);
    const int wide = heightOf(0);
    fill(14);
    EXPECT_LT(heightOf(0), wide);
    const int tight = heightOf(0);
    fill(200);
    EXPECT_LE(heightOf(0), tight);
    EXPECT_GT(heightOf(0), table->GetCharHeight()) << "never closer than the text";
    fill(5);
    EXPECT_EQ(heightOf(0), wide);
}

TEST_F(Tables, ARowIsDraggedOntoWhereItCanStand) {
    auto* table = make();
    std::string dropped;
    int released = 0;
    table->onDrag = [](const std::string&, const std::string& over) {
        return over == "b" ? Table::Landing::Below : Table::Landing::Nowhere;
    };
    table->onDrop = [&](const std::string& id, const std::string& over) { dropped = id + " onto " + over; };
    table->onReleased = [&] { ++released; };
    table->letDrag();
    const auto middle = [&](unsigned row) {
        auto* view = table->control();
        const auto rect = view->GetItemRect(dynamic_cast<wxDataViewVirtualListModel*>(view->GetModel())->GetItem(row));
        return view->ClientToScreen(wxPoint(40, rect.y + rect.height / 2));
    };
    const auto drag = [&](unsigned from, unsigned to) {
        wxUIActionSimulator mouse;
        mouse.MouseMove(middle(from));
        settle();
        mouse.MouseDown();
        settle();
        EXPECT_TRUE(table->isHeld());
        mouse.MouseMove(middle(from) + wxPoint(20, 4));
        settle();
        mouse.MouseMove(middle(to));
        settle();
        mouse.MouseUp();
        settle();
    };
    drag(0, 2);
    EXPECT_TRUE(until([&] { return dropped == "c onto b"; })) << dropped;
    dropped.clear();
    drag(2, 1);
    EXPECT_TRUE(until([&] { return released == 2; }));
    EXPECT_EQ(dropped, "") << "it can't stand there";
    EXPECT_FALSE(table->isHeld());
}

} // namespace
} // namespace fledgling::ui::test
