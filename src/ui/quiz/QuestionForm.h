#pragma once

#include "app/quiz/QuestionsView.h"
#include "ui/controls/EditPanel.h"

class wxChoice;
class wxScrolledWindow;
class wxTextCtrl;

namespace fledgling::ui {

class AnswerRows;
class Form;

/// One question of a bank, written anew or changed. What the reader of banks would say stands at its field;
/// keeping puts it into the draft.
class QuestionForm : public EditPanel {
public:
    /// `at` past the end: a new question.
    QuestionForm(wxWindow* parent, Page& page, app::QuestionsView& view, std::size_t at, domain::Question question);

    void focusFirst() override;

protected:
    bool keep() override;

private:
    void layOut();
    [[nodiscard]] domain::Question read() const;
    /// False when something stands in the way; warnings are told and don't.
    bool check(const domain::Question& question);

    app::QuestionsView& m_view;
    std::size_t m_at;
    domain::Question m_question;
    wxScrolledWindow* m_left = nullptr; ///< all but the answers
    Form* m_head = nullptr;
    Form* m_words = nullptr;
    Form* m_right = nullptr;
    wxChoice* m_type = nullptr;
    wxTextCtrl* m_topic = nullptr;
    wxTextCtrl* m_name = nullptr;
    wxTextCtrl* m_tags = nullptr;
    wxTextCtrl* m_text = nullptr;
    wxTextCtrl* m_explanation = nullptr;
    AnswerRows* m_answers = nullptr;
};

} // namespace fledgling::ui
