#pragma once

#include "ui/Look.h"

#include <wx/panel.h>

class wxStaticText;

namespace fledgling::ui {

/// The text with line breaks so that no line is wider, as that window's font has it: at blanks, and in Chinese
/// as RichText does. The toolkit's own wrapping knows only blanks.
[[nodiscard]] wxString wrapped(const wxWindow* window, const wxString& text, int width);
/// Puts it into a label so.
void sayWrapped(wxStaticText* label, const wxString& text, int width);

/// A text that wraps at whatever width it is given: a label alone wraps only once, at a width known
/// beforehand.
class Paragraph : public wxPanel {
public:
    explicit Paragraph(wxWindow* parent, look::Type type = look::Type::Body, bool muted = false);
    void set(const wxString& text);
    /// Of the text.
    bool SetForegroundColour(const wxColour& colour) override;
    [[nodiscard]] const wxString& text() const { return m_text; }

private:
    void wrap();

    wxStaticText* m_label;
    wxString m_text;
    int m_width = 0;
};

} // namespace fledgling::ui
