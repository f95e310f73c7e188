#pragma once

#include "app/cohorts/CohortsView.h"
#include "ui/controls/EditPanel.h"

#include <map>
#include <string>

class wxChoice;
class wxComboBox;
class wxScrolledWindow;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Form;
class Paragraph;
class PeoplePicker;
class Table;

/// Another day, time, room or trainer for one half day, with what it would clash with.
class MoveSessionForm : public EditPanel {
public:
    MoveSessionForm(wxWindow* parent, Page& page, app::CohortsView& view, app::CohortsView::Half half);

private:
    [[nodiscard]] bool keep() override;
    /// The session as the fields say; nothing while they can't be read.
    [[nodiscard]] std::optional<domain::Session> moved() const;
    void changed();
    void fit();
    [[nodiscard]] wxString difference(const domain::Session& moved) const;
    [[nodiscard]] wxString warning(const app::CohortsView::Moving& moving) const;

    app::CohortsView& m_view;
    app::CohortsView::Half m_half;
    Form* m_form;
    DateField* m_day;
    wxTextCtrl* m_hours;
    wxComboBox* m_room;
    wxChoice* m_trainer;
    wxTextCtrl* m_why;
    wxScrolledWindow* m_inside;
    Paragraph* m_says;
    Paragraph* m_warns;
    Table* m_clashes;
    int m_width = 0; ///< for which it is laid out
};

/// Trainees into the cohort from a day on.
class EnrolForm : public EditPanel {
public:
    EnrolForm(wxWindow* parent, Page& page, app::CohortsView& view);
    void focusFirst() override;

private:
    [[nodiscard]] bool keep() override;
    /// Says how much of the course is over on the first day.
    void warn();
    Paragraph* m_warns;
    app::CohortsView& m_view;
    Form* m_form;
    DateField* m_joined;
    PeoplePicker* m_people;
};

/// A trainee changes to another cohort; marks earned still count.
class ChangeCohortForm : public EditPanel {
public:
    ChangeCohortForm(wxWindow* parent, Page& page, app::CohortsView& view, app::CohortsView::Trainee trainee);

private:
    [[nodiscard]] bool keep() override;
    app::CohortsView& m_view;
    app::CohortsView::Trainee m_trainee;
    Form* m_form;
    wxChoice* m_other;
    DateField* m_on;
    std::map<std::string, domain::Date> m_firstDays; ///< of each cohort offered, in it: not before it begins
    wxTextCtrl* m_why;
};

/// Where an owed session is made up.
class MakeUpForm : public EditPanel {
public:
    MakeUpForm(wxWindow* parent, Page& page, app::CohortsView& view, app::CohortsView::Owed owed);
    void focusFirst() override;

private:
    [[nodiscard]] bool keep() override;
    app::CohortsView& m_view;
    app::CohortsView::Owed m_owed;
    Table* m_ways;
};

/// The planned go-live review of the cohort.
class ReviewForm : public EditPanel {
public:
    ReviewForm(wxWindow* parent, Page& page, app::CohortsView& view);

private:
    [[nodiscard]] bool keep() override;
    app::CohortsView& m_view;
    Form* m_form;
    DateField* m_day;
};

} // namespace fledgling::ui
