#pragma once

#include "app/quiz/QuizMarkingView.h"
#include "ui/Page.h"

#include <string>

class wxTextCtrl;

namespace fledgling::ui {

class RichText;
class Table;

/// Open answers that wait for a mark, one after the other: a percentage, a note, Enter.
class MarkingPage : public Page {
public:
    MarkingPage(wxWindow* parent, Session& session);

    void refresh() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;

private:
    void layOut();
    void drawRows();
    void openAnswer(const std::string& id);
    void keep();
    /// A digit begins the mark, wherever the keyboard stands.
    bool beginsMark(const wxKeyEvent& event);
    void sayCameTo(const app::QuizMarkingView::Waiting& marked);
    [[nodiscard]] const app::QuizMarkingView::Waiting* chosen() const;

    app::QuizMarkingView m_view;
    Table* m_table = nullptr;
    RichText* m_text = nullptr;
    wxTextCtrl* m_percent = nullptr;
    wxTextCtrl* m_note = nullptr;
    wxButton* m_keep = nullptr;
    std::string m_chosen; ///< the id of the row whose mark is being typed
};

} // namespace fledgling::ui
