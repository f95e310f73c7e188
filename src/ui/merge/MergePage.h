#pragma once

#include "app/merge/MergeView.h"
#include "ui/Page.h"

namespace fledgling::ui {

class Paragraph;
class Table;

/// A copy of the book brought back: what both sides changed differently stands side by side, O keeps this book's
/// value, T takes the copy's; once every difference is decided F9 merges.
class MergePage : public Page {
public:
    MergePage(wxWindow* parent, Session& session);

    /// The path of a copy.
    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    void addActions();
    void layOut();
    void layOutTables();
    void browse();
    void read();
    void choose(store::Side side);
    void chooseRest(store::Side side);
    void goToUndecided();
    void merge();
    void say(const store::MergeResult& result);
    void draw();
    void drawHead();
    void drawRows();
    void drawFields();
    void drawNotTaken();
    void drawActions();

    app::MergeView m_view;
    wxButton* m_ours = nullptr;
    wxButton* m_theirs = nullptr;
    wxButton* m_merge = nullptr;
    Paragraph* m_head = nullptr;
    Table* m_rows = nullptr;
    Table* m_fields = nullptr;
    Table* m_notTaken = nullptr;
    std::string m_wanted; ///< the copy to read once the page stands
};

} // namespace fledgling::ui
