#pragma once

#include "app/mentoring/LogView.h"

#include <functional>
#include <set>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxButton;
class wxKeyEvent;
class wxStaticText;
class wxTextCtrl;

namespace fledgling::ui {

class Table;
struct Row;

/// The skills of a trainee in one list: ticked as practised today by digits, Space or typing a part of the
/// name; with their levels, and signed or taken back here.
class LogSkills : public wxPanel {
public:
    explicit LogSkills(wxWindow* parent);
    /// The chosen skill's id; empty for none.
    [[nodiscard]] std::string chosenSkill() const;

    /// `mayTick`: an entry can be written; `maySign`: levels can be signed and taken back.
    void set(const std::vector<app::LogView::Skill>& skills, bool mayTick, bool maySign,
             const wxString& whyNot);
    /// Practised, as skill ids in the list's order.
    [[nodiscard]] std::vector<std::string> ticked() const;
    void tick(const std::vector<std::string>& skills);

    /// Signs the highest level an entry proves of the chosen skill; takes its level back.
    void sign();
    void takeBack();
    void takeFocus();
    /// The first of these that may be signed; the choice stays where none may.
    void chooseSignable(const std::vector<std::string>& among);

    /// Tab in the search field: to what comes next in an entry.
    std::function<void()> onNext;
    /// A skill was ticked or no longer is.
    std::function<void()> onEdited;
    std::function<void(const app::LogView::Skill& skill)> onSign;
    std::function<void(const app::LogView::Skill& skill)> onTakeBack;
    /// Why the chosen skill can't be signed, or its level taken back, by the key that was pressed.
    std::function<void(const wxString& why)> onRefused;
    /// A key the field itself has no use for (Page Up, Page Down); true when it was used.
    std::function<bool(const wxKeyEvent& key)> onOtherKey;

private:
    void layOut();
    void draw();
    void reserveSign();
    void toggle(const std::string& id);
    void toggleNumber(int number);
    void onFilterKey(wxKeyEvent& event);
    bool onTableKey(const wxKeyEvent& event);
    void chosen();
    [[nodiscard]] const app::LogView::Skill* skill(const std::string& id) const;
    [[nodiscard]] Row rowOf(const app::LogView::Skill& from, int number) const;

    std::vector<app::LogView::Skill> m_skills;
    std::set<std::string> m_ticked;
    bool m_mayTick = false;
    bool m_maySign = false;
    wxString m_whyNot;
    wxTextCtrl* m_filter = nullptr;
    Table* m_table = nullptr;
    wxStaticText* m_about = nullptr;
    wxButton* m_sign = nullptr;
    wxButton* m_back = nullptr;
};

} // namespace fledgling::ui
