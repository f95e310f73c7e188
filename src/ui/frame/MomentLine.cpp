#include "ui/frame/MomentLine.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/DateField.h"
#include "ui/controls/FlowSizer.h"
#include "ui/controls/Paragraph.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

MomentLine::MomentLine(wxWindow* parent, Session& session, Does does)
    : wxPanel(parent), m_session(session), m_does(std::move(does)) {
    Hide();
    SetBackgroundColour(look::raised());
    m_marker = new Paragraph(this);
    m_reading = named(new wxChoice(this, wxID_ANY), _("Reading"));
    m_reading->Append(_("As it was known then"));
    m_reading->Append(_("That day, as known today"));
    m_reading->SetSelection(m_session.day() ? 1 : 0);
    const auto& desk = m_session.desk();
    m_day = new DateField(this, _("Day"),
                          m_session.day()    ? *m_session.day()
                          : m_session.asOf() ? desk.clock.dateOf(*m_session.asOf())
                                             : desk.today());
    m_time = named(new wxTextCtrl(this, wxID_ANY, "23:59"), _("Time"));
    m_time->SetMinSize(wxSize(m_time->GetCharWidth() * 9, -1));
    m_show = named(new wxButton(this, wxID_ANY, _("Show") + "  Enter"), _("Show that moment"), "Enter");
    m_whyNot = look::label(this, {});
    m_whyNot->SetForegroundColour(look::colour(look::State::Missing));
    layOut();
    m_day->onChanged = [this] { showWhyNot(); };
    m_time->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showWhyNot(); });
    Bind(wxEVT_CHAR_HOOK, &MomentLine::onKey, this);
    m_reading->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showReading(); });
    m_show->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go(); });
    showReading();
    showMoment();
}

void MomentLine::layOut() {
    const wxString words = m_session.past() ? _("Back to now") : _("Close");
    const wxString key = m_session.past() ? wxString("Ctrl+T") : wxString("Esc");
    auto* back = named(new wxButton(this, wxID_ANY, words + "  " + key), words, key);
    auto* row = new FlowSizer(look::gap(this, 0.5));
    for (wxWindow* one : {static_cast<wxWindow*>(m_reading), static_cast<wxWindow*>(m_day),
                          static_cast<wxWindow*>(m_time), static_cast<wxWindow*>(m_show),
                          static_cast<wxWindow*>(back), static_cast<wxWindow*>(m_whyNot)})
        row->Add(one, wxSizerFlags().Border(wxRIGHT, look::gap(this)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_marker, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, look::gap(this)));
    all->Add(row, wxSizerFlags().Expand().Border(wxALL, look::gap(this)));
    SetSizer(all);
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (m_session.past()) return m_session.setAsOf(std::nullopt);
        close();
    });
}

/// In the line, Enter shows the moment and Escape goes back to the page.
void MomentLine::onKey(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const bool typing = dynamic_cast<wxTextEntry*>(FindFocus()) != nullptr;
    if (event.HasAnyModifiers())
        event.Skip();
    else if (code == WXK_ESCAPE)
        m_session.past() ? m_does.toPage() : close();
    else if (typing && (code == WXK_RETURN || code == WXK_NUMPAD_ENTER))
        go();
    else
        event.Skip();
}

void MomentLine::ask() {
    Show();
    m_does.resized();
    m_day->SetFocus();
}

void MomentLine::close() {
    Hide();
    m_does.resized();
    m_does.toPage();
}

bool MomentLine::asKnownToday() const { return m_reading->GetSelection() == 1; }

wxString MomentLine::whyNot() const {
    const auto day = m_day->value();
    const auto today = m_session.desk().today();
    if (!day) return _("A date is needed, as year-month-day.");
    if (asKnownToday()) return *day < today ? wxString() : _("A day before today is needed.");
    if (today < *day) return _("That day is still to come.");
    return domain::TimeOfDay::parse(utf8(m_time->GetValue())) ? wxString()
                                                              : _("A time is needed, as hour:minute.");
}

void MomentLine::showWhyNot() {
    const wxString why = whyNot();
    m_show->Enable(why.empty());
    m_whyNot->SetLabel(why.empty() ? wxString() : look::signed_(look::State::Missing, why));
    Layout();
    if (IsShown()) m_does.resized();
}

void MomentLine::go() {
    if (!whyNot().empty()) return showWhyNot();
    if (asKnownToday()) return m_session.setDay(*m_day->value());
    const auto at =
        m_session.desk().clock.at(*m_day->value(), *domain::TimeOfDay::parse(utf8(m_time->GetValue())));
    m_session.setAsOf(domain::Instant{at.ms + 59'999});
}

/// A day as known today has no time of day; and today itself is no past day.
void MomentLine::showReading() {
    m_time->Show(!asKnownToday());
    showWhyNot();
    m_show->SetToolTip(asKnownToday() ? _("A day before today is shown with every correction made since.")
                                      : _("Only what was in the book by then is shown."));
}

void MomentLine::showMoment() {
    if (!m_session.past()) return m_marker->set(_("Show everything as it was at a past moment"));
    // Two readings, two wordings, two colours: nobody takes one for the other.
    const auto state = m_session.day() ? look::State::Waived : look::State::Changed;
    m_marker->SetForegroundColour(look::colour(state));
    if (const auto day = m_session.day()) {
        const wxString words = wxString::Format(_("%s as known today, corrections included; read-only"), dateText(*day));
        return m_marker->set(look::signed_(state, words));
    }
    m_marker->set(look::signed_(state, wxString::Format(_("As of %s; read-only"), momentText(m_session))));
    m_time->ChangeValue(u8(m_session.desk().clock.timeOf(*m_session.asOf()).text()));
}

wxString momentText(Session& session) {
    const auto& clock = session.desk().clock;
    return dateText(clock.dateOf(*session.asOf())) + " " + u8(clock.timeOf(*session.asOf()).text());
}

} // namespace fledgling::ui
