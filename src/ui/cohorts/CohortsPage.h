#pragma once

#include "app/cohorts/CohortsView.h"
#include "ui/Page.h"
#include "ui/controls/EditPanel.h"

#include <memory>
#include <string>

namespace fledgling::ui {

class SectionBar;
class Table;

/// Cohorts with their half days, trainees and owed make-ups; laying a new one and moving what is laid.
class CohortsPage : public Page {
public:
    CohortsPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void bindKeys();
    void layOut();
    wxWindow* layOutDetails(wxWindow* parent);
    wxWindow* layOutPeople(wxWindow* parent);
    /// A key does its work only while no form is open and the right is there.
    void onIdle(const std::string& key, const wxString& does, std::function<void()> run);

    void draw();
    void drawList();
    void drawDetails();
    void drawHalves();
    /// As many columns of the half days as have room.
    void fitHalves();
    void yieldToForm();
    void drawHalvesBar();
    void drawTrainees();
    void drawOwed();
    void enable();
    [[nodiscard]] bool idle() const { return !m_whole->isOpen() && !m_lower->isOpen(); }
    /// Greys everything outside an open form, and takes the keyboard back after it.
    void editing(EditSlot& slot, EditPanel* editor);

    void openRoll();
    void newCohort();
    void moveHalf();
    void enrol();
    void takeOut();
    void changeCohort();
    void planReview();
    void planMakeUp();
    void waive();
    void replan();
    void exportCohort();
    /// For learning records, which Export writes.
    void setHomePage();
    [[nodiscard]] const app::CohortsView::Trainee* trainee() const;
    [[nodiscard]] const app::CohortsView::Owed* owed() const;

    app::CohortsView m_view;
    std::string m_filter;
    wxPanel* m_main = nullptr;
    wxPanel* m_people = nullptr;
    std::unique_ptr<EditSlot> m_whole; ///< instead of everything
    std::unique_ptr<EditSlot> m_lower; ///< instead of trainees and make-ups
    Table* m_list = nullptr;
    SectionBar* m_notice = nullptr;
    SectionBar* m_halvesBar = nullptr;
    wxStaticText* m_about = nullptr; ///< the cohort's review and course
    Table* m_halves = nullptr;
    bool m_toEnrol = false; ///< asked for with the cohort
    bool m_narrow = false; ///< the half days' table has no room for where they are and who holds them
    SectionBar* m_traineesBar = nullptr;
    Table* m_trainees = nullptr;
    SectionBar* m_owedBar = nullptr;
    Table* m_owed = nullptr;
    wxButton* m_new = nullptr;
    wxButton* m_review = nullptr;
    wxButton* m_export = nullptr;
    wxButton* m_account = nullptr; ///< null for who may never set it
    wxButton* m_open = nullptr;
    wxButton* m_move = nullptr;
    wxButton* m_enrol = nullptr;
    wxButton* m_takeOut = nullptr;
    wxButton* m_change = nullptr;
    wxButton* m_plan = nullptr;
    wxButton* m_waive = nullptr;
    wxButton* m_replan = nullptr;
};

} // namespace fledgling::ui
