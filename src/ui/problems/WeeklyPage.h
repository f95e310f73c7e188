#pragma once

#include "app/problems/WeeklySummary.h"
#include "ui/Page.h"

#include <set>
#include <string>

class wxTextCtrl;

namespace fledgling::ui {

class Paragraph;
class RichText;
class Table;

/// A week's problems out of everybody's logs, summed up into common answers. Marked problems go into the answer that
/// is being written. Subject: a day of the week to show.
class WeeklyPage : public Page {
public:
    WeeklyPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    [[nodiscard]] wxString unkept() override;
    void refresh() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    void layOut();
    [[nodiscard]] wxString turnText();
    void drawProblems();
    void drawChosen();
    void fitChosen();
    void drawAnswers();
    void mark(const std::string& id);
    void keep();
    void edit(const std::string& id);
    void drop();
    void clearForm();
    void moveWeek(int weeks);

    app::WeeklyView m_view;
    std::string m_wanted;
    std::set<std::string> m_marked; ///< problems that go into the answer
    std::string m_editing;          ///< id of the common answer in the form; empty: a new one
    Paragraph* m_about = nullptr;
    Table* m_problems = nullptr;
    RichText* m_whole = nullptr;
    wxSize m_room; ///< that m_whole was last fitted to
    Table* m_answers = nullptr;
    wxTextCtrl* m_question = nullptr;
    wxTextCtrl* m_answer = nullptr;
    wxButton* m_keep = nullptr;
    wxButton* m_drop = nullptr;
};

} // namespace fledgling::ui
