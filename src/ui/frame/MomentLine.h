#pragma once

#include "ui/frame/Session.h"

#include <functional>
#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Paragraph;

/// Asks for a past moment, and says which is shown. Made hidden, when it is first needed.
class MomentLine : public wxPanel {
public:
    struct Does {
        std::function<void()> toPage;  ///< the keyboard back to the page
        std::function<void()> resized; ///< it takes more or less room than before
    };
    MomentLine(wxWindow* parent, Session& session, Does does);

    /// Opens it, ready for a day to be typed.
    void ask();
    void close();

private:
    void layOut();
    void showMoment();
    void showReading();
    void showWhyNot();
    /// Why the day and time typed are no past moment as the reading chosen takes them; empty when they are one.
    [[nodiscard]] wxString whyNot() const;
    void go();
    void onKey(wxKeyEvent& event);
    [[nodiscard]] bool asKnownToday() const;

    Session& m_session;
    Does m_does;
    Paragraph* m_marker;
    wxChoice* m_reading;
    DateField* m_day;
    wxTextCtrl* m_time;
    wxButton* m_show;
    wxStaticText* m_whyNot;
};

/// "Mon 2 Mar 2026 14:05", as the department's clock shows the past moment of the session.
wxString momentText(Session& session);

} // namespace fledgling::ui
