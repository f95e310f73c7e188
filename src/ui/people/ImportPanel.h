#pragma once

#include "app/people/ImportView.h"
#include "ui/controls/EditPanel.h"

#include <optional>
#include <string>
#include <vector>

class wxCheckBox;
class wxChoice;
class wxScrolledWindow;

namespace fledgling::ui {

class Chips;
class FileField;
class SectionBar;
class Paragraph;
class Table;

/// A roster file on its way in: what each column holds, a verdict per row, and nothing kept before it is
/// said.
class ImportPanel : public EditPanel {
public:
    ImportPanel(wxWindow* parent, Page& page, app::Desk& desk);
    void focusFirst() override;
    /// Reads and shows that file.
    void read(const std::string& path);
    [[nodiscard]] const app::ImportView& view() const { return m_view; }
    /// How many people were new or corrected when it was kept.
    [[nodiscard]] int kept() const { return m_kept; }

private:
    [[nodiscard]] bool keep() override;
    wxSizer* layOutLeft();
    wxSizer* layOutRight();
    void addDefaults(wxSizer* column);
    void draw();
    void drawColumns();
    void drawRows();
    void drawSelected();
    void drawCounts();
    void assigned(std::size_t column, const wxChoice* choice);
    void defaultsChanged();

    app::ImportView m_view;
    int m_kept = 0;
    std::optional<domain::RosterVerdict> m_only;
    FileField* m_file = nullptr;
    wxScrolledWindow* m_columns = nullptr;
    SectionBar* m_columnsBar = nullptr;
    wxStaticText* m_dropped = nullptr;
    wxChoice* m_role = nullptr;
    wxChoice* m_post = nullptr;
    Chips* m_counts = nullptr;
    wxCheckBox* m_update = nullptr;
    Table* m_rows = nullptr;
    Paragraph* m_said = nullptr;
};

} // namespace fledgling::ui
