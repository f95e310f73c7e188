#pragma once

#include "app/calendar/CalendarView.h"
#include "ui/Page.h"
#include "ui/controls/EditPanel.h"

#include <memory>

class wxChoice;

namespace fledgling::ui {

class CalendarYear;
class Paragraph;
class SectionBar;
class Table;

/// Days off and make-up working days: a year at a glance, the list beside it, files in.
class CalendarPage : public Page {
public:
    CalendarPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void layOut();
    void layOutSide();
    void draw();
    void drawNotices();
    void drawDays();
    void enable();
    [[nodiscard]] bool idle() const { return !m_whole->isOpen() && !m_side->isOpen(); }
    void editing(EditSlot& slot, EditPanel* editor);
    void step(int years);
    void setDay();
    void setWeek();
    void clearDay();
    void importFile();
    void replan();

    app::CalendarView m_view;
    wxPanel* m_main = nullptr;
    wxPanel* m_list = nullptr;
    std::unique_ptr<EditSlot> m_whole; ///< instead of everything
    std::unique_ptr<EditSlot> m_side;  ///< instead of the list
    wxChoice* m_years = nullptr;
    SectionBar* m_unknown = nullptr;
    SectionBar* m_moved = nullptr;
    CalendarYear* m_year = nullptr;
    Paragraph* m_week = nullptr;
    Paragraph* m_legend = nullptr;
    SectionBar* m_bar = nullptr;
    Table* m_days = nullptr;
    wxButton* m_import = nullptr;
    wxButton* m_set = nullptr;
    wxButton* m_setWeek = nullptr;
    wxButton* m_clear = nullptr;
    wxButton* m_replan = nullptr;
};

} // namespace fledgling::ui
