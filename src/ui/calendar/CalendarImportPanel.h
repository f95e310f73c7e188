#pragma once

#include "app/calendar/CalendarView.h"
#include "ui/controls/EditPanel.h"

#include <optional>

namespace fledgling::ui {

class FileField;
class SectionBar;
class Table;

/// A calendar file (.ics or .json) with a verdict per day, and the sessions that would move, before it is
/// kept.
class CalendarImportPanel : public EditPanel {
public:
    CalendarImportPanel(wxWindow* parent, Page& page, app::CalendarView& view);
    void focusFirst() override;
    /// Reads and shows that file.
    void read(const std::string& path);

private:
    [[nodiscard]] bool keep() override;
    void draw();
    void drawMoves();
    void decide(std::optional<bool> working);

    app::CalendarView& m_view;
    std::optional<app::CalendarImport> m_import;
    FileField* m_file;
    SectionBar* m_bar;
    wxButton* m_off;
    wxButton* m_working;
    wxButton* m_leave;
    Table* m_days;
    SectionBar* m_movesBar;
    Table* m_moves;
};

} // namespace fledgling::ui
