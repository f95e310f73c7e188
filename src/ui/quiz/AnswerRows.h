#pragma once

#include "domain/Quiz.h"

#include <vector>
#include <wx/scrolwin.h>

class wxCheckBox;
class wxSizer;
class wxTextCtrl;

namespace fledgling::ui {

/// The answers of a question as rows of fields: options with a tick and what they are worth, accepted words
/// or numbers, pairs. A row is left out where nothing is written.
class AnswerRows : public wxScrolledWindow {
public:
    explicit AnswerRows(wxWindow* parent);

    void show(const domain::Question& question);
    /// Another type: what can be taken along stays.
    void setType(domain::QuestionType type);
    /// The answers, pairs and truth of the fields into the question.
    void readInto(domain::Question& question) const;
    /// What is written as a percentage and is none; empty when all can be read.
    [[nodiscard]] wxString unreadable() const;
    /// One row more, with the keyboard in it; nothing where there can be none.
    void addRow();

private:
    struct Fields {
        wxCheckBox* right = nullptr;
        wxTextCtrl* text = nullptr;
        wxTextCtrl* second = nullptr; ///< tolerance, or the right side of a pair
        wxTextCtrl* percent = nullptr;
        wxTextCtrl* feedback = nullptr;
    };
    void layOut(std::size_t rows);
    void addMore(wxSizer* all);
    [[nodiscard]] bool mayGrow() const;
    void heading(wxSizer* grid);
    void addFields(wxSizer* grid, std::size_t at);
    wxTextCtrl* field(wxSizer* grid, const wxString& name, const wxString& value, bool wide);
    void fillTruth();
    void ticked(std::size_t at);
    /// What a row of a choice is worth by its tick alone.
    [[nodiscard]] int worth(bool right) const;
    [[nodiscard]] bool choice() const;
    [[nodiscard]] bool weighed() const;

    domain::Question m_question;
    std::vector<Fields> m_rows;
};

} // namespace fledgling::ui
