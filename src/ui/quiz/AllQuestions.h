#pragma once

#include "app/quiz/QuizView.h"

#include <functional>
#include <vector>
#include <wx/scrolwin.h>

namespace fledgling::ui {

class AnswerPane;

/// Every question of a paper below each other, each with its place to answer.
class AllQuestions : public wxScrolledWindow {
public:
    explicit AllQuestions(wxWindow* parent);

    void show(const std::vector<app::QuizView::Asked>& asked);
    void clear();
    /// Into view; with the keyboard in its answer if wanted.
    void open(std::size_t at, bool withKeyboard);
    /// As AnswerPane::key, of that question.
    bool key(const wxKeyEvent& event, std::size_t at);
    void flush();
    std::function<void(std::size_t at, const domain::Response& response)> onAnswered;
    /// The keyboard came to another question.
    std::function<void(std::size_t at)> onOpened;

private:
    struct Part {
        wxWindow* heading;
        AnswerPane* answer;
    };
    std::vector<Part> m_parts;
};

} // namespace fledgling::ui
