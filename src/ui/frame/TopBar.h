#pragma once

#include "ui/frame/Session.h"

#include <functional>
#include <string>
#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class DateField;
class Paragraph;

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

    /// Opens the line that asks for a past moment.
    void askMoment();
    /// Back to now from a past moment; else opens or closes the line that asks for one.
    void switchMoment();
    void showDate();

private:
    void buildMoment();
    void layOutMoment();
    void showMoment();
    void showReading();
    void showWhyNot();
    /// Why the day and time typed are no past moment as the reading chosen takes them; empty when they are one.
    [[nodiscard]] wxString whyNot() const;
    void go();
    void closeMoment();
    void onMomentKey(wxKeyEvent& event);
    [[nodiscard]] bool asKnownToday() const;
    void openWhoMenu();
    wxButton* quiet(const wxString& words, const std::string& icon, std::function<void()> run);

    Session& m_session;
    Does m_does;
    wxStaticText* m_date;
    wxButton* m_asOf;
    wxButton* m_who;
    wxPanel* m_moment;
    Paragraph* m_marker;
    wxChoice* m_reading;
    DateField* m_day;
    wxTextCtrl* m_time;
    wxButton* m_show;
    wxStaticText* m_whyNot;
};

} // namespace fledgling::ui
