#include "ui/controls/EditPanel.h"

#include "ui/Named.h"
#include "ui/controls/Form.h"

#include <algorithm>
#include <utility>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textentry.h>

namespace fledgling::ui {

namespace {

/// What is typed elsewhere only finds something: a name to choose, a file to read.
bool standsInForm(const wxWindow* field) {
    while (field && !dynamic_cast<const Form*>(field))
        field = field->GetParent();
    return field != nullptr;
}

} // namespace

EditPanel::EditPanel(wxWindow* parent, Page& page, const wxString& title, const wxString& keepWords)
    : wxPanel(parent), m_page(page), m_content(new wxBoxSizer(wxVERTICAL)) {
    SetName(title);
    layOutHeader(title, keepWords);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int code = event.GetKeyCode();
        if (event.ControlDown() && (code == WXK_RETURN || code == WXK_NUMPAD_ENTER))
            tryKeep();
        else if (code == WXK_ESCAPE && !event.HasAnyModifiers())
            tryLeave();
        else if (event.GetModifiers() == wxMOD_CONTROL && code == 'Z')
            takeBackTyping();
        else
            event.Skip();
    });
    rememberTyping();
}

void EditPanel::rememberTyping() {
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        auto* field = event.GetWindow();
        if (const auto* entry = dynamic_cast<wxTextEntry*>(field)) m_typed.try_emplace(field, Typed{entry->GetValue(), {}, standsInForm(field)});
    });
    Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        auto* field = dynamic_cast<wxWindow*>(event.GetEventObject());
        const auto* entry = dynamic_cast<wxTextEntry*>(field);
        const auto typed = m_typed.find(field);
        if (!entry || typed == m_typed.end() || entry->GetValue() == typed->second.now) return;
        if (!m_takingBack) typed->second.before.push_back(typed->second.now);
        typed->second.now = entry->GetValue();
        m_warned = false;
    });
    for (const auto& picked : {wxEVT_CHOICE, wxEVT_CHECKLISTBOX})
        Bind(picked, [this](wxCommandEvent& event) {
            event.Skip();
            m_picked = m_picked || standsInForm(dynamic_cast<wxWindow*>(event.GetEventObject()));
            m_warned = false;
        });
}

bool EditPanel::holdsInput() const {
    return m_picked || std::any_of(m_typed.begin(), m_typed.end(), [](const auto& one) {
               const auto& [field, typed] = one;
               return !typed.before.empty() && typed.before.front() != typed.now && typed.counts;
           });
}

void EditPanel::takeBackTyping() {
    auto* field = FindFocus();
    auto* entry = dynamic_cast<wxTextEntry*>(field);
    const auto typed = m_typed.find(field);
    if (!entry || typed == m_typed.end() || typed->second.before.empty())
        return m_page.inform(_("Nothing was typed here that could be taken back. Leave the form (Esc) to take back what was kept."));
    const wxString was = typed->second.before.back();
    typed->second.before.pop_back();
    m_takingBack = true;
    entry->SetValue(was);
    m_takingBack = false;
    entry->SetInsertionPointEnd();
}

EditPanel* EditPanel::openIn(wxWindow* below) {
    if (!below || !below->IsShown()) return nullptr;
    if (auto* panel = dynamic_cast<EditPanel*>(below)) return panel->m_done ? nullptr : panel;
    for (auto* child : below->GetChildren())
        if (auto* panel = openIn(child)) return panel;
    return nullptr;
}

void EditPanel::layOutHeader(const wxString& title, const wxString& keepWords) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* heading = new wxStaticText(this, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    heading->SetFont(look::font(look::Type::Section));
    heading->SetMinSize(wxSize(0, -1));
    native::sayWhenCut(heading);
    auto* back = keyed(new wxButton(this, wxID_ANY, _("Back")), _("Back"), "Esc");
    m_keep = new wxButton(this, wxID_ANY, keepWords);
    native::setStyle(m_keep, "suggested-action");
    setKeepWords(keepWords);
    row->Add(heading, wxSizerFlags(1).CentreVertical());
    row->Add(back, wxSizerFlags().Border(wxLEFT, look::gap(this)));
    row->Add(m_keep, wxSizerFlags().Border(wxLEFT, look::gap(this)));
    all->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, look::gap(this)));
    all->Add(m_content, wxSizerFlags(1).Expand());
    SetSizer(all);
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { tryLeave(); });
    m_keep->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { tryKeep(); });
}

void EditPanel::setKeepWords(const wxString& words) { keyed(m_keep, words, "Ctrl+Enter"); }

void EditPanel::enableKeep(bool enabled, const wxString& whyNot) {
    m_keep->Enable(enabled);
    m_keep->SetToolTip(enabled ? wxString() : whyNot);
}

void EditPanel::focusFirst() {
    for (auto* child : GetChildren())
        if (child->IsShown() && child->AcceptsFocusRecursively() && !dynamic_cast<wxButton*>(child)) {
            child->SetFocus();
            return;
        }
    m_keep->SetFocus();
}

void EditPanel::tryKeep() {
    if (!m_done && m_keep->IsEnabled() && keep()) leave(true);
}

void EditPanel::tryLeave() {
    if (m_done) return;
    if (holdsInput() && !std::exchange(m_warned, true))
        return m_page.inform(_("What was entered here isn't kept yet: Ctrl+Enter keeps it, Esc once more drops it."));
    if (m_warned) m_page.attempt([] {}); // takes the question away
    leave(false);
}

void EditPanel::leave(bool kept) {
    if (std::exchange(m_done, true)) return;
    // After the event in which a button or key of this panel was pressed: it is about to go.
    CallAfter([this, kept] {
        if (onDone) onDone(kept);
    });
}

void EditSlot::open(EditPanel* editor, std::function<void(bool kept)> done) {
    close();
    m_editor = editor;
    m_sizer->Add(editor, wxSizerFlags(1).Expand().Border(wxTOP, look::gap(editor)));
    editor->onDone = [this, done = std::move(done)](bool kept) {
        const auto told = done; // closing destroys what holds it
        close();
        told(kept);
    };
    swap();
    editor->page().holdWayBack(true);
    editor->focusFirst();
}

void EditSlot::close() {
    if (!m_editor) return;
    auto* gone = std::exchange(m_editor, nullptr);
    gone->Hide();
    gone->page().holdWayBack(false);
    m_sizer->Detach(gone);
    wxTheApp->ScheduleForDestruction(gone);
    swap();
}

void EditSlot::swap() {
    m_usual->Show(m_editor == nullptr);
    m_usual->GetParent()->Layout();
}

} // namespace fledgling::ui
