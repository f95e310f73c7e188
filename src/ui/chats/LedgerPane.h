#pragma once

#include "app/chats/PointsView.h"
#include "ui/chats/PointsCells.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/scrolwin.h>

class wxSizer;

namespace fledgling::ui {

class Paragraph;
class Table;

/// One person's month: what the points mean, its days, and the failed chats of the chosen one down to the quoted
/// line.
/// What a low window doesn't hold scrolls.
class LedgerPane : public wxScrolledWindow {
public:
    LedgerPane(wxWindow* parent, const app::PointsView& view);

    /// Draws the days of the view's person; the chosen one stays, else the newest that failed a chat is. Its chats
    /// must follow.
    void drawDays();
    /// The chats of the chosen day.
    void setChats(std::vector<app::PointsView::ChatRow> chats);
    /// What the points mean.
    void drawStanding();

    /// The day the cursor is on; empty where there is none.
    [[nodiscard]] std::string day() const;
    /// Tells nothing; its chats must follow.
    void chooseDay(const std::string& day);
    /// The deduction the cursor is on, and its chat; null where there is none.
    [[nodiscard]] const app::PointsView::FaultRow* fault() const;
    /// Of the chosen day, by faultId; false where it isn't there, and nothing else is chosen then.
    bool chooseFault(const std::string& id);
    [[nodiscard]] const app::PointsView::ChatRow* chat() const;

    void takeFocus();       ///< the days
    void takeFaultsFocus(); ///< the deductions
    [[nodiscard]] bool onFaults() const;

    std::function<void()> onDay;   ///< another day was chosen
    std::function<void()> onFault; ///< another deduction was

private:
    void layOut(wxSizer* all);
    void fit();
    void fitDays();
    void drawDetail();

    const app::PointsView& m_view;
    std::vector<app::PointsView::ChatRow> m_chats; ///< of the chosen day
    bool m_drawing = false;
    Room m_room = Room::Wide; ///< for the columns of the days
    Table* m_days = nullptr;
    Table* m_faults = nullptr;
    Paragraph* m_name = nullptr;
    Paragraph* m_standing = nullptr;
    Paragraph* m_detail = nullptr; ///< of the chosen deduction
    Paragraph* m_coaching = nullptr;
};

} // namespace fledgling::ui
