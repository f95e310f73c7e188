#pragma once

#include "app/people/PeopleView.h"
#include "ui/Page.h"
#include "ui/controls/EditPanel.h"

#include <memory>
#include <set>
#include <string>

class wxSearchCtrl;
class wxToggleButton;

namespace fledgling::ui {

class LeavePanel;
class RichText;
class SectionBar;
class Table;

/// Everybody in the department: found as one types, added, corrected, imported, retired; and their leave.
class PeoplePage : public Page {
public:
    PeoplePage(wxWindow* parent, Session& session);

    /// A person's id, or a leave's.
    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void bindKeys();
    void addFilters();
    void layOut();
    wxWindow* layOutSide(wxWindow* parent);
    void draw();
    void drawList();
    void drawPerson();
    void enable();
    [[nodiscard]] bool idle() const;
    void editing(EditPanel* editor);
    void filterChanged();

    void add();
    void correct();
    void importFile();
    void selectFirstOf(const std::set<domain::PersonId>& people);
    void retireOrReinstate();
    void erase();

    app::PeopleView m_view;
    app::PeopleView::Filter m_filter;
    wxPanel* m_main = nullptr;
    std::unique_ptr<EditSlot> m_whole;
    wxSearchCtrl* m_search = nullptr;
    wxToggleButton* m_asking = nullptr;
    Table* m_list = nullptr;
    SectionBar* m_person = nullptr;
    RichText* m_card = nullptr;
    LeavePanel* m_leave = nullptr;
    wxButton* m_add = nullptr;
    wxButton* m_import = nullptr;
    wxButton* m_correct = nullptr;
    wxButton* m_retire = nullptr;
    wxButton* m_erase = nullptr;
};

} // namespace fledgling::ui
