#pragma once

#include "app/mentors/Mentors.h"
#include "ui/Page.h"

namespace fledgling::ui {

class RichText;
class Table;

/// Mentors with load, own exams, punctuality of logs and what became of those they led; the chosen one's story
/// below. Subject: a mentor's id.
class MentorsPage : public Page {
public:
    MentorsPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void drawRows();
    void drawStory();
    void openPractical();
    [[nodiscard]] const app::MentorRow* chosen() const;

    app::MentorsView m_view;
    std::string m_wanted;
    Table* m_table = nullptr;
    RichText* m_story = nullptr;
    wxButton* m_practical = nullptr;
};

} // namespace fledgling::ui
