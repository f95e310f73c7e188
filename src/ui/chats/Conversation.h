#pragma once

#include "domain/chats/Conversation.h"

#include <functional>
#include <optional>
#include <string>
#include <wx/panel.h>

class wxKeyEvent;

namespace fledgling::ui {

class Paragraph;
class Table;

/// A chat with the reply gaps in the margin; every line of it stands whole.
class Conversation : public wxPanel {
public:
    explicit Conversation(wxWindow* parent);

    /// `limit`: seconds to the first reply that still pass. Nothing: no text was loaded, and `instead` stands
    /// there.
    void set(const std::optional<domain::Conversation>& chat, int limit, const wxString& instead);
    [[nodiscard]] bool has() const { return m_chat.has_value(); }
    /// The line under the cursor; empty where there is none.
    [[nodiscard]] std::string line() const;
    void takeFocus();

    std::function<bool(const wxKeyEvent&)> onKey;
    std::function<void()> onEnter;

private:
    std::optional<domain::Conversation> m_chat;
    Table* m_table = nullptr;
    Paragraph* m_none = nullptr;
    Paragraph* m_times = nullptr;
};

} // namespace fledgling::ui
