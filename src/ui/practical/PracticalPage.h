#pragma once

#include "app/practical/PracticalView.h"
#include "ui/Page.h"

#include <optional>
#include <string>

class wxChoice;
class wxTextCtrl;

namespace fledgling::ui {

class Paragraph;
class Table;

/// Practical checks: a grid of trainees by items over the sheet of the one chosen. A digit gives an item its
/// step; below the best one it is kept with a few words on what was seen. Who marked hands it on, a second person
/// confirms it or sends it back. Subject: a cohort's id, "mentors", or a trainee's or mentor's and a check after a
/// blank.
class PracticalPage : public Page {
public:
    PracticalPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    using Row = app::PracticalView::Row;

    void addActions();
    void backToGrid(wxChoice* chosenFrom);
    void layOut();
    void layOutEvidence();
    void drawChips();
    void drawGrid();
    void drawFigure();
    void drawSheet();
    void drawSeen();
    void enableDeeds();
    bool onTableKey(const wxKeyEvent& key);
    void choose(const std::string& trainee, const std::string& item);
    void giveStep(int step);
    void keepEvidence();
    void askForWords(int step);
    void leaveGiven();
    [[nodiscard]] std::optional<int> given() const;
    void goOn();
    void handOn();
    void confirm();
    void sendBack();
    void grant();
    [[nodiscard]] const Row* chosen() const;
    [[nodiscard]] std::string firstToMark() const;
    [[nodiscard]] std::size_t place() const; ///< of the item chosen; items().size() for none
    [[nodiscard]] wxString whyNotMine(const Row& row);

    app::PracticalView m_view;
    std::string m_subject;
    std::string m_trainee;
    std::string m_item;
    /// A step that is kept once its words are typed.
    struct Given {
        std::string trainee;
        std::string item;
        int step = 0;
    };
    std::optional<Given> m_given;
    bool m_opening = false; ///< nothing was named: it opens where something waits
    bool m_drawing = false;
    bool m_inSheet = false; ///< the keyboard went to the sheet last, not to the grid
    std::string m_columns;  ///< of which check the grid's columns are
    wxChoice* m_cohorts = nullptr;
    wxChoice* m_checks = nullptr;
    Table* m_grid = nullptr;
    Table* m_sheet = nullptr;
    Paragraph* m_state = nullptr;
    Paragraph* m_seen = nullptr;
    wxTextCtrl* m_evidence = nullptr;
    wxButton* m_handOn = nullptr;
    wxButton* m_confirm = nullptr;
    wxButton* m_sendBack = nullptr;
    wxButton* m_grant = nullptr;
};

} // namespace fledgling::ui
