#pragma once

#include "ui/pairing/PairingPanes.h"

#include <functional>
#include <map>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxStaticText;

namespace fledgling::ui {

/// Trainees without a mentor left, mentors right: arrows go from one to the other, cards and led trainees
/// are dragged onto a mentor.
class PairingBoard : public wxPanel {
public:
    explicit PairingBoard(wxWindow* parent);
    /// In pixels; its best width is more: there the panes keep their shares.
    [[nodiscard]] int narrowest() const;

    void set(std::vector<BoardCard> waiting, std::vector<BoardTile> mentors);
    void setHeads(const wxString& waiting, const wxString& mentors);
    /// True when something with that key stands on the board.
    [[nodiscard]] bool has(const std::string& key) const;
    [[nodiscard]] const std::string& selected() const { return m_selected; }
    void select(const std::string& key);
    void takeFocus();
    /// Of the items on the screen, for tests and pointers: in screen coordinates, empty when it isn't there.
    [[nodiscard]] wxRect onScreen(const std::string& key) const;
    [[nodiscard]] wxString spoken(const std::string& key) const;

    std::function<void(const std::string& key)> onChosen;
    std::function<void(const std::string& key)> onActivated;
    /// Why each mentor can't take that trainee; an empty reason where he or she can.
    std::function<std::map<std::string, wxString>(const std::string& trainee)> reasonsFor;
    std::function<void(const std::string& trainee, const std::string& mentor)> onDropped;

private:
    void bind(BoardPane* pane);
    void chosen(const std::string& key);
    void cross(const BoardPane* from, int dx);

    std::string m_selected;
    std::string m_dragged;
    wxStaticText* m_waitingHead;
    wxStaticText* m_mentorHead;
    WaitingPane* m_waiting;
    MentorPane* m_mentors;
};

} // namespace fledgling::ui
