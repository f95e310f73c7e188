#pragma once

#include "app/courseeditor/CourseEditor.h"

#include <functional>
#include <string>
#include <wx/panel.h>

class wxTextCtrl;

namespace fledgling::ui {

class Paragraph;
class RichText;

/// A text of the course in one language: Markdown left, as it will be taught right, what is wrong below.
class TextPane : public wxPanel {
public:
    TextPane(wxWindow* parent, const app::CourseEditor& editor);

    std::function<void(const std::string& value)> onChanged;
    void show(const std::string& part, const app::CourseEditor::Field& body);
    /// Draws the right side anew where it was scrolled to, and says what is wrong.
    void follow();
    void focusFirst();
    /// The keyboard to that line of the text, counted from 1.
    void focusLine(int line);
    /// At the cursor, as if it were typed.
    void write(const std::string& text);

private:
    const app::CourseEditor& m_editor;
    std::string m_part;
    std::string m_language;
    wxTextCtrl* m_text;
    RichText* m_shown;
    Paragraph* m_wrong;
};

} // namespace fledgling::ui
