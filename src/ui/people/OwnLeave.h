#pragma once

#include "ui/controls/EditPanel.h"

class wxStaticText;

namespace fledgling::ui {

class Session;

/// One's own leave on the page one begins with: a line that says what was asked for and what came of it, and the form that
/// asks for more.
class OwnLeave {
public:
    /// Puts the line into `content`, and `usual` below it, which gives way to the form.
    OwnLeave(Page& page, Session& session, wxBoxSizer* content, wxWindow* usual);

    /// The line, as the book says now.
    void refresh();
    /// Opens the form; the page is asked to refresh once it is kept or left.
    void ask();
    [[nodiscard]] bool isOpen() const { return m_slot.isOpen(); }
    [[nodiscard]] EditPanel* editor() const { return m_slot.editor(); }

private:
    Page& m_page;
    Session& m_session;
    wxWindow* m_usual;
    wxStaticText* m_line;
    EditSlot m_slot;
};

} // namespace fledgling::ui
