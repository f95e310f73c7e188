#pragma once

#include "app/readiness/ReadinessView.h"
#include "ui/Page.h"
#include "ui/readiness/DecideForm.h"
#include "ui/readiness/ReadinessCells.h"

class wxChoice;

namespace fledgling::ui {

class ReadinessSide;

/// The readiness board: trainees by criteria, nearest first. Enter on a cell opens what is behind it, D
/// decides.
class ReadinessPage : public Page {
public:
    ReadinessPage(wxWindow* parent, Session& session);

    /// A trainee or a cohort, by id.
    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] wxString unkept() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void layOut();
    void addFilters();
    void filterBy(const std::function<void(app::ReadinessView::Filter&)>& change);
    void drawFilters();
    void drawBoard();
    void drawColumns();
    void drawEmpty();
    void drawSide();
    void drawForm();
    void drawNote();
    void drawWay();

    [[nodiscard]] const app::ReadinessView::Row* current() const;
    /// The criteria under the cursor; none on a column that is none, or where the post doesn't need it.
    [[nodiscard]] std::vector<std::string> criteria() const;
    void openSide();
    void closeSide();
    void hideSide();
    void goOnInBoard();
    [[nodiscard]] bool holdsForm() const;
    [[nodiscard]] wxString elsewhere() const;
    [[nodiscard]] bool fits(const std::vector<BoardColumn>& columns) const;
    [[nodiscard]] bool holds(const std::vector<BoardColumn>& columns) const;
    [[nodiscard]] std::vector<BoardColumn> fittingColumns() const;
    void beginDecision();
    void openForm(const app::ReadinessView::Row& row);
    void decide(const DecideForm::Given& given);
    void onKeys(wxKeyEvent& event);

    app::ReadinessView m_view;
    wxButton* m_decide = nullptr;
    wxChoice* m_cohorts = nullptr;
    wxChoice* m_mentors = nullptr;
    wxChoice* m_posts = nullptr;
    std::function<void(const std::string& id)> m_pressVerdict;
    Table* m_board = nullptr;
    wxStaticText* m_way = nullptr; ///< of the trainee under the cursor, whatever the board has room for
    ReadinessSide* m_side = nullptr;
    std::vector<BoardColumn> m_columns;
    domain::PersonId m_deciding; ///< whose form is open; it goes with the cursor until something is entered in it
    wxString m_decidingName;
    std::string m_wanted;        ///< the trainee to stand on once the board is read
    bool m_started = false;
};

} // namespace fledgling::ui
