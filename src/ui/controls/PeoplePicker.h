#pragma once

#include "app/cohorts/CohortsView.h"
#include "ui/controls/Table.h"

#include <functional>
#include <vector>
#include <wx/panel.h>

class wxTextCtrl;

namespace fledgling::ui {

class Paragraph;
class SectionBar;

/// Picks people by typing: every word narrows the list, Enter takes the line, and the next name can be typed
/// at once. Nothing typed: those who are free.
class PeoplePicker : public wxPanel {
public:
    PeoplePicker(wxWindow* parent, const wxString& title);

    void setCandidates(std::vector<app::CohortsView::Candidate> all);
    [[nodiscard]] std::vector<domain::PersonId> chosen() const;
    /// Whether there is anybody to choose, chosen or not.
    [[nodiscard]] bool anyFree() const;
    void takeFocus();
    std::function<void()> onChanged;

private:
    using Candidate = app::CohortsView::Candidate;
    void draw();
    [[nodiscard]] Row rowFor(const Candidate& one, bool taken) const;
    void changed();
    /// Takes the person, or puts him or her back.
    void turn(const std::string& id);
    /// Why the person can't be chosen here.
    void sayTaken(const Candidate& one);
    void takeAllShown();
    void onKeyDown(wxKeyEvent& event);
    [[nodiscard]] bool isChosen(const std::string& id) const;
    [[nodiscard]] wxString noneText() const;

    wxString m_titleText;
    SectionBar* m_title;
    wxTextCtrl* m_text;
    Table* m_list; ///< the chosen with their sign, and who could be chosen
    Paragraph* m_none;
    std::vector<Candidate> m_all;
    std::vector<Candidate> m_chosen;
};

} // namespace fledgling::ui
