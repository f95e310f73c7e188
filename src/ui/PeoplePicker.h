#pragma once

#include "app/CohortsView.h"

#include <functional>
#include <vector>
#include <wx/panel.h>

class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class SectionBar;
class Table;

/// Picks people by typing: every word narrows the list, Enter takes the line, and the next name can be typed
/// at once. Nothing typed: those who are free.
class PeoplePicker : public wxPanel {
public:
    PeoplePicker(wxWindow* parent, const wxString& title);

    void setCandidates(std::vector<app::CohortsView::Candidate> all);
    [[nodiscard]] std::vector<domain::PersonId> chosen() const;
    void takeFocus();
    std::function<void()> onChanged;

private:
    using Candidate = app::CohortsView::Candidate;
    void layOut();
    void draw();
    void drawChosen();
    void take(const std::string& id);
    void takeAllShown();
    void putBack(const std::string& id);
    void onKeyDown(wxKeyEvent& event);
    [[nodiscard]] bool isChosen(const std::string& id) const;
    [[nodiscard]] wxString noneText() const;

    wxString m_titleText;
    SectionBar* m_title;
    wxTextCtrl* m_text;
    Table* m_matches;
    SectionBar* m_chosenBar;
    Table* m_chosenTable;
    wxStaticText* m_none;
    std::vector<Candidate> m_all;
    std::vector<Candidate> m_chosen;
};

} // namespace fledgling::ui
