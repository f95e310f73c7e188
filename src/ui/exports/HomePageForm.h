#pragma once

#include "app/Desk.h"
#include "ui/controls/EditPanel.h"

class wxTextCtrl;

namespace fledgling::ui {

class Form;

/// The department's address in learning records: whose accounts staff numbers are there.
class HomePageForm : public EditPanel {
public:
    HomePageForm(wxWindow* parent, Page& page, app::Desk& desk);

private:
    [[nodiscard]] bool keep() override;

    app::Desk& m_desk;
    Form* m_form;
    wxTextCtrl* m_address;
};

} // namespace fledgling::ui
