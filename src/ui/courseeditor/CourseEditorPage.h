#pragma once

#include "app/courseeditor/CourseEditor.h"
#include "ui/Page.h"
#include "ui/controls/EditPanel.h"
#include "ui/controls/Table.h"

#include <memory>
#include <wx/timer.h>

class wxChoice;
class wxSimplebook;
class wxStaticText;

namespace fledgling::ui {

class FindingsList;
class Paragraph;
class PartForm;
class SectionBar;
class TextPane;

/// A course changed in forms: its parts left, the fields of one right, what is wrong below. Subject: a course's id,
/// '/' and a version, or the path of a package; empty: what was shown, at first the newest version.
class CourseEditorPage : public Page {
public:
    CourseEditorPage(wxWindow* parent, Session& session);
    ~CourseEditorPage() override;

    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    enum Sheet { FormSheet, TextSheet, HeadSheet };

    void addActions();
    void layOut();
    void layOutRight(wxWindow* parent, wxSizer* row);
    void drawAll();
    void drawParts();
    /// The items of an assessment are in sight while it is open.
    [[nodiscard]] bool isInSight(const app::CourseEditor::Part& part) const;
    void foldParts();
    void drawFindings();
    void drawAbout();
    /// Shows a part; its form is made anew only where other fields stand in it.
    void openPart(const std::string& id);
    void openSheet();
    [[nodiscard]] std::vector<app::CourseEditor::Field> formFields() const;
    void fillSheets(const std::vector<app::CourseEditor::Field>& fields, const app::CourseEditor::Part& part);
    /// What is wrong with the part shown, at its fields.
    void tellHere();
    void edited(const std::string& field, const std::string& value);
    /// Reads the copy again, once nobody has typed for a moment, and shows what is wrong.
    void check();
    void structureChanged(const std::string& part);
    void add();
    void remove();
    void move(int by);
    /// Says where a dragged part would stand.
    [[nodiscard]] Table::Landing dragged(const std::string& part, const std::string& onto);
    void dropped(const std::string& part, const std::string& onto);
    [[nodiscard]] bool takesFiles() const;
    void bring();
    /// A file that was brought in, into the text or among the session's files.
    void name(const std::string& path);
    void undo(bool back);
    /// Back to the tree of parts, unless somebody is typing in a field that still stands.
    void backToParts(bool sameParts);
    /// Plain keys do their work in the tree of parts alone: beside it somebody means to write.
    void stopPlainKeys(wxKeyEvent& event);
    void discard();
    void keep();
    void save();
    void panelDone();
    void nextSheet();
    void goToFinding(const std::string& id);
    void enableDeeds();
    [[nodiscard]] bool live();

    app::CourseEditor m_editor;
    wxPanel* m_board = nullptr;
    std::unique_ptr<EditSlot> m_slot;
    Table* m_parts = nullptr;
    SectionBar* m_deeds = nullptr;
    SectionBar* m_heading = nullptr;
    SectionBar* m_tools = nullptr;
    wxChoice* m_sheet = nullptr;
    wxStaticText* m_sheetKey = nullptr;
    wxSimplebook* m_sheets = nullptr;
    PartForm* m_form = nullptr;
    TextPane* m_text = nullptr;
    Paragraph* m_head = nullptr;
    FindingsList* m_findings = nullptr;
    wxButton* m_keep = nullptr;
    wxButton* m_save = nullptr;
    wxButton* m_add = nullptr;
    wxButton* m_remove = nullptr;
    wxButton* m_bring = nullptr;
    wxButton* m_discard = nullptr;
    wxTimer m_pause;
    bool m_drawing = false;
    std::string m_part = "facts";
    std::string m_language; ///< of the text shown; empty: the fields
    std::string m_brought;  ///< path of the file that was brought in last
};

} // namespace fledgling::ui
