#pragma once

#include "app/cohorts/CohortsView.h"
#include "ui/controls/EditPanel.h"

#include <optional>
#include <string>

class wxChoice;
class wxComboBox;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Form;
class PeoplePicker;
class SectionBar;
class Table;

/// A new cohort: what it is on the left, the half days as they would be laid on the right, at every key.
class CohortForm : public EditPanel {
public:
    CohortForm(wxWindow* parent, Page& page, app::CohortsView& view);
    void focusFirst() override;

private:
    [[nodiscard]] bool keep() override;
    wxSizer* layOutLeft();
    wxSizer* layOutRight();
    void fill();
    void changed();
    void courseChanged();
    void readDraft();
    void draw();
    void drawClashes();
    void halfSelected();
    void halfChanged();
    [[nodiscard]] bool complete();
    // What is wrong with a date; empty: nothing.
    [[nodiscard]] wxString startWrong() const;
    [[nodiscard]] wxString reviewWrong() const;
    /// What may be meant but is worth a look, a line each.
    [[nodiscard]] wxString warnings() const;

    app::CohortsView& m_view;
    app::CohortDraft m_draft;
    app::CohortsView::Preview m_preview;
    std::string m_half;                    ///< course session whose own room and trainer the fields show
    std::optional<domain::Date> m_offered; ///< the review day that follows from the start
    bool m_filling = false;
    wxString m_asked; ///< whether a cohort of nobody is meant; empty: not asked yet
    Form* m_form = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxChoice* m_course = nullptr;
    DateField* m_start = nullptr;
    DateField* m_review = nullptr;
    wxComboBox* m_room = nullptr;
    wxChoice* m_trainer = nullptr;
    PeoplePicker* m_people = nullptr;
    SectionBar* m_summary = nullptr;
    wxStaticText* m_warns = nullptr;
    Table* m_halves = nullptr;
    Form* m_own = nullptr;
    wxComboBox* m_ownRoom = nullptr;
    wxChoice* m_ownTrainer = nullptr;
    Table* m_clashes = nullptr;
};

} // namespace fledgling::ui
