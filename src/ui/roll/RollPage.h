#pragma once

#include "app/roll/RollView.h"
#include "ui/Page.h"
#include "ui/roll/RollPageBar.h"
#include "ui/roll/RollPageCells.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class wxButton;
class wxChoice;
class wxKeyEvent;
class wxStaticText;

namespace fledgling::ui {

class Table;

/// Marks that digits after the key give their minutes.
[[nodiscard]] inline bool timed(domain::MarkKind kind) {
    return kind == domain::MarkKind::Late || kind == domain::MarkKind::LeftEarly;
}

/// The roll of a session, and the matrix of its cohort. One key marks one person and moves on; what a key
/// completed is in the book before the cursor leaves the cell. Subject: a session's id, with a trainee's id
/// after a blank to begin at.
class RollPage : public Page {
public:
    RollPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    /// A trainee and a column of the matrix (0: the first session).
    using Place = std::pair<std::string, int>;

    void bindKeys();
    void bindBar();
    bool onTableKey(const wxKeyEvent& event);
    bool onLetter(int code);
    bool onDigit(int digit);
    void onEnter();
    void onCell(const std::string& id, int column);

    [[nodiscard]] Place place() const;
    [[nodiscard]] int rowAt(const Place& at) const;
    [[nodiscard]] roll::Draft* draftAt(const Place& at);
    /// Why a mark can't be given at that place; empty when it can.
    [[nodiscard]] wxString whyNoMark(int column);

    void letter(domain::MarkKind kind);
    void addMinutes(int minutes);
    /// Keeps a mark; what a rule refuses stays as a draft to be seen. True when it is kept.
    bool keep(const Place& at, const domain::Mark& mark);
    /// Keeps the draft there if its minutes are typed; true unless it was refused.
    bool finish(const Place& at);
    void takeAway();
    bool dropDraft();
    /// Another session comes: what is typed in part or was refused on this one waits until it is shown again.
    void layDraftsAside();
    void moveTo(int row, int column);
    void moveOn(const Place& from);

    /// Goes to a mark that is typed in part or was refused, and says what would become of it; false: there is none.
    bool halfTyped(const wxString& what);
    void everybodyPresent();
    void closeOrReopen();
    void correct();
    void undo();
    void step(int sessions);
    void openSession(const std::string& id);
    void planMakeUp();
    void waive();

    void showSession();
    [[nodiscard]] std::string keptSession();
    void drawAll();
    void drawRow(int row);
    void drawHeader();
    void drawChooser();
    void drawBar();
    void drawOwed(int row);
    [[nodiscard]] std::vector<RollPageBar::Way> waysOf(const app::RollView::Row& of);
    [[nodiscard]] wxString cellWords(const Place& at) const;

    app::RollView m_view;
    Table* m_table = nullptr;
    RollPageBar* m_bar = nullptr;
    wxChoice* m_chooser = nullptr;
    wxButton* m_close = nullptr;
    wxButton* m_all = nullptr;
    wxButton* m_correct = nullptr;
    std::map<Place, roll::Draft> m_drafts;
    std::map<std::string, std::map<Place, roll::Draft>> m_aside; ///< by session
    Place m_at; ///< where the cursor was last told to be
    std::string m_headings;
    std::vector<app::RollView::Choice> m_choices;
    domain::Date m_day; ///< on which the session was chosen
    bool m_redraws = false;
    /// A column unlocked for corrections, and why.
    struct Correcting {
        int column = 0;
        std::string why;
    };
    std::optional<Correcting> m_correcting;
};

} // namespace fledgling::ui
