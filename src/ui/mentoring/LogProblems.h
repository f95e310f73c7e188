#pragma once

#include "app/mentoring/LogView.h"

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxButton;
class wxKeyEvent;
class wxTextCtrl;

namespace fledgling::ui {

class RichText;
class Table;

/// Beside the mentor's log: the trainee's own problem log with answers, and the texts signed for.
class LogProblems : public wxPanel {
public:
    explicit LogProblems(wxWindow* parent);
    /// The chosen problem's id; empty for none.
    [[nodiscard]] std::string chosenProblem() const;

    void setProblems(const std::vector<app::LogView::ProblemRow>& problems, bool mayAnswer,
                     const wxString& whyNot);
    void setSignatures(const std::vector<app::LogView::Signature>& signatures);
    /// Chooses a problem and takes the keyboard to its answer.
    void open(const std::string& problem);
    void takeFocus();
    /// An answer is begun and not sent.
    [[nodiscard]] bool answering() const;

    /// True when it was kept: the field then empties.
    std::function<bool(const std::string& problem, const std::string& answer)> onAnswer;
    /// A key the field itself has no use for (Page Up, Page Down); true when it was used.
    std::function<bool(const wxKeyEvent& key)> onOtherKey;

private:
    void layOut();
    void layOutAnswer(wxSizer* all);
    void drawOne(const std::string& id);
    void answer();

    std::vector<app::LogView::ProblemRow> m_problems;
    std::string m_shown;
    bool m_mayAnswer = false;
    Table* m_list = nullptr;
    RichText* m_one = nullptr;
    wxTextCtrl* m_answer = nullptr;
    wxButton* m_send = nullptr;
    RichText* m_texts = nullptr;
};

} // namespace fledgling::ui
