#pragma once

#include "app/quiz/QuizView.h"
#include "ui/Page.h"

#include <cstddef>
#include <string>
#include <wx/timer.h>

namespace fledgling::ui {

class AllQuestions;
class AnswerPane;
class Paragraph;
class RichText;
class Table;

/// A trainee's quizzes: the list, what to know before one begins, the paper under way, and what became of it.
/// Subject: an assessment's id; empty: the list.
class QuizPage : public Page {
public:
    QuizPage(wxWindow* parent, Session& session);

    void show(const std::string& subject) override;
    [[nodiscard]] std::optional<std::string> whereabouts() override;
    /// Nothing is: what is typed is kept first.
    [[nodiscard]] wxString unkept() override;
    void refresh() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    enum class Showing { List, Sheet, Paper };

    void layOut();
    void layOutPaper();
    void bindKeys();
    void showOnly(Showing what);
    void drawList();
    void drawSheet();
    void drawPaper();
    void drawQuestions();
    void openQuestion(std::size_t at);
    void step(int by);
    void begin();
    void handIn();
    void toList();
    void answered(const domain::Response& response);
    void tick();
    /// One question a page, or every question on one.
    void toggleAll();
    void flush();
    void focusAnswer();
    void drawFigure();
    void enableDeeds();
    /// The quiz that is open, or chosen in the list; null where none is.
    [[nodiscard]] const app::QuizView::Row* chosen() const;
    [[nodiscard]] bool goesOn() const;
    void nameBegin();
    void nameToggle();
    /// The keys that lead through the paper, as the question that is open has them.
    void nameKeys();
    /// Why nothing can be begun here; empty when it can.
    [[nodiscard]] wxString whyNotBegin();

    app::QuizView m_view;
    std::string m_quiz; ///< empty: the list
    Showing m_showing = Showing::List;
    std::size_t m_at = 0;
    bool m_warned = false; ///< of what is still open, since the last answer
    int m_lastLeft = 0;    ///< seconds, at the last tick
    Table* m_list = nullptr;
    RichText* m_sheet = nullptr;
    wxPanel* m_paper = nullptr;
    Table* m_questions = nullptr;
    RichText* m_text = nullptr;
    AnswerPane* m_answer = nullptr;
    Paragraph* m_keys = nullptr;
    wxPanel* m_one = nullptr; ///< a question and its answer
    AllQuestions* m_every = nullptr;
    bool m_all = false; ///< every question on one page
    wxButton* m_begin = nullptr;
    bool m_saysGoOn = false; ///< its words, while a paper is gone on with
    wxButton* m_handIn = nullptr;
    wxButton* m_toggle = nullptr;
    bool m_saysOne = false; ///< its words, while every question is on one page
    wxButton* m_back = nullptr;
    wxTimer m_timer;
};

} // namespace fledgling::ui
