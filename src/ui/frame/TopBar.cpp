#include "ui/frame/TopBar.h"

#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/frame/MomentLine.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

TopBar::TopBar(wxWindow* parent, Session& session, Does does)
    : wxPanel(parent), m_session(session), m_does(std::move(does)) {
    m_date = look::label(this, {}, look::Type::Body, true);
    auto* asOf = quiet(momentWords(), "clock", [this] { moment().ask(); });
    asOf->SetToolTip(_("Show a past moment") + "  Ctrl+T");
    auto* language = quiet(nameOfLanguage(otherLanguage()), "language",
                           [this] { CallAfter([set = m_does.setLanguage] { set(otherLanguage()); }); });
    const wxString who = dotted({u8(session.actor().card.name), u8(app::word(session.role(), tongue))});
    m_who = quiet(who, "person", [this] { openWhoMenu(); });
    named(language, _("Language"), nameOfLanguage(otherLanguage()));
    named(m_who, who, _("Change role or person"));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_date, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 2)));
    row->AddStretchSpacer();
    for (auto* one : {asOf, language, m_who})
        row->Add(one, wxSizerFlags().CentreVertical().Border(wxRIGHT, look::gap(this)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(row, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    SetSizer(all);
    showDate();
    if (session.past()) moment().Show();
}

wxButton* TopBar::quiet(const wxString& words, const std::string& icon, std::function<void()> run) {
    auto* button = new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    native::layOutIconButton(button, look::icon(icon, 16), words);
    named(button, words);
    native::setStyle(button, "quiet");
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    return button;
}

MomentLine& TopBar::moment() {
    if (m_moment) return *m_moment;
    m_moment = new MomentLine(this, m_session, {m_does.toPage, [this] { GetParent()->Layout(); }});
    GetSizer()->Add(m_moment, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this, 2)));
    return *m_moment;
}

void TopBar::switchMoment() {
    if (m_session.past()) return m_session.setAsOf(std::nullopt);
    m_moment && m_moment->IsShown() ? m_moment->close() : moment().ask();
}

void TopBar::showDate() { m_date->SetLabel(dateText(m_session.desk().today())); }

wxString TopBar::momentWords() const {
    if (!m_session.past()) return _("As of now");
    if (const auto day = m_session.day()) return wxString::Format(_("%s, as known today"), dateText(*day));
    return wxString::Format(_("As of %s"), momentText(m_session));
}

void TopBar::openWhoMenu() {
    wxMenu menu;
    for (const auto role : m_session.actor().roles) {
        auto* item =
            menu.AppendRadioItem(wxID_ANY, wxString::Format(_("Work as %s"), u8(app::word(role, tongue))));
        item->Check(role == m_session.role());
        menu.Bind(
            wxEVT_MENU,
            [this, role](wxCommandEvent&) { CallAfter([set = m_does.setRole, role] { set(role); }); },
            item->GetId());
    }
    menu.AppendSeparator();
    auto* other = menu.Append(wxID_ANY, _("Switch person"));
    menu.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { CallAfter(m_does.switchPerson); }, other->GetId());
    m_who->PopupMenu(&menu, 0, m_who->GetSize().y);
}

} // namespace fledgling::ui
