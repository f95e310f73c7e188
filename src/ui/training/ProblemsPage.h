#pragma once

#include "app/training/TraineeView.h"
#include "ui/Page.h"

class wxTextCtrl;

namespace fledgling::ui {

class RichText;
class Table;

/// A trainee's own problem log: write down what came up, read what the mentor answered.
class ProblemsPage : public Page {
public:
    ProblemsPage(wxWindow* parent, Session& session);

    void refresh() override;
    [[nodiscard]] wxString help() const override;
    void focusFirst() override;
    [[nodiscard]] wxString unkept() override;
    [[nodiscard]] std::vector<app::BookKey> focusedKeys() override;

private:
    void layOut();
    void write();
    void drawList();
    void drawOne(const std::string& id);

    app::TraineeView m_view;
    wxTextCtrl* m_text = nullptr;
    wxButton* m_keep = nullptr;
    Table* m_list = nullptr;
    RichText* m_one = nullptr;
};

} // namespace fledgling::ui
