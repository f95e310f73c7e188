#pragma once

#include "app/chats/ReviewSheetView.h"
#include "app/chats/SecondReadings.h"
#include "ui/Page.h"

#include <string>

class wxChoice;
class wxToggleButton;

namespace fledgling::ui {

class Conversation;
class DaySheet;

/// The day sheet: one person's chats of a day, read by keyboard alone. Space passes a chat and goes on; a
/// digit fails a criterion by the line the cursor is on and asks for a few words. Subject: a person's id,
/// with a day after a blank, after another "again" for the second, blind reading or "first", and then a chat's number.
class ChatsPage : public Page {
public:
    ChatsPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

    /// Loads the shown person's chats of the shown day from a file.
    void loadFrom(const std::string& path);

private:
    void addActions();
    void loadOffers();
    void drawOffers();
    void layOut();
    void open(const std::string& subject);
    void openDay(const domain::PersonId& person, domain::Date day, bool second);
    void stepPerson(int by);
    void stepDay(int by);
    bool onTableKey(const wxKeyEvent& key);

    void draw();
    void drawChips();
    void drawFigure();
    [[nodiscard]] wxString whyNot() const;
    /// That the day is complete, and what comes after it by which key; empty while chats are left.
    [[nodiscard]] wxString whatNext();
    /// What to look for, where there is no text to read.
    [[nodiscard]] wxString guide() const;

    void judge(std::size_t criterion);
    /// Another chat is shown: what was pointed out of the former one is forgotten.
    void onAnother();
    /// Points out, once a chat, that the first reply was measured in time; true when it did.
    bool doubts(std::size_t criterion);
    bool overlooksReply(const wxString& sentence);
    /// Names, once a chat, what Space would throw away of what is judged; true when it did.
    bool dropsJudged();
    /// Says, once, that a digit was refused and nothing is failed by it; true when it did.
    bool forgetsRefused();
    /// What the last file was said to lack still stands: that key answers it, and keeps nothing.
    bool closesWhatAFileLacked();
    /// Of so many chats that were read before a file came; empty of none.
    static wxString readBefore(int chats);
    /// Points out, once a day sheet, that the shown chat is none of those the day's file held; true when it did.
    bool leavesTheFile();
    /// The card as it is kept, what was changed on it forgotten; false where nothing was.
    bool takeBackCard();
    void notApplicable(std::size_t criterion);
    void acceptReason();
    void dropReason();
    void pass();
    void keep();
    void keptDraft();
    void loadChats();
    void sayDrawn();
    void sayLeftOut();

    /// Under which what is half judged is remembered.
    static constexpr const char* DRAFT = "chats.draft";

    app::ReviewSheetView m_view;
    std::string m_wanted;
    bool m_opened = false;
    int m_warned = 0;  ///< the chat whose late reply was pointed out
    int m_doubted = 0; ///< the chat whose reply was measured in time, and failed all the same
    int m_waits = 0;   ///< the digit that is to be pressed again before it fails, and wasn't yet; 0: none
    int m_dropping = 0; ///< the chat of which Space was told what it drops
    bool m_beyond = false; ///< on this day sheet it was said where the file ends
    wxChoice* m_offered = nullptr; ///< days offered for a second reading; null for who isn't shown everybody's
    std::vector<app::DecidingDay> m_offers;
    wxString m_lacked;  ///< what was said of the last file; empty: nothing was wrong
    int m_refused = 0;  ///< the digit that was refused and not pressed again since; 0: none
    wxChoice* m_who = nullptr;
    wxChoice* m_days = nullptr;
    wxToggleButton* m_again = nullptr;
    Conversation* m_conversation = nullptr;
    DaySheet* m_sheet = nullptr;
    wxButton* m_pass = nullptr;
    wxButton* m_keep = nullptr;
    wxButton* m_load = nullptr;
};

} // namespace fledgling::ui
