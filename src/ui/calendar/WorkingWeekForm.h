#pragma once

#include "app/calendar/CalendarView.h"
#include "ui/controls/EditPanel.h"

class wxCheckListBox;

namespace fledgling::ui {

class Form;

/// The department's working week: a tick for each day.
class WorkingWeekForm : public EditPanel {
public:
    WorkingWeekForm(wxWindow* parent, Page& page, app::CalendarView& view);

private:
    [[nodiscard]] bool keep() override;
    [[nodiscard]] std::set<domain::Weekday> week() const;
    void changed();

    app::CalendarView& m_view;
    Form* m_form;
    wxCheckListBox* m_days;
};

} // namespace fledgling::ui
