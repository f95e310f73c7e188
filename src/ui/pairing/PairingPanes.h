#pragma once

#include "ui/Look.h"
#include "ui/readiness/BoardPane.h"

#include <map>
#include <string>
#include <vector>

namespace fledgling::ui {

/// A trainee on the pairing board, ready to draw.
struct BoardCard {
    std::string trainee;
    wxString name;
    wxString detail;   ///< post, leaning
    wxString more;     ///< shift, first day; or how far along
    wxString proposal; ///< "Chen Bo, 37"; empty while none is drawn
    bool locked = false;
    bool nobody = false; ///< a proposal is drawn and has nobody for this one
    int score = 0;
    wxString spoken;
};

/// A mentor with the trainees led and those proposed.
struct BoardTile {
    std::string mentor;
    wxString name;
    wxString detail;
    wxString away; ///< empty: there all the time
    int capacity = 0;
    std::vector<BoardCard> led;
    std::vector<BoardCard> proposed;
    wxString spoken;
};

// Keys of items: what stands there, and whose.
[[nodiscard]] std::string waitingKey(const std::string& trainee);
[[nodiscard]] std::string ledKey(const std::string& trainee);
[[nodiscard]] std::string proposedKey(const std::string& trainee);
[[nodiscard]] std::string mentorKey(const std::string& mentor);
/// The trainee of a key; empty for a mentor's.
[[nodiscard]] std::string traineeOf(const std::string& key);
/// The mentor of a mentor's key; empty for a trainee's.
[[nodiscard]] std::string mentorOf(const std::string& key);

/// Cards of those without a mentor, one below the other.
class WaitingPane : public BoardPane {
public:
    WaitingPane(wxWindow* parent, const wxString& name) : BoardPane(parent, name) {}
    void set(std::vector<BoardCard> cards);
    /// Drawn as belonging to what is chosen elsewhere: the card of a proposed pair.
    void link(const std::string& trainee);

protected:
    int layOut(int width, std::vector<BoardItem>& items) override;
    void draw(wxDC& dc) override;

private:
    void drawCard(wxDC& dc, const BoardCard& card, const BoardItem& item) const;
    std::vector<BoardCard> m_cards;
    std::string m_linked;
};

/// Mentors as tiles in columns, with a bar of their places and their trainees.
class MentorPane : public BoardPane {
public:
    MentorPane(wxWindow* parent, const wxString& name) : BoardPane(parent, name) {}
    void set(std::vector<BoardTile> tiles);
    void link(const std::string& trainee);
    /// While a trainee is dragged: why each mentor can't take him or her; empty reasons are welcome.
    void beginDrag(std::map<std::string, wxString> reasons);
    void dragOver(const std::string& mentor);
    void endDragging();
    /// The mentor whose tile is under that point of this window; empty for none.
    [[nodiscard]] std::string mentorUnder(const wxPoint& point) const;

protected:
    int layOut(int width, std::vector<BoardItem>& items) override;
    void draw(wxDC& dc) override;

private:
    [[nodiscard]] int heightOf(const BoardTile& tile) const;
    void drawTile(wxDC& dc, const BoardTile& tile, const wxRect& whole) const;
    void drawBar(wxDC& dc, const BoardTile& tile, const wxRect& bar) const;
    void drawRow(wxDC& dc, const BoardCard& card, bool proposed, const BoardItem& item) const;
    [[nodiscard]] wxRect tileRect(const std::string& mentor) const;

    std::vector<BoardTile> m_tiles;
    std::map<std::string, wxString> m_reasons;
    std::string m_linked;
    std::string m_over;
    bool m_receiving = false;
};

} // namespace fledgling::ui
