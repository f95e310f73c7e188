#pragma once

#include "app/chats/SecondReadings.h"

#include <functional>
#include <optional>
#include <string>
#include <wx/panel.h>

class wxSizer;

namespace fledgling::ui {

class Conversation;
class Paragraph;
class Table;

/// Chats that two readers judged differently, with both readings of the chosen one side by side and its text.
class ReadingsPane : public wxPanel {
public:
    ReadingsPane(wxWindow* parent, const app::SecondReadingsView& view);

    /// `limit`: seconds to the first reply, as its criterion is named by them. The chosen chat's text must follow.
    void draw(int limit);
    void setConversation(const std::optional<domain::Conversation>& chat);
    void takeFocus();

    /// The chat the cursor is on; null where there is none.
    [[nodiscard]] const app::SecondReadingsView::Row* chosen() const;
    /// The first chat of that person's day.
    void choose(const std::string& person, const std::string& day);

    std::function<void()> onChosen; ///< another chat

private:
    void layOutChats(wxSizer* into);
    void layOutReadings(wxSizer* into);
    void drawBoth();
    void drawSaid();

    const app::SecondReadingsView& m_view;
    int m_limit = 0;
    bool m_drawing = false;
    Table* m_chats = nullptr;
    Table* m_both = nullptr;
    Paragraph* m_said = nullptr;
    Paragraph* m_textless = nullptr; ///< why no conversation stands beside
    Conversation* m_conversation = nullptr;
};

} // namespace fledgling::ui
