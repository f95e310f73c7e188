#pragma once

#include "app/chats/PointsView.h"
#include "ui/Page.h"

#include <string>

class wxChoice;
class wxSizer;

namespace fledgling::ui {

class FairnessPane;
class LedgerPane;
class Paragraph;
class Table;

/// Points of a month: everybody's for who sees them, one's own otherwise; each day unfolds to the chats,
/// criteria and quoted lines. Subject: a person's id, with a day or month after a blank.
class PointsPage : public Page {
public:
    PointsPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void addActions();
    void layOut();
    void layOutTeam(wxSizer* into);
    void open(const std::string& subject);
    void showPerson(const std::string& person);
    void showMonth(domain::Month month);

    void draw();
    void drawChips();
    void drawFigure();
    void drawTeam();
    void drawFair();
    void drawChats();
    void enableDeeds();

    void appeal();
    void decide(bool uphold);
    void readAgain();
    void close();

    app::PointsView m_view;
    std::string m_wanted;
    bool m_opened = false;
    bool m_drawing = false;
    std::string m_team;
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
    bool m_fair = false; ///< the readers are shown, not the people
};

} // namespace fledgling::ui
