#pragma once

#include "app/courseeditor/CourseEditor.h"

#include <functional>
#include <map>
#include <string>
#include <vector>
#include <wx/scrolwin.h>

class wxTextCtrl;

namespace fledgling::ui {

class Form;

/// The fields of one part of a course, a label above each and what is wrong with it below. Every change is told at
/// once.
class PartForm : public wxScrolledWindow {
public:
    using Field = app::CourseEditor::Field;

    explicit PartForm(wxWindow* parent);

    std::function<void(const std::string& field, const std::string& value)> onChanged;
    /// Makes the fields anew; `several`: texts in more than one language stand side by side.
    void show(const std::vector<Field>& fields, bool several);
    /// True while these are the fields shown (their values aside).
    [[nodiscard]] bool shows(const std::vector<Field>& fields) const;
    /// Values from elsewhere (a step taken back); what says the same stays untouched.
    void setValues(const std::vector<Field>& fields);
    void tell(const std::vector<app::CourseEditor::Finding>& findings);
    /// False when there is no such field.
    bool focus(const std::string& field);
    void focusFirst();

private:
    void addField(const Field& field, bool several);
    void addText(const Field& field, const wxString& label);
    void bindText(wxTextCtrl* text, const std::string& id);
    void changed(const std::string& field, const std::string& value);
    void arrange();
    void fit();

    Form* m_form = nullptr;
    std::vector<Field> m_fields;
    std::map<std::string, wxWindow*> m_windows;
    bool m_setting = false;
};

} // namespace fledgling::ui
