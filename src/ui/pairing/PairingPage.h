#pragma once

#include "app/pairing/PairingView.h"
#include "ui/Page.h"
#include "ui/controls/EditPanel.h"

#include <memory>
#include <string>

class wxSimplebook;

namespace fledgling::ui {

class PairingBoard;
class PairingSide;
class Table;

/// The pairing board: who has no mentor, who has places, what the program proposes and why; nothing is kept
/// before it is accepted. Subject: a trainee's or a mentor's id.
class PairingPage : public Page {
public:
    PairingPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    void refresh() override;
    void takenBack(std::int64_t change) override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] PairingBoard& board() { return *m_board; }

private:
    void addActions();
    void layOut();
    void bindParts();
    void draw();
    void drawHeader();
    void drawActions();
    void drawSide();
    void drawStory();
    void choose(const std::string& key);
    void keepChoice();
    [[nodiscard]] std::string trainee() const;
    [[nodiscard]] bool waiting() const;
    [[nodiscard]] bool led() const;

    void propose();
    void cancel();
    void activate();
    void acceptAll();
    void lock();
    void takeMentor(const std::string& mentor);
    void give(const std::string& trainee, const std::string& mentor);
    void askHandOver(const std::string& trainee, const std::string& mentor);
    void handOver();
    void end();
    void weigh();
    void askAtFoot(const wxString& what);
    [[nodiscard]] wxString nameOf(const std::string& person) const;

    app::PairingView m_view;
    std::string m_wanted;
    bool m_drawing = false; ///< the list, whose row may be gone, chooses another; nobody did
    wxString m_asked; ///< at the foot, of the trainee that is chosen
    std::string m_story; ///< of who is chosen, before what is said of a mentor looked at
    std::string m_key; ///< what is chosen, as the board names it
    wxPanel* m_main = nullptr;
    std::unique_ptr<EditSlot> m_whole; ///< instead of board and side
    wxSimplebook* m_book = nullptr;
    PairingBoard* m_board = nullptr;
    Table* m_list = nullptr;
    PairingSide* m_side = nullptr;
    wxButton* m_propose = nullptr;
    wxButton* m_acceptAll = nullptr;
    wxButton* m_accept = nullptr;
    wxButton* m_lock = nullptr;
    wxButton* m_cancel = nullptr;
    wxButton* m_handOver = nullptr;
    wxButton* m_end = nullptr;
    wxButton* m_weigh = nullptr;
};

} // namespace fledgling::ui
