#include "ui/courseeditor/TextPane.h"

#include "ui/Look.h"
#include "ui/Named.h"
#include "ui/Text.h"
#include "ui/controls/Paragraph.h"
#include "ui/controls/RichText.h"
#include "ui/courseeditor/EditorWords.h"

#include <algorithm>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace fledgling::ui {

TextPane::TextPane(wxWindow* parent, const app::CourseEditor& editor) : wxPanel(parent), m_editor(editor) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_text = named(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE), _("Text in Markdown"));
    native::setTextAir(m_text, look::gap(this, 0.75), look::gap(this, 0.5));
    m_shown = new RichText(this, _("Text as it is taught"));
    m_shown->setPictures([this](const std::string& path) { return m_editor.file(path); });
    for (wxWindow* one : {static_cast<wxWindow*>(m_text), static_cast<wxWindow*>(m_shown)})
        one->SetMinSize(FromDIP(wxSize(160, 120)));
    row->Add(m_text, wxSizerFlags(1).Expand().Border(wxRIGHT, look::gap(this)));
    row->Add(m_shown, wxSizerFlags(1).Expand());
    m_wrong = new Paragraph(this, look::Type::Small);
    all->Add(row, wxSizerFlags(1).Expand());
    all->Add(m_wrong, wxSizerFlags().Expand().Border(wxTOP, look::gap(this, 0.5)));
    SetSizer(all);
    // Tab goes on to what is taught; a text has no use for it.
    m_text->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_TAB || event.ControlDown())
            event.Skip();
        else
            m_text->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    });
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        if (onChanged) onChanged(utf8(m_text->GetValue()));
    });
}

void TextPane::show(const std::string& part, const app::CourseEditor::Field& body) {
    const bool other = part != m_part || body.language != m_language;
    m_part = part;
    m_language = body.language;
    m_text->SetEditable(!body.locked);
    const wxString value = u8(body.value);
    // What was typed last lacks at most the last line's end.
    const wxString there = m_text->GetValue();
    if (other || (there != value && there + "\n" != value)) {
        // A step taken back leaves the cursor about where it was, in sight.
        const long at = other ? 0 : m_text->GetInsertionPoint();
        m_text->ChangeValue(value);
        const long cursor = std::min(at, static_cast<long>(m_text->GetLastPosition()));
        m_text->SetInsertionPoint(cursor);
        m_text->ShowPosition(cursor);
    }
    if (other) m_shown->setText({});
    follow();
}

void TextPane::follow() {
    int x = 0, y = 0;
    m_shown->GetViewStart(&x, &y);
    m_shown->setText(m_editor.shown(m_part, m_language));
    m_shown->Scroll(x, y);
    std::vector<wxString> wrong;
    for (const auto& one : m_editor.findings())
        if (one.part == m_part && one.field == "body." + m_language)
            wrong.push_back(look::signed_(editor::stateOf(one.severity()), editor::findingWords(one.problem)));
    m_wrong->set(wrong.empty() ? wxString() : wrong.front());
    Layout();
}

void TextPane::focusFirst() { m_text->SetFocus(); }

void TextPane::write(const std::string& text) {
    m_text->SetFocus();
    m_text->WriteText(u8(text));
}

void TextPane::focusLine(int line) {
    m_text->SetFocus();
    const auto at = m_text->XYToPosition(0, std::max(0, line - 1));
    if (at < 0) return;
    m_text->SetInsertionPoint(at);
    m_text->ShowPosition(at);
}

} // namespace fledgling::ui
