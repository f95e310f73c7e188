#pragma once

#include "app/courseeditor/CourseEditor.h"
#include "ui/controls/EditPanel.h"

class wxTextCtrl;

namespace fledgling::ui {

class Form;

/// Keeps the course being edited as a new version of the book, having shown what that changes and for whom.
class KeepVersionPanel : public EditPanel {
public:
    KeepVersionPanel(wxWindow* parent, Page& page, app::CourseEditor& editor, const app::CourseEditor::Preview& preview);

protected:
    bool keep() override;

private:
    void showPreview(const app::CourseEditor::Preview& preview);

    app::CourseEditor& m_editor;
    Form* m_form;
    wxTextCtrl* m_version;
    wxTextCtrl* m_why;
};

/// Writes it into a folder, or one .course file.
class SavePackagePanel : public EditPanel {
public:
    SavePackagePanel(wxWindow* parent, Page& page, app::CourseEditor& editor);

protected:
    bool keep() override;

private:
    void choose();
    [[nodiscard]] std::string path() const;

    app::CourseEditor& m_editor;
    Form* m_form;
    wxTextCtrl* m_path;
    wxTextCtrl* m_version;
};

} // namespace fledgling::ui
