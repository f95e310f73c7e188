#pragma once

#include "app/FindableName.h"
#include "ui/Look.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxKeyEvent;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class RichText;
class Table;

/// A mentor as he or she stands to the chosen trainee.
struct MentorChoice {
    std::string mentor;
    wxString name;
    int places = 0;
    look::State state = look::State::None;
    wxString verdict;
    bool theirs = false; ///< is proposed, or leads now
    app::FindableName named = {}; ///< what is typed is looked for in
};

/// Beside the board: why the chosen pair, who is short of a mentor, and every mentor with why or why not;
/// typing finds one, Enter takes him or her.
class PairingSide : public wxPanel {
public:
    explicit PairingSide(wxWindow* parent);

    void setStory(const std::string& html);
    /// Without a title there is nobody to find a mentor for.
    void setMentors(const wxString& title, std::vector<MentorChoice> mentors);
    /// The keyboard goes to the search for a mentor.
    void takeFocus();
    [[nodiscard]] std::string chosen() const;
    /// The same with the verdict; null when none is chosen.
    [[nodiscard]] const MentorChoice* choice() const;
    [[nodiscard]] bool hasKeyboard() const;
    [[nodiscard]] wxString story();

    std::function<void(const std::string& mentor)> onMentor;
    /// Another mentor is looked at.
    std::function<void()> onChosen;
    /// Escape in the empty search: back to the board.
    std::function<void()> onLeave;

private:
    void draw();
    void onSearchKey(wxKeyEvent& event);

    std::vector<MentorChoice> m_mentors;
    RichText* m_story;
    wxStaticText* m_title;
    wxTextCtrl* m_search;
    Table* m_table;
};

} // namespace fledgling::ui
