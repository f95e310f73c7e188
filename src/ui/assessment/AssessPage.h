#pragma once

#include "app/assessment/ResultsView.h"
#include "ui/Page.h"

#include <string>
#include <utility>
#include <vector>

class wxChoice;
class wxStaticText;

namespace fledgling::ui {

class Table;

/// Results of a cohort's quizzes and practical checks, typed cell by cell: digits and Enter for a percentage,
/// P or N for a practical check.
class AssessPage : public Page {
public:
    AssessPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    /// A trainee's id and a column of the view; below 0 where the cursor is on no assessment.
    using Place = std::pair<std::string, int>;

    void layOut();
    void drawCohorts();
    void drawColumns();
    void drawRows();
    void drawStory();
    void enableDeeds();
    bool onTableKey(const wxKeyEvent& event);
    bool fromName(int code);
    void onCell();
    [[nodiscard]] Place place() const;
    [[nodiscard]] bool practical(const Place& at) const;
    void enter();
    /// Keeps what was typed in a cell; false when a rule said no.
    bool keepTyped(const Place& at);
    bool keep(const Place& at, int percent);
    void passOrNot(bool passed);
    void correct();
    /// A further attempt where they are used up.
    void grant();
    [[nodiscard]] wxString whyNoCorrection() const;
    [[nodiscard]] wxString whyNoGrant() const;
    [[nodiscard]] const app::ResultsView::Row* rowAt(const Place& at) const;
    void moveDown();
    [[nodiscard]] const std::vector<app::ResultsView::Attempt>* attemptsAt(const Place& at) const;

    app::ResultsView m_view;
    wxChoice* m_cohorts = nullptr;
    Table* m_table = nullptr;
    wxStaticText* m_story = nullptr;
    wxButton* m_passed = nullptr;
    wxButton* m_notYet = nullptr;
    wxButton* m_correct = nullptr;
    wxButton* m_grant = nullptr;
    std::vector<wxString> m_headings;
    std::string m_wanted; ///< the cohort to show next; empty: the one shown
    Place m_at{"", -1};
    std::string m_typed;
    bool m_drawing = false;
};

} // namespace fledgling::ui
