#pragma once

#include "ui/frame/Session.h"

#include <functional>
#include <string>
#include <wx/panel.h>

class wxButton;
class wxStaticText;

namespace fledgling::ui {

class MomentLine;

/// Above every page: the date, the moment shown, the language, who you are.
class TopBar : public wxPanel {
public:
    struct Does {
        std::function<void(const std::string& language)> setLanguage;
        std::function<void(domain::Role)> setRole;
        std::function<void()> switchPerson;
        std::function<void()> toPage; ///< the keyboard back to the page
    };
    TopBar(wxWindow* parent, Session& session, Does does);

    /// Back to now from a past moment; else opens or closes the line that asks for one.
    void switchMoment();
    void showDate();

private:
    MomentLine& moment();
    /// What the button beside the date says of the moment shown.
    [[nodiscard]] wxString momentWords() const;
    void openWhoMenu();
    wxButton* quiet(const wxString& words, const std::string& icon, std::function<void()> run);

    Session& m_session;
    Does m_does;
    wxStaticText* m_date;
    wxButton* m_who;
    MomentLine* m_moment = nullptr;
};

} // namespace fledgling::ui
