#include "ui/frame/TopBar.h"

#include "app/Words.h"
#include "ui/Language.h"
#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/DateField.h"
#include "ui/controls/FlowSizer.h"
#include "ui/controls/Paragraph.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {
namespace {

std::string otherLanguage() { return spoken() == "zh_CN" ? "en" : "zh_CN"; }

void setWords(wxButton* button, const wxString& words, const std::string& icon) {
    native::layOutIconButton(button, look::icon(icon, 16), words);
    named(button, words);
}

} // namespace

TopBar::TopBar(wxWindow* parent, Session& session, Does does)
    : wxPanel(parent), m_session(session), m_does(std::move(does)) {
    m_date = look::label(this, {}, look::Type::Body, true);
    m_asOf = quiet({}, "clock", [this] { askMoment(); });
    m_asOf->SetToolTip(_("Show a past moment") + "  Ctrl+T");
    auto* language = quiet(nameOfLanguage(otherLanguage()), "language",
                           [this] { CallAfter([set = m_does.setLanguage] { set(otherLanguage()); }); });
    const wxString who = dotted({u8(session.actor().card.name), u8(app::word(session.role(), tongue))});
    m_who = quiet(who, "person", [this] { openWhoMenu(); });
    named(language, _("Language"), nameOfLanguage(otherLanguage()));
    named(m_who, who, _("Change role or person"));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_date, wxSizerFlags().CentreVertical().Border(wxLEFT, look::gap(this, 2)));
    row->AddStretchSpacer();
    for (auto* one : {m_asOf, language, m_who})
        row->Add(one, wxSizerFlags().CentreVertical().Border(wxRIGHT, look::gap(this)));
    buildMoment();
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(row, wxSizerFlags().Expand().Border(wxTOP, look::gap(this)));
    all->Add(m_moment, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this, 2)));
    SetSizer(all);
    showDate();
    showMoment();
    m_moment->Show(session.past());
}

wxButton* TopBar::quiet(const wxString& words, const std::string& icon, std::function<void()> run) {
    auto* button = new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    setWords(button, words, icon);
    native::setStyle(button, "quiet");
    button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
    return button;
}

void TopBar::buildMoment() {
    m_moment = new wxPanel(this);
    m_moment->SetBackgroundColour(look::raised());
    m_marker = new Paragraph(m_moment);
    m_reading = named(new wxChoice(m_moment, wxID_ANY), _("Reading"));
    m_reading->Append(_("As it was known then"));
    m_reading->Append(_("That day, as known today"));
    m_reading->SetSelection(m_session.day() ? 1 : 0);
    const auto& desk = m_session.desk();
    m_day = new DateField(m_moment, _("Day"),
                          m_session.day()    ? *m_session.day()
                          : m_session.asOf() ? desk.clock.dateOf(*m_session.asOf())
                                             : desk.today());
    m_time = named(new wxTextCtrl(m_moment, wxID_ANY, "23:59"), _("Time"));
    m_time->SetMinSize(wxSize(m_time->GetCharWidth() * 9, -1));
    m_show = named(new wxButton(m_moment, wxID_ANY, _("Show") + "  Enter"), _("Show that moment"), "Enter");
    m_whyNot = look::label(m_moment, {});
    m_whyNot->SetForegroundColour(look::colour(look::State::Missing));
    layOutMoment();
    m_day->onChanged = [this] { showWhyNot(); };
    m_time->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showWhyNot(); });
    m_moment->Bind(wxEVT_CHAR_HOOK, &TopBar::onMomentKey, this);
    m_reading->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showReading(); });
    m_show->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go(); });
}

void TopBar::layOutMoment() {
    const wxString words = m_session.past() ? _("Back to now") : _("Close");
    const wxString key = m_session.past() ? wxString("Ctrl+T") : wxString("Esc");
    auto* back = named(new wxButton(m_moment, wxID_ANY, words + "  " + key), words, key);
    auto* row = new FlowSizer(look::gap(this, 0.5));
    for (wxWindow* one : {static_cast<wxWindow*>(m_reading), static_cast<wxWindow*>(m_day),
                          static_cast<wxWindow*>(m_time), static_cast<wxWindow*>(m_show),
                          static_cast<wxWindow*>(back), static_cast<wxWindow*>(m_whyNot)})
        row->Add(one, wxSizerFlags().Border(wxRIGHT, look::gap(this)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_marker, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this)));
    all->Add(row, wxSizerFlags().Expand().Border(wxALL, look::gap(this)));
    m_moment->SetSizer(all);
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (m_session.past()) return m_session.setAsOf(std::nullopt);
        closeMoment();
    });
}

/// In the line, Enter shows the moment and Escape goes back to the page.
void TopBar::onMomentKey(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const bool typing = dynamic_cast<wxTextEntry*>(FindFocus()) != nullptr;
    if (event.HasAnyModifiers())
        event.Skip();
    else if (code == WXK_ESCAPE)
        m_session.past() ? m_does.toPage() : closeMoment();
    else if (typing && (code == WXK_RETURN || code == WXK_NUMPAD_ENTER))
        go();
    else
        event.Skip();
}

void TopBar::closeMoment() {
    m_moment->Hide();
    GetParent()->Layout();
    m_does.toPage();
}

bool TopBar::asKnownToday() const { return m_reading->GetSelection() == 1; }

wxString TopBar::whyNot() const {
    const auto day = m_day->value();
    const auto today = m_session.desk().today();
    if (!day) return _("A date is needed, as year-month-day.");
    if (asKnownToday()) return *day < today ? wxString() : _("A day before today is needed.");
    if (today < *day) return _("That day is still to come.");
    return domain::TimeOfDay::parse(utf8(m_time->GetValue())) ? wxString()
                                                              : _("A time is needed, as hour:minute.");
}

void TopBar::showWhyNot() {
    const wxString why = whyNot();
    m_show->Enable(why.empty());
    m_whyNot->SetLabel(why.empty() ? wxString() : look::signed_(look::State::Missing, why));
    m_moment->Layout();
    if (m_moment->IsShown()) GetParent()->Layout();
}

void TopBar::go() {
    if (!whyNot().empty()) return showWhyNot();
    if (asKnownToday()) return m_session.setDay(*m_day->value());
    const auto at =
        m_session.desk().clock.at(*m_day->value(), *domain::TimeOfDay::parse(utf8(m_time->GetValue())));
    m_session.setAsOf(domain::Instant{at.ms + 59'999});
}

/// A day as known today has no time of day; and today itself is no past day.
void TopBar::showReading() {
    m_time->Show(!asKnownToday());
    showWhyNot();
    m_show->SetToolTip(asKnownToday() ? _("A day before today is shown with every correction made since.")
                                      : _("Only what was in the book by then is shown."));
}

void TopBar::askMoment() {
    m_moment->Show();
    GetParent()->Layout();
    m_day->SetFocus();
}

void TopBar::switchMoment() {
    if (m_session.past()) return m_session.setAsOf(std::nullopt);
    m_moment->IsShown() ? closeMoment() : askMoment();
}

void TopBar::showDate() { m_date->SetLabel(dateText(m_session.desk().today())); }

void TopBar::showMoment() {
    showReading();
    if (!m_session.past()) {
        setWords(m_asOf, _("As of now"), "clock");
        m_marker->set(_("Show everything as it was at a past moment"));
        return;
    }
    const auto& clock = m_session.desk().clock;
    // Two readings, two wordings, two colours: nobody takes one for the other.
    const auto state = m_session.day() ? look::State::Waived : look::State::Changed;
    m_marker->SetForegroundColour(look::colour(state));
    if (const auto day = m_session.day()) {
        setWords(m_asOf, wxString::Format(_("%s, as known today"), dateText(*day)), "clock");
        m_marker->set(look::signed_(
            state, wxString::Format(_("%s as known today, corrections included; read-only"), dateText(*day))));
        return;
    }
    const wxString moment =
        dateText(clock.dateOf(*m_session.asOf())) + " " + u8(clock.timeOf(*m_session.asOf()).text());
    setWords(m_asOf, wxString::Format(_("As of %s"), moment), "clock");
    m_marker->set(look::signed_(state, wxString::Format(_("As of %s; read-only"), moment)));
    m_time->ChangeValue(u8(clock.timeOf(*m_session.asOf()).text()));
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
