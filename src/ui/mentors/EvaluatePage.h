#pragma once

#include "app/mentors/Mentors.h"
#include "ui/Page.h"

#include <array>
#include <map>
#include <string>
#include <utility>

class wxTextCtrl;

namespace fledgling::ui {

class Paragraph;
class Table;

/// The trainee's word on the mentor: three digits and, if there is something to say, a few words. Subject: a
/// mentor's id and an occasion after a blank.
class EvaluatePage : public Page {
public:
    EvaluatePage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] wxString unkept() override;
    void refresh() override;
    /// What one has said of mentors: what is asked now has no past.
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    void draw();
    [[nodiscard]] wxString whoLeads();
    void rate(int rating);
    void keep();
    void takeUp(const std::string& question);
    [[nodiscard]] bool begun() const;

    std::vector<app::AskedEvaluation> m_asked;
    std::string m_wanted; ///< the mentor to begin with
    std::string m_question; ///< the mentor and occasion that the marks below are for
    std::array<int, domain::ASPECTS.size()> m_ratings{};
    /// Of other questions, what was begun and not kept.
    std::map<std::string, std::pair<std::array<int, domain::ASPECTS.size()>, wxString>> m_aside;
    Paragraph* m_about = nullptr;
    Table* m_table = nullptr;
    wxTextCtrl* m_note = nullptr;
    wxButton* m_keep = nullptr;
};

} // namespace fledgling::ui
