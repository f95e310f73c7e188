#pragma once

#include "app/quiz/QuestionsView.h"
#include "ui/controls/EditPanel.h"

class wxTextCtrl;

namespace fledgling::ui {

class Form;
class Table;

/// Who changes from what to what if the papers of a quiz are marked again, and the reason for keeping it.
class RegradePanel : public EditPanel {
public:
    RegradePanel(wxWindow* parent, Page& page, app::QuestionsView& view, app::RegradePreview preview);
    void focusFirst() override;

protected:
    bool keep() override;

private:
    void layOut();
    void drawRows();
    [[nodiscard]] wxString summary() const;

    app::QuestionsView& m_view;
    app::RegradePreview m_preview;
    Form* m_form = nullptr;
    wxTextCtrl* m_reason = nullptr;
    Table* m_table = nullptr;
};

} // namespace fledgling::ui
