#pragma once

#include "app/quiz/QuizView.h"

#include <functional>
#include <vector>
#include <wx/panel.h>

class wxChoice;
class wxKeyEvent;
class wxListBox;
class wxTextCtrl;
class wxToggleButton;

namespace fledgling::ui {

/// Where a question is answered: options with their letters, a field for words, a partner per line, or steps
/// to put in order. Every change is told at once; what is typed, when the typing rests.
class AnswerPane : public wxPanel {
public:
    explicit AnswerPane(wxWindow* parent);

    void show(const app::QuizView::Asked& asked);
    /// Tells what is typed and not told yet.
    void flush();
    /// A digit or letter chooses an option; Alt+Up and Alt+Down move a step. True when it was one of these.
    bool key(const wxKeyEvent& event);
    void focusFirst();
    std::function<void(const domain::Response& response)> onAnswered;

private:
    void showOptions(bool several);
    void showWords(bool long_);
    void showPartners();
    void showSteps();
    void addOption(std::size_t at, const wxString& words);
    void choose(std::size_t at);
    void moveStep(int by);
    void drawSteps(int selected);
    void drawChosen();
    void tell(domain::Response response);

    app::QuizView::Asked m_asked;
    std::vector<wxToggleButton*> m_options;
    std::vector<wxChoice*> m_partners;
    wxTextCtrl* m_words = nullptr;
    wxListBox* m_steps = nullptr;
    std::vector<std::size_t> m_order; ///< of the steps, in the places shown
    class wxTimer* m_rest;
    bool m_dirty = false;
};

} // namespace fledgling::ui
