#include "ui/controls/Paragraph.h"

#include "ui/controls/RichText.h"

#include <algorithm>
#include <wx/sizer.h>
#include <wx/arrstr.h>
#include <wx/stattext.h>

namespace fledgling::ui {

namespace {

/// Where a line may end: behind blanks, and where linePieces says.
std::vector<wxString> wordsOf(const wxString& line) {
    std::vector<wxString> words;
    for (const auto& piece : linePieces(line)) {
        wxString word;
        for (const wxUniChar c : piece) {
            if (c != ' ' && word.EndsWith(" ") && !keepsNumber(word, c)) {
                words.push_back(word);
                word.clear();
            }
            word += c;
        }
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

wxString trimmedRight(wxString text) { return text.Trim(); }

/// Before its first drawing the toolkit measures a label in the font it had before it was given its own: bold Chinese would be
/// cut off at the foot.
int heightOf(const wxStaticText& label) {
    int lines = 0;
    for (const auto& line : wxSplit(label.GetLabelText(), '\n', '\0'))
        lines += label.GetTextExtent(line.empty() ? wxString("A") : line).y;
    return std::max(lines, label.GetBestSize().y);
}

} // namespace

wxString wrapped(const wxWindow* window, const wxString& text, int width) {
    wxString all;
    for (const auto& whole : wxSplit(text, '\n', '\0')) {
        wxString line;
        for (const auto& word : wordsOf(whole)) {
            if (!line.empty() && window->GetTextExtent(trimmedRight(line + word)).x > width) {
                all << trimmedRight(line) << "\n";
                line.clear();
            }
            line << word;
        }
        all << trimmedRight(line) << "\n";
    }
    all.RemoveLast();
    return all;
}

void sayWrapped(wxStaticText* label, const wxString& text, int width) { label->SetLabelText(wrapped(label, text, width)); }

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

bool Paragraph::SetForegroundColour(const wxColour& colour) { return m_label->SetForegroundColour(colour); }

void Paragraph::wrap() {
    m_width = GetClientSize().x;
    m_label->SetLabelText(m_width > 0 ? wrapped(m_label, m_text, m_width) : m_text);
    const int height = m_text.empty() ? 0 : heightOf(*m_label);
    // The toolkit wraps once more where the label is a hair too narrow, and the last words stand out of sight.
    m_label->SetSize(std::max(m_width, m_label->GetBestSize().x), height);
    if (height == GetMinSize().y) return;
    SetMinSize(wxSize(1, height)); // its width is whatever is left, never what the text would like
    // Whoever holds it has more or less room now; not from inside a size event.
    CallAfter([this] {
        if (GetParent()) GetParent()->Layout();
    });
}

} // namespace fledgling::ui
