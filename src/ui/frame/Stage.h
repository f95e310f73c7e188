#pragma once

#include "ui/Pages.h"

#include <map>
#include <string>
#include <wx/panel.h>

class wxBoxSizer;

namespace fledgling::ui {

class HelpPane;

/// The pages opened so far, of which one is seen, and that page's help.
class Stage : public wxPanel {
public:
    Stage(wxWindow* parent, Session& session);

    /// Shows the page, made when first asked for, at what `subject` names; `wayBack` says where Escape leads from it.
    void open(const PageEntry& entry, const std::string& subject, const wxString& wayBack);
    /// Null until one was opened.
    [[nodiscard]] Page* page() const { return m_page; }
    /// Opens or closes the page's help.
    void toggleHelp();
    [[nodiscard]] bool helps() const { return m_help != nullptr; }

private:
    Session& m_session;
    wxBoxSizer* m_row;
    Page* m_page = nullptr;
    HelpPane* m_help = nullptr;
    std::map<std::string, Page*> m_made;
};

} // namespace fledgling::ui
