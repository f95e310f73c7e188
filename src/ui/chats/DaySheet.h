#pragma once

#include "app/chats/ReviewSheetView.h"

#include <functional>
#include <wx/scrolwin.h>

class wxKeyEvent;
class wxTextCtrl;

namespace fledgling::ui {

class Paragraph;
class Table;
struct Cell;

/// The scorecard of the chat shown, the field for what was wrong, and the day's chats; what a small window has no room
/// for scrolls.
class DaySheet : public wxScrolledWindow {
public:
    DaySheet(wxWindow* parent, app::ReviewSheetView& view);

    /// Said once the day is complete, in place of the keys that judge; empty before. The card must follow.
    void setDone(const wxString& words) { m_done = words; }
    void drawCard();
    void drawDay();
    /// What is judged, as the scorecard calls it.
    [[nodiscard]] wxString titleOf(std::size_t criterion) const;

    /// Asks what was wrong in a criterion that is failed in the draft.
    void askWhy(std::size_t criterion);
    [[nodiscard]] bool asking() const { return m_asking >= 0; }
    void stopAsking();
    /// The words typed so far go into the draft.
    void noteReason();
    /// They are the reason; false where there are none yet.
    bool acceptReason();
    /// The criterion is good again.
    void dropReason();

    void takeFocus();    ///< the scorecard
    void takeDayFocus(); ///< the day's chats
    [[nodiscard]] bool onDay() const;

    std::function<bool(const wxKeyEvent&)> onKey;
    std::function<void()> onEnter;  ///< on the scorecard
    std::function<void()> onCard;   ///< the scorecard is drawn anew
    std::function<void()> onReason; ///< Enter in the field
    std::function<void()> onEscape; ///< there, while it is asked
    std::function<void()> onTyped;  ///< there
    std::function<void()> onChat;   ///< another chat was chosen in the day's list
    std::function<void()> onLeave;  ///< Enter in that list

private:
    void layOutCard(wxSizer* into);
    void layOutReason(wxSizer* into);
    void layOutDay(wxSizer* into);
    void fit();
    [[nodiscard]] const std::string& asked() const; ///< the criterion's id
    /// The first reply, where it was measured and came too late.
    [[nodiscard]] bool isLate(const std::string& criterion) const;
    [[nodiscard]] Cell lateCell() const;

    app::ReviewSheetView& m_view;
    wxString m_done;
    int m_asking = -1; ///< the criterion whose reason is being typed
    bool m_drawing = false;
    Table* m_card = nullptr;
    Table* m_day = nullptr;
    Paragraph* m_why = nullptr;
    wxTextCtrl* m_reason = nullptr;
    Paragraph* m_quote = nullptr;
};

} // namespace fledgling::ui
