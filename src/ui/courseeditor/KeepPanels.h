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

/// Takes a picture, film or hand-out of this computer into the course.
class BringFilePanel : public EditPanel {
public:
    BringFilePanel(wxWindow* parent, Page& page, app::CourseEditor& editor);

    /// Its path in the package, before onDone.
    std::function<void(const std::string& path)> onBrought;

protected:
    bool keep() override;

private:
    void choose();

    app::CourseEditor& m_editor;
    Form* m_form;
    wxTextCtrl* m_path;
};

} // namespace fledgling::ui
