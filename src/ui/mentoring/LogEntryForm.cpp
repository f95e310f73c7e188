#include "ui/mentoring/LogEntryForm.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/training/TrainingWords.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

namespace fledgling::ui {

using domain::SkillLevel;

LogEntryForm::LogEntryForm(wxWindow* parent) : wxPanel(parent) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    SetSizer(all);
    all->Add(look::label(this, _("How"), look::Type::Small, true),
             wxSizerFlags().Border(wxBOTTOM, look::gap(this, 0.5)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (int i = 0; i < 3; ++i) {
        const auto how = static_cast<SkillLevel>(i + 1);
        const wxString words = wxString::Format("%d  ", i + 1) + howText(how);
        auto* button =
            named(new wxToggleButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT),
                  labelled(_("How"), howText(how)), wxString::Format("%d", i + 1));
        native::setStyle(button, "chip");
        button->Bind(wxEVT_TOGGLEBUTTON, [this, how](wxCommandEvent&) { pick(how); });
        button->Bind(wxEVT_CHAR_HOOK, &LogEntryForm::onHowKey, this);
        m_buttons[static_cast<std::size_t>(i)] = button;
        row->Add(button, wxSizerFlags().Expand().Border(wxRIGHT, look::gap(this, 0.5)));
    }
    all->Add(row);
    m_well = addNote(_("What went well"));
    m_next = addNote(_("Next"));
    m_problems = addNote(_("Problems met"));
}

wxTextCtrl* LogEntryForm::addNote(const wxString& label) {
    auto* above = look::label(this, label, look::Type::Small, true);
    auto* field =
        named(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE), label);
    field->SetMinSize(wxSize(FromDIP(160), (field->GetCharHeight() + 2) * 2 + look::gap(this, 2)));
    native::setTextAir(field, look::gap(this, 0.75), look::gap(this, 0.5));
    field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (onEdited) onEdited();
    });
    field->Bind(wxEVT_CHAR_HOOK, [this, field](wxKeyEvent& event) {
        if (onOtherKey && onOtherKey(event)) return;
        // Tab goes on to the next field; text of this kind has no use for it.
        if (event.GetKeyCode() != WXK_TAB || event.ControlDown())
            event.Skip();
        else
            field->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                              : wxNavigationKeyEvent::IsForward);
    });
    GetSizer()->Add(above, wxSizerFlags().Border(wxTOP, look::gap(this, 0.75)));
    GetSizer()->Add(field, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(this, 0.25)));
    return field;
}

void LogEntryForm::set(const domain::LogEntry& entry) {
    choose(entry.how);
    m_well->ChangeValue(u8(entry.wentWell));
    m_next->ChangeValue(u8(entry.next));
    m_problems->ChangeValue(u8(entry.problems));
}

void LogEntryForm::allow(bool writable) {
    for (auto* button : m_buttons)
        button->Enable(writable);
    for (auto* field : {m_well, m_next, m_problems})
        field->Enable(writable);
}

void LogEntryForm::fill(domain::LogEntry& entry) const {
    entry.how = m_how;
    entry.wentWell = utf8(m_well->GetValue());
    entry.next = utf8(m_next->GetValue());
    entry.problems = utf8(m_problems->GetValue());
}

bool LogEntryForm::blank() const {
    return m_how == SkillLevel::None && m_well->IsEmpty() && m_next->IsEmpty() && m_problems->IsEmpty();
}

void LogEntryForm::choose(SkillLevel how) {
    m_how = how;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->SetValue(static_cast<SkillLevel>(i + 1) == how);
}

void LogEntryForm::pick(SkillLevel how) {
    choose(how);
    if (onEdited) onEdited();
}

void LogEntryForm::focusHow() {
    m_buttons[m_how == SkillLevel::None ? 0 : static_cast<std::size_t>(m_how) - 1]->SetFocus();
}

void LogEntryForm::onHowKey(wxKeyEvent& event) {
    if (onOtherKey && onOtherKey(event)) return;
    int code = event.GetKeyCode();
    if (code >= WXK_NUMPAD1 && code <= WXK_NUMPAD3) code = '1' + code - WXK_NUMPAD1;
    if (event.HasAnyModifiers() || code < '1' || code > '3') return event.Skip();
    pick(static_cast<SkillLevel>(code - '0'));
    m_well->SetFocus();
}

} // namespace fledgling::ui
