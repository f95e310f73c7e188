#include "ui/exports/HomePageForm.h"

#include "app/exports/Exports.h"
#include "app/people/People.h"
#include "ui/Text.h"
#include "ui/controls/Form.h"
#include "ui/controls/Paragraph.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

HomePageForm::HomePageForm(wxWindow* parent, Page& of, app::Desk& desk)
    : EditPanel(parent, of, _("Account address"), _("Keep")), m_desk(desk), m_form(new Form(this)) {
    m_address = m_form->addText(_("Address of the accounts"), u8(app::settingOf(desk, app::HOME_PAGE)), "https://lms.example.org/users");
    auto* says = new Paragraph(this, look::Type::Small, true);
    says->set(wxString::Format(_("Learning records (xAPI) name people by staff number, as accounts at this address; while it is empty they "
                                 "say %s, which no record store takes for its own."),
                               app::NO_HOME_PAGE));
    content()->Add(m_form, wxSizerFlags().Expand());
    content()->Add(says, wxSizerFlags().Expand());
    m_form->onChanged = [this] { m_form->clearErrors(); };
}

bool HomePageForm::keep() {
    const std::string address = utf8(m_address->GetValue().Trim().Trim(false));
    if (!address.empty() && !app::isHomePage(address)) {
        m_form->showError(m_address, _("An address begins with https:// or http:// and a host, and holds no blank, ? or #."));
        return false;
    }
    return page().attempt([&] { app::changeSetting(m_desk, app::HOME_PAGE, address); });
}

} // namespace fledgling::ui
