#pragma once

#include "app/quiz/QuestionsView.h"
#include "ui/controls/EditPanel.h"

#include <optional>
#include <string>

class wxTextCtrl;

namespace fledgling::ui {

class FileField;
class Form;
class Paragraph;
class Table;

/// A file of questions on its way into the bank shown: what is wrong with it by line, every question with what becomes
/// of it, and nothing kept before it is said.
class BankImportPanel : public EditPanel {
public:
    BankImportPanel(wxWindow* parent, Page& page, app::QuestionsView& view);
    void focusFirst() override;
    /// Reads and shows that file.
    void read(const std::string& path);
    /// How many questions were added, and as which version, when it was kept.
    [[nodiscard]] int added() const { return m_added; }
    [[nodiscard]] const std::string& version() const { return m_version; }

private:
    [[nodiscard]] bool keep() override;
    void layOut();
    void draw();
    void drawRows();
    void drawSelected();
    [[nodiscard]] wxString summary() const;
    [[nodiscard]] bool holdsQuestions() const;

    app::QuestionsView& m_view;
    std::optional<app::BankImport> m_import;
    std::string m_version;
    int m_added = 0;
    bool m_failed = false; ///< the last file couldn't be read
    FileField* m_file = nullptr;
    Paragraph* m_about = nullptr;
    Form* m_form = nullptr;
    wxTextCtrl* m_reason = nullptr;
    Table* m_rows = nullptr;
    Paragraph* m_said = nullptr;
};

} // namespace fledgling::ui
