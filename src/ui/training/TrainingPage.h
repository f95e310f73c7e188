#pragma once

#include "app/training/TraineeView.h"
#include "app/today/News.h"
#include "ui/Page.h"
#include "ui/frame/Visit.h"
#include "ui/training/TrainingParts.h"

#include <memory>
#include <set>
#include <string>

class wxStaticText;

namespace fledgling::ui {

class OwnLeave;
class RichText;

/// A trainee's own page: what comes next, sessions with their texts, texts to sign, and where one stands.
/// Subject: a session's id, a course session's id, or the file of a text to sign.
class TrainingPage : public Page {
public:
    TrainingPage(wxWindow* parent, Session& session);
    ~TrainingPage() override;

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void layOut();
    void drawHeader();
    void drawParts();
    void findQuiz();
    /// What others did for the trainee since the last visit.
    void addNews(std::vector<Row>& rows);
    [[nodiscard]] std::string firstPart() const;
    void openPart(const std::string& id);
    void openFile(const std::string& path);
    void readOn();
    /// True while the end of the text is on the screen.
    [[nodiscard]] bool atEnd() const;
    void watchReading();
    void sign();
    void exportCalendar();
    void askLeave();
    [[nodiscard]] const app::TraineeView::Text* chosenText() const;

    app::TraineeView m_view;
    wxStaticText* m_next = nullptr;
    wxStaticText* m_when = nullptr;
    wxStaticText* m_mentor = nullptr;
    Table* m_parts = nullptr;
    RichText* m_text = nullptr;
    wxButton* m_sign = nullptr;
    wxButton* m_export = nullptr;
    wxButton* m_askLeave = nullptr;
    std::unique_ptr<OwnLeave> m_leave;
    Visit m_visit;
    std::vector<app::News> m_news;
    std::string m_part;
    parts::OwnQuiz m_quiz;
    bool m_attempts = false; ///< every attempt, not only what they came to
    std::set<std::string> m_read; ///< texts whose end has been seen since the page opened
};

} // namespace fledgling::ui
