#include "ui/people/OwnLeave.h"

#include "app/Words.h"
#include "app/people/People.h"
#include "ui/people/LeavePanel.h"
#include "ui/people/PeopleWords.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

OwnLeave::OwnLeave(Page& page, Session& session, wxBoxSizer* content, wxWindow* usual)
    : m_page(page), m_session(session), m_usual(usual), m_line(look::label(usual->GetParent(), {}, look::Type::Body, true)),
      m_slot(content, usual) {
    m_line->MoveBeforeInTabOrder(usual);
    content->Add(m_line, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(usual, 0.5)));
    content->Add(usual, wxSizerFlags(1).Expand());
    m_line->Hide();
}

void OwnLeave::refresh() {
    auto& desk = m_session.desk();
    std::vector<wxString> ahead;
    for (const auto& leave : app::ownLeave(desk))
        // TRANSLATORS: %1$s days away, %2$s what came of it: "asked for"
        if (desk.today() <= leave.last)
            ahead.insert(ahead.begin(), wxString::Format(_("%1$s (%2$s)"), people::spanText(leave.first, leave.last),
                                                         u8(app::word(leave.state, tongue))));
    m_line->SetLabelText(ahead.empty() ? wxString() : labelled(_("Your leave"), listText(ahead)));
    m_line->Show(!ahead.empty());
    m_usual->GetParent()->Layout();
}

void OwnLeave::ask() {
    if (isOpen()) return;
    auto& desk = m_session.desk();
    auto* form = new AskLeaveForm(m_usual->GetParent(), m_page, u8(desk.actor.card.name), desk.today(),
                                  [&desk](domain::Date first, domain::Date last, const std::string& why) {
                                      (void)app::askLeave(desk, desk.actor.id, first, last, why);
                                  });
    form->list(app::ownLeave(desk), desk.today());
    m_slot.open(form, [this](bool) {
        m_page.refresh();
        m_page.takeKeyboard();
    });
}

} // namespace fledgling::ui
