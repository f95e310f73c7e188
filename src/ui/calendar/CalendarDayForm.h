#pragma once

#include "app/calendar/CalendarView.h"
#include "ui/controls/EditPanel.h"

class wxChoice;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Form;
class Table;

/// One day or several in a row: off or working, and which sessions that moves.
class CalendarDayForm : public EditPanel {
public:
    CalendarDayForm(wxWindow* parent, Page& page, app::CalendarView& view, domain::Date day);

private:
    [[nodiscard]] bool keep() override;
    /// The days as the fields say; empty while they can't be read.
    [[nodiscard]] std::vector<domain::CalendarDay> days() const;
    void changed();

    app::CalendarView& m_view;
    Form* m_form;
    DateField* m_first;
    DateField* m_last;
    wxChoice* m_what;
    wxTextCtrl* m_name;
    wxStaticText* m_says;
    Table* m_moves;
};

} // namespace fledgling::ui
