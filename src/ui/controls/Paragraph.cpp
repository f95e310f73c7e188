#include "ui/controls/Paragraph.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace fledgling::ui {

Paragraph::Paragraph(wxWindow* parent, look::Type type, bool muted) : wxPanel(parent) {
    m_label = look::label(this, {}, type, muted);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (event.GetSize().x != m_width) wrap();
    });
}

void Paragraph::set(const wxString& text) {
    if (text == m_text) return;
    m_text = text;
    wrap();
}

void Paragraph::wrap() {
    m_width = GetClientSize().x;
    m_label->SetLabel(m_text);
    if (m_width > 0) m_label->Wrap(m_width);
    const int height = m_text.empty() ? 0 : m_label->GetBestSize().y;
    m_label->SetSize(m_label->GetBestSize());
    if (height == GetMinSize().y) return;
    SetMinSize(wxSize(1, height)); // its width is whatever is left, never what the text would like
    // Whoever holds it has more or less room now; not from inside a size event.
    CallAfter([this] {
        if (GetParent()) GetParent()->Layout();
    });
}

} // namespace fledgling::ui
