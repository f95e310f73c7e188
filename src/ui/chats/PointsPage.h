#pragma once

#include "app/chats/PointsView.h"
#include "app/chats/SecondReadings.h"
#include "ui/Page.h"
#include "ui/chats/PointsCells.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

class wxChoice;
class wxSizer;

namespace fledgling::ui {

class FairnessPane;
class LedgerPane;
class Paragraph;
class ReadingsPane;
class Table;

/// Points of a month: everybody's for who sees them, one's own otherwise; each day unfolds to the chats,
/// criteria and quoted lines. For who sees everybody also whether the readers judge alike, and chats of which two
/// readings differ. Subject: a person's id, with a day or month after a blank, and "differ" after another where
/// something is to be decided between two readings of that day, or a chat's number and a criterion where an appeal
/// is to be decided; "readers" for how they judge.
class PointsPage : public Page {
public:
    PointsPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void addActions();
    void layOut();
    void layOutTeam(wxSizer* into);
    void fitTeam();
    void open(const std::string& subject);
    void showPerson(const std::string& person);
    void showMonth(domain::Month month);

    [[nodiscard]] bool mine(); ///< the ledger shown is one's own
    [[nodiscard]] wxString titleNow();
    void draw();
    void drawChips();
    [[nodiscard]] wxString whyNotClosed();
    void drawFigure();
    void drawTeam();
    void drawFair();
    void drawReadings();
    void drawText();
    void drawChats();
    void showDeeds();
    void enableDeeds();
    void enableSettling();
    [[nodiscard]] static std::vector<app::BookKey> keysOf(const app::SecondReadingsView::Row* row);

    void appeal();
    void decide(bool uphold);
    void settle(domain::Reading stands);
    void sayCounted(int before, int now);
    void readAgain();
    void close();
    [[nodiscard]] wxString hindrances(const app::MonthClosing& closing) const;

    /// What is shown, as the chips call it.
    static constexpr const char* PEOPLE = "people";
    static constexpr const char* READERS = "readers";
    static constexpr const char* READINGS = "readings";

    app::PointsView m_view;
    app::SecondReadingsView m_second;
    std::string m_wanted;
    bool m_opened = false;
    bool m_drawing = false;
    Room m_room = Room::Wide; ///< for the team's columns
    bool m_atFault = false; ///< the page was opened at one deduction: the keyboard belongs there
    std::string m_team;
    std::map<domain::Month, std::string> m_notes; ///< written for a closing that was refused
    wxChoice* m_months = nullptr;
    wxChoice* m_teams = nullptr;
    Table* m_people = nullptr;
    LedgerPane* m_ledger = nullptr;
    FairnessPane* m_fairness = nullptr;
    wxSizer* m_columns = nullptr;
    Paragraph* m_spread = nullptr;
    wxButton* m_appeal = nullptr;
    wxButton* m_uphold = nullptr;
    wxButton* m_reject = nullptr;
    wxButton* m_again = nullptr;
    wxButton* m_close = nullptr;
    ReadingsPane* m_readings = nullptr;
    wxButton* m_first = nullptr;
    wxButton* m_other = nullptr;
    std::string m_shown = PEOPLE;
    std::function<void(const std::string&)> m_showing; ///< presses that chip
};

} // namespace fledgling::ui
