#pragma once

#include "ui/Pages.h"
#include "ui/frame/Place.h"

#include <map>
#include <string>
#include <wx/event.h>
#include <wx/panel.h>

class wxBoxSizer;

namespace fledgling::ui {

class HelpPane;

/// The pages opened so far, of which one is seen, and that page's help.
class Stage : public wxPanel, private wxEventFilter {
public:
    Stage(wxWindow* parent, Session& session);
    ~Stage() override;

    /// Shows the page, made when first asked for, at what `subject` names and with the rows chosen that `place` knows
    /// (may be null); `wayBack` says where Escape leads from it.
    void open(const PageEntry& entry, const std::string& subject, const wxString& wayBack, const Place* place);
    /// Where somebody stands on every page opened so far; `subject` is what the page that is seen was opened at.
    [[nodiscard]] std::map<std::string, Place> places(const std::string& subject) const;
    /// Null until one was opened.
    [[nodiscard]] Page* page() const { return m_page; }
    /// A page opened so far on which something entered would be dropped with it, the one that is seen first; null: none.
    [[nodiscard]] Page* unkept() const;
    /// Opens or closes the page's help.
    void toggleHelp();
    [[nodiscard]] bool helps() const { return m_help != nullptr; }
    [[nodiscard]] bool keyboardInHelp() const;
    void focusHelp();

private:
    /// Escape closes the help before anything on the page hears it: there it would drop what is being done.
    int FilterEvent(wxEvent& event) override;

    Session& m_session;
    wxBoxSizer* m_row;
    Page* m_page = nullptr;
    wxString m_name; ///< of that page, as the rail says it: its title may be a person's
    HelpPane* m_help = nullptr;
    std::map<std::string, Page*> m_made;
};

} // namespace fledgling::ui
